import type { Entry } from '../../sandbox/core/journal.ts';
import { canSeeChannel, reachesApp } from '../../sandbox/core/sight.ts';
import type { User } from '../../sandbox/core/types.ts';
import { createTrigger } from '../../sandbox/core/views.ts';
import { personByHandle } from '../../sandbox/seed/plant.ts';
import type { Walk } from './cast.ts';
import { deliveryOf, type Scene } from './scenes.ts';
import type { Body, Stage } from './stage.ts';

/** Another company's workspace, which has not installed the bot. */
export const ELSEWHERE = 'T0ELSEWHERE';

type Loose = { id?: string; [key: string]: unknown };
const part = (body: Body, key: string): Loose | undefined => body[key] as Loose | undefined;

/** The same delivery as if somebody else had done it: their id and team wherever Slack names them, and their own trigger. */
export function asIfBy(on: Stage, handle: string): (body: Body) => Body {
  const { engine } = on.slack;
  const user = personByHandle(engine, handle);
  return (body) => {
    const trigger = createTrigger(engine.world, user.id, part(body, 'view')?.id).id;
    if ('user_id' in body) return { ...body, user_id: user.id, user_name: user.handle, trigger_id: trigger };
    const team = part(body, 'view') ? { team: { ...part(body, 'team'), id: user.teamId } } : {};
    const by = { id: user.id, username: user.handle, name: user.handle, team_id: user.teamId };
    return { ...body, ...team, user: by, trigger_id: trigger };
  };
}

/** The same delivery as if it came from a workspace where the bot is not installed. */
export function asIfFrom(team: string): (body: Body) => Body {
  return (body) => {
    const view = part(body, 'view');
    return {
      ...body,
      ...('team_id' in body ? { team_id: team } : {}),
      ...('team' in body ? { team: { ...part(body, 'team'), id: team } } : {}),
      ...('user' in body ? { user: { ...part(body, 'user'), team_id: team } } : {}),
      // There it is another bot, of the same app, that had posted what is pressed.
      ...('message' in body ? { message: { ...part(body, 'message'), bot_id: 'B0ELSEWHERE' } } : {}),
      ...(view ? { view: { ...view, app_installed_team_id: team, team_id: team } } : {}),
      ...('authorizations' in body ? { authorizations: [{ team_id: team }] } : {}),
    };
  };
}

type Swap = readonly (readonly [own: string, other: string])[];

const swapped = (text: string, ids: Swap): string =>
  ids.reduce((changed, [own, other]) => changed.replaceAll(own, other), text);

/** What a delivery is about; who acts, in which workspace and where something is pressed, is Slack's to say. */
const ABOUT = ['actions', 'text', 'channel_id', 'event'] as const;

/**
 * The same delivery about somebody else's things: `ids` are its own ids, each with the one that takes its place. An event is
 * another one then, with an id of its own.
 */
export function aboutOthers(ids: Swap): (body: Body) => Body {
  const inside = (value: unknown): unknown =>
    value === undefined ? undefined : JSON.parse(swapped(JSON.stringify(value), ids));
  return (body) => {
    const view = part(body, 'view');
    const { private_metadata: metadata, state } = view ?? {};
    const entered = view ? { view: { ...view, private_metadata: inside(metadata), state: inside(state) } } : {};
    const named = ABOUT.flatMap((key) => (key in body ? [[key, inside(body[key])]] : []));
    const own = 'event_id' in body ? { event_id: `${String(body['event_id'])}F` } : {};
    return { ...body, ...Object.fromEntries(named), ...entered, ...own };
  };
}

type Action = { value?: unknown };
const actionOf = (body: Body): Action | undefined => ((body['actions'] ?? []) as Action[])[0];
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What a press or a submission carries: the value of its button, else what its modal holds. Null where that is nothing. */
export function carriedBy({ payload }: Entry): string | null {
  const body = payload as Body;
  const carried = [actionOf(body)?.value, part(body, 'view')?.['private_metadata']];
  return carried.find(isText) ?? null;
}

/** The same delivery, but for what it carries. */
export function carrying(text: string): (body: Body) => Body {
  return (body) => {
    const action = actionOf(body);
    if (isText(action?.value)) return { ...body, actions: [{ ...action, value: text }] };
    return { ...body, view: { ...part(body, 'view'), private_metadata: text } };
  };
}

/** Sends the last delivery of that name again, changed on its way. @returns it with its answer. */
export async function sendChanged(on: Stage, name: string, alter: (body: Body) => Body): Promise<Entry> {
  on.wire.alter = alter;
  await on.slack.again(1, name);
  on.wire.alter = null;
  const last = on.slack.journal.deliveries(name).at(-1);
  if (!last) throw new Error(`no delivery ${name}`);
  return last;
}

/** Could this person have done it at all: is there a channel where they can type or press, or a view of their own? */
export function couldSee(on: Stage, handle: string, { payload }: Entry): boolean {
  const { engine } = on.slack;
  const user: User = personByHandle(engine, handle);
  const body = payload as Body;
  if ('user_id' in body) return reachesApp(engine.world, user) && sees(on, user, String(body['channel_id']));
  const channel = part(body, 'channel')?.id;
  if (channel !== undefined) return sees(on, user, channel);
  return part(body, 'view')?.['type'] === 'modal' || reachesApp(engine.world, user);
}

const sees = ({ slack }: Stage, user: User, id: string): boolean => {
  const channel = slack.engine.world.channels.get(id);
  return channel !== undefined && canSeeChannel(slack.engine.world, user, channel);
};

/** All that the bot said privately since an entry: in its answer, beside it, or in a modal. */
export function toldSince(on: Stage, from: Entry): string {
  const { entries } = on.slack.journal;
  const since = entries.slice(entries.indexOf(from));
  const calls = since.filter(({ kind, name }) => kind === 'call' && /postEphemeral|views\./u.test(name));
  return JSON.stringify([from.answer, ...calls.map(({ payload }) => payload)]);
}

/** Has a delivery that was on its way arrive, by its id in the journal. */
export async function arrives({ slack }: Stage, id: string): Promise<Entry> {
  await slack.engine.dispatch.again(id);
  await slack.idle();
  const arrived = slack.journal.deliveries().at(-1);
  if (!arrived) throw new Error('nothing arrived');
  return arrived;
}

type Answered = { response_action?: string; view?: object } | null;

/**
 * Slack heeds no answer that comes late, or to what is sent again: a modal that was to close, or to become another, still
 * stands there. This does with it what the answer said.
 */
export async function follow(scene: Scene, walk: Walk): Promise<void> {
  if (scene.list !== 'submits') return;
  const answers = walk.on.slack.journal.deliveries(deliveryOf(scene)).map(({ answer }) => answer as Answered);
  const { world } = walk.on.slack.engine;
  const stack = world.stacks.get(walk.as(scene.by).id) ?? [];
  const update = answers.find((answer) => answer?.response_action === 'update');
  const top = world.views.get(stack.at(-1) ?? '');
  if (update?.view && top) Object.assign(top, { view: update.view, state: {} });
  // An empty answer closes the one modal, and what it was opened over is seen again.
  else
    await walk
      .as(scene.by)
      .modal()
      .close({ all: answers.some((answer) => answer?.response_action === 'clear') });
}
