import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Modal } from '../../sandbox/driver/modal.ts';
import { briefWords } from '../../src/brief/words.ts';
import { stepsWords } from '../../src/brief/words-steps.ts';
import { clientWords } from '../../src/client/words.ts';
import { leaveOverview, openStep, read, sendBrief, shown, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import {
  openOverview,
  openProfile,
  profileFilling,
  reasonFilling,
  RESULTS,
  resultsFilling,
  writeReason,
  writeResults,
} from '../support/acts-steps.ts';
import { beginWalk, CHINESE, ENGLISH, type Walk } from '../support/cast.ts';
import { type Stage, stage } from '../support/stage.ts';

/** What only the agency may ever read. */
const INSIDE = {
  en: { ownReason: 'INSIDE: a newcomer took the campus shops', whys: 'INSIDE: sales are down\nINSIDE: shops closed' },
  zh: { ownReason: '内情：校园店被新品牌抢走', whys: '内情：销量下滑\n内情：门店关闭' },
} as const;
const MARK = { en: 'INSIDE', zh: '内情' } as const;
const PROFILE = {
  en: { industry: 'INSIDE: fresh tea, prices falling', reading: 'INSIDE: one page, figures first' },
  zh: { industry: '内情：新茶饮，价格下降', reading: '内情：一页纸，数字在前' },
} as const;

const SENTENCES = {
  en: ['Awareness: from 22 to 30 %; measured by tracker; when: Dec', 'Trial: 5000 cups'],
  zh: ['知名度：从 22 到 30 %；衡量方式：追踪调研；时间：12月', '试饮：5000 杯'],
} as const;

describe.each([ENGLISH, CHINESE])('the whole brief in $locale', (cast) => {
  const { locale, channel } = cast;
  const [words, steps] = [briefWords.in(locale), stepsWords.in(locale)];
  const nameOf = (question: 'audience' | 'budget' | 'kpis') => words[`brief.question.${question}`]();
  let on: Stage;
  let walk: Walk;
  let team: string;
  const manager = () => walk.as('manager');
  /** What an overview says before it is left. */
  const leaveOverviewText = async (modal: Modal | undefined) => {
    const { text } = shown(modal);
    await leaveOverview(modal, locale);
    return text;
  };
  const overview = () => openOverview(manager(), locale, team);

  beforeAll(async () => {
    on = await stage();
    walk = beginWalk(on, cast);
    team = await startProject(manager(), locale, { client: cast.client, name: cast.names[0] });
  });
  afterAll(() => on.end());

  test('begins with the essentials, and goes on to an overview that says what is missing and what to ask next', async () => {
    const form = await openStep(manager(), locale, team);
    expect(form.title).toBe(words.editTitle());
    const left = await writeBrief(manager(), locale, team, { ...TEXTS[locale], audience: null });
    expect(left).toBeUndefined();
    const { text } = await overview();
    expect(text).toContain(`${nameOf('audience')}\n:warning: ${steps.missing()}`);
    expect(text).toContain(steps.nextMissing({ question: nameOf('audience') }));
    expect(text).toContain(steps.nextSay({ example: steps['ask.audience']() }));
    expect(text).toContain(`${nameOf('budget')}\n${steps.notAsked()}`);
    expect(text).toContain(TEXTS[locale].objective);
    expect(text).not.toContain(words.sendButton());
    await manager().modal().close({ all: true });
  });

  test('left in the middle of a step, what was saved before is there when she comes back, in the overview and in the form', async () => {
    const results = shown(await (await overview()).press(steps['edit.results']()));
    // Cancelling a step leads back to the overview; nothing of it is saved.
    const back = shown(await (await results.fill({ [steps['budget.label']()]: '1' })).close());
    expect([back.title, back.text.includes(steps.notAsked())]).toEqual([steps.overviewTitle(), true]);
    await back.close({ all: true });

    await writeBrief(manager(), locale, team, { audience: TEXTS[locale].audience });
    const again = await openStep(manager(), locale, team);
    for (const said of Object.values(TEXTS[locale])) expect(again.text).toContain(said);
    await again.close({ all: true });
    const { text } = await overview();
    expect(text).toContain(words.sendButton());
    expect(text).toContain(steps.nextOpen({ question: nameOf('kpis') }));
    await manager().modal().close({ all: true });
  });

  test('an expected result that cannot be read is refused at the question, by its line, and nothing typed is lost', async () => {
    const results = await openStep(manager(), locale, team, 'results');
    const line = locale === 'zh' ? '更多知名度' : 'More awareness';
    const refused = shown(await results.fill(resultsFilling({ kpis: line, budget: '1' }, locale)).submit());
    expect(refused.errors).toEqual({ [steps['kpis.label']()]: words['brief.kpiUnread']({ line }) });
    const kpis = RESULTS[locale].kpis;
    const after = await leaveOverviewText(await refused.fill(resultsFilling({ kpis }, locale)).submit());
    expect(after).toContain(`${nameOf('budget')}\n1`);
  });

  test('results are read back in the overview and on the card, as they will be to the client', async () => {
    const form = await openStep(manager(), locale, team, 'results');
    const known = { ...RESULTS[locale], budget: null, notKnown: ['budget'] } as const;
    const finders = shown(await form.fill(resultsFilling(known, locale)).submit());
    expect(finders.title).toBe(words.findersTitle());
    const finder = words.finderLabel({ question: nameOf('budget') });
    const after = shown(await finders.fill({ [finder]: `@${cast.people.teammate}` }).submit());
    // Back in the overview beneath, drawn again.
    expect(after.title).toBe(steps.overviewTitle());
    for (const sentence of SENTENCES[locale]) expect(after.text).toContain(sentence);
    const who = `@${cast.people.teammate}`;
    expect(after.text).toContain(steps.notKnownRow({ question: nameOf('budget'), who }));
    await after.close({ all: true });
    const card = read(manager(), team).find((text) => text.includes(words.cardTitle({ project: cast.names[0] }))) ?? '';
    for (const sentence of SENTENCES[locale]) expect(card).toContain(sentence);
    expect((await walk.as('teammate').home()).text).toContain(words.waitFindOut({ question: nameOf('budget') }));
  });

  test('whoever is named already is not asked for again', async () => {
    const left = await writeResults(manager(), locale, team, {
      ...RESULTS[locale],
      budget: null,
      notKnown: ['budget'],
    });
    expect(left).toBeUndefined();
  });

  test('the real reason and the ladder of whys are kept, and shown to the team alone', async () => {
    expect(await writeReason(manager(), locale, team, { reason: 'ownWords', ...INSIDE[locale] })).toBeUndefined();
    const { text } = await overview();
    expect(text).toContain(steps['reason.ownWords']());
    expect(text).toContain(INSIDE[locale].ownReason);
    expect(text).toContain(INSIDE[locale].whys.replace('\n', ' → '));
    expect(text).toContain(steps.nothingOpen());
    await manager().modal().close({ all: true });
  });

  test('the profile of the client is written from the overview, and leads back to it', async () => {
    const profile = clientWords.in(locale);
    const market = shown(await (await overview()).press(profile.profile()));
    expect(market.title).toBe(profile.title());
    const house = shown(await market.fill(profileFilling({ industry: PROFILE[locale].industry }, locale)).submit());
    const after = shown(await house.fill(profileFilling({ reading: PROFILE[locale].reading }, locale)).submit());
    expect(after.title).toBe(steps.overviewTitle());
    await after.close({ all: true });
  });

  test('two people at the same step: the second sees what the first wrote, and keeps what was typed', async () => {
    const { teammate } = cast.people;
    await manager().in(team).invite(teammate);
    const [mine, theirs] = [
      await openStep(manager(), locale, team, 'reason'),
      await openStep(on.slack.as(teammate), locale, team, 'reason'),
    ];
    await leaveOverview(await mine.fill(reasonFilling({ whys: '1 mine' }, locale)).submit(), locale);
    const told = shown(await theirs.fill(reasonFilling({ whys: '2 theirs' }, locale)).submit());
    expect(told.text).toContain(words.editClash());
    expect(told.text).toContain(words.editClashNow({ question: steps['inside.whys'](), text: '1 mine' }));
    expect(told.text).toContain('2 theirs');
    const after = shown(await told.submit());
    expect(after.text).toContain('2 theirs');
    expect(after.text).toContain(INSIDE[locale].ownReason);
    await after.close({ all: true });
  });

  test('what is sent reads as it was read back; nothing internal ever reached the client’s seat', async () => {
    const { people } = cast;
    const sending = { channel, approver: `@${people.approver}`, language: locale };
    expect(await sendBrief(manager(), locale, team, sending)).toBeUndefined();
    const approver = walk.as('approver');
    const seen = read(approver, channel).join('\n');
    for (const sentence of SENTENCES[locale]) expect(seen).toContain(sentence);
    expect(seen).toContain(words.notKnownClient());
    const dms = approver.dms().map(({ text }) => text);
    expect([seen, ...dms].join('\n')).not.toContain(MARK[locale]);
    const raw = JSON.stringify(approver.sees(channel).map((one) => one.raw));
    expect([raw.includes(MARK[locale]), raw.includes('2 theirs'), raw.includes('ownWords')]).toEqual([
      false,
      false,
      false,
    ]);
    const versions = JSON.stringify(await on.db.collection('versions').find().toArray());
    const approvals = JSON.stringify(await on.db.collection('record').find().toArray());
    expect([versions, approvals].some((kept) => kept.includes(MARK[locale]) || kept.includes('2 theirs'))).toBe(false);
  });

  test('a second project of the same client finds the profile there; a job is briefed by the five questions alone', async () => {
    const second = await startProject(manager(), locale, { client: cast.client, name: cast.names[1], work: 'job' });
    const market = await openProfile(manager(), locale, second);
    expect(market.text).toContain(PROFILE[locale].industry);
    const house = shown(await market.submit());
    expect(house.text).toContain(PROFILE[locale].reading);
    expect(await house.fill(profileFilling({ culture: 'ABC 1' }, locale)).submit()).toBeUndefined();
    const first = await openProfile(manager(), locale, team);
    expect(shown(await first.submit()).text).toContain('ABC 1');
    await manager().modal().close({ all: true });

    expect(await writeBrief(manager(), locale, second)).toBeUndefined();
    const form = shown(await manager().in(second).command('/brief'));
    expect(form.title).toBe(words.editTitle());
    expect(await form.submit()).toBeUndefined();
    on.slack.expectNoErrors();
  });

  test('somebody who is not on the team opens neither, and is told who can add them', async () => {
    const colleague = walk.as('colleague');
    await manager().in(team).invite(cast.people.colleague);
    const commands = ['/brief', `/project ${locale === 'zh' ? '客户档案' : 'profile'}`];
    for (const command of commands) {
      await colleague.in(team).command(command);
      expect(colleague.hasModal()).toBe(false);
      expect(colleague.private().at(-1)?.text).toContain(`@${cast.people.manager}`);
    }
    expect(
      colleague
        .private()
        .map(({ text }) => text)
        .join('\n'),
    ).not.toContain(MARK[locale]);
  });
});
