import type { KnownBlock } from '@slack/types';
import type { Engine } from '../core/engine.ts';
import { elementIn, type AnyElement } from '../core/messages.ts';
import { messageSeenBy, reachesApp } from '../core/sight.ts';
import type { Message, StateValues, User, ViewRecord } from '../core/types.ts';
import { modalsOf } from '../core/views.ts';
import { channelOf, notify } from '../core/world.ts';
import { viewShape } from '../api/shapes.ts';
import { messageFields } from '../deliver/events.ts';
import type { Act, ActResult } from '../server/protocol.ts';
import { actionTs, channelPart, commonPart, interactivityFault, withoutAbsent } from './payload.ts';
import { createResponseUrl } from './responseUrl.ts';
import { collectState, stateKey } from './state.ts';

export type Press = Extract<Act, { act: 'press' }>;

type Target = { message: Message; channel: string } | { record: ViewRecord };

/** A person presses a button or chooses something that tells the app at once. */
export async function press(engine: Engine, user: User, act: Press): Promise<ActResult> {
  const target = targetOf(engine, user, act);
  if (!target) return { ok: false, error: 'not_visible' };
  const blocks = 'record' in target ? target.record.view.blocks : target.message.blocks;
  const element = elementIn(blocks as KnownBlock[], act.blockId, act.actionId);
  if (!element) return { ok: false, error: 'no_such_element' };
  const isChoice = stateKey(element) !== undefined || element.type === 'overflow';
  if (isChoice && !act.chosen) return { ok: false, error: 'nothing_chosen' };
  const fault = interactivityFault(engine, act.actionId);
  if (fault) return fault;
  const action = actionPart(engine, act, element);
  const body =
    'record' in target
      ? viewBody(engine, user, act, target.record, action)
      : messageBody(engine, user, act, target, action);
  return deliver(engine, user, act, target, body);
}

function targetOf(engine: Engine, user: User, { on }: Press): Target | undefined {
  const { world } = engine;
  if ('message' in on) {
    const message = messageSeenBy(world, user, on.message.channel, on.message.ts);
    return message && { message, channel: on.message.channel };
  }
  if ('modal' in on) {
    // Only the top one of the stack can be touched.
    const top = modalsOf(world, user.id).at(-1);
    return top?.id === on.modal ? { record: top } : undefined;
  }
  const home = reachesApp(world, user) ? world.homes.get(user.id) : undefined;
  return home && { record: home };
}

function actionPart(engine: Engine, act: Press, element: AnyElement): Record<string, unknown> {
  const said = ['text', 'value', 'style', 'url', 'placeholder'] as const;
  const own = Object.fromEntries(said.flatMap((key) => (element[key] === undefined ? [] : [[key, element[key]]])));
  return {
    ...own,
    ...act.chosen,
    type: element.type,
    action_id: act.actionId,
    block_id: act.blockId,
    action_ts: actionTs(engine),
  };
}

type OnMessage = { message: Message; channel: string };

function messageBody(
  engine: Engine,
  user: User,
  act: Press,
  { message, channel: channelId }: OnMessage,
  action: object,
) {
  const channel = channelOf(engine.world, channelId);
  const ephemeral = message.onlyFor !== undefined;
  const thread = message.threadTs ? { thread_ts: message.threadTs } : {};
  return {
    type: 'block_actions',
    // For an external's click Slack may name either team (java-slack-sdk#1041); here it is the channel's host.
    ...commonPart(engine, user, engine.world.app.teamId),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...thread,
    },
    channel: channelPart(channel),
    // An ephemeral message is in no history, and not in the payload either. (assumed)
    ...(ephemeral ? {} : { message: withoutAbsent({ type: 'message', ...messageFields(engine, message, channel) }) }),
    // What this person has chosen in the message so far.
    state: { values: collectState(engine, user, message.blocks, withChoice(act.state ?? {}, act)) },
    response_url: createResponseUrl(engine, {
      user: user.id,
      channel: channel.id,
      original: { ts: message.ts, ephemeral },
      threadTs: message.threadTs,
    }),
    actions: [action],
  };
}

function viewBody(engine: Engine, user: User, act: Press, record: ViewRecord, action: object) {
  record.state = withChoice(act.state ?? record.state, act);
  const values = collectState(engine, user, record.view.blocks as KnownBlock[], record.state);
  return {
    type: 'block_actions',
    // Here an external's own team, with the app's one in the view (docs.slack.dev, Slack Connect; assumed for actions).
    ...commonPart(engine, user, user.teamId, record.id),
    container: { type: 'view', view_id: record.id },
    view: viewShape(engine.world, record, values),
    actions: [action],
  };
}

function withChoice(state: StateValues, { blockId, actionId, chosen }: Press): StateValues {
  return chosen ? { ...state, [blockId]: { ...state[blockId], [actionId]: chosen } } : state;
}

async function deliver(engine: Engine, user: User, act: Press, target: Target, body: Record<string, unknown>) {
  const record = 'record' in target ? target.record : undefined;
  setBusy(engine, record, true);
  const name = `block_actions ${act.actionId}`;
  const ack = await engine.dispatch.send({ kind: 'interactive', name, body });
  setBusy(engine, record, false);
  if (ack.ok) return { ok: true } as const;
  if (record) record.trouble = TROUBLE;
  else notify(engine.world, user.id, 'This app did not respond in time. Try again?');
  engine.world.changed();
  return { ok: false, error: 'operation_timeout' } as const;
}

/** What Slack says in a modal when the app's answer was missing or made no sense. */
export const TROUBLE = 'We had some trouble connecting. Try again?';

/** Marks a view as waiting for the app. */
export function setBusy(engine: Engine, record: ViewRecord | undefined, busy: boolean): void {
  if (!record) return;
  record.busy = busy;
  if (busy) record.trouble = undefined;
  engine.world.changed();
}
