import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { SeenMessage } from '../../sandbox/driver/seen.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import {
  TEXTS,
  inStep,
  leaveOverview,
  read,
  requestChanges,
  sendBrief,
  sentProject,
  shown,
  withdraw,
  writeBrief,
} from '../support/acts.ts';
import { lostOnTheWay, type Stage, stage } from '../support/stage.ts';

const SENDING = { channel: '#acme-lantern', approver: '@dana' } as const;
let on: Stage;
let count = 0;
let name: string;
let team: string;
beforeAll(async () => {
  on = await stage();
});
/** A project of its own for each test; what earlier ones left in the client's channel stands above. */
beforeEach(async () => {
  count += 1;
  name = `Spring launch ${count}`;
  team = await sentProject(on.slack.as('mei'), 'en', { client: 'Acme', name }, SENDING);
});
afterAll(() => on.end());

/** A version as Dana reads it, in the thread. */
function versionSeen(version: number): SeenMessage {
  const all = on.slack.as('dana').sees('#acme-lantern');
  const found = all.findLast(({ text }) => text.startsWith(`${name}: brief, version ${version}\n`));
  if (!found) throw new Error(`Dana sees no version ${version}`);
  return found;
}

/** What is marked in a message, as it went over the wire. */
const marked = (message: SeenMessage, style: 'bold' | 'strike'): string[] =>
  [...onWire(message).matchAll(/"text":"([^"]*)","style":\{"(bold|strike)":true\}/gu)]
    .filter(([, , is]) => is === style)
    .map(([, text = '']) => text.trim());
const onWire = ({ raw }: SeenMessage): string => JSON.stringify(raw.blocks);

test('a client who wants changes says why, and the next version shows word by word what is different', async () => {
  const { slack } = on;
  const [mei, dana] = [slack.as('mei'), slack.as('dana')];
  const reason = 'Line 2: families, not students';
  expect(await requestChanges(dana, 'en', '#acme-lantern', reason)).toBeUndefined();
  const listed = dana.sees('#acme-lantern').at(-1)?.text;
  expect(listed).toContain('Dana Reed requested changes on version 1. A new version will be sent.');
  expect(listed).toContain(`${reason}\nLines to be changed: 2`);
  const told = mei.sees(team).at(-1);
  expect(told).toMatchObject({ pings: expect.arrayContaining(['@mei']), buttons: ['Edit brief'] });
  expect(told?.text).toContain(reason);
  expect(told && onWire(told)).toContain(`{"type":"rich_text_quote","elements":[{"type":"text","text":"${reason}"}]}`);

  const form = await inStep(await mei.click('Edit brief', { in: team }), 'en');
  const edited = await form
    .fill({
      'Who is it for?': 'Families, 18 to 24',
      'What will be delivered?': 'Key visual\nA poster\n3 films of 15 s',
    })
    .submit();
  await leaveOverview(edited, 'en');
  expect(read(mei, team).join('\n')).toContain('Edited since version 1 was sent; the client has not seen the changes');
  expect(
    dana
      .sees('#acme-lantern')
      .map(({ text }) => text)
      .join('\n'),
  ).not.toContain('Families');
  await sendBrief(mei, 'en', team, SENDING);

  const second = versionSeen(2);
  expect(second.text).toContain('What is new since version 1 is marked; the rest is unchanged.');
  expect(second.text).toContain('1. Objective\nTrial among students');
  expect(second.text).toContain('5. Deliverable (new)\nA poster');
  expect(marked(second, 'strike')).toEqual(['Students']);
  expect(marked(second, 'bold')).toContain('Families');
  expect(onWire(second)).toContain('{"type":"text","text":", 18 to 24"}');

  const first = versionSeen(1);
  expect(first.buttons).toEqual([]);
  expect(first.text).toContain('Version 1 has been replaced by a newer one.');
  await dana.click('Confirm', { in: '#acme-lantern' });
  expect(dana.sees('#acme-lantern').at(-1)?.text).toContain(`Confirmation note · ${name} for Acme, brief version 2`);
  slack.expectNoErrors();
});

test('a press on a version that was replaced meanwhile is not recorded, and says privately where the current one is', async () => {
  const { slack, db } = on;
  const [mei, dana] = [slack.as('mei'), slack.as('dana')];
  await lostOnTheWay(on, () => dana.click('Confirm', { in: '#acme-lantern' }));
  await writeBrief(mei, 'en', team, { ...TEXTS.en, keyMessage: 'Real tea, brewed slowly' });
  await sendBrief(mei, 'en', team, SENDING);
  const entries = await db.collection('record').countDocuments();

  await slack.again(1, 'approval.confirmed');
  const told = dana.private().at(-1);
  expect(told?.text).toBe('This was not recorded: version 1 has been replaced by version 2. See what holds now');
  expect(told && onWire(told)).toContain(`p${versionSeen(2).ts.replace('.', '')}`);
  expect(await db.collection('record').countDocuments()).toBe(entries);
  const { thread } = versionSeen(2);
  const open = dana.sees('#acme-lantern').filter((one) => one.thread === thread && one.buttons.includes('Confirm'));
  expect(open).toHaveLength(1);
});

