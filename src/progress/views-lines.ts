import type { RichTextElement } from '@slack/types';
import { bold, type Message, message, quote, run, section } from '../kit/blocks.ts';
import { zoneName } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Rhythm } from '../kit/settings.ts';
import { minuteInWords } from '../kit/times.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import type { Progress } from './model.ts';
import { healthText } from './views-health.ts';
import { progressWords } from './words.ts';

/** What somebody changed of what a project says by itself. */
export type Done =
  | { is: 'paused'; until: string }
  | { is: 'resumed' }
  | { is: 'healthSet'; health: NonNullable<Progress['health']> }
  | { is: 'healthComputed' }
  | { is: 'rhythm'; rhythm: Rhythm; zone: string };

/** Read back to whoever did it. */
export function readBack(project: Project, done: Done, locale: Locale): RichTextElement[] {
  const words = progressWords.in(locale);
  const name = { project: bold(titleOf(project)) };
  switch (done.is) {
    case 'paused':
      return phrase(words.pausedNow, {
        ...name,
        day: run(dayInWords(done.until, locale)),
        command: run(words.resumeCommand(), { code: true }),
      });
    case 'resumed':
      return phrase(words.resumedNow, name);
    case 'healthSet': {
      const { is, until, reason } = done.health;
      const health = bold(healthText(is, locale));
      return phrase(words.healthNow, { ...name, health, day: run(dayInWords(until, locale)), reason: run(reason) });
    }
    case 'healthComputed':
      return phrase(words.healthComputedNow, name);
    case 'rhythm': {
      const { rhythm, zone } = done;
      const places = { ...name, time: run(minuteInWords(rhythm.postMinute)), zone: run(zoneName(zone, locale)) };
      return phrase(words.rhythmNow, places);
    }
  }
}

/** Nothing was another than before. */
export const sameRhythm = (project: Project, locale: Locale): RichTextElement[] =>
  phrase(progressWords.in(locale).rhythmSame, { project: bold(titleOf(project)) });

/** The post is in its channel, or will be in a moment. */
export const postedNow = (project: Project, locale: Locale): RichTextElement[] =>
  phrase(progressWords.in(locale).posted, { project: bold(titleOf(project)) });

/** One line under the project's card. @param who by name, escaped */
export function progressLine(done: Done, who: string, locale: Locale): Message<'team'> {
  const text = lineText(done, who, locale);
  const why = done.is === 'healthSet' ? [quote([run(done.health.reason)])] : [];
  return message('team', text, [section(text), ...why]);
}

function lineText(done: Done, who: string, locale: Locale): string {
  const words = progressWords.in(locale);
  switch (done.is) {
    case 'paused':
      return words.pausedLine({ day: dayInWords(done.until, locale), who });
    case 'resumed':
      return words.resumedLine({ who });
    case 'healthSet': {
      const health = healthText(done.health.is, locale);
      return words.healthLine({ health, day: dayInWords(done.health.until, locale), who });
    }
    case 'healthComputed':
      return words.healthComputedLine({ who });
    case 'rhythm': {
      const { rhythm, zone } = done;
      return words.rhythmLine({ time: minuteInWords(rhythm.postMinute), zone: zoneName(zone, locale), who });
    }
  }
}

/** The last day of what somebody set is over. */
export function healthOverLine(locale: Locale): Message<'team'> {
  const text = progressWords.in(locale).healthOverLine();
  return message('team', text, [section(text)]);
}
