/**
 * Turns what zod finds into the words and JSON pointers that Slack answers with.
 *
 * The wordings quoted without a mark were seen in Slack's own answers; those marked `assumed` stand for a rule whose
 * wording is not published.
 */
import type { z } from 'zod';

/** One thing Slack would refuse: its words, and where in the payload as a JSON pointer. */
export type Fault = { message: string; pointer: string };

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** The JSON pointer (RFC 6901) of a path below `root`. */
function toPointer(root: string, path: Path): string {
  return root + path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * Checks a value against a schema and says in Slack's words what is wrong.
 * @param root the pointer of the value itself, `/view` or `` for a whole message
 */
export function schemaFaults(schema: z.ZodType, value: unknown, root: string): Fault[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => translate(issue, value, root));
}

function translate(issue: Issue, value: unknown, root: string): Fault[] {
  const pointer = toPointer(root, issue.path);
  const found = lookUp(value, issue.path);
  // Slack points at the object that lacks the field, and names the field in the message.
  if (found === undefined && issue.path.length > 0 && issue.code !== 'custom') {
    const parent = toPointer(root, issue.path.slice(0, -1));
    return [{ message: `missing required field: ${String(issue.path.at(-1))}`, pointer: parent }];
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ message: `invalid additional property: ${key}`, pointer }));
  }
  return [{ message: wordsOf(issue, found), pointer }];
}

function wordsOf(issue: Issue, found: unknown): string {
  switch (issue.code) {
    case 'too_big':
      return tooBig(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_type':
      return mustProvide(issue.expected);
    case 'invalid_value':
      return typeof found === typeof issue.values[0]
        ? 'must be a valid enum value'
        : mustProvide(typeof issue.values[0]);
    case 'invalid_union':
      // Unions told apart by `type` fail on an unknown type; the others bring their own words.
      if (issue.discriminator === undefined) return issue.message;
      return typeof found === 'string' ? `unsupported type: ${found}` : mustProvide('string');
    default:
      return issue.message;
  }
}

function tooBig(issue: z.core.$ZodIssueTooBig): string {
  const limit = Number(issue.maximum);
  if (issue.origin === 'string') return `must be less than ${limit + 1} characters`;
  if (issue.origin === 'array') return `no more than ${limit} items allowed`;
  return `must be no more than ${limit}`; // assumed
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): string {
  const limit = Number(issue.minimum);
  if (issue.origin === 'string') return `must be more than ${limit - 1} characters`;
  if (issue.origin === 'array') return `must provide at least ${limit} items`;
  return `must be no less than ${limit}`; // assumed
}

/** `a string` and `an object` were seen in Slack's answers; the other kinds are worded alike (assumed). */
function mustProvide(kind: string): string {
  const name = kind === 'int' ? 'integer' : kind;
  return `must provide ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

function lookUp(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}
