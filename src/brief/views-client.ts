import {
  bold,
  button,
  buttons,
  context,
  facts,
  heading,
  type Message,
  message,
  richText,
  section,
  rich,
} from '../kit/blocks.ts';
import type { Stored } from '../kit/chain.ts';
import { shortHash } from '../kit/chain.ts';
import { listed } from '../kit/i18n.ts';
import { called, dayToken, escape, mention, type Named, shorten } from '../kit/text.ts';
import type { Released } from '../project/rules.ts';
import type { BriefVersion, Line, SentBrief } from './model.ts';
import { decideValue } from './model-metadata.ts';
import { differences, sameLines } from './rules-draft.ts';
import { BRIEF_IDS, sentState } from './views-card.ts';
import { linesForClient } from './views-lines.ts';
import { briefWords } from './words.ts';

/** The one card of a brief in the client channel; each version and its decision are in the thread under it. */
export function clientCard(released: Released, sent: SentBrief): Message<'client'> {
  const words = briefWords.in(released.language);
  const project = escape(released.name);
  return message('client', words.clientFallback({ project, version: sent.current.number }), [
    rich(bold(words.clientTitle({ project: released.name }))),
    section(sentState(sent, released.language)),
    context(sent.approval.state === 'open' ? words.clientOpen() : words.clientDetails()),
  ]);
}

/** A version with what it replaced: what differs is marked. */
export type Shown = { version: BriefVersion; previous: BriefVersion | null };

const partsOf = ({ version, previous }: Shown, released: Released) =>
  linesForClient(differences(previous?.lines ?? version.lines, version.lines), previous === null, released.language);

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
 * came of it. `sent` is null for a version that is not the current one any more.
 */
export function versionPart(shown: Shown, part: number, released: Released, sent: SentBrief | null): Message<'client'> {
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
    richText(lines),
    ...counted,
    ...(isLast ? ending(shown.version, released, sent) : []),
  ]);
}

function ending(version: BriefVersion, released: Released, sent: SentBrief | null) {
  const words = briefWords.in(released.language);
  if (!sent) return [section(words.replacedState({ version: version.number }))];
  if (sent.approval.state !== 'open') return [section(sentState(sent, released.language))];
  const people = sent.approval.approvers.map(({ person }) => mention(person));
  return [section(words.decides({ who: listed(people, released.language) })), decideButtons(version, released, sent)];
}

/** Confirm and Request changes, each naming the exact version and step it decides on. */
export function decideButtons(
  version: BriefVersion,
  { project, language }: Released,
  { approval }: SentBrief,
  blockId = 'brief.decide',
) {
  const words = briefWords.in(language);
  const on = { version: approval.version, step: approval.step };
  const value = decideValue.encode({ project, on, language });
  const confirm = {
    title: words.confirmTitle({ version: version.number }),
    text: words.confirmText({ lines: version.lines.length, open: version.lines.filter(isOpen).length }),
    yes: words.confirmYes(),
    no: words.goBack(),
  };
  return buttons(blockId, [
    button({ id: BRIEF_IDS.confirm, text: words.confirm(), value, style: 'primary', confirm }),
    button({ id: BRIEF_IDS.requestChanges, text: words.requestChanges(), value }),
  ]);
}

const isOpen = ({ state }: Line): boolean => state === 'notKnown';

/** The confirmation note: what, who, when, which exact version, under which number it is on the record, what comes next. */
export function confirmationNote(
  released: Released,
  sent: SentBrief,
  { by, entry, isJob }: { by: Named; entry: Stored; isJob: boolean },
): Message<'client'> {
  const words = briefWords.in(released.language);
  const project = escape(released.name);
  const version = sent.current.number;
  const number = entry.entry.sequence;
  const value = decideValue.encode({
    project: released.project,
    on: { version: sent.approval.version, step: sent.approval.step },
    language: released.language,
  });
  return message('client', words.noteFallback({ project, version, number }), [
    rich(bold(words.noteTitle({ project: released.name, client: released.client, version }))),
    facts([
      [words.noteWho(), called(by)],
      [words.noteWhen(), dayToken(new Date(entry.entry.at), released.language)],
      [words.noteVersion(), `${version} · \`${shortHash(sent.current.hash)}\``],
      [words.noteRecord(), `${number} · \`${shortHash(entry.hash)}\``],
      [words.noteConditions(), words.noteNoConditions()],
      [words.noteNext(), isJob ? words.noteNextJob() : words.noteNextCampaign()],
    ]),
    buttons('brief.note', [button({ id: BRIEF_IDS.withdraw, text: words.withdraw(), value })]),
  ]);
}

/** What the client channel is told of an answer that is no confirmation. */
export function answerNote(
  kind: 'changesNote' | 'withdrawnNote',
  released: Released,
  version: number,
  by: Named,
): Message<'client'> {
  const text = briefWords.in(released.language)[kind]({ version, who: called(by) });
  return message('client', text, [section(text)]);
}
