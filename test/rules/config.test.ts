import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ConfigError, configSchema, readConfig, readDatabaseConfig } from '../../src/config.ts';

const ROOT = new URL('../../', import.meta.url);
const NAMES = Object.keys(configSchema.shape);
const GOOD = {
  MONGODB_URI: 'mongodb://127.0.0.1:27017/liaison?replicaSet=rs0',
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_APP_TOKEN: 'xapp-1',
};
const SLACK_SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
/** Wrong in every variable, and with something in each that nobody else may read. */
const BAD = Object.fromEntries(NAMES.map((name) => [name, `unsaid-${name.toLowerCase()}`]));

function problemsOf(env: Record<string, string | undefined>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('the settings', () => {
  test('are read, with defaults where nothing is set', () => {
    const { SLACK_APP_TOKEN: appToken, ...rest } = GOOD;
    const transport = { over: 'socket', appToken };
    expect(readConfig(GOOD)).toEqual({ ...rest, transport, LIAISON_LANGUAGE: 'en', LOG_LEVEL: 'info' });
    const all = { ...rest, SLACK_API_URL: 'http://127.0.0.1:4000/api/', LIAISON_LANGUAGE: 'zh', LOG_LEVEL: 'debug' };
    const ports = { HEALTH_PORT: '9000', HOST: '127.0.0.1' };
    expect(readConfig({ ...all, ...ports, SLACK_APP_TOKEN: appToken, HOME: '/root' })).toEqual({
      ...all,
      ...ports,
      HEALTH_PORT: 9000,
      transport,
    });
  });

  test('name the first administrators by their ids, and take nothing else for one', () => {
    expect(readConfig({ ...GOOD, ADMIN_USER_IDS: 'U012AB, W3CD' }).ADMIN_USER_IDS).toEqual(['U012AB', 'W3CD']);
    for (const wrong of ['@mei', 'U1;U2', 'u012', 'U1,,U2', 'C012'])
      expect(problemsOf({ ...GOOD, ADMIN_USER_IDS: wrong })).toContain('ADMIN_USER_IDS must be Slack user ids');
  });

  test('with a signing secret mean HTTP, on a port and an address of ours', () => {
    const { SLACK_APP_TOKEN: _none, ...rest } = GOOD;
    const http = { ...rest, SLACK_SIGNING_SECRET };
    const over = { over: 'http', signingSecret: SLACK_SIGNING_SECRET };
    expect(readConfig(http).transport).toEqual({ ...over, port: 3000 });
    const placed = readConfig({ ...http, PORT: '8080', HOST: '127.0.0.1' });
    expect(placed.transport).toEqual({ ...over, port: 8080, host: '127.0.0.1' });
    expect(problemsOf({ ...http, PORT: '65536' })).toContain('PORT must be a port');
  });

  test('that would mean both ways, or neither, say so', () => {
    expect(problemsOf({ ...GOOD, SLACK_SIGNING_SECRET })).toMatch(
      /SLACK_APP_TOKEN means .* SLACK_SIGNING_SECRET means/u,
    );
    expect(problemsOf({ ...GOOD, SLACK_APP_TOKEN: undefined })).toMatch(
      /SLACK_APP_TOKEN is .*or.*SLACK_SIGNING_SECRET/u,
    );
  });

  test.each([
    'mongodb://[::1]:27017/x',
    'mongodb://u:p@a.example:27017,b.example:27018/x?replicaSet=rs0',
    'mongodb+srv://u:p@a.example',
  ])('take %s for an address of MongoDB', (uri) =>
    expect(readConfig({ ...GOOD, MONGODB_URI: uri }).MONGODB_URI).toBe(uri),
  );

  test('that are empty count as not set', () => {
    const empty = { SLACK_API_URL: '', LIAISON_LANGUAGE: '', LOG_LEVEL: '' };
    expect(readConfig({ ...GOOD, ...empty })).toEqual(readConfig(GOOD));
    expect(problemsOf({ ...GOOD, SLACK_BOT_TOKEN: '' })).toContain('SLACK_BOT_TOKEN is missing');
  });

  test('that are wrong are all named at once, and nothing that stands in them is repeated', () => {
    fc.assert(
      fc.property(fc.subarray(NAMES, { minLength: 1 }), (broken) => {
        const wrong = Object.fromEntries(broken.map((name) => [name, BAD[name]]));
        const said = problemsOf({ ...GOOD, ...wrong });
        const lines = said.split('\n').slice(1);
        const named = lines.map((line) => line.trim().split(' ')[0]);
        expect(new Set(named)).toEqual(new Set(broken));
        expect(said).not.toContain('unsaid');
      }),
    );
  });

  test.each(Object.keys(GOOD))('that lack %s say what it is', (name) => {
    expect(problemsOf({ ...GOOD, [name]: undefined })).toMatch(new RegExp(`${name} is missing: \\w+`, 'u'));
  });

  test('of the database commands are the database’s address only, and its password is not repeated', () => {
    expect(readDatabaseConfig(GOOD)).toEqual({ MONGODB_URI: GOOD.MONGODB_URI });
    expect(() => readDatabaseConfig({ MONGODB_URI: 'http://user:secret@host' })).toThrow(/^MONGODB_URI must start/u);
    expect(() => readDatabaseConfig({})).toThrow('MONGODB_URI is missing');
  });
});

test('.env.example lists exactly the variables that are read, and starts nobody’s bot as it is', () => {
  const example = readFileSync(new URL('.env.example', ROOT), 'utf8');
  const listed = [...example.matchAll(/^([A-Z_]+)=(.*)$/gmu)].map(
    ([, name = '', value = '']) => [name, value] as const,
  );
  expect(listed.map(([name]) => name).toSorted()).toEqual(NAMES.toSorted());
  expect(problemsOf(Object.fromEntries(listed))).toMatch(/SLACK_BOT_TOKEN is missing.*SLACK_APP_TOKEN is missing/su);
});

test('started with wrong settings, Liaison stops at once, names each of them, and prints none', () => {
  const { PATH, HOME } = process.env;
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: fileURLToPath(ROOT),
    // Every variable is set, so a developer's own .env changes nothing.
    env: { PATH, HOME, ...BAD },
    encoding: 'utf8',
    timeout: 15_000,
  });
  expect(run.status).toBe(1);
  for (const name of NAMES) expect(run.stderr).toContain(`${name} `);
  expect(run.stdout + run.stderr).not.toContain('unsaid');
  expect(run.stderr).not.toContain('    at ');
});
