import type { Asking } from '../approval/model-asking.ts';
import type { Preview } from '../approval/model-sending.ts';
import { fromChain, howHash } from '../approval/rules-asking.ts';
import { readChain } from '../approval/service-asking.ts';
import { enteredFrom, enteredIn as enteredInForm, lookedAt, plainly } from '../approval/service-sending.ts';
import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { read, type State } from '../kit/form.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type ProjectDeps, projectFor, whoOf } from '../project/service.ts';
import { type Deliverable, type Draft, GOODWILL } from './model.ts';
import { goodwillForm, NO_GOODWILL, sendForm, type VersionEntered } from './model-send.ts';
import { askingOf, ticked, withAsking } from './rules-asked.ts';
import { readyFor, versionOf } from './rules-send.ts';
import { fingerprintDraft } from './service-fingerprint.ts';
import { sendModal } from './views-send.ts';
import { deliverableRefusalWords } from './words-refusals.ts';

/** Which version of which deliverable. */
export type Sent = { project: string; id: string; version: number };

/** What stands in the form for sending, parsed or not. */
export function enteredIn(state: State, asked: Asked): VersionEntered {
  const [as, worth, why] = goodwillForm.map((question) => read(question, state));
  const text = (value: string | string[] | null | undefined) => (typeof value === 'string' ? value : null);
  const goodwill = { as: GOODWILL.find((one) => one === as) ?? null, worth: text(worth), why: text(why) };
  return { ...enteredInForm(sendForm, state, asked), goodwill };
}

/** The form for sending, with who was asked the last time; of a client who was never asked here, how they decided before. */
export async function openSend(
  deps: ProjectDeps,
  asked: Asked,
  { project: projectId, id, version }: Sent,
): Promise<{ view: Modal; entered: VersionEntered } | Refusal> {
  const found = await projectFor(deps, asked, projectId);
  if (isRefusal(found)) return found;
  const allowed = readyFor(ticked(found, id, asked.now).project, { id, version }, whoOf(asked));
  if (isRefusal(allowed)) return allowed;
  const project = await withDefault(deps, asked, found, id);
  if (isRefusal(project)) return project;
  const ready = readyFor(ticked(project, id, asked.now).project, { id, version }, whoOf(asked));
  if (isRefusal(ready)) return ready;
  const asking = askingOf(project, id);
  const entered = { ...enteredFrom(project, asking), goodwill: NO_GOODWILL };
  const preview: Preview = { is: asking.reach === 'outside' ? 'outside' : 'none', zone: asked.zone };
  return { view: drawn(project, ready, { entered, asking, preview }, asked), entered };
}

/** Where nobody was asked in the project before, it begins with how the client decided in their last one. */
async function withDefault(deps: ProjectDeps, asked: Asked, project: Project, id: string): Promise<Project | Refusal> {
  const asking = askingOf(project, id);
  const chain = asking.approvers.length > 0 ? null : await readChain(deps, asked.workspace, project.client.id);
  if (!chain) return project;
  const saved = await deps.store.decide(asked.handling, project._id, (current) => {
    const { approvers, dueOn } = askingOf(current, id);
    if (approvers.length > 0) return null;
    return { project: withAsking(current, id, { ...fromChain(chain), dueOn }), happened: [], rows: () => [] };
  });
  return isRefusal(saved) ? saved : saved.project;
}

type Ready = { deliverable: Deliverable; draft: Draft };
type Drawn = Omit<Parameters<typeof sendModal>[2], 'version' | 'how'>;

function drawn(project: Project, ready: Ready, shown: Drawn, asked: Asked): Modal {
  const { language, reach } = shown.entered;
  const facts = { language, reach, sentAt: asked.now.toISOString(), sentBy: asked.id };
  const version = versionOf(project, ready.deliverable, ready.draft, facts);
  return sendModal(project, ready, { ...shown, how: howHash(shown.asking), version }, asked.locale);
}

/**
 * Draws the form again: who will see it, or why it cannot go there. What was entered stays.
 * @param how `fresh` looks at the channel and reads the files now, which asks Slack; `moved` is why it did not leave
 */
export async function previewSend(
  deps: ProjectDeps,
  asked: Asked,
  { project: projectId, id, version }: Sent,
  entered: VersionEntered,
  how: { fresh: boolean; moved?: string } = { fresh: true },
): Promise<Modal | null> {
  const stored = await deps.store.project(asked.workspace, projectId);
  const found = stored && ticked(stored, id, asked.now).project;
  // Who may not send is shown nothing, whatever the form says that it is about.
  if (!found || isRefusal(readyFor(found, { id, version }, whoOf(asked)))) return null;
  const read = how.fresh ? await fingerprintDraft(deps, asked.handling, found, id) : found;
  const project = isRefusal(read) ? found : read;
  const ready = readyFor(ticked(project, id, asked.now).project, { id, version }, whoOf(asked));
  if (isRefusal(ready)) return null;
  const { fresh, moved } = how;
  const looking = { entered, arranged: askingOf(project, id), texts: textsOf(ready), fresh };
  const shown = { ...(await lookedAt(deps, asked, project, looking)), entered };
  return drawn(project, ready, moved === undefined ? shown : { ...shown, moved }, asked);
}

/** What the client would read, as lines: the name, what was brought, the parts and the criteria. */
function textsOf({ deliverable, draft }: Ready): { number: number; text: string }[] {
  const { name, items, criteria } = deliverable;
  const contents = draft.contents.flatMap((one) => {
    if (one.is === 'text') return one.text.split('\n');
    return one.is === 'link' ? [one.url] : [one.name];
  });
  const texts = [name, ...contents, ...items.map((item) => item.name), ...criteria.map(({ text }) => text)];
  return texts.map((text, index) => ({ number: index + 1, text }));
}

/** Refused because what was previewed is not so any more. */
const MOVED = new Set(['asking.notPreviewed', 'asking.howMoved', 'deliverable.draftMoved']);

/** The form with what would leave now, where something changed after it was previewed; null for every other refusal. */
export const previewAgain = async (
  deps: ProjectDeps,
  asked: Asked,
  sent: Sent,
  entered: VersionEntered,
  refusal: Refusal,
): Promise<Modal | null> =>
  MOVED.has(refusal.code)
    ? previewSend(deps, asked, sent, entered, {
        fresh: false,
        moved: plainly(refusal, asked.locale, deliverableRefusalWords.in(asked.locale)),
      })
    : null;

/** The form as it was left, drawn again with what was saved behind its button. */
export async function formAgain(deps: ProjectDeps, asked: Asked, projectId: string, id: string): Promise<Modal | null> {
  const project = await deps.store.project(asked.workspace, projectId);
  const number = project?.deliverables?.find((one) => one.id === id)?.draft?.number;
  if (!project || number === undefined) return null;
  const asking: Asking = askingOf(project, id);
  const entered = { ...enteredFrom(project, asking), goodwill: NO_GOODWILL };
  return previewSend(deps, asked, { project: projectId, id, version: number }, entered);
}
