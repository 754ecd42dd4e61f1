import type { ClientSession } from 'mongoose';
import { z } from 'zod';
import type { NewId } from '../kit/ids.ts';
import { personSchema } from '../kit/person.ts';
import {
  type Again,
  doingSchema,
  frozenSchema,
  laneOf,
  placeSchema,
  type RowDraft,
  subjectSchema,
} from '../kit/rows.ts';
import type { Database, Raw } from './database.ts';

/**
 * pending: to be sent, or being sent (`sendingAt`). sent: done; a card goes back to pending at the next change. failed: set
 * aside for good, with why.
 */
const ROW_STATES = ['pending', 'sent', 'failed'] as const;

const common = {
  _id: z.string(),
  workspace: z.string(),
  /** For look-ups of a project's messages; null for what belongs to a person alone. */
  project: z.string().nullable(),
  lane: z.string(),
  place: placeSchema,
  parent: z.string().nullable(),
  urgent: z.boolean(),
  /** When it was decided, and its place among what was decided at the same moment. */
  at: z.date(),
  order: z.number(),
  /** Since when it is to be sent; of a card, since it last changed. */
  wantedAt: z.date().optional(),
  state: z.enum(ROW_STATES),
  /** Random; goes out as the message's metadata, so that a message of which we had no answer can be found again. */
  token: z.string(),
  /** Set just before Slack is called and cleared by a clear answer. Set, and no `ts`: nobody knows whether it was posted. */
  sendingAt: z.date().nullable(),
  notBefore: z.date().nullable(),
  /** It is too late to post it from then on. */
  notAfter: z.date().nullish(),
  attempts: z.int(),
  channel: z.string().nullable(),
  ts: z.string().nullable(),
  /** The thread that it was posted in. */
  threadTs: z.string().nullish(),
  /** It was deleted in Slack and posted anew; that is done once. */
  reposted: z.boolean().optional(),
  error: z.string().nullable(),
};

export const rowSchema = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('say'), ...common, message: frozenSchema }),
  z.looseObject({
    kind: z.literal('card'),
    ...common,
    subject: subjectSchema,
    /** Counts the changes it should show; what was drawn from an older count is drawn again. */
    wants: z.int(),
  }),
  z.looseObject({ kind: z.literal('do'), ...common, doing: doingSchema }),
]);
export type Row = z.infer<typeof rowSchema>;

/** Where the rows of one decision stand in time. */
export type Moment = { workspace: string; now: Date; order: number };

/** What a decision brings: rows, and App Home views to be drawn again of those people who have opened theirs before. */
export type Planned = { rows: readonly RowDraft[]; homes: readonly string[]; again?: readonly Again[] };

/** `wantedAt` tells how long it has been behind; `at` stays, for it is the row's place in its lane. */
export const drawAgain = (now: Date) => ({ $inc: { wants: 1 }, $set: { state: 'pending', wantedAt: now } });

/** Whoever asks for a card now wants it, however late it is. */
const wanted = (draft: RowDraft, now: Date) =>
  draft.kind === 'card' ? { ...drawAgain(now), ...(draft.notAfter ? {} : { $unset: { notAfter: '' } }) } : {};

/**
 * Stores what a decision brings in its transaction, in one call. A row that is there already stays as it is; a card wants
 * drawing again.
 * @param planned `homes` are card keys
 */
export async function plan(
  db: Database,
  session: ClientSession,
  moment: Moment,
  { rows, homes, again = [] }: Planned,
  newId: NewId,
): Promise<void> {
  const id = (key: string) => rowId(moment.workspace, key);
  const stored = rows.map((draft, index) => {
    const fresh = freshRow(draft, { ...moment, order: moment.order + index }, newId());
    const update = { $setOnInsert: fresh, ...wanted(draft, moment.now) };
    return { updateOne: { filter: { _id: id(draft.key) }, update, upsert: true } };
  });
  const redrawn = homes.map((key) => ({ updateOne: { filter: { _id: id(key) }, update: drawAgain(moment.now) } }));
  const edited = again.map(({ key, since }) => ({
    updateOne: { filter: { _id: id(key), at: { $gt: since }, ...STANDS }, update: drawAgain(moment.now) },
  }));
  const writes = [...stored, ...redrawn, ...edited];
  if (writes.length > 0) await db.collection('outbox').bulkWrite(writes, { session });
}

/** It is in Slack, or on its way there, and what is drawn from then on comes too late. What waits still will be drawn anyway. */
const STANDS = { $or: [{ ts: { $type: 'string' } }, { sendingAt: { $type: 'date' } }] };

/** Keys are meaningful within a workspace; two that know the same person must not share a row. */
export const rowId = (workspace: string, key: string): string => `${workspace}/${key}`;

/** What a row is when it is first stored. A card's `state` and `wants` come from the same update. */
function freshRow(draft: RowDraft, { workspace, now, order }: Moment, token: string): Omit<Raw, '_id'> {
  const { key: _key, parent: under, kind, place, urgent, ...body } = draft;
  const parent = under === null ? null : rowId(workspace, under);
  const state = kind === 'card' ? {} : { state: 'pending', wantedAt: now };
  const rest = { sendingAt: null, notBefore: null, attempts: 0, channel: null, ts: null, error: null };
  const project = place.kind === 'home' ? null : place.project;
  return {
    workspace,
    kind,
    project,
    lane: laneOf(place),
    place,
    parent,
    urgent,
    at: now,
    order,
    token,
    ...state,
    ...rest,
    ...body,
  };
}

/** A card that is stored for the first time, as `plan` stores it, where nothing else is decided with it. */
export const freshCard = (draft: RowDraft, moment: Moment, token: string): Raw => ({
  _id: rowId(moment.workspace, draft.key),
  ...freshRow(draft, moment, token),
  wants: 1,
  state: 'pending',
  wantedAt: moment.now,
});

/** Where a row was posted. */
export const postedSchema = z.looseObject({ channel: z.string(), ts: z.string(), threadTs: z.string().nullish() });

export const personFromKey = (key: string) => {
  const [team, user] = key.split(':');
  return personSchema.parse({ team, user });
};
