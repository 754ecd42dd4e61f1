import { addChannel } from '../../sandbox/core/world.ts';
import type { Channel } from '../../sandbox/core/types.ts';
import { dayIn } from '../../src/kit/calendar.ts';
import { emptyHead } from '../../src/kit/chain.ts';
import { ana, ben } from '../support/arbitraries.ts';
import type { Outside } from '../support/outside.ts';
import { postedProject } from '../support/posting.ts';
import { noonZone } from '../support/works-always.ts';

const DAY_MS = 24 * 60 * 60_000;
export const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

export const nowOf = ({ server }: Outside): Date => new Date(server.engine.world.clock.now());
export const dayOf = (on: Outside, days = 0): string => dayIn(noonZone(nowOf(on)), daysAgo(nowOf(on), days));

/** So many projects, each with a channel of its own, whose post is to be planned from an instant on. */
export async function plantProjects(on: Outside, count: number, nextPostAt: Date): Promise<Channel[]> {
  const { world } = on.server.engine;
  const { botUserId: creator, teamId: workspace } = world.app;
  const zone = noonZone(nowOf(on));
  const channels = Array.from({ length: count }, (_, index) =>
    addChannel(world, { name: `job-${index}`, kind: 'private', creator, members: [creator] }),
  );
  const projects = channels.map(({ id }, index) => {
    const _id = `p${index}`;
    const project = postedProject(_id, nextPostAt, { workspace, zone, record: emptyHead(workspace, _id) });
    const startedAt = daysAgo(nextPostAt, 10).toISOString();
    return { ...project, startedAt, channels: { ...project.channels, team: { ...project.channels.team, id } } };
  });
  await on.db.collection('projects').insertMany(projects);
  return channels;
}

/** In each of these projects a handover was due yesterday, which the sweep carries out. */
export async function planHandovers(on: Outside): Promise<void> {
  const now = nowOf(on);
  const to = { person: ben.person, id: ben.id, name: ben.name };
  const day = { on: dayIn('utc', daysAgo(now, 1)), zone: 'utc', by: ana.id, at: daysAgo(now, 2).toISOString() };
  const handover = { id: 'h1', from: ana.id, to, note: null, clientLine: null, ...day };
  await on.db.collection('projects').updateMany({}, { $set: { handover, nextDueAt: daysAgo(now, 1) } });
}

/** How often each project was handed over, by its record. */
export async function handedOver({ db }: Outside): Promise<Record<string, number>> {
  const found = await db.collection('record').find({ 'entry.kind': 'project.handedOver' }).toArray();
  const all: Record<string, number> = {};
  for (const { entry } of found) all[entry.project] = (all[entry.project] ?? 0) + 1;
  return all;
}

/** What the bot posted in each channel. */
export const postsIn = (channels: readonly Channel[]): string[][] =>
  channels.map(({ messages }) => messages.filter(({ byApp, subtype }) => byApp && !subtype).map(({ text }) => text));

/** The days that are on the record of each project as missed, entry by entry. */
export async function missedOf({ db }: Outside): Promise<Record<string, string[][]>> {
  const found = await db.collection('record').find({ 'entry.kind': 'progress.postsMissed' }).toArray();
  const all: Record<string, string[][]> = {};
  for (const { entry, content } of found) (all[entry.project] ??= []).push(content.days);
  return all;
}

/** The clock's slot of a job has come. */
export const slotComes = ({ db }: Outside, job: string) =>
  db.connection
    .collection('agendaJobs')
    .updateOne({ name: new RegExp(`^${job} `, 'u') }, { $set: { nextRunAt: new Date(0), lockedAt: null } });
