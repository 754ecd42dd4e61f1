import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { briefWords } from '../../src/brief/words.ts';
import { requestWords } from '../../src/client/words-requests.ts';
import { cardWords } from '../../src/client/words-card.ts';
import { homeWords } from '../../src/home/words.ts';
import { projectWords } from '../../src/project/words.ts';
import type { Message } from '../../sandbox/core/types.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import { openSending, read, shown, startProject, writeBrief } from '../support/acts.ts';
import { changeHow } from '../support/acts-asking.ts';
import { askByCard, clientCardIn, previewReply, underCard } from '../support/acts-client.ts';
import { openProfile, profileFilling, writeReason } from '../support/acts-steps.ts';
import { type Stage, stage } from '../support/stage.ts';

/**
 * One project of two companies: the agency is in Shanghai and works in Chinese, its client Acme is in London and reads English.
 * Xia runs it; Olivia is a guest of the agency's workspace, Dana comes over Slack Connect, and Slack tells nobody her language.
 */

const CLIENT = '#acme-lantern';
const NAME = 'Spring launch';
const TEXTS = {
  objective: 'Trial among students',
  audience: 'Students, 18 to 24',
  keyMessage: 'Real tea, no powder',
  deliverables: 'Key visual\n3 films of 15 s',
};
const INSIDE = { reason: '他们怕输给竞争对手', profile: '内部评价：决定很慢', draft: '还没有发出的想法' };
const HOUR_MS = 3_600_000;

let on: Stage;
let team: string;
beforeEach(async () => {
  on = await stage();
  const [mei, xia] = [on.slack.as('mei'), on.slack.as('xia')];
  await mei.in(CLIENT).invite('xia');
  team = await startProject(xia, 'zh', { client: 'Acme', name: NAME });
  await writeBrief(xia, 'zh', team, TEXTS);
  await writeReason(xia, 'zh', team, { reason: 'ownWords', ownReason: INSIDE.reason });
  const profile = await openProfile(xia, 'zh', team);
  await profile.fill(profileFilling({ competition: INSIDE.profile }, 'zh')).submit();
  if (xia.hasModal()) await xia.modal().close({ all: true });
});
afterEach(() => on.end());

/** The form that sends, filled: one of the client decides, the other one is their contact. */
async function filled(approver = 'dana', contact = 'olivia'): Promise<Modal> {
  const sending = { channel: CLIENT, approver: [`@${approver}`], language: 'en', dueOn: '2026-12-04' } as const;
  return changeHow(await openSending(on.slack.as('xia'), 'zh', team, sending), 'zh', { contact: `@${contact}` });
}

async function sent(approver?: string, contact?: string): Promise<void> {
  const left = await (await filled(approver, contact)).submit();
  if (left) throw new Error(`the brief was not sent: ${JSON.stringify(left.errors)}`);
}

/** What the bot wrote in a channel. */
const written = (channel: string): Message[] =>
  on.slack.channel(channel).messages.filter(({ byApp, subtype }) => byApp && !subtype);
const textsOf = (channel: string): string[] =>
  written(channel).map(({ text, blocks }) => `${text}\n${JSON.stringify(blocks)}`);

const CHINESE = /\p{Script=Han}/u;

test('the team channel speaks Chinese and the client channel English, the preview both', async () => {
  const { slack } = on;
  const [xia, dana] = [slack.as('xia'), slack.as('dana')];
  const [zh, en] = [briefWords.in('zh'), briefWords.in('en')];
  const form = await filled();
  // The form is hers, what the client will read is theirs.
  expect(form.title).toBe(zh.sendTitle());
  expect(form.text).toContain(en['brief.question.objective']());
  expect(form.text).toContain('14 Mar 2027');
  await form.submit();

  expect(dana.sees(CLIENT).at(-1)?.buttons.slice(0, 2)).toEqual(['Confirm', 'Request changes']);
  await dana.click('Confirm', { in: CLIENT });
  expect(textsOf(CLIENT).filter((text) => CHINESE.test(text))).toEqual([]);
  expect(textsOf(team).filter((text) => !CHINESE.test(text))).toEqual([]);
  expect(read(xia, team).join('\n')).toContain('简报第 1 版：已发给客户 → 已确认（Dana Reed）');
  slack.expectNoErrors();
});

test('the project’s card is Chinese, the client’s card is English, and each tells of the same', async () => {
  await sent();
  const { slack } = on;
  const card = clientCardIn(slack.as('dana'), CLIENT, NAME, 'en');
  expect(card.text).toContain(cardWords.in('en')['stage.meaning']({ stage: 'intake' }));
  expect(card.text).toContain('14 Mar 2027');
  expect(card.text).not.toMatch(CHINESE);
  const own = slack
    .as('xia')
    .sees(team)
    .find(({ pinned }) => pinned);
  expect(own?.text).toContain(projectWords.in('zh')['stage.name']({ stage: 'intake' }));
  expect(own?.text).toContain('2027年3月14日');
  slack.expectNoErrors();
});

test.each([
  ['dana', 'olivia'],
  ['olivia', 'dana'],
])(
  'where %s decides, a refusal is in the language of whoever is refused; of a partner it is the channel’s',
  async (one, other) => {
    await sent(one, other);
    const { slack } = on;
    const [xia, theirs] = [slack.as('xia'), slack.as(other)];
    await theirs.click('Confirm', { in: CLIENT });
    expect(theirs.private().at(-1)?.text).toContain(`This was not recorded: the decision is for @${one}.`);
    await xia.click('Confirm', { in: CLIENT });
    expect(xia.private().at(-1)?.text).toContain(`未记录：这项决定由 @${one} 作出`);
    await slack.as('olivia').in(CLIENT).command('/project');
    expect(slack.as('olivia').private().at(-1)?.text).toMatch(/button/u);
    slack.expectNoErrors();
  },
);

