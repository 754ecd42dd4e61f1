import {
  answered,
  type Answer,
  type Asked,
  type CommandEntry,
  DONE,
  opened,
  type PressEntry,
  pressed,
  replaced,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { chooseValue } from '../project/model-metadata.ts';
import { chosenHere, isGoingOn } from '../project/service-here.ts';
import { type ProjectDeps, projectInside } from '../project/service.ts';
import { reportForm, reportMeta, reportSendValue, reportValue } from './model-report.ts';
import { draftNow, keepReport, openReportForm, sendReport, skipReport } from './service-report.ts';
import { draftedModal, draftedNote, REPORT_IDS } from './views-report.ts';

type Deps = ProjectDeps;

const draft = async (asked: Asked, deps: Deps, project: Project): Replied =>
  answered(await draftNow(deps, asked, project), (saved): Answer => {
    return { answer: 'tell', message: draftedNote(saved.project, asked.locale) };
  });

const draftChosen = async (asked: Asked, deps: Deps, project: Project): Replied =>
  answered(await draftNow(deps, asked, project), (saved): Answer => {
    return { answer: 'replace', view: draftedModal(saved.project, asked.locale) };
  });

/** `/progress report`: drafts one now, whatever the rhythm. */
export const reportCommands: readonly CommandEntry<Deps>[] = [
  {
    command: '/progress',
    verbs: ['report', '报告'],
    run: (asked, deps) =>
      chosenHere(deps, asked, { action: REPORT_IDS.choose, fits: isGoingOn }, (project) => draft(asked, deps, project)),
  },
];

export const reportPresses: readonly PressEntry<Deps>[] = [
  pressed(REPORT_IDS.choose, chooseValue, async (asked, deps: Deps, { project: id }) => {
    const project = await projectInside(deps, asked, id);
    return isRefusal(project) ? project : draftChosen(asked, deps, project);
  }),
  pressed(
    REPORT_IDS.edit,
    reportValue,
    async (asked, deps: Deps, about) => opened(await openReportForm(deps, asked, about)),
    true,
  ),
  pressed(REPORT_IDS.send, reportSendValue, async (asked, deps: Deps, about) =>
    answered(await sendReport(deps, asked, about), () => DONE),
  ),
  pressed(REPORT_IDS.skip, reportValue, async (asked, deps: Deps, about) =>
    answered(await skipReport(deps, asked, about), () => DONE),
  ),
];

/** Kept as the draft; where somebody else edited it meanwhile, both texts are shown, and nothing is lost. */
export const reportSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(
    REPORT_IDS.form,
    reportMeta,
    reportForm,
    async (asked, deps: Deps, { opened: mark, ...about }, { report }) => {
      const kept = await keepReport(deps, asked, about, { text: report, opened: mark });
      const isClash = isRefusal(kept) && kept.code === 'progress.reportClash';
      return isClash ? replaced(await openReportForm(deps, asked, about, report)) : answered(kept, () => DONE);
    },
  ),
];
