import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { draft } from '../../src/brief/rules-draft.ts';
import { nameFinders } from '../../src/brief/rules-finders.ts';
import { briefWaits } from '../../src/brief/rules-waits.ts';
import { waitSchema } from '../../src/kit/aggregate.ts';
import { personKey } from '../../src/kit/person.ts';
import { isRefusal, type Refusal } from '../../src/kit/refusal.ts';
import { type Project, projectSchema } from '../../src/project/model.ts';
import { STAGES } from '../../src/project/model-life.ts';
import { gateLacks } from '../../src/project/rules-gate.ts';
import { answerJoiner, joined, left, projectWaits } from '../../src/project/rules-joiners.ts';
import { sideOf, startNextStage } from '../../src/project/rules.ts';
import { answerBrief, withdrawBrief } from '../support/answering.ts';
import {
  ana,
  asks,
  ben,
  cleo,
  COMPLETE,
  dora,
  frozen,
  idMaker,
  later,
  LOOK,
  newProject,
  someone,
  sends,
} from '../support/arbitraries.ts';
import { shared } from '../support/rooms.ts';

/** Names as stable as a project's ids: two of the team, two of the client, and a guest of nobody's. */
const gus = someone('Gus', 'TAGENCY');
const CLIENTS_LOOK = { ...LOOK, members: [...LOOK.members, { ...ben, kind: 'member' }] };

type Kind = 'draft' | 'find' | 'send' | 'answer' | 'withdraw' | 'stage' | 'join' | 'leave' | 'joiner' | 'share';
type Does = { kind: Kind; by: typeof ana; decide: (project: Project, now: Date) => Project | Refusal | null };
type Real = { project: Project; minutes: number };

/** The version whose confirmation stands; null where none does. */
function standing({ brief }: Project): number | null {
  return brief?.sent?.approval.state === 'agreed' ? brief.sent.current.number : null;
}

const ALLOWED: Readonly<Record<'comes' | 'goes', readonly Kind[]>> = { comes: ['answer'], goes: ['withdraw', 'send'] };

