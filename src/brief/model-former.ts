import { z } from 'zod';
import { decidesOnSchema } from '../approval/model.ts';
import { fromFormerApproval } from '../approval/model-former.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { localeSchema } from '../kit/locale.ts';
import { metadata } from '../kit/metadata.ts';

// What 0.1.0 stored of a sent brief, and what its buttons and forms carry. Retired since 0.2.0; may go in 0.4.0.

const formerSentSchema = z.looseObject({
  current: z.looseObject({
    number: z.int(),
    hash: z.string(),
    lines: z.array(z.looseObject({ id: z.string() })),
  }),
  approval: z.looseObject({ state: z.string(), stateSince: z.string(), steps: z.undefined().optional() }),
});

/**
 * What was sent, with its approval in the present form: it is the version that says which lines were asked about, and it
 * stands where it was confirmed.
 * @returns `raw` itself where it is of no former form
 */
export function fromFormerSent(raw: unknown): unknown {
  const parsed = formerSentSchema.safeParse(raw);
  if (!parsed.success) return raw;
  const { current, approval, ...sent } = parsed.data;
  const { number: version, hash, lines } = current;
  const now = fromFormerApproval(
    approval,
    lines.map(({ id }) => id),
  );
  const isConfirmed = approval.state === 'confirmed';
  return { ...sent, current, approval: now, stands: isConfirmed ? { version, hash, at: approval.stateSince } : null };
}

const decision = z.object({ project: z.string(), on: decidesOnSchema, language: localeSchema });
export type FormerDecision = z.infer<typeof decision>;

/** What the buttons for confirming, requesting changes and withdrawing carried: a project has one brief, so they named none. */
export const formerDecisionValue = metadata('button', decision);
/** What the forms carried that asked for a reason. */
export const formerDecisionMeta = metadata('modal', decision);

/** Why changes are requested; about the whole version. */
export const formerReasonForm = [
  { id: 'reason', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true },
] as const satisfies readonly Question[];

/** The one approver who could be chosen for sending. */
export const formerApprover = { id: 'approver', kind: 'person', required: false } as const satisfies Question;
