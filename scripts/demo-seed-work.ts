import type { KnownBlock } from '@slack/types';
import type { Modal } from '../sandbox/driver/modal.ts';
import type { Person } from '../sandbox/driver/person.ts';
import { hasButton, joined, leaveOverview, type SeedStage } from './demo-seed-acts.ts';

/** Liaison posts one message after the other into a channel, on a busy machine too. */
const POSTED_WITHIN_MS = 40_000;

/** What the buttons and questions are called, in the language of whoever presses them. */
const EN = {
  check: 'Check',
  ticked: 'What did you look at?',
  send: 'Send to client',
  channel: 'Which channel do you share with the client?',
  goesTo: 'This goes to',
  approvers: 'Who approves it for the client?',
  change: 'Change what it is',
  version: 'New version',
  waiting: 'Approvals',
} as const;
type Labels = Readonly<Record<keyof typeof EN, string>>;
const ZH: Labels = {
  check: '检查',
  ticked: '您检查了哪些？',
  send: '发给客户',
  channel: '与客户共用哪个频道？',
  goesTo: '将发到',
  approvers: '客户方由谁审批？',
  change: '修改内容说明',
  version: '新版本',
  waiting: '审批',
};

/** A piece of work in its team channel, with the one who sees to it there. */
type Piece = SeedStage & { team: string; name: string; labels: Labels };

/** Its card, on which the buttons of the others are not. */
const cardOf = ({ name }: Piece) => new RegExp(`^${name} · `, 'u');

const onCard = (piece: Piece, who: Person, button: string): Promise<void> =>
  piece.until(
    `${who.handle} can press ${button} on ${piece.name}`,
    () => who.sees(piece.team).some(({ text, buttons }) => cardOf(piece).test(text) && buttons.includes(button)),
    POSTED_WITHIN_MS,
  );

/** Presses a button of its card, once it is there. @returns the form that it opens */
async function press(piece: Piece, who: Person, button: string): Promise<Modal> {
  await onCard(piece, who, button);
  await who.click(button, { in: piece.team, message: cardOf(piece) });
  return who.modal();
}

/** Posts a file in the team channel, and sends it for approval by the message's menu. */
async function bring({ team, name }: Piece, who: Person, said: string, file: { name: string; text: string }) {
  await who.in(team).post(said, { files: [file] });
  await who.shortcut('Send for approval', said, { in: team });
  await who.modal().fill({ 'What is it called?': name }).submit();
}

/** By what waits for them, over all their projects, the longest first: a card is drawn again only after a while. */
async function pressWaiting({ name, team, until, labels }: Piece, who: Person, button: string): Promise<Modal> {
  const waiting = await who.in(team).command('/approval');
  await waiting?.press(button);
  const isIt = () => who.modal().title !== labels.waiting && who.modal().text.includes(name);
  await until(`${who.handle} has the form: ${button}, of ${name}`, isIt);
  return who.modal();
}

/** Ticks every point of the check. */
async function check(piece: Piece, who: Person, opens = pressWaiting): Promise<void> {
  const form = await opens(piece, who, piece.labels.check);
  const left = await form.fill({ [piece.labels.ticked]: optionsOf(form, piece.labels.ticked) }).submit();
  if (left?.title === form.title) throw new Error(`It was not checked: ${left.text}`);
  await leaveOverview(who);
}

function optionsOf({ raw }: Modal, label: string): string[] {
  const inputs = (raw.blocks as KnownBlock[]).flatMap((block) => (block.type === 'input' ? [block] : []));
  const element = inputs.find((block) => block.label.text === label)?.element;
  return element && 'options' in element ? (element.options ?? []).map(({ text }) => text.text) : [];
}

/** Sends the version to somebody of the client; who decides is remembered for the next one. */
async function send(piece: Piece, who: Person, channel: string, approver: string): Promise<void> {
  const { labels, until } = piece;
  const form = await press(piece, who, labels.send);
  if (form.labels.includes(labels.channel)) await form.fill({ [labels.channel]: channel });
  await until(`${who.handle} sees the preview`, () => who.modal().text.includes(labels.goesTo));
  const filled = await who.modal().fill({ [labels.approvers]: [approver] });
  const left = await filled.submit();
  // Where a file was read only just now, what is sent is shown once more.
  const again = left?.title === form.title ? await left.submit() : undefined;
  if (again?.title === form.title) throw new Error(`It was not sent: ${again.text}`);
  await leaveOverview(who);
}

/** The client has a version before them, and answers it. */
async function answered({ until, name }: Piece, who: Person, channel: string, button: string): Promise<void> {
  const version = new RegExp(`${name}, version \\d`, 'u');
  const isAsked = () =>
    who.sees(channel).some(({ text, buttons }) => version.test(text) && buttons.includes('Request changes'));
  await until(`${who.handle} can answer ${name}`, isAsked, POSTED_WITHIN_MS);
  await who.click(button, { in: channel, message: version });
}

