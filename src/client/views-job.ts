import { bold, type Modal, modal, rich } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { ClientRequest, Project } from '../project/model.ts';
import { jobForm } from '../stages/model.ts';
import { stagesWords } from '../stages/words.ts';
import { pagesOf, quoted } from '../approval/views-pages.ts';
import { jobMeta } from './model-requests.ts';
import { REQUEST_IDS } from './views-requests.ts';

/** The form for starting a job from what the client asked for: its first line and its day stand there already. */
export function jobModal(project: Project, request: ClientRequest, id: string, locale: Locale): Modal {
  const words = stagesWords.in(locale);
  const [first = ''] = request.text.split('\n', 1);
  const entered = { name: shorten(first, BOUNDS.projectName), wantedOn: request.wantedOn };
  return modal({
    id: REQUEST_IDS.jobForm,
    title: words.jobTitle(),
    submit: words.jobSubmit(),
    close: words.cancel(),
    metadata: jobMeta.encode({ project: project._id, request: request.id, job: id }),
    blocks: [
      rich(...phrase(words.jobIntro, { project: bold(project.name) })),
      ...pagesOf(quoted(request.text)).slice(0, 1),
      ...formBlocks(jobForm, words, entered),
    ],
  });
}
