import { randomBytes } from 'node:crypto';
import { signedRequest, type SignedRequest } from '../sandbox/deliver/signing.ts';
import { replaced } from './clones.ts';
import type { PayloadName, Walked } from './walk.ts';

export const SIGNING_SECRET = 'benchsigningsecret0';

const KINDS = {
  help: 'slash_commands',
  home: 'events_api',
  open: 'interactive',
  refused: 'interactive',
  confirm: 'interactive',
} as const satisfies Record<PayloadName, string>;

export type Wanted = {
  /** Which project it is about; the walked one where nothing is said. */
  project?: string;
  /** Texts that stand for others: somebody else's id. */
  names?: readonly (readonly [string, string])[];
};

/** Makes deliveries as Slack signs and words them, none like another: each has a trigger or an event id of its own. */
export function delivery(walked: Walked, name: PayloadName, { project, names = [] }: Wanted = {}): SignedRequest {
  const kind = KINDS[name];
  const all = project === undefined ? names : [[walked.project, project] as const, ...names];
  const body = all.length > 0 ? replaced(walked.payloads[name], all) : walked.payloads[name];
  const own = randomBytes(16).toString('hex');
  const id = kind === 'events_api' ? { event_id: `Ev${own}` } : { trigger_id: `699774554134.112352241820.${own}` };
  return signedRequest(SIGNING_SECRET, Date.now(), { kind, body: { ...body, ...id } });
}
