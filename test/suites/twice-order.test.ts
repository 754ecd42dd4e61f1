import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beginWalk, ENGLISH, type Walk } from '../support/cast.ts';
import { arrives } from '../support/forge.ts';
import { type Outcome, outcomeOf, unfinished } from '../support/outcome.ts';
import { lastId, lost, nameOf, play, type Scene, SCENES } from '../support/scenes.ts';
import { stage } from '../support/stage.ts';

/**
 * Entries without which the next scene cannot be done, or is about something else: they bring the form, the question or the
 * version that it needs. Every other entry, a new one too, is overtaken by the one that follows it. Events have an order of
 * their own, in twice-events.
 */
const NEEDED: readonly string[] = [
  '/project new',
  'project.startForm',
  '/brief',
  'brief.editForm',
  'brief.edit',
  '/project profile',
  'brief.send',
  'approval.change',
  'approval.person',
  'approval.personForm',
  'approval.whoForm',
  'brief.sendForm',
  'approval.moveDue',
  'approval.withdrawRequest',
  'approval.withdrawRequestForm',
  'brief.requestChanges',
  'brief.reasonForm',
  'brief.confirm',
  'brief.withdraw',
  'brief.withdrawForm',
  'approval.someLines',
  'approval.changesRequested',
  'approval.reasonForm',
  'approval.passOn',
  'approval.withNote',
  'approval.noteForm',
  'approval.confirmed',
  'approval.takeBack',
  'approval.takeBackForm',
  'brief.text',
  '/project record',
  'project.recordOlder',
  'project.joinerNo',
  'approval.recordHeard',
  'approval.object',
  'approval.objectForm',
  'approval.record',
  'approval.recordOpen',
  'approval.saidForm',
  'approval.editReminder',
  // Whoever puts something off for a day does not put it off for an hour afterwards.
  'digest.hour',
  'brief.add',
  'brief.readFile',
  'brief.checkForm',
  'brief.takeApart',
  'brief.document',
  'brief.documentForm',
  'brief.check',
  'brief.ask',
  'brief.askChannel',
  'brief.askForm',
  'brief.answer',
  'brief.answerForm',
  'brief.correct',
  'brief.correctForm',
  'brief.object',
  '/project resume',
  'stages.open',
  'stages.override',
  'stages.overrideForm',
  'stages.back',
  'stages.attach',
  'stages.attachForm',
  'stages.hold',
  'stages.holdForm',
  'stages.resume',
  'stages.end',
  'stages.endForm',
  'stages.reopen',
  'stages.reopenForm',
  'stages.job',
  'stages.jobForm',
  'stages.chooseHold',
  'stages.chooseResume',
  'stages.chooseEnd',
  '/plan milestone',
  '/approval export',
  'export.open',
  'plan.open',
  'plan.add',
  'plan.setForm',
  'plan.change',
  'plan.changeForm',
  'plan.move',
  'plan.moveForm',
  'plan.block',
  'plan.blockForm',
  'plan.unblock',
  'plan.release',
  'plan.releaseForm',
  'plan.reach',
  'plan.reopen',
  'plan.drop',
  '/approval new',
  'deliverable.addForm',
  'deliverable.check',
  'deliverable.terms',
  'deliverable.checkForm',
  'deliverable.review',
  'deliverable.newVersion',
  'deliverable.details',
  'deliverable.drop',
  'deliverable.dropForm',
  'deliverable.reopen',
  'deliverable.rights',
  'deliverable.toClient',
  'deliverable.sendForm',
  'deliverable.send',
  'people.add',
  'people.addForm',
  'people.change',
  'people.changeForm',
  'people.addSupplier',
  'people.supplierForm',
  'people.changeSupplier',
  '/project handover',
  'client.newRequest',
  'client.problem',
  'client.status',
  'client.statusForm',
  'client.answer',
  'client.startJob',
  'client.record',
  'client.recordOlder',
  'progress.onTrack',
  'progress.atRisk',
  'progress.blocked',
  '/progress report',
  'progress.reportEdit',
  'progress.reportForm',
  'progress.reportSend',
  // A report is drafted for the day on which it is asked for, and days go by before what follows.
  'progress.reportChoose',
  'home.next',
  '/approval',
  'approval.approved',
  'approval.overviewNext',
  'settings.open',
  'settings.directors',
  'settings.client',
  'settings.calendar',
  'settings.rhythm',
  'settings.checks',
  'settings.calendarOurs',
  'settings.calendarClient',
  'rooms.open',
  'rooms.makeClient',
  'rooms.makeForm',
  'rooms.chooseClient',
  'rooms.clientChosen',
  'rooms.clientForm',
  'rooms.makeTeam',
  'rooms.chooseTeam',
  'rooms.teamChosen',
  'rooms.teamForm',
];
const isOvertaken = (scene: Scene) =>
  scene.list !== 'events' && scene !== SCENES.at(-1) && !NEEDED.includes(scene.entry);

/** The same walk twice: in its order, and with every second delivery before the first. */
let once: Walk, swapped: Walk;
let onItsWay: string | null = null;

beforeAll(async () => {
  [once, swapped] = [beginWalk(await stage(), ENGLISH), beginWalk(await stage(), ENGLISH)];
});
afterAll(async () => {
  await Promise.all([once, swapped].map((walk) => walk.on.end()));
});

/** Cards and lines may come in another order; each of them comes once. */
const unordered = ({ record, outbox, posts }: Outcome) =>
  [record, outbox, posts].map((all) => all.map(withoutNumbers).toSorted());

/** Which number an entry has on the record depends on the order. */
const withoutNumbers = (text: string) => text.replaceAll(/no\. \d+/gu, 'no. N');

test('every entry that is named here is one of the table of contents', () => {
  expect(NEEDED.filter((name) => !SCENES.some(({ entry }) => entry === name))).toEqual([]);
});

test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))(
  '%s may arrive after what follows it',
  async (_name, scene) => {
    await play(scene, once);
    await scene.prepare?.(swapped);
    if (isOvertaken(scene)) await lost(scene, swapped);
    else await scene.act(swapped);
    const overtaken = onItsWay;
    onItsWay = isOvertaken(scene) ? lastId(swapped.on, scene) : null;
    if (overtaken) await arrives(swapped.on, overtaken);
    await scene.after?.(swapped);

    if (!onItsWay) expect(unordered(await outcomeOf(swapped.on))).toEqual(unordered(await outcomeOf(once.on)));
    expect(await unfinished(swapped.on)).toEqual([]);
    swapped.on.slack.expectNoErrors();
  },
);
