import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openSending, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

describe('before a brief leaves the house', () => {
  test('the preview points out another client’s name and words about margins, and leaves it to the account manager', async () => {
    const mei = on.slack.as('mei');
    await startProject(mei, 'en', { client: 'Northwind', name: 'Spring ferry' });
    const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
    const audience = 'Families, as we did for northwind. Our margin is 20 %. @here';
    await writeBrief(mei, 'en', team, { ...TEXTS.en, audience });
    const form = await openSending(mei, 'en', team, { channel: '#acme-lantern', approver: '@dana', language: 'en' });
    expect(form.text).toContain('Please look again before this leaves the house');
    expect(form.text).toContain('line 2 names another client, “Northwind”');
    expect(form.text).toContain('line 2 speaks of money inside the house, “margin”');
    expect(form.text).toContain('line 2 has @here in it');
    expect(await form.submit()).toBeUndefined();
    expect(on.slack.as('dana').sees('#acme-lantern').at(-1)?.text).toContain('Our margin is 20 %');
    on.slack.expectNoErrors();
  });

  test('a brief with nothing of the kind is previewed without a word about it, in Chinese too', async () => {
    const xia = on.slack.as('xia');
    await startProject(xia, 'zh', { client: '北风', name: '春季航线' });
    const team = await startProject(xia, 'zh', { client: '云山茶', name: '春茶上市' });
    await writeBrief(xia, 'zh', team);
    const sending = { channel: '#yunshan-lantern', approver: '@zhou', language: 'zh' } as const;
    const clean = await openSending(xia, 'zh', team, sending);
    expect(clean.text).not.toContain('发出前请再看一遍');
    await clean.close({ all: true });
    await writeBrief(xia, 'zh', team, { ...TEXTS.zh, keyMessage: '像北风那样，毛利不能低' });
    const warned = await openSending(xia, 'zh', team, sending);
    expect(warned.text).toContain('第 3 条提到了其他客户“北风”');
    expect(warned.text).toContain('第 3 条涉及公司内部的费用“毛利”');
  });
});
