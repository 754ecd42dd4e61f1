import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Person } from '../../sandbox/driver/person.ts';
import { startProject } from '../support/acts.ts';
import type { BotProcess } from '../support/bot-process.ts';
import { type Outside, outside } from '../support/outside.ts';
import { type Wire, wireTo } from './socket-wire.ts';
import { hasty, recordOf, saidTwice } from './war-room.ts';

jest.setTimeout(90_000);

let on: Outside;
let as: (handle: string) => Person;
let first: BotProcess;
let team: string;
beforeAll(async () => {
  on = await outside({ over: 'socket' });
  first = on.bot();
  as = hasty(on);
  team = await startProject(on.as('mei'), 'en', { client: 'Acme', name: 'Spring launch' });
});
afterAll(() => on.end());
beforeEach(() => on.server.engine.faults.clear());

/** An event that was not acknowledged comes again at once, and then after this long (docs.slack.dev, Events API, retries). */
const COMES_AGAIN_MS = 60_000;

/** What /readyz answers, with what it names as hindrances. */
async function readiness({ healthUrl }: BotProcess): Promise<[number, unknown]> {
  const answer = await fetch(`${healthUrl}/readyz`);
  return [answer.status, await answer.json()];
}
const NOT_CONNECTED = [503, { status: 'not ready', why: ['socket'] }];
const READY = [200, { status: 'ready' }];

const questions = (handle: string) =>
  as('mei')
    .dms()
    .filter(({ text }) => text.includes(`@${handle} joined`));

const calls = (from: number) =>
  on.server.engine.journal.entries.slice(from).filter(({ name }) => name === 'apps.connections.open').length;

/** Slack says nobody where to connect, until that is taken back. */
const away = () => on.server.engine.faults.always('apps.connections.open', 'server-error');

describe('one process', () => {
  test('misses no event when its socket is cut while they come, and asks about everybody once', async () => {
    const { server, until, quiet } = on;
    const { journal, world } = server.engine;
    // One is on its way when the socket is cut, the other one comes when there is none.
    const stop = journal.subscribe(({ name }) => {
      if (name !== 'member_joined_channel') return;
      stop();
      setImmediate(() => server.cutSockets());
    });
    const back = away();
    await as('mei').in(team).invite('ines');
    await until('it is cut', () => server.connections() === 0);
    await as('mei').in(team).invite('hao');
    const press = () => as('mei').click('Write the brief', { in: team });
    await expect(press()).rejects.toThrow('operation_timeout');
    expect(await readiness(first)).toEqual(NOT_CONNECTED);
    back();

    await until('it is connected', () => server.connections() === 1);
    expect(await readiness(first)).toEqual(READY);
    expect(await press()).toBeDefined();
    world.clock.advance(COMES_AGAIN_MS);
    await until('both are asked about', () => ['ines', 'hao'].every((handle) => questions(handle).length > 0));
    await quiet();
    expect(['ines', 'hao'].map((handle) => questions(handle).length)).toEqual([1, 1]);
    expect(saidTwice(on)).toEqual([]);
  });

  test('decides once what is pressed when its socket is cut, whether or not it is pressed again', async () => {
    const { server, until, quiet } = on;
    const press = () => as('mei').click('Yes, on the team', { message: '@ines joined' });
    const [back, pressed] = [away(), press()];
    server.cutSockets();
    await expect(pressed).rejects.toThrow('operation_timeout');
    back();
    await until('it is connected', () => server.connections() === 1);
    await quiet();
    if (questions('ines')[0]?.buttons.length !== 0) await press();
    await quiet();
    expect(questions('ines')[0]?.text).toContain('Ines Duarte is on the team.');
    const { kinds, breaks } = await recordOf(on);
    expect([kinds.filter((kind) => kind === 'project.personAdded').length, breaks]).toEqual([1, []]);
  });

  test.each([
    ['server-error', 3],
    ['ratelimited', 1],
    ['fail', 1],
  ] as const)('connects again when Slack does not say where for a while (%s)', async (kind, times) => {
    const { server, until } = on;
    const from = server.engine.journal.entries.length;
    const back = server.engine.faults.always('apps.connections.open', kind);
    server.cutSockets();
    await until('it has asked', () => calls(from) === times);
    expect(await readiness(first)).toEqual(NOT_CONNECTED);
    back();
    await until('it is ready', async () => (await readiness(first))[0] === 200);
    await as('mei').in(team).command('/project');
  });
});

describe('two processes', () => {
  let wire: Wire;
  let second: BotProcess;
  beforeAll(async () => {
    wire = await wireTo(on.server);
    second = await on.startBot();
  });
  afterAll(() => wire.stop());

  test.each([
    ['is cut', 'cut'],
    ['is asked by Slack to connect anew', 'warn'],
  ] as const)('go on with one while the socket of the other one %s', async (_what, how) => {
    const { server, until } = on;
    expect(wire.count()).toBe(1);
    const back = away();
    wire[how]();
    await until('one is left', () => server.connections() === 1);
    expect([await readiness(first), await readiness(second)]).toEqual([READY, NOT_CONNECTED]);
    await as('mei').in(team).command('/project');
    back();
    await until('both are connected', () => server.connections() === 2);
    expect(await readiness(second)).toEqual(READY);
  });

  // Where Slack says that, @slack/socket-mode gives up for good, and says so by a rejection that nobody waits for.
  test('connect again when Slack took their workspace for inactive for a moment', async () => {
    const { server, until } = on;
    const from = server.engine.journal.entries.length;
    const back = server.engine.faults.always('apps.connections.open', 'fail', { error: 'account_inactive' });
    server.cutSockets();
    await until('both have asked', () => calls(from) >= 2);
    back();
    await until('both are connected', () => server.connections() === 2);
  });
});
