import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Inbox } from './received.ts';
import { envelopeSchema, workspaceCandidates } from './payloads.ts';

/**
 * Which installed workspace a delivery belongs to; undefined where none of the candidates is installed. A press by somebody
 * of another company may name only their own team (github.com/slackapi/java-slack-sdk, issue 1041): the message they
 * pressed in is ours all the same, so with one installation it is that one's.
 */
export type WorkspaceOf = (candidates: readonly string[], isOutsider: boolean) => string | undefined;

/**
 * Wraps a receiver so that an event is acknowledged only once it is saved: Bolt acknowledges events before any listener
 * runs, and a process killed in between would lose a client's answer. Where it cannot be saved there is no
 * acknowledgement, and Slack delivers again (docs.slack.dev, Events API, retries).
 *
 * An event that is there already is acknowledged and goes no further: its first delivery, or the replay, handles it.
 */
export function durable(inner: Receiver, inbox: Inbox, workspaceOf: WorkspaceOf, now: () => Date): Receiver {
  return {
    init: (app: App) => inner.init(withInbox(app, inbox, workspaceOf, now)),
    start: (...args) => inner.start(...args),
    stop: (...args) => inner.stop(...args),
  };
}

/** The app as the inner receiver sees it: everything as it is, but for the way in. */
function withInbox(app: App, inbox: Inbox, workspaceOf: WorkspaceOf, now: () => Date): App {
  const processEvent = async (event: ReceiverEvent): Promise<void> => {
    const envelope = envelopeSchema.safeParse(event.body);
    const workspace = envelope.success ? workspaceOf(workspaceCandidates(envelope.data), false) : undefined;
    if (!envelope.success || workspace === undefined) return app.processEvent(event);
    const isNew = await inbox.open(workspace, envelope.data.event_id, event.body, now());
    return isNew ? app.processEvent(event) : event.ack();
  };
  return Object.create(app, { processEvent: { value: processEvent } }) as App;
}
