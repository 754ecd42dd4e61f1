import { exportCommands, exportPresses, exportSubmits } from './export/listeners.ts';
import { drawExport, drawExportFile } from './export/service-run.ts';
import {
  deliverableCommands,
  deliverablePresses,
  deliverableShortcuts,
  deliverableSubmits,
} from './deliverable/listeners.ts';
import { finalCommands, finalPresses } from './deliverable/listeners-final.ts';
import { sendingPresses, sendingSubmits } from './deliverable/listeners-send.ts';
import { detailPresses, detailSubmits } from './deliverable/listeners-details.ts';
import { drawDeliverable } from './deliverable/service-draw.ts';
import {
  drawDeliverableFile,
  drawDeliverableForClient,
  drawDeliverableVersion,
} from './deliverable/service-draw-client.ts';
import { drawDraftFile } from './deliverable/service-team-file.ts';
import { watchEvents } from './deliverable/listeners-watch.ts';
import { readDraftFiles } from './deliverable/service-fingerprint.ts';
import { lookAtFiles } from './deliverable/service-watch.ts';

/** What the table of contents lists of deliverables, and of the record as a file, by its lists. */
export const deliverables = {
  commands: [...deliverableCommands, ...finalCommands, ...exportCommands],
  presses: [...deliverablePresses, ...sendingPresses, ...finalPresses, ...detailPresses, ...exportPresses],
  submits: [...deliverableSubmits, ...sendingSubmits, ...detailSubmits, ...exportSubmits],
  shortcuts: [...deliverableShortcuts],
  events: [...watchEvents],
  cards: {
    deliverable: drawDeliverable,
    deliverableForClient: drawDeliverableForClient,
    deliverableVersion: drawDeliverableVersion,
    recordExport: drawExport,
  },
  files: { recordExport: drawExportFile, deliverableDraft: drawDraftFile, deliverableFile: drawDeliverableFile },
  clocked: [readDraftFiles, lookAtFiles],
} as const;
