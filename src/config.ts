import { z } from 'zod';
import { LOCALES } from './kit/locale.ts';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Every variable that Liaison reads. `.env.example` lists the same, and a test compares the two. */
export const configSchema = z.object({
  MONGODB_URI: z
    .string({ error: 'is missing: the address of a MongoDB replica set' })
    .regex(/^mongodb(\+srv)?:\/\/\S+$/u, 'must start with mongodb:// or mongodb+srv://'),
  SLACK_BOT_TOKEN: z
    .string({ error: 'is missing: the bot token, xoxb-…' })
    .regex(/^xoxb-\S+$/u, 'must start with xoxb-'),
  SLACK_APP_TOKEN: z
    .string({ error: 'is missing: the app-level token with connections:write, xapp-…' })
    .regex(/^xapp-\S+$/u, 'must start with xapp-'),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/u, error: 'must be an http or https address' })
    .endsWith('/', 'must end with a slash')
    .optional(),
  LIAISON_LANGUAGE: z.enum(LOCALES, { error: `must be one of ${LOCALES.join(', ')}` }).default('en'),
  LOG_LEVEL: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }).default('info'),
});

export type Config = z.infer<typeof configSchema>;

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
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
  throw new ConfigError(
    ['Liaison cannot start. Please set these variables (see .env.example):', ...problems].join('\n'),
  );
}

/** What the database commands need of it: they speak to no Slack. */
export function readDatabaseConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Pick<Config, 'MONGODB_URI'> {
  const parsed = configSchema.pick({ MONGODB_URI: true }).safeParse(env);
  if (parsed.success) return parsed.data;
  throw new ConfigError(`MONGODB_URI ${parsed.error.issues[0]?.message ?? ''}`);
}
