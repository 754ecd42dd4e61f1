import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { read, shown, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

test('从四个回答到客户书面确认的简报：夏和周的全程都是中文', async () => {
  const { slack } = on;
  const [xia, zhou] = [slack.as('xia'), slack.as('zhou')];
  const start = shown(await xia.in('#general').command('/project 新建'));
  expect(start.title).toBe('新建客户项目');
  await start
    .fill({ '是哪位客户的项目？': '云山茶', '项目叫什么名字？': '春茶上市', '客户希望什么时候完成？': '2027-03-14' })
    .submit();
  const team = xia.channels().at(-1) ?? '';
  expect(slack.channel(team).topic).toBe('春茶上市 · 云山茶 · 需求沟通');

  await writeBrief(xia, 'zh', team);
  const sending = shown(await xia.click('发给客户', { in: team }));
  const preview = await sending.fill({ '与客户共用哪个频道？': '#yunshan-lantern', '客户方由谁确认？': '@zhou' });
  expect(preview.text).toContain('有 2 人会看到');
  await preview.submit();
  const version = zhou.sees('#yunshan-lantern').at(-1);
  expect(version?.text).toContain('请逐条核对');
  expect(version?.buttons).toEqual(['确认', '要求修改', '确认部分内容', '确认并附说明', '由其他人代我决定']);

  await zhou.click('确认', { in: '#yunshan-lantern' });
  expect(zhou.sees('#yunshan-lantern').at(-1)?.text).toMatch(
    /书面确认单 · 云山茶的春茶上市，简报第 1 版\n\*确认人\*\nZhou Lan\n/u,
  );
  expect(read(xia, team).join('\n')).toContain('简报第 1 版：已发给客户 → 已确认（Zhou Lan）');
  await xia.click('进入提案阶段', { in: team });
  expect(slack.channel(team).topic).toBe('春茶上市 · 云山茶 · 提案');
  expect(shown(await xia.in(team).command('/project 记录')).text).toContain('简报第 1 版：已确认');
  slack.expectNoErrors();
});

test('a Chinese account manager works in Chinese with a client whose channel is in English', async () => {
  const { slack } = on;
  const [xia, mei, dana, olivia] = [slack.as('xia'), slack.as('mei'), slack.as('dana'), slack.as('olivia')];
  await mei.in('#acme-lantern').invite('xia');
  const start = shown(await xia.in('#general').command('/project new'));
  await start
    .fill({ '是哪位客户的项目？': 'Acme', '项目叫什么名字？': 'Spring', '客户希望什么时候完成？': '2027-03-14' })
    .submit();
  const texts = { objective: 'Trial', audience: 'Students', keyMessage: 'Real tea', deliverables: 'Key visual' };
  await writeBrief(xia, 'zh', '#acme-spring', texts);
  const sending = shown(await xia.click('发给客户', { in: '#acme-spring' }));
  const filled = await sending.fill({ '与客户共用哪个频道？': '#acme-lantern', '客户方由谁确认？': '@dana' });
  const inEnglish = await filled.fill({ '该频道使用哪种语言？': 'English' });
  // The form is hers, the preview is what the client will read.
  expect(inEnglish.title).toBe('发给客户');
  expect(inEnglish.text).toContain('6. Wanted date\n14 Mar 2027'.replace('6', '5'));
  await inEnglish.submit();

  expect(dana.sees('#acme-lantern').at(-1)?.buttons.slice(0, 2)).toEqual(['Confirm', 'Request changes']);
  await olivia.click('Confirm', { in: '#acme-lantern' });
  expect(olivia.private().at(-1)?.text).toContain('This was not recorded: the decision is for @dana.');
  await xia.click('Confirm', { in: '#acme-lantern' });
  expect(xia.private().at(-1)?.text).toContain('未记录：这项决定由 @dana 作出');

  await dana.click('Confirm', { in: '#acme-lantern' });
  expect(dana.sees('#acme-lantern').at(-1)?.text).toContain('Confirmation note · Spring for Acme, brief version 1');
  expect(read(xia, '#acme-spring').join('\n')).toContain('简报第 1 版：已发给客户 → 已确认（Dana Reed）');
  slack.expectNoErrors();
});
