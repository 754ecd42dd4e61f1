import { type Part, quoted, said } from '../approval/views-pages.ts';
import { bold, linked, run } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import { shorten } from '../kit/text.ts';
import type { DeliverableVersion, DeliveredContent, Estimate } from './model.ts';
import { byHand } from './rules-passed-on.ts';
import { clientDeliverableWords } from './words-client.ts';

/** Of a file's name or an address in a line. */
const NAME = 120;
/** A longer address stands there as text. */
const LINK = 500;
/** All criteria of a version take so much at most: they stand whole in the brief. */
const CRITERIA = 2400;

const plainLine = (text: string): Part => said(run(text));

/** What a file is called; one that came by a form has no name until it was read. */
export const nameOfFile = (name: string, locale: Locale): string =>
  name.trim() === '' ? clientDeliverableWords.in(locale).aFile() : shorten(name, NAME);

/** What a version is, as the client reads it: nothing of what people brought is left out. */
export function versionParts(version: DeliverableVersion, locale: Locale): Part[] {
  const { contents, items, criteria, estimate } = version;
  const words = clientDeliverableWords.in(locale);
  return [
    ...contents.flatMap((content) => contentParts(content, locale)),
    ...(contents.some(({ is }) => is === 'link') ? [plainLine(words.notWatched())] : []),
    ...(estimate ? estimateTexts(estimate, locale).map(plainLine) : []),
    ...(items.length > 0 ? [said(bold(words.parts()))] : []),
    ...items.map(({ name }, index) => plainLine(words.part({ number: index + 1, name }))),
    ...(criteria.length > 0 ? [said(bold(words.criteria()))] : []),
    ...criteria.map(({ text }) =>
      plainLine(words.criterion({ text: shorten(text, Math.floor(CRITERIA / criteria.length)) })),
    ),
  ];
}

function contentParts(content: DeliveredContent, locale: Locale): Part[] {
  const words = clientDeliverableWords.in(locale);
  switch (content.is) {
    case 'file': {
      const say = byHand(content) === null ? words.file : words.fileByHand;
      return [plainLine(say({ name: nameOfFile(content.name, locale) }))];
    }
    case 'link': {
      const { url } = content;
      return [said(bold(words.link()), url.length > LINK ? run(url) : linked(url, shorten(url, NAME)))];
    }
    case 'text':
      return [said(bold(words.text())), ...quoted(content.text)];
  }
}

function estimateTexts({ amount, currency, validUntil, po }: Estimate, locale: Locale): string[] {
  const words = clientDeliverableWords.in(locale);
  return [
    words.amount({ amount, currency }),
    ...(validUntil ? [words.validUntil({ day: formatDay(validUntil, locale) })] : []),
    ...(po ? [words.po({ po })] : []),
  ];
}

/** Which of the agreed rounds it is; of the last one more than that, while something can still be asked for in it. */
export function roundSentence(
  { round, rounds }: Pick<DeliverableVersion, 'round' | 'rounds'>,
  locale: Locale,
  isOpen = true,
): string {
  const words = clientDeliverableWords.in(locale);
  if (round === rounds && isOpen) return words.lastRound({ round, rounds });
  return round > rounds ? words.roundBeyond({ round, rounds }) : words.round({ round, rounds });
}

/** What exactly was sent, in plain words: files by their hashes, links, and the sum of an estimate. */
export function exactTexts({ contents, estimate }: DeliverableVersion, locale: Locale): string[] {
  const words = clientDeliverableWords.in(locale);
  const exact = contents.map((content) => {
    if (content.is === 'text') return words.exactlyText();
    if (content.is === 'link') return words.exactlyLink({ url: content.url });
    const name = nameOfFile(content.name, locale);
    const { sha256, file } = content;
    return sha256 === null ? words.exactlyUnread({ name, file }) : words.exactlyFile({ name, hash: sha256 });
  });
  return [...exact, ...(estimate ? estimateTexts(estimate, locale) : [])];
}

/** A version as plain text, for a client who is not reached on Slack. */
export function versionText(version: DeliverableVersion, locale: Locale): string {
  const words = clientDeliverableWords.in(locale);
  const { name, number, contents, items, criteria, estimate } = version;
  return [
    words.titleIn({ name, version: number }),
    ...contents.map((content) => plainContent(content, locale)),
    ...(estimate ? estimateTexts(estimate, locale) : []),
    ...(items.length > 0 ? [words.parts()] : []),
    ...items.map((item, index) => words.part({ number: index + 1, name: item.name })),
    ...(criteria.length > 0 ? [words.criteria()] : []),
    ...criteria.map(({ text }) => words.criterion({ text })),
    roundSentence(version, locale),
  ].join('\n');
}

function plainContent(content: DeliveredContent, locale: Locale): string {
  if (content.is === 'text') return content.text;
  return content.is === 'link' ? content.url : nameOfFile(content.name, locale);
}
