import { answerWords } from '../../src/approval/words-answers.ts';
import { partsWords } from '../../src/approval/words-parts.ts';
import { clientDeliverableWords } from '../../src/deliverable/words-client.ts';
import { detailWords } from '../../src/deliverable/words-details.ts';
import { finalWords } from '../../src/deliverable/words-final.ts';
import { pointWords } from '../../src/deliverable/words-points.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { exportWords } from '../../src/export/words.ts';
import type { DeliverableKind } from '../../src/deliverable/model.ts';
import { formatDay } from '../../src/kit/calendar.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Window } from './window.ts';

/** Whoever makes it, the account manager, and the client who approves it, in three windows; and how they call things. */
export type Pieces = {
  locale: Locale;
  am: Window;
  maker: Window;
  client: Window;
  names: { am: string; client: string };
  clientName: string;
  clientChannel: string;
  team: string;
  project: string;
  piece: string;
  kind: DeliverableKind;
  /** Opens the form that sends, and settles when it has been drawn once more with what was looked over. */
  lookedOver: (opens: () => Promise<void>) => Promise<void>;
  /** Called at every view on the way, by those who take pictures. */
  look: (name: string, window: Window) => Promise<void>;
};

const piecesWords = ({ locale }: Pick<Pieces, 'locale'>) => ({
  answers: answerWords.in(locale),
  client: clientDeliverableWords.in(locale),
  details: detailWords.in(locale),
  export: exportWords.in(locale),
  final: finalWords.in(locale),
  parts: partsWords.in(locale),
  points: pointWords.in(locale),
  team: deliverableWords.in(locale),
});

/** Something to be approved, as a file. */
export const drawn = (name: string, words: string) => ({
  name,
  mimeType: 'image/svg+xml',
  buffer: Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400"><text y="80">${words}</text></svg>`,
  ),
});

/** Its card for the team. */
const teamCard = (on: Pieces): string => `${on.piece} · ${piecesWords(on).points[`kind.${on.kind}`]()}`;

/** A version as the client has it before them. */
const versionOf = (on: Pieces, version: number): string =>
  piecesWords(on).client.versionTitle({ project: on.project, name: on.piece, version });

/** Posts a file in the team channel, and sends it for approval by the menu of that message. */
export async function bringFile(on: Pieces, said: string, file: ReturnType<typeof drawn>): Promise<void> {
  const { maker, am, team, look } = on;
  const words = piecesWords(on).team;
  await maker.goTo(team);
  await maker.page.getByRole('main').getByLabel('Files to attach').setInputFiles(file);
  await maker.page.getByRole('main').getByText(file.name).first().waitFor();
  await maker.type(said);
  await maker.message(said).waitFor();
  await maker.shortcut('Send for approval', said);
  await maker.modal(words.addTitle()).waitFor();
  await maker.fill({ [words['name.label']()]: on.piece });
  await look('add', maker);
  await maker.answer(words.addSubmit());
  await am.goTo(team);
  for (const one of [am, maker]) await one.openThread(said);
  await am.sees(teamCard(on));
  await look('card-checking', am);
}

/** Looks at it inside once it is checked. */
export async function askReviewer(on: Pieces): Promise<void> {
  const { am, names, look } = on;
  const { details, team } = piecesWords(on);
  await am.press(team.details(), teamCard(on));
  await am.modal(details.detailsTitle()).waitFor();
  await am.choose(details['reviewers.label'](), names.am);
  await am.choose(details['rounds.label'](), '3');
  await look('details', am);
  await am.answer(details.detailsSubmit());
  await am.modal(details.detailsTitle()).waitFor({ state: 'detached' });
}

async function openCheck(on: Pieces): Promise<void> {
  const { am } = on;
  const words = piecesWords(on).team;
  await am.press(words.check(), teamCard(on));
  await am.modal(words.checkTitle()).waitFor();
}

/** One point is not fulfilled: it goes back to its maker with the reason. */
export async function sendBack(on: Pieces, reason: string): Promise<void> {
  const { am, maker, look } = on;
  const words = piecesWords(on).team;
  await openCheck(on);
  await am.page.getByRole('dialog').getByRole('checkbox').first().check();
  await am.fill({ [words['reason.label']()]: reason });
  await look('check-back', am);
  await am.answer(words.checkSubmit());
  await maker.sees(reason);
  await look('sent-back', maker);
}

/** Brings the next version by the button of the card. */
export async function bringNext(on: Pieces, file: ReturnType<typeof drawn>, note: string): Promise<void> {
  const { maker, look } = on;
  const words = piecesWords(on).team;
  await maker.press(words.newVersion(), teamCard(on));
  await maker.modal(words.versionTitle()).waitFor();
  await maker.attach(words['file.label'](), file);
  await maker.fill({ [words['note.label']()]: note });
  await look('new-version', maker);
  await maker.answer(words.versionSubmit());
  await maker.modal(words.versionTitle()).waitFor({ state: 'detached' });
}

/** All points are fulfilled. */
export async function check(on: Pieces): Promise<void> {
  const { am, look } = on;
  await openCheck(on);
  for (const box of await am.page.getByRole('dialog').getByRole('checkbox').all()) await box.check();
  await look('check', am);
  await am.answer(piecesWords(on).team.checkSubmit());
}

/** It may leave the house. */
export async function review(on: Pieces): Promise<void> {
  const { am, look } = on;
  const words = piecesWords(on).team;
  await am.press(words.review(), teamCard(on));
  await am.modal(words.reviewTitle()).waitFor();
  await am.choose(words['verdict.label'](), words['verdict.pass']());
  await look('review', am);
  await am.answer(words.reviewSubmit());
}

