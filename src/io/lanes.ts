import { findPosted } from './lookup.ts';
import type { Row } from './outbox.ts';
import { act, findChannel, makeChannel } from './sender-do.ts';
import { waitsWhileClosed } from './sender-closed.ts';
import { sendFile } from './sender-file.ts';
import { type Outcome, outcomeOf } from './sender-outcome.ts';
import { NOWHERE, type Run, type Sent } from './sender-parts.ts';
import { isElsewhere, type Target, targetOf, type Thread, threadOf } from './sender-places.ts';
import {
  claim,
  keepUnclear,
  keepUnprepared,
  leaveBehind,
  markFailed,
  markFound,
  markSent,
  putBack,
} from './sender-rows.ts';
import {
  growingWaitMs,
  isLate,
  isRepeatable,
  isUncertain,
  LOOK_AFTER_MS,
  MAX_ATTEMPTS,
  readyAtMs,
  TOO_LATE,
} from './sender-rules.ts';
import { speak } from './sender-say.ts';

/**
 * How a lane, or one row of it, ended. done: on to the next. again: it changed meanwhile and is to be read again. parked:
 * nothing of the lane goes before `until`; null where only a change elsewhere will move it.
 */
export type End = { is: 'done' } | { is: 'again' } | { is: 'parked'; until: Date | null };

const DONE: End = { is: 'done' };
const AGAIN: End = { is: 'again' };

/** Sends the rows of one lane, strictly one after the other. An error of our own parks the lane and leaves the others alone. */
export async function runLane(run: Run, rows: readonly Row[]): Promise<End> {
  for (const row of rows) {
    if (!run.inTime()) return AGAIN;
    const one = await sendRow(run, row).catch((error: unknown) => {
      run.parts.log.error({ err: error, row: row._id }, 'sending stopped');
      return parked(run, growingWaitMs(0));
    });
    if (one.is !== 'done') return one;
  }
  return DONE;
}

const parked = (run: Run, ms: number): End => ({ is: 'parked', until: new Date(run.at.getTime() + ms) });

async function sendRow(run: Run, row: Row): Promise<End> {
  const nowMs = run.at.getTime();
  // Before any wait: what is said no more waits for no channel, and takes no turn of what is.
  if (isLate(row, run.at) && row.sendingAt === null) return tooLate(run, row);
  const waitMs = Math.max(readyAtMs(row) - nowMs, run.rates.dryMs(nowMs, row.urgent));
  if (waitMs > 0) return parked(run, waitMs);
  const target = await targetOf(run, row.place);
  if (target.is === 'held') return { is: 'parked', until: null };
  if (target.is === 'impossible') return setAside(run, row, target.error);
  if (target.is === 'none' && makingOf(row) !== null) return unwanted(run, row);
  if (target.is === 'none' || (target.is === 'toBeMade' && makingOf(row) === null))
    return { is: 'parked', until: null };
  if (target.is === 'there' && isElsewhere(row, target)) return moved(run, row);
  const found = row.ts === null ? await threadOf(run.parts.db, row) : threadOfPosted(row);
  if (found === 'wait') return { is: 'parked', until: null };
  const thread = target.is === 'there' ? threadIn(row, target, found) : found;
  const looked = isUncertain(row) ? await lookFirst(run, row, target, thread) : null;
  if (looked !== null) return looked;
  // Slack is away: what does no harm when it is repeated may be asked for as long as it takes.
  const isHarmless = isRepeatable(row) && row.sendingAt !== null;
  if (row.attempts >= MAX_ATTEMPTS && !isHarmless) return setAside(run, row, row.error ?? 'tried_too_often');
  return take(run, row, target, thread);
}

/** The side has another channel than when a card was posted: it is posted there, like a new one. */
async function moved(run: Run, row: Row): Promise<End> {
  await leaveBehind(run.parts.db, row, run.parts.newId());
  return AGAIN;
}

/** A channel was to be made, and the project has gone on without one since. */
const unwanted = async (run: Run, row: Row): Promise<End> =>
  (await markSent(run.parts.db, row, NOWHERE)) ? DONE : AGAIN;

/** It helps nobody any more. Whoever planned it finds that it was never sent. */
const tooLate = async (run: Run, row: Row): Promise<End> =>
  (await markFailed(run.parts.db, row, TOO_LATE)) ? DONE : AGAIN;

/** What stands in the channel that a side had before has no thread in the one that it has now. */
function threadIn(row: Row, target: Reachable & { is: 'there' }, thread: Exclude<Thread, 'wait'>) {
  if (thread === null || row.place.kind !== 'channel' || thread.channel === target.to) return thread;
  return target.former.includes(thread.channel) ? { ...thread, channel: target.to } : null;
}

/** The name of the channel that a row asks for; null where it asks for something else. */
const makingOf = (row: Row): string | null =>
  row.kind === 'do' && row.doing.do === 'createChannel' ? row.doing.name : null;

/** The thread that a message which is posted already stands in. */
function threadOfPosted(row: Row): Exclude<Thread, 'wait'> {
  const threadTs = row['threadTs'];
  return typeof threadTs === 'string' && row.channel !== null ? { channel: row.channel, ts: threadTs } : null;
}

