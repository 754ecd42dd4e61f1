import { type Answer, type Asked, answered, type Replied, type SubmitEntry, submitted } from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { ProjectDeps } from '../project/service.ts';
import {
  blockForm,
  changeForm,
  dropForm,
  milestoneMeta,
  moveForm,
  moveMeta,
  releaseMeta,
  setForm,
  setMeta,
} from './model-forms.ts';
import { addMilestone, block, drop, editMilestone, moveTo, todayOf } from './service.ts';
import { remarksOf, saidMoved, saidSet, saidShown, withRemarks } from './service-open.ts';
import { previewRelease, releaseIt } from './service-release.ts';
import { type PlanSaid, planModal } from './views.ts';
import { PLAN_FORMS } from './views-forms.ts';

type Deps = ProjectDeps;

/** What a form did: the list shows it, in its place or beneath it, and says what is out of the ordinary about the day. */
function afterForm(asked: Asked, deps: Deps, project: Project, id: string, said: PlanSaid | null): Answer {
  const view = planModal(project, todayOf(asked), asked.locale, said);
  const remarked = () => withRemarks(deps, asked, project, id, said);
  // The list beneath still shows the milestone as it was.
  if (asked.view?.beneath) return { answer: 'back', afterwards: async () => (await remarked()) ?? view };
  return { answer: 'replace', view, afterwards: remarked };
}

/** What the client would read, in the place of the form, or of the list that it was opened over; where there is nothing to tell them, the list. */
async function thenTell(asked: Asked, deps: Deps, project: Project, id: string, said: PlanSaid | null): Replied {
  const remarks = await remarksOf(deps, asked, project, id);
  const view = await previewRelease(deps, asked, project, id, [...(said?.lines ?? []), ...remarks]);
  if (isRefusal(view)) return afterForm(asked, deps, project, id, said);
  // The list beneath would go on showing the milestone as it was, where they are not told after all.
  return asked.view?.beneath ? { answer: 'back', afterwards: async () => view } : { answer: 'replace', view };
}

const isTicked = (tell: readonly string[] | null): boolean => tell?.includes('yes') ?? false;

export const planSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(PLAN_FORMS.set, setMeta, setForm, async (asked, deps: Deps, which, { tell, ...form }) => {
    const saved = await addMilestone(deps, asked, which, form);
    if (isRefusal(saved)) return saved;
    const said = saidSet(saved.project, which.id, asked);
    if (isTicked(tell)) return thenTell(asked, deps, saved.project, which.id, said);
    return afterForm(asked, deps, saved.project, which.id, said);
  }),
  submitted(PLAN_FORMS.change, milestoneMeta, changeForm, async (asked, deps: Deps, which, form) =>
    answered(await editMilestone(deps, asked, which, form), ({ project }) =>
      afterForm(asked, deps, project, which.id, null),
    ),
  ),
  submitted(PLAN_FORMS.move, moveMeta, moveForm, async (asked, deps: Deps, { from, ...which }, { tell, ...moving }) => {
    const saved = await moveTo(deps, asked, which, { ...moving, from });
    if (isRefusal(saved)) return saved;
    const said = saidMoved(saved.project, which.id, asked);
    if (isTicked(tell)) return thenTell(asked, deps, saved.project, which.id, said);
    return afterForm(asked, deps, saved.project, which.id, said);
  }),
  submitted(PLAN_FORMS.drop, milestoneMeta, dropForm, async (asked, deps: Deps, which, { why, tell }) => {
    const saved = await drop(deps, asked, which, why);
    if (isRefusal(saved)) return saved;
    if (isTicked(tell)) return thenTell(asked, deps, saved.project, which.id, null);
    return afterForm(asked, deps, saved.project, which.id, null);
  }),
  submitted(PLAN_FORMS.block, milestoneMeta, blockForm, async (asked, deps: Deps, which, { why }) =>
    answered(await block(deps, asked, which, why), ({ project }) => afterForm(asked, deps, project, which.id, null)),
  ),
  submitted(PLAN_FORMS.release, releaseMeta, [], async (asked, deps: Deps, releasing) =>
    answered(await releaseIt(deps, asked, releasing), ({ project }) =>
      afterForm(asked, deps, project, releasing.id, saidShown(project, releasing.id, asked)),
    ),
  ),
];
