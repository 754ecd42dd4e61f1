import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openSending, read, sendBrief, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { howFilling, openWho } from '../support/acts-asking.ts';
import { writeReason } from '../support/acts-steps.ts';
import { type Stage, stage } from '../support/stage.ts';
import { mark, wallSeed } from '../support/wall-cast.ts';
import { type Watch, watchWall } from '../support/wall-watch.ts';

/** Which side somebody is on is the roster's word alone: not what Slack calls them, nor where they sit. */

const [CLIENT, PROJECT, INSIDE, DRAFT] = [mark('client', 1), mark('project', 1), mark('inside', 1), mark('draft', 1)];

let on: Stage;
let watch: Watch;
let team: string;
beforeEach(async () => {
  on = await stage({ seed: wallSeed });
  watch = watchWall(on);
  const mei = on.slack.as('mei');
  team = await startProject(mei, 'en', { client: CLIENT, name: PROJECT });
  await writeBrief(mei, 'en', team);
  await writeReason(mei, 'en', team, { ownReason: INSIDE });
  await watch.look();
});
afterEach(() => on.end());

/** How many posts of the bot's stand in the team channel, the small ones of Slack's own left out. */
const posts = () => on.slack.channel(team).messages.filter(({ byApp, subtype }) => byApp && !subtype).length;

/** With Dana to decide and Olivia as the contact. */
async function sendWithContact(): Promise<void> {
  const mei = on.slack.as('mei');
  const form = await openSending(mei, 'en', team, { channel: '#acme-lantern', approver: ['@dana'] });
  const how = await openWho(form, 'en');
  const back = shown(await how.fill(howFilling({ contact: '@olivia' }, 'en')).submit());
  const left = await back.submit();
  if (left) throw new Error(`the brief was not sent: ${JSON.stringify(left.errors)}`);
}

test.each([
  ['approver', () => sendBrief(on.slack.as('mei'), 'en', team, { channel: '#acme-lantern', approver: '@olivia' })],
  ['contact', sendWithContact],
])('a client’s %s who is a full member of the workspace now reads no more than before', async (_role, send) => {
  const { slack } = on;
  const mei = slack.as('mei');
  await send();
  await watch.look();
  await slack.admin.change('olivia', { kind: 'member' });
  await mei.in(team).invite('olivia');
  await watch.look();
  const before = posts();
  await writeBrief(mei, 'en', team, { ...TEXTS.en, objective: DRAFT });
  await watch.look();
  expect(posts()).toBe(before);
  expect(slack.seat('olivia').text).not.toContain(DRAFT);
  await slack.as('olivia').in(team).leave();
  expect(
    mei
      .sees(team)
      .map(({ text }) => text)
      .join('\n'),
  ).toContain(DRAFT);
  await watch.look();
  slack.expectNoErrors();
});

test('somebody who joins reads what was there before, and nothing that comes until somebody has spoken for them', async () => {
  const { slack } = on;
  const [mei, kai] = [slack.as('mei'), slack.as('kai')];
  await mei.in(team).invite('kai');
  expect(slack.seat('kai').text).toContain(PROJECT);
  await writeBrief(mei, 'en', team, { ...TEXTS.en, objective: DRAFT });
  await watch.look();
  expect(slack.seat('kai').text).not.toContain(DRAFT);
  await mei.click('Yes, on the team');
  expect(read(kai, team).join()).toContain(DRAFT);
  await watch.look();
  slack.expectNoErrors();
});

test('somebody of a partner agency who is on the team still reads along over a shared channel: the posts wait', async () => {
  const { slack } = on;
  const [mei, pat] = [slack.as('mei'), slack.as('pat')];
  await slack.admin.share(team, true, { team: 'north' });
  await mei.in(team).invite('pat');
  const before = posts();
  await mei.click('Yes, on the team');
  await writeBrief(mei, 'en', team, { ...TEXTS.en, objective: DRAFT });
  await watch.look();
  expect(posts()).toBe(before);
  expect(read(pat, team).join()).not.toContain(DRAFT);
  await slack.admin.share(team, false, { team: 'north' });
  expect(read(mei, team).join()).toContain(DRAFT);
  await watch.look();
  slack.expectNoErrors();
});
