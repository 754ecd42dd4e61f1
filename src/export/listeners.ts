import {
  answered,
  type Asked,
  type CommandEntry,
  opened,
  type PressEntry,
  pressed,
  replaced,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { clientValue } from '../client/model-requests.ts';
import { chooseValue } from '../project/model-metadata.ts';
import type { ProjectDeps } from '../project/service.ts';
import { chosenHere } from '../project/service-here.ts';
import { clientExportForm, clientExportMeta, exportForm, exportMeta, type Wanted } from './model.ts';
import type { AskedBy } from './rules.ts';
import { askForExport, exportFormOf, openClientExport, openExport } from './service.ts';
import { makeExport } from './service-run.ts';
import { comingModal, EXPORT_IDS } from './views.ts';

type Deps = ProjectDeps;

export const exportCommands: readonly CommandEntry<Deps>[] = [
  {
    command: '/approval',
    verbs: ['export', '导出'],
    run: (asked, deps) =>
      chosenHere(deps, asked, { action: EXPORT_IDS.choose }, async (project) =>
        opened(exportFormOf(deps, asked, project)),
      ),
  },
];

export const exportPresses: readonly PressEntry<Deps>[] = [
  pressed(EXPORT_IDS.choose, chooseValue, async (asked, deps: Deps, { project }) =>
    replaced(await openExport(deps, asked, project)),
  ),
  pressed(
    EXPORT_IDS.open,
    clientValue,
    async (asked, deps: Deps, value) => opened(await openClientExport(deps, asked, value)),
    true,
  ),
];

type File = { project: string; export: string };

/** It is made once the acknowledgement is out: that takes seconds, and with a long record minutes. */
async function ask(asked: Asked, deps: Deps, file: File, wanted: Omit<Wanted, 'speaks'>, by: AskedBy): Replied {
  const saved = await askForExport(deps, asked, file, { ...wanted, speaks: asked.locale }, by);
  return answered(saved, () => {
    deps.inBackground(() => makeExport(deps, asked.handling, file.export));
    return { answer: 'replace', view: comingModal(asked.locale) };
  });
}

export const exportSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(EXPORT_IDS.form, exportMeta, exportForm, (asked, deps: Deps, file, wanted) =>
    ask(asked, deps, file, wanted, 'agency'),
  ),
  submitted(EXPORT_IDS.clientForm, clientExportMeta, clientExportForm, (asked, deps: Deps, file, wanted) =>
    ask(asked, deps, file, { ...wanted, part: 'client' }, 'client'),
  ),
];
