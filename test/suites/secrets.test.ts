import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type HealthParts, healthRoutes, metricsRoute, serve } from '../../src/io/health.ts';
import { makeLog } from '../../src/io/log.ts';
import { makeMetrics, type Metrics } from '../../src/io/metrics.ts';
import { briefFilling, openStep, TEXTS } from '../support/acts.ts';
import { beginWalk, type Cast, ENGLISH, type Walk } from '../support/cast.ts';
import { play, SCENES } from '../support/scenes.ts';
import { FORM_TYPE, send, signed } from '../support/stage-http.ts';
import { type Stage, stage } from '../support/stage.ts';

/** Stands in every name and reason that is typed, in letters that the name of a channel keeps. */
const MARK = 'zqmarked';
/** People paste what they should not. */
const PASTED = 'xoxb-1234-5678-pasted';
const MARKED: Cast = {
  ...ENGLISH,
  client: `${MARK} & Sons`,
  names: [`${MARK} launch`, `${MARK} sale`],
  reason: `${MARK}: see ${PASTED}`,
};
const TYPED = [MARK, PASTED, ...Object.values(TEXTS.en).flatMap((text) => text.split('\n'))];
const typedIn = (said: string): string[] => TYPED.filter((text) => said.toLowerCase().includes(text.toLowerCase()));

const secretsOf = ({ slack, door }: Stage): string[] => {
  const { botToken, appToken } = slack.engine.world.app;
  return [botToken, appToken, door?.signingSecret ?? botToken, 'mongodb://'];
};
const secretsIn = (on: Stage, said: string): string[] => secretsOf(on).filter((secret) => said.includes(secret));

const PLAY_WITHIN_MS = 240_000;

/** What goes wrong, until `undo`. Each is a real failure of what really runs. */
type Trouble = { what: string; begin: (on: Stage) => Promise<() => Promise<unknown>>; isTold: boolean };

const TROUBLES: readonly Trouble[] = [
  {
    what: 'MongoDB refuses what is to be saved',
    begin: async ({ db }) => {
      const demand = async (validator: object) => db.connection.db?.command({ collMod: 'projects', validator });
      await demand({ nobodyHasThis: { $exists: true } });
      return () => demand({});
    },
    isTold: true,
  },
  {
    what: 'what is stored makes no sense',
    begin: async ({ db }) => {
      const set = (locale: string) =>
        db.collection('projects').updateMany({}, { $set: { 'channels.team.language': locale } });
      await set(MARK);
      return () => set('en');
    },
    isTold: true,
  },
  {
    what: 'Bolt finds a body that is no JSON',
    begin: async ({ door }) => {
      const [url, secret] = [door?.url() ?? '', door?.signingSecret ?? ''];
      // Node's own words for it quote what is there.
      await send(url, signed(secret, `${MARK} is ${PASTED}`));
      const form = new URLSearchParams({ payload: MARK }).toString();
      await send(url, signed(secret, form, { type: FORM_TYPE }));
      return async () => undefined;
    },
    isTold: false,
  },
];

const SLACK_FAULTS = ['fail', 'unreachable', 'server-error', 'ratelimited', 'request-lost'] as const;
const slackTroubles = SLACK_FAULTS.map((kind): Trouble => ({
  what: `Slack is not well (${kind})`,
  begin: async ({ slack }) => {
    const undo = slack.faults.always('*', kind, { error: 'invalid_blocks' });
    return async () => undo();
  },
  isTold: false,
}));

/** Calls that fail say the same at both levels; those that never come to rest take seconds. */
const troublesAt = { info: [...TROUBLES, ...slackTroubles], debug: [...TROUBLES, ...slackTroubles.slice(0, 2)] };

/** Opens the brief, fills it in, and submits it in the midst of the trouble. @returns what Mei was told */
async function writeIn(trouble: Trouble, { as, team, on }: Walk): Promise<string> {
  const { journal } = on.slack;
  const form = await openStep(as('manager'), 'en', team);
  const keyMessage = `${MARK}, while ${trouble.what}`;
  await form.fill(briefFilling({ ...TEXTS.en, keyMessage }, 'en'));
  const from = journal.entries.length;
  const undo = await trouble.begin(on);
  // What cannot be sent for as long as the trouble lasts never comes to rest.
  await form.submit().catch(() => undefined);
  await undo();
  await on.slack.clock.advance(60_000);
  if (as('manager').hasModal()) await as('manager').modal().close({ all: true });
  return JSON.stringify(journal.entries.slice(from).map(({ answer, payload }) => [answer, payload]));
}

