import type { Button, KnownBlock, RichTextElement } from '@slack/types';
import { namesOf } from '../approval/views-people.ts';
import { bold, button, buttons, context, facts, type Message, message, rich, run, section } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { called, dateToken, escape, link, shorten } from '../kit/text.ts';
import { nextDates } from '../plan/views-client.ts';
import { planWords } from '../plan/words.ts';
import type { RequestKind } from '../project/model.ts';
import { STAGES } from '../project/model-life.ts';
import type { Agreed, Released, ReleasedEarlier, ReleasedRequest, Waiting } from '../project/rules-released.ts';
import { clientValue } from './model-requests.ts';
import { cardWords } from './words-card.ts';

/** The action ids of the client card's buttons. */
export const CLIENT_IDS = {
  newRequest: 'client.newRequest',
  problem: 'client.problem',
  status: 'client.status',
  record: 'client.record',
  export: 'export.open',
} as const satisfies Record<RequestKind | 'record' | 'export', string>;

/** Something that waits, with the way to the message that asks for it; null where it was sent outside Slack. */
export type WaitingShown = { waiting: Waiting; link: string | null };

/** Of a list on the card; the rest is counted. */
const LISTED = 5;
/** Of a name in such a list. */
const NAME_LENGTH = 80;

/** The card of a project in its client channel, pinned there: always as it is now, and of nothing but what was released. */
export function clientCardMessage(released: Released, waiting: readonly WaitingShown[]): Message<'client'> {
  const { language, name, client, life } = released;
  const words = cardWords.in(language);
  const state = stateText(released, language);
  const text = words.cardFallback({ project: escape(name), client: escape(client), state });
  return message('client', text, [
    rich(...title(released), run('\n'), ...stateLine(released, language)),
    facts(pairs(released, language)),
    ...(life === 'ended' ? [] : ahead(released, waiting)),
    ...listBlock(words.requestsTitle(), released.requests.toReversed().map(requestLine(language)), language),
    ...listBlock(words.earlierTitle(), released.earlier.map(earlierLine(language)), language),
    buttons('client.card', cardButtons(released)),
    context(life === 'ended' ? words.buttonsMeanEnded() : words.buttonsMean()),
  ]);
}

/** What waits, and the next dates. */
const ahead = ({ language, milestones }: Released, waiting: readonly WaitingShown[]): KnownBlock[] => [
  section(waitingText(waiting, language)),
  ...listBlock(planWords.in(language).clientCardTitle(), nextDates(milestones, language), language),
];

function title({ name, parent, language }: Released): RichTextElement[] {
  if (parent === null) return [bold(name)];
  return [bold(name), run(' · '), ...phrase(cardWords.in(language).parent, { parent: run(parent) })];
}

function stateLine(released: Released, locale: Locale): RichTextElement[] {
  const words = cardWords.in(locale);
  const { stage, life } = released;
  if (stage === null || life !== 'live') return [run(stateText(released, locale))];
  return phrase(words.stageState, {
    number: run(String(STAGES.indexOf(stage) + 1)),
    stage: bold(words['stage.name']({ stage })),
    meaning: run(words['stage.meaning']({ stage })),
  });
}

/** Where the project stands, in one plain sentence with its meaning for the client. */
export function stateText({ stage, life }: Released, locale: Locale): string {
  const words = cardWords.in(locale);
  if (life === 'ended') return words.ended();
  if (life === 'onHold') return words.onHold();
  if (stage === null) return words.jobState();
  const number = String(STAGES.indexOf(stage) + 1);
  return words.stageState({
    number,
    stage: words['stage.name']({ stage }),
    meaning: words['stage.meaning']({ stage }),
  });
}

function pairs({ wantedOn, agreed }: Released, locale: Locale): [string, string][] {
  const words = cardWords.in(locale);
  return [
    [words.wantedDate(), wantedOn ? formatDay(wantedOn, locale) : words.notKnown()],
    [words.agreedLast(), agreed ? agreedText(agreed, locale) : words.agreedNothing()],
  ];
}

/** What a version is of, as plain text: by its own name where it has one. */
export function subjectText(
  { kind, version, named }: Pick<Agreed, 'kind' | 'version' | 'named'>,
  locale: Locale,
): string {
  const words = cardWords.in(locale);
  return named === null ? words.subject({ kind, version }) : words.subjectNamed({ named, version });
}

function agreedText({ at, by, ...agreed }: Agreed, locale: Locale): string {
  const words = cardWords.in(locale);
  const subject = escape(subjectText(agreed, locale));
  const when = dateToken(new Date(at), locale);
  return by.length > 0
    ? words.agreed({ subject, at: when, who: namesOf(by, locale) })
    : words.agreedPlain({ subject, at: when });
}

function waitingText(waiting: readonly WaitingShown[], locale: Locale): string {
  const words = cardWords.in(locale);
  if (waiting.length === 0) return words.waitingNothing();
  const lines = waiting.slice(0, LISTED).map((one) => `• ${waitingLine(one, locale)}`);
  const more = waiting.length - lines.length;
  return [`*${words.waitingTitle()}*`, ...lines, ...(more > 0 ? [words.more({ count: more })] : [])].join('\n');
}

function waitingLine({ waiting, link: address }: WaitingShown, locale: Locale): string {
  const words = cardWords.in(locale);
  const { who, since, due } = waiting;
  const linked = (text: string) => (address === null ? escape(text) : link(address, text));
  const facts = { who: namesOf(who, locale), at: dateToken(new Date(since), locale) };
  const what =
    waiting.is === 'request'
      ? words.waitingRequest({ ...facts, subject: linked(subjectText(waiting, locale)) })
      : words.waitingQuestionsFor({ ...facts, questions: linked(words.waitingQuestions({ count: waiting.count })) });
  return due === null ? what : `${what} · ${words.waitingDue({ at: dateToken(new Date(due), locale) })}`;
}

const requestLine =
  (locale: Locale) =>
  ({ kind, by, at, state }: ReleasedRequest): string =>
    cardWords.in(locale).request({
      kind,
      who: called({ ...by, name: by.name && shorten(by.name, NAME_LENGTH) }),
      at: dateToken(new Date(at), locale),
      state,
    });

const earlierLine =
  (locale: Locale) =>
  ({ kind, by, agreedOn }: ReleasedEarlier): string =>
    cardWords.in(locale).earlier({
      kind,
      who: called({ person: null, name: shorten(by, NAME_LENGTH) }),
      day: formatDay(agreedOn, locale),
    });

function listBlock(title: string, lines: readonly string[], locale: Locale): KnownBlock[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, LISTED).map((line) => `• ${line}`);
  const more = lines.length - shown.length;
  return [
    section([`*${title}*`, ...shown, ...(more > 0 ? [cardWords.in(locale).more({ count: more })] : [])].join('\n')),
  ];
}

function cardButtons(released: Released): Button[] {
  const kinds = released.life === 'ended' ? [] : (['newRequest', 'problem', 'status'] as const);
  return [...kinds, 'record' as const, 'export' as const].map((which) =>
    clientButton(released, which, released.language),
  );
}

function clientButton(
  { project, life }: Pick<Released, 'project' | 'life'>,
  which: keyof typeof CLIENT_IDS,
  language: Locale,
): Button {
  const value = clientValue.encode({ project, language });
  const text = cardWords.in(language)[which]();
  const isFirst = which === 'newRequest' && life === 'live';
  return button({ id: CLIENT_IDS[which], text, value, ...(isFirst ? { style: 'primary' } : {}) });
}
