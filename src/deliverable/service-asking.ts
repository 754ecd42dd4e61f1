import type { AskingOwner } from '../approval/service-asking.ts';
import { chosenIn, peopleOf } from '../approval/service-sending.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Who } from '../project/rules-may.ts';
import { askingOf, ticked, withAsking } from './rules-asked.ts';
import { readyFor } from './rules-send.ts';
import { nextNumber, deliverablesOf } from './rules.ts';
import { enteredIn, formAgain } from './service-preview.ts';

/** What the form for sending a deliverable gives to the arranging of who is asked, and how. */
export const deliverableAsking = (id: string): AskingOwner => ({
  asking: (project) => askingOf(project, id),
  put: (project, asking) => withAsking(project, id, asking),
  may: (project, who, now) => mayArrange(ticked(project, id, now).project, id, who),
  entered: async (deps, asked, state) => {
    const entered = enteredIn(state, asked);
    return chosenIn(entered, await peopleOf(deps, asked, entered.approvers, false));
  },
  form: (deps, asked, project) => formAgain(deps, asked, project, id),
});

/** May this person say who is asked about the version that is ready? */
function mayArrange(project: Project, id: string, who: Who): true | Refusal {
  const found = deliverablesOf(project).find((one) => one.id === id);
  const ready = readyFor(project, { id, version: found ? nextNumber(found) : 1 }, who);
  return isRefusal(ready) ? ready : true;
}
