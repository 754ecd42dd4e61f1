import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { SeenMessage } from '../../sandbox/driver/seen.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { changeHow, type How } from '../support/acts-asking.ts';
import {
  confirm,
  confirmLines,
  openSending,
  read,
  requestChanges,
  shown,
  startProject,
  writeBrief,
} from '../support/acts.ts';
import { CHINESE, ENGLISH } from '../support/cast.ts';
import { several } from '../support/several.ts';
import { type Stage, stage } from '../support/stage.ts';

let on: Stage;
beforeEach(async () => {
  on = await stage({ seed: several });
});
afterEach(() => on.end());

/** Three of the client's people in the client's channel, and what they say of the same version. */
const CASTS = [
  {
    ...ENGLISH,
    approvers: ['ana', 'ben', 'cara'],
    called: ['Ana Lim', 'Ben Hall', 'Cara Moss'],
    wants: ['2: families, not students', 'Line 2: retired people\nLine 4: one film is enough'],
    list: [
      '1. Line 2, Target audience\nAna Lim: families, not students\nCara Moss: retired people',
      'Contradiction: confirmed by Ben Hall, to be changed according to Ana Lim and Cara Moss.',
      '2. Line 4, Deliverable\nCara Moss: one film is enough',
    ],
    isOver: 'This round on brief version 1 has ended. 2 points were raised:',
    confirmedSome: 'Lines confirmed: 1, 3',
    lack: 'The gate is not open yet',
  },
  {
    ...CHINESE,
    approvers: ['an', 'bo', 'chun'],
    called: ['安宁', '柏林', '春生'],
    wants: ['第2条：家庭，不是学生', '第二条：退休的人\n第4条：一支短片就够'],
    list: [
      '1. 第 2 条，目标受众\n安宁：家庭，不是学生\n春生：退休的人',
      '互相矛盾：柏林 确认了这一条，安宁和春生 要求修改。',
      '2. 第 4 条，交付物\n春生：一支短片就够',
    ],
    isOver: '简报第 1 版的本轮答复已结束，共 2 点意见：',
    confirmedSome: '已确认：第 1、3 条',
    lack: '关口还没有打开',
  },
] as const;
type Cast = (typeof CASTS)[number];

const handles = (names: readonly string[]) => names.map((name) => `@${name}`);
const everything = (who: ReturnType<Stage['slack']['as']>, channel: string) => read(who, channel).join('\n');

/** A brief that is with its approvers. */
async function begin({ people, locale, client, names, channel, approvers }: Cast, how: How = {}) {
  const manager = on.slack.as(people.manager);
  const team = await startProject(manager, locale, { client, name: names[0] });
  await writeBrief(manager, locale, team);
  const form = await openSending(manager, locale, team, { channel, approver: handles(approvers), language: locale });
  expect(await (await changeHow(form, locale, { order: 'sideBySide', needs: 'all', ...how })).submit()).toBeUndefined();
  const [first, second, third] = approvers.map((name) => on.slack.as(name));
  if (!first || !second || !third) throw new Error('three are asked');
  return { manager, team, first, second, third };
}

const last = (who: ReturnType<Stage['slack']['as']>, channel: string): SeenMessage => {
  const found = who.sees(channel).at(-1);
  if (!found) throw new Error('nothing is there');
  return found;
};

