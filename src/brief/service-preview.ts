import { fromChain, howHash } from '../approval/rules-asking.ts';
import type { Preview, SendEntered } from '../approval/model-sending.ts';
import { type AskingOwner, readChain } from '../approval/service-asking.ts';
import {
  chosenIn,
  enteredFrom,
  enteredIn as enteredInForm,
  lookedAt,
  peopleOf,
  plainly,
} from '../approval/service-sending.ts';
import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { read, type State } from '../kit/form.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type ProjectDeps, projectFor, whoOf } from '../project/service.ts';
import { sendForm } from './model.ts';
import { formerApprover } from './model-former.ts';
import { maySend } from './rules.ts';
import { askingOf, ticked, withAsking } from './rules-asked.ts';
import { textsOf } from './views-lines.ts';
import { sendModal } from './views-send.ts';
import { briefWords } from './words.ts';

/** What stands in the form for sending, parsed or not. */
export function enteredIn(state: State, asked: Asked): SendEntered {
  const entered = enteredInForm(sendForm, state, asked);
  // The form of 0.1.0 asked for one: they are taken over into the form of today, which is drawn in its place.
  const former = [read(formerApprover, state) ?? []].flat();
  const formerDay = read({ id: 'dueOn', kind: 'day', required: false }, state);
  return {
    ...entered,
    approvers: [...entered.approvers, ...former],
    // A form that was opened before days were told at once has it under the question's own id.
    dueOn: entered.dueOn ?? (formerDay === null ? null : String(formerDay)),
  };
}

/** The form for sending, with what was entered the last time; of a client whose first brief this is, how they decided before. */
export async function openSend(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
): Promise<{ view: Modal; entered: SendEntered } | Refusal> {
  const found = await projectFor(deps, asked, id);
  if (isRefusal(found)) return found;
  const allowed = maySend(ticked(found, asked.now).project, whoOf(asked));
  if (allowed !== true) return allowed;
  const project = found.brief?.asking || found.brief?.sent ? found : await withDefault(deps, asked, found);
  if (isRefusal(project)) return project;
  const asking = askingOf(project);
  const entered = enteredFrom(project, asking);
  const preview: Preview = { is: asking.reach === 'outside' ? 'outside' : 'none', zone: asked.zone };
  return { view: sendModal(project, { entered, asking, how: howHash(asking), preview }, asked.locale), entered };
}

/** The first brief of a project begins with how the client decides, as it was in their last one. */
async function withDefault(deps: ProjectDeps, asked: Asked, project: Project): Promise<Project | Refusal> {
  const chain = await readChain(deps, asked.workspace, project.client.id);
  if (!chain) return project;
  const saved = await deps.store.decide(asked.handling, project._id, (current) =>
    current.brief && !current.brief.asking
      ? { project: withAsking(current, fromChain(chain)), happened: [], rows: () => [] }
      : null,
  );
  return isRefusal(saved) ? saved : saved.project;
}

/**
 * Draws the form again: who will see it, or why it cannot go there. What was entered stays.
 * @param how `fresh` looks at the channel now, which asks Slack; `moved` is why it did not leave
 */
export async function previewSend(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  entered: SendEntered,
  how: { fresh: boolean; moved?: string } = { fresh: true },
): Promise<Modal | null> {
  const found = await deps.store.project(asked.workspace, id);
  const project = found && ticked(found, asked.now).project;
  // Who may not send is shown nothing, whatever the form says that it is about.
  if (!project || maySend(project, whoOf(asked)) !== true) return null;
  const { fresh, moved } = how;
  const looking = { entered, arranged: askingOf(project), texts: textsOf(project, entered.language), fresh };
  const seen = await lookedAt(deps, asked, project, looking);
  const shown = { ...seen, entered, how: howHash(seen.asking) };
  return sendModal(project, moved === undefined ? shown : { ...shown, moved }, asked.locale);
}

/** Refused because what was previewed is not so any more. */
const MOVED = new Set(['asking.notPreviewed', 'brief.draftMoved', 'asking.howMoved']);

/** The form with what would leave now, where something changed after it was previewed; null for every other refusal. */
export const previewAgain = async (
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  entered: SendEntered,
  refusal: Refusal,
): Promise<Modal | null> =>
  MOVED.has(refusal.code)
    ? previewSend(deps, asked, id, entered, {
        fresh: false,
        moved: plainly(refusal, asked.locale, briefWords.in(asked.locale)),
      })
    : null;

/** What the form for sending gives to the arranging of who is asked, and how. */
export const briefAsking: AskingOwner = {
  asking: askingOf,
  put: withAsking,
  may: (project, who, now) => maySend(ticked(project, now).project, who),
  entered: async (deps, asked, state) => {
    const entered = enteredIn(state, asked);
    return chosenIn(entered, await peopleOf(deps, asked, entered.approvers, false));
  },
  form: async (deps, asked, id) => {
    const project = await deps.store.project(asked.workspace, id);
    return project && previewSend(deps, asked, id, enteredFrom(project, askingOf(project)));
  },
};
