import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { detailWords } from '../../src/deliverable/words-details.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { verifyAll } from '../../src/io/verify.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { shown, startProject } from '../support/acts.ts';
import { calendarFilling, openTheirs, openWorkingDays } from '../support/acts-calendars.ts';
import { bring, checkIt, deliverableCardIn, everyPoint, openCheck, teamOfTwo } from '../support/acts-deliverable.ts';
import { enrol, recorded } from '../support/acts-stages.ts';
import { type Stage, stage } from '../support/stage.ts';

const NAME = 'Spring launch';
const LINK = 'https://review.example/poster';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(async () => {
  on.slack.expectNoErrors();
  for await (const verdict of verifyAll(on.db)) expect(verdict).toMatchObject({ break: null });
  await on.end();
});

const mei = () => on.slack.as('mei');
const ines = () => on.slack.as('ines');

const withTeam = () => teamOfTwo(on, NAME);
const said = (team: string) =>
  mei()
    .sees(team)
    .map(({ text }) => text);
const card = (team: string) => deliverableCardIn(mei(), team, 'Poster');

describe('the internal review', () => {
  const words = deliverableWords.in('en');
  const details = detailWords.in('en');

  /** Mei's poster, which Ines is to review inside and has checked. */
  async function inReview(team: string): Promise<void> {
    await bring(mei(), 'en', team, { name: 'Poster', content: LINK });
    const form = shown(await mei().click(words.details(), { in: team }));
    await form.fill({ [details['reviewers.label']()]: ['@ines'] }).submit();
    await checkIt(ines(), 'en', team);
  }
  const answer = async (team: string, verdict: 'pass' | 'back', why?: string) => {
    const form = shown(await ines().click(words.review(), { in: team }));
    const because = why === undefined ? {} : { [words['why.label']()]: why };
    return form.fill({ [words['verdict.label']()]: words[`verdict.${verdict}`](), ...because }).submit();
  };

  test('comes between the check and the client, and is said by whoever was asked', async () => {
    const team = await withTeam();
    await inReview(team);
    expect(card(team)?.text).toContain('waits for the internal review by');
    expect(card(team)?.buttons).not.toContain(words.send());
    await mei().click(words.review(), { in: team });
    expect(mei().private().at(-1)?.text).toContain('the internal review is for @ines');
    expect(await answer(team, 'pass')).toBeUndefined();
    expect(card(team)?.text).toContain('passed the internal review');
    expect(card(team)?.buttons).toContain(words.send());
    expect(said(team)).toContainEqual(expect.stringMatching(/internal review → ready to be sent.*@mei/u));
    expect(await recorded(on.db, NAME)).toContain('deliverable.reviewed');
  });

  test('sends it back with the reason, which it has to have', async () => {
    const team = await withTeam();
    await inReview(team);
    const open = shown(await answer(team, 'back'));
    expect(open.errors).toEqual({ [words['why.label']()]: expect.stringContaining('what is wrong') });
    expect(await open.fill({ [words['why.label']()]: 'The claim is not proved' }).submit()).toBeUndefined();
    expect(card(team)?.text).toContain('Version 1 was sent back to Mei Chen');
    expect(card(team)?.text).toContain('The claim is not proved');
    expect(await recorded(on.db, NAME)).toContain('deliverable.sentBack');
  });
});

describe('copy for China', () => {
  const locale: Locale = 'en';
  const words = deliverableWords.in(locale);

  /** A client that works in China: what they approve is shown there. */
  async function inChina(): Promise<string> {
    const team = await withTeam();
    const form = await openTheirs(await openWorkingDays(mei(), locale), 'Acme', locale);
    await form.fill(calendarFilling({ region: 'China' }, locale)).submit();
    await mei().modal().close({ all: true });
    return team;
  }

  test('is run over when the check is opened, where the version is a text', async () => {
    const team = await inChina();
    await bring(ines(), locale, team, { name: 'Poster headline', content: '全国最佳口感' });
    const form = await openCheck(mei(), locale, team);
    expect(form.text).toContain('One absolute term that the Advertising Law of China may forbid');
    expect(form.text).toContain('最佳 · …全国最佳口感…');
  });

  test('is run over at once where it is pasted, and what is ticked stays', async () => {
    const team = await inChina();
    await bring(ines(), locale, team, { name: 'Poster', content: LINK });
    const form = await openCheck(mei(), locale, team);
    await form.fill({ ...everyPoint(form, locale), [words['copy.label']()]: '第一时间送达，国家级品质' });
    const looked = shown(await mei().modal().press(words.terms()));
    expect(looked.text).toContain('国家级');
    expect(looked.text).not.toContain('第一时间 ·');
    expect(await looked.submit()).toBeUndefined();
    expect(card(team)?.text).toContain('Version 1 is checked and ready');
  });

  test('that nobody has looked over is shown before the check is recorded', async () => {
    const team = await inChina();
    await bring(ines(), locale, team, { name: 'Poster', content: LINK });
    const form = await openCheck(mei(), locale, team);
    const filling = { ...everyPoint(form, locale), [words['copy.label']()]: '极品好茶' };
    const sure = shown(await form.fill(filling).submit());
    expect(sure.text).toContain(words.termsSure());
    expect(sure.text).toContain('极品');
    expect(card(team)?.text).toContain('to be checked');
    expect(await sure.submit()).toBeUndefined();
    expect(card(team)?.text).toContain('Version 1 is checked and ready');
  });
});

test('all of it is said in Chinese to those who read Chinese', async () => {
  const xia = () => on.slack.as('xia');
  const words = deliverableWords.in('zh');
  const team = await startProject(xia(), 'zh', { client: '云山茶', name: '春茶上市' });
  await enrol(on, team, 'hao', 'teamMember');
  await xia().in(team).invite('hao');
  expect(await bring(xia(), 'zh', team, { name: '春季海报', content: LINK, dueOn: '2027-03-01' })).toBeUndefined();
  const seen = () => deliverableCardIn(xia(), team, '春季海报')?.text ?? '';
  expect(seen()).toContain('平面 · 春茶上市');
  expect(seen()).toMatch(/第 1 版待 .+ 检查。/u);
  expect(await checkIt(on.slack.as('hao'), 'zh', team, '缺少标志')).toBeUndefined();
  expect(seen()).toContain('缺少标志');
  expect(seen()).toContain('接下来：新版本，并再次检查。');
  const next = shown(await xia().click(words.newVersion(), { in: team }));
  expect(next.title).toBe('新版本');
});
