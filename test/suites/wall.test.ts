import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sendBrief, sentProject, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { beginWalk, ENGLISH, type Walk } from '../support/cast.ts';
import { play, SCENES } from '../support/scenes.ts';
import { stage } from '../support/stage.ts';

/** Words that are typed where only the team reads. */
const SECRET = { talk: 'SECRET-TALK', draft: 'SECRET-DRAFT', replaced: 'SECRET-REPLACED', name: 'SECRET-PITCH' };

let walk: Walk;
let finder: string;

/** A rich run: the whole walk, drafts that are not sent, team talk, and another client's project beside it. */
beforeAll(async () => {
  const on = await stage();
  const { slack } = on;
  walk = beginWalk(on, ENGLISH);
  const [mei, xia] = [slack.as('mei'), slack.as('xia')];
  const yunshan = { channel: '#yunshan-lantern', approver: '@zhou', language: 'zh' } as const;
  const teaTeam = await sentProject(xia, 'zh', { client: '云山茶', name: '春茶上市' }, yunshan);
  await slack.as('zhou').click('确认', { in: '#yunshan-lantern' });
  await writeBrief(xia, 'zh', teaTeam, { ...TEXTS.zh, objective: SECRET.draft });
  // A second project for Acme that never leaves the house.
  const pitch = await startProject(mei, 'en', { client: 'Acme', name: SECRET.name });
  await writeBrief(mei, 'en', pitch, { ...TEXTS.en, keyMessage: SECRET.draft });
  for (const scene of SCENES) {
    await play(scene, walk);
    if (scene.entry === 'brief.findersForm') {
      // Who finds out is asked once, when it turns out that it is not known.
      await writeBrief(mei, 'en', walk.team, { ...TEXTS.en, notKnown: [] });
      await writeBrief(mei, 'en', walk.team, {
        ...TEXTS.en,
        objective: SECRET.replaced,
        audience: null,
        notKnown: ['audience'],
      });
      await mei.modal().fill({ 'Target audience: who finds it out?': '@hao' }).submit();
      await mei.in(walk.team).post(SECRET.talk);
      finder = slack.as('hao').id;
    }
  }
  // One version goes out with the audience not known yet; afterwards the draft moves on unseen.
  const texts = { ...TEXTS.en, audience: null, notKnown: ['audience'] } as const;
  const second = shown(await writeBrief(mei, 'en', walk.team, texts));
  await second.fill({ 'Target audience: who finds it out?': '@hao' }).submit();
  const sending = { channel: '#acme-lantern', approver: '@dana', language: 'en' } as const;
  const left = await sendBrief(mei, 'en', walk.team, sending);
  if (left) throw new Error(`the brief was not sent: ${JSON.stringify(left.errors)}`);
  await writeBrief(mei, 'en', walk.team, { ...TEXTS.en, notKnown: [], objective: SECRET.draft });
}, 180_000);
afterAll(() => walk.on.end());

/** Everything that somebody can see or was ever shown, on any surface, read aloud and as it went over the wire. */
async function surfacesOf(handle: string): Promise<string> {
  const { slack } = walk.on;
  await slack
    .as(handle)
    .home()
    .catch(() => undefined);
  return slack.seat(handle).text;
}

const internal = () => {
  const { slack } = walk.on;
  const team = slack.channel(walk.team);
  const colleagues = ['ines', 'kai', 'hao', 'wei'].map((handle) => slack.as(handle).id);
  return [...Object.values(SECRET), team.id, team.name, ...colleagues, 'Hao Zhang', 'Ines Duarte'];
};

test('the run was rich: there is much inside that could leak', async () => {
  const inside = await surfacesOf('mei');
  for (const word of [SECRET.talk, SECRET.draft, SECRET.name, finder]) expect(inside).toContain(word);
});

test.each(['dana', 'olivia', 'zhou'])('%s can see nothing that is internal, on any surface', async (handle) => {
  const seen = await surfacesOf(handle);
  expect(seen.length).toBeGreaterThan(1000);
  expect(internal().filter((word) => seen.includes(word))).toEqual([]);
});

test.each([
  ['dana', ['云山', '春茶', 'zhou', 'xia'], 'Spring launch'],
  ['olivia', ['云山', '春茶', 'zhou', 'xia'], 'Spring launch'],
  ['zhou', ['Acme', 'acme', 'Spring launch', 'Summer sale', 'dana', 'olivia'], '春茶上市'],
])('%s can see nothing of another client, and sees their own', async (handle, words, own) => {
  const { slack } = walk.on;
  const people = ['dana', 'olivia', 'zhou', 'xia'];
  const seen = await surfacesOf(handle);
  const foreign = words.map((word) => (people.includes(word) ? slack.as(word).id : word));
  expect(foreign.filter((word) => seen.includes(word))).toEqual([]);
  expect(seen).toContain(own);
});

test('what is not known yet goes to the client without the name of whoever finds it out', () => {
  const { slack } = walk.on;
  const versions = slack
    .as('dana')
    .sees('#acme-lantern')
    .filter(({ text }) => text.includes(': brief, version '));
  expect(versions.some(({ text }) => text.includes('we are finding out'))).toBe(true);
  slack.expectNoErrors();
});
