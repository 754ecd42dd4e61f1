import type { KnownBlock, View as SlackView } from '@slack/types';
import type { ViewsOpenResponse, ViewsPublishResponse, ViewsPushResponse, ViewsUpdateResponse } from '@slack/web-api';
import { validateView } from '../blockkit/validate.ts';
import { heldScopes, type Engine } from '../core/engine.ts';
import type { Trigger, ViewRecord } from '../core/types.ts';
import { createView, modalsOf, openModal, pushModal, replaceView, STACK_LIMIT } from '../core/views.ts';
import { objectArg, textArg, userArg, type Call } from './args.ts';
import { worded } from './content.ts';
import type { Answer } from './methods.ts';
import { refuse, refuseArguments } from './refuse.ts';
import { viewShape } from './shapes.ts';

/** A trigger works once, for three seconds from when Slack sent it (docs.slack.dev, interactivity). */
const TRIGGER_LIFE_MS = 3000;

const ONTO_ANOTHER_TYPE = "must match the `type` of the root view whose stack we're pushing onto";

export function open(call: Call): Answer<ViewsOpenResponse> {
  const view = viewArg(call, 'modal');
  const trigger = takeTrigger(call);
  return answered(call.engine, openModal(call.engine.world, trigger.user, view));
}

export function push(call: Call): Answer<ViewsPushResponse> {
  const { world } = call.engine;
  const view = viewArg(call, 'modal');
  const trigger = takeTrigger(call);
  // From App Home there is no stack of modals to push onto.
  const below = world.views.get(trigger.viewId ?? '');
  if (below?.view.type === 'home') {
    refuseArguments([worded({ message: ONTO_ANOTHER_TYPE, pointer: '/view/type' })]);
  }
  const stack = modalsOf(world, trigger.user);
  // The trigger has to come from something in the open modal (docs.slack.dev). (assumed: which error)
  if (!stack.some((record) => record.id === trigger.viewId)) refuse('not_found');
  if (stack.length >= STACK_LIMIT) refuse('push_limit_reached');
  return answered(call.engine, pushModal(world, trigger.user, view));
}

export function update(call: Call): Answer<ViewsUpdateResponse> {
  const { world } = call.engine;
  const record = recordArg(call);
  const view = viewArg(call, record.view.type === 'home' ? 'home' : 'modal', record);
  checkHash(call, record);
  replaceView(world, record, view);
  return answered(call.engine, record);
}

export function publish(call: Call): Answer<ViewsPublishResponse> {
  const { world, manifest } = call.engine;
  if (manifest.features?.app_home?.home_tab_enabled !== true) refuse('not_enabled');
  const user = userArg(call, 'user_id');
  // A home belongs to the app's own workspace. (assumed: which error an external's id gets)
  if (user.teamId !== world.app.teamId || user.kind === 'bot') refuse('user_not_found');
  const current = world.homes.get(user.id);
  const view = viewArg(call, 'home', current);
  if (current) {
    checkHash(call, current);
    replaceView(world, current, view);
    return answered(call.engine, current);
  }
  const record = createView(world, user.id, view);
  world.homes.set(user.id, record);
  world.changed();
  return answered(call.engine, record);
}

function recordArg(call: Call): ViewRecord {
  const { views } = call.engine.world;
  const id = textArg(call, 'view_id');
  const externalId = textArg(call, 'external_id');
  if (!id && !externalId) refuseArguments(['missing required field: view_id']);
  const found = id ? views.get(id) : [...views.values()].find((record) => record.externalId === externalId);
  return found ?? refuse('not_found');
}

function checkHash(call: Call, record: ViewRecord): void {
  const hash = textArg(call, 'hash');
  if (hash !== undefined && hash !== record.hash) refuse('hash_conflict');
}

function viewArg(call: Call, surface: 'modal' | 'home', current?: ViewRecord): SlackView {
  return checkedView(call.engine, objectArg(call, 'view'), surface, current);
}

/**
 * A view that Slack would accept, or the refusal in Slack's shape.
 * @param current the view that it replaces, whose external_id it may keep
 */
export function checkedView(
  engine: Engine,
  given: unknown,
  surface: 'modal' | 'home',
  current?: ViewRecord,
): SlackView {
  const faults = validateView(given, surface);
  if (faults.some((fault) => fault.message === 'view_too_large')) refuse('view_too_large');
  if (faults.length > 0) refuseArguments(faults.map(worded));
  const view = given as SlackView;
  // The element needs the scope (docs.slack.dev, file input element). (assumed: which error)
  const hasFileInput = (view.blocks as KnownBlock[]).some(
    (block) => block.type === 'input' && block.element.type === 'file_input',
  );
  if (hasFileInput && !heldScopes(engine).includes('files:read')) {
    refuse('missing_scope', { needed: 'files:read', provided: heldScopes(engine).join(',') });
  }
  const taken = [...engine.world.views.values()].some(
    (record) => record !== current && record.externalId !== '' && record.externalId === view.external_id,
  );
  return taken ? refuse('duplicate_external_id') : view;
}

/** Uses up the trigger of a call. */
function takeTrigger(call: Call): Trigger {
  const { triggers, clock } = call.engine.world;
  const trigger = triggers.get(textArg(call, 'trigger_id') ?? '') ?? refuse('invalid_trigger_id');
  if (trigger.used) refuse('exchanged_trigger_id');
  if (clock.now() - trigger.sentMs > TRIGGER_LIFE_MS) refuse('expired_trigger_id');
  trigger.used = true;
  return trigger;
}

function answered<Response>(engine: Engine, record: ViewRecord): Answer<Response> {
  return { view: viewShape(engine.world, record) } as unknown as Answer<Response>;
}
