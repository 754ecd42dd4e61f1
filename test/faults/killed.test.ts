import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Point } from '../../src/io/watch.ts';
import { outside, type Outside } from '../support/outside.ts';
import { CONFIRM, type Deed, JOIN, SEND, START } from './killed-deeds.ts';
import { putOutOfSight, type Sight, sightOf } from './killed-sight.ts';
import { ownMongo, type OwnMongo } from './own-mongo.ts';
import { brokenRecords, isAtRest, saidTwice } from './whole.ts';

/** Longer than a killed sender's lease, the wait before a look-up, and Slack's wait before it delivers again. */
const AWAY_MS = 61_000;
/** MongoDB lives on real time. What a killed process had not committed is in the way of others for as long as this. */
const TRANSACTIONS_KEPT_SECONDS = 3;
const KILLED_WITHIN_MS = 15_000;

/** When the bot is killed. `isTold`: whoever waits for an answer gets none. */
type Kill = { when: string; isTold: boolean; arm: (on: Outside) => Promise<void> };

const BEFORE_ACK: readonly (Point | 'written')[] = ['received', 'decided', 'written', 'committed'];
const AFTER_ACK: readonly Point[] = ['acked', 'claimed', 'posted', 'saved'];

/** When the `nth` piece of work passes a point. */
const at = (point: Point | 'written', nth = 1): Kill => ({
  when: nth === 1 ? point : `${point}, number ${nth}`,
  isTold: BEFORE_ACK.includes(point),
  arm: (on) => on.bot().killAt(point, nth),
});

/** When Slack has done what was asked for and the answer is on its way. */
const answering = (method: string): Kill => ({
  when: `posted, and not told of ${method}`,
  isTold: false,
  arm: async (on) => {
    const stop = on.server.engine.journal.subscribe(({ kind, name, outcome }) => {
      if (kind !== 'call' || name !== method || outcome !== 'ok') return;
      stop();
      on.bot().signal('SIGKILL');
    });
  },
});

const EVERYWHERE: readonly Kill[] = [...BEFORE_ACK, ...AFTER_ACK].map((point) => at(point));

const WORLDS: readonly { over: 'http' | 'socket'; deed: Deed; kills: readonly Kill[] }[] = [
  {
    over: 'http',
    deed: CONFIRM,
    kills: [...EVERYWHERE, at('posted', 6), answering('chat.update'), answering('chat.postMessage')],
  },
  {
    over: 'http',
    deed: START,
    kills: [
      ...EVERYWHERE,
      answering('conversations.create'),
      answering('conversations.invite'),
      answering('conversations.setTopic'),
      answering('chat.postMessage'),
      answering('pins.add'),
    ],
  },
  { over: 'http', deed: SEND, kills: [at('committed'), answering('chat.postMessage')] },
  { over: 'http', deed: JOIN, kills: [...EVERYWHERE, answering('chat.postMessage')] },
  { over: 'socket', deed: CONFIRM, kills: [at('committed'), answering('chat.postMessage')] },
  { over: 'socket', deed: START, kills: [at('acked')] },
  { over: 'socket', deed: JOIN, kills: [at('received')] },
];

let mongo: OwnMongo;
beforeAll(async () => {
  mongo = await ownMongo({ keepsSeconds: TRANSACTIONS_KEPT_SECONDS });
}, 60_000);
afterAll(() => mongo.stop());

const worlds = WORLDS.map((world) => ({ ...world, what: world.deed.name }));
describe.each(worlds)('$what, over $over', ({ over, deed, kills }) => {
  let on: Outside;
  let usual: Sight;
  let count = 100;
  // No name is part of another one.
  const nextProject = () => `Launch ${(count += 1)}`;
  const rest = () => on.until('everything is done', () => isAtRest(on));

  beforeAll(async () => {
    on = await outside({ over, mongoUri: mongo.uri });
    const project = nextProject();
    const { attempt, goOn } = await deed.prepare(on, project);
    await attempt();
    await rest();
    usual = await sightOf(on, project);
    await goOn();
    await putOutOfSight(on, project);
  }, 60_000);
  afterAll(() => on.end(), 60_000);

  test.each(kills)(
    'is decided, shown and said once, though the bot is killed: $when',
    async ({ when, isTold, arm }) => {
      const project = nextProject();
      const ready = await deed.prepare(on, project);
      await on.loadBot();
      const bot = on.bot();
      await arm(on);
      const failed = await ready.attempt().then(() => null, String);
      await on.until('it is killed', () => !bot.isAlive(), KILLED_WITHIN_MS);
      expect(await bot.ended).toBe('SIGKILL');
      const noAnswer: unknown = expect.stringContaining('operation_timeout');
      expect(failed).toEqual(isTold && !deed.isEvent ? noAnswer : null);

      await on.startBot({ laterMs: AWAY_MS });
      if (failed !== null && !(await ready.again())) {
        // Told that the outcome is not known yet, they try again, as they were told.
        expect(when).toBe('written');
        await on.until('the person sees it done', ready.again);
      }
      await rest();
      expect(await sightOf(on, project)).toEqual(usual);
      expect(saidTwice(on)).toEqual([]);
      expect(await brokenRecords(on)).toEqual([]);
      await ready.goOn();
      await putOutOfSight(on, project);
    },
    60_000,
  );
});
