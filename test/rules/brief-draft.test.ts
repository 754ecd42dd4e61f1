import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BriefQuestion, REQUIRED_QUESTIONS } from '../../src/brief/model.ts';
import { draft, gaps, linesOf } from '../../src/brief/rules-draft.ts';
import { nameFinders } from '../../src/brief/rules-finders.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import {
  ana,
  ben,
  cleo,
  codeOf,
  COMPLETE,
  dora,
  drafted,
  frozen,
  idMaker,
  later,
  must,
  newProject,
  NOW,
  sentBrief,
  someone,
} from '../support/arbitraries.ts';

const EMPTY = { objective: null, audience: null, keyMessage: null, deliverables: null, wantedOn: null, notKnown: [] };
const drafting = (changes: object = {}) => ({
  answers: { ...COMPLETE, ...changes },
  by: ben,
  zone: 'UTC',
  newId: idMaker(),
});
const finder = (who: typeof ana, kind: 'member' | 'outsider' | 'unknown' = 'member') => ({ ...who, kind });

describe('what the client’s brief holds', () => {
  test('one line an answer, one a deliverable, in the order of the questions', () => {
    const said = linesOf(drafted(newProject())).map((line) => (line.state === 'answered' ? line.text : line.state));
    const { objective, audience, keyMessage, wantedOn } = COMPLETE;
    expect(said).toEqual([objective, audience, keyMessage, 'Key visual', 'Three short films', wantedOn]);
  });

  test('empty rows between deliverables are no lines', () => {
    const lines = linesOf(drafted(newProject(), { deliverables: '\n  Key visual  \n\n \nPoster\n' }));
    const said = lines.flatMap((line) => (line.question === 'deliverables' ? [line] : []));
    expect(said).toMatchObject([{ text: 'Key visual' }, { text: 'Poster' }]);
  });

  test('the wanted date is the project’s: changed here, it is changed there, and its line stays the same', () => {
    const before = drafted(newProject());
    const after = drafted(before, { wantedOn: '2027-04-01' });
    expect(after.wantedOn).toBe('2027-04-01');
    expect(linesOf(after).at(-1)).toEqual({ ...linesOf(before).at(-1), text: '2027-04-01' });
  });

  test('a draft may have gaps, and they are named', () => {
    fc.assert(
      fc.property(fc.subarray([...REQUIRED_QUESTIONS]), fc.subarray([...REQUIRED_QUESTIONS]), (given, unknown) => {
        const answers = Object.fromEntries(given.map((question) => [question, COMPLETE[question]]));
        const notKnown = unknown.filter((question) => !given.includes(question));
        const project = drafted(newProject(), { ...EMPTY, ...answers, notKnown });
        const missing = REQUIRED_QUESTIONS.filter((one) => !given.includes(one) && !notKnown.includes(one));
        expect(gaps(project)).toEqual(missing);
        expect(linesOf(project).filter(({ state }) => state === 'notKnown')).toHaveLength(notKnown.length);
      }),
    );
  });

  test('nothing written yet lacks everything', () => {
    expect([gaps(newProject()), linesOf(newProject())]).toEqual([REQUIRED_QUESTIONS, []]);
  });

  test('what the client was sent stays as it was while the draft goes on', () => {
    const sent = sentBrief(drafted(newProject()));
    const edited = drafted(sent, { objective: 'Something else' }, idMaker(), later(5));
    expect(edited.brief?.sent).toEqual(sent.brief?.sent);
    expect(edited.brief).toMatchObject({ changedAt: later(5).toISOString(), changedBy: ben.person });
  });
});

describe('a draft that is not saved says why', () => {
  test('somebody of the client, or nobody’s, is told who can add them', () => {
    for (const by of [cleo, dora]) {
      const refused = draft(sentBrief(drafted(newProject())), { ...drafting(), by }, NOW);
      const params = { who: [{ person: ana.person, name: 'Ana' }] };
      expect(refused).toMatchObject({ code: by === cleo ? 'project.mayNot' : 'project.onlyTeam', params });
    }
  });

  test.each<BriefQuestion>(['objective', 'audience', 'keyMessage', 'deliverables'])(
    '%s cannot be answered and not known at once, and the refusal stands at the list',
    (question) => {
      const refused = draft(newProject(), drafting({ notKnown: [question] }), NOW);
      expect(refused).toMatchObject({
        code: 'brief.answeredAndNotKnown',
        params: { question: { named: [`brief.question.${question}`] } },
        at: 'notKnown',
      });
    },
  );

  test('one deliverable more than a brief holds', () => {
    const list = (count: number) => Array.from({ length: count }, (_, at) => `Banner ${at}`).join('\n');
    const { deliverables: most } = BOUNDS;
    expect(linesOf(drafted(newProject(), { deliverables: list(most) }))).toHaveLength(most + 4);
    const refused = draft(newProject(), drafting({ deliverables: list(most + 1) }), NOW);
    expect(refused).toMatchObject({ code: 'brief.tooManyDeliverables', params: { most }, at: 'deliverables' });
  });

  test('a day that has passed where its writer is, unless it is the day that was agreed long ago', () => {
    const evening = new Date('2026-11-23T22:30:00Z');
    const entered = { ...drafting({ wantedOn: '2026-11-23' }) };
    const refused = draft(newProject(), { ...entered, zone: 'Asia/Shanghai' }, evening);
    expect(refused).toMatchObject({ code: 'brief.dayPast', at: 'wantedOn' });
    expect(codeOf(draft(newProject(), { ...entered, zone: 'America/New_York' }, evening))).toBeNull();
    const old = newProject();
    const muchLater = new Date('2027-06-01T00:00:00Z');
    expect(codeOf(draft(old, drafting({ wantedOn: old.wantedOn }), muchLater))).toBeNull();
  });
});

