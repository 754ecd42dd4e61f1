import { CLOSED_CHANNEL } from '../kit/closed.ts';
import type { Row } from './outbox.ts';
import type { Outcome } from './sender-outcome.ts';
import type { Run } from './sender-parts.ts';
import { type Target, targetOf } from './sender-places.ts';
import { putBack } from './sender-rows.ts';

const CLOSED = new Set<string>(CLOSED_CHANNEL);

/**
 * Slack refused a row because its channel is closed, and may be about to tell so. Whoever knows what that means looks at the
 * channel; where what is posted there is held then, the row waits like the others, for it was not at fault.
 * @returns whether the row goes on waiting
 */
export async function waitsWhileClosed(
  run: Run,
  row: Row,
  target: Extract<Target, { is: 'there' | 'toBeMade' }>,
  outcome: Outcome,
): Promise<boolean> {
  const { onClosed, db, log } = run.parts;
  if (outcome.is !== 'refused' || !CLOSED.has(outcome.error) || !onClosed) return false;
  if (row.place.kind !== 'channel' || target.is !== 'there') return false;
  try {
    await onClosed(target.to);
  } catch (error) {
    log.warn({ err: error, row: row._id }, 'a channel that refused a message could not be looked at');
  }
  const now = await targetOf(run, row.place);
  const isSame = now.is === 'there' && now.to === target.to;
  if (isSame || now.is === 'impossible') return false;
  await putBack(db, row, run.at, outcome.error);
  return true;
}
