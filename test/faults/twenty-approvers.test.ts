import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { z } from 'zod';
import type { Modal } from '../../sandbox/driver/modal.ts';
import { read, shown } from '../support/acts.ts';
import { bring, checkIt } from '../support/acts-deliverable.ts';
import { approve, openSendingVersion } from '../support/acts-deliverable-client.ts';
import { type Outside, outside } from '../support/outside.ts';
import { TWENTY, twentyDecide } from '../support/twenty.ts';
import { CLIENT, hasty, recordOf, ROOM, saidTwice, startInWarRoom, toldFrom, unansweredFrom } from './war-room.ts';

jest.setTimeout(90_000);

/** Every fifth approves with changes, each in their own words; the first of them wants to see it again. */
const CHANGING = TWENTY.filter((_, index) => index % 5 === 0);
const wishOf = (handle: string) => `What ${handle} would change`;
/** On a machine that is busy with other things, the outcome may not be waited for: whoever is told so presses again. */
const AGAIN_AT_MOST = 10;
/** What twenty people answered is said in one thread, where messages leave one a second. */
const SENT_WITHIN_MS = 45_000;
const WHY = /The answer is already recorded: approved|outcome is not known yet/gu;

let on: Outside;
beforeAll(async () => {
  on = await outside({ over: 'http', seed: twentyDecide });
  await on.startBot();
  await startInWarRoom(on);
  const { as, until } = on;
  const what = { name: 'Poster', content: 'https://review.example/poster' };
  expect(await bring(as('mei'), 'en', ROOM, what)).toBeUndefined();
  expect(await checkIt(as('tom'), 'en', ROOM)).toBeUndefined();
  const approver = TWENTY.map((handle) => `@${handle}`);
  await openSendingVersion(as('mei'), 'en', ROOM, { channel: CLIENT, approver });
  await until('it is previewed', () => as('mei').modal().text.includes('people will see it'));
  expect(await as('mei').modal().submit()).toBeUndefined();
});
afterAll(() => on.end());

/** The form for approving with changes, open before somebody and filled. */
async function filledChange(handle: string): Promise<Modal> {
  const form = shown(await hasty(on)(handle).click('Approve with changes', { in: CLIENT }));
  return form.fill({
    'What is to be changed?': wishOf(handle),
    'Shall it be shown to you again?': handle === CHANGING[0] ? 'Show me again' : 'No need',
  });
}

const answerSchema = z.looseObject({
  entry: z.looseObject({ actor: z.string() }),
  content: z.looseObject({
    about: z.array(z.string()),
    version: z.int(),
    hash: z.string(),
    verb: z.string(),
    reason: z.string().optional(),
    showAgain: z.boolean().optional(),
  }),
});

/** The answers on the record, in their order. */
async function answersOf() {
  const found = on.db.collection('record').find({ 'entry.kind': 'approval.answered' });
  return (await found.sort({ 'entry.sequence': 1 }).toArray()).map((one) => answerSchema.parse(one));
}

const approversSchema = z.looseObject({
  approvers: z.array(z.looseObject({ person: z.looseObject({ user: z.string() }), answer: z.unknown() })),
});

/** Whose answer is not saved yet. */
async function missing(): Promise<string[]> {
  const [project] = await on.db.collection('projects').find().toArray();
  const { deliverables } = z
    .looseObject({ deliverables: z.array(z.looseObject({ sent: z.looseObject({ approval: approversSchema }) })) })
    .parse(project);
  const silent = deliverables.flatMap(({ sent }) => sent.approval.approvers.filter(({ answer }) => answer === null));
  return TWENTY.filter((handle) => silent.some(({ person }) => person.user === on.as(handle).id));
}
/** All that somebody was told of what they pressed, in the forms and between us. */
function toldOf(handle: string, since: number): string {
  const { id } = on.as(handle);
  const forms = toldFrom(on, since)
    .filter(({ name, payload }) => name.startsWith('view_submission') && JSON.stringify(payload).includes(`"${id}"`))
    .map(({ answer }) => JSON.stringify(answer));
  const notes = on.as(handle).private();
  return [...forms, ...notes.map(({ text }) => text)].join('\n');
}

test('twenty people who decide answer twice within the same second: each counts once, and all of them are answered', async () => {
  const as = hasty(on);
  const forms = new Map<string, Modal>();
  for (const handle of CHANGING) forms.set(handle, await filledChange(handle));
  await on.quiet();
  const before = on.server.engine.journal.entries.length;
  const press = (handle: string) => forms.get(handle)?.submit() ?? approve(as(handle), 'en', CLIENT);
  await Promise.all(TWENTY.flatMap((handle) => [press(handle), press(handle)]));
  for (let again = 0, left = await missing(); left.length > 0 && again < AGAIN_AT_MOST; again += 1) {
    for (const handle of left) expect([handle, toldOf(handle, before)]).toEqual([handle, expect.stringMatching(WHY)]);
    await Promise.all(left.map(press));
    left = await missing();
  }
  const unsent = () => on.db.collection('outbox').countDocuments({ state: { $ne: 'sent' } });
  await on.until('all is sent', async () => (await unsent()) === 0, SENT_WITHIN_MS);

  expect(await missing()).toEqual([]);
  expect(await unansweredFrom(on, before)).toEqual([]);
  for (const handle of TWENTY) expect([handle, toldOf(handle, before)]).toEqual([handle, expect.stringMatching(WHY)]);

  const { kinds, breaks } = await recordOf(on);
  const since = kinds.slice(kinds.indexOf('deliverable.sent') + 1);
  expect([since, breaks]).toEqual([
    [...TWENTY.map(() => 'approval.answered'), 'approval.gathered', 'approval.closed'],
    [],
  ]);
  const answers = await answersOf();
  expect(new Set(answers.map(({ entry }) => entry.actor)).size).toBe(TWENTY.length);
  for (const { entry, content } of answers) expect(content.about).toEqual([entry.actor]);
  const version = await on.db.collection('versions').findOne({});
  expect(new Set(answers.map(({ content }) => content.hash))).toEqual(new Set([version?.['hash']]));
  expect(answers.map(({ content }) => content.version)).toEqual(TWENTY.map(() => 1));
  const changed = answers.filter(({ content }) => content.verb === 'approvedWithChanges');
  expect(new Set(changed.map(({ content }) => content.reason))).toEqual(new Set(CHANGING.map(wishOf)));
  expect(changed.filter(({ content }) => content.showAgain)).toHaveLength(1);

  expect(saidTwice(on)).toEqual([]);
  const seen = read(on.as('olivia'), CLIENT);
  const card = seen.filter((text) => text.startsWith('Spring launch: Poster, version 1'));
  expect(card).toEqual([expect.stringContaining('It is to be changed and shown again.')]);
  expect(card.join('\n')).not.toMatch(/no answer yet|\[Approve/u);
  expect(seen.filter((text) => text.startsWith('Confirmation note'))).toHaveLength(1);
  const told = read(on.as('mei'), ROOM).filter((text) => /^Poster v1: .* → approved/u.test(text));
  const counts = told.flatMap((text) => /\((\d+) of 20\)/u.exec(text)?.slice(1).map(Number) ?? []);
  expect(counts.toSorted((a, b) => a - b)).toEqual(TWENTY.slice(1).map((_, index) => index + 1));
});
