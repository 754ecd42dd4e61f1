import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSending, read, sentProject, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

const SENDING = { channel: '#acme-lantern', approver: '@dana' };
const MARGIN = 'Internal: their margin is 12 percent';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

test('a team channel that is archived holds its cards, and not the client’s confirmation', async () => {
  const { slack, db } = on;
  const mei = slack.as('mei');
  const team = await sentProject(mei, 'en', { client: 'Acme', name: 'Spring launch' }, SENDING);
  await slack.admin.archive(team, 'mei');
  await slack.as('dana').click('Confirm', { in: '#acme-lantern' });
  expect(read(slack.as('dana'), '#acme-lantern').at(-1)).toContain('Confirmation note');
  const kinds = (await db.collection('record').find().sort({ 'entry.sequence': 1 }).toArray()).map(
    (one) => one['entry'].kind,
  );
  expect(kinds.filter((kind) => kind === 'approval.answered')).toHaveLength(1);
  expect(mei.dms().at(-1)?.text).toContain('The team channel of Spring launch was archived');
  // Nothing is lost by it: what was to be posted waits, and comes once the channel is back.
  expect(await db.collection('outbox').countDocuments({ state: 'failed' })).toBe(0);
  await slack.admin.unarchive(team, 'mei');
  expect(read(mei, team).join('\n')).toContain('confirmed');
  expect(await db.collection('outbox').countDocuments({ state: { $ne: 'sent' } })).toBe(0);
});

test('what a colleague writes after the preview does not leave with it: the sender sees it first', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await writeBrief(mei, 'en', team);
  const form = await openSending(mei, 'en', team, SENDING);
  await mei.in(team).invite('ines');
  await mei.click('Yes, on the team');
  await writeBrief(slack.as('ines'), 'en', team, { ...TEXTS.en, objective: MARGIN });

  const left = shown(await form.submit());
  expect(left.text).toContain('The brief was edited since this preview. Nothing was sent');
  expect(left.text).toContain(MARGIN);
  expect(read(slack.as('dana'), '#acme-lantern').join('\n')).not.toContain(MARGIN);
  expect(await left.submit()).toBeUndefined();
  expect(read(slack.as('dana'), '#acme-lantern').join('\n')).toContain(MARGIN);
});

test('a guest who comes while the start form is open reads nothing before the manager has answered', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const form = shown(await mei.in('#pitch-room').command('/project new'));
  const filled = await form.fill({
    'Which client is it for?': 'City Museum',
    'What is the project called?': 'Night opening',
    'When does the client want it?': '2027-03-14',
    'Where does the team work?': 'This channel, #pitch-room',
  });
  await mei.in('#pitch-room').invite('kai');
  const left = shown(await filled.submit());
  expect(left.errors['Where does the team work?']).toBe(
    'Still looking at this channel. Please press again in a moment.',
  );
  // The channel is looked at while nobody waits; until then pressing again is answered the same.
  for (let press = 0; press < 50 && mei.hasModal(); press += 1) await mei.modal().submit();
  expect(mei.hasModal()).toBe(false);
  expect(read(slack.as('kai'), '#pitch-room').join('\n')).not.toContain('Night opening · City Museum\nStage');
  expect(mei.dms().at(-1)?.text).toContain('@kai joined the team channel of Night opening');
});
