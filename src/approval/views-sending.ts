import type { KnownBlock } from '@slack/types';
import { button, plainSection, section } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { channelLink, mention } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Asking } from './model-asking.ts';
import { approvalValue, type Managed } from './model-manage.ts';
import type { SendEntered, Seen } from './model-sending.ts';
import { howAsked, MANAGE_IDS } from './views-asking.ts';
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

/**
 * How they are asked, and the button behind which that is changed.
 * @param blockId the form's own: it may be drawn again while somebody presses, and is still there then
 */
export function howBlock(asking: Asking, managed: Managed, blockId: string, locale: Locale): KnownBlock {
  const value = approvalValue.encode(managed);
  const change = button({ id: MANAGE_IDS.change, text: askingWords.in(locale).changeHow(), value });
  return { ...plainSection(howAsked(asking, locale), change), block_id: blockId };
}
