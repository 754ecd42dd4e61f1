import type { Party } from '../../src/approval/model.ts';
import type { Asking } from '../../src/approval/model-asking.ts';
import type { Project } from '../../src/project/model.ts';
import { drafted, frozen, LOOK, must, newProject, NOW, SENDING, sends, someone } from './arbitraries.ts';

/** A brief that can be sent. */
export const ready = drafted(newProject());
/** Somebody of the client's who is not on Slack. */
export const lei: Party = { person: null, id: 'new-1', name: 'Wang Lei, Marketing Director' };
/** Somebody of the client's who is in their channel, beside Cleo and Dora. */
export const finn = someone('Finn', 'TCLIENT');
const wide = { ...LOOK, members: [...LOOK.members, { ...finn, kind: 'external' }] };

/** Sends the brief to those who are asked, in a channel where all of them are. */
export const sending = (asking: Asking, project = ready, now = NOW) =>
  sends(project, { ...SENDING, look: wide, asking }, now);
export const sentTo = (asking: Asking): Project => frozen(must(sending(asking)));
