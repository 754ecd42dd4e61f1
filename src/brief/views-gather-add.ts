import type { KnownBlock } from '@slack/types';
import { bold, button, buttons, context, type Modal, modal, rich, section, warning } from '../kit/blocks.ts';
import { formBlocks, inputBlock } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten, slackLength } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { addForm, addMeta, documentForm, documentMeta, fileValue, partsValue } from './model-gather.ts';
import { GATHER_IDS } from './views-gather.ts';
import { gatherWords } from './words-gather.ts';

/** A select's option takes 75 characters (docs.slack.dev, option object), a button's label as many. */
const OPTION = 75;
/** A file's or a person's name inside a sentence. */
const NAME = 60;

/** What is attached to a message, to be read instead of its text. */
export type Attached = { id: string; name: string | null };

export type Adding = {
  source: string;
  projects: readonly Project[];
  message: { channel: string; ts: string; threadTs: string | null };
  /** Who wrote it. */
  name: string | null;
  /** As it was written, as far as an input takes it. */
  text: string;
  /** It is longer than that. */
  isCut: boolean;
  files: readonly Attached[];
};

/** A message goes into the brief: which question it answers, and in which words. */
export function addModal(adding: Adding, locale: Locale): Modal {
  const { source, projects, message, name, text } = adding;
  const words = gatherWords.in(locale);
  const ids = projects.map(({ _id }) => _id);
  const [which, ...questions] = addForm(ids);
  const names = Object.fromEntries(projects.map((one) => [one._id, optionOf(one)]));
  const choosing = inputBlock({
    question: which,
    label: words['project.label'](),
    hint: words['project.hint'](),
    placeholder: words['project.placeholder'](),
    optionLabels: names,
    initial: null,
  });
  return modal({
    id: GATHER_IDS.addForm,
    title: words.addTitle(),
    submit: words.addSubmit(),
    close: words.cancel(),
    metadata: addMeta.encode({ source, projects: ids, name: name && shorten(name, NAME), message }),
    blocks: [
      name ? rich(...phrase(words.addIntro, { who: bold(shorten(name, NAME)) })) : section(words.addIntroNobody()),
      ...(ids.length > 1 ? [choosing] : []),
      ...formBlocks(questions, words, { text }),
      ...insteadBlocks(adding, locale),
    ],
  });
}

/** Both names of a job inside a project, the job's own above all. */
function optionOf(project: Project): string {
  const own = shorten(project.name, OPTION);
  const left = OPTION - slackLength(own) - slackLength(' › ');
  return project.parent && left >= PARENT ? `${shorten(project.parent.name, left)} › ${own}` : own;
}
/** Less of its project's name than this tells nobody anything. */
const PARENT = 10;

/** What can be done instead: read a file that is attached, or take apart a message that is longer than an answer. */
function insteadBlocks({ source, files, isCut }: Adding, locale: Locale): KnownBlock[] {
  const words = gatherWords.in(locale);
  const all = files.slice(0, FILES_OFFERED).map(({ id: file, name }, index) => {
    const called = shorten(name ?? words.attachment({ number: index + 1 }), NAME);
    return button({
      id: GATHER_IDS.readFile,
      text: words.readFile({ name: called }),
      value: fileValue.encode({ source, file }),
    });
  });
  const apart = button({ id: GATHER_IDS.parts, text: words.takeApart(), value: partsValue.encode({ source }) });
  return [
    ...(isCut ? [context(words.messageCut()), buttons('brief.parts', [apart])] : []),
    // Action ids are told apart by their block where one stands there several times.
    ...all.map((one, index) => buttons(`brief.file.${index}`, [one])),
  ];
}

/** A message may have ten; more buttons than this nobody looks through. */
const FILES_OFFERED = 5;

/**
 * A client's document: a file, or what is pasted.
 * @param warning why the last one was not read
 */
export function documentModal(
  { _id: project, name }: Pick<Project, '_id' | 'name'>,
  source: string,
  locale: Locale,
  { warning: why = null, pasted = null }: { warning?: string | null; pasted?: string | null } = {},
): Modal {
  const words = gatherWords.in(locale);
  return modal({
    id: GATHER_IDS.documentForm,
    title: words.documentTitle(),
    submit: words.documentSubmit(),
    close: words.cancel(),
    metadata: documentMeta.encode({ project, source }),
    blocks: [
      ...(why === null ? [] : [warning(why)]),
      rich(...phrase(words.documentIntro, { project: bold(name) })),
      ...formBlocks(documentForm, words, { pasted }),
    ],
  });
}

/** While a file is read. */
export const readingModal = (locale: Locale): Modal => {
  const words = gatherWords.in(locale);
  return modal({
    id: 'brief.reading',
    title: words.readingTitle(),
    close: words.close(),
    blocks: [section(words.reading())],
  });
};
