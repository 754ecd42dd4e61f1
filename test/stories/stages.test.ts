import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { verifyAll } from '../../src/io/verify.ts';
import { confirm, read, sentProject, shown, startProject } from '../support/acts.ts';
import { agree, because, enrol, openStages, pressIn, pressStage, recorded, startAt } from '../support/acts-stages.ts';
import { type Stage, stage } from '../support/stage.ts';

const SENDING = { channel: '#acme-lantern', approver: '@dana' } as const;
const ACME = { client: 'Acme', name: 'Spring launch' } as const;

let on: Stage;
beforeEach(async () => {
  on = await stage({ administrators: ['tom'] });
});
afterEach(async () => {
  on.slack.expectNoErrors();
  for await (const verdict of verifyAll(on.db)) expect(verdict).toMatchObject({ break: null });
  await on.end();
});

const cardIn = (handle: string, team: string) =>
  on.slack
    .as(handle)
    .sees(team)
    .find(({ pinned }) => pinned);

test('a campaign that is under way starts in execution; what was agreed before is attached, one of it with its file', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startAt(mei, 'en', { ...ACME, stage: 'execution' });
  expect(slack.channel(team).topic).toBe('Spring launch · Acme · Execution');
  expect(cardIn('mei', team)?.text).toContain('Stage 3 of 4 · Execution');
  expect(cardIn('mei', team)?.text).toContain(
    'Began here in the stage Execution. Taken as given: the brief is confirmed and the proposal is accepted.',
  );
  expect(cardIn('mei', team)?.buttons).toEqual([
    'Write the brief',
    'People',
    'Channels',
    'Stage',
    'Milestones',
    'Earlier agreement',
  ]);
  expect((await mei.home()).text).not.toContain('Write the brief');

  const brief = {
    kind: 'brief',
    what: 'Brief of 1 September, signed',
    by: 'Dana Reed',
    agreedOn: '2026-09-01',
  } as const;
  expect(await agree(shown(await mei.click('Earlier agreement', { in: team })), 'en', brief)).toBeUndefined();
  const modal = await openStages(mei, 'en', team);
  const file = { name: 'minutes.pdf', text: 'Agreed: route “Morning”' };
  const proposal = {
    kind: 'proposal',
    what: 'Route “Morning”',
    by: 'Dana Reed',
    agreedOn: '2026-10-01',
    file,
  } as const;
  const again = shown(await agree(await pressIn(modal, 'en', 'attach'), 'en', proposal));
  expect(again.text).toContain('Confirmed before Liaison (2)');
  expect(again.text).toMatch(/Brief: Brief of 1 September, signed · Dana Reed, 1 Sept? 2026/u);
  expect(again.text).toMatch(/Proposal: Route “Morning” · Dana Reed, 1 Oct 2026 · .*minutes\.pdf/u);
  expect(JSON.stringify(again.raw.blocks)).toMatch(/"type":"link","url":"https?:[^"]+minutes\.pdf"/u);
  await again.close();

  const card = cardIn('mei', team);
  expect(card?.text).not.toContain('Taken as given');
  expect(card?.text).toMatch(
    /Confirmed before Liaison: proposal \(Dana Reed, 1 Oct 2026\), brief \(Dana Reed, 1 Sept? 2026\)/u,
  );
  expect(card?.buttons).toEqual(['People', 'Channels', 'Stage', 'Milestones']);
  const lines = mei.sees(team).filter(({ thread }) => thread === card?.ts);
  expect(lines.map(({ text }) => text).at(-1)).toContain('Confirmed before Liaison');
  expect(lines.at(-1)?.text).toContain('Route “Morning”');
  expect(lines.at(-1)?.text).toContain('minutes.pdf');
  expect(await recorded(on.db, 'Spring launch')).toEqual([
    'project.started',
    'project.earlierAttached',
    'project.earlierAttached',
  ]);
  const record = shown(await mei.in(team).command('/project record'));
  expect(record.text).toMatch(/\*3\* · Confirmed before Liaison: proposal\nMei Chen/u);
});

test('an agreement of a day that has not come is refused at its question, and what was typed stays', async () => {
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', ACME);
  const form = shown(await mei.in(team).command('/project agreed'));
  const left = shown(await agree(form, 'en', { kind: 'other', what: 'The rates', by: 'Dana', agreedOn: '2027-01-01' }));
  expect(left.errors['When?']).toBe('This day has not come yet: attach what was agreed before.');
  expect(await recorded(on.db, 'Spring launch')).toEqual(['project.started']);
});

test('a brief that was confirmed before Liaison opens the gate, until a version is sent', async () => {
  const { slack } = on;
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', ACME);
  expect((await openStages(mei, 'en', team)).text).toContain('• the brief is not written yet');
  const form = await pressIn(mei.modal(), 'en', 'attach');
  await agree(form, 'en', { kind: 'brief', what: 'Brief of September', by: 'Dana', agreedOn: '2026-09-01' });
  expect(mei.modal().text).toContain('The gate to Proposal is open: nothing is missing.');
  const moved = shown(await mei.modal().press('Start Proposal'));
  expect(moved.text).toContain('Stage 2 of 4 · Proposal');
  expect(moved.text).toContain('• the client has not accepted the proposal');
  await moved.close();
  expect(read(mei, team)).toContain('Stage: Intake → Proposal (Mei Chen)');
});

