/** `npm run demo`: MongoDB, the sandbox with its page, and the real bot, with an agency at work in it. */
import { startMongo, withDatabase } from './mongod.mjs';
import { DemoRefusal, type DemoOptions, readOptions, refuseRealTokens } from './demo-options.ts';
import { seed } from './demo-seed.ts';
import { startStack, type Stack } from './demo-stack.ts';
import { greeting } from './demo-words.ts';

/** Whatever the connection string says: no other database is ever emptied. */
const DATABASE = 'liaison_demo';

const started: { stop: () => Promise<void> }[] = [];
let ending: Promise<void> | undefined;

/** Stops what was started, in the opposite order, once. */
function end(exitCode: number): void {
  ending ??= (async () => {
    for (const one of started.toReversed()) await one.stop().catch((error: unknown) => console.error(String(error)));
    process.exit(exitCode);
  })();
}

async function listen(options: DemoOptions, mongoUri: string): Promise<Stack> {
  const say = (line: string) => console.error(`bot: ${line}`);
  try {
    return await startStack({ mongoUri, port: options.port, http: options.http, say });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EADDRINUSE') throw error;
    if (options.isPortAsked) throw new DemoRefusal(`Port ${options.port} is taken. Try another one, or --port 0.`);
    return startStack({ mongoUri, port: 0, http: options.http, say });
  }
}

async function main(): Promise<void> {
  refuseRealTokens(process.env);
  const options = readOptions(process.argv.slice(2));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
  console.log('SANDBOX: starting MongoDB, the sandbox and the bot …');
  const mongo = await startMongo();
  started.push(mongo);
  const mongoUri = withDatabase(mongo.uri, DATABASE);
  const stack = await listen(options, mongoUri);
  started.push(stack);
  if (options.seed) await seed(stack);
  const { url } = stack.server;
  console.log(options.headless ? `SANDBOX at ${url}/?as=mei` : greeting(url, mongoUri, options.seed));
  // Somebody who looks at a page without its bot would think that the bot does nothing.
  await stack.lasts;
}

main().catch((error: unknown) => {
  if (ending) return;
  console.error(error instanceof DemoRefusal ? error.message : `The demo has stopped: ${describe(error)}`);
  end(1);
});

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
