import type { KnownBlock, View as SlackView } from '@slack/types';
import { identified } from './messages.ts';
import { showView } from './shown.ts';
import type { Trigger, ViewRecord } from './types.ts';
import type { World } from './world.ts';

/** Slack stacks at most three modals (docs.slack.dev, modals). */
export const STACK_LIMIT = 3;

/** A view as it is kept: with ids for its blocks, which Slack makes where the app gave none. */
export function createView(world: World, userId: string, view: SlackView, previous?: ViewRecord): ViewRecord {
  const id = world.random.id('V');
  const record: ViewRecord = {
    id,
    user: userId,
    view: withIds(world, view),
    hash: newHash(world),
    rootId: previous?.rootId ?? id,
    previousId: previous?.id ?? null,
    externalId: view.external_id ?? '',
    state: {},
    errors: {},
    busy: false,
    trouble: undefined,
  };
  world.views.set(id, record);
  showView(world, record);
  return record;
}

/** Opens a modal alone: whatever stack this person had is gone. (assumed: for views.open out of an open modal) */
export function openModal(world: World, userId: string, view: SlackView): ViewRecord {
  closeAll(world, userId);
  const record = createView(world, userId, view);
  world.stacks.set(userId, [record.id]);
  world.changed();
  return record;
}

/** Puts a modal on top of the open one. The caller has checked the limit. */
export function pushModal(world: World, userId: string, view: SlackView): ViewRecord {
  const stack = world.stacks.get(userId) ?? [];
  const below = world.views.get(stack.at(-1) ?? '');
  const record = createView(world, userId, view, below);
  world.stacks.set(userId, [...stack, record.id]);
  world.changed();
  return record;
}

/** Gives a view new content. What was typed stays where block and action ids stay: that is the page's business. */
export function replaceView(world: World, record: ViewRecord, view: SlackView): void {
  record.view = withIds(world, view);
  record.hash = newHash(world);
  record.externalId = view.external_id ?? record.externalId;
  record.errors = {};
  record.trouble = undefined;
  showView(world, record);
  world.changed();
}

/** Closes one modal; what lay beneath it is seen again. */
export function closeModal(world: World, record: ViewRecord): void {
  const stack = world.stacks.get(record.user) ?? [];
  world.stacks.set(
    record.user,
    stack.filter((id) => id !== record.id),
  );
  world.views.delete(record.id);
  world.changed();
}

/** Closes every modal of a person. */
export function closeAll(world: World, userId: string): void {
  for (const id of world.stacks.get(userId) ?? []) world.views.delete(id);
  world.stacks.set(userId, []);
  world.changed();
}

/** The open modals of a person, the top one last. */
export function modalsOf(world: World, userId: string): ViewRecord[] {
  return (world.stacks.get(userId) ?? []).flatMap((id) => world.views.get(id) ?? []);
}

/** A new trigger for one interaction of one person. */
export function createTrigger(world: World, userId: string, viewId?: string): Trigger {
  const { random, clock } = world;
  const id = `${random.digits(12)}.${random.digits(12)}.${random.hex(32)}`;
  const trigger: Trigger = { id, user: userId, sentMs: clock.now(), used: false, viewId };
  world.triggers.set(id, trigger);
  return trigger;
}

function withIds(world: World, view: SlackView): SlackView {
  return { ...structuredClone(view), blocks: identified(world, view.blocks as KnownBlock[]) };
}

function newHash(world: World): string {
  return `${Math.floor(world.clock.now() / 1000)}.${world.random.hex(8)}`;
}
