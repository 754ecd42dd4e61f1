import { z } from 'zod';
import { LOCALES } from './kit/locale.ts';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/u, 'must be a port: a number up to 65535')
  .transform(Number)
  .refine((port) => port <= 65_535, 'must be a port: a number up to 65535');

/** Where the host was forgotten the driver would take a password for a port, and quote it in its error. */
const HOST = String.raw`(\[[\da-fA-F:.]+\]|[^@/?:,\s[\]]+)(:\d+)?`;
const MONGODB_HOSTS = new RegExp(String.raw`^mongodb(\+srv)?://([^@/\s]+@)?${HOST}(,${HOST})*([/?]\S*)?$`, 'u');

/** Every variable that Liaison reads. `.env.example` lists the same, and a test compares the two. */
export const configSchema = z.object({
  MONGODB_URI: z
    .string({ error: 'is missing: the address of a MongoDB replica set' })
    .regex(/^mongodb(\+srv)?:\/\/\S+$/u, 'must start with mongodb:// or mongodb+srv://')
    .regex(MONGODB_HOSTS, 'must name a host; user and password stand before an @'),
  SLACK_BOT_TOKEN: z
    .string({ error: 'is missing: the bot token, xoxb-…' })
    .regex(/^xoxb-\S+$/u, 'must start with xoxb-'),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-\S+$/u, 'must start with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9A-Za-z]{16,}$/u, 'must be the signing secret of the app: letters and digits')
    .optional(),
  HOST: z
    .string()
    .regex(/^[\d.:a-f]+$/iu, 'must be an IP address of this machine')
    .optional(),
  PORT: portSchema.default(3000),
  HEALTH_PORT: portSchema.optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/u, error: 'must be an http or https address' })
    .endsWith('/', 'must end with a slash')
    .optional(),
  ADMIN_USER_IDS: z
    .string()
    .regex(/^\s*[UW][A-Z0-9]+(\s*,\s*[UW][A-Z0-9]+)*\s*$/u, 'must be Slack user ids (U… or W…), separated by commas')
    .transform((ids) => ids.split(',').map((id) => id.trim()))
    .optional(),
  LIAISON_LANGUAGE: z.enum(LOCALES, { error: `must be one of ${LOCALES.join(', ')}` }).default('en'),
  LIAISON_FONT: z
    .string()
    .regex(/^\S[^#]*\.(ttf|otf|ttc)(#[\w-]+)?$/iu, 'must be the path of a .ttf, .otf or .ttc file that has Chinese')
    .optional(),
  LOG_LEVEL: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }).default('info'),
});

/** How deliveries come: Liaison opens a socket to Slack, or Slack posts signed requests to a port of ours. */
export type Transport =
  | { over: 'socket'; appToken: string }
  | { over: 'http'; signingSecret: string; port: number; host: string | undefined };

type Settings = z.infer<typeof configSchema>;
export type Config = Omit<Settings, 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET' | 'PORT'> & { transport: Transport };

/** All problems of a configuration at once, each by the variable's name. What stands in a variable is never repeated. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the configuration.
 * @throws ConfigError that names every problem
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = configSchema.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const ways = TRANSPORTS.filter((name) => given[name] !== undefined);
  if (ways.length === 0) problems.push(NO_TRANSPORT);
  // Where one of the two is wrong in itself, that is said already.
  const isGood = ways.every((name) => !problems.some((problem) => problem.startsWith(name)));
  if (ways.length === 2 && isGood) problems.push(TWO_TRANSPORTS);
  if (parsed.success && problems.length === 0) return withTransport(parsed.data);
  const lines = problems.map((problem) => `  ${problem}`);
  throw new ConfigError(['Liaison cannot start. Please set these variables (see .env.example):', ...lines].join('\n'));
}

/** One of the two says how deliveries come. */
const TRANSPORTS = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const;
const NO_TRANSPORT =
  'SLACK_APP_TOKEN is missing: the app-level token with connections:write, xapp-… (or, for HTTP, SLACK_SIGNING_SECRET)';
const TWO_TRANSPORTS = 'SLACK_APP_TOKEN means Socket Mode and SLACK_SIGNING_SECRET means HTTP: set one of the two';

function withTransport(settings: Settings): Config {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, PORT: port, ...rest } = settings;
  if (signingSecret !== undefined)
    return { ...rest, transport: { over: 'http', signingSecret, port, host: rest.HOST } };
  if (appToken !== undefined) return { ...rest, transport: { over: 'socket', appToken } };
  throw new ConfigError(NO_TRANSPORT);
}

/** What the database commands need of it: they speak to no Slack. */
export function readDatabaseConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Pick<Config, 'MONGODB_URI'> & { LIAISON_FONT?: string | undefined } {
  const parsed = configSchema.pick({ MONGODB_URI: true, LIAISON_FONT: true }).safeParse(env);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
}
