import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Person } from '../../sandbox/driver/person.ts';
import { addUser, userOf } from '../../sandbox/core/world.ts';
import { read, startProject, writeBrief } from '../support/acts.ts';
import { crowded } from '../support/crowded.ts';
import { type Outside, outside } from '../support/outside.ts';
import { CLIENT, filledBrief, hasty, ROOM, sendToOlivia, startInWarRoom, unansweredFrom } from './war-room.ts';

jest.setTimeout(90_000);

/** One bot over HTTP, and a Slack that is slow or wants less where nobody waits for it. The tests go on where the one before ended. */
let on: Outside;
let as: (handle: string) => Person;
beforeAll(async () => {
  on = await outside({ seed: crowded });
  as = hasty(on);
  await startInWarRoom(on);
  await writeBrief(on.as('mei'), 'en', ROOM);
  await sendToOlivia(on);
});
afterAll(() => on.end());
beforeEach(async () => {
  on.server.engine.faults.clear();
  await on.quiet();
});

const journal = () => on.server.engine.journal.entries;
const calls = (from: number, outcome: string) =>
  journal()
    .slice(from)
    .filter((entry) => entry.kind === 'call' && entry.outcome === outcome);
const expectAnswered = async (from: number) => expect(await unansweredFrom(on, from)).toEqual([]);
const lastPrivate = (handle: string) => as(handle).private().at(-1)?.text;
const HELP = 'What you can type';

test('modals that Slack does not open hold up nobody else', async () => {
  const from = journal().length;
  const unlucky = ['tom', 'wei', 'ines', 'hao', 'xia'];
  on.server.engine.faults.next('views.open', 'hang', { times: unlucky.length });
  const waiting = unlucky.map((handle) => as(handle).in('#general').command('/project new'));
  await on.until('Slack is asked', () => calls(from, 'never answered').length === unlucky.length);
  await Promise.all([
    as('mei').in(ROOM).command('/brief'),
    as('dana').click('Confirm', { in: CLIENT }),
    as('olivia').in(CLIENT).command('/project help'),
  ]);
  expect(as('mei').hasModal()).toBe(true);
  // Five that were waited for one after the other would have taken longer than Slack waits.
  expect(await Promise.all(waiting)).toEqual(unlucky.map(() => undefined));
  await expectAnswered(from);
});

test('somebody of whom Slack does not tell who they are holds up nobody else', async () => {
  const { world, faults } = on.server.engine;
  const from = journal().length;
  const fresh = ['new1', 'new2', 'new3', 'new4'];
  const general = [...world.channels.values()].find(({ name }) => name === 'general');
  const { id: _tom, ...like } = userOf(world, as('tom').id);
  for (const handle of fresh) general?.members.push(addUser(world, { ...like, handle }).id);
  faults.always('users.info', 'hang');
  const first = await Promise.all(fresh.map((handle) => as(handle).in('#general').command('/project help')));
  expect(first.map((modal) => modal?.title)).toEqual(fresh.map(() => 'One moment'));
  await on.until('Slack is asked', () => calls(from, 'never answered').length >= fresh.length);
  await Promise.all([as('mei').in(ROOM).command('/brief'), as('dana').click('Confirm', { in: CLIENT })]);
  expect(as('mei').hasModal()).toBe(true);
  await expectAnswered(from);
  faults.clear();
  await on.until('they are answered', () => fresh.every((handle) => as(handle).modal().text.includes(HELP)));
});

test('a channel that is told to wait does not hold up another one', async () => {
  const mei = on.as('mei');
  const [waits, goes] = [
    await startProject(mei, 'en', { client: 'Acme', name: 'Waits' }),
    await startProject(mei, 'en', { client: 'Acme', name: 'Goes' }),
  ];
  const from = journal().length;
  on.server.engine.faults.next('chat.postMessage', 'ratelimited', { retryAfterSeconds: 8 });
  await writeBrief(as('mei'), 'en', waits);
  await on.until('it is told to wait', () => calls(from, 'ratelimited').length === 1);
  await writeBrief(as('mei'), 'en', goes);
  const posted = (channel: string) =>
    as('mei')
      .sees(channel)
      .find(({ text }) => text.startsWith('Brief ·'))?.ts;
  await on.until('both are there', () => posted(waits) !== undefined && posted(goes) !== undefined);
  expect(Number(posted(goes))).toBeLessThan(Number(posted(waits)));
  await expectAnswered(from);
});

const SENDING = ['chat.postMessage', 'chat.update'];

test('what is sent and never answered is waited for by nobody', async () => {
  const { faults } = on.server.engine;
  const [mine, theirs] = [await filledBrief(as('mei')), await filledBrief(as('tom'))];
  const from = journal().length;
  for (const method of SENDING) faults.always(method, 'hang');
  await mine.submit();
  await on.until('something is sent', () => calls(from, 'never answered').length > 0);
  await Promise.all([
    as('ines').in(ROOM).command('/project help'),
    as('mei').in(ROOM).command('/brief'),
    as('olivia').click('Confirm', { in: CLIENT }),
    theirs.submit(),
  ]);
  // The sender gives a call up after longer than Slack waits for an answer.
  expect(on.bot().logged()).not.toContain('"outcome":"unclear"');
  await expectAnswered(from);
  expect(lastPrivate('ines')).toContain(HELP);
  expect(as('mei').hasModal()).toBe(true);
  faults.clear();
  await on.until('it is there', () => read(as('olivia'), CLIENT).some((text) => text.startsWith('Confirmation note')));
});

test('what is told to wait for half a minute is waited for by nobody', async () => {
  const { faults } = on.server.engine;
  const [mine, theirs] = [await filledBrief(as('mei')), await filledBrief(as('tom'))];
  const from = journal().length;
  for (const method of SENDING) faults.always(method, 'ratelimited', { retryAfterSeconds: 30 });
  await mine.submit();
  await on.until('it is told to wait', () => calls(from, 'ratelimited').length > 0);
  await Promise.all([
    as('ines').in(ROOM).command('/project help'),
    as('mei').in(ROOM).command('/brief'),
    as('mei').click('Start Proposal', { in: ROOM }),
    theirs.submit(),
  ]);
  await expectAnswered(from);
  expect(as('mei').hasModal()).toBe(true);
  const sent = journal()
    .slice(from)
    .filter(({ name, outcome }) => SENDING.includes(name) && outcome === 'ok');
  expect(sent).toEqual([]);
});
