import type { Engine } from '../core/engine.ts';
import type { StateValues } from '../core/types.ts';
import { act } from '../interact/act.ts';
import type { Act, ActResult } from '../server/protocol.ts';

/** What the parts of the driver share. */
export type Context = {
  engine: Engine;
  /** What a person has typed into an open view and not yet sent, by view id. */
  drafts: Map<string, StateValues>;
  /** Settles when the app has nothing left to do. */
  idle: () => Promise<void>;
  /** How far the clock moves before each act: people take their time. */
  paceMs: number;
};

/** Does one thing as one person and waits until everything that follows from it has happened. */
export async function perform(context: Context, userId: string, wish: Act): Promise<ActResult> {
  if (context.paceMs > 0) context.engine.world.clock.advance(context.paceMs);
  const result = await act(context.engine, userId, wish);
  await context.idle();
  return result;
}

/** The same, for what must succeed: otherwise the test fails with what Slack said. */
export async function performOrThrow(context: Context, userId: string, wish: Act): Promise<void> {
  const result = await perform(context, userId, wish);
  if (!result.ok) throw new Error(`Slack refused "${wish.act}": ${result.error}`);
}
