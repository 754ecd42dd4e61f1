import type { Context } from '../sandbox/driver/context.ts';
import type { Filling } from '../sandbox/driver/choose.ts';
import { person, type Person } from '../sandbox/driver/person.ts';
import type { Stack } from './demo-stack.ts';

const DAY_MS = 86_400_000;

/** Gives the agency projects by doing what its people would do, so that nothing shown was made up. */
export async function seed(stack: Stack): Promise<void> {
  const stage = onStage(stack);
  // Xia and Mei work side by side; whoever tries it out waits for the longer of the two.
  await Promise.all([yunshan(stage), meisProjects(stage)]);
}

/** She begins with all of them: what Liaison posts about the one comes while she writes the next. */
async function meisProjects(stage: Stage): Promise<void> {
  await relaunch(stage);
  const night = await museum(stage);
  const boxes = await giftBox(stage);
  await sentOutside(stage, night);
  await sentToTwo(stage, boxes);
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

/** A campaign in English: a draft with a gap, somebody who finds out, and what they heard. */
async function relaunch({ as, until, inWeeks }: Stage): Promise<void> {
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
  await leaveOverview(mei);
  await as('tom').in(team).post('Olivia says on the phone: if they remember one thing, it is “same tin, new taste”.');
}

/** A client who is not on Slack: the version is to be sent by hand, and what they say to be recorded. */
async function museum({ as, until, inWeeks }: Stage): Promise<string> {
  const mei = as('mei');
  const team = await started({ as, until }, mei, '/project new', {
    'Which client is it for?': 'Harbour Museum',
    'What is the project called?': 'Night opening',
    'What kind of work is it?': 'Job',
    'When does the client want it?': inWeeks(7),
  });
  await written({ as, until }, mei, team, {
    'What must this achieve?': 'Four hundred visitors on the first Friday night',
    'Who is it for?': 'People who live within half an hour and have never been',
    'What is the key message?': 'The museum stays up late',
    'What will be delivered?': 'Poster, A1\nPictures for the museum’s own channels',
  });
  return team;
}

async function sentOutside({ as, until }: Stage, team: string): Promise<void> {
  const mei = as('mei');
  await until('Mei can send the brief', () => hasButton(mei, team, 'Send to client'));
  await mei.click('Send to client', { in: team });
  await mei.modal().fill({ 'How does it reach them?': 'Outside Slack, by e-mail or WeChat' });
  await mei.modal().fill({ 'Who confirms it and is not on Slack?': 'Ruth Keller, Director' }).submit();
  await until('the answer can be recorded', () => hasButton(mei, team, 'Record client decision'));
}

/** Two decide for Acme: one wants a line otherwise, the other has not answered. */
async function giftBox({ as, until, inWeeks }: Stage): Promise<string> {
  const mei = as('mei');
  const team = await started({ as, until }, mei, '/project new', {
    'Which client is it for?': 'Acme',
    'What is the project called?': 'Winter gift box',
    'When does the client want it?': inWeeks(9),
  });
  await written({ as, until }, mei, team, {
    'What must this achieve?': 'Sell out the first five thousand boxes before the holidays',
    'Who is it for?': 'People who already buy Acme at least once a month',
    'What is the key message?': 'The box is half of the present',
    'What will be delivered?': 'Packaging artwork\nShelf card\nOne film of 15 s',
  });
  await leaveOverview(mei);
  return team;
}

async function sentToTwo({ as, until }: Stage, team: string): Promise<void> {
  const mei = as('mei');
  await until('Mei can send the brief', () => hasButton(mei, team, 'Send to client'));
  await mei.click('Send to client', { in: team });
  await mei.modal().fill({ 'Which channel do you share with the client?': '#acme-lantern' });
  await until('Mei sees the preview', () => mei.modal().text.includes('This goes to'));
  await mei
    .modal()
    .fill({ 'Who confirms it for the client?': ['@dana', '@olivia'] })
    .submit();
  const olivia = as('olivia');
  await until('Olivia can answer', () => hasButton(olivia, '#acme-lantern', 'Request changes'));
  await olivia.click('Request changes', { in: '#acme-lantern' });
  await olivia.modal().fill({ 'What should change, or why?': '2: also those who buy a present once a year' }).submit();
  const answered = () => olivia.sees('#acme-lantern').some(({ text }) => text.includes('Lines to be changed: 2'));
  await until('Olivia’s answer is on the card', answered);
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

/** The overview that follows a step is left, so that nobody who looks at the demonstration finds a modal open. */
const leaveOverview = async (who: Person): Promise<void> => {
  if (who.hasModal()) await who.modal().close({ all: true });
};

const hasButton = (who: Person, channel: string, label: string): boolean =>
  who.sees(channel).some(({ buttons }) => buttons.includes(label));
