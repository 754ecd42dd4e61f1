import { z } from 'zod';
import { personSchema } from '../kit/person.ts';
import type { ApprovalState } from './model.ts';

/** The states of the former form (0.1.0), as they are called now. */
const STATE_NOW = {
  open: 'open',
  confirmed: 'agreed',
  changesRequested: 'refused',
  // An approver took their own confirmation back; nobody could withdraw a request.
  withdrawn: 'takenBack',
  superseded: 'superseded',
} as const satisfies Record<string, ApprovalState>;

const FORMER_STATES = ['open', 'confirmed', 'changesRequested', 'superseded', 'withdrawn'] as const;

const answerSchema = z.looseObject({
  verb: z.enum(['confirmed', 'changesRequested']),
  at: z.iso.datetime(),
  reason: z.string().nullable(),
});

const approverSchema = z.looseObject({
  person: personSchema,
  id: z.string(),
  name: z.string().nullable(),
  answer: answerSchema.nullable(),
});
type FormerApprover = z.infer<typeof approverSchema>;

/** One step, flat approvers: they are asked side by side about the whole, and all have to answer. */
const formerSchema = z.looseObject({
  subject: z.looseObject({ kind: z.literal('brief'), id: z.string() }),
  version: z.int(),
  step: z.int(),
  openedAt: z.iso.datetime(),
  state: z.enum(FORMER_STATES),
  stateSince: z.iso.datetime(),
  approvers: z.array(approverSchema).min(1),
  /** What the form of today has, and the former one had not. */
  steps: z.undefined().optional(),
});

/**
 * An approval of the former form in the present one: the same people, answers and instants, and nothing that nobody said. Read
 * for two releases: it may go in 0.4.0, when every project that matters has been saved since.
 *
 * @param raw as it was stored
 * @param lines what was asked about, by the ids of the version's lines
 * @returns `raw` itself where it is of no former form
 */
export function fromFormerApproval(raw: unknown, lines: readonly string[]): unknown {
  const parsed = formerSchema.safeParse(raw);
  if (!parsed.success) return raw;
  const { steps: _none, ...former } = parsed.data;
  const { state, approvers } = former;
  const given = approvers.flatMap(({ answer }) => (answer ? [answer.at] : []));
  // Only when all had answered was it closed, and that is what ends a round's gathering.
  const isGathered = given.length === approvers.length;
  return {
    ...former,
    // Which rounds there were before is not known: the version that is asked about is the first one that counts.
    round: 1,
    lines: [...lines],
    steps: [{ needs: 'all' }],
    dueAt: null,
    expiresAt: null,
    requires: null,
    gathered: isGathered ? { at: given.toSorted().at(-1), by: 'allAnswered' } : null,
    state: STATE_NOW[state],
    approvers: approvers.map((one) => fromFormerApprover(one, lines, state === 'withdrawn')),
    reminders: [],
  };
}

function fromFormerApprover({ answer: said, ...one }: FormerApprover, lines: readonly string[], isTakenBack: boolean) {
  const party = { person: one.person, id: one.id, name: one.name };
  // What was taken back is no answer any more; that it was given, and when, is on the record.
  const answer = isTakenBack && said?.verb === 'confirmed' ? null : said;
  const points = answer?.verb === 'changesRequested' && answer.reason ? [{ line: null, text: answer.reason }] : [];
  return {
    ...one,
    step: 0,
    standIn: null,
    limit: null,
    confirmedLines: answer?.verb === 'confirmed' ? [...lines] : [],
    answer: answer && { ...answer, by: party, points, showAgain: null, alsoAgreed: null, evidence: null },
    told: null,
    before: [],
    remindedAt: null,
  };
}
