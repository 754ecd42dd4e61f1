import { parseArgs } from 'node:util';

/** Looked for first, so that the address stays the same from one start to the next. */
const USUAL_PORT = 4700;

export type DemoOptions = {
  /** 0: any free one. */
  port: number;
  /** Somebody asked for this very port, so another one would not do. */
  isPortAsked: boolean;
  seed: boolean;
  /** Deliveries over signed HTTP, instead of Socket Mode. */
  http: boolean;
  /** For tests and servers: says the address, and gives no hints for a person at a browser. */
  headless: boolean;
};

/** Why the demonstration does not start, in a sentence; nothing else is printed. */
export class DemoRefusal extends Error {
  override readonly name = 'DemoRefusal';
}

export const USAGE = `npm run demo -- [options]
  --port <n>    the page's port (${USUAL_PORT}, or any free one; 0 for any free one)
  --no-seed     an agency without projects
  --http        the sandbox delivers over signed HTTP; over Socket Mode where nothing is said
  --headless    prints the address and no hints
  --fresh       accepted and needless: the sandbox's Slack lives in memory, so that every start is a fresh one`;

/**
 * Reads the options.
 * @throws DemoRefusal that says what was not understood
 */
export function readOptions(args: readonly string[]): DemoOptions {
  const { seed, http, headless, port } = parse(args);
  const asked = port === undefined ? USUAL_PORT : Number(port);
  if (!Number.isInteger(asked) || asked < 0 || asked > 65_535) throw new DemoRefusal(`--port ${port} is no port.`);
  const isPortAsked = port !== undefined;
  return { port: asked, isPortAsked, seed: seed ?? true, http: http ?? false, headless: headless ?? false };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        port: { type: 'string' },
        seed: { type: 'boolean' },
        http: { type: 'boolean' },
        headless: { type: 'boolean' },
        fresh: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) throw new DemoRefusal(USAGE);
    return values;
  } catch (error) {
    throw error instanceof DemoRefusal ? error : new DemoRefusal(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Slack's tokens by their look; the sandbox's own say that they are its own. */
const REAL_TOKEN = /^(xox[a-z]|xapp|xoxe)[-.](?!sandbox-)/;

/**
 * A person with a real token in the environment may mean to start the real bot, or mistake the one for the other.
 * @throws DemoRefusal that names the variables, never what stands in them
 */
export function refuseRealTokens(env: Readonly<Record<string, string | undefined>>): void {
  const found = Object.keys(env).filter((name) => REAL_TOKEN.test(env[name] ?? ''));
  if (found.length === 0) return;
  const [them, holds] = found.length === 1 ? ['it', 'holds'] : ['them', 'hold'];
  throw new DemoRefusal(
    `The demo does not start: ${found.join(' and ')} ${holds} what looks like a real Slack token. ` +
      `The demo needs no Slack; unset ${them}, or start the real bot with npm start.`,
  );
}
