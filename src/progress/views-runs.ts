import type { RichTextElement } from '@slack/types';
import { bold, run } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { milestoneName } from '../plan/views-name.ts';
import { type Named, shorten } from '../kit/text.ts';
import type { MilestoneName } from './rules-health.ts';
import { postWords } from './words-post.ts';

/** Of names in a line of the post, and of what somebody wrote: many lines fit into one message. */
const NAME_LENGTH = 40;
export const TEXT_LENGTH = 140;
/** Of a project's name in a notification. */
export const PROJECT_LENGTH = 60;
/** People whom a line names. */
const NAMED = 3;

/** What a milestone is called: in the agency's words, else by its kind. */
export const milestoneText = (of: MilestoneName, locale: Locale): string =>
  shorten(milestoneName(of, locale), NAME_LENGTH);

export const milestoneRun = (of: MilestoneName, locale: Locale): RichTextElement => bold(milestoneText(of, locale));

/** Somebody by name: nobody is called by what says how a project is doing. */
export const nameText = (name: string | null | undefined, locale: Locale): string =>
  name?.trim() ? shorten(name.trim(), NAME_LENGTH) : postWords.in(locale).nobody();

export const personText = ({ name }: Named, locale: Locale): RichTextElement => run(nameText(name, locale));

/** Some of them by name, the others counted. */
export function peopleText(people: readonly Named[], locale: Locale): RichTextElement {
  const names = people.slice(0, NAMED).map(({ name }) => nameText(name, locale));
  const more = people.length - names.length;
  const counted = more > 0 ? [postWords.in(locale).more({ count: more })] : [];
  return run([listed(names, locale), ...counted].join(' '));
}
