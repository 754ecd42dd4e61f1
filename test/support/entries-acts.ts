import type { Act } from '../../src/project/model-may.ts';
import type { LISTS } from './scenes.ts';

/**
 * What is asked of whoever comes in by an entry of the table of contents:
 * - an act of the table of the rules;
 * - `own`: it is for the one person to whom it was put (an approver's answer, a question to the author of a message);
 * - `reviewer`: it is for whoever was asked to look at it inside;
 * - `told`: for those with whom it is brought up, each for themselves: whoever runs the project;
 * - `start`: for full members of the agency's workspace, of whatever project;
 * - `work`: for whoever works for the agency or its partner, of themselves;
 * - `administer`: for Liaison's administrators;
 * - `anybody`.
 */
export type Asks = Act | 'own' | 'reviewer' | 'told' | 'start' | 'work' | 'administer' | 'anybody';

const all = <A extends Asks>(asks: A, entries: readonly string[]): Record<string, A> =>
  Object.fromEntries(entries.map((entry) => [entry, asks]));

/** Of events nobody is asked anything: Slack tells them. */
type Asked = Exclude<(typeof LISTS)[number], 'events'>;

/** One line for every entry, by the list that it stands in: one that has none fails (test/suites/permissions.test.ts). */
export const ACT_OF: Readonly<Record<Asked, Readonly<Record<string, Asks>>>> = {
  commands: {
    ...all('anybody', ['/project help', '/brief help', '/plan help', '/progress help', '/approval help']),
    ...all('see', ['/plan', '/approval final']),
    ...all('anybody', ['/approval']),
    ...all('managePlan', ['/plan milestone']),
    ...all('makeDeliverable', ['/approval new']),
    ...all('start', ['/project new']),
    ...all('work', ['/project away', '/project back']),
    ...all('see', ['/progress', '/progress now']),
    ...all('manageProgress', ['/progress pause', '/progress resume', '/progress health', '/progress settings']),
    ...all('sendToClient', ['/progress report']),
    ...all('see', ['/project', '/project record', '/project people', '/project stage', '/project channels']),
    ...all('writeBrief', ['/brief']),
    ...all('editProfile', ['/project profile']),
    ...all('handOver', ['/project handover']),
    ...all('endProject', ['/project hold', '/project resume', '/project end']),
    ...all('startJob', ['/project job']),
    ...all('attachEarlier', ['/project agreed']),
    ...all('exportRecord', ['/approval export']),
  },
  presses: {
    // Everybody has a Home of their own, and sees in it what is theirs.
    ...all('anybody', ['home.earlier', 'home.next', 'home.client', 'home.stage', 'home.life', 'home.manager']),
    ...all('anybody', ['home.only', 'home.clear']),
    ...all('anybody', ['approval.overviewEarlier', 'approval.overviewNext']),
    ...all('see', ['deliverable.chooseFinal']),
    ...all('administer', ['settings.open', 'settings.directors', 'settings.client']),
    ...all('administer', ['settings.calendar', 'settings.calendarOurs', 'settings.calendarClient']),
    ...all('see', ['people.open', 'people.choose', 'people.back', 'people.may', 'stages.open', 'stages.choose']),
    ...all('see', ['rooms.open', 'rooms.choose', 'plan.open', 'plan.choose']),
    ...all('managePlan', ['plan.add', 'plan.reach', 'plan.move', 'plan.block', 'plan.unblock', 'plan.change']),
    ...all('managePlan', ['plan.drop', 'plan.release', 'plan.reopen', 'plan.undo', 'plan.chooseSet']),
    ...all('makeDeliverable', ['deliverable.choose', 'deliverable.newVersion']),
    ...all('checkDeliverable', ['deliverable.check', 'deliverable.terms']),
    ...all('see', ['deliverable.look']),
    ...all('reviewer', ['deliverable.review']),
    ...all('own', ['approval.approved', 'approval.approvedWithChanges']),
    ...all('sendToClient', ['deliverable.toClient', 'deliverable.chooseChannel', 'deliverable.chooseApprovers']),
    ...all('sendToClient', ['deliverable.chooseReach', 'deliverable.chooseDue', 'deliverable.chooseLanguage']),
    ...all('manageDeliverables', ['deliverable.details', 'deliverable.rights']),
    ...all('manageDeliverables', ['deliverable.drop', 'deliverable.reopen']),
    ...all('manageChannels', ['rooms.makeTeam', 'rooms.noClient', 'rooms.chooseTeam', 'rooms.chooseClient']),
    ...all('manageChannels', ['rooms.makeClient', 'rooms.teamChosen', 'rooms.clientChosen']),
    ...all('start', ['project.start']),
    ...all('see', ['progress.choose']),
    ...all('administer', ['settings.rhythm', 'settings.checks']),
    ...all('own', ['progress.onTrack', 'progress.atRisk', 'progress.blocked', 'progress.done', 'progress.nothing']),
    ...all('own', ['progress.checkInLine']),
    ...all('sendToClient', [
      'progress.reportChoose',
      'progress.reportEdit',
      'progress.reportSend',
      'progress.reportSkip',
    ]),
    ...all('see', ['project.recordNewer', 'project.recordOlder', 'project.recordChoose', 'brief.text']),
    ...all('startStage', ['project.startStage', 'stages.next']),
    ...all('overrideGate', ['stages.override', 'stages.back']),
    ...all('attachEarlier', ['stages.attach', 'stages.chooseAgreed']),
    ...all('endProject', ['stages.hold', 'stages.resume', 'stages.end', 'stages.reopen', 'stages.chooseHold']),
    ...all('endProject', ['stages.chooseResume', 'stages.chooseEnd']),
    ...all('startJob', ['stages.job', 'stages.chooseJob']),
    ...all('managePeople', ['people.add', 'people.addSupplier', 'people.change', 'people.changeSupplier']),
    ...all('managePeople', ['people.remove', 'people.removeSupplier']),
    ...all('handOver', ['people.handover', 'people.chooseHandover', 'people.cancelHandover']),
    ...all('answerJoiner', ['project.joinerYes', 'project.joinerNo']),
    ...all('writeBrief', ['project.writeBrief', 'brief.edit', 'brief.choose', 'brief.editStep', 'brief.paper']),
    ...all('writeBrief', ['brief.changeFinders', 'brief.chooseFinder']),
    ...all('writeBrief', ['brief.document', 'brief.readFile', 'brief.takeApart', 'brief.check']),
    ...all('editProfile', ['client.profile']),
    ...all('sendToClient', ['brief.send', 'brief.chooseChannel', 'brief.chooseApprovers', 'brief.chooseReach']),
    ...all('sendToClient', [
      'brief.chooseLanguage',
      'brief.chooseDue',
      'approval.change',
      'approval.person',
      'brief.correct',
    ]),
    ...all('sendToClient', ['brief.ask', 'brief.askQuestions', 'brief.askContact', 'brief.askChannel']),
    ...all('sendToClient', ['brief.askLanguage']),
    ...all('manageRequests', ['approval.remind', 'approval.closeRound', 'approval.withdrawRequest']),
    ...all('manageRequests', ['approval.editReminder', 'approval.moveDue']),
    ...all('told', ['digest.hour', 'digest.tomorrow']),
    ...all('manageRequests', ['approval.recordOpen', 'approval.recordChoose']),
    ...all('answerAsClient', ['brief.answer', 'brief.object', 'approval.object']),
    ...all('askAgency', ['client.newRequest', 'client.problem', 'client.status']),
    ...all('readClientRecord', ['client.record', 'client.recordOlder', 'client.recordNewest', 'export.open']),
    ...all('exportRecord', ['export.choose']),
    ...all('answerClient', ['client.answer', 'client.draftStatus', 'client.startJob']),
    ...all('own', ['approval.confirmed', 'approval.changesRequested', 'approval.someLines', 'approval.withNote']),
    ...all('own', ['approval.passOn', 'approval.takeBack', 'approval.recordHeard', 'approval.leave']),
    ...all('own', ['brief.confirm', 'brief.requestChanges', 'brief.withdraw']),
  },
  submits: {
    ...all('anybody', ['brief.textShown']),
    ...all('start', ['project.startForm']),
    ...all('manageProgress', [
      'progress.nowForm',
      'progress.pauseForm',
      'progress.healthForm',
      'progress.settingsForm',
    ]),
    ...all('administer', ['settings.rhythmForm', 'settings.checksForm']),
    ...all('own', ['progress.checkInForm']),
    ...all('sendToClient', ['progress.reportForm']),
    ...all('work', ['people.awayForm']),
    ...all('administer', ['settings.form', 'settings.directorsForm', 'settings.calendarForm']),
    ...all('overrideGate', ['stages.overrideForm', 'stages.backForm']),
    ...all('attachEarlier', ['stages.attachForm']),
    ...all('endProject', ['stages.holdForm', 'stages.endForm', 'stages.reopenForm']),
    ...all('startJob', ['stages.jobForm']),
    ...all('managePeople', ['people.addForm', 'people.changeForm', 'people.supplierForm']),
    ...all('handOver', ['people.handoverForm']),
    ...all('managePlan', ['plan.setForm', 'plan.changeForm', 'plan.moveForm', 'plan.dropForm', 'plan.blockForm']),
    ...all('managePlan', ['plan.releaseForm']),
    ...all('makeDeliverable', ['deliverable.addForm', 'deliverable.versionForm']),
    ...all('checkDeliverable', ['deliverable.checkForm']),
    ...all('reviewer', ['deliverable.reviewForm']),
    ...all('sendToClient', ['deliverable.sendForm']),
    ...all('manageDeliverables', ['deliverable.detailsForm', 'deliverable.rightsForm', 'deliverable.dropForm']),
    ...all('manageChannels', ['rooms.teamForm', 'rooms.clientForm', 'rooms.makeForm']),
    ...all('askAgency', ['client.newRequestForm', 'client.problemForm', 'client.statusForm']),
    ...all('answerClient', ['client.replyForm', 'client.jobForm']),
    ...all('exportRecord', ['export.form']),
    ...all('readClientRecord', ['export.clientForm']),
    ...all('writeBrief', ['brief.editForm', 'brief.resultsForm', 'brief.insideForm', 'brief.findersForm']),
    ...all('writeBrief', ['brief.addForm', 'brief.documentForm', 'brief.checkForm']),
    ...all('editProfile', ['client.marketForm', 'client.houseForm']),
    ...all('sendToClient', ['brief.sendForm', 'brief.askForm', 'brief.correctForm']),
    ...all('sendToClient', ['approval.whoForm', 'approval.personForm']),
    ...all('manageRequests', ['approval.reminderForm']),
    ...all('manageRequests', ['approval.rolesForm', 'approval.replaceForm', 'approval.withdrawRequestForm']),
    ...all('manageRequests', ['approval.saidForm', 'approval.whenForm', 'approval.moveDueForm']),
    ...all('answerAsClient', ['brief.answerForm', 'brief.objectForm', 'approval.objectForm']),
    ...all('own', ['approval.reasonForm', 'approval.linesForm', 'approval.noteForm', 'approval.passOnForm']),
    ...all('own', ['approval.takeBackForm', 'brief.reasonForm', 'brief.withdrawForm']),
  },
  shortcuts: {
    ...all('writeBrief', ['brief.add']),
    ...all('makeDeliverable', ['deliverable.send']),
    ...all('manageRequests', ['approval.record']),
  },
};
