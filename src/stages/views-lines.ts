import type { KnownBlock } from '@slack/types';
import { type Message, message, paragraph, quote, richText, run, section } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import { escape } from '../kit/text.ts';
import type { Earlier, Life, Stage } from '../project/model-life.ts';
import { projectWords } from '../project/words.ts';
import { stagesWords } from './words.ts';

/** `who`: by name, escaped. */
export type Moved = { is: 'overridden' | 'reopened'; from: Stage; to: Stage; who: string; reason: string };

/** A stage that was started past its gate, or opened again: one line with an arrow, and why. */
export function stageLineWhy({ is, from, to, who, reason }: Moved, locale: Locale): Message<'team'> {
  const name = (stage: Stage) => projectWords.in(locale)['stage.name']({ stage });
  const text = stagesWords.in(locale)[`${is}Line`]({ from: name(from), to: name(to), who });
  return message('team', text, [section(text), ...because(reason)]);
}

const because = (reason: string | null): KnownBlock[] => (reason === null ? [] : [quote([run(reason)])]);

/** What became of the project: on hold, going on, over. */
export function lifeLine(
  from: Life,
  to: Life,
  { who, reason }: { who: string; reason: string | null },
  locale: Locale,
): Message<'team'> {
  const words = stagesWords.in(locale);
  const named = (life: Life) => words.life({ state: life.state, as: life.state === 'ended' ? life.as : '' });
  const text = words.lifeLine({ from: named(from), to: named(to), who });
  return message('team', text, [section(text), ...because(reason)]);
}

/** What the client agreed to before Liaison, with the way to what proves it. */
export function earlierLine({ kind, what, by, agreedOn, file }: Earlier, who: string, locale: Locale): Message<'team'> {
  const text = stagesWords.in(locale).earlierLine({ kind, by: escape(by), day: formatDay(agreedOn, locale), who });
  return message('team', text, [section(text), quote([run(what)]), ...(file ? [fileBlock(file)] : [])]);
}

/** A file by its name, and by its address where that is known. */
export const fileRun = ({ name, link }: NonNullable<Earlier['file']>) =>
  link ? ({ type: 'link', url: link, text: name } as const) : run(name);

const fileBlock = (file: NonNullable<Earlier['file']>): KnownBlock => richText([paragraph([fileRun(file)])]);

export function mergedLine(project: string, who: string, locale: Locale): Message<'team'> {
  const text = stagesWords.in(locale).mergedLine({ project: escape(project), who });
  return message('team', text, [section(text)]);
}

export function jobLine(project: string, who: string, locale: Locale): Message<'team'> {
  const text = stagesWords.in(locale).jobLine({ project: escape(project), who });
  return message('team', text, [section(text)]);
}
