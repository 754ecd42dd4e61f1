import type { KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import { bold, heading, type Message, message, paragraph, rich, richText, run, section } from '../kit/blocks.ts';
import { dayInShort } from '../kit/days.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { escape, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { sentence } from '../project/views-record.ts';
import { isQuiet, type Post } from './rules-post.ts';
import { healthRuns, healthText } from './views-health.ts';
import { checkInLine, dueAnswerLine, dueLine, lateLine, nextLine, waitingLine } from './views-post-lines.ts';
import { milestoneRun, PROJECT_LENGTH } from './views-runs.ts';
import { postWords } from './words-post.ts';

/** Lines of each list; the rest is counted. At their longest they fit into one message together. */
const MOST = { done: 10, due: 5, late: 6, waiting: 4, checkIns: 6, next: 3 } as const;
/** Of people whom a line of the record names, and of what somebody wrote in it. */
const IN_RECORD = { people: 3, name: 30, text: 80 } as const;
/** A section's text (docs.slack.dev, section block). */
const SECTION = 2900;

type Line = RichTextElement[];

/** The progress post of a day, for the team's channel. */
export function dailyPost(project: Project, post: Post, locale: Locale): Message<'team'> {
  return message('team', postText(project, post, locale), postBlocks(project, post, locale));
}

/** What stands in it: also shown to one person, as it would be now. */
export function postBlocks(project: Project, post: Post, locale: Locale): KnownBlock[] {
  const words = postWords.in(locale);
  const title = heading(words.title({ day: dayInShort(post.day, locale) }));
  const health = rich(...healthRuns(post.health, locale));
  if (isQuiet(post)) return [title, ...(isPlain(post) ? [] : [health]), rich(...quietLine(post, locale))];
  const { due, dueAnswers, late, waiting, checkIns, next } = post;
  const lines = <T>(all: readonly T[], each: (one: T, locale: Locale) => Line) => all.map((one) => each(one, locale));
  return [
    title,
    health,
    ...doneBlocks(project, post, locale),
    ...list(
      words.due(),
      [...lines(due, dueLine(post.day)), ...lines(dueAnswers, dueAnswerLine(post.day))],
      MOST.due,
      locale,
    ),
    ...list(words.late(), lines(late, lateLine), MOST.late, locale),
    ...list(words.waiting(), lines(waiting, waitingLine), MOST.waiting, locale),
    ...list(words.checkIn(), lines(checkIns, checkInLine), MOST.checkIns, locale),
    ...list(words.next(), lines(next, nextLine), nextShown(next), locale),
  ];
}

/** On track, and nobody says otherwise: not worth a line of its own where there is nothing else to say. */
const isPlain = ({ health }: Post): boolean => health.by === 'rules' && health.is === 'onTrack';

/** What is announced today is shown, however far down the list. */
const nextShown = (next: Post['next']): number => {
  const ahead = next.findLastIndex(({ isAhead }) => isAhead) + 1;
  return Math.max(MOST.next, Math.min(ahead, MOST.next + 2));
};

function list(title: string, lines: readonly Line[], most: number, locale: Locale): KnownBlock[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, most).map((line): RichTextSection => paragraph([run('• '), ...line]));
  const more = lines.length - shown.length;
  const rest = more > 0 ? [paragraph([run(postWords.in(locale).more({ count: more }))])] : [];
  return [richText([paragraph([bold(title)]), ...shown, ...rest])];
}

/** What is new on the record, in the record's own sentences, which are escaped as they are made. */
function doneBlocks(project: Project, { done, last }: Post, locale: Locale): KnownBlock[] {
  if (done.length === 0) return [];
  const words = postWords.in(locale);
  const title = last === null ? words.doneFirst() : words.doneSince({ day: dayInShort(last, locale) });
  const shown = done.slice(-MOST.done).map((stored) => `• ${sentence(project, stored, locale, IN_RECORD)}`);
  const more = done.length - shown.length;
  return packed([`*${title}*`, ...shown, ...(more > 0 ? [words.more({ count: more })] : [])]).map((text) =>
    section(text),
  );
}

/** Lines in as few sections as take them. */
function packed(lines: readonly string[]): string[] {
  const all: string[] = [];
  for (const line of lines) {
    const last = all.at(-1);
    if (last !== undefined && last.length + line.length < SECTION) all[all.length - 1] = `${last}\n${line}`;
    else all.push(line);
  }
  return all;
}

/** "Nothing new since Wed 25 Nov. Next: Media launch, Fri 4 Dec." */
function quietLine({ last, next: [first] }: Post, locale: Locale): RichTextElement[] {
  const words = postWords.in(locale);
  const line = last === null ? words.quietFirst() : words.quiet({ day: dayInShort(last, locale) });
  if (!first) return [run(line)];
  const day = run(dayInShort(first.milestone.dueOn, locale));
  return phrase(words.quietNext, { line: run(line), what: milestoneRun(first.milestone, locale), day });
}

function postText(project: Project, post: Post, locale: Locale): string {
  const words = postWords.in(locale);
  const name = escape(shorten(project.name, PROJECT_LENGTH));
  const plain = (runs: readonly RichTextElement[]) =>
    escape(runs.map((one) => (one.type === 'text' ? one.text : '')).join(''));
  if (isQuiet(post)) return words.fallbackQuiet({ project: name, said: plain(quietLine(post, locale)) });
  const { done, due, dueAnswers, late, waiting } = post;
  const counts = { done: done.length, due: due.length + dueAnswers.length, late: late.length, waiting: waiting.length };
  const health = healthText(post.health.is, locale);
  return `${words.fallback({ project: name, day: dayInShort(post.day, locale), health })}. ${words.fallbackCounts(counts)}`;
}
