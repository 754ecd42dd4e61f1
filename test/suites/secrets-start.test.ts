import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ConfigError, configSchema, readConfig } from '../../src/config.ts';
import { startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { type TestDatabase, testDatabase } from '../support/mongo.ts';
import { type Ran, run } from '../support/run.ts';
import { stage } from '../support/stage.ts';

const MARK = 'zqmarked';
const SECRET = '5ecretValue7f3a';
const TOKENS = {
  SLACK_BOT_TOKEN: `xoxb-${SECRET}`,
  SLACK_APP_TOKEN: `xapp-${SECRET}`,
} as const;
const secretIn = ({ stdout, stderr }: Ran): boolean => `${stdout}${stderr}`.includes(SECRET);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** The address of the run's MongoDB, for somebody whom it does not know. */
const withLogin = () => database.uri.replace('mongodb://', `mongodb://liaison:${SECRET}@`);

test.each(Object.keys(configSchema.shape))('what stands in %s is not repeated where it is wrong', (name) => {
  const env = { ...TOKENS, MONGODB_URI: 'mongodb://127.0.0.1', [name]: `  ${SECRET}  ` };
  const thrown = (() => {
    try {
      return readConfig(env);
    } catch (error) {
      return error;
    }
  })();
  expect(thrown).toBeInstanceOf(ConfigError);
  const { message, stack } = thrown as ConfigError;
  expect(message).toContain(name);
  expect(`${message}${stack}`).not.toContain(SECRET);
});

const FAILING = {
  'nothing is set': () => ({}),
  'everything is wrong': () => ({ ...TOKENS, MONGODB_URI: `postgres://liaison:${SECRET}@127.0.0.1`, PORT: SECRET }),
  'MongoDB is away': () => ({ ...TOKENS, MONGODB_URI: `mongodb://liaison:${SECRET}@127.0.0.1:1/liaison` }),
  'MongoDB does not know the password': () => ({ ...TOKENS, MONGODB_URI: withLogin() }),
  'an option of the address is none': () => ({ ...TOKENS, MONGODB_URI: `${withLogin()}&nothing=1` }),
} as const satisfies Record<string, () => Record<string, string>>;

test.each(Object.entries(FAILING))('a start that fails because %s says why, and no secret', async (_why, env) => {
  const programs = ['src/main.ts', 'src/admin/verify.ts'];
  const ran = await Promise.all(programs.map((program) => run(program, env())));
  for (const one of ran) {
    expect(one.code).toBe(1);
    expect(one.stderr.length).toBeGreaterThan(20);
    expect(secretIn(one)).toBe(false);
  }
});

test(
  // MongoDB’s driver quotes what it takes for the host, and the start prints the error as it is.
  'a start that fails because the address has a password and no host says no secret',
  async () => {
    const ran = await run('src/main.ts', { ...TOKENS, MONGODB_URI: `mongodb://liaison:${SECRET}` });
    expect(ran.code).toBe(1);
    expect(secretIn(ran)).toBe(false);
  },
);

/** What `npm run verify` prints of a project with marked texts. */
async function verified(): Promise<Ran> {
  const on = await stage({ database });
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', { client: `${MARK} & Sons`, name: `${MARK} launch` });
  await writeBrief(mei, 'en', team);
  await on.end();
  return run('src/admin/verify.ts', { MONGODB_URI: database.uri });
}

test('the check of the records prints nothing of what stands in them', async () => {
  const { code, stdout, stderr } = await verified();
  expect({ code, end: stdout.trim().split('\n').at(-1) }).toEqual({ code: 0, end: '1 records checked, 0 broken.' });
  const typed = [`${MARK} & Sons`, ...Object.values(TEXTS.en).flatMap((text) => text.split('\n'))];
  expect(typed.filter((text) => `${stdout}${stderr}`.includes(text))).toEqual([]);
});

test(
  // It names each project by the name that was typed, beside its id.
  'the check of the records prints no project’s name',
  async () => {
    const { stdout, stderr } = await run('src/admin/verify.ts', { MONGODB_URI: database.uri });
    expect(stdout).toContain('ok');
    expect(`${stdout}${stderr}`).not.toContain(MARK);
  },
);