/** What must hold after every command, whatever it was. */
function check(before: Project, after: Project, { kind, by }: Does): void {
  expect(projectSchema.safeParse(after)).toMatchObject({ success: true });
  expect(projectSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(projectSchema.parse(after));
  const waits = [...projectWaits(after), ...briefWaits(after)];
  expect(waits.map((wait) => waitSchema.safeParse(wait).success)).not.toContain(false);
  const [was, is] = [standing(before), standing(after)];
  if (was !== is) expect(ALLOWED[is === null ? 'goes' : 'comes']).toContain(kind);
  if (was !== is && kind !== 'send') {
    expect(before.brief?.sent?.approval.approvers.map(({ id }) => id)).toContain(by.id);
  }
  if (kind !== 'stage') expect(after.work).toEqual(before.work);
  if (!['draft', 'find'].includes(kind)) expect(after.brief?.lines).toEqual(before.brief?.lines);
  if (!['send', 'answer', 'withdraw'].includes(kind))
    expect(after.brief?.sent ?? null).toEqual(before.brief?.sent ?? null);
  if (['send', 'stage', 'joiner'].includes(kind) && after !== before) expect(by.id).toBe(ana.id);
  if (['draft', 'find'].includes(kind) && after !== before) expect(sideOf(before, by.person)).toBe('agency');
  const sides = before.people.map(({ person }) => sideOf(after, person));
  expect(sides).toEqual(before.people.map(({ person }) => sideOf(before, person)));
}

const command = (does: Does): fc.Command<object, Real> => ({
  check: () => true,
  toString: () => `${does.kind} by ${does.by.person.user}`,
  run: (_, real) => {
    real.minutes += 1;
    const before = real.project;
    const decided = does.decide(before, later(real.minutes));
    real.project = decided === null || isRefusal(decided) ? before : frozen(decided);
    check(before, real.project, does);
  },
});

const anybody = fc.constantFrom(ana, ana, ben, cleo, cleo, dora, gus);
const approving = fc.constantFrom(cleo, cleo, cleo, cleo, dora, ana);
const text = fc.constantFrom(null, 'Students', 'Families', 'Key visual\nFilm', 'Film\nPoster', '<!channel>');
const often = fc.constantFrom(true, true, true, false);
const question = fc.constantFrom('objective', 'audience', 'keyMessage', 'deliverables', 'wantedOn');

const drafting = fc
  .tuple(anybody, question, text, fc.subarray(['audience', 'wantedOn'] as const), often)
  .map(([by, changed, value, notKnown, isComplete]): Does => {
    const newId = idMaker();
    const given = isComplete ? { ...COMPLETE } : { ...COMPLETE, [changed]: changed === 'wantedOn' ? null : value };
    const known = Object.fromEntries(notKnown.map((one) => [one, null]));
    const answers = { ...given, ...(isComplete ? {} : { ...known, notKnown }) };
    const ids = (minute: Date) => () => `${minute.getTime()}-${newId()}`;
    const decide: Does['decide'] = (project, now) =>
      draft(project, { answers, by, zone: 'Asia/Shanghai', newId: ids(now) }, now);
    return { kind: 'draft', by, decide };
  });
const finding = fc.tuple(anybody, anybody).map(([by, found]): Does => {
  const kind = found === dora || found === gus ? 'outsider' : 'member';
  const finder = { ...found, kind } as const;
  return { kind: 'find', by, decide: (project, now) => nameFinders(project, { audience: finder }, by, now) };
});
const sending = fc
  .tuple(fc.constantFrom(ana, ana, ana, ben, cleo), approving, fc.constantFrom('en', 'zh'))
  .map(([by, approver, language]): Does => ({
    kind: 'send',
    by,
    decide: (project, now) => sends(project, { look: CLIENTS_LOOK, asking: asks(approver), language, by }, now),
  }));
const back = fc.constantFrom(0, 0, 0, 1);
const answering = fc
  .tuple(approving, fc.constantFrom('confirmed', 'confirmed', 'changesRequested'), back)
  .map(([by, verb, older]): Does => ({
    kind: 'answer',
    by,
    decide: (project, now) => {
      const on = { version: (project.brief?.sent?.current.number ?? 1) - older, step: 0 };
      return answerBrief(project, { on, person: by.person, verb, reason: 'line 2' }, now);
    },
  }));
const withdrawing = fc.tuple(anybody, back).map(([by, older]): Does => ({
  kind: 'withdraw',
  by,
  decide: (project, now) => {
    const on = { version: (project.brief?.sent?.current.number ?? 1) - older, step: 0 };
    return withdrawBrief(project, { on, person: by.person, reason: 'legal' }, now);
  },
}));
const moving = fc.tuple(anybody, fc.constantFrom('intake', 'intake', ...STAGES)).map(([by, from]): Does => ({
  kind: 'stage',
  by,
  decide: (project) => startNextStage(project, by, from, gateLacks(project)),
}));
const joining = anybody.map((by): Does => ({
  kind: 'join',
  by,
  decide: (project, now) => joined(project, { ...by, outsider: by !== ben }, now),
}));
const leaving = anybody.map((by): Does => ({ kind: 'leave', by, decide: (project) => left(project, by.person) }));
const telling = fc.tuple(anybody, fc.boolean()).map(([by, onTheTeam]): Does => ({
  kind: 'joiner',
  by,
  decide: (project, now) => answerJoiner(project, by, personKey(gus.person), onTheTeam, now),
}));
const sharing = fc.boolean().map((on): Does => ({ kind: 'share', by: dora, decide: (project) => shared(project, on) }));

const all = [drafting, finding, sending, answering, withdrawing, moving, joining, leaving, telling, sharing];
const commands = fc.commands(
  // Without a draft and a version that was sent, most commands have nothing to change: those two come more often.
  [drafting, sending, answering, ...all].map((arbitrary: fc.Arbitrary<Does>) => arbitrary.map(command)),
  { maxCommands: 60, size: 'max' },
);

test('whatever people do, in any order, the project stays whole and a confirmation changes only by those who may', () => {
  const run = (works: readonly ('campaign' | 'job')[]) =>
    fc.property(fc.constantFrom(...works), commands, (work, steps) => {
      fc.modelRun(() => ({ model: {}, real: { project: newProject(work), minutes: 0 } }), steps);
    });
  fc.assert(run(['campaign', 'campaign', 'job']), { numRuns: 100 });
});

test('a campaign leaves intake only while the current version is confirmed', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(fc.oneof(drafting, sending, answering, withdrawing, moving), { minLength: 40, maxLength: 60 }),
      (steps) => {
        let project = newProject();
        let minutes = 0;
        for (const { decide } of steps) {
          const before = project;
          const decided = decide(project, later((minutes += 1)));
          if (decided !== null && !isRefusal(decided)) project = decided;
          if (before.work.kind !== 'campaign' || project.work.kind !== 'campaign') throw new Error('not a campaign');
          if (project.work.stage === before.work.stage) continue;
          seen.add(project.work.stage);
          expect([before.work.stage, standing(before)]).toEqual(['intake', before.brief?.sent?.current.number]);
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  );
  // The sequences above do get there, and the gates of the later stages stay closed.
  expect([...seen]).toEqual(['proposal']);
});
