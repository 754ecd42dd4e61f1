import { z } from 'zod';
import type { Channel } from '../../sandbox/core/types.ts';
import type { Stage } from './stage.ts';
import type { Rostered } from './wall-roster.ts';

const rowSchema = z.looseObject({
  _id: z.string(),
  kind: z.string(),
  state: z.string(),
  token: z.string(),
  lane: z.string(),
  project: z.string().nullable(),
  place: z.looseObject({ kind: z.string(), side: z.string().optional() }),
  at: z.date(),
  order: z.number(),
  channel: z.string().nullable(),
  ts: z.string().nullable(),
  error: z.string().nullable(),
});
type Row = z.infer<typeof rowSchema>;

/**
 * What was decided is said once and in its order, and waits only while there is a reason.
 * @param reasons why nothing may be posted in a project's team channel now
 * @throws Error that names what is not so
 */
export async function checkSaid(
  on: Stage,
  projects: readonly Rostered[],
  reasons: (project: Rostered) => readonly string[],
): Promise<void> {
  const rows = (await on.db.collection('outbox').find({}).toArray()).map((raw) => rowSchema.parse(raw));
  const channels = [...on.slack.engine.world.channels.values()];
  checkOnce(channels, rows);
  checkOrder(rows);
  for (const row of rows) {
    if (row.state !== 'pending' || row.place.kind !== 'channel') continue;
    const project = projects.find(({ _id }) => _id === row.project);
    if (!project) throw new Error(`a row of no project waits: ${row._id}`);
    const side = row.place.side === 'client' ? project.channels.client : project.channels.team;
    const channel = on.slack.engine.world.channels.get(side?.id ?? '');
    const why = [...(row.place.side === 'team' ? reasons(project) : []), ...shutOut(on, channel)];
    if (why.length === 0) throw new Error(`${row._id} waits for nothing (${row.error ?? 'no error'})`);
  }
}

/** Why nobody could post in a channel, whatever the bot thinks of it. */
function shutOut({ slack }: Stage, channel: Channel | undefined): string[] {
  if (!channel) return ['there is no channel'];
  const { app } = slack.engine.world;
  return [
    ...(channel.members.includes(app.botUserId) ? [] : ['the bot is not in it']),
    ...(channel.isArchived ? ['it is archived'] : []),
    ...(channel.frozenReason ? ['it is cut off'] : []),
  ];
}

/** Each message of ours carries its row's token. A card moves with its project to another channel; all else is said once anywhere. */
function checkOnce(channels: readonly Channel[], rows: readonly Row[]): void {
  const cards = new Set(rows.flatMap(({ kind, token }) => (kind === 'card' ? [token] : [])));
  const said = new Set<string>();
  for (const { id, messages, name } of channels) {
    for (const { metadata, text } of messages) {
      const token = metadata?.event_payload['key'];
      if (typeof token !== 'string') continue;
      const key = cards.has(token) ? `${id} ${token}` : token;
      if (said.has(key)) throw new Error(`said twice in #${name}: ${text}`);
      said.add(key);
    }
  }
}

/** Of what is said once and never edited, the order in Slack is the order in which it was decided. */
function checkOrder(rows: readonly Row[]): void {
  const said = rows.filter(({ kind, state, ts }) => kind === 'say' && state === 'sent' && ts !== null);
  const inOrder = said.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order);
  const last = new Map<string, Row>();
  for (const row of inOrder) {
    // What two projects decide at the same moment has no order.
    const key = `${row.lane} ${row.project ?? ''} ${row.channel ?? ''}`;
    const before = last.get(key);
    if (before && (before.ts ?? '') >= (row.ts ?? '')) throw new Error(`${row._id} was said before ${before._id}`);
    last.set(key, row);
  }
}
