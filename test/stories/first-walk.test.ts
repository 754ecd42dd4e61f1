import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { verifyAll } from '../../src/io/verify.ts';
import { read, shown } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

/** How a version can be answered. */
const BUTTONS = [
  'Confirm',
  'Request changes',
  'Confirm some lines',
  'Confirm with a note',
  'Someone else decides for me',
];

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

async function verdicts() {
  const found = [];
  for await (const verdict of verifyAll(on.db)) found.push(verdict);
  return found;
}

test('a project goes from four answers to a brief that the client has confirmed in writing, and on to the next stage', async () => {
  const { slack } = on;
  const [mei, dana] = [slack.as('mei'), slack.as('dana')];

  const start = shown(await mei.in('#general').command('/project new'));
  expect(start.title).toBe('New client project');
  await start
    .fill({
      'Which client is it for?': 'Acme',
      'What is the project called?': 'Spring launch',
      'When does the client want it?': '2027-03-14',
    })
    .submit();
  expect(mei.channels()).toContain('#acme-spring-launch');
  expect(slack.channel('#acme-spring-launch')).toMatchObject({ kind: 'private' });
  expect(slack.channel('#acme-spring-launch').topic).toBe('Spring launch · Acme · Intake');
  const card = mei.sees('#acme-spring-launch').find(({ pinned }) => pinned);
  expect(card?.text).toContain('Stage 1 of 4 · Intake: understand what the client needs');
  expect(card?.buttons).toEqual(['Write the brief', 'People', 'Channels', 'Stage', 'Milestones']);

  const form = shown(await mei.click('Write the brief', { in: '#acme-spring-launch' }));
  expect(form.labels).toHaveLength(6);
  await form
    .fill({
      'What must this achieve?': 'Trial among students',
      'Who is it for?': 'Students, 18 to 24',
      'What is the key message?': 'Real tea, no powder',
      'What will be delivered?': 'Key visual\n3 films of 15 s',
    })
    .submit();
  expect(dana.sees('#acme-lantern')).toHaveLength(2);

  const sending = shown(await mei.click('Send to client', { in: '#acme-spring-launch' }));
  const preview = await sending.fill({
    'Which channel do you share with the client?': '#acme-lantern',
    'Who confirms it for the client?': '@dana',
  });
  expect(preview.text).toContain(
    'This goes to #acme-lantern, where 4 people will see it: @mei, @tom, @olivia and @dana.',
  );
  expect(preview.text).toContain('Real tea, no powder');
  expect(dana.sees('#acme-lantern')).toHaveLength(2);
  expect(await preview.submit()).toBeUndefined();

  const [, , , clientCard, version] = dana.sees('#acme-lantern');
  expect(clientCard?.text).toContain('Version 1 waits for Dana Reed since');
  expect(clientCard?.text).toContain('Open the thread to read it, then confirm or request changes.');
  expect(version).toMatchObject({ thread: clientCard?.ts, buttons: BUTTONS, pings: ['@dana'] });
  expect(version?.text).toMatch(/^Spring launch: brief, version 1\n/);
  expect(version?.text).toContain('5. Deliverable\n3 films of 15 s\n6. Wanted date\n14 Mar 2027');

  await dana.click('Confirm', { in: '#acme-lantern' });
  const note = dana.sees('#acme-lantern').at(-1);
  expect(note?.thread).toBe(clientCard?.ts);
  expect(note?.text).toMatch(
    /Confirmed by\*\nDana Reed\n\*When\*\n.*30 Nov.* 2026.+\n\*Version and hash\*\n1 · `[0-9a-f]{12}`/,
  );
  expect(note?.text).toMatch(/\*Record\*\n7 · `[0-9a-f]{12}`\n\*Conditions\*\nNone\n\*What comes next\*\nWe work on/);
  const confirmed = dana.sees('#acme-lantern').find(({ ts }) => ts === version?.ts);
  expect(confirmed).toMatchObject({ buttons: [], edited: true });
  expect(confirmed?.text).toContain('Version 1 was confirmed by Dana Reed');
  expect(dana.sees('#acme-lantern').find(({ ts }) => ts === clientCard?.ts)?.text).not.toContain('Open the thread');
  expect(read(mei, '#acme-spring-launch')).toContain(
    'Brief v1: with the client → confirmed (Dana Reed)\n@mei, the gate to the next stage is open: start it from the project’s card.',
  );

  await mei.click('Start Proposal', { in: '#acme-spring-launch' });
  expect(read(mei, '#acme-spring-launch')).toContain('Stage: Intake → Proposal (Mei Chen)');
  expect(slack.channel('#acme-spring-launch').topic).toBe('Spring launch · Acme · Proposal');

  const record = shown(await mei.in('#acme-spring-launch').command('/project record'));
  expect(record.text).toMatch(/\*8\* · Stage started: Proposal\nMei Chen/);
  expect(record.text).toMatch(/\*7\* · Brief version 1: confirmed\nLiaison/);
  expect(record.text).toMatch(/\*6\* · Brief version 1: the round has ended, all have answered\nLiaison/);
  expect(record.text).toMatch(/\*5\* · Brief version 1: confirmed by Dana Reed\nDana Reed/);
  expect(record.text).toMatch(/\*2\* · Client channel chosen: #acme-lantern\nMei Chen.*30 Nov.* 2026/);
  expect(note?.text).toContain(record.text.match(/\*7\* · .+\n.+`([0-9a-f]{12})`/)?.[1]);
  expect(await verdicts()).toEqual([{ project: expect.any(String), name: 'Spring launch', entries: 8, break: null }]);
  slack.expectNoErrors();
});

test('a record in which somebody changed one word does not pass the check', async () => {
  const { slack, db } = on;
  const start = shown(await slack.as('mei').in('#general').command('/project new'));
  await start
    .fill({
      'Which client is it for?': 'Acme',
      'What is the project called?': 'Spring launch',
      'When does the client want it?': '2027-03-14',
    })
    .submit();
  await db.collection('record').updateOne({ 'entry.sequence': 1 }, { $set: { 'content.work': 'job' } });
  expect(await verdicts()).toMatchObject([{ entries: 0, break: { sequence: 1, why: 'content changed' } }]);
  slack.expectNoErrors();
});
