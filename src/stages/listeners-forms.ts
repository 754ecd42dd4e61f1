import { z } from 'zod';
import { answered, type Answer, type Asked, DONE, type SubmitEntry, submitted } from '../io/answers.ts';
import type { Project } from '../project/model.ts';
import type { Earlier } from '../project/model-life.ts';
import { shorten } from '../kit/text.ts';
import { STAGES } from '../project/model-life.ts';
import type { ProjectDeps } from '../project/service.ts';
import {
  backForm,
  earlierForm,
  endForm,
  endMeta,
  jobForm,
  makeMeta,
  openMeta,
  reasonForm,
  reopenMeta,
  stepMeta,
} from './model.ts';
import { attach, goBack, passGate } from './service.ts';
import { startJob } from './service-jobs.ts';
import { endProject, holdProject, reopenProject } from './service-life.ts';
import { finished, stagesAgain } from './service-open.ts';
import { stagesModal } from './views.ts';
import { STAGE_FORMS } from './views-forms.ts';

type Deps = ProjectDeps;

/** Back to the stage's modal, where the form was opened over it. */
const backTo = (asked: Asked, deps: Deps, id: string): Answer =>
  asked.view?.beneath ? { answer: 'back', afterwards: stagesAgain(deps, asked, id) } : DONE;

/** Jobs end and merges are noted once this is acknowledged; the modal shows the end meanwhile. */
function afterEnd(asked: Asked, deps: Deps, project: Project): Answer {
  const afterwards = async () => {
    await finished(deps, asked, project);
    return stagesModal(project, asked.locale);
  };
  if (asked.view?.beneath) return { answer: 'back', afterwards };
  return { answer: 'replace', view: stagesModal(project, asked.locale), afterwards };
}

/** What Slack tells of a file that was handed in (docs.slack.dev, file object). */
const fileSchema = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  permalink: z
    .url({ protocol: /^https?$/u })
    .nullish()
    .catch(null),
});
const filesSchema = z.looseObject({ files: z.array(fileSchema).nullish() });

/** A file's name as long as anybody reads it. */
const FILE_NAME = 120;

/** The file in the form: its id, its name and its address, as far as Slack told them. */
function fileIn({ view }: Asked): Earlier['file'] {
  const input = filesSchema.safeParse(view?.state['file']?.['file']);
  const file = input.success ? input.data.files?.[0] : undefined;
  return file ? { id: file.id, name: shorten(file.name ?? file.id, FILE_NAME), link: file.permalink ?? null } : null;
}

export const stagesSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(STAGE_FORMS.override, stepMeta, reasonForm, async (asked, deps: Deps, step, { reason }) =>
    answered(await passGate(deps, asked, step, reason), () => backTo(asked, deps, step.project)),
  ),
  submitted(
    STAGE_FORMS.back,
    stepMeta,
    // Which of them are before the present one is asked of the rules.
    backForm(STAGES),
    async (asked, deps: Deps, step, answers) =>
      answered(await goBack(deps, asked, step, answers), () => backTo(asked, deps, step.project)),
  ),
  submitted(
    STAGE_FORMS.attach,
    makeMeta,
    earlierForm,
    async (asked, deps: Deps, { project, id }, { file: _file, ...answers }) =>
      answered(await attach(deps, asked, project, { id, answers, file: fileIn(asked) }), () =>
        backTo(asked, deps, project),
      ),
  ),
  submitted(STAGE_FORMS.job, makeMeta, jobForm, async (asked, deps: Deps, { project, id }, answers) =>
    answered(await startJob(deps, asked, project, { id, ...answers }), () => backTo(asked, deps, project)),
  ),
  submitted(STAGE_FORMS.hold, openMeta, reasonForm, async (asked, deps: Deps, about, { reason }) =>
    answered(await holdProject(deps, asked, about, reason), () => backTo(asked, deps, about.project)),
  ),
  submitted(
    STAGE_FORMS.end,
    endMeta,
    ({ others }) => endForm(others),
    async (asked, deps: Deps, about, { as, reason, ...more }) => {
      const into = 'into' in more && typeof more.into === 'string' ? more.into : null;
      return answered(await endProject(deps, asked, about, { as, into, reason }), ({ project }) =>
        afterEnd(asked, deps, project),
      );
    },
  ),
  submitted(STAGE_FORMS.reopen, reopenMeta, reasonForm, async (asked, deps: Deps, about, { reason }) =>
    answered(await reopenProject(deps, asked, about, reason), () => backTo(asked, deps, about.project)),
  ),
];
