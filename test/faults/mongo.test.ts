import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { outside, type Outside } from '../support/outside.ts';
import { metricOf, watchHealth } from './mongo-health.ts';
import { type Day, dayBegins, type Deed, saysSo } from './mongo-people.ts';
import { ownMongo, type OwnMongo } from './own-mongo.ts';
import { brokenRecords, cardsBehind, isAtRest, saidTwice } from './whole.ts';

/** docs.slack.dev, interactivity. */
const SLACK_WAITS_MS = 3000;
/** Longer than any answer takes, and than the shortest interval of the clock. */
const AWAY_MS = 6000;
/** Slack delivers an event again after a minute. */
const AGAIN_AFTER_MS = 61_000;
/** What was on its way to Slack is looked for after half a minute, and a job of the clock is free again after one. */
const RECOVERS_WITHIN_MS = 90_000;

let mongo: OwnMongo;
let on: Outside;
beforeEach(async () => {
  mongo = await ownMongo();
  on = await outside({ mongoUri: mongo.uri });
}, 60_000);
afterEach(async () => {
  // A bot ends in order only where MongoDB answers.
  mongo.thaw();
  await on.end();
  await mongo.stop();
}, 60_000);

const TROUBLES = [
  { name: 'is killed and started again', begins: () => mongo.kill(), ends: () => mongo.restart() },
  { name: 'stands still for a while', begins: async () => mongo.freeze(), ends: async () => mongo.thaw() },
];

test.each(TROUBLES)(
  'while MongoDB $name everybody is answered, nothing that is done is lost, and the bot goes on by itself',
  async ({ begins, ends }) => {
    const day = await dayBegins(on);
    const bot = on.bot();
    const health = watchHealth(bot);
    const from = on.server.engine.journal.entries.length;

    const early = day.early.map(({ does }) => does());
    // One is told that it is done; what follows from it, and the other ones, are on their way.
    await Promise.race(early);
    await begins();
    const over = sleep(AWAY_MS);
    await Promise.all([...early, ...duringIt(day)]);
    await on.until('it says that it is not ready', () => health.seen.readyz.includes(503));
    expect(await metricOf(bot, 'liaison_database_up')).toBe(0);
    await over;
    await ends();

    const backAt = new Date();
    await on.until('it is ready again', () => health.seen.readyz.at(-1) === 200, RECOVERS_WITHIN_MS);
    await on.until('the sender is done', () => isAtRest(on), RECOVERS_WITHIN_MS);
    const all = [...day.early, ...day.late];
    for (const deed of all) expectHonest(deed);
    for (const { name, heard } of day.questions) expect(`${name}: ${heard()}`).toMatch(/: ./u);
    expect(await cardsBehind(on)).toEqual([]);

    // What was not done they do again, and the same process serves them. Slack tells again who joined.
    for (const { does } of all) await does();
    on.server.engine.world.clock.advance(AGAIN_AFTER_MS);
    for (const { name, isShown } of [...all, day.joining]) await on.until(name, isShown);
    await on.until('the clock goes on', () => clockGoesOn(backAt), RECOVERS_WITHIN_MS);
    await on.until('the sender is done', () => isAtRest(on), RECOVERS_WITHIN_MS);

    expect(await metricOf(bot, 'liaison_database_up')).toBe(1);
    expect(await metricOf(bot, 'liaison_outbox_failed_rows')).toBe(0);
    expect(saidTwice(on)).toEqual([]);
    expect(await brokenRecords(on)).toEqual([]);
    expect(new Set((await health.stop()).livez)).toEqual(new Set([200]));
    expect(unanswered(from)).toEqual([]);
  },
  240_000,
);

const duringIt = ({ late, questions, joining }: Day): Promise<unknown>[] => [
  ...late.map(({ does }) => does()),
  ...questions.map(({ asks }) => asks()),
  joining.does(),
];

/** Whoever was told nothing else takes it for done, and it is; whoever was told that nobody knows was told so in words. */
function expectHonest({ name, told, isShown }: Deed): void {
  const sentence = told();
  const isHonest = sentence === null ? isShown() : saysSo(sentence);
  expect({ name, sentence, isHonest }).toMatchObject({ isHonest: true });
}

/** Every short recurring job has run since, and none is overdue for long. */
async function clockGoesOn(since: Date): Promise<boolean> {
  const jobs = on.db.connection.collection('agendaJobs');
  const run = await jobs.countDocuments({ name: /^(sender|replay) /u, lastFinishedAt: { $gt: since } });
  return run === 2 && (await metricOf(on.bot(), 'liaison_clock_overdue_seconds')) < 5;
}

/** Deliveries that somebody waits for and that were not answered in time. */
function unanswered(from: number): string[] {
  const delivered = on.server.engine.journal.entries
    .slice(from)
    .filter(({ direction, kind }) => direction === 'to app' && kind !== 'events_api');
  expect(delivered.length).toBeGreaterThan(7);
  return delivered
    .filter(({ outcome, tookMs }) => outcome !== 'ok' || tookMs > SLACK_WAITS_MS)
    .map(({ what, outcome, tookMs }) => `${what}: ${outcome} after ${tookMs} ms`);
}
