import type { KnownBlock, RichTextSection } from '@slack/types';
import type { ShownSubject } from '../approval/model-shown.ts';
import type { Away } from '../approval/rules-people.ts';
import { decideRows } from '../approval/views-buttons.ts';
import { askSentence, replacedSentence, standsSentence, statusBlocks } from '../approval/views-status.ts';
import { bold, context, heading, type Message, message, richText, section, rich } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { escape, shorten } from '../kit/text.ts';
import type { Released } from '../project/rules-released.ts';
import type { BriefVersion, SentBrief } from './model.ts';
import { differences, sameLines } from './rules-draft.ts';
import { sentState } from './views-card.ts';
import { askedLines, lengthOf, linesForClient } from './views-lines.ts';
import { briefWords } from './words.ts';

/** The one card of a brief in the client channel; each version and its decision are in the thread under it. */
export function clientCard(released: Released, sent: SentBrief): Message<'client'> {
  const words = briefWords.in(released.language);
  const project = escape(released.name);
  return message('client', words.clientFallback({ project, version: sent.current.number }), [
    rich(bold(words.clientTitle({ project: released.name }))),
    section(sentState(sent, released.language)),
    ...statusBlocks(sent.approval, askedLines(sent.current, released.language), released.language),
    context(sent.approval.state === 'open' ? words.clientOpen() : words.clientDetails()),
  ]);
}

/** A version with what it replaced: what differs is marked. */
export type Shown = { version: BriefVersion; previous: BriefVersion | null };

/** What the last post may hold of lines, so that who has said what still fits under them (Slack refuses about 13,200). */
const LAST_PART = 6000;

/** The posts of a version, the last one with room for its ending. It depends on nothing that changes later. */
function partsOf({ version, previous }: Shown, { language }: Released): RichTextSection[][] {
  const changes = differences(previous?.lines ?? version.lines, version.lines);
  const parts = linesForClient(changes, previous === null, language);
  const last = (parts.at(-1) ?? []).reduce((sum, one) => sum + lengthOf(one), 0);
  // Versions of the former form are posted already, each in as many parts as it has; one person decides on them.
  const isFormer = version.reach === undefined;
  return last > LAST_PART && !isFormer ? [...parts, []] : parts;
}

/** What the reader is told of the version before; nothing in the first. */
function newSince({ version, previous }: Shown, { language }: Released): string[] {
  if (!previous) return [];
  const words = briefWords.in(language);
  const number = { version: previous.number };
  return [sameLines(previous.lines, version.lines) ? words.versionSame(number) : words.versionChanges(number)];
}

/** How many posts a version takes. */
export const countParts = (shown: Shown, released: Released): number => partsOf(shown, released).length;

/**
 * One post of a version. The buttons stand under the last one, as long as an answer is awaited; afterwards it says what
 * came of it. `sent` is null for a version that is not the current one any more; `away`: for whom a stand-in is called on.
 */
export function versionPart(
  shown: Shown,
  part: number,
  released: Released,
  sent: SentBrief | null,
  away: Away = () => false,
): Message<'client'> {
  const words = briefWords.in(released.language);
  const parts = partsOf(shown, released);
  const { number } = shown.version;
  const title = words.versionTitle({ project: shorten(released.name, 80), version: number });
  const isLast = part === parts.length;
  const intro = [words.versionIntro(), ...newSince(shown, released)];
  const head = part === 1 ? [heading(title), section(intro.join('\n'))] : [];
  const counted = parts.length > 1 ? [context(words.versionPart({ part, parts: parts.length }))] : [];
  const lines = parts[part - 1] ?? [];
  return message('client', escape(title), [
    ...head,
    ...(lines.length > 0 ? [richText(lines)] : []),
    ...counted,
    ...(isLast ? ending(shown.version, released, sent, away) : []),
  ]);
}

/** What the approvers are asked about, as they are shown it. */
export function shownBrief(released: Released, { current, approval }: SentBrief, locale: Locale): ShownSubject {
  const words = briefWords.in(locale);
  return {
    kind: 'brief',
    id: approval.subject.id,
    project: released.project,
    name: released.name,
    client: released.client,
    language: released.language,
    version: current.number,
    hash: current.hash,
    named: null,
    exactly: [],
    title: words.titleIn({ version: current.number }),
    short: words.titleShort({ version: current.number }),
    lines: askedLines(current, locale),
  };
}

/** Under the last post: who is asked and how they answer, or what came of it; and who has said what. */
function ending(version: BriefVersion, released: Released, sent: SentBrief | null, away: Away): KnownBlock[] {
  const { language } = released;
  if (!sent) return [section(replacedSentence(version.number, language))];
  const { approval } = sent;
  const shown = shownBrief(released, sent, language);
  const status = statusBlocks(approval, shown.lines, language);
  if (approval.state !== 'open') return [section(sentState(sent, language)), ...status];
  const stands = standsSentence(approval, sent.stands?.version ?? null, language);
  const asks = [askSentence(approval, away, language), ...stands].join('\n');
  return [section(asks), ...status, ...decideRows(approval, shown, language)];
}
