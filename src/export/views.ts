import { bold, context, type Message, message, type Modal, modal, rich, run, section } from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { escape } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import { clientExportForm, clientExportMeta, exportForm, exportMeta, type Wanted } from './model.ts';
import { exportWords } from './words.ts';

/** The action and callback ids, shared by views and listeners. */
export const EXPORT_IDS = {
  choose: 'export.choose',
  form: 'export.form',
  /** Of the client's people, from their card. */
  open: 'export.open',
  clientForm: 'export.clientForm',
} as const;

/** Asks what the file is to be. @param id of the file */
export function exportModal(project: Project, id: string, locale: Locale): Modal {
  const words = exportWords.in(locale);
  return modal({
    id: EXPORT_IDS.form,
    title: words.title(),
    submit: words.submit(),
    close: words.cancel(),
    metadata: exportMeta.encode({ project: project._id, export: id }),
    blocks: [
      rich(...phrase(words.formIntro, { project: bold(titleOf(project)) })),
      ...formBlocks(exportForm, words, { format: 'pdf', language: locale, part: 'whole' }),
    ],
  });
}

/** The same for the client's people: of their own part. @param language spoken to those of whom no other is known */
export function clientExportModal(project: Project, id: string, language: Locale, locale: Locale): Modal {
  const words = exportWords.in(locale);
  return modal({
    id: EXPORT_IDS.clientForm,
    title: words.title(),
    submit: words.submit(),
    close: words.cancel(),
    metadata: clientExportMeta.encode({ project: project._id, export: id, language }),
    blocks: [
      rich(...phrase(words.clientIntro, { project: bold(project.name) })),
      ...formBlocks(clientExportForm, words, { format: 'pdf', language: locale }),
    ],
  });
}

/** In the place of the form: how it comes. */
export function comingModal(locale: Locale): Modal {
  const words = exportWords.in(locale);
  return modal({
    id: 'export.coming',
    title: words.comingTitle(),
    close: words.close(),
    blocks: [section(words.coming())],
  });
}

/** Where a file that was asked for is. */
export type ExportShown =
  | { is: 'wanted'; done: number; of: number | null }
  | { is: 'made'; count: number; size: number; sha256: string }
  | { is: 'failed'; isTooLarge: boolean };

/** The message that comes with the file: how far it is, and then by what it is known. */
export function exportMessage(project: Project, wanted: Wanted, shown: ExportShown): Message<'person'> {
  const locale = wanted.speaks;
  const words = exportWords.in(locale);
  const state = stateText(shown, locale);
  const text = words.cardFallback({ project: escape(project.name), state });
  return message('person', text, [
    rich(...phrase(words.cardTitle, { project: bold(project.name) }), run('\n'), run(words.cardWhat(wanted))),
    section(state),
    ...(shown.is === 'made' ? [] : [context(escape(project.client.name))]),
  ]);
}

function stateText(shown: ExportShown, locale: Locale): string {
  const words = exportWords.in(locale);
  switch (shown.is) {
    case 'failed':
      return shown.isTooLarge ? words.failedLarge() : words.failed();
    case 'made': {
      const { count, size, sha256 } = shown;
      return words.ready({ count, size: String(Math.ceil(size / 1024)), hash: `\`${sha256}\`` });
    }
    case 'wanted':
      return shown.of === null || shown.done === 0
        ? words.making()
        : words.progress({ done: shown.done, of: shown.of });
  }
}