/** @returns null where nothing of the row is in Slack, so that it may be sent (again) */
async function lookFirst(run: Run, row: Row, target: Reachable, thread: Exclude<Thread, 'wait'>): Promise<End | null> {
  try {
    const found = await find(run, row, target, thread);
    if (found === null) return null;
    return (await markFound(run.parts.db, row, found)) ? DONE : AGAIN;
  } catch (error) {
    const outcome = outcomeOf(error);
    run.parts.log.warn({ err: error, row: row._id }, 'could not look for what may have been sent');
    // Slack will not let us look, now or later; the call itself then gets a clear answer.
    if (outcome.is === 'refused') return null;
    const waitMs = outcome.is === 'limited' ? outcome.afterMs : LOOK_AFTER_MS;
    await keepUnclear(run.parts.db, row, new Date(run.at.getTime() + waitMs), outcome.error);
    return parked(run, waitMs);
  }
}

async function find(run: Run, row: Row, target: Reachable, thread: Exclude<Thread, 'wait'>): Promise<Sent | null> {
  const making = makingOf(row);
  if (target.is === 'there') return making === null ? findPosted(run, row, target.to, thread) : null;
  return making === null ? null : findChannel(run, { ...target, wanted: making });
}

type Reachable = Extract<Target, { is: 'there' | 'toBeMade' }>;

async function take(run: Run, row: Row, target: Reachable, thread: Exclude<Thread, 'wait'>): Promise<End> {
  if (isLate(row, run.at)) return tooLate(run, row);
  const bucket = isMessage(row) && target.is === 'there' ? target.to : null;
  const waitMs = run.rates.take(bucket, run.at.getTime(), row.urgent);
  if (waitMs > 0) return parked(run, waitMs);
  const claimed = await claim(run.parts.db, row, run.parts.now());
  if (claimed === null) return AGAIN;
  run.parts.watch.pass('claimed');
  // The claim may have waited for MongoDB so long that another process sends by now: then the row counts as unclear.
  if (!run.inTime()) return AGAIN;
  let sent: Sent;
  try {
    sent = await perform(run, claimed, target, thread);
    run.parts.watch.pass('posted');
  } catch (error) {
    const outcome = outcomeOf(error);
    if (await waitsWhileClosed(run, claimed, target, outcome)) return AGAIN;
    return settle(run, claimed, outcome, error);
  }
  run.failures.delete(row.lane);
  run.parts.watch.attempted('sent');
  const isLast = await markSent(run.parts.db, claimed, sent);
  run.parts.watch.pass('saved');
  return isLast && !isDrawAgain(claimed) ? DONE : AGAIN;
}

/** A card of the lane is to be sent again now, which may stand before what was just sent. */
const isDrawAgain = (row: Row): boolean => row.kind === 'do' && row.doing.do === 'drawAgain';

/** Does it make or change a message somewhere? Of these Slack takes one a second in a channel. */
const isMessage = (row: Row): boolean => (row.kind === 'do' ? row.doing.do === 'file' : row.place.kind !== 'home');

async function perform(run: Run, row: Row, target: Reachable, thread: Exclude<Thread, 'wait'>): Promise<Sent> {
  const making = makingOf(row);
  if (making !== null && target.is === 'toBeMade') return makeChannel(run, { ...target, wanted: making });
  if (target.is !== 'there') throw new Error('a row went before its channel was made');
  if (row.kind === 'do') {
    const { doing } = row;
    return doing.do === 'file' ? sendFile(run, row, doing, { to: target.to, thread }) : act(run, doing, target.to);
  }
  return speak(run, row, { to: target.to, locale: target.locale, thread });
}

/** Keeps what came of a call that was not a clear yes. */
async function settle(run: Run, row: Row, outcome: Outcome, cause: unknown): Promise<End> {
  const { db, log } = run.parts;
  const at = (ms: number) => new Date(run.at.getTime() + ms);
  const { is, error } = outcome;
  run.parts.watch.attempted(is);
  if (is !== 'refused') log.warn({ err: cause, row: row._id, outcome: is, error }, 'not sent');
  switch (outcome.is) {
    case 'refused':
      return setAside(run, row, outcome.error);
    case 'limited':
      await putBack(db, row, at(outcome.afterMs), outcome.error);
      return parked(run, outcome.afterMs);
    case 'unreachable':
    case 'shutOut': {
      const failures = run.failures.get(row.lane) ?? 0;
      run.failures.set(row.lane, failures + 1);
      const waitMs = growingWaitMs(failures);
      await putBack(db, row, at(waitMs), outcome.error);
      return parked(run, waitMs);
    }
    case 'unprepared':
    case 'unclear': {
      const again = outcome.is === 'unprepared' || isRepeatable(row);
      const waitMs = again ? growingWaitMs(row.attempts - 1) : LOOK_AFTER_MS;
      await (outcome.is === 'unprepared' ? keepUnprepared : keepUnclear)(db, row, at(waitMs), outcome.error);
      return parked(run, waitMs);
    }
  }
}

/** Sets a row aside for good, and says so; its lane goes on. That a Home view was not shown is nobody's concern. */
async function setAside({ parts }: Run, row: Row, error: string): Promise<End> {
  if (error.startsWith('wall_')) parts.log.error({ row: row._id, error }, 'the wall held a row back');
  else parts.log.warn({ row: row._id, error }, 'a row was set aside');
  if (row.place.kind !== 'home') {
    try {
      await parts.onUndelivered({ ...row, state: 'failed', error });
    } catch (cause) {
      parts.log.error({ err: cause, row: row._id }, 'nobody was told of a row that was set aside');
    }
  }
  return (await markFailed(parts.db, row, error)) ? DONE : AGAIN;
}
