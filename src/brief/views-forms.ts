import type { KnownBlock } from '@slack/types';
import { bold, context, divider, type Modal, modal, richText, section, rich, run } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { formBlocks, inputBlock } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import { channelLink, mention } from '../kit/text.ts';
import type { DecidesOn } from '../approval/model.ts';
import type { Project } from '../project/model.ts';
import { type BriefQuestion, findersForm, type Line, reasonForm, sendForm, withdrawForm } from './model.ts';
import { decideMeta, findersMeta, sendMeta } from './model-metadata.ts';
import { differences, draftHash, linesOf } from './rules-draft.ts';
import { BRIEF_IDS } from './views-card.ts';
import { linesForClient, questionName } from './views-lines.ts';
import { briefWords } from './words.ts';

/** The second step: who finds out each question that is not known yet. */
export function findersModal(project: Project, questions: readonly BriefQuestion[], locale: Locale): Modal {
  const words = briefWords.in(locale);
  const inputs = findersForm(questions).map((finderQuestion) => {
    const question = finderQuestion.id;
    return inputBlock({
      question: finderQuestion,
      label: words.finderLabel({ question: questionName(question, locale) }),
      hint: words.finderHint(),
      placeholder: words.finderPlaceholder(),
      optionLabels: {},
      initial: finderOf(project, question),
    });
  });
  return modal({
    id: BRIEF_IDS.findersForm,
    title: words.findersTitle(),
    submit: words.findersSubmit(),
    close: words.close(),
    metadata: findersMeta.encode({ project: project._id, questions: [...questions] }),
    blocks: [section(words.findersIntro()), ...inputs],
  });
}

function finderOf(project: Project, question: BriefQuestion): string | undefined {
  const line = project.brief?.lines.find((one) => one.question === question);
  return line?.state === 'notKnown' ? line.finder.user : undefined;
}

/** What is known of the chosen channel, for the preview. */
export type Preview =
  { is: 'none' } | { is: 'refused'; reason: string } | { is: 'seen'; channel: string; people: readonly Person[] };

export type SendEntered = { channel: string | null; approver: string | null; language: Locale };

/** To whom the brief goes, who will see it, and what they will see. Drawn again when a channel is chosen. */
export function sendModal(project: Project, entered: SendEntered, preview: Preview, locale: Locale): Modal {
  const words = briefWords.in(locale);
  const version = (project.brief?.sent?.current.number ?? 0) + 1;
  return modal({
    id: BRIEF_IDS.sendForm,
    title: words.sendTitle(),
    submit: words.sendSubmit(),
    close: words.cancel(),
    metadata: sendMeta.encode({
      project: project._id,
      seen: preview.is === 'seen' ? preview.channel : null,
      draft: draftHash(project),
    }),
    blocks: [
      rich(...phrase(words.sendIntro, { project: bold(project.name), version: run(String(version)) })),
      ...formBlocks(sendForm, words, entered),
      ...previewOf(project, entered.language, preview, locale),
    ],
  });
}

function previewOf(project: Project, language: Locale, preview: Preview, locale: Locale): KnownBlock[] {
  const words = briefWords.in(locale);
  if (preview.is === 'refused') return [divider(), rich({ type: 'emoji', name: 'warning' }, run(` ${preview.reason}`))];
  const lines = linesOf(project);
  const posts = linesForClient(differences(previousLines(project, lines), lines), !project.brief?.sent, language);
  const shown = posts.slice(0, PREVIEWED_POSTS).map(richText);
  return [divider(), ...seen(preview, locale), context(words.previewTitle()), ...shown];
}

/** A view may be 250 KB; five questions at their longest make a handful of posts. */
const PREVIEWED_POSTS = 8;

const previousLines = (project: Project, lines: readonly Line[]) => project.brief?.sent?.current.lines ?? lines;

function seen(preview: Preview, locale: Locale): KnownBlock[] {
  if (preview.is !== 'seen') return [];
  const words = briefWords.in(locale);
  const count = preview.people.length;
  const named = preview.people.slice(0, BOUNDS.namedInPreview).map(mention);
  const channel = channelLink(preview.channel);
  if (count <= named.length) return [section(words.seenBy({ channel, count, names: listed(named, locale) }))];
  return [section(words.seenByMore({ channel, count, names: named.join(' '), more: count - named.length }))];
}

/** Why changes are requested, or a confirmation is taken back: in the approver's own words. */
export function reasonModal(
  kind: 'reason' | 'withdraw',
  project: { id: string; name: string },
  on: DecidesOn,
  locale: Locale,
): Modal {
  const words = briefWords.in(locale);
  const about = { project: bold(project.name), version: run(String(on.version)) };
  const isReason = kind === 'reason';
  return modal({
    id: isReason ? BRIEF_IDS.reasonForm : BRIEF_IDS.withdrawForm,
    title: isReason ? words.reasonTitle() : words.withdrawTitle(),
    submit: isReason ? words.reasonSubmit() : words.withdrawSubmit(),
    close: words.cancel(),
    metadata: decideMeta.encode({ project: project.id, on, language: locale }),
    blocks: [
      rich(...phrase(isReason ? words.reasonIntro : words.withdrawIntro, about)),
      ...formBlocks(isReason ? reasonForm : withdrawForm, words),
    ],
  });
}
