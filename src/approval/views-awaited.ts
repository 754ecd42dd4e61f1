import type { RichTextElement } from '@slack/types';
import { bold, linked, run, when } from '../kit/blocks.ts';
import type { Awaited } from '../kit/listed.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Named } from '../kit/text.ts';
import { personRun, someOf } from '../project/views-named.ts';
import { overviewWords } from './words-overview.ts';

/** Something that is awaited, with who is to do it as Slack knows them, and the way to it. */
export type AwaitedShown = { awaited: Awaited; who: readonly Named[]; link: string | null };

/** What is awaited, of whom, since when, and by when it is asked for. */
export function awaitedRuns({ awaited, who, link }: AwaitedShown, locale: Locale): RichTextElement[] {
  const words = overviewWords.in(locale);
  const { named, version, subject, since, due, count } = awaited;
  const text = named === null ? words.subject({ kind: subject.kind, version }) : words.subjectNamed({ named, version });
  const hidden = count - who.length;
  const names = who.length === 0 ? [run(words.nobody())] : someOf(who, (one) => [personRun(one, locale)], locale);
  const places = {
    what: link ? linked(link, text) : bold(text),
    who: hidden > 0 ? [...names, run(` +${hidden}`)] : names,
    at: when(new Date(since), locale),
  };
  const said = { decide: words.awaitedDecide, check: words.awaitedCheck, review: words.awaitedReview }[awaited.is];
  return [
    ...phrase(said, places),
    ...(due ? [run(' · '), ...phrase(words.due, { at: when(new Date(due), locale) })] : []),
  ];
}
