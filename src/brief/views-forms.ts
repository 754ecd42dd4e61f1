import { type Modal, modal, section } from '../kit/blocks.ts';
import { inputBlock } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import type { Project } from '../project/model.ts';
import { type BriefQuestion, findersForm } from './model.ts';
import { findersMeta } from './model-metadata.ts';
import { BRIEF_IDS } from './views-card.ts';
import { questionName } from './views-lines.ts';
import { briefWords } from './words.ts';

/** The second step: who finds out each question that is not known yet. */
export function findersModal(project: Project, questions: readonly BriefQuestion[], locale: Locale): Modal {
  const words = briefWords.in(locale);
  const inputs = findersForm(questions).map((finderQuestion) => {
    const question = finderQuestion.id;
    return inputBlock({
      question: finderQuestion,
      label: words.finderLabel({ question: questionName(question, locale) }),
      hint: words.finderHint(),
      placeholder: words.finderPlaceholder(),
      optionLabels: {},
      initial: finderOf(project, question),
    });
  });
  return modal({
    id: BRIEF_IDS.findersForm,
    title: words.findersTitle(),
    submit: words.findersSubmit(),
    close: words.close(),
    metadata: findersMeta.encode({ project: project._id, questions: [...questions] }),
    blocks: [section(words.findersIntro()), ...inputs],
  });
}

function finderOf(project: Project, question: BriefQuestion): string | undefined {
  const line = project.brief?.lines.find((one) => one.question === question);
  return line?.state === 'notKnown' ? line.finder.user : undefined;
}
