import { expect } from '@jest/globals';
import { agency } from '../../sandbox/seed/agency.ts';
import type { Seed } from '../../sandbox/seed/plant.ts';
import { cardWords } from '../../src/client/words-card.ts';
import { requestWords } from '../../src/client/words-requests.ts';
import { peopleWords } from '../../src/people/words.ts';
import { projectWords } from '../../src/project/words.ts';
import { journey, lookedOver } from './journey.ts';
import { open, type Window } from './window.ts';

/** Xia reads along in the channel that the agency shares with Acme. */
const seed: Seed = {
  ...agency,
  channels: agency.channels.map((one) =>
    one.name === 'acme-lantern' ? { ...one, members: [...one.members, 'xia'] } : one,
  ),
};

const people = peopleWords.in('zh');
const project = projectWords.in('zh');
const asks = requestWords.in('zh');
const card = cardWords.in('en');
const asking = requestWords.in('en');

/** Said among colleagues. */
const INSIDE = '内部：毛利不能低于 18 %';
const QUESTION = 'Will the films be ready before the fair?';
const ANSWER = 'Yes: the films are ready on 5 March, two days before the fair.';

journey(
  '夏夏 (Xia) in Shanghai and Dana in London work on one project, each in their own language and on their own clock',
  async (browser, stack) => {
    const xia = await open(browser, stack.server.url, 'xia');
    const dana = await open(browser, stack.server.url, 'dana');
    await Promise.all([dana, xia].map(noteChinese));

    await xia.goTo('general');
    await xia.type('/project 新建');
    await xia.fill({
      [project['client.label']()]: 'Acme',
      [project['name.label']()]: 'Spring launch',
      [project['wantedOn.label']()]: '2099-03-14',
    });
    await xia.answer(project.startSubmit());
    await xia.goTo('acme-spring-launch');
    await xia.sees('第 1 阶段');
    await xia.type(INSIDE);
    await xia.type('/project 人员');
    await xia.answer(people.addButton());
    await xia.fill({ [people['person.label']()]: 'Tom Baker', [people['role.label']()]: people['role.deputy']() });
    await xia.answer(people.addSubmit());
    await xia.modal(people.rosterTitle()).getByText('Tom Baker · 副手', { exact: false }).last().waitFor();
    await xia.answer(people.close());

    // The brief goes to London in English.
    await xia.press('填写简报', '第 1 阶段');
    await xia.fill({
      '这次要达成什么？': 'Trial among students',
      '面向谁？': 'Students in London, 18 to 24',
      '核心诉求是什么？': 'Real fruit, no powder',
      '要交付什么？': 'Key visual\nThree films of 15 s',
    });
    await xia.answer('保存简报');
    await xia.modal('简报总览').waitFor();
    await xia.answer('关闭');
    await lookedOver(stack, () => xia.press('发给客户', '草稿，内容完整'));
    await xia.choose('与客户共用哪个频道？', 'acme-lantern');
    await xia.sees(/将发到 #acme-lantern/);
    await xia.choose('该频道使用哪种语言？', 'English');
    await xia.choose('客户方由谁确认？', 'Dana Reed');
    await xia.answer('发给客户');

    // Dana reads the card of the project, asks by its button, and confirms.
    await dana.goTo('acme-lantern');
    await dana.sees(card.waitingTitle());
    await dana.press(card.status(), 'Stage 1 of 4 · Intake');
    await dana.fill({ [asking['question.label']()]: QUESTION });
    await dana.answer(asking.formSubmit());
    await dana.sees(asking.taken({ project: 'Spring launch' }));
    await dana.answer(card.close());
    await dana.openThread('Brief · Spring launch');
    await dana.press('Confirm', 'Please check every line.');
    await dana.answer('Confirm');
    await dana.sees(/Confirmation note · Spring launch.*version 1/);

    // The answer is written in Xia's form, previewed there, and read in Dana's thread.
    await xia.press(asks.draftStatus(), /Dana Reed 询问进展/u);
    await xia.modal(asks.replyTitle()).getByText(QUESTION).waitFor();
    await xia.fill({ [asks['reply.label']()]: ANSWER });
    await xia.answer(asks.replyPreview());
    await xia.modal(asks.replyTitle()).getByText(asks.replyPreviewTitle()).waitFor();
    await xia
      .modal(asks.replyTitle())
      .getByText(/将发到 #acme-lantern/)
      .waitFor();
    await xia.answer(asks.replySubmit());
    await xia.sees(/Xia Liu 已答复/u);
    await dana.openThread('Stage 1 of 4 · Intake');
    await dana.sees(ANSWER);

    // When Dana asked, on the clock of each of them.
    await xia.goTo('acme-lantern');
    await xia.openThread('Stage 1 of 4 · Intake');
    const [shanghai, london] = [await askedAt(xia), await askedAt(dana)];
    expect((24 + hour(shanghai) - hour(london)) % 24).toBe(hoursBetween('Asia/Shanghai', 'Europe/London'));

    // The project moves on, rests and goes on; what Dana reads follows.
    await xia.goTo('acme-spring-launch');
    await xia.press('进入提案阶段', '第 1 阶段');
    await xia.answer('进入');
    await dana.sees(/Stage 2 of 4 · Proposal/);
    await xia.type('/project 暂停 等待客户预算批复');
    await xia.sees(/等待客户预算批复/u);
    await dana.sees(card.onHold());
    await xia.type('/project 恢复');
    await dana.sees(/Stage 2 of 4 · Proposal/);
    await dana.press(card.record(), 'Stage 2 of 4 · Proposal');
    await dana.modal(card.recordTitle()).getByText(card['record.resumed']()).waitFor();
    await dana.answer(card.close());

    expect(await chineseShown(dana)).toEqual([]);
    expect(await dana.page.getByRole('link', { name: 'acme-spring-launch' }).count()).toBe(0);
    // Hers was noted in the same way, what was there for a moment too.
    expect(await chineseShown(xia)).toEqual(expect.arrayContaining([INSIDE, people.addTitle()]));
  },
  seed,
);

/** Notes every Chinese word that is shown from now on, if only for a moment. */
async function noteChinese({ page }: Window): Promise<void> {
  await page.evaluate(`{
    window.chinese = [];
    const note = () => window.chinese.push(...(document.body.innerText.match(/[^\\n]*\\p{Script=Han}[^\\n]*/gu) ?? []));
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  }`);
}

/** The lines with Chinese in them: those that were noted, and those on the page now. */
const chineseShown = ({ page }: Window): Promise<string[]> =>
  page.evaluate(
    `[...(window.chinese ?? []), ...(document.body.innerText.match(/[^\\n]*\\p{Script=Han}[^\\n]*/gu) ?? [])]`,
  );

/** The time in the line that says when the client's question was received. */
async function askedAt(window: Window): Promise<string> {
  const text = await window.message(/^.*Received · Status asked for/u).innerText();
  return /Received · Status asked for, Dana Reed, \D*(\d\d:\d\d)/u.exec(text)?.[1] ?? text;
}

const hour = (time: string): number => Number(time.slice(0, 2));

function hoursBetween(one: string, other: string): number {
  const now = new Date();
  const of = (timeZone: string) =>
    Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now));
  return (24 + of(one) - of(other)) % 24;
}
