import type { Button, KnownBlock } from '@slack/types';
import {
  bold,
  button,
  buttons,
  context,
  divider,
  type Message,
  message,
  type Modal,
  modal,
  paragraph,
  rich,
  richText,
  run,
  section,
  warning,
  when,
  who,
} from '../kit/blocks.ts';
import type { Wait } from '../kit/aggregate.ts';
import { formBlocks } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import type { WaitingIn } from '../kit/listed.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import { called, escape, mention, type Named } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { managers } from '../project/rules.ts';
import type { Released } from '../project/rules-released.ts';
import { type Ask, askFormFor, askMeta, askValue, answerValue } from './model-ask.ts';
import type { WordedQuestion } from './model-questions.ts';
import { answerFacts, checkFacts } from './model-waits.ts';
import { checkValue } from './model-gather.ts';
import { askOf } from './rules-ask.ts';
import { GATHER_IDS } from './views-gather.ts';
import { seen } from '../approval/views-sending.ts';
import { askWords } from './words-ask.ts';
import { gatherWords } from './words-gather.ts';

export const ASK_IDS = {
  open: 'brief.ask',
  form: 'brief.askForm',
  answer: 'brief.answer',
  answerForm: 'brief.answerForm',
} as const;

/** Asks the client, from the overview of the brief. */
export const askButton = ({ _id: project }: Project, locale: Locale): Button =>
  button({ id: ASK_IDS.open, text: askWords.in(locale).askButton(), value: askValue.encode({ project }) });

/** What is known of where it goes. */
export type AskPreview =
  { is: 'none' } | { is: 'refused'; reason: string } | { is: 'seen'; channel: string; people: readonly Person[] };

/** What stands in the form; the contact by Slack's id. */
export type AskEntered = {
  questions: readonly WordedQuestion[];
  contact: string | null;
  channel: string | null;
  language: Locale;
};

/**
 * Whom and what to ask, who will see it, and what they will see. Drawn again when something is chosen.
 * @param contact who was chosen, as they will be mentioned
 * @param moved why it did not leave, where something changed after the preview
 */
export function askModal(project: Project, { entered, contact, preview, moved }: AskShown, locale: Locale): Modal {
  const words = askWords.in(locale);
  const isChannelKnown = project.channels.client !== null;
  const after = askOf(project)?.number ?? 0;
  const channel = preview.is === 'seen' ? preview.channel : null;
  return modal({
    id: ASK_IDS.form,
    title: words.askTitle(),
    submit: words.askSubmit(),
    close: words.cancel(),
    metadata: askMeta.encode({ project: project._id, seen: channel, isChannelKnown, after }),
    blocks: [
      ...(moved ? [warning(moved), divider()] : []),
      rich(...phrase(words.askIntro, { project: bold(project.name) })),
      ...formBlocks(askFormFor(isChannelKnown), words, entered),
      ...previewOf(project, { entered, contact, preview }, locale),
    ],
  });
}

export type AskShown = { entered: AskEntered; contact: Person | null; preview: AskPreview; moved?: string };

function previewOf({ name }: Project, { entered, contact, preview }: AskShown, locale: Locale): KnownBlock[] {
  if (preview.is === 'refused') return [divider(), warning(preview.reason)];
  const shown = { questions: entered.questions, contact };
  return [
    divider(),
    ...seen(preview, locale),
    context(askWords.in(locale).previewTitle()),
    ...askBlocks(name, shown, entered.language),
  ];
}

type Questions = { questions: readonly WordedQuestion[]; contact: Person | null };

/** What the client reads: who is asked, and what. */
function askBlocks(name: string, { questions, contact }: Questions, language: Locale): KnownBlock[] {
  const words = askWords.in(language);
  const lines = questions.map((question, index) => paragraph([run(`${index + 1}. ${words[`${question}.label`]()}`)]));
  return [
    rich(bold(words.cardTitle({ project: name }))),
    ...(contact ? [rich(...phrase(words.cardAsk, { who: who(contact) }))] : []),
    ...(lines.length > 0 ? [richText(lines)] : []),
  ];
}

/**
 * The one card of an ask in the client channel.
 * @param ask null where a newer one has taken its place
 */
export function askCard({ project, name, language }: Released, ask: Ask | null): Message<'client'> {
  const words = askWords.in(language);
  if (!ask) {
    const title = words.cardTitle({ project: name });
    return message('client', escape(title), [rich(bold(title)), section(words.replaced())]);
  }
  const { number, answered, questions, contact } = ask;
  const value = answerValue.encode({ project, number, language });
  const text = answered ? words.answerAgain() : words.answer();
  const act = button({ id: ASK_IDS.answer, text, value, ...(answered ? {} : { style: 'primary' }) });
  return message('client', words.cardFallback({ project: escape(name), count: questions.length }), [
    ...askBlocks(name, { questions, contact: contact.person }, language),
    ...(answered ? [thanks(answered, language)] : []),
    buttons('brief.ask', [act]),
    context(words.cardAnyone()),
  ]);
}

const thanks = ({ by, at }: NonNullable<Ask['answered']>, language: Locale): KnownBlock =>
  rich(
    ...phrase(askWords.in(language).answeredBy, {
      who: by.name === null && by.person ? who(by.person) : run(by.name ?? '?'),
      at: when(new Date(at), language),
    }),
  );

/** The state line under the team's card. */
export function askedForTeam({ contact, questions }: Ask, locale: Locale): Message<'team'> {
  const text = askWords.in(locale).askedLine({ who: called(contact), count: questions.length });
  return message('team', text, [section(text)]);
}

/** Answers came: somebody must check them, so the account managers are mentioned. */
export function answeredForTeam(
  project: Project,
  { by, count, source }: { by: Named; count: number; source: string },
  locale: Locale,
): Message<'team'> {
  const manager = listed(managers(project).map(mention), locale);
  const text = askWords.in(locale).answeredLine({ manager, who: called(by), count });
  return message('team', text, [
    section(text),
    buttons('brief.answers', [checkButton(project._id, source, count, locale)]),
  ]);
}

const checkButton = (project: string, source: string, left: number, locale: Locale): Button =>
  button({
    id: GATHER_IDS.check,
    text: gatherWords.in(locale).checkButton({ left }),
    value: checkValue.encode({ project, source }),
    style: 'primary',
  });

/** What waits because the client was asked, on App Home. Null where it is something else. */
export function askWaitRow({ id }: WaitingIn, wait: Wait, _where: object, locale: Locale): KnownBlock[] | null {
  const words = askWords.in(locale);
  const blockId = `${wait.kind}:${id}:${wait.about}`;
  if (wait.kind === 'brief.answer') {
    const { data: facts } = answerFacts.safeParse(wait.facts);
    if (!facts) return [];
    const value = answerValue.encode({ project: id, number: facts.number, language: locale });
    const act = button({ id: ASK_IDS.answer, text: words.answer(), value, style: 'primary' });
    return [section(words.waitAnswer({ count: facts.count })), buttons(blockId, [act])];
  }
  if (wait.kind !== 'brief.check') return null;
  const { data: facts } = checkFacts.safeParse(wait.facts);
  if (!facts) return [];
  const check = checkButton(id, facts.source, facts.left, locale);
  return [section(words.waitCheck({ count: facts.count })), buttons(blockId, [check])];
}
