import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startProject, TEXTS, writeBrief } from '../support/acts.ts';
import type { BotProcess } from '../support/bot-process.ts';
import { outside, type Outside } from '../support/outside.ts';
import { send, signed } from '../support/stage-http.ts';

const MARK = 'zqmarked';
/** Slack waits three seconds for an answer; nothing that is being done takes longer to end. */
const STOPS_WITHIN_MS = 8000;
const START_WITHIN_MS = 60_000;

/** A bot in a process of its own, as in production, that logs all that it can. */
let on: Outside;
let bot: BotProcess;
beforeAll(async () => {
  on = await outside({ over: 'http' });
  bot = await on.startBot({ logLevel: 'debug' });
}, START_WITHIN_MS);
afterAll(() => on.end());

/** Valid JSON, which Bolt takes for an object: the error is nobody’s, and ends in the process itself. */
const nothing = () => signed(on.server.signingSecret, 'null');

/** The status that it is answered with, or null where nothing comes within `ms`. */
const answeredWithin = (ms: number): Promise<number | null> =>
  send(bot.url ?? '', { ...nothing(), signal: AbortSignal.timeout(ms) }).then(
    ({ status }) => status,
    () => null,
  );

test('an error that nobody handles is logged, and the bot goes on', async () => {
  await answeredWithin(100);
  await on.until('it is logged', () => bot.logged().includes('unhandled rejection'));
  expect(bot.isAlive()).toBe(true);
  expect((await send(`${bot.healthUrl}/readyz`, { method: 'GET' })).status).toBe(200);
  await on.as('mei').in('#general').command('/project help');
  expect(on.as('mei').private()).toHaveLength(1);
});

test('a whole process at work logs no secret and no word of the client, and tells none to whoever watches', async () => {
  const mei = on.as('mei');
  const team = await startProject(mei, 'en', {
    client: `${MARK} & Sons`,
    name: `${MARK} launch`,
    wantedOn: '2099-03-14',
  });
  await writeBrief(mei, 'en', team);
  const routes = ['livez', 'readyz', 'metrics'];
  const told = await Promise.all(routes.map((path) => send(`${bot.healthUrl}/${path}`, { method: 'GET' })));
  const said = `${bot.logged()}${told.map(({ text }) => text).join('\n')}`;
  expect(told.map(({ status }) => status)).toEqual([200, 200, 200]);
  const { botToken, signingSecret } = on.server;
  const secrets = [
    botToken,
    signingSecret,
    on.mongoUri,
    MARK,
    ...Object.values(TEXTS.en).flatMap((text) => text.split('\n')),
  ];
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
});

test(
  // Bolt looks into the body outside of all its own error handling: the connection stays open until somebody gives up.
  'a request that ends in such an error is answered',
  async () => {
    expect(await answeredWithin(4000)).not.toBeNull();
  },
);

test(
  // The server waits for every request that was begun, until the process ends itself after twenty seconds.
  'a request that is never finished does not keep a bot that is told to stop from ending in order',
  async () => {
    const url = new URL(bot.url ?? '');
    const unfinished = connect(Number(url.port), url.hostname);
    unfinished.on('error', () => undefined);
    unfinished.write(`POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Length: 100\r\n\r\n{`);
    await on.as('mei').in('#general').command('/project help');
    bot.signal('SIGTERM');
    const isOver = await Promise.race([bot.ended, sleep(STOPS_WITHIN_MS, 'still there', { ref: false })]);
    unfinished.destroy();
    expect(isOver).toBe('0');
  },
);
