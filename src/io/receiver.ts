import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { isDeep } from './depth.ts';
import type { Inbox } from './received.ts';
import type { Log } from './log.ts';
import { deliveryKind, envelopeSchema, workspaceCandidates } from './payloads.ts';
import type { Watch } from './watch.ts';

/**
 * Which installed workspace a delivery belongs to; undefined where none of the candidates is installed.
 * @param postedBy the bot that posted the message which was pressed. A press by somebody of another company may name only
 *   their own team (github.com/slackapi/java-slack-sdk, issue 1041): the message they pressed says whose it is.
 */
export type WorkspaceOf = (candidates: readonly string[], postedBy?: string | null) => string | undefined;

/** A delivery that nobody will look at, and that Slack need not send again: HTTP answers 400, a socket acknowledges it. */
export class RefusedDelivery extends Error {
  override readonly name = 'RefusedDelivery';
}

export type ReceiverParts = {
  inbox: Inbox;
  /** Is anybody interested in an event of this type? What nobody is interested in is not kept. */
  wants: (event: { type: string }) => boolean;
  workspaceOf: WorkspaceOf;
  now: () => Date;
  log: Log;
  watch: Watch;
};

export type DurableReceiver = Receiver & {
  /** Settles when every delivery that has arrived is handled to its end. */
  settled: () => Promise<void>;
};

/**
 * Wraps a receiver so that an event is acknowledged only once it is saved: Bolt acknowledges events before any listener
 * runs, and a process killed in between would lose a client's answer. Where it cannot be saved there is no
 * acknowledgement, and Slack delivers again (docs.slack.dev, Events API, retries).
 *
 * An event that is there already is acknowledged and goes no further: its first delivery, or the replay, handles it.
 */
export function durable(inner: Receiver, parts: ReceiverParts): DurableReceiver {
  const atWork = new Set<Promise<void>>();
  const counted = (work: Promise<void>): Promise<void> => {
    atWork.add(work);
    return work.finally(() => atWork.delete(work));
  };
  return {
    init: (app: App) => inner.init(withInbox(app, parts, counted)),
    start: (...args) => inner.start(...args),
    stop: (...args) => inner.stop(...args),
    settled: async () => {
      while (atWork.size > 0) await Promise.allSettled(atWork);
    },
  };
}

/** The app as the inner receiver sees it: everything as it is, but for the way in. */
function withInbox(app: App, parts: ReceiverParts, counted: (work: Promise<void>) => Promise<void>): App {
  const processEvent = (event: ReceiverEvent): Promise<void> => counted(take(app, event, parts));
  return Object.create(app, { processEvent: { value: processEvent } }) as App;
}

async function take(app: App, event: ReceiverEvent, parts: ReceiverParts): Promise<void> {
  const { inbox, wants, workspaceOf, now, log, watch } = parts;
  if (isDeep(event.body)) refuse('nested too deeply', log);
  const watched = { ...event, ack: watchedAck(event, parts) };
  const envelope = deliveryKind(event.body) === 'event' ? envelopeOf(event.body, log) : null;
  if (envelope && !wants(envelope.event)) return watched.ack();
  const workspace = envelope ? workspaceOf(workspaceCandidates(envelope)) : undefined;
  const isNew =
    !envelope || workspace === undefined || (await inbox.open(workspace, envelope.event_id, event.body, now()));
  watch.pass('received');
  return isNew ? app.processEvent(watched) : watched.ack();
}

function envelopeOf(body: unknown, log: Log) {
  const envelope = envelopeSchema.safeParse(body);
  return envelope.success ? envelope.data : refuse('an event without its envelope', log);
}

function refuse(why: string, log: Log): never {
  log.warn({ why }, 'a delivery was refused');
  throw new RefusedDelivery(why);
}

function watchedAck({ ack, body }: ReceiverEvent, { watch }: ReceiverParts): ReceiverEvent['ack'] {
  const startedMs = performance.now();
  return async (response) => {
    await ack(response);
    watch.acked(deliveryKind(body), performance.now() - startedMs);
    watch.pass('acked');
  };
}

/** Hands events that were saved before to Bolt once more; Slack heard long ago that we have them. @returns how many */
export async function replayOpen(app: App, open: readonly unknown[]): Promise<number> {
  for (const body of open) {
    await app.processEvent({ body: body as Record<string, unknown>, ack: async () => undefined });
  }
  return open.length;
}
