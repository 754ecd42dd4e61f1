import type { KnownBlock, RichTextSection } from '@slack/types';
import type { AskedLine } from '../approval/model-shown.ts';
import { plainName } from '../approval/views-people.ts';
import { statusBlocks } from '../approval/views-status.ts';
import { bold, context, type Message, message, paragraph, rich, richText, run, section, when } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { called, dateToken, escape, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import { someOf, personRun } from '../project/views-named.ts';
import type { Deliverable, Draft, Item } from './model.ts';
import { buttonRows } from './views-buttons.ts';
import { contentLines } from './views-contents.ts';
import { factLines } from './views-facts.ts';
import { kindName } from './views-points.ts';
import { nextLine, stateLines, WHY } from './views-state.ts';
import { deliverableWords } from './words.ts';

/** Of a note or a criterion; the whole is behind "Look at it". */
const SHOWN = 200;
/** So many criteria stand on the card; all of them are in the check. */
const CRITERIA = 6;

/**
 * The living card of a deliverable, for the team: what it is, where it stands inside and with the client, who has answered and who has
 * not, what was agreed about it, what follows, and what to do next.
 */
export function deliverableCard(project: Project, deliverable: Deliverable, locale: Locale): Message<'team'> {
  const words = deliverableWords.in(locale);
  const { name, kind, draft, sent, dropped } = deliverable;
  const state = stateLines(project, deliverable, locale);
  const about = run(` · ${kindName(kind, locale)} · ${titleOf(project)}`);
  const shown = draft ?? sent?.current ?? null;
  const sections = [
    ...(shown && !dropped ? contentLines(shown.contents, locale) : []),
    ...(draft && !dropped ? draftLines(draft, locale) : []),
    ...(dropped ? [] : criteriaLines(deliverable, locale)),
    ...factLines(deliverable, locale),
  ];
  const blocks = [
    rich(bold(name), about),
    section(state.join('\n')),
    ...(sent ? statusBlocks(sent.approval, itemLines(sent.current.items), locale) : []),
    ...(sections.length > 0 ? [richText(sections)] : []),
    ...nextLine(project, deliverable, locale).map((line) => section(line)),
    ...buttonRows(project, deliverable, locale),
    changedLine(project, deliverable, locale),
  ];
  const facts = { name: escape(name), project: escape(titleOf(project)), state: state[0] ?? '' };
  return message('team', words.cardFallback(facts), blocks);
}

/** The parts of a set as an approval asks about them. */
const itemLines = (items: readonly Item[]): AskedLine[] =>
  items.map(({ id, name }, index) => ({ id, number: index + 1, name, text: name, isKnown: true }));

/** The version that is being made ready: whose it is, what they say of it, and what came of the check and of each review. */
function draftLines({ number, by, at, note, isOwnError, check, reviews }: Draft, locale: Locale): RichTextSection[] {
  const words = deliverableWords.in(locale);
  const made = phrase(({ who, at: on }) => words.made({ version: number, who, at: on }), {
    who: personRun(by, locale),
    at: when(new Date(at), locale),
  });
  return [
    paragraph(made),
    ...(note === null ? [] : [paragraph([run(shorten(note, SHOWN), { italic: true })])]),
    ...(isOwnError ? [paragraph([run(words.ownError())])] : []),
    checkLine(check, locale),
    ...reviews.map((review) => {
      const { is, at: on, reason } = review;
      const places = {
        who: run(plainName(review)),
        at: on ? when(new Date(on), locale) : run(''),
        why: run(shorten(reason ?? '', WHY)),
      };
      return paragraph(phrase(words[`reviewRow.${is}`], places));
    }),
  ];
}

function checkLine({ state, points, by, at, reason }: Draft['check'], locale: Locale): RichTextSection {
  const words = deliverableWords.in(locale);
  if (state === 'open' || !by || at === null) return paragraph([run(words.openRow({ count: points.length }))]);
  const places = { who: personRun(by, locale), at: when(new Date(at), locale) };
  if (state === 'passed') return paragraph(phrase(words.checkedRow, places));
  return paragraph(phrase(words.sentBackRow, { ...places, why: run(shorten(reason ?? '', WHY)) }));
}

/** What it has to fulfil, and its parts where it is a set. */
function criteriaLines({ criteria, items }: Deliverable, locale: Locale): RichTextSection[] {
  const words = deliverableWords.in(locale);
  const more = criteria.length - CRITERIA;
  const listed = [
    ...criteria.slice(0, CRITERIA).map(({ text }) => paragraph([run(`• ${shorten(text, SHOWN)}`)])),
    ...(more > 0 ? [paragraph([run(words.more({ count: more }))])] : []),
  ];
  const count = items.length;
  const names = someOf(items, (item) => [run(item.name)], locale);
  const parts = ({ names: all }: { names: string }) => words.parts({ count, names: all });
  return [
    ...(criteria.length > 0 ? [paragraph([bold(words.criteria())]), ...listed] : []),
    ...(count > 0 ? [paragraph(phrase(parts, { names }))] : []),
  ];
}

/** Whoever changed it last may have left since: the record and those who made versions know their names. */
function changedLine(project: Project, { changedBy, changedAt }: Deliverable, locale: Locale): KnownBlock {
  const known = [...project.people, ...(project.former ?? [])].find(({ id }) => id === changedBy);
  const who = known ? called({ ...known, name: known.name && shorten(known.name, 80) }) : 'Liaison';
  return context(deliverableWords.in(locale).changed({ who, at: dateToken(new Date(changedAt), locale) }));
}
