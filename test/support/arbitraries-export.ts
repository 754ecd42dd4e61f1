import type { Locale } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import {
  clientExportModal,
  comingModal,
  exportMessage,
  exportModal,
  type ExportShown,
} from '../../src/export/views.ts';
import type { Shown } from './arbitraries-shown.ts';
import { ID } from './arbitraries-views.ts';

const STATES: readonly ExportShown[] = [
  { is: 'wanted', done: 0, of: null },
  { is: 'wanted', done: 14_000, of: 15_000 },
  { is: 'made', count: 15_000, size: 50 * 1024 * 1024, sha256: 'f'.repeat(64) },
  { is: 'failed', isTooLarge: true },
  { is: 'failed', isTooLarge: false },
];

/** The forms of an export, and the message with which the file comes. */
export function ofExport(project: Project, locale: Locale): Shown[] {
  const wanted = { format: 'json', language: locale, part: 'whole', speaks: locale } as const;
  return [
    { name: 'exportModal', is: 'modal', view: exportModal(project, ID, locale) },
    { name: 'clientExportModal', is: 'modal', view: clientExportModal(project, ID, locale, locale) },
    { name: 'comingModal', is: 'modal', view: comingModal(locale) },
    ...STATES.map((state): Shown => ({
      name: `exportMessage ${state.is}`,
      is: 'message',
      message: exportMessage(project, wanted, state),
    })),
  ];
}
