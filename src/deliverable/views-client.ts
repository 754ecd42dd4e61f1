import type { KnownBlock } from '@slack/types';
import type { AskedLine, ShownSubject } from '../approval/model-shown.ts';
import type { Away } from '../approval/rules-people.ts';
import { decideRows } from '../approval/views-buttons.ts';
import { pagesOf, partsLength } from '../approval/views-pages.ts';
import {
  askSentence,
  replacedSentence,
  standsSentence,
  stateSentence,
  statusBlocks,
} from '../approval/views-status.ts';
import { bold, context, heading, type Message, message, rich, section } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { escape, shorten } from '../kit/text.ts';
import type { Released, ReleasedDeliverable } from '../project/rules-released.ts';
import type { DeliverableVersion, Item, SentDeliverable } from './model.ts';
import { subjectKind } from './rules-approval.ts';
import { showsAgain } from './rules-standing.ts';
import { exactTexts, roundSentence, versionParts } from './views-version.ts';
import { clientDeliverableWords } from './words-client.ts';

/** The parts of a set as an approval asks about them. */
const askedParts = (items: readonly Item[]): AskedLine[] =>
  items.map(({ id, name }, index) => ({ id, number: index + 1, name, text: '', isKnown: true }));

/** Where the version stands that was sent last, with who and when, and what follows of it (`mrkdwn`). */
function sentState({ approval, stands }: SentDeliverable, locale: Locale): string {
  const words = clientDeliverableWords.in(locale);
  const changed = approval.state === 'agreedWith' ? [showsAgain(approval) ? words.again() : words.noNeed()] : [];
  return [
    stateSentence(approval, locale),
    ...changed,
    ...standsSentence(approval, stands?.version ?? null, locale),
  ].join('\n');
}

/** The one card of a deliverable in the client channel; each version and the decision on it are in the thread under it. */
export function clientCard({ name: project, language }: Released, one: ReleasedDeliverable): Message<'client'> {
  const words = clientDeliverableWords.in(language);
  const { sent, isDropped } = one;
  const { current, approval } = sent;
  const facts = { name: escape(current.name), version: current.number };
  const isOpen = approval.state === 'open';
  return message('client', words.clientFallback(facts), [
    rich(bold(`${current.name} · ${project}`)),
    section(isDropped ? words.dropped() : sentState(sent, language)),
    ...statusBlocks(approval, askedParts(current.items), language),
    ...(isDropped ? [] : [context(roundSentence(current, language, isOpen))]),
    context(isOpen ? words.clientOpen() : words.clientDetails()),
  ]);
}

/** What stands in the post of a version itself; a longer one goes before it, so that who has said what fits under it. */
const PARTS_LENGTH = 5000;

/** The messages that go before the post of a version, where it is long. They never change. */
export function longContents(released: Released, version: DeliverableVersion): Message<'client'>[] {
  const parts = versionParts(version, released.language);
  if (partsLength(parts) <= PARTS_LENGTH) return [];
  const text = escape(titleOf(released, version));
  return pagesOf(parts).map((page) => message('client', text, [page]));
}

/** A header takes 150 characters (docs.slack.dev, header block). */
const TITLE = 150;

function titleOf({ name: project, language }: Released, { name, number }: DeliverableVersion): string {
  const words = clientDeliverableWords.in(language);
  return shorten(words.versionTitle({ project: shorten(project, 50), name, version: number }), TITLE);
}

/** What the client reads of a version, without what they can do with it. */
function versionBlocks({ version, previous }: Shown, locale: Locale, isOpen: boolean): KnownBlock[] {
  const words = clientDeliverableWords.in(locale);
  const intro = [words.versionIntro(), ...(previous === null ? [] : [words.versionReplaces({ version: previous })])];
  const parts = versionParts(version, locale);
  const isShort = partsLength(parts) <= PARTS_LENGTH;
  return [
    section(intro.join('\n')),
    ...(isShort ? pagesOf(parts) : [section(words.versionAbove())]),
    context(roundSentence(version, locale, isOpen)),
  ];
}

/** Which version it is, and which one it replaced. */
export type Shown = { version: DeliverableVersion; previous: number | null };

/**
 * The post of a version: what exactly it is, who is asked and how they answer, or what came of it. `sent` is null for a version that is
 * not the current one any more; `away`: for whom a stand-in is called on.
 */
export function versionPost(
  released: Released,
  shown: Shown,
  sent: ReleasedDeliverable | null,
  away: Away = () => false,
): Message<'client'> {
  const { language } = released;
  const { version } = shown;
  const title = titleOf(released, version);
  const isOpen = sent !== null && !sent.isDropped && sent.sent.approval.state === 'open';
  return message('client', escape(title), [
    heading(title),
    ...versionBlocks(shown, language, isOpen),
    ...(sent ? ending(released, sent, away) : [section(replacedSentence(version.number, language))]),
  ]);
}

function ending(released: Released, one: ReleasedDeliverable, away: Away): KnownBlock[] {
  const { language } = released;
  const { sent, isDropped } = one;
  const { approval } = sent;
  const shown = shownDeliverable(released, one, language);
  const status = statusBlocks(approval, shown.lines, language);
  if (isDropped) return [section(clientDeliverableWords.in(language).dropped()), ...status];
  if (approval.state !== 'open') return [section(sentState(sent, language)), ...status];
  const stands = standsSentence(approval, sent.stands?.version ?? null, language);
  const asks = [askSentence(approval, away, language), ...stands].join('\n');
  return [section(asks), ...status, ...decideRows(approval, shown, language)];
}

/** What the approvers are asked about, as they are shown it. */
export function shownDeliverable(
  released: Released,
  { id, sent: { current } }: Pick<ReleasedDeliverable, 'id' | 'sent'>,
  locale: Locale,
): ShownSubject {
  const words = clientDeliverableWords.in(locale);
  const { name, number: version, hash, items } = current;
  return {
    kind: subjectKind(current),
    id,
    project: released.project,
    name: released.name,
    client: released.client,
    language: released.language,
    version,
    hash,
    named: name,
    exactly: exactTexts(current, locale),
    title: words.titleIn({ name, version }),
    short: words.titleShort({ name, version }),
    lines: askedParts(items),
  };
}
