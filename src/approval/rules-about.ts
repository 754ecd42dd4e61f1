import type { Nudge } from '../kit/nudge.ts';
import type { Approval } from './model.ts';
import { REQUEST_ABOUT } from './model-nudges.ts';

/** What a nudge about a request names: its version, and so long as it is asked, whatever becomes of its project. */
export const requestAbout = ({
  subject: { kind, id },
  version,
}: Pick<Approval, 'subject' | 'version'>): Nudge['about'] => ({ kind: REQUEST_ABOUT, id: `${kind}:${id}:${version}` });
