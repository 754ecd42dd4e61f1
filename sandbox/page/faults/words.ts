/** The faults in words: what one sees going wrong, and what is then done and not done. */
import type { CallFault, DeliveryFault } from '../../core/faults.ts';
import type { InspectorEntry, PlannedFault } from '../../server/protocol.ts';

type Words = { title: string; means: string };

export const CALL_WORDS: Record<CallFault, Words> = {
  'response-lost': {
    title: 'the answer is lost',
    means: 'Slack does it, and the connection breaks before the app hears so.',
  },
  'request-lost': {
    title: 'the request is lost',
    means: 'The connection breaks before Slack has it. Nothing is done.',
  },
  hang: { title: 'Slack does not answer', means: 'Nothing is done, and the connection stays open without a word.' },
  unreachable: { title: 'Slack cannot be reached', means: 'No connection is made. Nothing is done.' },
  ratelimited: { title: 'too many calls', means: 'Slack answers 429 and says how long to wait. Nothing is done.' },
  'server-error': { title: 'Slack has failed', means: 'Slack answers with HTTP 500. Nothing is done.' },
  fail: { title: 'Slack refuses it', means: 'Slack answers with this error. Nothing is done.' },
};

const UNSIGNED = 'Over Socket Mode, where nothing is signed, it counts as lost.';

export const DELIVERY_WORDS: Record<DeliveryFault, Words> = {
  lost: { title: 'it never arrives', means: 'Slack sends it, and the app does not get it.' },
  duplicate: { title: 'it arrives twice', means: 'Both at the same moment.' },
  delay: { title: 'it arrives late', means: 'By so many seconds of the clock above.' },
  reorder: { title: 'it is overtaken', means: 'It waits until the next delivery has gone.' },
  forge: { title: 'its signature is forged', means: `The app must refuse it. ${UNSIGNED}` },
  age: { title: 'its signature is old', means: `Signed six minutes ago: the app must refuse it. ${UNSIGNED}` },
};

export type AnyFault = CallFault | DeliveryFault;

export const isDeliveryFault = (kind: AnyFault): kind is DeliveryFault => Object.hasOwn(DELIVERY_WORDS, kind);

const wordsOf = (kind: AnyFault): Words => (isDeliveryFault(kind) ? DELIVERY_WORDS[kind] : CALL_WORDS[kind]);

export const faultTitle = (kind: NonNullable<InspectorEntry['fault']>): string =>
  kind === 'socket-dropped' ? 'the socket was dropped' : wordsOf(kind).title;
export const faultMeans = (kind: AnyFault): string => wordsOf(kind).means;

/** What a plan is about: a method or a part of a delivery's name, or every one of them. */
export function aboutText({ about, kind }: Pick<PlannedFault, 'about' | 'kind'>): string {
  if (isDeliveryFault(kind)) return about === '' ? 'Any delivery' : about;
  return about === '*' ? 'Any call' : about;
}

export function timesText(times: number | null): string {
  if (times === null) return 'until cleared';
  return times === 1 ? 'once' : `${times} more times`;
}