const watchedOf = (on: Stage | null) =>
  on && { workspace: on.bot.workspace, jobs: on.bot.jobs.map(({ name }) => name) };

describe.each(['info', 'debug'] as const)('at the level %s', (logLevel) => {
  let walk: Walk;
  let metrics: Metrics;
  beforeAll(async () => {
    const here = (): Stage | null => walk?.on ?? null;
    const now = () => new Date();
    metrics = makeMetrics({ db: () => here()?.db ?? null, watched: () => watchedOf(here()), now });
    walk = beginWalk(await stage({ over: 'http', logLevel, watch: metrics.watch }), MARKED);
  });
  afterAll(() => walk.on.end());

  const expectNothingTold = (said: string) => {
    expect(secretsIn(walk.on, said)).toEqual([]);
    expect(typedIn(said)).toEqual([]);
  };

  test(
    'the whole life of a project leaves no secret and no word of the client in the log',
    async () => {
      for (const scene of SCENES) await play(scene, walk);
      expectNothingTold(walk.on.logged());
    },
    PLAY_WITHIN_MS,
  );

  test.each(troublesAt[logLevel])('where $what, the log has no secret and no word of the client', async (trouble) => {
    const { on } = walk;
    const from = on.logged().length;
    const told = await writeIn(trouble, walk);
    const logged = on.logged().slice(from);
    expect(logged).toMatch(/"level":[45]0/u);
    expectNothingTold(logged);
    if (trouble.isTold) expectReference(told, logged);
  });

  test('whoever watches reads no secret and no word of the client', async () => {
    const { db } = walk.on;
    const health: HealthParts = { stage: () => 'running', db: () => db, isConnected: () => false, metrics };
    const server = await serve([...healthRoutes(health), metricsRoute(health)], 0, '127.0.0.1');
    const { port } = server.address() as AddressInfo;
    for (const path of ['livez', 'readyz', 'metrics']) {
      const { status, text } = await send(`http://127.0.0.1:${port}/${path}`, { method: 'GET' });
      expect({ path, status }).toEqual({ path, status: path === 'readyz' ? 503 : 200 });
      expect(text.length).toBeGreaterThan(10);
      expectNothingTold(text);
    }
    await new Promise((resolve) => server.close(resolve));
  });

  test('where MongoDB is gone for good, the log has no secret and no word of the client', async () => {
    const { on, as, team } = walk;
    const from = on.logged().length;
    await on.db.connection.close();
    const asked = on.slack.journal.entries.length;
    await as('manager')
      .in(team)
      .command(`/project ${MARK}`)
      .catch(() => undefined);
    await as('manager')
      .in(team)
      .command('/project record')
      .catch(() => undefined);
    const logged = on.logged().slice(from);
    expectNothingTold(logged);
    const told = on.slack.journal.entries.slice(asked).map(({ answer }) => answer);
    expectReference(JSON.stringify(told), logged);
  });
});

/** The reference that somebody was shown stands in the log beside the error. */
function expectReference(told: string, logged: string): void {
  const [, reference] = /Reference (\w+)\./u.exec(told) ?? [];
  const lines = logged.split('\n').filter((line) => line.includes(`"reference":"${reference ?? ''}"`));
  expect(lines).toEqual([expect.stringMatching(/"err":\{"type":"\w+","message":".+"/u)]);
}

const TOKEN = 'xoxb-1111-2222-aSecret';
const APP_TOKEN = 'xapp-1-A1-aSecret';

test.each([
  ['in its message', new Error(`401 for ${TOKEN}`)],
  ['in its cause', new Error('401', { cause: new Error(`Bearer ${APP_TOKEN}`) })],
  [
    'beside its message',
    Object.assign(new Error('401'), { data: { token: TOKEN }, headers: { authorization: TOKEN } }),
  ],
  ['in one of several', new AggregateError([new Error(TOKEN)], 'all of them failed')],
  ['and is a text', `refused: ${APP_TOKEN}`],
  ['and is an object', { token: TOKEN, request: { headers: { authorization: APP_TOKEN } } }],
])('an error of somebody else’s that quotes a token %s is logged without it', (_where, err) => {
  const lines: string[] = [];
  const log = makeLog('debug', { write: (line: string) => void lines.push(line) });
  log.error({ err }, 'a call failed');
  expect(lines).toHaveLength(1);
  expect(lines.filter((line) => line.includes('aSecret'))).toEqual([]);
});
