import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { type Project, projectSchema } from '../../src/project/model.ts';
import { STAGES, type Stage } from '../../src/project/model-life.ts';
import { calledIn, nameKey, nextStage, sideOf, start, startNextStage, withMember } from '../../src/project/rules.ts';
import { mayDo } from '../../src/project/rules-may.ts';
import { release } from '../../src/project/rules-released.ts';
import {
  ana,
  ben,
  cleo,
  codeOf,
  dora,
  drafted,
  EVERYBODY,
  must,
  newProject,
  NOW,
  sentBrief,
  someone,
} from '../support/arbitraries.ts';

const starting = (wantedOn: string, zone: string, now: Date) => {
  const answers = { client: 'Acme', name: 'Spring', work: 'campaign', wantedOn } as const;
  const parts = { id: 'p1', workspace: 'TAGENCY', by: ana, clientId: 'c1', channel: null, language: 'zh' } as const;
  return start({ ...parts, answers, zone }, now);
};

describe('starting a project', () => {
  test('a campaign begins with intake, a job has no stage', () => {
    expect(newProject().work).toEqual({ kind: 'campaign', stage: 'intake' });
    expect(newProject('job').work).toEqual({ kind: 'job' });
  });

  test('whoever starts it is its account manager, and it can be stored as it is', () => {
    const project = must(starting('2027-03-14', 'UTC', NOW));
    expect(project.people).toEqual([{ ...ana, role: 'accountManager', since: NOW.toISOString() }]);
    expect(projectSchema.parse(project)).toEqual(project);
    expect(project.channels.team).toEqual({ id: null, language: 'zh', hold: null });
  });

  test.each([
    ['Pacific/Auckland', '2026-11-23T11:30:00Z', '2026-11-24'],
    ['Asia/Shanghai', '2026-11-23T16:00:00Z', '2026-11-24'],
    ['America/Los_Angeles', '2026-11-24T07:59:00Z', '2026-11-23'],
    ['Europe/London', '2026-03-29T00:30:00Z', '2026-03-29'],
    ['Mars/Olympus', '2026-11-23T23:59:00Z', '2026-11-23'],
  ])('today in %s can be wanted, the day before is refused at its question', (zone, at, today) => {
    const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    expect(codeOf(starting(today, zone, new Date(at)))).toBeNull();
    const refused = starting(yesterday, zone, new Date(at));
    expect(refused).toMatchObject({ code: 'project.dayPast', at: 'wantedOn' });
  });
});

describe('who may do what', () => {
  const sent = sentBrief(drafted(newProject()));

  test('sides come from the roster alone', () => {
    const sides = EVERYBODY.map(({ person }) => sideOf(sent, person));
    expect(sides).toEqual(['agency', 'agency', 'client', null]);
    expect(sideOf(sent, { team: 'TOTHER', user: ana.person.user })).toBeNull();
  });

  test('what is the manager’s or the team’s is refused to others, who are told who can', () => {
    const params = { who: [{ person: ana.person, name: 'Ana' }] };
    for (const who of [ben, cleo, dora]) {
      expect(mayDo(sent, 'startStage', who)).toMatchObject({ code: 'project.mayNot', params });
    }
    expect(mayDo(sent, 'writeBrief', cleo)).toMatchObject({ code: 'project.mayNot', params });
    expect(mayDo(sent, 'writeBrief', dora)).toMatchObject({ code: 'project.onlyTeam', params });
    const may = [mayDo(sent, 'startStage', ana), mayDo(sent, 'writeBrief', ana), mayDo(sent, 'writeBrief', ben)];
    expect(may).toEqual([true, true, true]);
  });

  test('being added again leaves somebody’s role as it was', () => {
    expect(withMember(sent, ana, 'approver', NOW)).toEqual(sent);
    expect(sideOf(must(withMember(sent, cleo, 'teamMember', NOW)), cleo.person)).toBe('client');
  });

  test('of somebody who is added, the roster keeps who they are and since when, and nothing else that was known', () => {
    const looked = { ...dora, kind: 'guest', outsider: true };
    const added = must(withMember(newProject(), looked, 'teamMember', NOW)).people.at(-1);
    expect(added).toStrictEqual({ ...dora, role: 'teamMember', since: NOW.toISOString() });
  });

  test('a project holds as many people as its bound says', () => {
    const newcomer = (at: number) => someone(`${at}`, 'TAGENCY');
    let project: Project = newProject();
    for (let at = project.people.length; at < BOUNDS.people; at += 1) {
      project = must(withMember(project, newcomer(at), 'teamMember', NOW));
    }
    const refused = withMember(project, newcomer(BOUNDS.people), 'teamMember', NOW);
    expect(refused).toMatchObject({ code: 'project.tooManyPeople', params: { most: BOUNDS.people } });
    expect(codeOf(withMember(project, newcomer(5), 'teamMember', NOW))).toBeNull();
  });
});

