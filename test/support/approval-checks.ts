import { isDeepStrictEqual } from 'node:util';
import { expect } from '@jest/globals';
import { type Approval, approvalSchema, OUTCOME_OF, VERBS_OF } from '../../src/approval/model.ts';
import type { ApprovalEvent } from '../../src/approval/model-events.ts';
import { mayAnswer } from '../../src/approval/rules.ts';
import { awaited } from '../../src/approval/rules-people.ts';
import { lineStates } from '../../src/approval/rules-round.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { onOf, PEOPLE } from './arbitraries-approval.ts';
import { askedNow, lastWords, type Plain, seatFor } from './approval-plain.ts';

/** The same, told quickly where it is: a run looks at thousands. */
export function expectEqual(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}

/** What the events alone say of state, since when, and step. */
function told(before: Approval, events: readonly ApprovalEvent[], at: string) {
  let { state, stateSince, step } = before;
  const becomes = (next: Approval['state']) => {
    if (state !== next) stateSince = at;
    state = next;
  };
  for (const event of events) {
    if (event.kind === 'closed') becomes(event.outcome ?? 'open');
    if (event.kind === 'reopened') becomes('open');
    if (event.kind === 'reopened' || event.kind === 'stepOpened') step = event.step ?? -1;
    if (event.kind === 'takenBack' && before.state !== 'open') becomes('takenBack');
    if (event.kind === 'withdrawn' || event.kind === 'expired' || event.kind === 'superseded') becomes(event.kind);
  }
  return { state, stateSince, step };
}

/** Nothing changes without an event that says so. */
export function expectTold(before: Approval, after: Approval, events: readonly ApprovalEvent[], at: string): void {
  const { state, stateSince, step } = after;
  expectEqual({ state, stateSince, step }, told(before, events, at));
  const named = events.flatMap(({ about }) => about);
  after.approvers.forEach((approver, index) => {
    const was = before.approvers[index];
    if (JSON.stringify(was) !== JSON.stringify(approver))
      expect([approver.id, was?.id].some((id) => named.includes(id ?? ''))).toBe(true);
  });
  const isNew = after.gathered !== null && after.gathered.at !== before.gathered?.at;
  if (isNew) expect(events).toContainEqual(expect.objectContaining({ kind: 'gathered', by: after.gathered?.by }));
  if (JSON.stringify(after) !== JSON.stringify(before)) expect(events).not.toEqual([]);
  for (const event of events) expectReflected(after, event, at);
}

/** Every event that is about an approver is to be seen there. */
function expectReflected(after: Approval, event: ApprovalEvent, at: string): void {
  const [id, other] = event.about;
  const seats = after.approvers.filter((one) => one.step === event.step);
  const theirs = seats.find((one) => one.id === id);
  if (event.kind === 'answered') expect(theirs?.answer).toMatchObject({ at, verb: event.verb });
  if (event.kind === 'linesConfirmed')
    expect(theirs?.confirmedLines).toEqual(expect.arrayContaining([...(event.lines ?? [])]));
  if (event.kind === 'toldByTelephone') expect(theirs?.told?.verb).toBe(event.verb);
  if (event.kind === 'takenBack' || event.kind === 'objected')
    expect(theirs).toMatchObject({ answer: null, confirmedLines: [] });
  if (event.kind === 'passedOn') expect(seats.find((one) => one.id === other)?.before.at(-1)?.id).toBe(id);
  if (event.kind === 'reminded') {
    const reminded = after.approvers.filter(({ remindedAt }) => remindedAt === at).map((one) => one.id);
    expect(reminded).toEqual(event.about);
  }
}

/** The approval is what was kept on paper, and its parts agree with each other. */
export function expectSame(plain: Plain, approval: Approval): void {
  expectEqual(
    [approval.version, approval.state, approval.step, approval.gathered?.by ?? null, approval.dueAt],
    [plain.version, plain.state, plain.step, plain.gathered, plain.dueAt],
  );
  const last = lastWords(plain);
  expectEqual(
    approval.approvers.map(({ id, step, standIn, answer, confirmedLines, told: phoned }) => [
      [step, id, standIn?.id ?? null, phoned?.verb ?? null],
      answer ? [OUTCOME_OF[answer.verb], answer.by.id, answer.evidence !== null] : null,
      confirmedLines,
    ]),
    plain.seats.map((seat) => {
      const outcome = last.get(seat) ?? null;
      const said = seat.said && outcome !== null ? [outcome, seat.said.by, seat.said.isProven] : null;
      return [
        [seat.step, seat.holder, seat.standIn, seat.told],
        said,
        plain.opening.lines.filter((line) => seat.lines.has(line)),
      ];
    }),
  );
  expectTurns(plain, approval);
  const states = Object.values(lineStates(approval));
  if (approval.state === 'agreed' || approval.state === 'agreedWith') {
    expect(states.every((one) => one === 'confirmed')).toBe(true);
  }
  expectEqual(approvalSchema.parse(JSON.parse(JSON.stringify(approval))), approval);
}

/** Who is awaited may answer, and nobody may whose turn it is not. */
function expectTurns(plain: Plain, approval: Approval): void {
  const away = ({ id }: { id: string }) => plain.away.has(id);
  const verb = VERBS_OF[approval.subject.kind].at(-1) ?? 'declined';
  const waiting = awaited(approval, away);
  expectEqual(
    waiting.map(({ approver, asked }) => [approver.id, asked?.id ?? null]),
    askedNow(plain).map(({ seat, asked }) => [seat.holder, asked]),
  );
  for (const who of PEOPLE) {
    const may = mayAnswer(approval, { on: onOf(approval), person: who.person, verb }, { away });
    expectEqual([who.name, isRefusal(may) ? null : may.id], [who.name, seatFor(plain, who.id)?.holder ?? null]);
    const isAsked = waiting.some(({ asked }) => asked?.id === who.id);
    if (isAsked) expectEqual([who.name, isRefusal(may) ? may.code : may.answer], [who.name, null]);
  }
}
