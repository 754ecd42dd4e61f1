import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startProject } from '../support/acts.ts';
import { milestone, postsIn, progress, until } from '../support/acts-progress.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage();
});
afterEach(() => on.end());

/** It is Monday, 30 November 2026, nine o'clock in Shanghai, by whose clock these projects speak up. */
const at = (day: string, time: string): Promise<void> => until(on, `${day}T${time}:00+08:00`);

const WEEK = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07', '2026-12-08'];
const CASTS = [
  {
    ...ENGLISH,
    launch: 'Media launch 3 Dec',
    risk: 'at risk because the proofs are late until fri',
    off: 'off track because the printer broke until 14 Dec',
    told: {
      titles: ['Mon 30 Nov', 'Tue 1 Dec', 'Wed 2 Dec', 'Thu 3 Dec', 'Fri 4 Dec', 'Mon 7 Dec', 'Tue 8 Dec'],
      first:
        'Progress, Mon 30 Nov\nHealth: On track\n*Done lately*\n• Project started\nNext milestones\n• Media launch: Thu 3 Dec, in 3 working days, Mei Chen',
      due: 'Due by the next working day\n• Media launch: today, Mei Chen',
      late: 'Health: At risk: Media launch is 1 working day overdue\nOverdue and blocked\n• Media launch: since Thu 3 Dec, 1 working day, Mei Chen',
      off: 'Health: Off track: Media launch is 3 working days overdue',
      risk: 'Health: At risk, set by Mei Chen until Fri 4 Dec: the proofs are late',
      broke: 'Health: Off track, set by Mei Chen until Mon 14 Dec: the printer broke',
    },
  },
  {
    ...CHINESE,
    launch: '媒介上线 12月3日',
    risk: '有风险 因为打样延迟 到周五',
    off: '已偏离计划，因为印刷机坏了，到12月14日',
    told: {
      titles: [
        '11月30日 周一',
        '12月1日 周二',
        '12月2日 周三',
        '12月3日 周四',
        '12月4日 周五',
        '12月7日 周一',
        '12月8日 周二',
      ],
      first:
        '进度，11月30日 周一\n项目状态：进展正常\n*近期完成*\n• 项目启动\n后续关键节点\n• 媒介上线：12月3日 周四，还有 3 个工作日，Xia Liu',
      due: '截至下个工作日到期\n• 媒介上线：今天，Xia Liu',
      late: '项目状态：有风险：媒介上线已逾期 1 个工作日\n逾期与受阻\n• 媒介上线：自 12月3日 周四 起，1 个工作日，Xia Liu',
      off: '项目状态：已偏离计划：媒介上线已逾期 3 个工作日',
      risk: '项目状态：有风险（由 Xia Liu 设定，至 12月4日 周五）：打样延迟',
      broke: '项目状态：已偏离计划（由 Xia Liu 设定，至 12月14日 周一）：印刷机坏了',
    },
  },
] as const;

describe.each(CASTS)('$locale: a week of a campaign', ({ people, locale, client, names, launch, risk, off, told }) => {
  test('has a post on each working day at half past nine, and at no other time', async () => {
    const manager = on.slack.as(people.manager);
    const team = await startProject(manager, locale, { client, name: names[0] });
    await milestone(manager, team, launch);
    await at('2026-11-30', '09:29');
    expect(postsIn(manager, locale, team)).toEqual([]);
    await at('2026-11-30', '09:30');
    expect(postsIn(manager, locale, team)).toEqual([told.first]);
    for (const [index, day] of WEEK.entries()) {
      await at(day, '09:29');
      expect(postsIn(manager, locale, team)).toHaveLength(index + 1);
      await at(day, '09:30');
      expect(postsIn(manager, locale, team)).toHaveLength(index + 2);
      await at(day, '17:00');
      expect(postsIn(manager, locale, team)).toHaveLength(index + 2);
    }
    const posts = postsIn(manager, locale, team);
    expect(posts.map((post, index) => post.includes(told.titles[index] ?? '?'))).toEqual(posts.map(() => true));
    expect(posts[3]).toContain(told.due);
    expect(posts[4]).toContain(told.late);
    expect(posts[6]).toContain(told.off);
    on.slack.expectNoErrors();
  });

  test('a change within the hour edits the post, and a later one waits for the next', async () => {
    const manager = on.slack.as(people.manager);
    const team = await startProject(manager, locale, { client, name: names[0] });
    await at('2026-11-30', '09:30');
    await at('2026-11-30', '10:20');
    await progress(manager, locale, team, 'health', risk);
    expect(postsIn(manager, locale, team)).toEqual([expect.stringContaining(told.risk)]);
    await at('2026-11-30', '10:31');
    await progress(manager, locale, team, 'health', off);
    expect(postsIn(manager, locale, team)).toEqual([expect.stringContaining(told.risk)]);
    await at('2026-12-01', '09:30');
    expect(postsIn(manager, locale, team)).toEqual([
      expect.stringContaining(told.risk),
      expect.stringContaining(told.broke),
    ]);
    on.slack.expectNoErrors();
  });
});
