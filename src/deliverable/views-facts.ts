import type { RichTextSection } from '@slack/types';
import { paragraph, run, when } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Deliverable, Estimate } from './model.ts';
import { nextRound } from './rules-rounds.ts';
import { standingOf } from './rules-standing.ts';
import { openNoticed } from './rules-watch.ts';
import { deliverableWords } from './words.ts';

/** Of media and territory, a line each. */
const SHOWN = 150;
/** Of what happened to files in Slack, the last ones; the record has all of it. */
const NOTICED = 3;

const line = (text: string): RichTextSection => paragraph([run(text)]);

/** What was agreed about it: amount, day, rounds, goodwill, usage rights; and what happened to its files in Slack. */
export function factLines(deliverable: Deliverable, locale: Locale): RichTextSection[] {
  const { estimate, dropped } = deliverable;
  return [
    ...(estimate ? [line(estimateText(estimate, locale))] : []),
    ...(dropped ? [] : [...dueLine(deliverable, locale), line(roundText(deliverable, locale))]),
    ...goodwillLine(deliverable, locale),
    ...rightsLine(deliverable, locale),
    ...noticedLines(deliverable, locale),
  ];
}

const inWhole = ({ amount, currency }: { amount: number; currency: string }): string =>
  `${amount.toLocaleString('en-GB')} ${currency}`;

function estimateText({ amount, currency, validUntil, po }: Estimate, locale: Locale): string {
  const words = deliverableWords.in(locale);
  return [
    words.estimate({ amount: inWhole({ amount, currency }) }),
    ...(validUntil ? [words.estimateUntil({ day: formatDay(validUntil, locale) })] : []),
    ...(po ? [words.estimatePo({ po })] : []),
  ].join(' · ');
}

/** While it is being made ready or asked about; afterwards the day says nothing any more. */
function dueLine(deliverable: Deliverable, locale: Locale): RichTextSection[] {
  const words = deliverableWords.in(locale);
  const { asking, sent } = deliverable;
  const { is } = standingOf(deliverable);
  if (is === 'approved' || is === 'ended') return [];
  const dueAt = is === 'withClient' ? (sent?.approval.dueAt ?? null) : null;
  if (dueAt !== null) return [paragraph(phrase(words.dueBy, { day: when(new Date(dueAt), locale) }))];
  if (is === 'withClient') return [];
  return [line(asking?.dueOn ? words.dueBy({ day: formatDay(asking.dueOn, locale) }) : words.dueOpen())];
}

/** Which round it is, or will be once the next version is sent; before the first one, how many were agreed. */
function roundText(deliverable: Deliverable, locale: Locale): string {
  const words = deliverableWords.in(locale);
  const { sent, draft, rounds } = deliverable;
  if (!sent) return words.roundNext({ rounds });
  if (draft && sent.approval.state !== 'open') return nextRoundText(deliverable, locale);
  const { round } = sent.current;
  const said = words.roundOf({ round, rounds });
  return round === rounds && sent.approval.state === 'open' ? `${said} · ${words.lastRound()}` : said;
}

function nextRoundText(deliverable: Deliverable, locale: Locale): string {
  const words = deliverableWords.in(locale);
  const { round, rounds, isLast, isBeyond } = nextRound(deliverable);
  const said = isBeyond ? words.roundBeyond({ round, rounds }) : words.roundDraft({ round, rounds });
  return isLast ? `${said} · ${words.lastRound()}` : said;
}

/** Rounds beyond the agreed ones, summed by currency. */
function goodwillLine({ goodwill }: Deliverable, locale: Locale): RichTextSection[] {
  const count = goodwill.length;
  if (count === 0) return [];
  const words = deliverableWords.in(locale);
  const sums = new Map<string, number>();
  for (const { worth } of goodwill) if (worth) sums.set(worth.currency, (sums.get(worth.currency) ?? 0) + worth.amount);
  const worth = [...sums].map(([currency, amount]) => inWhole({ amount, currency })).join(', ');
  return [line(worth === '' ? words.beyond({ count }) : words.beyondWorth({ count, worth }))];
}

function rightsLine({ rights }: Deliverable, locale: Locale): RichTextSection[] {
  if (!rights) return [];
  const words = deliverableWords.in(locale);
  const places = { media: run(shorten(rights.media, SHOWN)), territory: run(shorten(rights.territory, SHOWN)) };
  return [
    paragraph(
      rights.until === null
        ? phrase(words.rightsOpenEnd, places)
        : phrase(words.rights, { ...places, until: run(formatDay(rights.until, locale)) }),
    ),
  ];
}

function noticedLines(deliverable: Deliverable, locale: Locale): RichTextSection[] {
  const words = deliverableWords.in(locale);
  return openNoticed(deliverable)
    .slice(-NOTICED)
    .map(({ is, version, at }) => {
      const said = is === 'deleted' ? words.noticedDeleted : words.noticedNewer;
      const named = ({ at: on }: { at: string }) => said({ version, at: on });
      return paragraph([
        { type: 'emoji', name: 'warning' },
        run(' '),
        ...phrase(named, { at: when(new Date(at), locale) }),
      ]);
    });
}
