import type { KnownBlock } from '@slack/types';
import { section } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { channelLink, mention } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { SendEntered, Seen } from './model-sending.ts';
import { askingWords } from './words-asking.ts';

/** The client channel is asked once; and the way only where it could be another one: nobody chosen answers in Slack. */
export function shownQuestions<Q extends Question>(
  form: readonly Q[],
  project: Project,
  { approvers, reach }: Pick<SendEntered, 'approvers' | 'reach'>,
): Q[] {
  const isKnown = project.channels.client !== null || (reach === 'outside' && approvers.length === 0);
  return form.filter(({ id }) => (id === 'channel' ? !isKnown : id !== 'reach' || approvers.length === 0));
}

/**
 * In how many people's sight it is, and whose.
 * @param outside what is said of what goes outside Slack
 */
export function seen(preview: Seen, locale: Locale, outside = ''): KnownBlock[] {
  const words = askingWords.in(locale);
  if (preview.is === 'outside') return [section(outside)];
  if (preview.is !== 'seen') return [];
  const count = preview.people.length;
  const named = preview.people.slice(0, BOUNDS.namedInPreview).map(mention);
  const channel = channelLink(preview.channel);
  if (count <= named.length) return [section(words.seenBy({ channel, count, names: listed(named, locale) }))];
  return [section(words.seenByMore({ channel, count, names: named.join(' '), more: count - named.length }))];
}
