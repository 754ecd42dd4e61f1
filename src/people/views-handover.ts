import type { KnownBlock } from '@slack/types';
import {
  bold,
  context,
  divider,
  type Message,
  message,
  type Modal,
  modal,
  quote,
  rich,
  run,
  section,
  warning,
} from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Day } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import { formBlocks } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import { called, channelLink, escape, mention, type Named, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Handover } from '../project/model-people.ts';
import type { Finding } from '../project/model-outgoing.ts';
import { clientLanguage, namedById } from '../project/rules.ts';
import type { Released } from '../project/rules-released.ts';
import { outgoingNotice } from '../project/views-outgoing.ts';
import { handoverForm, predecessorQuestion, type SCOPES } from './model.ts';
import { handoverMeta } from './model-metadata.ts';
import { PEOPLE_IDS, plainName } from './views-roster.ts';
import { peopleWords } from './words.ts';

/** What stands in the form, as it was typed; people by Slack's ids. */
export type HandoverEntered = {
  successor: string | null;
  predecessor: string | null;
  fromDay: string | null;
  scope: (typeof SCOPES)[number];
  note: string | null;
  clientLine: string | null;
};

/** Where the line to the client goes, and who is there; null where it was not seen. */
export type Going = { channel: string; people: readonly Person[] | null };

export type HandoverPreview = {
  /** The hash of what is shown. */
  seen: string;
  from: Named;
  to: Named;
  on: Day;
  isNow: boolean;
  /** The client's other projects that go along. */
  others: readonly Project[];
  going: readonly Going[];
  /** What should perhaps not leave the house. */
  found: readonly Finding[];
  by: Named;
};

export type HandoverShown = {
  /** The handover's own id. */
  id: string;
  entered: HandoverEntered;
  /** Several account managers are there, and whoever hands over is none of them. */
  asksFrom: boolean;
  preview: HandoverPreview | null;
  /** Something is different from what was shown before. */
  isMoved?: boolean;
};

/** Who takes over, from when, of what; and once that was entered, what will happen, exactly. */
export function handoverModal(project: Project, shown: HandoverShown, locale: Locale): Modal {
  const words = peopleWords.in(locale);
  const { id, entered, asksFrom, preview, isMoved } = shown;
  const submit = preview ? (preview.isNow ? words.handoverSubmit() : words.handoverPlan()) : words.handoverShow();
  const questions = asksFrom ? [predecessorQuestion, ...handoverForm] : handoverForm;
  return modal({
    id: PEOPLE_IDS.handoverForm,
    title: words.handoverTitle(),
    submit,
    close: words.cancel(),
    metadata: handoverMeta.encode({ project: project._id, id, seen: preview?.seen ?? null, asksFrom }),
    blocks: [
      ...(isMoved ? [warning(words.previewAgain()), divider()] : []),
      // Before the questions: under them it would be out of sight while the button that does it is not.
      ...(preview
        ? [...previewBlocks(project, preview, entered, locale), divider()]
        : [rich(...phrase(words.handoverIntro, { project: bold(project.name) }))]),
      ...formBlocks(questions, words, entered),
    ],
  });
}

function previewBlocks(project: Project, preview: HandoverPreview, entered: HandoverEntered, locale: Locale) {
  const words = peopleWords.in(locale);
  const { from, to, on, isNow } = preview;
  const named = { who: bold(plainName(to)), whom: bold(plainName(from)), project: bold(project.name) };
  const sentence = isNow
    ? phrase(words.previewNow, named)
    : phrase(words.previewLater, { ...named, day: bold(dayInWords(on, locale)) });
  const moves = run(` ${words.previewMoves({ who: plainName(to) })}`);
  return [
    ...outgoingNotice(preview.found, locale),
    rich(...sentence, moves),
    ...othersBlocks(preview, entered, locale),
    ...(entered.note ? [section(words.previewNote({ channel: channelLink(project.channels.team.id ?? '') }))] : []),
    ...lineBlocks(project, preview, entered, locale),
  ];
}

