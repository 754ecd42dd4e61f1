import type { KnownBlock } from '@slack/types';
import { isObject } from '../api/body.ts';
import { refusalOf, refuse } from '../api/refuse.ts';
import { viewShape } from '../api/shapes.ts';
import { checkedView } from '../api/views.ts';
import type { Engine } from '../core/engine.ts';
import { showView } from '../core/shown.ts';
import type { StateValues, User, ViewRecord } from '../core/types.ts';
import { closeAll, closeModal, modalsOf, pushModal, replaceView, STACK_LIMIT } from '../core/views.ts';
import type { ActResult } from '../server/protocol.ts';
import { formFaults } from '../blockkit/inputs.ts';
import { commonPart } from './payload.ts';
import { setBusy, TROUBLE } from './press.ts';
import { collectState, handInFiles } from './state.ts';

/** A person submits the open modal. What Slack's client would refuse never reaches the app. */
export async function submit(engine: Engine, user: User, viewId: string, given: StateValues): Promise<ActResult> {
  const record = topModal(engine, user, viewId);
  if (!record) return { ok: false, error: 'not_visible' };
  if (record.view.type !== 'modal' || !record.view.submit) return { ok: false, error: 'no_submit' };
  record.state = given;
  const blocks = record.view.blocks as KnownBlock[];
  const values = collectState(engine, user, blocks, given);
  record.errors = formFaults(blocks, values);
  if (Object.keys(record.errors).length > 0) {
    engine.world.changed();
    return { ok: false, error: 'invalid required field', fields: record.errors };
  }
  handInFiles(engine, values);
  setBusy(engine, record, true);
  const body = { type: 'view_submission', ...viewPart(engine, user, record, values), response_urls: [] };
  const ack = await engine.dispatch.send({
    kind: 'interactive',
    name: `view_submission ${record.view.callback_id ?? ''}`,
    body,
  });
  setBusy(engine, record, false);
  return ack.ok ? applyAck(engine, record, ack.payload) : inTrouble(engine, record);
}

function topModal(engine: Engine, user: User, viewId: string): ViewRecord | undefined {
  const top = modalsOf(engine.world, user.id).at(-1);
  return top?.id === viewId ? top : undefined;
}

function viewPart(engine: Engine, user: User, record: ViewRecord, values: StateValues) {
  return {
    ...commonPart(engine, user, user.teamId, record.id),
    view: viewShape(engine.world, record, values),
  };
}

/** Does what the app answered: docs.slack.dev, modals, "Responding to submissions". */
function applyAck(engine: Engine, record: ViewRecord, payload: unknown): ActResult {
  const { world } = engine;
  // Anything but an empty body or an object is no answer to a submission. (assumed)
  const isAnswer = payload === null || payload === undefined || payload === '' || isObject(payload);
  if (!isAnswer) return senseless(engine, record, `the answer ${JSON.stringify(payload).slice(0, 200)}`);
  const answer = isObject(payload) ? payload : {};
  const action = answer['response_action'];
  try {
    if (action === undefined && Object.keys(answer).length === 0) closeModal(world, record);
    else if (action === 'clear') closeAll(world, record.user);
    else if (action === 'errors') return applyErrors(engine, record, answer['errors']);
    else if (action === 'update') applyUpdate(engine, record, answer['view']);
    else if (action === 'push') applyPush(engine, record, answer['view']);
    else return senseless(engine, record, `the answer ${JSON.stringify(answer).slice(0, 200)}`);
    return { ok: true };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    return senseless(engine, record, JSON.stringify(refusal));
  }
}

function applyUpdate(engine: Engine, record: ViewRecord, view: unknown): void {
  replaceView(engine.world, record, checkedView(engine, view, 'modal', record));
}

function applyPush(engine: Engine, record: ViewRecord, view: unknown): void {
  const checked = checkedView(engine, view, 'modal');
  if (modalsOf(engine.world, record.user).length >= STACK_LIMIT) refuse('push_limit_reached');
  pushModal(engine.world, record.user, checked);
}

/** Errors belong to input blocks; anything else Slack cannot show. */
function applyErrors(engine: Engine, record: ViewRecord, errors: unknown): ActResult {
  const inputs = (record.view.blocks as KnownBlock[]).filter((block) => block.type === 'input');
  const known = new Set(inputs.map((block) => block.block_id));
  const entries = isObject(errors) ? Object.entries(errors) : [];
  if (entries.length === 0) return senseless(engine, record, 'response_action errors without errors');
  const strange = entries.filter(([blockId, text]) => !known.has(blockId) || typeof text !== 'string' || text === '');
  if (strange.length > 0) return senseless(engine, record, `errors for ${strange.map(([id]) => id).join(', ')}`);
  record.errors = Object.fromEntries(entries) as Record<string, string>;
  showView(engine.world, record);
  engine.world.changed();
  return { ok: false, error: 'errors', fields: record.errors };
}

function senseless(engine: Engine, record: ViewRecord, why: string): ActResult {
  engine.journal.complain(`the ack of view_submission ${record.view.callback_id ?? ''}: ${why}`);
  return inTrouble(engine, record);
}

function inTrouble(engine: Engine, record: ViewRecord): ActResult {
  record.trouble = TROUBLE;
  engine.world.changed();
  return { ok: false, error: 'operation_timeout' };
}

/** A person closes the open modal by Cancel, or the whole stack by the X. The app hears of it if it asked to. */
export async function close(engine: Engine, user: User, viewId: string, all: boolean): Promise<ActResult> {
  const stack = modalsOf(engine.world, user.id);
  const record = stack.at(-1);
  if (record?.id !== viewId) return { ok: false, error: 'not_visible' };
  // The X tells of the root, Cancel of the view that was cancelled (docs.slack.dev, modals).
  const told = all ? (stack[0] ?? record) : record;
  const tell = told.view.type === 'modal' && told.view.notify_on_close === true;
  const body = {
    type: 'view_closed',
    ...viewPart(engine, user, told, collectState(engine, user, told.view.blocks as KnownBlock[], told.state)),
    is_cleared: all,
  };
  if (all || (record.view.type === 'modal' && record.view.clear_on_close)) closeAll(engine.world, user.id);
  else closeModal(engine.world, record);
  if (tell) {
    await engine.dispatch.send({ kind: 'interactive', name: `view_closed ${told.view.callback_id ?? ''}`, body });
  }
  return { ok: true };
}
