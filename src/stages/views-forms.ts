import type { KnownBlock, RichTextElement } from '@slack/types';
import { bold, context, type Modal, modal, rich, run } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { formBlocks, inputBlock } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten, takeFrom } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Stage } from '../project/model-life.ts';
import { gateLacks } from '../project/rules-gate.ts';
import { nextStage, titleOf } from '../project/rules.ts';
import { projectWords } from '../project/words.ts';
import { projectCardWords } from '../project/words-card.ts';
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
import { stagesBefore } from './rules.ts';
import { sinceOf } from './rules-life.ts';
import { lackTexts } from './views.ts';
import { stagesWords } from './words.ts';

/** The callback ids of the forms. */
export const STAGE_FORMS = {
  override: 'stages.overrideForm',
  back: 'stages.backForm',
  attach: 'stages.attachForm',
  job: 'stages.jobForm',
  hold: 'stages.holdForm',
  end: 'stages.endForm',
  reopen: 'stages.reopenForm',
} as const;

/** A select's option takes 75 characters (docs.slack.dev, option object). */
const OPTION = 75;

const named = (project: Project): RichTextElement => bold(titleOf(project));
const stageName = (stage: Stage, locale: Locale) => projectWords.in(locale)['stage.name']({ stage });

/** As much of what was typed after a command as its question takes. */
const typedFor = (typed: string | undefined, max: number): string | null =>
  typed === undefined ? null : takeFrom(typed, max).trim() || null;

type Parts = { form: keyof typeof STAGE_FORMS; metadata: string; blocks: KnownBlock[] };

function formModal({ form, metadata, blocks }: Parts, locale: Locale): Modal {
  const words = stagesWords.in(locale);
  return modal({
    id: STAGE_FORMS[form],
    title: words[`${form}Title`](),
    submit: words[`${form}Submit`](),
    close: words.cancel(),
    metadata,
    blocks,
  });
}

/** Why the next stage starts although something is missing. */
export function overrideModal(project: Project, from: Stage, locale: Locale): Modal {
  const words = stagesWords.in(locale);
  const places = {
    project: named(project),
    stage: run(stageName(nextStage(project) ?? from, locale)),
    lacks: run(listed(lackTexts(gateLacks(project), locale), locale)),
  };
  return formModal(
    {
      form: 'override',
      metadata: stepMeta.encode({ project: project._id, from }),
      blocks: [rich(...phrase(words.overrideIntro, places)), ...formBlocks(reasonForm, words)],
    },
    locale,
  );
}

/** Back to which stage, and why. */
export function backModal(project: Project, from: Stage, locale: Locale): Modal {
  const words = stagesWords.in(locale);
  const [to, reason] = backForm(stagesBefore(project));
  const names = Object.fromEntries(stagesBefore(project).map((stage) => [stage, stageName(stage, locale)]));
  const choosing = inputBlock({
    question: to,
    label: words['to.label'](),
    hint: words['to.hint'](),
    placeholder: words['to.placeholder'](),
    optionLabels: names,
    initial: null,
  });
  const intro = phrase(words.backIntro, { project: named(project), stage: run(stageName(from, locale)) });
  return formModal(
    {
      form: 'back',
      metadata: stepMeta.encode({ project: project._id, from }),
      blocks: [rich(...intro), choosing, ...formBlocks([reason], words)],
    },
    locale,
  );
}

/** What the client agreed to before Liaison. @param id of what it makes */
export function attachModal(project: Project, id: string, locale: Locale): Modal {
  const words = stagesWords.in(locale);
  return formModal(
    {
      form: 'attach',
      metadata: makeMeta.encode({ project: project._id, id }),
      blocks: [rich(...phrase(words.attachIntro, { project: named(project) })), ...formBlocks(earlierForm, words)],
    },
    locale,
  );
}

/** Why the project is put on hold. @param typed what was typed after the command */
export function holdModal(project: Project, locale: Locale, typed?: string): Modal {
  const words = stagesWords.in(locale);
  const reason = typedFor(typed, BOUNDS.reason);
  return formModal(
    {
      form: 'hold',
      metadata: openMeta.encode({ project: project._id, since: sinceOf(project) }),
      blocks: [
        rich(...phrase(words.holdIntro, { project: named(project) })),
        ...formBlocks(reasonForm, words, { reason }),
      ],
    },
    locale,
  );
}

/** `jobs`: the live ones inside the project. `others`: the projects that it could be merged into. */
export type Around = { jobs: readonly Project[]; others: readonly Project[] };

/** How the project ended, and why; and the question whether that is meant. */
export function endModal(project: Project, { jobs, others }: Around, locale: Locale): Modal {
  const words = stagesWords.in(locale);
  const ids = others.map(({ _id }) => _id);
  const names = Object.fromEntries(others.map((one) => [one._id, shorten(one.name, OPTION)]));
  const open = (project.requests ?? []).filter(({ state }) => state === 'open').length;
  const questions = endForm(ids).map((question) =>
    question.id === 'into'
      ? inputBlock({
          question,
          label: words['into.label'](),
          hint: words['into.hint'](),
          placeholder: words['into.placeholder'](),
          optionLabels: names,
          initial: null,
        })
      : formBlocks([question], words),
  );
  return formModal(
    {
      form: 'end',
      metadata: endMeta.encode({
        project: project._id,
        since: sinceOf(project),
        client: project.client.id,
        others: ids,
      }),
      blocks: [
        rich(...phrase(words.endIntro, { project: named(project) })),
        ...(jobs.length > 0 ? [context(words.endJobs({ count: jobs.length }))] : []),
        ...(open > 0 ? [context(projectCardWords.in(locale).requests({ count: open }))] : []),
        ...questions.flat(),
      ],
    },
    locale,
  );
}

/** Why an ended project goes on. */
export function reopenModal(project: Project, locale: Locale): Modal {
  const words = stagesWords.in(locale);
  return formModal(
    {
      form: 'reopen',
      metadata: reopenMeta.encode({
        project: project._id,
        since: sinceOf(project),
        parent: project.parent?.project ?? null,
      }),
      blocks: [rich(...phrase(words.reopenIntro, { project: named(project) })), ...formBlocks(reasonForm, words)],
    },
    locale,
  );
}

/** A job inside the project. @param id of what it makes @param typed what was typed after the command */
export function jobModal(project: Project, id: string, locale: Locale, typed?: string): Modal {
  const words = stagesWords.in(locale);
  const name = typedFor(typed, BOUNDS.projectName);
  return formModal(
    {
      form: 'job',
      metadata: makeMeta.encode({ project: project._id, id }),
      blocks: [rich(...phrase(words.jobIntro, { project: named(project) })), ...formBlocks(jobForm, words, { name })],
    },
    locale,
  );
}