test('the account director starts a stage past its gate, with a reason that stays inside; the team and the client cannot', async () => {
  const { slack } = on;
  const [mei, ines, wei, dana] = [slack.as('mei'), slack.as('ines'), slack.as('wei'), slack.as('dana')];
  const team = await sentProject(mei, 'en', ACME, SENDING);
  await enrol(on, team, 'ines', 'accountDirector');
  await enrol(on, team, 'wei', 'teamMember');
  await mei.in(team).invite('@ines');
  await mei.in(team).invite('@wei');

  const theirs = await pressStage(wei, 'en', team);
  const refused = await pressIn(theirs, 'zh', 'startAnyway');
  expect(refused.text).toMatch(/客户经理.*客户总监.*管理员/u);
  expect(refused.text).toMatch(/@mei.*@ines/u);
  await refused.close({ all: true });
  // Whoever is the client's is shown nothing of it: the card is the team's, and commands are not theirs.
  await slack.as('olivia').in('#acme-lantern').command('/project stage');
  expect(slack.as('olivia').private().at(-1)?.text).toContain('Commands are for the agency’s team.');

  const modal = await pressStage(ines, 'en', team);
  expect(modal.text).toContain('Missing before Proposal:\n• the client has not confirmed the current version');
  const form = await pressIn(modal, 'en', 'startAnyway');
  expect(form.text).toContain('Proposal starts although this is missing: the client has not confirmed');
  expect(shown(await form.submit()).errors).toHaveProperty('Why?');
  const after = shown(await because(ines.modal(), 'en', 'Dana agreed on the train, mail to follow'));
  expect(after.text).toContain('Stage 2 of 4 · Proposal');
  expect(after.text).toMatch(/Started past the gate\nIntake, by Ines Duarte, .+ Why: Dana agreed on the train/u);
  await after.close();

  expect(slack.channel(team).topic).toBe('Spring launch · Acme · Proposal');
  const line = mei.sees(team).find(({ text }) => text.includes('past the closed gate'));
  expect(line?.text).toContain('Stage: Intake → Proposal, past the closed gate (Ines Duarte)');
  expect(line?.text).toContain('Dana agreed on the train');
  expect(dana.sees('#acme-lantern').some(({ text }) => text.includes('train'))).toBe(false);
  expect((await recorded(on.db, 'Spring launch')).at(-1)).toBe('project.gateOverridden');

  const back = await pressIn(await pressStage(ines, 'en', team), 'en', 'back');
  const reopened = await back.fill({ 'Back to which stage?': 'Intake', 'Why?': 'The brief changes' }).submit();
  expect(reopened?.text).toContain('Stage 1 of 4 · Intake');
  await reopened?.close();
  expect(read(mei, team).join('\n')).toContain('Stage: Proposal → Intake, reopened (Ines Duarte)');
  expect(slack.channel(team).topic).toBe('Spring launch · Acme · Intake');

  // Once the client confirms, the gate is open, and the same stage starts a second time, with a line of its own.
  await confirm(dana, 'en', '#acme-lantern');
  await mei.click('Start Proposal', { in: team });
  expect(read(mei, team)).toContain('Stage: Intake → Proposal (Mei Chen)');
  expect(slack.channel(team).topic).toBe('Spring launch · Acme · Proposal');
});

test('an administrator who is on no roster can pass the gate, and is named by name', async () => {
  const { slack } = on;
  const tom = slack.as('tom');
  const team = await startProject(slack.as('mei'), 'en', ACME);
  await slack.as('mei').in(team).invite('@tom');
  const form = await pressIn(await openStages(tom, 'en', team), 'en', 'startAnyway');
  const after = shown(await because(form, 'en', 'It is agreed'));
  expect(after.text).toContain('by Tom Baker');
});

test('a stage that somebody else started meanwhile is shown as it stands, and moves once', async () => {
  const { slack } = on;
  const [mei, tom] = [slack.as('mei'), slack.as('tom')];
  const team = await startProject(mei, 'en', ACME);
  await mei.in(team).invite('@tom');
  const hers = await pressIn(await openStages(mei, 'en', team), 'en', 'startAnyway');
  const his = await pressIn(await openStages(tom, 'en', team), 'en', 'startAnyway');
  await because(hers, 'en', 'It is agreed');
  const left = shown(await because(his, 'en', 'It is agreed'));
  expect(left.errors['Why?']).toContain('The project is in the stage Proposal already. Nothing was done twice.');
  expect((await recorded(on.db, 'Spring launch')).filter((kind) => kind === 'project.gateOverridden')).toHaveLength(1);
});

test('in Chinese: the stage, what the gate lacks, and passing it', async () => {
  const { slack } = on;
  const xia = slack.as('xia');
  const team = await startAt(xia, 'zh', { client: '云山茶', name: '春茶上市', stage: 'proposal' });
  expect(cardIn('xia', team)?.text).toContain('在本系统中从提案阶段开始。视为已具备：简报已确认。');
  expect(cardIn('xia', team)?.buttons).toEqual(['填写简报', '人员', '频道', '阶段', '关键节点', '既往确认']);
  const modal = await openStages(xia, 'zh', team);
  expect(modal.title).toBe('阶段');
  expect(modal.text).toContain('进入执行之前还缺：\n• 客户还没有接受提案');
  const form = await pressIn(modal, 'zh', 'startAnyway');
  const after = shown(await because(form, 'zh', '客户口头同意，邮件随后'));
  expect(after.text).toContain('第 3 阶段（共 4 个）· 执行');
  expect(after.text).toContain('原因：客户口头同意，邮件随后');
  await after.close();
  expect(read(xia, team).join('\n')).toContain('阶段：提案 → 执行，越过关口（Xia Liu）');
  const ended = shown(await xia.in(team).command('/project 结束'));
  expect(ended.labels).toEqual(['怎样结束的？', '为什么？', '确定吗？']);
});
