import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beginWalk, ENGLISH, type Walk } from '../support/cast.ts';
import { deliveryOf, nameOf, SCENES } from '../support/scenes.ts';
import { type Body, stage } from '../support/stage.ts';

/** What may happen between a delivery and its acknowledgement. */
type Cost = { reads: number; writes: number; calls: readonly string[] };

const DECISION = { reads: 1, calls: [] } as const;
const EVENT = { reads: 0, writes: 1, calls: [] } as const;

/** Every way in has its budget: a new one fails until it has one too. */
const BUDGETS: Readonly<Record<string, Cost>> = {
  '/project help': { reads: 0, writes: 0, calls: [] },
  '/brief help': { reads: 0, writes: 0, calls: [] },
  '/progress help': { reads: 0, writes: 0, calls: [] },
  // The project, its last posts, and what is new on its record since.
  '/progress': { reads: 3, writes: 0, calls: ['views.open'] },
  '/progress now': { reads: 3, writes: 0, calls: ['views.open'] },
  'progress.choose': { reads: 3, writes: 0, calls: [] },
  // Which day it is for the project, then the decision.
  'progress.nowForm': { ...DECISION, reads: 2, writes: 4 },
  // What else than the project has to be planned anew is done with the decision.
  '/progress pause': { ...DECISION, reads: 3, writes: 6 },
  '/progress resume': { ...DECISION, reads: 3, writes: 6 },
  '/progress health': { ...DECISION, reads: 2, writes: 4 },
  '/progress settings': { reads: 1, writes: 0, calls: ['views.open'] },
  'progress.pauseForm': { ...DECISION, reads: 2, writes: 6 },
  'progress.healthForm': { ...DECISION, writes: 4 },
  'progress.settingsForm': { ...DECISION, reads: 3, writes: 6 },
  'settings.rhythm': { reads: 0, writes: 0, calls: ['views.push'] },
  'settings.rhythmForm': { reads: 1, writes: 3, calls: [] },
  'settings.checks': { reads: 0, writes: 0, calls: ['views.push'] },
  'settings.checksForm': { reads: 1, writes: 3, calls: [] },
  '/project new': { reads: 0, writes: 0, calls: ['views.open'] },
  'project.startForm': { reads: 2, writes: 10, calls: [] },
  '/project': { reads: 2, writes: 0, calls: [] },
  '/brief': { reads: 1, writes: 0, calls: ['views.open'] },
  '/project record': { reads: 2, writes: 0, calls: ['views.open'] },
  '/project profile': { reads: 2, writes: 0, calls: ['views.open'] },
  'project.start': { reads: 0, writes: 0, calls: ['views.open'] },
  'project.writeBrief': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.edit': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.editStep': { reads: 1, writes: 0, calls: ['views.push'] },
  'brief.changeFinders': { reads: 1, writes: 0, calls: ['views.push'] },
  'client.profile': { reads: 2, writes: 0, calls: ['views.push'] },
  // The first time also how the client decided in the project before.
  'brief.send': { reads: 2, writes: 0, calls: ['views.open'] },
  'approval.changesRequested': { reads: 1, writes: 0, calls: ['views.open'] },
  'approval.someLines': { reads: 1, writes: 0, calls: ['views.open'] },
  'approval.withNote': { reads: 1, writes: 0, calls: ['views.open'] },
  'approval.passOn': { reads: 1, writes: 0, calls: ['views.open'] },
  'approval.takeBack': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.chooseChannel': { reads: 0, writes: 0, calls: [] },
  'brief.chooseApprovers': { reads: 0, writes: 0, calls: [] },
  'brief.chooseReach': { reads: 0, writes: 0, calls: [] },
  'brief.chooseDue': { reads: 0, writes: 0, calls: [] },
  'brief.chooseFinder': { reads: 0, writes: 0, calls: [] },
  'brief.chooseLanguage': { reads: 0, writes: 0, calls: [] },
  'brief.choose': { reads: 1, writes: 0, calls: [] },
  // The message is held, and its file is read, after the acknowledgement.
  'brief.add': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.readFile': { reads: 1, writes: 0, calls: [] },
  'brief.addForm': { ...DECISION, writes: 6 },
  // The texts of a source stand beside the project: read before it is taken apart, and again as they are kept.
  'brief.takeApart': { ...DECISION, reads: 4, writes: 6 },
  'brief.documentForm': { ...DECISION, reads: 3, writes: 6 },
  'brief.checkForm': { ...DECISION, reads: 2, writes: 5 },
  'brief.text': { reads: 2, writes: 0, calls: ['views.open'] },
  'brief.textShown': { reads: 0, writes: 0, calls: [] },
  // Which version it is, then the decision.
  'brief.paper': { ...DECISION, reads: 2, writes: 4 },
  'brief.document': { reads: 1, writes: 0, calls: ['views.push'] },
  'brief.check': { reads: 2, writes: 0, calls: ['views.push'] },
  'brief.ask': { reads: 1, writes: 0, calls: ['views.push'] },
  'brief.askQuestions': { reads: 0, writes: 0, calls: [] },
  'brief.askContact': { reads: 0, writes: 0, calls: [] },
  'brief.askChannel': { reads: 0, writes: 0, calls: [] },
  'brief.askLanguage': { reads: 0, writes: 0, calls: [] },
  // Who was chosen, what was seen of the channel, and whose it is.
  'brief.askForm': { ...DECISION, reads: 4, writes: 11 },
  'brief.answer': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.answerForm': { ...DECISION, writes: 9 },
  'brief.correct': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.correctForm': { ...DECISION, writes: 10 },
  'brief.object': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.objectForm': { ...DECISION, writes: 11 },
  'project.recordChoose': { reads: 2, writes: 0, calls: [] },
  'project.recordOlder': { reads: 2, writes: 0, calls: [] },
  'project.recordNewer': { reads: 2, writes: 0, calls: [] },
  'brief.editForm': { ...DECISION, writes: 5 },
  'brief.resultsForm': { ...DECISION, writes: 5 },
  'brief.insideForm': { ...DECISION, writes: 5 },
  // What is known of the client, which is no part of the project: the project is read before, for who may see it.
  'client.marketForm': { ...DECISION, reads: 3, writes: 4 },
  'client.houseForm': { ...DECISION, reads: 3, writes: 4 },
  // Who was named in it, by one query.
  'brief.findersForm': { ...DECISION, reads: 2, writes: 5 },
  // What was seen of the channel, and whose it is: two reads more, raced against the same two seconds.
  'brief.sendForm': { ...DECISION, reads: 4, writes: 11 },
  // Which brief a former button is about is looked up.
  'brief.requestChanges': { reads: 2, writes: 0, calls: ['views.open'] },
  'brief.reasonForm': { ...DECISION, reads: 2, writes: 10 },
  'brief.confirm': { ...DECISION, reads: 2, writes: 10 },
  'brief.withdraw': { reads: 2, writes: 0, calls: ['views.open'] },
  'brief.withdrawForm': { ...DECISION, reads: 2, writes: 10 },
  'approval.confirmed': { ...DECISION, writes: 10 },
  'approval.reasonForm': { ...DECISION, writes: 10 },
  'approval.linesForm': { ...DECISION, writes: 10 },
  'approval.noteForm': { ...DECISION, writes: 10 },
  // Who was chosen, by one query; and of a refusal, whether this very delivery was handled before.
  'approval.passOnForm': { ...DECISION, reads: 3, writes: 10 },
  'approval.takeBackForm': { ...DECISION, writes: 10 },
  'project.startStage': { ...DECISION, writes: 6 },
  'project.joinerYes': { ...DECISION, writes: 6 },
  'project.joinerNo': { ...DECISION, writes: 6 },
  // What was typed is kept before another form opens over it: who was chosen, by one query, and a save of the draft.
  'approval.change': { reads: 2, writes: 4, calls: ['views.push'] },
  'approval.person': { reads: 1, writes: 0, calls: ['views.push'] },
  'approval.personForm': { ...DECISION, writes: 4 },
  'approval.whoForm': { ...DECISION, writes: 4 },
  // Their zones, by one query more and the reading of who they are.
  'approval.remind': { ...DECISION, reads: 3, writes: 10 },
  'approval.rolesForm': { ...DECISION, writes: 5 },
  // Who of them is in the client channel, by what was seen of it.
  'approval.replaceForm': { ...DECISION, reads: 3, writes: 10 },
  'approval.closeRound': { ...DECISION, writes: 10 },
  // By whose clock the day is, by one query more and the reading of the request.
  'approval.moveDue': { reads: 2, writes: 0, calls: ['views.open'] },
  'approval.moveDueForm': { ...DECISION, reads: 3, writes: 10 },
  'approval.withdrawRequest': { reads: 1, writes: 0, calls: ['views.open'] },
  'approval.withdrawRequestForm': { ...DECISION, writes: 10 },
  'approval.record': { reads: 1, writes: 0, calls: ['views.open'] },
  'approval.recordOpen': { reads: 1, writes: 0, calls: ['views.open'] },
  'approval.recordChoose': { reads: 1, writes: 0, calls: [] },
  'approval.saidForm': { reads: 1, writes: 0, calls: [] },
  'approval.whenForm': { ...DECISION, writes: 10 },
  'approval.recordHeard': { ...DECISION, writes: 10 },
  'approval.leave': { ...DECISION, writes: 5 },
  'approval.object': { reads: 1, writes: 0, calls: ['views.open'] },
  'approval.objectForm': { ...DECISION, writes: 10 },
  'client.newRequest': { reads: 1, writes: 0, calls: ['views.open'] },
  'client.newRequestForm': { ...DECISION, writes: 6 },
  'client.problem': { reads: 1, writes: 0, calls: ['views.open'] },
  'client.problemForm': { ...DECISION, writes: 6 },
  'client.status': { reads: 1, writes: 0, calls: ['views.open'] },
  'client.statusForm': { ...DECISION, writes: 6 },
  'client.draftStatus': { reads: 1, writes: 0, calls: ['views.open'] },
  'client.answer': { reads: 1, writes: 0, calls: ['views.open'] },
  'client.replyForm': { ...DECISION, writes: 6 },
  'client.startJob': { reads: 1, writes: 0, calls: ['views.open'] },
  // The project takes the job, then the job is made: two decisions.
  'client.jobForm': { ...DECISION, reads: 2, writes: 9 },
  'stages.jobForm': { ...DECISION, reads: 2, writes: 9 },
  'progress.nothing': { ...DECISION, writes: 5 },
  'progress.onTrack': { ...DECISION, writes: 5 },
  'progress.done': { ...DECISION, writes: 5 },
  'progress.checkInLine': { reads: 1, writes: 0, calls: ['views.open'] },
  'progress.atRisk': { reads: 1, writes: 0, calls: ['views.open'] },
  'progress.blocked': { reads: 1, writes: 0, calls: ['views.open'] },
  'progress.checkInForm': { ...DECISION, writes: 5 },
  // Which project of the channel it is, or whether it may be looked at, then the decision.
  '/progress report': { ...DECISION, reads: 2, writes: 5 },
  'progress.reportChoose': { ...DECISION, reads: 2, writes: 5 },
  'progress.reportEdit': { reads: 1, writes: 0, calls: ['views.open'] },
  'progress.reportForm': { ...DECISION, writes: 5 },
  'progress.reportSend': { ...DECISION, writes: 6 },
  'progress.reportSkip': { ...DECISION, writes: 5 },
  // The project, and one page.
  'client.record': { reads: 2, writes: 0, calls: ['views.open'] },
  'client.recordOlder': { reads: 2, writes: 0, calls: [] },
  'client.recordNewest': { reads: 2, writes: 0, calls: [] },
  '/project stage': { reads: 1, writes: 0, calls: ['views.open'] },
  '/project agreed': { reads: 1, writes: 0, calls: ['views.open'] },
  '/project job': { reads: 1, writes: 0, calls: ['views.open'] },
  // Which projects it could be merged into, and which jobs end with it, by one query more.
  '/project end': { reads: 2, writes: 0, calls: ['views.open'] },
  'stages.end': { reads: 2, writes: 0, calls: ['views.push'] },
  'stages.chooseEnd': { reads: 2, writes: 0, calls: [] },
  'stages.endForm': { ...DECISION, reads: 2, writes: 6 },
  // Which project of the channel it is, or whether it may be looked at, then the decision.
  '/project hold': { ...DECISION, reads: 2, writes: 6 },
  '/project resume': { ...DECISION, reads: 2, writes: 6 },
  'stages.chooseResume': { ...DECISION, reads: 2, writes: 6 },
  'stages.open': { reads: 1, writes: 0, calls: ['views.open'] },
  'stages.override': { reads: 1, writes: 0, calls: ['views.push'] },
  'stages.back': { reads: 1, writes: 0, calls: ['views.push'] },
  'stages.attach': { reads: 1, writes: 0, calls: ['views.push'] },
  'stages.hold': { reads: 1, writes: 0, calls: ['views.push'] },
  'stages.reopen': { reads: 1, writes: 0, calls: ['views.push'] },
  'stages.job': { reads: 1, writes: 0, calls: ['views.push'] },
  'stages.next': { ...DECISION, writes: 6 },
  'stages.resume': { ...DECISION, writes: 6 },
  'stages.overrideForm': { ...DECISION, writes: 6 },
  'stages.backForm': { ...DECISION, writes: 6 },
  'stages.attachForm': { ...DECISION, writes: 6 },
  'stages.holdForm': { ...DECISION, writes: 6 },
  'stages.reopenForm': { ...DECISION, writes: 6 },
  'stages.choose': { reads: 1, writes: 0, calls: [] },
  'stages.chooseAgreed': { reads: 1, writes: 0, calls: [] },
  'stages.chooseJob': { reads: 1, writes: 0, calls: [] },
  'stages.chooseHold': { reads: 1, writes: 0, calls: [] },
  // Whether it is brought up with them at all, then the decision.
  'digest.hour': { ...DECISION, reads: 2, writes: 4 },
  'digest.tomorrow': { ...DECISION, reads: 2, writes: 4 },
  'approval.editReminder': { reads: 1, writes: 0, calls: ['views.open'] },
  // As `approval.remind`: whose zone is whose.
  'approval.reminderForm': { ...DECISION, reads: 3, writes: 10 },
  '/approval export': { reads: 1, writes: 0, calls: ['views.open'] },
  'export.open': { reads: 1, writes: 0, calls: ['views.open'] },
  'export.choose': { reads: 1, writes: 0, calls: [] },
  // It is made after the acknowledgement.
  'export.form': { ...DECISION, writes: 6 },
  'export.clientForm': { ...DECISION, writes: 6 },
  '/plan help': { reads: 0, writes: 0, calls: [] },
  '/plan': { reads: 1, writes: 0, calls: ['views.open'] },
  // Which project of the channel it is, then the decision.
  '/plan milestone': { reads: 2, writes: 6, calls: ['views.open'] },
  'plan.chooseSet': { ...DECISION, reads: 2, writes: 6 },
  'plan.choose': { reads: 1, writes: 0, calls: [] },
  'plan.open': { reads: 1, writes: 0, calls: ['views.open'] },
  'plan.add': { reads: 1, writes: 0, calls: ['views.push'] },
  'plan.change': { reads: 1, writes: 0, calls: ['views.push'] },
  'plan.move': { reads: 1, writes: 0, calls: ['views.push'] },
  'plan.block': { reads: 1, writes: 0, calls: ['views.push'] },
  'plan.drop': { reads: 1, writes: 0, calls: ['views.push'] },
  // The other clients' names, which the preview looks for.
  'plan.release': { reads: 2, writes: 0, calls: ['views.push'] },
  'plan.reach': { ...DECISION, writes: 6 },
  'plan.reopen': { ...DECISION, writes: 6 },
  'plan.unblock': { ...DECISION, writes: 6 },
  'plan.undo': { ...DECISION, writes: 6 },
  'plan.setForm': { ...DECISION, writes: 6 },
  'plan.changeForm': { ...DECISION, writes: 6 },
  'plan.moveForm': { ...DECISION, writes: 6 },
  // The client is told of it: the preview looks for the client channel and for the other clients' names.
  'plan.dropForm': { ...DECISION, reads: 3, writes: 6 },
  'plan.blockForm': { ...DECISION, writes: 6 },
  // What would be shown now is worked out before it is decided.
  'plan.releaseForm': { ...DECISION, reads: 2, writes: 6 },
  '/approval help': { reads: 0, writes: 0, calls: [] },
  // Of two lists how many there are, which ones, those, and where what they are about stands: of projects their summaries alone.
  '/approval': { reads: 8, writes: 0, calls: ['views.open'] },
  'approval.overviewNext': { reads: 8, writes: 0, calls: [] },
  'approval.overviewEarlier': { reads: 8, writes: 0, calls: [] },
  '/approval final': { reads: 2, writes: 0, calls: ['views.open'] },
  'deliverable.chooseFinal': { reads: 2, writes: 0, calls: [] },
  '/approval new': { reads: 1, writes: 0, calls: ['views.open'] },
  'deliverable.addForm': { ...DECISION, writes: 7 },
  'deliverable.look': { reads: 1, writes: 0, calls: ['views.open'] },
  'deliverable.check': { reads: 1, writes: 0, calls: ['views.open'] },
  'deliverable.terms': { reads: 1, writes: 0, calls: [] },
  'deliverable.checkForm': { ...DECISION, writes: 7 },
  'deliverable.review': { reads: 1, writes: 0, calls: ['views.open'] },
  'deliverable.reviewForm': { ...DECISION, writes: 7 },
  'deliverable.newVersion': { reads: 1, writes: 0, calls: ['views.open'] },
  'deliverable.versionForm': { ...DECISION, writes: 7 },
  // The message in whose thread it stands is looked up where it stands in one.
  'deliverable.send': { reads: 1, writes: 0, calls: ['views.open'] },
  'deliverable.choose': { reads: 1, writes: 0, calls: [] },
  'deliverable.details': { reads: 1, writes: 0, calls: ['views.open'] },
  'deliverable.detailsForm': { ...DECISION, writes: 7 },
  'deliverable.drop': { reads: 1, writes: 0, calls: ['views.open'] },
  'deliverable.dropForm': { ...DECISION, writes: 7 },
  'deliverable.reopen': { ...DECISION, writes: 7 },
  'deliverable.rights': { reads: 1, writes: 0, calls: ['views.open'] },
  'deliverable.rightsForm': { ...DECISION, writes: 7 },
  // Where nobody was asked in the project yet, how the client decided in the one before is kept for it.
  'deliverable.toClient': { reads: 3, writes: 3, calls: ['views.open'] },
  'deliverable.chooseChannel': { reads: 0, writes: 0, calls: [] },
  'deliverable.chooseApprovers': { reads: 0, writes: 0, calls: [] },
  'deliverable.chooseReach': { reads: 0, writes: 0, calls: [] },
  'deliverable.chooseDue': { reads: 0, writes: 0, calls: [] },
  'deliverable.chooseLanguage': { reads: 0, writes: 0, calls: [] },
  // What was seen of the channel, and whose it is, as of a brief.
  'deliverable.sendForm': { ...DECISION, reads: 4, writes: 11 },
  'approval.approved': { ...DECISION, writes: 10 },
  'approval.approvedWithChanges': { reads: 1, writes: 0, calls: ['views.open'] },
  '/project channels': { reads: 2, writes: 0, calls: ['views.open'] },
  'rooms.choose': { reads: 1, writes: 0, calls: [] },
  'rooms.open': { reads: 1, writes: 0, calls: ['views.open'] },
  'rooms.makeClient': { reads: 1, writes: 0, calls: ['views.push'] },
  'rooms.chooseClient': { reads: 1, writes: 0, calls: ['views.push'] },
  'rooms.chooseTeam': { reads: 1, writes: 0, calls: ['views.push'] },
  'rooms.clientChosen': { reads: 0, writes: 0, calls: [] },
  'rooms.teamChosen': { reads: 0, writes: 0, calls: [] },
  'rooms.makeTeam': { ...DECISION, writes: 4 },
  'rooms.noClient': { ...DECISION, writes: 4 },
  // Who was named in it, by one query.
  'rooms.makeForm': { ...DECISION, reads: 2, writes: 4 },
  // What was seen of the channel, and whose it is; of a client channel first whose client the project has.
  'rooms.teamForm': { ...DECISION, reads: 3, writes: 4 },
  'rooms.clientForm': { ...DECISION, reads: 4, writes: 4 },
  channel_rename: EVENT,
  channel_archive: EVENT,
  channel_unarchive: EVENT,
  // Whoever is taken out leaves as well, and whoever is let in joins: those events are saved meanwhile.
  channel_left: { ...EVENT, writes: 2 },
  channel_deleted: EVENT,
  channel_id_changed: EVENT,
  group_rename: EVENT,
  group_archive: EVENT,
  group_unarchive: EVENT,
  group_left: { ...EVENT, writes: 2 },
  group_deleted: EVENT,
  shared_channel_invite_accepted: EVENT,
  shared_channel_invite_approved: { ...EVENT, writes: 3 },
  shared_channel_invite_declined: EVENT,
  user_change: EVENT,
  team_join: EVENT,
  file_deleted: EVENT,
  // What is chosen on Home is kept, and the Home is drawn again.
  'home.next': { reads: 0, writes: 2, calls: [] },
  'home.earlier': { reads: 0, writes: 2, calls: [] },
  'home.client': { reads: 0, writes: 2, calls: [] },
  'home.stage': { reads: 0, writes: 2, calls: [] },
  'home.life': { reads: 0, writes: 2, calls: [] },
  'home.manager': { reads: 0, writes: 2, calls: [] },
  'home.only': { reads: 0, writes: 2, calls: [] },
  'home.clear': { reads: 0, writes: 2, calls: [] },
  'settings.open': { reads: 0, writes: 0, calls: ['views.open'] },
  'settings.directors': { reads: 1, writes: 0, calls: ['views.push'] },
  'settings.client': { reads: 1, writes: 0, calls: [] },
  // Who was named in it, by one query, and the settings that it is decided on.
  'settings.form': { reads: 2, writes: 3, calls: [] },
  // Besides, at the same time: which client it is, and the clients that can be chosen next.
  'settings.directorsForm': { reads: 4, writes: 3, calls: [] },
  'settings.calendar': { reads: 1, writes: 0, calls: ['views.push'] },
  'settings.calendarOurs': { reads: 0, writes: 0, calls: [] },
  'settings.calendarClient': { reads: 1, writes: 0, calls: [] },
  // At the same time: which client it is, and the clients that can be chosen next; then the settings that it is decided on.
  'settings.calendarForm': { reads: 3, writes: 3, calls: [] },
  '/project people': { reads: 2, writes: 0, calls: ['views.open'] },
  'people.open': { reads: 1, writes: 0, calls: ['views.open'] },
  'people.may': { reads: 1, writes: 0, calls: ['views.push'] },
  'people.back': { reads: 1, writes: 0, calls: [] },
  'people.choose': { reads: 1, writes: 0, calls: [] },
  'people.add': { reads: 1, writes: 0, calls: [] },
  // Who was chosen, whether they have said that they are away, then the decision.
  'people.addForm': { ...DECISION, reads: 3, writes: 4 },
  'people.change': { reads: 1, writes: 0, calls: [] },
  'people.changeForm': { ...DECISION, reads: 2, writes: 4 },
  // Who leaves, since it depends on them who hears of it, in which languages; then the decision.
  'people.remove': { ...DECISION, reads: 3, writes: 4 },
  'people.addSupplier': { reads: 1, writes: 0, calls: [] },
  'people.changeSupplier': { reads: 1, writes: 0, calls: [] },
  'people.supplierForm': { ...DECISION, reads: 2, writes: 4 },
  'people.removeSupplier': { ...DECISION, writes: 4 },
  '/project handover': { reads: 2, writes: 0, calls: ['views.open'] },
  'people.handover': { reads: 1, writes: 0, calls: [] },
  'people.chooseHandover': { reads: 1, writes: 0, calls: [] },
  // What was seen is compared with what there is: the project and who takes over, then the decision.
  'people.handoverForm': { ...DECISION, reads: 3, writes: 4 },
  'people.cancelHandover': { ...DECISION, writes: 4 },
  // One document of one's own; the projects follow after the acknowledgement.
  'people.awayForm': { reads: 1, writes: 1, calls: [] },
  '/project away': { reads: 0, writes: 0, calls: ['views.open'] },
  '/project back': { reads: 0, writes: 1, calls: ['views.open'] },
  member_joined_channel: EVENT,
  member_left_channel: EVENT,
  channel_shared: EVENT,
  channel_unshared: EVENT,
  app_home_opened: EVENT,
  message: EVENT,
  reaction_added: EVENT,
};

