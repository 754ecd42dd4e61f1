import type { Audience } from '../kit/blocks.ts';
import type { Place } from '../kit/rows.ts';
import type { Row } from './outbox.ts';

/** Not sooner than this after a call of which we know nothing do we look for its message: it may still be on its way. */
export const LOOK_AFTER_MS = 30_000;
const LONGEST_WAIT_MS = 60_000;
/** Tries that may have done something, before a row is set aside. */
export const MAX_ATTEMPTS = 8;
/** Slack's limit of a channel's name (docs.slack.dev, conversations.create). */
const CHANNEL_NAME_MAX = 80;

/** What may be asked twice without harm: edits, App Home, topics, pins, invitations. */
export function isRepeatable(row: Row): boolean {
  if (row.kind === 'do') return row.doing.do !== 'createChannel' && row.doing.do !== 'file';
  return row.place.kind === 'home' || (row.kind === 'card' && row.ts !== null);
}

/** Slack was called and gave no clear answer, and a second call could make a second message. */
export const isUncertain = (row: Row): boolean => row.sendingAt !== null && !isRepeatable(row);

/** Why a row was set aside that waited until it helped nobody any more. */
export const TOO_LATE = 'too_late';

/** Is it too late to post it? What stands in Slack already may be edited at any time. */
export const isLate = ({ ts, notAfter }: Pick<Row, 'ts' | 'notAfter'>, at: Date): boolean =>
  ts === null && notAfter instanceof Date && notAfter <= at;

/** From when on a row may go, in milliseconds since the epoch; 0 for at once. */
export function readyAtMs(row: Row): number {
  const notBefore = row.notBefore?.getTime() ?? 0;
  const lookAt = isUncertain(row) && row.sendingAt ? row.sendingAt.getTime() + LOOK_AFTER_MS : 0;
  return Math.max(notBefore, lookAt);
}

/** 1 s, 2 s, 4 s ... 60 s. `failures` counts from 0. */
export const growingWaitMs = (failures: number): number =>
  Math.min(LONGEST_WAIT_MS, 1000 * 2 ** Math.min(failures, 16));

/** The wall: whether what was made for an audience may go to a place. App Home takes views, never messages. */
export function fits(place: Place, audience: Audience): boolean {
  switch (place.kind) {
    case 'channel':
      return audience === place.side;
    case 'person':
      return audience === 'person';
    case 'home':
      return false;
  }
}

/** The n-th choice of a channel's name: itself, then with `-2`, `-3` ..., within Slack's length. */
export function channelName(wanted: string, choice: number): string {
  if (choice === 1) return wanted.slice(0, CHANNEL_NAME_MAX);
  const suffix = `-${choice}`;
  return `${wanted.slice(0, CHANNEL_NAME_MAX - suffix.length)}${suffix}`;
}

/**
 * Rows by lane, each lane in the order of its decisions; lanes that a person waits for come first. Whatever stands in such a lane
 * before what they wait for is as urgent, or they would wait for it as well.
 */
export function lanesOf(rows: readonly Row[]): Row[][] {
  const lanes = new Map<string, Row[]>();
  for (const row of rows.toSorted(inOrder)) {
    const lane = lanes.get(row.lane);
    if (lane) lane.push(row);
    else lanes.set(row.lane, [row]);
  }
  const hurried = [...lanes.values()].map((lane) => {
    const last = lane.findLastIndex(({ urgent }) => urgent);
    return lane.map((row, at): Row => (at < last ? { ...row, urgent: true } : row));
  });
  const isUrgent = ([first]: Row[]) => first?.urgent === true;
  return hurried.toSorted((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)));
}

/** Making a channel comes before whatever waits for one: where another one is to be made, that may have been decided before. */
const inOrder = (a: Row, b: Row): number =>
  Number(isMaking(b)) - Number(isMaking(a)) || a.at.getTime() - b.at.getTime() || a.order - b.order;

const isMaking = (row: Row): boolean => row.kind === 'do' && row.doing.do === 'createChannel';
