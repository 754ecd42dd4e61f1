/**
 * Pictures of every view of the demonstration, at two widths and in both languages, to be looked at:
 * `node --import tsx scripts/demo-screens.ts <folder> <part>` (a new folder of the system's, where none is named; the part is
 * `weeks`, `round`, `house` or `homes`, all of them where none is named).
 */
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { several } from '../test/support/several.ts';
import { DESKTOP, launch, open, PHONE, type Window } from '../test/journeys/window.ts';
import { ensureChromium } from './chromium.mjs';
import { SCENES, type Scene } from './demo-scenes.ts';
import { homes } from './demo-screens-client.ts';
import { playHouse, playRound } from './demo-screens-round.ts';
import { slowly } from './demo-screens-acts.ts';
import { playWeeks } from '../test/journeys/weeks-play.ts';
import { seed } from './demo-seed.ts';
import { startStack } from './demo-stack.ts';
import { startMongo, withDatabase } from './mongod.mjs';

/** Four months from now: a date that looks like one. */
const WANTED_ON = new Date(Date.now() + 120 * 86_400_000).toISOString().slice(0, 10);

type Shoot = (name: string, window: Window) => Promise<void>;

/** Each view at both widths; the window is the same, as when somebody makes theirs narrower. */
function camera(folder: string, language: string): Shoot {
  let count = 0;
  return async (name, { page }) => {
    count += 1;
    for (const size of [PHONE, DESKTOP]) {
      await page.setViewportSize(size);
      await page.mouse.move(0, 0);
      // A stretched list scrolls to its end in the next frame.
      await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
      const file = `${language}-${String(count).padStart(2, '0')}-${name}-${size.width}.png`;
      await page.screenshot({ path: join(folder, file), animations: 'disabled' });
    }
  };
}

async function play(s: Scene, am: Window, client: Window, shoot: Shoot): Promise<void> {
  await am.goTo('general');
  await am.type(s.help);
  await am.sees(s.helpShown);
  await shoot('help', am);
  await am.type(s.unknown);
  await am.sees(s.unknownShown);
  await shoot('unknown-verb', am);
  await am.type(s.newProject);
  await am.modal(s.startTitle).waitFor();
  await shoot('start', am);
  await am.fill({ [s.client]: s.clientName, [s.name]: '???', [s.wanted]: '2020-01-01' });
  await am.answer(s.start);
  await am.page.getByText(s.pastDay).waitFor();
  await shoot('start-errors', am);
  await am.fill({ [s.name]: s.projectName, [s.wanted]: WANTED_ON });
  await am.answer(s.start);
  await am.goTo(await s.channel(am));
  await am.sees(s.stageOne);
  await shoot('project-card', am);
  await am.press(s.write, s.stageOne);
  await am.fill(s.answers);
  await am.choose(s.notKnown, s.keyMessage);
  await shoot('brief-filled', am);
  await am.answer(s.save);
  await am.modal(s.findersTitle).waitFor();
  await am.choose(s.finder, s.am);
  await shoot('brief-not-known', am);
  await am.answer(s.saveFinder);
  await am.modal(s.overview).waitFor();
  await shoot('brief-overview', am);
  await am.answer(s.close);
  await am.sees(s.complete);
  await shoot('team-cards', am);
  await sendBrief(s, am, client, shoot);
  await answers(s, am, client, shoot);
  await after(s, am, client, shoot);
}

async function sendBrief(s: Scene, am: Window, client: Window, shoot: Shoot): Promise<void> {
  await am.press(s.send, s.complete);
  await am.choose(s.shared, s.wrongChannel);
  await am.sees(s.wrongShown);
  await shoot('send-refused', am);
  await am.choose(s.shared, s.clientChannel);
  await am.sees(s.goesTo);
  if (s.notApprover !== null) await am.choose(s.approver, s.notApprover);
  await shoot('send-preview', am);
  await am.answer(s.send);
  await am.sees(s.withClient);
  await client.goTo(s.clientChannel);
  await client.sees(s.clientCard);
  await shoot('client-channel', client);
  await client.openThread(s.clientCard);
  await shoot('client-thread', client);
}