const READS = new Set(['find', 'aggregate', 'count', 'distinct']);
const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify']);

let walk: Walk;
/**
 * What is under way now, and what each delivery cost until it was acknowledged, by its name. Whoever joins is told of twice, as
 * somebody who came and as a message: what happens meanwhile counts for both.
 */
const underWay = new Map<Body, { cost: Cost; callsBefore: number }>();
const costs = new Map<string, Cost>();

beforeAll(async () => {
  const on = await stage({ monitored: true });
  walk = beginWalk(on, ENGLISH);
  on.db.connection.getClient().on('commandStarted', ({ commandName }) => {
    for (const [body, { cost, callsBefore }] of underWay) {
      const reads = cost.reads + Number(READS.has(commandName));
      const writes = cost.writes + Number(WRITES.has(commandName));
      underWay.set(body, { cost: { ...cost, reads, writes }, callsBefore });
    }
  });
  on.wire.watch = (what, body) => {
    const calls = on.slack.journal.calls().map(({ name }) => name);
    const counted = underWay.get(body);
    if (what === 'delivered')
      underWay.set(body, { cost: { reads: 0, writes: 0, calls: [] }, callsBefore: calls.length });
    else if (counted) costs.set(nameIn(body), { ...counted.cost, calls: calls.slice(counted.callsBefore) });
    if (what === 'acknowledged') underWay.delete(body);
  };
});
afterAll(() => walk.on.end());

type Named = {
  command?: string;
  actions?: { action_id: string }[];
  view?: { callback_id: string };
  event?: { type: string };
  callback_id?: string;
};

/** As the driver names a delivery. */
function nameIn(body: Body): string {
  const { command, actions, view, event, callback_id: shortcut } = body as Named;
  if (command) return command;
  if (actions) return `block_actions ${actions[0]?.action_id ?? ''}`;
  if (shortcut) return `message_action ${shortcut}`;
  return event?.type ?? `view_submission ${view?.callback_id ?? ''}`;
}

test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))(
  '%s costs no more than it may before anybody is answered',
  async (_name, scene) => {
    await scene.prepare?.(walk);
    costs.clear();
    await scene.act(walk);
    const cost = costs.get(deliveryOf(scene));
    await scene.after?.(walk);
    const budget = BUDGETS[scene.entry];
    expect(cost).toBeDefined();
    expect(budget).toBeDefined();
    expect({ entry: scene.entry, calls: cost?.calls }).toEqual({ entry: scene.entry, calls: budget?.calls });
    expect(cost?.reads).toBeLessThanOrEqual(budget?.reads ?? 0);
    expect(cost?.writes).toBeLessThanOrEqual(budget?.writes ?? 0);
  },
);
