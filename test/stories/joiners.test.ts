import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { read, sendBrief, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
let team: string;
beforeEach(async () => {
  on = await stage();
  team = await startProject(on.slack.as('mei'), 'en', { client: 'Acme', name: 'Spring launch' });
});
afterEach(() => on.end());

/** How many cards of the bot's stand in the team channel. */
const cards = () => on.slack.channel(team).messages.filter(({ byApp, subtype }) => byApp && !subtype).length;

test('a colleague who joins is asked about once; posts go on meanwhile, and Yes puts them on the team', async () => {
  const { slack } = on;
  const [mei, ines] = [slack.as('mei'), slack.as('ines')];
  await mei.in(team).invite('ines');
  expect(mei.dms()).toHaveLength(1);
  expect(mei.dms()[0]?.text).toContain('@ines joined the team channel of Spring launch.\n*On the team?*');
  await ines.in(team).command('/brief');
  expect(ines.private().at(-1)?.text).toContain(
    'only the project’s team can write the brief. Join the team channel, and @mei can add you.',
  );

  await writeBrief(mei, 'en', team);
  expect(read(ines, team).join('\n')).toContain('Brief · Spring launch');

  await mei.click('Yes, on the team');
  expect(mei.dms()).toHaveLength(1);
  expect(mei.dms()[0]).toMatchObject({ buttons: [], edited: true });
  expect(mei.dms()[0]?.text).toContain('Ines Duarte is on the team.');
  expect(await ines.in(team).command('/brief')).toBeDefined();

  await ines.in(team).leave();
  await mei.in(team).invite('ines');
  expect(mei.dms()).toHaveLength(1);
  slack.expectNoErrors();
});

test('while a guest reads along who was not spoken for, nothing is posted; answered Yes, all of it arrives in order', async () => {
  const { slack } = on;
  const [mei, kai] = [slack.as('mei'), slack.as('kai')];
  const before = cards();
  await mei.in(team).invite('kai');
  expect(mei.dms()[0]?.text).toContain('so Liaison posts nothing in it until you answer');
  await writeBrief(mei, 'en', team);
  expect(cards()).toBe(before);
  expect(read(kai, team).join('\n')).not.toContain('Trial among students');
  expect((await mei.home()).text).toMatch(
    /@kai joined the team channel of Spring launch\.\n[^\n]+\n\*On the team\?\*\n\[Yes/u,
  );

  await mei.click('Yes, on the team');
  expect(cards()).toBe(before + 1);
  expect(read(kai, team).at(-1)).toContain('Trial among students');
  expect((await mei.home()).text).not.toContain('@kai joined');
  const record = shown(await mei.in(team).command('/project record')).text;
  const order = [
    'Posts in the team channel released',
    'Kai Novak joined the project',
    'Posts in the team channel held',
  ];
  const places = order.map((sentence) => record.indexOf(sentence));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places.every((place) => place > 0)).toBe(true);
  // On the agency's side though a guest: commands are theirs as well.
  expect(await kai.in(team).command('/brief')).toBeDefined();
  slack.expectNoErrors();
});

test('a guest who is not on the team holds the posts until they leave', async () => {
  const { slack } = on;
  const [mei, kai] = [slack.as('mei'), slack.as('kai')];
  const before = cards();
  await mei.in(team).invite('kai');
  await mei.click('No');
  expect(mei.dms()[0]?.text).toContain('Nothing is posted in the channel until they have left it.');
  await writeBrief(mei, 'en', team);
  expect(cards()).toBe(before);
  await kai.in(team).leave();
  expect(cards()).toBe(before + 1);

  // Back again, they are asked about again.
  await mei.in(team).invite('kai');
  expect(mei.dms().at(-1)?.buttons).toEqual(['Yes, on the team', 'No']);
  slack.expectNoErrors();
});

test('a team channel that is shared with another company holds the posts, and the account manager is told', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const before = cards();
  await slack.admin.share(team, true);
  expect(mei.dms().at(-1)?.text).toContain('is shared with another company now, so Liaison posts nothing in it');
  await writeBrief(mei, 'en', team);
  expect(cards()).toBe(before);
  await slack.admin.share(team, false);
  expect(cards()).toBe(before + 1);
  slack.expectNoErrors();
});

test('whoever decides for the client cannot be put on the team: posts stay held until they have left', async () => {
  const { slack } = on;
  const [mei, olivia] = [slack.as('mei'), slack.as('olivia')];
  await writeBrief(mei, 'en', team);
  await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver: '@olivia' });
  await mei.in(team).invite('olivia');
  const before = cards();
  await mei.click('Yes, on the team');
  expect(mei.dms().at(-1)?.text).toContain(
    'They decide for the client in this project, so they cannot be on its team.',
  );
  await writeBrief(mei, 'en', team, { ...TEXTS.en, objective: 'Between us' });
  await olivia.click('Confirm', { in: '#acme-lantern' });
  expect(cards()).toBe(before);
  expect(read(olivia, team).join('\n')).not.toContain('Between us');
  await olivia.in(team).leave();
  expect(read(mei, team).join('\n')).toContain('Between us');
  slack.expectNoErrors();
});

test('a guest who is not on the team is not forgotten over a share with another company', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const before = cards();
  await mei.in(team).invite('kai');
  await mei.click('No');
  await slack.admin.share(team, true);
  await slack.admin.share(team, false);
  await writeBrief(mei, 'en', team);
  expect(cards()).toBe(before);
  slack.expectNoErrors();
});
