import type { KnownBlock } from '@slack/types';
import { managedOf } from '../approval/model-manage.ts';
import type { Preview, SendShown } from '../approval/model-sending.ts';
import { pagesOf } from '../approval/views-pages.ts';
import { howBlock, seen, shownQuestions } from '../approval/views-sending.ts';
import { askingWords } from '../approval/words-asking.ts';
import { bold, context, divider, type Modal, modal, rich, run, section, warning } from '../kit/blocks.ts';
import { zoneName } from '../kit/calendar.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Project } from '../project/model.ts';
import { outgoingNotice } from '../project/views-outgoing.ts';
import type { Deliverable, DeliverableVersion, Draft } from './model.ts';
import { goodwillForm, sendForm, sendMeta, type VersionEntered } from './model-send.ts';
import { subjectKind } from './rules-approval.ts';
import { byHand, filesOf } from './rules-passed-on.ts';
import { needsGoodwill, nextRound } from './rules-rounds.ts';
import { leavingHash } from './rules-send.ts';
import { nameOfFile, roundSentence, versionParts } from './views-version.ts';
import { clientDeliverableWords } from './words-client.ts';

/** The action and callback ids of sending a version to the client, shared by views and listeners. */
export const SEND_IDS = {
  open: 'deliverable.toClient',
  form: 'deliverable.sendForm',
} as const;

/** The same as for anything that is sent, and the version as it would leave now. */
type VersionShown = SendShown<VersionEntered> & { version: DeliverableVersion };

/** To whom a version goes, who will see it, and what they will read. Drawn again when something is chosen on which that depends. */
export function sendModal(
  project: Project,
  { deliverable, draft }: { deliverable: Deliverable; draft: Draft },
  { entered, asking, how, preview, version, found = [], remarks = [], moved }: VersionShown,
  locale: Locale,
): Modal {
  const words = clientDeliverableWords.in(locale);
  const { id, name } = deliverable;
  const isBeyond = needsGoodwill(deliverable);
  const about = { project: project._id, kind: subjectKind(deliverable), id } as const;
  return modal({
    id: SEND_IDS.form,
    title: words.sendTitle(),
    submit: words.sendSubmit(),
    close: words.cancel(),
    metadata: sendMeta.encode({
      project: project._id,
      id,
      version: draft.number,
      seen: preview.is === 'seen' ? preview.channel : null,
      draft: leavingHash(deliverable, draft),
      how,
      zone: preview.zone,
      isBeyond,
    }),
    blocks: [
      ...(moved ? [warning(moved), divider()] : []),
      rich(...phrase(words.sendIntro, { name: bold(name), version: run(String(draft.number)) })),
      // Before the questions: under them it would be out of sight while the button that sends is not.
      ...outgoingNotice(found, locale),
      ...noticesOf(deliverable, draft, entered, locale),
      ...formBlocks(shownQuestions(sendForm, project, entered), words, entered),
      context(askingWords.in(locale).dueZone({ zone: zoneName(preview.zone, locale) })),
      ...remarks.map(warning),
      ...(isBeyond ? formBlocks(goodwillForm, words, goodwillTyped(entered)) : []),
      howBlock(asking, managedOf(about, null), 'deliverable.how', locale),
      ...previewOf(version, entered.language, preview, locale),
    ],
  });
}

const goodwillTyped = ({ goodwill: { as, worth, why } }: VersionEntered) => ({ goodwill: as, worth, goodwillWhy: why });

/** What whoever sends has to know of this version: its round, the files that Liaison cannot pass on, and links. */
function noticesOf(deliverable: Deliverable, draft: Draft, { reach }: VersionEntered, locale: Locale): KnownBlock[] {
  const words = clientDeliverableWords.in(locale);
  const { round, rounds, isLast, isBeyond } = nextRound(deliverable);
  const files = filesOf(draft.contents).flatMap(({ file }) => {
    const why = byHand(file);
    return why === null || reach === 'outside' ? [] : [words.byHand({ file: nameOfFile(file.name, locale), why })];
  });
  return [
    ...(isLast ? [warning(words.lastRoundTeam({ rounds }))] : []),
    ...(isBeyond ? [warning(words.beyondTeam({ round, rounds }))] : []),
    ...files.map(warning),
    ...(draft.contents.some(({ is }) => is === 'link') ? [context(words.notWatchedTeam())] : []),
  ];
}

/** Who will see it, or why it cannot go there; and what they will read. */
function previewOf(version: DeliverableVersion, language: Locale, preview: Preview, locale: Locale): KnownBlock[] {
  const words = clientDeliverableWords.in(locale);
  if (preview.is === 'refused') return [divider(), warning(preview.reason)];
  return [
    divider(),
    ...seen(preview, locale, words.goesOutside()),
    context(words.previewTitle()),
    ...pagesOf(versionParts(version, language)),
    section(roundSentence(version, language)),
  ];
}
