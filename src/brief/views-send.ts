import type { KnownBlock } from '@slack/types';
import type { Preview, SendShown } from '../approval/model-sending.ts';
import { howBlock, seen, shownQuestions } from '../approval/views-sending.ts';
import { askingWords } from '../approval/words-asking.ts';
import { bold, context, divider, type Modal, modal, rich, richText, run, warning } from '../kit/blocks.ts';
import { zoneName } from '../kit/calendar.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Project } from '../project/model.ts';
import { outgoingNotice } from '../project/views-outgoing.ts';
import { type Line, sendForm } from './model.ts';
import { sendMeta } from './model-metadata.ts';
import { differences, draftHash, linesOf } from './rules-draft.ts';
import { BRIEF_IDS } from './views-card.ts';
import { linesForClient } from './views-lines.ts';
import { briefWords } from './words.ts';

/**
 * To whom the brief goes, who will see it, and what they will see. Drawn again when something is chosen on which that depends.
 */
export function sendModal(
  project: Project,
  { entered, asking, how, preview, found = [], remarks = [], moved }: SendShown,
  locale: Locale,
): Modal {
  const words = briefWords.in(locale);
  const version = (project.brief?.sent?.current.number ?? 0) + 1;
  const managed = { project: project._id, kind: 'brief', version: null } as const;
  return modal({
    id: BRIEF_IDS.sendForm,
    title: words.sendTitle(),
    submit: words.sendSubmit(),
    close: words.cancel(),
    metadata: sendMeta.encode({
      project: project._id,
      seen: preview.is === 'seen' ? preview.channel : null,
      draft: draftHash(project),
      how,
      zone: preview.zone,
    }),
    blocks: [
      ...(moved ? [warning(moved), divider()] : []),
      rich(...phrase(words.sendIntro, { project: bold(project.name), version: run(String(version)) })),
      // Before the questions: under them it would be out of sight while the button that sends is not.
      ...outgoingNotice(found, locale),
      ...formBlocks(shownQuestions(sendForm, project, entered), words, entered),
      context(askingWords.in(locale).dueZone({ zone: zoneName(preview.zone, locale) })),
      ...remarks.map(warning),
      howBlock(asking, managed, 'brief.how', locale),
      ...previewOf(project, entered.language, preview, locale),
    ],
  });
}

function previewOf(project: Project, language: Locale, preview: Preview, locale: Locale): KnownBlock[] {
  const words = briefWords.in(locale);
  if (preview.is === 'refused') return [divider(), warning(preview.reason)];
  const lines = linesOf(project);
  const posts = linesForClient(differences(previousLines(project, lines), lines), !project.brief?.sent, language);
  const shown = posts.slice(0, PREVIEWED_POSTS).map(richText);
  return [divider(), ...seen(preview, locale, words.goesOutside()), context(words.previewTitle()), ...shown];
}

/** A view may be 250 KB; the questions at their longest make a handful of posts. */
const PREVIEWED_POSTS = 8;

const previousLines = (project: Project, lines: readonly Line[]) => project.brief?.sent?.current.lines ?? lines;