describe.each(CASTS)('$locale: several people decide for the client', (cast) => {
  const { locale, channel, called, wants, list } = cast;
  const words = answerWords.in(locale);

  // Without a lead contact it is the first who was asked.
  test.each([
    [null, 0, [0, 1, 2]],
    [1, 1, [2, 1, 0]],
  ] as const)(
    'who want different things are put in one list, and the lead contact is asked (%s)',
    async (contact, lead, order) => {
      const named = contact === null ? {} : { contact: `@${cast.approvers[contact]}` };
      const { manager, team, first, second, third } = await begin(cast, named);
      const says = [
        () => requestChanges(first, locale, channel, { reason: wants[0], restConfirmed: true }),
        () => confirm(second, locale, channel),
        () => requestChanges(third, locale, channel, wants[1]),
      ];
      for (const [index, one] of order.entries()) {
        await says[one]?.();
        if (index < 2) expect(everything(first, channel)).not.toContain(cast.isOver);
      }
      const told = last(first, channel);
      expect(told.text).toContain(cast.isOver);
      for (const point of list) expect(told.text).toContain(point);
      expect(told.pings).toEqual([`@${cast.approvers[lead]}`]);
      expect(told.text).toContain(words.tellContradictions({ who: `@${cast.approvers[lead]}` }));

      const inside = last(manager, team);
      for (const point of list) expect(inside.text).toContain(point);
      expect(inside).toMatchObject({ pings: [`@${cast.people.manager}`], buttons: [expect.any(String)] });
      expect(read(manager, team)).toContainEqual(expect.stringContaining(wants[0].slice(-4)));
      on.slack.expectNoErrors();
    },
  );

  test('asked in order, each is told when it is their turn, and nobody is asked after a refusal', async () => {
    const { first, second, third } = await begin(cast, { order: 'inOrder' });
    await confirm(second, locale, channel);
    expect(second.private().at(-1)?.text).toContain(`@${cast.approvers[0]}`);

    await confirm(first, locale, channel);
    expect(last(second, channel)).toMatchObject({ pings: [`@${cast.approvers[1]}`] });
    await confirm(third, locale, channel);
    expect(third.private().at(-1)?.text).toContain(`@${cast.approvers[1]}`);

    await requestChanges(second, locale, channel, wants[1]);
    expect(last(second, channel).text).toContain(words.pointSaid({ who: called[1] }).trim());
    expect(first.sees(channel).flatMap(({ buttons }) => buttons)).not.toContain(words['verb.confirmed']());
    await confirm(third, locale, channel).catch(() => undefined);
    expect(everything(third, channel)).not.toContain(
      words.confirmationNote({ project: '', client: '', title: '' }).slice(0, 5),
    );
    on.slack.expectNoErrors();
  });

  test('lines can be confirmed while others stay open: the work may start on them, and the gate waits', async () => {
    const { manager, team, first, second, third } = await begin(cast);
    for (const one of [first, second, third]) await confirmLines(one, locale, channel, [1, 3]);
    const version = first.sees(channel).findLast(({ buttons }) => buttons.includes(words['verb.confirmed']()));
    expect(version?.text).toContain(cast.confirmedSome);
    expect(version?.text).toContain(words.rowLines({ who: called[1], lines: locale === 'zh' ? '1、3' : '1, 3' }));
    expect(manager.sees(team).flatMap(({ buttons }) => buttons)).not.toContain(startButton(locale));

    // Somebody confirms what is left, and the others all at once.
    const form = shown(await first.click(words.someLines(), { in: channel }));
    expect(form.text).toContain(words.someBefore({ lines: locale === 'zh' ? '1、3' : '1, 3' }));
    await form.close({ all: true });
    await confirmLines(first, locale, channel, [2, 4, 5, 6]);
    for (const one of [second, third]) await confirm(one, locale, channel);
    expect(last(first, channel).text).toContain(words.noteWho({ said: 'confirmed' }));
    for (const name of called)
      expect(last(first, channel).text).toContain(
        `${name}${locale === 'zh' ? '：' : ': '}${words['said.confirmed']()}`,
      );
    expect(manager.sees(team).flatMap(({ buttons }) => buttons)).toContain(startButton(locale));
    on.slack.expectNoErrors();
  });

  test('a change of mind counts while others are awaited, and the form shows what was said before', async () => {
    const { first, second, third } = await begin(cast);
    await requestChanges(first, locale, channel, wants[0]);
    const form = shown(await first.click(words['verb.changesRequested'](), { in: channel }));
    expect(form.text).toContain(wants[0]);
    await form.close({ all: true });
    for (const one of [first, second, third]) await confirm(one, locale, channel);
    expect(last(first, channel).text).toContain(words.noteWho({ said: 'confirmed' }));
    // Afterwards the answer stands.
    await confirm(first, locale, channel).catch(() => undefined);
    on.slack.expectNoErrors();
  });
});

const startButton = (locale: 'en' | 'zh') => (locale === 'zh' ? '进入提案阶段' : 'Start Proposal');