/** Previews and sends; where and whom is asked the first time, and stands there the next. */
export async function send(on: Pieces, version: number): Promise<void> {
  const { am, client, names, look } = on;
  const { client: words, team } = piecesWords(on);
  const isFirst = !(await am.message(teamCard(on)).getByText(names.client).first().isVisible());
  await on.lookedOver(() => am.press(team.send(), teamCard(on)));
  if (isFirst) {
    await am.choose(words['channel.label'](), on.clientChannel);
    await am.sees(words.previewTitle());
    await am.choose(words['approvers.label'](), names.client);
  }
  await am.sees(words.previewTitle());
  await look('send', am);
  await am.answer(words.sendSubmit());
  await am.modal(words.sendTitle()).waitFor({ state: 'detached' });
  if (isFirst) {
    await client.goTo(on.clientChannel);
    await client.openThread(`${on.piece} · ${on.project}`);
  }
  await client.message(versionOf(on, version)).waitFor();
  await look('client-asked', client);
  await look('card-with-client', am);
}

/** The client wants something else, in their own words. */
export async function requestChanges(on: Pieces, version: number, reason: string): Promise<void> {
  const { client, maker, look } = on;
  const { answers } = piecesWords(on);
  await client.press(answers['verb.changesRequested'](), versionOf(on, version));
  await client.fill({ [answers['reason.label']({ verb: 'changesRequested' })]: reason });
  await look('request-changes', client);
  await client.answer(answers['verb.changesRequested']());
  await maker.sees(reason);
  await look('changes-requested', maker);
}

/** Approved with changes, and to be shown again. */
export async function approveWithChanges(on: Pieces, version: number, reason: string): Promise<void> {
  const { client, maker, look } = on;
  const { answers, client: words } = piecesWords(on);
  const verb = 'approvedWithChanges';
  await client.press(answers[`verb.${verb}`](), versionOf(on, version));
  await client.fill({ [answers['reason.label']({ verb })]: reason });
  await client.choose(answers['showAgain.label'](), answers['showAgain.again']());
  await look('approve-with-changes', client);
  await client.answer(answers[`verb.${verb}`]());
  await client.sees(words.noteNextAgain());
  await look('note-again', client);
  await maker.sees(reason);
  await look('card-again', maker);
}

/** Approved, with a confirmation note. */
export async function approve(on: Pieces, version: number): Promise<void> {
  const { client, am, look } = on;
  const { answers, client: words, team } = piecesWords(on);
  await client.press(answers['verb.approved'](), versionOf(on, version));
  await look('approve', client);
  await client.answer(answers['verb.approved']());
  const title = words.titleIn({ name: on.piece, version });
  const note = answers.confirmationNote({ client: on.clientName, project: on.project, title });
  await client.sees(note);
  await look('note', client);
  await am.message(teamCard(on)).getByRole('button', { name: team.rightsButton(), exact: true }).waitFor();
  await look('card-approved', am);
}

const USED_UNTIL = '2099-03-31';

/** Where and until when it may be used. */
export async function noteRights(on: Pieces): Promise<void> {
  const { am, look } = on;
  const { details, team } = piecesWords(on);
  const [media, territory] = [details['media.placeholder'](), details['territory.placeholder']()];
  await am.press(team.rightsButton(), teamCard(on));
  await am.modal(details.rightsTitle()).waitFor();
  await am.fill({
    [details['media.label']()]: media,
    [details['territory.label']()]: territory,
    [details['until.label']()]: USED_UNTIL,
  });
  await look('rights', am);
  await am.answer(details.rightsSubmit());
  await am
    .message(teamCard(on))
    .getByText(team.rights({ media, territory, until: formatDay(USED_UNTIL, on.locale) }))
    .waitFor();
  await look('card-rights', am);
}

/** What is approved, by command. */
export async function finals(on: Pieces, version: number): Promise<void> {
  const { am, look } = on;
  const { final } = piecesWords(on);
  await am.type(on.locale === 'zh' ? '/approval 定稿' : '/approval final');
  const list = am.modal(final.title());
  await list.getByText(final.version({ version }), { exact: false }).first().waitFor();
  await list.getByText(piecesWords(on).details['territory.placeholder'](), { exact: false }).first().waitFor();
  await look('final', am);
  await am.answer(final.close());
}

/** What waits, over all projects. */
export async function overview(on: Pieces, title: string, close: string): Promise<void> {
  const { am, look } = on;
  await am.type('/approval');
  await am.modal(title).getByText(on.piece, { exact: false }).first().waitFor();
  await look('overview', am);
  await am.answer(close);
}

/** The record as a file, sent by direct message. @returns its bytes */
export async function exported(on: Pieces): Promise<Buffer> {
  const { am, look } = on;
  const words = piecesWords(on).export;
  await am.type(on.locale === 'zh' ? '/approval 导出' : '/approval export');
  await am.modal(words.title()).waitFor();
  await look('export', am);
  await am.answer(words.submit());
  await am.modal(words.comingTitle()).waitFor();
  await am.answer(words.close());
  await am.goTo('Liaison');
  const link = am.page.getByRole('main').getByRole('link', { name: /^Download .*\.pdf$/u });
  await link.waitFor();
  await look('exported', am);
  const answer = await am.page.request.get(new URL((await link.getAttribute('href')) ?? '', am.page.url()).href);
  return answer.body();
}
