import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { outside, type Outside } from '../support/outside.ts';
import { worksAlways } from '../support/works-always.ts';
import {
  daysAgo,
  dayOf,
  handedOver,
  missedOf,
  nowOf,
  planHandovers,
  plantProjects,
  postsIn,
  slotComes,
} from './by-itself-day.ts';
import { ownMongo, type OwnMongo } from './own-mongo.ts';
import { brokenRecords, isAtRest, saidTwice } from './whole.ts';

/** What the bot does by itself, in real processes under the real clock: the daily posts, whatever is killed or away. */
jest.setTimeout(240_000);

/** Another process takes over what a killed one was doing (src/io/agenda.ts). */
const RESUMES_WITHIN_MS = 60_000;
const AWAY_MS = 10_000;
const THREE_DAYS_MS = 3 * 24 * 60 * 60_000;

let mongo: OwnMongo;
let on: Outside;
beforeEach(async () => {
  // What a killed process had not committed is in the way of others for as long as MongoDB keeps it.
  mongo = await ownMongo({ keepsSeconds: 3 });
  on = await outside({ mongoUri: mongo.uri });
  await worksAlways(on.db, on.server.engine.world.app.teamId);
  // It reads the settings when it starts.
  await on.bot().stop();
}, 90_000);
afterEach(async () => {
  await on.end();
  await mongo.stop();
}, 60_000);

const unplanned = () => on.db.collection('projects').countDocuments({ nextPostAt: { $lte: nowOf(on) } });
const allPosted = (count: number) => async () =>
  (await on.db.collection('outbox').countDocuments({ 'subject.kind': 'dailyPost', state: 'sent' })) === count;
const eachOnce = (count: number) => Array.from({ length: count }, () => [expect.any(String)]);

test('a process that is killed while it plans and sweeps leaves the rest to the other one, within a minute: each post comes once, each missed day is recorded once, each handover happens once', async () => {
  const killed = await on.startBot();
  const other = await on.startBot();
  // It is the other one's turn only once the first is gone.
  other.signal('SIGSTOP');
  const channels = await plantProjects(on, 24, daysAgo(nowOf(on), 2));
  await planHandovers(on);
  await killed.killAt('committed', 9);
  await Promise.all(['posts', 'sweep'].map((job) => slotComes(on, job)));
  expect(await killed.ended).toBe('SIGKILL');
  const left = (await unplanned()) + 24 - Object.keys(await handedOver(on)).length;
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(48);

  other.signal('SIGCONT');
  const areAll = async () => (await unplanned()) === 0 && Object.keys(await handedOver(on)).length === 24;
  const done = Object.keys(await handedOver(on)).length;
  const goesOn = async () => Object.keys(await handedOver(on)).length > done || (await areAll());
  await on.until('the other one goes on', goesOn, RESUMES_WITHIN_MS);
  await on.until('all is done', areAll, RESUMES_WITHIN_MS);
  await on.until('all is posted', allPosted(24), RESUMES_WITHIN_MS);
  expect(postsIn(channels).map((posts) => posts.filter((text) => text.includes(', progress, ')).length)).toEqual(
    Array.from({ length: 24 }, () => 1),
  );
  const two = [[dayOf(on, 2), dayOf(on, 1)]];
  expect(await missedOf(on)).toEqual(Object.fromEntries(channels.map((_, index) => [`p${index}`, two])));
  expect(Object.values(await handedOver(on))).toEqual(Array.from({ length: 24 }, () => 1));
  expect([saidTwice(on), await brokenRecords(on)]).toEqual([[], []]);
});

test('six processes that start at once leave one of each recurring job, and do what is due once', async () => {
  await plantProjects(on, 12, nowOf(on));
  await planHandovers(on);
  const bots = await Promise.all(Array.from({ length: 6 }, () => on.startBot()));
  expect(bots.filter((bot) => bot.isAlive())).toHaveLength(6);
  await on.until('all is posted', allPosted(12), RESUMES_WITHIN_MS);
  await on.until('nothing is left to do', () => isAtRest(on));
  const names = (await on.db.connection.collection('agendaJobs').find().toArray()).map(({ name }) => String(name));
  expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  expect(names.length).toBeGreaterThan(5);
  expect(Object.values(await handedOver(on))).toEqual(Array.from({ length: 12 }, () => 1));
  expect([saidTwice(on), await brokenRecords(on)]).toEqual([[], []]);
});

test('MongoDB that is gone for ten seconds when posts are due costs none of them, and doubles none', async () => {
  await on.startBot();
  await on.startBot();
  const channels = await plantProjects(on, 12, new Date(nowOf(on).getTime() + AWAY_MS / 2));
  await mongo.kill();
  await sleep(AWAY_MS);
  await mongo.restart();
  await on.until('all is posted', allPosted(12), 2 * RESUMES_WITHIN_MS);
  await on.until('nothing is left to do', () => isAtRest(on));
  expect(postsIn(channels)).toEqual(eachOnce(12));
  expect([await missedOf(on), saidTwice(on), await unplanned()]).toEqual([{}, [], 0]);
});

test('a bot that was down for three days posts once, and the days between are on the record', async () => {
  const first = await on.startBot();
  const channels = await plantProjects(on, 3, nowOf(on));
  await slotComes(on, 'posts');
  await on.until('the first day is posted', allPosted(3), RESUMES_WITHIN_MS);
  await first.stop();
  // Slack's clock as well, which signs what it delivers.
  on.server.engine.world.clock.advance(THREE_DAYS_MS);
  await on.startBot();
  await slotComes(on, 'posts');
  await on.until('the fourth day is posted', allPosted(6), RESUMES_WITHIN_MS);
  expect(postsIn(channels).map((posts) => posts.length)).toEqual([2, 2, 2]);
  const between = [[dayOf(on, 2), dayOf(on, 1)]];
  expect(await missedOf(on)).toEqual({ p0: between, p1: between, p2: between });
  expect(saidTwice(on)).toEqual([]);
});