describe('the next stage', () => {
  const inStage = (stage: Stage): Project => ({ ...newProject(), work: { kind: 'campaign', stage } });
  const lacks = ['brief.lack.notSent'];

  test('is refused to everybody but the manager, whatever the gate says', () => {
    for (const who of [ben, cleo, dora]) {
      expect(codeOf(startNextStage(newProject(), who, 'intake', []))).toBe('project.mayNot');
    }
  });

  test('names what the gate lacks', () => {
    const refused = startNextStage(newProject(), ana, 'intake', lacks);
    expect(refused).toMatchObject({ code: 'project.gateClosed', params: { lacks: { named: lacks } } });
  });

  test('does not exist for a job, nor after the last', () => {
    expect(codeOf(startNextStage(newProject('job'), ana, 'intake', []))).toBe('project.noStages');
    expect(codeOf(startNextStage(inStage('evaluation'), ana, 'evaluation', []))).toBe('project.lastStage');
    expect([nextStage(newProject('job')), nextStage(inStage('evaluation'))]).toEqual([undefined, undefined]);
  });

  test('starts once, however often the button is pressed', () => {
    const moved = must(startNextStage(newProject(), ana, 'intake', []));
    const again = startNextStage(moved, ana, 'intake', []);
    expect(again).toMatchObject({ code: 'project.stageMoved', params: { stage: 'proposal' } });
  });

  test('is only ever the one after this, through an open gate, by the manager, from a button of this stage', () => {
    const press = fc.record({
      who: fc.constantFrom(ana, ana, ben, cleo),
      from: fc.constantFrom(...STAGES),
      lacking: fc.constantFrom<readonly string[]>([], [], lacks),
    });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30, size: 'max' }), (presses) => {
        let project = newProject();
        for (const { who, from, lacking } of presses) {
          const before = project.work.kind === 'campaign' ? project.work.stage : 'intake';
          const at = STAGES.indexOf(before);
          const counts = who === ana && from === before && lacking.length === 0 && at < STAGES.length - 1;
          const decided = startNextStage(project, who, from, lacking);
          expect(codeOf(decided) === null).toBe(counts);
          if (counts) project = must(decided);
          expect(project.work).toEqual({ kind: 'campaign', stage: STAGES[counts ? at + 1 : at] });
        }
      }),
    );
  });
});

test('the client sees what is named here and nothing else of a project', () => {
  const edited = drafted(sentBrief(drafted(newProject())), { objective: 'secret' }, () => 'x');
  const released = release(edited);
  expect(Object.keys(released).toSorted()).toEqual([
    ...['agreed', 'brief', 'client', 'deliverables', 'earlier', 'language', 'life', 'milestones', 'name', 'parent'],
    ...['project', 'requests', 'stage', 'waiting', 'wantedOn'],
  ]);
  expect(JSON.stringify(released)).not.toMatch(/secret|CTEAM|accountManager/u);
});

describe('the name of a client', () => {
  test.each([
    ['Acme', 'ACME  '],
    ['Acme Ltd', ' acme\u00A0 ltd'],
    ['Ａｃｍｅ', 'acme'],
    ['云山茶', '云山茶 '],
  ])('“%s” and “%s” are the same client', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each([
    ['Acme', 'Acne'],
    ['Acme Ltd', 'AcmeLtd'],
    ['云山茶', '云山'],
    ['Straße', 'Strasse'],
  ])('“%s” and “%s” are two clients', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  test('is compared in the form in which clients of earlier days are stored', () => {
    expect(nameKey(' ＡＣＭＥ \n & Söhne  GmbH ')).toBe('acme & söhne gmbh');
  });
});

test('whoever is on the roster is called by the name there, and everybody else is mentioned', () => {
  expect(calledIn(newProject(), ben.person)).toBe('Ben');
  expect(calledIn(newProject(), { team: 'TOTHER', user: ben.person.user })).toBe('<@UBEN>');
});
