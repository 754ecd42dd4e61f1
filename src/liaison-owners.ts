import { briefOwner } from './brief/service-owner.ts';
import { briefAsking } from './brief/service-preview.ts';
import { deliverableAsking } from './deliverable/service-asking.ts';
import { deliverableOwner } from './deliverable/service-owner.ts';

/** What each feature gives to the approval of its subjects. */
export const owners = {
  brief: briefOwner,
  deliverable: deliverableOwner('deliverable'),
  costEstimate: deliverableOwner('costEstimate'),
};

/** And to the arranging of who is asked: a project has one brief, and several of the others. */
export const askings = {
  brief: () => briefAsking,
  deliverable: (id = '') => deliverableAsking(id),
  costEstimate: (id = '') => deliverableAsking(id),
};
