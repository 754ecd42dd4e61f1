import type { Button, KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import { profileButton } from '../client/views.ts';
import {
  bold,
  button,
  buttons,
  divider,
  type Modal,
  modal,
  paragraph,
  rich,
  richText,
  run,
  section,
  who,
} from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { type BriefQuestion, type BriefStep, isInternal, isListed, type StepQuestion } from './model.ts';
import { openValue, stepValue } from './model-metadata.ts';
import { changedSinceSent } from './rules.ts';
import { gaps, linesOf } from './rules-draft.ts';
import { questionsOf, stepsOf, toAsk } from './rules-overview.ts';
import { BRIEF_IDS } from './views-card.ts';
import { insideTexts, stepQuestionName } from './views-edit.ts';
import { askButton } from './views-ask.ts';
import { gatherButtons, sourcesShown } from './views-gather.ts';
import { finding, textOf } from './views-lines.ts';
import { stepsWords } from './words-steps.ts';
import { briefWords } from './words.ts';

/** The action id of opening one step of the brief; which one stands in the button. */
export const EDIT_STEP = 'brief.editStep';
/** The action id of naming anew who finds out what is not known yet. */
export const CHANGE_FINDERS = 'brief.changeFinders';

/** Where an answer comes from: a message or a document, with the way to it. */
export type Source = { label: string; url: string | null };
/** What the overview shows besides the brief itself. */
export type Extras = { sources?: readonly Source[]; buttons?: readonly Button[] };

/** How much of one answer the overview shows; the whole stands in its step. */
const SHOWN = 150;
/** Sources are linked up to here, and counted all. */
const LINKED = 20;

/** The whole brief at a glance: what is there, what is missing, what to ask next, and the way into each step. */
export function overviewModal(
  project: Project,
  locale: Locale,
  { sources = sourcesShown(project, locale), buttons: more = gathering(project, locale) }: Extras = {},
): Modal {
  const words = stepsWords.in(locale);
  return modal({
    id: 'brief.overview',
    title: words.overviewTitle(),
    close: briefWords.in(locale).close(),
    blocks: [
      rich(...phrase(words.overviewIntro, { project: bold(project.name) })),
      next(project, locale),
      ...stepsOf(project).flatMap((step) => stepBlocks(project, step, locale)),
      ...notKnownBlocks(project, locale),
      ...sourceBlocks(sources, locale),
      divider(),
      buttons('brief.overview', [...sendButton(project, locale), ...more, profileButton(project, locale)]),
    ],
  });
}

/** The ways in which answers come that nobody of the team types. */
const gathering = (project: Project, locale: Locale): Button[] => [
  ...gatherButtons(project, locale),
  askButton(project, locale),
];

/** What to ask next, in words that can be said aloud, and what then. */
function next(project: Project, locale: Locale): KnownBlock {
  const words = stepsWords.in(locale);
  const [first, ...rest] = toAsk(project);
  if (!first) return rich(run(words.nothingOpen()));
  const question = bold(stepQuestionName(first.question, locale));
  const ask = phrase(first.isNeeded ? words.nextMissing : words.nextOpen, { question });
  const say = words.nextSay({ example: words[`ask.${first.question}`]() });
  const questions = listed(
    rest.map((one) => stepQuestionName(one.question, locale)),
    locale,
  );
  const then = rest.length > 0 ? [paragraph([run(words.nextThen({ questions }))])] : [];
  return richText([paragraph(ask), paragraph([run(say)]), ...then]);
}

function stepBlocks(project: Project, { id, questions }: BriefStep, locale: Locale): KnownBlock[] {
  const words = stepsWords.in(locale);
  const value = stepValue.encode({ project: project._id, step: id });
  const edit = button({ id: EDIT_STEP, text: words[`edit.${id}`](), value });
  const rows = questionsOf(project, questions).map((question) =>
    paragraph([bold(`${stepQuestionName(question, locale)}\n`), ...stateOf(project, question, locale)]),
  );
  return [divider(), section(`*${words[`step.${id}`]()}*`, edit), richText(rows)];
}

/** What stands at a question: the answer, shortened; or that it is missing, not known yet, or not asked yet. */
function stateOf(project: Project, question: StepQuestion, locale: Locale): RichTextElement[] {
  const words = stepsWords.in(locale);
  if (isInternal(question)) {
    const texts = insideTexts(project, question, locale);
    return texts.length > 0 ? answer(texts.join(' → ')) : [run(words.notAsked(), { italic: true })];
  }
  const lines = linesOf(project).filter((line) => line.question === question);
  const [unknown] = lines.flatMap((line) => (line.state === 'notKnown' ? [line.finder] : []));
  if (unknown) return finding(unknown, locale);
  const texts = lines.map((line) => textOf(line, locale));
  if (texts.length === 0) return nothingAt(project, question, locale);
  // What was read out of each expected result is to be checked, so each has a line of its own.
  return question === 'kpis'
    ? texts.flatMap((text, index) => answer(`${index > 0 ? '\n' : ''}${text}`))
    : answer(texts.join(isListed(question) ? ' · ' : '\n'));
}

const answer = (text: string): RichTextElement[] => [run(shorten(text, SHOWN))];

function nothingAt(project: Project, question: BriefQuestion, locale: Locale): RichTextElement[] {
  const words = stepsWords.in(locale);
  if (!gaps(project).includes(question)) return [run(words.notAsked(), { italic: true })];
  return [{ type: 'emoji', name: 'warning' }, run(` ${words.missing()}`)];
}

/** Everything that is not known yet, with who finds it out. */
function notKnownBlocks(project: Project, locale: Locale): KnownBlock[] {
  const words = stepsWords.in(locale);
  const rows = linesOf(project).flatMap((line): RichTextSection[] => {
    if (line.state !== 'notKnown') return [];
    const question = run(stepQuestionName(line.question, locale));
    return [paragraph(phrase(words.notKnownRow, { question, who: who(line.finder) }))];
  });
  const value = openValue.encode({ project: project._id });
  const change = button({ id: CHANGE_FINDERS, text: words.changeFinders(), value });
  return rows.length > 0 ? [divider(), section(`*${words.notKnownTitle()}*`, change), richText(rows)] : [];
}

function sourceBlocks(sources: readonly Source[], locale: Locale): KnownBlock[] {
  if (sources.length === 0) return [];
  const count = stepsWords.in(locale).sources({ count: sources.length });
  const links = sources.slice(0, LINKED).map(({ label, url }): RichTextSection => {
    const text = shorten(label, SHOWN);
    return paragraph([url === null ? run(text) : { type: 'link', url, text }]);
  });
  return [divider(), section(`*${count}*`), richText(links)];
}

/** It can be sent once nothing that is required is missing, and there is something that the client has not seen. */
function sendButton(project: Project, locale: Locale): Button[] {
  if (gaps(project).length > 0 || !changedSinceSent(project)) return [];
  const value = openValue.encode({ project: project._id });
  return [button({ id: BRIEF_IDS.send, text: briefWords.in(locale).sendButton(), value, style: 'primary' })];
}
