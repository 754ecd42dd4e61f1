import fc from 'fast-check';
import {
  type Approval,
  type Authority,
  type DecidesOn,
  type Evidence,
  type Party,
  type Rule,
  SUBJECT_KINDS,
  type Verb,
} from '../../src/approval/model.ts';
import type { Moved } from '../../src/approval/model-events.ts';
import { type Answering, answer, open, type Opening, type ToAsk } from '../../src/approval/rules.ts';
import type { WrittenEvidence } from '../../src/approval/rules-evidence.ts';
import type { Refusal } from '../../src/kit/refusal.ts';
import { ben, cleo, dora, frozen, later, must, NOW, someone } from './arbitraries.ts';

/** Eli and Fay decide at the client besides Cleo and Dora; Ben is of the agency and decides nothing. */
export const eli = someone('Eli', 'TCLIENT');
export const fay = someone('Fay', 'TCLIENT');
export const CLIENTS = [cleo, dora, eli, fay] as const;
export const PEOPLE = [...CLIENTS, ben] as const;
export type Who = (typeof PEOPLE)[number];

export const partyOf = ({ person, id, name }: Party): Party => ({ person, id, name });
export const LINES = ['l1', 'l2', 'l3'];

/** Absent are exactly these. */
export const away =
  (...people: readonly Party[]) =>
  (person: Party): boolean =>
    people.some(({ id }) => id === person.id);
export const nobodyAway = away();

/** A request to Cleo and Dora for a brief in three lines, to which all have to agree, unless told otherwise. */
export const asks = (opening: Partial<Opening> = {}, now = NOW): Approval =>
  frozen(
    open(
      {
        subject: { kind: 'brief', id: 'b1' },
        version: 1,
        round: 1,
        lines: LINES,
        steps: [{ needs: 'all' }],
        approvers: [cleo, dora],
        dueAt: null,
        expiresAt: null,
        requires: null,
        ...opening,
      },
      now,
    ),
  );

export const some = (count: number): Rule => ({ needs: 'some', count });
export const spend = (amount: number, currency = 'CNY'): Authority => ({ kind: 'spend', amount, currency });

/** What the buttons of the present step carry. */
export const onOf = ({ version, step }: Approval): DecidesOn => ({ version, step });

export type Saying = Partial<Omit<Answering, 'person' | 'verb'>> & { minutes?: number; absent?: readonly Party[] };

/** What somebody's press comes to, with a reason unless another is given. */
export function press(
  approval: Approval,
  who: Pick<Who, 'person'>,
  verb: Verb,
  { minutes = 1, absent = [], ...rest }: Saying = {},
): Moved | Refusal {
  const answering = { on: onOf(approval), reason: 'because', ...rest, person: who.person, verb };
  return answer(approval, answering, { now: later(minutes), away: away(...absent) });
}

/** The approval after somebody's answer. */
export const after = (approval: Approval, who: Pick<Who, 'person'>, verb: Verb, saying: Saying = {}): Approval =>
  frozen(must(press(approval, who, verb, saying)).approval);

export const moved = (done: Moved | Refusal | null): Approval => {
  if (done === null) throw new Error('nothing followed');
  return frozen(must(done).approval);
};
export const kindsOf = (done: Moved | Refusal | null): string[] =>
  done === null ? [] : must(done).events.map(({ kind }) => kind);

/** A message in which they said it. */
export const written = (words: string | null = 'we agree', by: WrittenEvidence['by'] = 'wechat'): WrittenEvidence => {
  const evidence: Evidence = { by, words, saidAt: NOW.toISOString(), recordedBy: 'id-UANA', message: null, file: 'F1' };
  return { ...evidence, by };
};

const rules = fc.oneof(
  fc.constant<Rule>({ needs: 'all' }),
  fc.integer({ min: 1, max: 4 }).map((count) => some(count)),
);

/** Some of the client's people in one step, some with a stand-in or a limit. */
const stepOf = (step: number): fc.Arbitrary<ToAsk[]> =>
  fc
    .uniqueArray(
      fc.record({
        who: fc.constantFrom(...CLIENTS),
        standIn: fc.option(fc.constantFrom(...CLIENTS)),
        limit: fc.option(fc.constantFrom(spend(10), spend(1000)), { freq: 4 }),
      }),
      { selector: ({ who }) => who.id, minLength: 1, maxLength: 4 },
    )
    .map((asked) =>
      asked.map(({ who, standIn, limit }) => ({
        ...who,
        step,
        limit,
        standIn: standIn && standIn.id !== who.id ? standIn : null,
      })),
    );

const minutes = fc.option(fc.integer({ min: 20, max: 4000 }).map((at) => later(at).toISOString()));

/** A request of any kind: one to three steps of any rule, lines or none, dates or none, authority or none. */
export const openings: fc.Arbitrary<Opening> = fc
  .tuple(
    fc.constantFrom(...SUBJECT_KINDS),
    fc.array(rules, { minLength: 1, maxLength: 3 }),
    fc.subarray(LINES),
    fc.tuple(minutes, minutes),
    fc.option(fc.constant(spend(500)), { freq: 2 }),
  )
  .chain(([kind, steps, lines, [dueAt, expiresAt], requires]) =>
    fc.tuple(...steps.map((_, step) => stepOf(step))).map((asked) => ({
      subject: { kind, id: 's1' },
      version: 1,
      round: 1,
      lines,
      steps,
      approvers: asked.flat(),
      dueAt,
      expiresAt,
      requires,
    })),
  );
