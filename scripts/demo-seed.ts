import {
  begin,
  hasButton,
  joined,
  leaveOverview,
  made,
  onStage,
  type SeedStage,
  started,
  written,
} from './demo-seed-acts.ts';
import { agreedBefore, clientAsks, festival, jobInside, onHold, peopleOf } from './demo-seed-house.ts';
import { giftBoxPlan, posterPlan, relaunchPlan, workingDays } from './demo-seed-time.ts';
import { festivalBrought, festivalWork, posterSet, relaunchWork } from './demo-seed-work.ts';
import type { Stack } from './demo-stack.ts';

/** What stands at the end of the queue, on a busy machine too. */
const BEHIND_ALL_MS = 40_000;

/** Gives the agency projects by doing what its people would do, so that nothing shown was made up. */
export async function seed(stack: Stack): Promise<void> {
  const stage = onStage(stack);
  // They work side by side; whoever tries it out waits for the longest of them.
  const tomIsFree = onHold(stage);
  await Promise.all([yunshan(stage), meisProjects(stage, tomIsFree), tomIsFree]);
}

/** First what the client is to answer, because Liaison posts one thing after the other; while they answer, she starts the rest. */
async function meisProjects(stage: SeedStage, tomIsFree: Promise<void>): Promise<void> {
  const mei = stage.as('mei');
  await begin(mei, '/project new', giftBox(stage));
  await sentToTwo(stage, await made(stage, mei, '#acme-winter-gift-box'));
  await Promise.all([clientAnswers(stage), theOthers(stage, tomIsFree)]);
}

async function theOthers(stage: SeedStage, tomIsFree: Promise<void>): Promise<void> {
  const mei = stage.as('mei');
  for (const one of [festival, relaunch, museum]) await begin(mei, '/project new', one(stage));
  const cups = await made(stage, mei, '#acme-festival-cups');
  await agreedBefore(stage, cups);
  await joined(stage, mei, 'en', cups, 'ines');
  await festivalBrought(stage, cups);
  // A job in it would be meant as well, by whoever brings something.
  await jobInside(stage, cups);
  const autumn = await made(stage, mei, '#acme-autumn-relaunch');
  await writtenWithGap(stage, autumn);
  await peopleOf(stage, autumn);
  // As the deputy of that project Tom plans it, while she goes on.
  await Promise.all([tomIsFree.then(() => relaunchPlan(stage, autumn)), theRest(stage, cups)]);
  await relaunchWork(stage, autumn);
}

async function theRest(stage: SeedStage, cups: string): Promise<void> {
  const mei = stage.as('mei');
  await workingDays(stage);
  await giftBoxPlan(stage, '#acme-winter-gift-box');
  await festivalWork(stage, cups);
  const night = await made(stage, mei, '#harbour-museum-night-opening');
  await writtenForMuseum(stage, night);
  await sentOutside(stage, night);
}

/** A job in Chinese: its brief is with the client, who has not answered yet. */
async function yunshan(stage: SeedStage): Promise<void> {
  const { as, until, inWeeks } = stage;
  const xia = as('xia');
  const team = await started({ as, until }, xia, '/project 新建', {
    '是哪位客户的项目？': '云山茶',
    '项目叫什么名字？': '春茶上新海报',
    '是哪一类工作？': '单项任务',
    '客户希望什么时候完成？': inWeeks(5),
  });
  await written(xia, team, {
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
  await posterPlan(stage, team);
  await posterSet(stage, team);
  await until('Zhou can confirm it', () => hasButton(as('zhou'), '#yunshan-lantern', '确认'), BEHIND_ALL_MS);
}

const relaunch = ({ inWeeks }: SeedStage) => ({
  'Which client is it for?': 'Acme',
  'What is the project called?': 'Autumn relaunch',
  'When does the client want it?': inWeeks(14),
});

/** A campaign in English: a draft with a gap, somebody who finds out, and what they heard. */
async function writtenWithGap({ as }: SeedStage, team: string): Promise<void> {
  const mei = as('mei');
  await mei.in(team).invite('tom');
  await written(mei, team, {
    'What must this achieve?': 'One in five lapsed buyers tries the new recipe by the end of October',
    'Who is it for?': 'People of 25 to 40 in and around London who bought Acme until two years ago',
    'What will be delivered?': 'Key visual\nTwo films of 20 s\nPoster set for 40 stations',
    'Not known yet': ['Key message'],
  });
  await mei.modal().fill({ 'Key message: who finds it out?': '@tom' }).submit();
  await leaveOverview(mei);
  await as('tom').in(team).post('Olivia says on the phone: if they remember one thing, it is “same tin, new taste”.');
}

const museum = ({ inWeeks }: SeedStage) => ({
  'Which client is it for?': 'Harbour Museum',
  'What is the project called?': 'Night opening',
  'What kind of work is it?': 'Job',
  'When does the client want it?': inWeeks(7),
});

/** A client who is not on Slack: the version is to be sent by hand, and what they say to be recorded. */
const writtenForMuseum = ({ as }: SeedStage, team: string): Promise<void> =>
  written(as('mei'), team, {
    'What must this achieve?': 'Four hundred visitors on the first Friday night',
    'Who is it for?': 'People who live within half an hour and have never been',
    'What is the key message?': 'The museum stays up late',
    'What will be delivered?': 'Poster, A1\nPictures for the museum’s own channels',
  });

async function sentOutside({ as, until }: SeedStage, team: string): Promise<void> {
  const mei = as('mei');
  await until('Mei can send the brief', () => hasButton(mei, team, 'Send to client'), BEHIND_ALL_MS);
  await mei.click('Send to client', { in: team });
  await mei.modal().fill({ 'How does it reach them?': 'Outside Slack, by e-mail or WeChat' });
  await mei.modal().fill({ 'Who confirms it and is not on Slack?': 'Ruth Keller, Director' }).submit();
}

const giftBox = ({ inWeeks }: SeedStage) => ({
  'Which client is it for?': 'Acme',
  'What is the project called?': 'Winter gift box',
  'When does the client want it?': inWeeks(9),
});

async function sentToTwo({ as, until }: SeedStage, team: string): Promise<void> {
  const mei = as('mei');
  await written(mei, team, {
    'What must this achieve?': 'Sell out the first five thousand boxes before the holidays',
    'Who is it for?': 'People who already buy Acme at least once a month',
    'What is the key message?': 'The box is half of the present',
    'What will be delivered?': 'Packaging artwork\nShelf card\nOne film of 15 s',
  });
  await leaveOverview(mei);
  await until('Mei can send the brief', () => hasButton(mei, team, 'Send to client'), BEHIND_ALL_MS);
  await mei.click('Send to client', { in: team });
  await mei.modal().fill({ 'Which channel do you share with the client?': '#acme-lantern' });
  await until('Mei sees the preview', () => mei.modal().text.includes('This goes to'));
  await mei
    .modal()
    .fill({ 'Who confirms it for the client?': ['@dana', '@olivia'] })
    .submit();
}

/** Two decide for Acme: one wants a line otherwise, and asks for something else; the other has not answered. */
async function clientAnswers(stage: SeedStage): Promise<void> {
  const olivia = stage.as('olivia');
  await stage.until('Olivia can answer', () => hasButton(olivia, '#acme-lantern', 'Request changes'), BEHIND_ALL_MS);
  await olivia.click('Request changes', { in: '#acme-lantern' });
  await olivia.modal().fill({ 'What should change, or why?': '2: also those who buy a present once a year' }).submit();
  await clientAsks(stage);
}
