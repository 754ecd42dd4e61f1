import { LogLevel, type Logger } from '@slack/bolt';
import { pino } from 'pino';

/** What is never written to a log, wherever it stands in an object. */
const SECRET_PATHS = ['token', '*.token', 'headers.authorization', '*.headers.authorization', 'botToken', 'appToken'];

/** Slack's tokens by their look, for texts of errors that were not made by us. */
const TOKEN = /\b(xox[a-z]|xapp|xoxe)[-.][\w.-]+/g;

export type Log = pino.Logger;
export type LogLevelName = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Structured lines on stdout, without secrets; texts that clients and people typed are never passed to it. */
export function makeLog(level: LogLevelName, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    redact: { paths: SECRET_PATHS, censor: '[redacted]' },
    serializers: { err: (error: unknown) => withoutTokens(pino.stdSerializers.err(asError(error))) },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Anything can be thrown; what is no error is logged as the message of one. */
const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

const withoutTokens = (error: pino.SerializedError) => ({
  type: error.type,
  message: hideTokens(error.message),
  stack: hideTokens(error.stack ?? ''),
  ...('code' in error ? { code: error['code'] } : {}),
});

const hideTokens = (text: string): string => text.replace(TOKEN, '[redacted]');

/** Bolt's words for a body that is no JSON, followed by Node's, which quote from it what somebody typed. */
const MALFORMED = /^(Malformed request body).*$/su;
const hideQuotes = (text: string): string => text.replace(MALFORMED, '$1');

/** Bolt's logger over ours. Bolt's own debug lines hold whole payloads, so they are not passed on. */
export function boltLogger(log: Log): Logger {
  const at =
    (level: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) => {
      const err = parts.find((part) => part instanceof Error);
      const text = hideQuotes(hideTokens(parts.filter((part) => typeof part !== 'object').join(' ')));
      log[level](err ? { err } : {}, text);
    };
  return {
    debug: () => undefined,
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
