import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Approval, Verb } from '../../src/approval/model.ts';
import { answer, openApproval, supersede, withdraw } from '../../src/approval/rules.ts';
import { isRefusal, type Refusal } from '../../src/kit/refusal.ts';
import type { Actor } from '../../src/project/rules.ts';
import { ben, cleo, dora, EVERYBODY, frozen, later } from '../support/arbitraries.ts';

/** What should hold, kept without looking at the approval: who said what about the version that is current. */
type Model = { version: number; answers: Map<string, Verb>; isWithdrawn: boolean };
type Real = { approval: Approval; minutes: number };
type Step = fc.Command<Model, Real>;

const ASKED = [cleo, dora];
const isAsked = (user: string): boolean => ASKED.some(({ person }) => person.user === user);
const ask = (version: number, minutes: number): Approval =>
  openApproval({ kind: 'brief', id: 'b1' }, { version, step: 0 }, ASKED, later(minutes));

function expectedState({ answers, isWithdrawn }: Model): Approval['state'] {
  if (isWithdrawn) return 'withdrawn';
  if (answers.size < ASKED.length) return 'open';
  return [...answers.values()].includes('changesRequested') ? 'changesRequested' : 'confirmed';
}

/** Applies a decision, and checks that the approval is what the model says, and that a refusal changed nothing. */
function apply(model: Model, real: Real, counts: boolean, decide: (now: Date) => Approval | Refusal): void {
  real.minutes += 1;
  const before = real.approval;
  const decided = decide(later(real.minutes));
  expect(isRefusal(decided)).toBe(!counts);
  if (!isRefusal(decided)) real.approval = frozen(decided);
  expect(real.approval.state).toBe(expectedState(model));
  const changed = real.approval.state !== before.state || real.approval.version !== before.version;
  expect(real.approval.stateSince).toBe(changed ? later(real.minutes).toISOString() : before.stateSince);
  const recorded = real.approval.approvers.map((one) => [one.person.user, one.answer?.verb]);
  expect(recorded).toEqual(ASKED.map(({ person }) => [person.user, model.answers.get(person.user)]));
}

const answering = (who: Actor, verb: Verb, reason: string | null, older: number, step: number): Step => ({
  check: () => true,
  toString: () => `${who.person.user} ${verb} on ${older} back, step ${step}`,
  run: (model, real) => {
    const { user } = who.person;
    const isCurrent = older === 0 && step === 0;
    const isFree = !model.answers.has(user) && expectedState(model) === 'open';
    const counts = isCurrent && isAsked(user) && isFree && (verb === 'confirmed' || reason !== null);
    if (counts) model.answers.set(user, verb);
    const on = { version: model.version - older, step };
    apply(model, real, counts, (now) => answer(real.approval, { on, person: who.person, verb, reason }, now));
  },
});

const withdrawing = (who: Actor, reason: string | null, older: number): Step => ({
  check: () => true,
  toString: () => `${who.person.user} withdraws on ${older} back`,
  run: (model, real) => {
    const stands = ['open', 'confirmed'].includes(expectedState(model));
    const counts = older === 0 && stands && reason !== null && model.answers.get(who.person.user) === 'confirmed';
    if (counts) model.isWithdrawn = true;
    const on = { version: model.version - older, step: 0 };
    apply(model, real, counts, (now) => withdraw(real.approval, { on, person: who.person, reason }, now));
  },
});

const newVersion = (): Step => ({
  check: () => true,
  toString: () => 'new version',
  run: (model, real) => {
    const over = supersede(real.approval, later(real.minutes));
    expect([over.state, over.approvers]).toEqual(['superseded', real.approval.approvers]);
    Object.assign(model, { version: model.version + 1, isWithdrawn: false });
    model.answers.clear();
    apply(model, real, true, () => ask(model.version, real.minutes));
  },
});

const anybody = fc.constantFrom(...EVERYBODY, cleo, cleo, dora, ben);
const reason = fc.option(fc.constant('because'), { freq: 5 });
const older = fc.constantFrom(0, 0, 0, 0, 1, -1);
const steps = fc.commands(
  [
    fc
      .tuple(anybody, fc.constantFrom<Verb>('confirmed', 'confirmed', 'changesRequested'), reason, older)
      .chain(([who, verb, why, back]) =>
        fc.constantFrom(0, 0, 0, 1).map((step) => answering(who, verb, why, back, step)),
      ),
    fc.tuple(anybody, reason, older).map(([who, why, back]) => withdrawing(who, why, back)),
    fc.constant(null).map(newVersion),
  ],
  { maxCommands: 40, size: 'max' },
);

test('a confirmation ends by a new version or by its giver, and nothing anybody else does changes it', () => {
  fc.assert(
    fc.property(steps, (commands) => {
      const setup = () => ({
        model: { version: 1, answers: new Map<string, Verb>(), isWithdrawn: false },
        real: { approval: frozen(ask(1, 0)), minutes: 0 },
      });
      fc.modelRun(setup, commands);
    }),
    { numRuns: 300 },
  );
});
