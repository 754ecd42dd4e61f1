import { parse } from 'node:querystring';

/** The body of a request as arguments: Slack takes forms and JSON alike. undefined: neither. */
export type Args = Record<string, unknown>;

/** Reads a request's body by its content type. A body that is no JSON object gives no arguments. */
export function parseBody(contentType: string, text: string): Args {
  if (!contentType.includes('application/json')) return { ...parse(text) };
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

/** Whether a value is a plain object, by the only test that JSON needs. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
