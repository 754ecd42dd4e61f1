import { journey, lookedOver } from './journey.ts';
import { open } from './window.ts';

journey('夏夏 (Xia) and 周兰 (Zhou) do the same in Chinese, up to the record', async (browser, stack) => {
  const xia = await open(browser, stack.server.url, 'xia');
  const zhou = await open(browser, stack.server.url, 'zhou');

  await xia.goTo('general');
  await xia.type('/project 新建');
  await xia.fill({
    '是哪位客户的项目？': '云山茶',
    '项目叫什么名字？': '春茶上新',
    '客户希望什么时候完成？': '2099-03-14',
  });
  await xia.answer('启动项目');
  await xia.goTo(await newChannel(xia));
  await xia.press('填写简报', '第 1 阶段');
  await xia.fill({
    '这次要达成什么？': '让老顾客预订第一批春茶',
    '面向谁？': '去年买过明前茶的顾客',
    '核心诉求是什么？': '今年的第一口春天',
    '要交付什么？': '主视觉\n朋友圈长图',
  });
  await xia.answer('保存简报');
  await xia.modal('简报总览').getByText('接下来问：预期效果。').waitFor();
  await xia.answer('关闭');
  await lookedOver(stack, () => xia.press('发给客户', '草稿，内容完整'));
  await xia.choose('与客户共用哪个频道？', 'yunshan-lantern');
  await xia.sees(/将发到 #yunshan-lantern/);
  await xia.choose('客户方由谁确认？', 'Zhou Lan');
  await xia.answer('发给客户');

  // What waits for the client stands on their App Home, too, and can be finished there.
  await zhou.goHome();
  await zhou.sees('简报第 1 版等待您的决定。');
  await zhou.goTo('yunshan-lantern');
  await zhou.openThread('客户简报 · 春茶上新');
  await zhou.press('确认', '请逐条核对');
  await zhou.sees('确认第 1 版？');
  await zhou.answer('确认');
  await zhou.sees(/书面确认单 · .*春茶上新.*第 1 版/);
  await zhou.goHome();
  await zhou.sees('目前没有等待您处理的事项');

  await xia.press('进入提案阶段', '第 1 阶段');
  await xia.answer('进入');
  await xia.sees('第 2 阶段');
  await xia.type('/project 记录');
  await xia.modal('项目记录').getByText('简报第 1 版：已确认').waitFor();
  await xia.answer('关闭');
  await xia.goHome();
  await xia.sees('等待您处理');
});

/** Chinese gives no name for a channel, so its end is random. */
async function newChannel(xia: Awaited<ReturnType<typeof open>>): Promise<string> {
  const link = xia.page.getByRole('navigation').getByRole('link', { name: /^project-/ });
  await link.waitFor();
  return (await link.getAttribute('aria-label')) ?? '';
}