function othersBlocks({ others }: HandoverPreview, { scope }: HandoverEntered, locale: Locale): KnownBlock[] {
  const words = peopleWords.in(locale);
  if (scope === 'this' && others.length === 0) return [];
  if (others.length === 0) return [rich(run(words.previewOthersNone()))];
  return [rich(run(words.previewOthers(named(others, locale))))];
}

function lineBlocks(project: Project, { going, by }: HandoverPreview, { clientLine }: HandoverEntered, locale: Locale) {
  if (clientLine === null || going.length === 0) return [];
  const words = peopleWords.in(locale);
  const channels = listed(
    going.map(({ channel }) => channelLink(channel)),
    locale,
  );
  const language = clientLanguage(project);
  return [
    section(words.previewLineTo({ channels })),
    ...lineOf(clientLine, by, language),
    ...going.flatMap(({ people }) => (people ? [context(seenBy(people, locale))] : [])),
  ];
}

function seenBy(people: readonly Person[], locale: Locale): string {
  const named = people.slice(0, BOUNDS.namedInPreview).map(mention);
  const names = listed(people.length > named.length ? [...named, '…'] : named, locale);
  return peopleWords.in(locale).previewSeenBy({ count: people.length, names });
}

/** The line as the client reads it: as it was typed, and from whom. */
function lineOf(line: string, by: Named, language: Locale): KnownBlock[] {
  return [rich(run(line)), context(peopleWords.in(language).clientLineFrom({ who: called(by) }))];
}

/** A notification shows no more. */
const FALLBACK_LENGTH = 300;

/** What is said to the client of a handover, as it was shown before. */
export const clientLine = ({ language }: Released, line: string, by: Named): Message<'client'> =>
  message('client', escape(shorten(line, FALLBACK_LENGTH)), lineOf(line, by, language));

/** A handover in the thread of the project's card. */
export function handoverLine(
  kind: 'handedOverLine' | 'handoverPlannedLine' | 'handoverCancelledLine',
  project: Project,
  { from, to, on }: Pick<Handover, 'from' | 'to' | 'on'>,
): Message<'team'> {
  const { language } = project.channels.team;
  const named = { whom: called(namedById(project, from)), who: called(to), day: dayInWords(on, language) };
  const text = peopleWords.in(language)[kind](named);
  return message('team', text, [section(text)]);
}

/** The note of whoever hands over, for the team alone. */
export function handoverNote(project: Project, note: string, by: Named): Message<'team'> {
  const title = peopleWords.in(project.channels.team.language).handoverNote({ who: called(by) });
  return message('team', `${title}: ${escape(shorten(note, FALLBACK_LENGTH))}`, [section(title), quote([run(note)])]);
}

/** A planned handover could not happen. */
export function failedNote(project: Project, { to, on }: Handover, locale: Locale): Message<'person'> {
  const named = { project: escape(project.name), who: called(to), day: dayInWords(on, locale) };
  const text = peopleWords.in(locale).handoverFailed(named);
  return message('person', text, [section(text)]);
}

/** What came of it over several projects; `carried` is null while that is under way. */
export function handoverSaid(
  handover: Handover & { isNow: boolean; others: number },
  carried: { projects: readonly Project[]; isWhole: boolean } | null,
  locale: Locale,
): Modal {
  const words = peopleWords.in(locale);
  const who = plainName(handover.to);
  const day = dayInWords(handover.on, locale);
  const lines = [
    handover.isNow ? words.handedOverHere({ who }) : words.handoverPlannedHere({ who, day }),
    ...(carried === null ? [words.handoverCarrying({ count: handover.others })] : []),
    ...(carried && carried.projects.length > 0 ? [words.handoverCarried(named(carried.projects, locale))] : []),
    ...(carried && !carried.isWhole ? [words.handoverNotCarried()] : []),
  ];
  return modal({
    id: 'people.handedOver',
    title: handover.isNow ? words.handedOverTitle() : words.plannedTitle(),
    close: words.close(),
    blocks: lines.map((text) => rich(run(text))),
  });
}

/** How many projects, and the first of them by name. */
function named(projects: readonly Project[], locale: Locale) {
  const shown = projects.slice(0, BOUNDS.namedInPreview).map(({ name }) => name);
  return {
    count: projects.length,
    projects: listed(projects.length > shown.length ? [...shown, '…'] : shown, locale),
  };
}
