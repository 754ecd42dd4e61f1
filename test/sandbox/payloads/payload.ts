/** What a payload of the collection says of itself. */
import type { Case, Json } from '../blockkit/build.ts';
import type { METHODS } from '../../../sandbox/api/methods.ts';

export type Surface = 'message' | 'modal' | 'home';
export type MethodName = keyof typeof METHODS;
/** Slack's words, and where in the payload as a JSON pointer where it names a place. */
export type Told = { message: string; pointer?: string };

export type Good = {
  name: string;
  /** Blocks and views by the surface they stand on; the arguments of a call by its method. */
  on: Surface | MethodName;
  payload: Json;
  /** The page of the rule, `seen in the wild` for answers of Slack's that were quoted in public, or `assumed`. */
  source: string;
};
/** A payload that Slack refuses: with which error, and what it tells of it. */
export type Bad = Good & { error: string; told: Told[] };
export type Payload = Good | Bad;

export const WILD = 'seen in the wild';
export const ASSUMED = 'assumed';

/** Whether a payload is to be refused. */
export function isBad(payload: Payload): payload is Bad {
  return 'error' in payload;
}

/** Errors that Slack names by their code alone. */
const BARE = ['msg_blocks_too_long', 'view_too_large'];

/** Cases of blocks or views with what a call that carries them is answered. */
export function placed(on: Surface, source: string, cases: readonly Case[]): Payload[] {
  return cases.map(({ name, payload, faults }) => {
    const given: Good = { name, on, payload: payload as Json, source };
    const [first] = faults;
    if (!first) return given;
    if (BARE.includes(first.message)) return { ...given, error: first.message, told: [] };
    return { ...given, error: on === 'message' ? 'invalid_blocks' : 'invalid_arguments', told: faults };
  });
}