const drawing = (text: string, size = '600 400'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}"><text x="40" y="80">${text}</text></svg>\n`;

const CLIENT = '#acme-lantern';

const festivalPieces = (stage: SeedStage, team: string) => {
  const piece = (name: string): Piece => ({ ...stage, team, name, labels: EN });
  const [mei, ines, dana] = ['mei', 'ines', 'dana'].map(stage.as) as [Person, Person, Person];
  const pieces = { cup: piece('Cup artwork'), poster: piece('Festival poster'), costs: piece('Cost estimate, cups') };
  return { ...pieces, mei, ines, dana };
};

/** What is made in the campaign that is being carried out: Ines brings what was drawn, and Mei what it costs. */
export async function festivalBrought(stage: SeedStage, team: string): Promise<void> {
  const { cup, poster, costs, mei, ines } = festivalPieces(stage, team);
  await bring(cup, ines, 'The cup, both sides.', { name: 'cup-artwork-v1.svg', text: drawing('One cup, all summer') });
  await bring(poster, ines, 'Poster for the gates.', { name: 'festival-poster.svg', text: drawing('All summer') });
  const form = await mei.in(team).command('/approval new');
  await form?.fill({ 'What is it called?': costs.name, 'What exactly is to be approved?': QUOTED }).submit();
}

/** One piece is with the client in its second round, one is approved with its usage rights, and the cost estimate waits. */
export async function festivalWork(stage: SeedStage, team: string): Promise<void> {
  const { cup, poster, costs, mei, ines, dana } = festivalPieces(stage, team);
  for (const one of [cup, poster]) {
    await check(one, mei);
    await send(one, mei, CLIENT, '@dana');
  }
  await answered(cup, dana, CLIENT, 'Request changes');
  await dana.modal().fill({ 'What should change, or why?': 'The deposit of 2 € has to stand on the cup' }).submit();
  const next = await press(cup, ines, EN.version);
  const second = { name: 'cup-artwork-v2.svg', text: drawing('One cup, all summer. Deposit 2 €') };
  await next.fill({ 'A file': [second], 'What is different?': 'Deposit added' }).submit();
  await check(cup, mei);
  await send(cup, mei, CLIENT, '@dana');
  await answered(poster, dana, CLIENT, 'Approve');
  const estimate = { 'What does it come to?': '48000 EUR', 'Until when does it hold?': stage.inWeeks(4) };
  await (await press(costs, mei, EN.change)).fill(estimate).submit();
  await check(costs, ines);
  await send(costs, mei, CLIENT, '@dana');
  const rights = { 'In which media may it be used?': 'Out of home, social', 'In which territory?': 'Germany' };
  const until = { 'Until which day?': stage.inWeeks(6) };
  await (await press(poster, mei, 'Usage rights')).fill({ ...rights, ...until }).submit();
}

const QUOTED = '20,000 cups, printed in two colours, with delivery to four festivals';

/** Before the brief is agreed: a first route that could be sent, and something that Mei has to check. */
export async function relaunchWork(stage: SeedStage, team: string): Promise<void> {
  const piece = (name: string): Piece => ({ ...stage, team, name, labels: EN });
  const [ines, tom] = ['ines', 'tom'].map(stage.as) as [Person, Person];
  const route = piece('Key visual, first route');
  await bring(route, ines, 'First route, with the tin.', { name: 'route-1.svg', text: drawing('Same tin, new taste') });
  await check(route, tom, press);
  const form = await tom.in(team).command('/approval new https://review.example/animatic-20s');
  await form?.fill({ 'What is it called?': 'Animatic, 20 s' }).submit();
}

/** A set for a client in Chinese: three parts, of which some can be approved. */
export async function posterSet(stage: SeedStage, team: string): Promise<void> {
  const piece: Piece = { ...stage, team, name: '朋友圈长图', labels: ZH };
  const [xia, hao] = ['xia', 'hao'].map(stage.as) as [Person, Person];
  await joined(stage, xia, 'zh', team, 'hao');
  const form = await xia.in(team).command('/approval 送审');
  await form?.fill({ '叫什么名称？': piece.name, '究竟要审批什么？': 'https://review.example/pengyouquan' }).submit();
  const details = await press(piece, xia, ZH.change);
  await details.fill({ '由哪些部分组成？': '长图一：采茶\n长图二：开封\n长图三：门店' }).submit();
  await check(piece, hao);
  await send(piece, xia, '#yunshan-lantern', '@zhou');
  await stage.until(
    'Zhou can approve some parts',
    () => hasButton(stage.as('zhou'), '#yunshan-lantern', '批准部分内容'),
    POSTED_WITHIN_MS,
  );
}
