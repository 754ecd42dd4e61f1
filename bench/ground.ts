import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongo, withDatabase } from '../scripts/mongod.mjs';
import { build } from './build.ts';
import { type Child, freePort, start, stopAll, untilAnswers } from './children.ts';
import { type Dataset, makeDataset, type Wish } from './dataset.ts';
import { SIGNING_SECRET } from './deliveries.ts';
import { type Target, target } from './load.ts';
import { type SlackStub, startSlackStub } from './slack-stub.ts';
import { type Walked, walk } from './walk.ts';

const SLACK_PATH = '/slack/events';

/** A server that is measured. */
export type Server = Target & { child: Child };

/** What every figure stands on. */
export type Ground = {
  /** Shorter blocks, for trying the bench itself. */
  quick: boolean;
  /** Temporary, and gone at the end. */
  folder: string;
  /** The built product. */
  dist: string;
  walked: Walked;
  slack: SlackStub;
  dataset: (wish: Wish, options?: { paused: boolean }) => Promise<Dataset>;
  /** Starts the product over HTTP, and waits until it is ready. */
  product: (dataset: Dataset, nodeFlags?: readonly string[]) => Promise<Server>;
  /** Starts a program of `floors/`, and waits until it listens. It gets PORT, SLACK_SIGNING_SECRET and what is given. */
  floor: (name: string, env?: Readonly<Record<string, string>>) => Promise<Server>;
  /** Ends the processes and drops the databases of a figure. */
  clear: () => Promise<void>;
  end: () => Promise<void>;
};

/** Builds the product, starts MongoDB and a Slack, and plays the walk. */
export async function makeGround({ quick }: { quick: boolean }): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-bench-'));
  const mongo = await startMongo();
  const datasets: Dataset[] = [];
  let slack: SlackStub | null = null;
  const clear = async () => {
    await stopAll();
    for (const one of datasets.splice(0)) await one.drop();
  };
  const end = async () => {
    await clear();
    await slack?.stop();
    await mongo.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const dist = await build(folder);
    // test/support/stage.ts plays on the server that stands here.
    process.env['LIAISON_TEST_MONGODB_URI'] = mongo.uri;
    const walked = await walk();
    slack = await startSlackStub(walked.identity);
    const dataset: Ground['dataset'] = async (wish, { paused } = { paused: true }) => {
      const name = `liaison_test_bench_${randomBytes(5).toString('hex')}`;
      const made = await makeDataset(walked, withDatabase(mongo.uri, name), wish, paused);
      datasets.push(made);
      return made;
    };
    const servers = { product: productOf({ dist, folder, slack }), floor: floorOf(folder) };
    return { quick, folder, dist, walked, slack, dataset, ...servers, clear, end };
  } catch (error) {
    await end();
    throw error;
  }
}

function productOf({ dist, folder, slack }: Pick<Ground, 'dist' | 'folder' | 'slack'>): Ground['product'] {
  return async ({ uri }, nodeFlags = []) => {
    const port = await freePort();
    const env = {
      MONGODB_URI: uri,
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.apiUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
    };
    const child = start({ file: join(dist, 'main.js'), env, folder, nodeFlags });
    await untilAnswers(child, `http://127.0.0.1:${port}/readyz`, [200]);
    return server(child, port);
  };
}

function floorOf(folder: string): Ground['floor'] {
  return async (name, env = {}) => {
    const port = await freePort();
    const file = new URL(`floors/${name}.mjs`, import.meta.url);
    const child = start({ file, env: { PORT: String(port), SLACK_SIGNING_SECRET: SIGNING_SECRET, ...env }, folder });
    // Bolt knows no such path, and says so.
    await untilAnswers(child, `http://127.0.0.1:${port}/`, [404]);
    return server(child, port);
  };
}

const server = (child: Child, port: number): Server => {
  const to = target(`http://127.0.0.1:${port}${SLACK_PATH}`);
  return { ...to, child };
};