test('what the client asks for in English reaches the Chinese team as it was written, and the answer the client in English', async () => {
  await sent();
  const { slack } = on;
  const [xia, olivia] = [slack.as('xia'), slack.as('olivia')];
  const [zh, en] = [requestWords.in('zh'), requestWords.in('en')];
  const text = 'A poster for bus stops';
  const note = await askByCard(olivia, {
    channel: CLIENT,
    project: NAME,
    button: 'newRequest',
    card: 'en',
    text,
    wantedOn: '2027-01-08',
  });
  expect(note.text).toBe(en.taken({ project: NAME }));
  await note.close({ all: true });
  expect(underCard(olivia, CLIENT, NAME, 'en').at(-1)?.text).toContain(text);

  const request = xia.sees(team).find(({ buttons }) => buttons.includes(zh.answer()));
  expect(request?.text).toContain(text);
  expect(request?.text).toContain('2027年1月8日');
  expect(request?.pings).toEqual(['@xia']);
  const form = shown(await xia.click(zh.answer(), { in: team }));
  expect(form.title).toBe(zh.replyTitle());
  const preview = await previewReply(xia, 'zh', form, 'Thank you, by the 8th.');
  await preview.submit();
  expect(underCard(olivia, CLIENT, NAME, 'en').at(-1)?.text).toContain('Thank you, by the 8th.');
  expect(textsOf(CLIENT).filter((one) => CHINESE.test(one))).toEqual([]);
  slack.expectNoErrors();
});

test('App Home is Chinese for the account manager and English for the client, each with what is theirs', async () => {
  await sent();
  const { slack } = on;
  const [hers, theirs] = [await slack.as('xia').home(), await slack.as('olivia').home()];
  expect(hers.text).toContain(homeWords.in('zh').mine());
  expect(theirs.text).toContain(homeWords.in('en').theirs());
  expect(theirs.text).toContain(NAME);
  expect(theirs.text).not.toMatch(CHINESE);
  await expect(slack.as('dana').home()).rejects.toThrow();
  slack.expectNoErrors();
});

test('a day is over for each by their own clock: in Shanghai it is tomorrow while in London it is today', async () => {
  await sent();
  const { slack } = on;
  const [xia, olivia] = [slack.as('xia'), slack.as('olivia')];
  // 30 November, 17:00 in London; 1 December, 01:00 in Shanghai.
  await slack.clock.to(Date.UTC(2026, 10, 30, 17));
  const start = shown(await xia.in('#general').command('/project new'));
  const words = projectWords.in('zh');
  const late = await start
    .fill({
      [words['client.label']()]: 'Acme',
      [words['name.label']()]: 'Summer sale',
      [words['wantedOn.label']()]: '2026-11-30',
    })
    .submit();
  expect(late?.errors[words['wantedOn.label']()]).toMatch(CHINESE);
  await late?.close({ all: true });
  const asking = { channel: CLIENT, project: NAME, button: 'newRequest', card: 'en', text: 'Today, please' } as const;
  const note = await askByCard(olivia, { ...asking, wantedOn: '2026-11-30' });
  expect(note.text).toBe(requestWords.in('en').taken({ project: NAME }));
  await note.close({ all: true });
  // An hour past midnight in London it is over there as well.
  await slack.clock.to(Date.UTC(2026, 11, 1, 1));
  const past = await askByCard(olivia, { ...asking, wantedOn: '2026-11-30' });
  expect(past.errors).toEqual({ [requestWords.in('en')['neededBy.label']()]: expect.not.stringMatching(CHINESE) });
  slack.expectNoErrors();
});

test('an instant is told by Slack in the zone of whoever reads it, with one for those whose Slack does not', async () => {
  await sent();
  const { slack } = on;
  await slack.clock.advance(HOUR_MS);
  await slack.as('dana').click('Confirm', { in: CLIENT });
  const [theirs, ours] = [textsOf(CLIENT).join('\n'), textsOf(team).join('\n')];
  for (const said of [theirs, ours]) {
    const tokens = said.match(/<!date\^[^>]*>/gu) ?? [];
    expect(tokens.length).toBeGreaterThan(0);
    expect(tokens.filter((token) => !token.endsWith('UTC>'))).toEqual([]);
  }
  slack.expectNoErrors();
});

test('nothing of the team’s reaches anybody at Acme, in either language', async () => {
  await sent();
  const { slack } = on;
  const xia = slack.as('xia');
  await writeBrief(xia, 'zh', team, { ...TEXTS, objective: INSIDE.draft });
  await slack.as('olivia').click('Confirm', { in: CLIENT });
  await slack.as('dana').click('Confirm', { in: CLIENT });
  await askByCard(slack.as('dana'), { channel: CLIENT, project: NAME, button: 'status', card: 'en' });
  await slack.as('olivia').home();
  const { id } = slack.channel(team);
  expect(slack.seat('xia').text).toContain(INSIDE.draft);
  for (const handle of ['dana', 'olivia']) {
    const seen = slack.seat(handle).text;
    expect([...Object.values(INSIDE), id, team].filter((word) => seen.includes(word))).toEqual([]);
  }
  slack.expectNoErrors();
});
