import type { KnownBlock } from '@slack/types';
import { flattenBlocks } from '../../sandbox/driver/flatten.ts';
import type { SeenMessage } from '../../sandbox/driver/seen.ts';
import { userOf } from '../../sandbox/core/world.ts';
import { channelName } from '../../src/kit/slug.ts';
import type { Outside } from '../support/outside.ts';
import { CLIENT_CHANNEL } from './killed-deeds.ts';

/** All that there is of one project, in Slack's own world and on record, without what differs between any two. */
export type Sight = {
  /** The names of all channels that were made for it; their topics, members and messages. */
  channels: { name: string; topic: string; members: string[]; pins: number; messages: string[] }[];
  atTheClient: string[];
  toTheManager: string[];
  managersHome: string[];
  record: string[];
  /** Key and state of every row. */
  rows: string[];
};

export async function sightOf({ server, db, as }: Outside, project: string): Promise<Sight> {
  const { world } = server.engine;
  const raw = await db.collection('projects').findOne({ name: project });
  const id = raw?._id ?? 'not there';
  const steady = steadied([
    [id, 'ID'],
    [project, 'PROJECT'],
    [channelName(['Acme', project], ''), 'CHANNEL'],
  ]);
  const wanted = channelName(['Acme', project], '');
  const made = [...world.channels.values()].filter(({ name }) => name === wanted || name.startsWith(`${wanted}-`));
  const mei = as('mei');
  const about = (messages: SeenMessage[]) => inIt(messages, project).map((one) => steady(line(one)));
  const home = (world.homes.get(mei.id)?.view.blocks ?? []) as KnownBlock[];
  const entries = await db.collection('record').find({ 'entry.project': id }).sort({ 'entry.sequence': 1 }).toArray();
  const rows = await db.collection('outbox').find({ project: id }).toArray();
  return {
    channels: made.map(({ name, topic, members, pins }) => ({
      name: steady(name),
      topic: steady(topic),
      members: members.map((one) => userOf(world, one).handle),
      pins: pins.length,
      messages: mei
        .sees(`#${name}`)
        .filter(isNoEcho)
        .map((one) => steady(line(one))),
    })),
    atTheClient: about(as('dana').sees(CLIENT_CHANNEL)),
    toTheManager: about(mei.dms()),
    managersHome: flattenBlocks(world, home)
      .split('\n')
      .filter((text) => text.includes(project))
      .map(steady),
    record: entries.map(({ entry }) => String((entry as { kind: string }).kind)),
    rows: rows.map((row) => steady(`${row._id} ${String(row['state'])}`)).toSorted(),
  };
}

/** Takes a project off everybody's Home, whose pages the projects of earlier deeds would fill. */
export async function putOutOfSight({ db }: Outside, project: string): Promise<void> {
  const gone = {
    'summary.waits': [],
    'summary.waitsSince': null,
    'summary.list.runs': [],
    'summary.list.awaitedBy': [],
  };
  await db.collection('projects').updateOne({ name: project }, { $set: gone });
}

/** Messages that name the project, and the replies to them. */
function inIt(messages: readonly SeenMessage[], project: string): SeenMessage[] {
  const named = new Set(messages.filter(({ text }) => text.includes(project)).map(({ ts }) => ts));
  return messages.filter(({ ts, thread }) => named.has(ts) || named.has(thread ?? ''));
}

/** Of a topic it is not asked whether it was set: it is set again, and the sandbox says so again. */
const isNoEcho = ({ subtype, text }: SeenMessage, index: number, all: readonly SeenMessage[]): boolean =>
  subtype !== 'channel_topic' || all[index - 1]?.text !== text;

const line = ({ by, thread, text, fallback, buttons, pings }: SeenMessage): string =>
  [thread ? '  reply' : 'message', by, text, fallback, `[${buttons.join('|')}]`, pings.join(' ')].join(' / ');

/** What differs between two projects for no fault of anybody's: its name and ids, hashes, and the minute. */
const steadied =
  (own: readonly (readonly [string, string])[]) =>
  (text: string): string =>
    own
      .reduce((left, [from, to]) => left.replaceAll(from, to), text)
      // Its key counts saves: where the client decided before, a project begins with how they did.
      .replaceAll(/(again:card:clientCard:ID):\d+/gu, '$1:N')
      .replaceAll(/\b[0-9a-f]{12}\b/gu, 'HASH')
      .replaceAll(/\d+ \w+ \d{4} \d\d:\d\d UTC/gu, 'WHEN');