test('a confirmation can be taken back with a reason: the gate closes, the account manager is told, the record has it', async () => {
  const { slack } = on;
  const [mei, dana, olivia] = [slack.as('mei'), slack.as('dana'), slack.as('olivia')];
  await dana.click('Confirm', { in: '#acme-lantern' });
  expect(mei.sees(team).flatMap(({ buttons }) => buttons)).toContain('Start Proposal');

  await olivia.click('Withdraw my confirmation', { in: '#acme-lantern' });
  expect(olivia.private().at(-1)?.text).toContain('only those who agreed can take it back');
  await withdraw(dana, 'en', '#acme-lantern', 'The budget was cut');

  expect(mei.sees(team).flatMap(({ buttons }) => buttons)).not.toContain('Start Proposal');
  const told = mei.sees(team).at(-1);
  expect(told?.text).toMatch(/^Brief v1: confirmed → confirmation withdrawn \(Dana Reed\)\n@mei, /u);
  expect(told?.text).toContain('The budget was cut');
  expect(dana.sees('#acme-lantern').at(-1)?.text).toContain('The confirmation of version 1 was withdrawn by Dana Reed');
  const record = shown(await mei.in(team).command('/project record'));
  expect(record.text).toContain('Brief version 1: Dana Reed withdrew their agreement\nDana Reed');

  await dana.click('Withdraw my confirmation', { in: '#acme-lantern' });
  expect(dana.private().at(-1)?.text).toBe(
    'Nothing was taken back: only those who agreed can take it back, each their own, and as long as it counts.',
  );
  slack.expectNoErrors();
});

test('a gate button that was pressed before the confirmation was withdrawn does not open the gate', async () => {
  const { slack } = on;
  const [mei, dana] = [slack.as('mei'), slack.as('dana')];
  await dana.click('Confirm', { in: '#acme-lantern' });
  await lostOnTheWay(on, () => mei.click('Start Proposal', { in: team }));
  await withdraw(dana, 'en', '#acme-lantern', 'The budget was cut');
  await slack.again(1, 'project.startStage');
  expect(mei.private().at(-1)?.text).toBe(
    'The gate is not open yet. Missing: the confirmation of the brief was withdrawn.',
  );
  expect(slack.channel(team).topic).toContain('Intake');
});

test('the same lines can be sent again after a withdrawal, as a version of their own, and confirmed', async () => {
  const { slack } = on;
  const [mei, dana] = [slack.as('mei'), slack.as('dana')];
  await dana.click('Confirm', { in: '#acme-lantern' });
  await withdraw(dana, 'en', '#acme-lantern', 'Legal has to read it first');
  const card = mei.sees(team).find(({ text }) => text.startsWith(`Brief · ${name}`));
  expect(card?.text).toContain('Dana Reed withdrew the confirmation of version 1');
  expect(card?.buttons.slice(0, 2)).toEqual(['Edit brief', 'Send to client']);

  expect(await sendBrief(mei, 'en', team, SENDING)).toBeUndefined();
  const second = versionSeen(2);
  expect(second).toMatchObject({ buttons: expect.arrayContaining(['Confirm', 'Request changes']), pings: ['@dana'] });
  expect(second.text).toContain('The lines are the same as in version 1.');
  expect(second.text).toContain('2. Target audience\nStudents, 18 to 24');
  await dana.click('Confirm', { in: '#acme-lantern' });
  expect(dana.sees('#acme-lantern').at(-1)?.text).toContain(`${name} for Acme, brief version 2`);
  expect(mei.sees(team).flatMap(({ buttons }) => buttons)).toContain('Start Proposal');
  slack.expectNoErrors();
});

test('an answer that is not known any more stands struck through as a whole in the next version', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const texts = { ...TEXTS.en, audience: null, notKnown: ['audience'] } as const;
  await shown(await writeBrief(mei, 'en', team, texts)).submit();
  expect(await sendBrief(mei, 'en', team, SENDING)).toBeUndefined();
  const second = versionSeen(2);
  expect(second.text).toContain('2. Target audience (changed)\n');
  expect(marked(second, 'strike')).toEqual(['Students, 18 to 24']);
  expect(marked(second, 'bold')).toContain('Not known yet; we are finding out');
  await slack.as('dana').click('Confirm', { in: '#acme-lantern' });
  expect(slack.as('dana').sees('#acme-lantern').at(-1)?.text).toContain('brief version 2');
  slack.expectNoErrors();
});

test('deliverables in another order are another version: the client confirms them by their numbers', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  await writeBrief(mei, 'en', team, { ...TEXTS.en, deliverables: '3 films of 15 s\nKey visual' });
  expect(read(mei, team).join('\n')).toContain('Edited since version 1 was sent');
  expect(await sendBrief(mei, 'en', team, SENDING)).toBeUndefined();
  const second = versionSeen(2);
  expect(second.text).toMatch(/4\. Deliverable \(moved\)\n3 films of 15 s\n5\. Deliverable \(moved\)\nKey visual\n/u);
  await slack.as('dana').click('Confirm', { in: '#acme-lantern' });
  expect(slack.as('dana').sees('#acme-lantern').at(-1)?.text).toContain('brief version 2');
  slack.expectNoErrors();
});

test('what a client wrote is never cut: where it does not fit one message it goes on in the next', async () => {
  const { slack } = on;
  // Slack counts each of these characters as five.
  const reason = '&'.repeat(BOUNDS.longAnswer);
  await requestChanges(slack.as('dana'), 'en', '#acme-lantern', reason);
  const [first, second, ...more] = slack.as('mei').sees(team).slice(-2);
  expect(more).toEqual([]);
  const lengths = [first, second].map((one) => one?.text.match(/&+/u)?.[0].length ?? 0);
  expect(lengths.reduce((sum, length) => sum + length)).toBe(BOUNDS.longAnswer);
  expect(first?.buttons).toEqual(['Edit brief']);
  slack.expectNoErrors();
});
