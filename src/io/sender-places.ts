import { z } from 'zod';
import { aggregateShape, type Side } from '../kit/aggregate.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { messageAt, type Place } from '../kit/rows.ts';
import type { Database } from './database.ts';
import { postedSchema, type Row, rowId } from './outbox.ts';
import type { Run } from './sender-parts.ts';

/** Where a row goes in Slack. `to` is a channel's id, or a person's for their direct messages and their Home; `former` the ids that the channel had. */
export type Target =
  | { is: 'there'; to: string; former: readonly string[]; locale: Locale }
  /** The channel is still to be made. */
  | { is: 'toBeMade'; project: string; side: Side }
  /** The project has no such side now: nothing is made for it, and what is said to it waits until it has one. */
  | { is: 'none' }
  /** Nothing may be posted there for now. */
  | { is: 'held' }
  | { is: 'impossible'; error: string };

const projectSchema = z.looseObject({ channels: aggregateShape.channels });

/** Finds the place of a row, as it is now: a hold that was set a moment ago counts. */
export async function targetOf(run: Run, place: Place): Promise<Target> {
  if (place.kind !== 'channel')
    return { is: 'there', to: place.person.user, former: [], locale: await languageOf(run, place.person) };
  const { db, installation } = run.parts;
  const filter = { _id: place.project, workspace: installation.workspace };
  const raw = await db.collection('projects').findOne(filter, { projection: { channels: 1, parent: 1 } });
  if (raw === null) return { is: 'impossible', error: 'project_not_found' };
  const { team, client } = projectSchema.parse(raw).channels;
  const channel = place.side === 'team' ? team : client;
  if (channel?.hold || (await isHeldAbove(run, raw, place.side))) return { is: 'held' };
  if (!channel) return { is: 'none' };
  if (channel.id === null) return { is: 'toBeMade', project: place.project, side: place.side };
  if (team.id === client?.id) return { is: 'impossible', error: 'wall_same_channel' };
  return { is: 'there', to: channel.id, former: channel.former ?? [], locale: channel.language };
}

const parentSchema = z.looseObject({ parent: z.looseObject({ project: z.string() }) });

/** A job lives in the rooms of its project, where people are asked about who reads along: what is held there is held. */
async function isHeldAbove(run: Run, raw: unknown, side: Side): Promise<boolean> {
  const inside = parentSchema.safeParse(raw);
  if (!inside.success) return false;
  const { db, installation } = run.parts;
  const filter = { _id: inside.data.parent.project, workspace: installation.workspace };
  const above = await db.collection('projects').findOne(filter, { projection: { channels: 1 } });
  if (above === null) return false;
  return Boolean(projectSchema.parse(above).channels[side]?.hold);
}

/** Was a card posted in a channel that its side of the project no longer has? Then nobody sees it where it should be. */
export const isElsewhere = (row: Row, target: Extract<Target, { is: 'there' }>): boolean =>
  row.kind === 'card' &&
  row.place.kind === 'channel' &&
  row.channel !== null &&
  row.channel !== target.to &&
  !target.former.includes(row.channel);

async function languageOf({ parts }: Run, person: Person): Promise<Locale> {
  const known = await parts.people.known(parts.installation.workspace, person);
  return parts.people.language(known, parts.language());
}

/** The thread a row goes into, with the channel in which that was found; null for none; `wait` while it is not there yet. */
export type Thread = { channel: string; ts: string } | null | 'wait';

const threadSchema = z.looseObject({ state: z.string(), lane: z.string(), ts: z.string().nullable() });

/**
 * A parent that failed, or that had nothing to show, leaves its replies in the channel itself: better there than nowhere. One that
 * somebody else wrote stands in Slack already; where it was deleted since, Slack says so when the reply is posted.
 */
export async function threadOf(db: Database, row: Row): Promise<Thread> {
  if (row.parent === null) return null;
  const written = messageAt(row.parent.slice(rowId(row.workspace, '').length));
  if (written) return written;
  const raw = await db.collection('outbox').findOne({ _id: row.parent, workspace: row.workspace });
  if (raw === null) return null;
  const { state, lane, ts } = threadSchema.parse(raw);
  // In the row's own lane it could only come later: waiting for it would be waiting for ever.
  if (ts === null) return state === 'pending' && lane !== row.lane ? 'wait' : null;
  const posted = postedSchema.parse(raw);
  return { channel: posted.channel, ts: posted.threadTs ?? posted.ts };
}
