import { CALL_FAULTS, type CallFault, type Faults, type PlannedCall } from '../../sandbox/core/faults.ts';
import { type Random, seededRandom } from '../../sandbox/core/random.ts';

/** Has Slack go wrong from now on; what it gives ends that. */
export type Outage = (faults: Faults) => () => void;

/** `plan` says what becomes of each call; undefined for nothing out of the way. */
const planned =
  (plan: (method: string) => PlannedCall | undefined): Outage =>
  (faults) => {
    let isOver = false;
    faults.take = (method) => (isOver ? undefined : plan(method));
    return () => {
      isOver = true;
    };
  };

/** A channel that is looked at is asked about again in real seconds, but for an error of Slack's. */
const total = (plan: () => PlannedCall): Outage =>
  planned((method) => (method === 'conversations.info' ? wrong('fail') : plan()));

const wrong = (kind: CallFault, given: Partial<PlannedCall> = {}): PlannedCall => ({
  kind,
  error: 'internal_error',
  retryAfterSeconds: 1,
  ...given,
});

const always = (kind: CallFault): Outage => total(() => wrong(kind));

function byTurns(): Outage {
  let count = 0;
  return total(() => {
    count += 1;
    return wrong('fail', { error: count % 2 === 0 ? 'internal_error' : 'service_unavailable' });
  });
}

/** Each time it is asked, it wants to be asked later still: up to a quarter of an hour later. */
function limited(): Outage {
  let seconds = 1;
  return total(() => {
    seconds = Math.min(900, seconds + 5);
    return wrong('ratelimited', { retryAfterSeconds: seconds });
  });
}

const SEED = 20_261_130;
/** But for `hang`, because on a clock that stands still nobody gives up. */
const KINDS = CALL_FAULTS.filter((kind) => kind !== 'hang');
const LOOKING = ['conversations.info', 'conversations.members'];

const anyOf = (random: Random): PlannedCall => wrong(KINDS[random.int(KINDS.length)] ?? 'fail');

/** Every call goes wrong, each in a way of its own. */
function everyWay(): Outage {
  const random = seededRandom(SEED);
  return total(() => anyOf(random));
}

/** Half of the sender's calls go wrong, each in a way of its own. */
function half(): Outage {
  const random = seededRandom(SEED);
  return planned((method) => (LOOKING.includes(method) || random.int(2) === 0 ? undefined : anyOf(random)));
}

/** The ways, worded to stand after "Slack". */
export const OUTAGES: [string, Outage][] = [
  ['answers by HTTP 500', always('server-error')],
  ['answers internal_error and service_unavailable by turns', byTurns()],
  ['cannot be reached', always('unreachable')],
  ['loses every call', always('request-lost')],
  ['does everything and never says so', always('response-lost')],
  ['wants to be asked later, and later still', limited()],
  ['does half of what it is asked, and goes wrong in every way in the other half', half()],
];

/** As above; what it breaks is for src to mend. */
export const IN_EVERY_WAY = everyWay();
export const BY_ERRORS = always('fail');
