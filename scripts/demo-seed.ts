import type { Context } from '../sandbox/driver/context.ts';
import type { Filling } from '../sandbox/driver/choose.ts';
import { person, type Person } from '../sandbox/driver/person.ts';
import type { Stack } from './demo-stack.ts';

const DAY_MS = 86_400_000;

/** Gives the agency two projects by doing what its people would do, so that nothing shown was made up. */
export async function seed(stack: Stack): Promise<void> {
  const stage = onStage(stack);
  await yunshan(stage);
  await acme(stage);
}

type Stage = {
  as: (handle: string) => Person;
  until: Stack['until'];
  /** A day so many weeks from now, never on a weekend. */
  inWeeks: (weeks: number) => string;
};

function onStage({ server, until }: Stack): Stage {
  const { engine } = server;
  const context: Context = { engine, drafts: new Map(), idle: () => engine.dispatch.idle(), paceMs: 0 };
  return {
    as: (handle) => person(context, handle),
    until,
    inWeeks: (weeks) => {
      const today = new Date(engine.world.clock.now());
      const toFriday = (12 - today.getUTCDay()) % 7;
      return new Date(today.getTime() + (weeks * 7 + toFriday) * DAY_MS).toISOString().slice(0, 10);
    },
  };
}

/** A job in Chinese: its brief is with the client, who has not answered yet. */
async function yunshan({ as, until, inWeeks }: Stage): Promise<void> {
  const xia = as('xia');
  const team = await started({ as, until }, xia, '/project 新建', {
    '是哪位客户的项目？': '云山茶',
    '项目叫什么名字？': '春茶上新海报',
    '是哪一类工作？': '单项任务',
    '客户希望什么时候完成？': inWeeks(5),
  });
  await written({ as, until }, xia, team, {
    '这次要达成什么？': '让老顾客在清明前预订第一批春茶',
    '面向谁？': '华东地区、去年买过明前茶的顾客',
    '核心诉求是什么？': '今年的第一口春天',
    '要交付什么？': '主视觉海报一张\n朋友圈长图一张\n门店桌卡，A5',
  });
  await until('Xia can send the brief', () => hasButton(xia, team, '发给客户'));
  await xia.click('发给客户', { in: team });
  await xia.modal().fill({ '与客户共用哪个频道？': '#yunshan-lantern' });
  await until('Xia sees the preview', () => xia.modal().text.includes('将发到'));
  await xia.modal().fill({ '客户方由谁确认？': '@zhou' }).submit();
  await until('Zhou can confirm it', () => hasButton(as('zhou'), '#yunshan-lantern', '确认'));
}

/** A campaign in English: a draft with a gap, and somebody who finds out. */
async function acme({ as, until, inWeeks }: Stage): Promise<void> {
  const mei = as('mei');
  const team = await started({ as, until }, mei, '/project new', {
    'Which client is it for?': 'Acme',
    'What is the project called?': 'Autumn relaunch',
    'When does the client want it?': inWeeks(14),
  });
  await mei.in(team).invite('tom');
  await written({ as, until }, mei, team, {
    'What must this achieve?': 'One in five lapsed buyers tries the new recipe by the end of October',
    'Who is it for?': 'People of 25 to 40 in and around London who bought Acme until two years ago',
    'What will be delivered?': 'Key visual\nTwo films of 20 s\nPoster set for 40 stations',
    'Not known yet': ['Key message'],
  });
  await mei.modal().fill({ 'Key message: who finds it out?': '@tom' }).submit();
  await until('the draft is on its card', () => hasButton(mei, team, 'Send to client'));
}

type Watch = Pick<Stage, 'as' | 'until'>;

/** Gives the name of the team channel that the bot made. */
async function started({ until }: Watch, who: Person, command: string, answers: Record<string, Filling>) {
  const before = who.channels();
  const form = await who.in('#general').command(command);
  await form?.fill(answers).submit();
  const made = () => who.channels().find((name) => !before.includes(name));
  await until(`${who.handle} has a team channel`, () => made() !== undefined);
  const team = made() ?? '';
  await until(`the project's card is in ${team}`, () => who.sees(team).some(({ buttons }) => buttons.length > 0));
  return team;
}

async function written(_: Watch, who: Person, team: string, answers: Record<string, Filling>): Promise<void> {
  const form = await who.in(team).command('/brief');
  await form?.fill(answers).submit();
}

const hasButton = (who: Person, channel: string, label: string): boolean =>
  who.sees(channel).some(({ buttons }) => buttons.includes(label));
