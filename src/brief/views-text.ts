import type { Button } from '@slack/types';
import { bold, button, type Message, message, type Modal, modal, rich, run, section } from '../kit/blocks.ts';
import { inputBlock } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Project } from '../project/model.ts';
import { versionValue } from './model-metadata.ts';
import { paperWords } from './words-paper.ts';

/** The callback id of the modal with the text. */
export const TEXT_SHOWN = 'brief.textShown';
export const PAPER_IDS = { text: 'brief.text', paper: 'brief.paper' } as const;

/** For clients without Slack: the version that was sent last, as text and as PDF. None before one was sent. */
export function paperButtons(project: Project, locale: Locale): Button[] {
  const sent = project.brief?.sent;
  if (!sent) return [];
  const words = paperWords.in(locale);
  const value = versionValue.encode({ project: project._id, version: sent.current.number });
  return [
    button({ id: PAPER_IDS.text, text: words.textButton(), value }),
    button({ id: PAPER_IDS.paper, text: words.paperButton(), value }),
  ];
}

/** Text stands in inputs, because from nothing else can all of it be marked and copied at once. Nothing is submitted. */
export function textModal(
  { project, version }: { project: string; version: number },
  texts: readonly string[],
  locale: Locale,
): Modal {
  const words = paperWords.in(locale);
  const inputs = texts.map((text, index) =>
    inputBlock({
      question: { id: `text${index + 1}`, kind: 'text', long: true, max: TEXT_MAX, required: false },
      label: words.textLabel({ part: index + 1, parts: texts.length }),
      hint: '',
      placeholder: '',
      optionLabels: {},
      initial: text,
    }),
  );
  const about = { project: bold(project), version: run(String(version)) };
  return modal({
    id: TEXT_SHOWN,
    title: words.textModal(),
    // A modal with inputs must have one (docs.slack.dev, modals); it only closes.
    submit: words.textDone(),
    close: words.textClose(),
    blocks: [rich(...phrase(words.textHow, about)), ...inputs],
  });
}

/** What one input takes (docs.slack.dev, plain-text input element). */
const TEXT_MAX = 3000;

/** Told to whoever asked for the PDF: it takes a moment, and stands in the thread. */
export function paperComes(version: number, locale: Locale): Message<'person'> {
  const text = paperWords.in(locale).paperComes({ version });
  return message('person', text, [section(text)]);
}
