import {
  bold,
  button,
  buttons,
  divider,
  type Message,
  message,
  type Modal,
  modal,
  quote,
  rich,
  richText,
  run,
  section,
} from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { formBlocks } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { called, channelLink, dateToken, escape, mention, type Named, pieces, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { managers } from '../project/rules.ts';
import type { Released } from '../project/rules-released.ts';
import type { BriefVersion, SentBrief } from './model.ts';
import { correctMeta, objectionForm, objectMeta, objectValue } from './model-correct.ts';
import { differences, draftHash, linesOf } from './rules-draft.ts';
import { changesForClient } from './views-lines.ts';
import { correctWords } from './words-correct.ts';

export const CORRECT_IDS = {
  open: 'brief.correct',
  form: 'brief.correctForm',
  object: 'brief.object',
  objectForm: 'brief.objectForm',
} as const;

type Correction = NonNullable<SentBrief['corrected']>;

/** What would be corrected, and where the client will see it. */
export function correctModal(project: Project, sent: SentBrief, locale: Locale): Modal {
  const words = correctWords.in(locale);
  const version = run(String(sent.current.number));
  const correction = run(String((sent.corrected?.number ?? 0) + 1));
  // Against the confirmed version, as the client will be shown it.
  const changed = changesForClient(differences(sent.current.lines, linesOf(project)), locale);
  const channel = project.channels.client?.id;
  return modal({
    id: CORRECT_IDS.form,
    title: words.title(),
    submit: words.submit(),
    close: words.cancel(),
    metadata: correctMeta.encode({ project: project._id, draft: draftHash(project) }),
    blocks: [
      rich(...phrase(words.intro, { project: bold(project.name), version, correction })),
      ...(channel ? [section(words.seenIn({ channel: channelLink(channel) }))] : []),
      divider(),
      ...(changed.length > 0 ? changed.slice(0, PREVIEWED_POSTS).map(richText) : [section(words.asConfirmed())]),
    ],
  });
}

/** A view may be 250 KB. */
const PREVIEWED_POSTS = 8;

/** How many posts a correction takes: what the client may object to is never cut. */
export const countCorrection = (of: BriefVersion, corrected: Correction, released: Released): number =>
  Math.max(1, partsOf(of, corrected, released).length);

/** What differs from the confirmed text; nothing where a correction takes an earlier one back. */
const partsOf = ({ lines }: BriefVersion, corrected: Correction, { language }: Released) =>
  changesForClient(differences(lines, corrected.lines), language);

/**
 * One post of a correction in the client's thread: what differs from the confirmed text, and the button to object under the last.
 * @param by who made it, as the roster names them
 */
export function correctionPart(
  of: BriefVersion,
  corrected: Correction,
  part: number,
  released: Released,
  { by, isCurrent }: { by: Named; isCurrent: boolean },
): Message<'client'> {
  const words = correctWords.in(released.language);
  const numbers = { version: of.number, correction: corrected.number };
  const title = words.noteTitle({ project: shorten(released.name, 80), ...numbers });
  const posts = partsOf(of, corrected, released);
  const head = part === 1 ? [rich(bold(title)), section(words.noteText({ who: called(by) }))] : [];
  const isLast = part === Math.max(1, posts.length);
  const lines = posts[part - 1];
  return message('client', escape(title), [
    ...head,
    lines ? richText(lines) : section(words.asConfirmed()),
    ...(isLast ? ending(corrected, numbers, released, isCurrent) : []),
  ]);
}

function ending(
  { objection }: Correction,
  numbers: { version: number; correction: number },
  { project, language }: Released,
  isCurrent: boolean,
) {
  const words = correctWords.in(language);
  if (objection) {
    const at = dateToken(new Date(objection.at), language);
    return [section(words.objected({ who: called(objection.by), at }))];
  }
  if (!isCurrent) return [section(words.over())];
  const value = objectValue.encode({ project, ...numbers, language });
  return [buttons('brief.correction', [button({ id: CORRECT_IDS.object, text: words.object(), value })])];
}

/** Why somebody of the client's objects, in their own words. */
export function objectModal(
  { id, name }: { id: string; name: string },
  { version, correction }: { version: number; correction: number },
  locale: Locale,
): Modal {
  const words = correctWords.in(locale);
  const about = { project: bold(name), version: run(String(version)), correction: run(String(correction)) };
  return modal({
    id: CORRECT_IDS.objectForm,
    title: words.objectTitle(),
    submit: words.objectSubmit(),
    close: words.cancel(),
    metadata: objectMeta.encode({ project: id, version, correction, language: locale }),
    blocks: [rich(...phrase(words.objectIntro, about)), ...formBlocks(objectionForm, words)],
  });
}

/** The client's thread is told that a correction fell. */
export function objectedNote({ language }: Released, version: number, by: Named): Message<'client'> {
  const text = correctWords.in(language).objectedNote({ version, who: called(by) });
  return message('client', text, [section(text)]);
}

export function correctedForTeam(
  { version, correction, by }: { version: number; correction: number; by: Named },
  locale: Locale,
): Message<'team'> {
  const text = correctWords.in(locale).correctedLine({ version, correction, who: called(by) });
  return message('team', text, [section(text)]);
}

/** An objection: somebody must act, so the account managers are mentioned. The client's words are never cut. */
export function objectedForTeam(
  project: Project,
  { version, correction, by, reason }: { version: number; correction: number; by: Named; reason: string },
  locale: Locale,
): Message<'team'>[] {
  const words = correctWords.in(locale);
  const text = words.objectedLine({ version, correction, who: called(by) });
  const manager = listed(managers(project).map(mention), locale);
  const [first = '', ...more] = pieces(reason, BOUNDS.briefPart);
  const head = [section(text), section(words.objectedAsk({ manager })), quote([run(first)])];
  return [message('team', text, head), ...more.map((piece) => message('team', text, [quote([run(piece)])]))];
}