describe('“Not known yet”, and who finds it out', () => {
  const unknown = drafted(newProject(), { audience: null, notKnown: ['audience'] });
  const lineOf = (project: typeof unknown, question: BriefQuestion) =>
    linesOf(project).find((line) => line.question === question);

  test('until somebody is named, it is whoever entered it, and naming somebody lasts over edits', () => {
    expect(lineOf(unknown, 'audience')).toMatchObject({ state: 'notKnown', finder: ben.person });
    const named = frozen(must(nameFinders(unknown, { audience: finder(ana) }, ben, later(1))));
    const edited = drafted(named, { audience: null, notKnown: ['audience'], objective: 'Other' });
    expect(lineOf(edited, 'audience')).toEqual(lineOf(named, 'audience'));
    expect(lineOf(named, 'audience')).toMatchObject({ finder: ana.person });
  });

  test('the wanted date can be unknown too, and then the project has none', () => {
    const project = drafted(newProject(), { notKnown: ['wantedOn'] });
    expect([project.wantedOn, gaps(project)]).toEqual([null, []]);
    expect(lineOf(project, 'wantedOn')).toMatchObject({ state: 'notKnown' });
  });

  test('the wanted date’s line keeps its id when it becomes not known, and when it is known again', () => {
    const known = drafted(newProject());
    const { id } = lineOf(known, 'wantedOn') ?? {};
    const lost = drafted(known, { wantedOn: null, notKnown: ['wantedOn'] }, () => 'never');
    expect(lineOf(lost, 'wantedOn')).toEqual({ id, question: 'wantedOn', state: 'notKnown', finder: ben.person });
    const still = drafted(lost, { wantedOn: null, notKnown: ['wantedOn'], objective: 'Other' }, () => 'never');
    expect(lineOf(still, 'wantedOn')).toEqual(lineOf(lost, 'wantedOn'));
    const found = drafted(still, { wantedOn: '2027-05-01' }, () => 'never');
    expect(lineOf(found, 'wantedOn')).toEqual({ id, question: 'wantedOn', state: 'answered', text: '2027-05-01' });
  });

  test('once answered it is one line again, with the id it had', () => {
    const found = drafted(unknown);
    expect(lineOf(found, 'audience')).toMatchObject({ id: lineOf(unknown, 'audience')?.id, text: COMPLETE.audience });
  });

  test('somebody of the agency who is named is on the team from then on', () => {
    const eve = finder(someone('Eve', 'TAGENCY'));
    const named = must(nameFinders(unknown, { audience: eve }, ben, later(1)));
    expect(named.people.at(-1)).toEqual({
      ...someone('Eve', 'TAGENCY'),
      role: 'teamMember',
      since: later(1).toISOString(),
    });
  });

  test('questions are internal: the client’s people and strangers cannot be named, and it is said at the question', () => {
    const sent = drafted(sentBrief(unknown), { audience: null, notKnown: ['audience'] });
    for (const who of [finder(cleo), finder(dora, 'outsider')]) {
      const refused = nameFinders(sent, { audience: who }, ben, NOW);
      expect(refused).toMatchObject({ code: 'brief.finderOutside', at: 'audience' });
    }
  });

  test('of whom Slack has not told yet who they are cannot be named either', () => {
    const refused = nameFinders(unknown, { audience: finder(dora, 'unknown') }, ben, NOW);
    expect(refused).toMatchObject({ code: 'asking.personUnknown', at: 'audience' });
    expect(codeOf(nameFinders(unknown, { audience: finder(ana, 'unknown') }, ben, NOW))).toBeNull();
  });

  test('only the team may name somebody', () => {
    expect(codeOf(nameFinders(unknown, { audience: finder(ben) }, dora, NOW))).toBe('project.onlyTeam');
  });

  test('naming somebody for a question that has an answer changes no line', () => {
    const project = drafted(newProject());
    const named = must(nameFinders(project, { audience: finder(ben) }, ben, NOW));
    expect(linesOf(named)).toEqual(linesOf(project));
  });
});