async function answers(s: Scene, am: Window, client: Window, shoot: Shoot): Promise<void> {
  await client.press(s.change, s.check);
  await client.fill({ [s.reason]: s.reasonText });
  await shoot('request-changes', client);
  await client.answer(s.change);
  await am.openThread(s.briefCard);
  await am.sees(s.reasonText);
  await shoot('team-thread', am);
  await am.press(s.edit, s.requested);
  await am.answer(s.essentials);
  await am.fill(s.secondAnswers);
  await am.answer(s.save);
  for (const said of Object.values(s.secondAnswers)) await am.modal(s.overview).getByText(said).waitFor();
  await am.answer(s.close);
  await am.press(s.send, s.edited);
  await am.sees(s.goesTo);
  await shoot('send-second', am);
  await am.answer(s.send);
  await client.sees(s.changesShown);
  await shoot('second-version', client);
  await client.press(s.confirm, s.changesShown);
  await client.sees(s.confirmAsked);
  await shoot('confirm', client);
  await client.answer(s.confirm);
  await client.sees(s.note);
  await shoot('confirmation-note', client);
  await client.press(s.withdraw, s.note);
  await client.modal(s.withdrawTitle).waitFor();
  await shoot('withdraw', client);
  await client.answer(s.cancel);
}

async function after(s: Scene, am: Window, client: Window, shoot: Shoot): Promise<void> {
  await am.sees(s.gateOpen);
  await shoot('team-confirmed', am);
  await am.message(s.stageOne).getByText(s.stageOne).scrollIntoViewIfNeeded();
  await shoot('card-and-thread', am);
  await am.press(s.startNext, s.stageOne);
  await shoot('start-stage', am);
  await am.answer(s.startYes);
  await am.sees(s.stageTwo);
  await am.type(s.record);
  await am.modal(s.recordTitle).waitFor();
  await shoot('record', am);
  await am.answer(s.close);
  await am.type('/invite @kai');
  await am.goTo('Liaison');
  await am.sees('Kai Novak');
  await shoot('joiner', am);
  await am.goHome();
  await am.sees(s.waits);
  await shoot('home', am);
  if (s.clientHome) {
    await client.goHome();
    await client.sees(s.nothing);
    await shoot('client-home', client);
  }
  await am.page.getByRole('button', { name: 'Inspector' }).click();
  await am.page.getByRole('list', { name: 'Traffic' }).getByRole('button').first().click();
  await shoot('inspector', am);
  await am.page.getByRole('button', { name: 'Faults' }).click();
  await am.page.getByRole('button', { name: 'Plan it' }).click();
  await am.page.getByRole('list', { name: 'Planned faults' }).waitFor();
  await shoot('faults', am);
  // The next language is played in the same sandbox.
  await am.page.getByRole('button', { name: 'Clear all' }).click();
  await am.page.getByText('Nothing is planned:').waitFor();
}

/** Who sees what at home: account managers, somebody of the team, a director, clients. */
const SEATS = [
  ['en', 'mei'],
  ['en', 'tom'],
  ['en', 'ines'],
  ['en', 'olivia'],
  ['zh', 'xia'],
  ['zh', 'wei'],
  ['zh', 'zhou'],
] as const;

const found = ensureChromium();
if ('reason' in found) throw new Error(found.reason);
const named = process.argv[2];
const part = process.argv[3];
const isWanted = (one: 'weeks' | 'round' | 'house' | 'homes') => part === undefined || part === one;
const folder = named ? resolve(named) : await mkdtemp(join(tmpdir(), 'liaison-screens-'));
await mkdir(folder, { recursive: true });
const mongo = await startMongo({ own: true });
const browser = await launch(found.path);
if (isWanted('weeks')) {
  // Where there is nobody else's work: what is due of it would take its time on each of the days.
  const alone = await startStack({ mongoUri: withDatabase(mongo.uri, 'liaison_weeks') });
  await playWeeks({ browser, stack: alone, lookedOver: slowly, look: camera(folder, 'weeks') });
  await alone.stop();
}
const stack = await startStack({ mongoUri: withDatabase(mongo.uri, 'liaison_demo'), seed: several });
try {
  await seed(stack);
  const opened = (handle: string) => open(browser, stack.server.url, handle);
  for (const scene of SCENES) {
    const shoot = camera(folder, scene.language);
    const { am, client } = scene.handles;
    if (isWanted('round')) {
      await play(scene, await opened(am), await opened(client), shoot);
      await playRound(scene.language, opened, shoot);
    }
    if (isWanted('house')) await playHouse(scene.language, opened, camera(folder, `house-${scene.language}`));
  }
  for (const [language, handle] of isWanted('homes') ? SEATS : [])
    await homes(language, handle, opened, camera(folder, `homes-${handle}`));
} finally {
  await browser.close();
  await stack.stop();
  await mongo.stop();
}
console.log(folder);
