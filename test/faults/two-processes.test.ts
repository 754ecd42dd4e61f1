import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Modal } from '../../sandbox/driver/modal.ts';
import { isOverview, read, shown, writeBrief } from '../support/acts.ts';
import type { BotProcess } from '../support/bot-process.ts';
import { CLIENTS, crowded, TEAM } from '../support/crowded.ts';
import { type Outside, outside } from '../support/outside.ts';
import {
  CLIENT,
  filledBrief,
  hasty,
  localeOf,
  objectiveOf,
  recordOf,
  ROOM,
  saidTwice,
  sendToOlivia,
  startInWarRoom,
  toldFrom,
  unansweredFrom,
} from './war-room.ts';

jest.setTimeout(90_000);

/** Who reads along in the client channel and may not decide. */
const READERS = ['dana', 'tom', ...CLIENTS];

/** How many deliveries a process has acknowledged. */
async function acked({ healthUrl }: BotProcess): Promise<number> {
  const text = await (await fetch(`${healthUrl}/metrics`)).text();
  return [...text.matchAll(/^liaison_ack_seconds_count\S* (\d+)/gmu)].reduce((sum, [, one]) => sum + Number(one), 0);
}

describe.each(['http', 'socket'] as const)('of two processes over %s', (over) => {
  let on: Outside;
  let bots: BotProcess[];
  beforeAll(async () => {
    on = await outside({ over, seed: crowded });
    bots = [on.bot(), await on.startBot()];
    await startInWarRoom(on);
    await writeBrief(on.as('mei'), 'en', ROOM);
    await sendToOlivia(on);
  });
  afterAll(() => on.end());

  const privately = (handle: string) =>
    on
      .as(handle)
      .private()
      .map(({ text }) => text);
  const entries = () => on.server.engine.journal.entries.length;

  test('each decision is made once when twenty people press twice while the team writes, and all of them are answered', async () => {
    const as = hasty(on);
    await on.as('mei').in(ROOM).invite('kai');
    const forms = await Promise.all(TEAM.slice(1).map((handle) => filledBrief(as(handle))));
    const [before, { kinds: recorded }] = [entries(), await recordOf(on)];
    const shares = await Promise.all(bots.map(acked));
    const twice = (press: () => Promise<unknown>) => [press(), press()];
    await Promise.all([
      ...['olivia', ...READERS].flatMap((handle) => twice(() => as(handle).click('Confirm', { in: CLIENT }))),
      ...forms.map((form) => form.submit()),
      ...twice(() => as('mei').click('Yes, on the team')),
    ]);
    await on.quiet();

    const told = toldFrom(on, before);
    // Slack also tells of every message that is posted, ours among them.
    expect(told.filter(({ kind }) => kind === 'interactive')).toHaveLength(2 * 20 + 5 + 2);
    expect(told.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    for (const [index, bot] of bots.entries()) expect(await acked(bot)).toBeGreaterThan(shares[index] ?? 0);
    for (const handle of READERS) {
      expect([handle, ...privately(handle)]).toEqual([handle, expect.stringMatching(WHY), expect.stringMatching(WHY)]);
    }
    expect(privately('olivia').at(-1)).toMatch(/The answer is already recorded: confirmed|outcome is not known yet/);

    const { kinds, breaks } = await recordOf(on);
    const made = [
      'approval.answered',
      'approval.closed',
      'approval.gathered',
      'project.personAdded',
      'project.postsReleased',
    ];
    expect([kinds.slice(recorded.length).toSorted(), breaks]).toEqual([made, []]);
    expect(saidTwice(on)).toEqual([]);
    expect(await on.db.collection('outbox').countDocuments({ state: { $ne: 'sent' } })).toBe(0);
    const seen = read(as('olivia'), CLIENT);
    const confirmed = expect.stringContaining('Version 1 was confirmed by Olivia Grant');
    expect(seen.filter((text) => text.startsWith('Brief · Spring launch'))).toEqual([confirmed]);
    expect(seen.filter((text) => text.startsWith('Confirmation note'))).toHaveLength(1);
    expect(seen.join('\n')).not.toContain('[Confirm]');
  });

  /** Everybody of the team saves what they wrote, at the same moment. @returns who of them were told something. */
  async function allSave(): Promise<string[]> {
    const as = hasty(on);
    const forms = await Promise.all(TEAM.map((handle) => filledBrief(as(handle))));
    const notes = (handle: string) => as(handle).private().length + as(handle).dms().length;
    const before = TEAM.map(notes);
    const left = await Promise.all(forms.map((form) => form.submit()));
    await on.quiet();
    // Whoever's is kept sees the overview again, which says nothing of it.
    const isTold = (handle: string, modal: Modal | undefined) =>
      modal !== undefined && !isOverview(modal, localeOf(handle));
    return TEAM.filter((handle, index) => isTold(handle, left[index]) || notes(handle) !== before[index]);
  }
  const briefCard = () => read(on.as('mei'), ROOM).find((text) => text.includes('1. Objective')) ?? '';

  test('six people who save the brief at the same moment are all answered, and the card shows one of them whole', async () => {
    const before = entries();
    await allSave();
    expect(await unansweredFrom(on, before)).toEqual([]);
    expect(TEAM.filter((handle) => briefCard().includes(objectiveOf(handle)))).toHaveLength(1);
    expect(saidTwice(on)).toEqual([]);
  });

  test('six people save the brief at the same moment: whose text is not kept is told so', async () => {
    const isOnCard = (handle: string) => briefCard().includes(objectiveOf(handle));
    // Whose words stand there already changes nothing, and so has nothing to hear.
    const changing = TEAM.filter((handle) => !isOnCard(handle));
    const told = await allSave();
    expect(told).toEqual(changing.filter((handle) => !isOnCard(handle)));
    expect(changing.filter(isOnCard)).toHaveLength(1);
  });
});

/** On a machine that is busy with other things, an answer may take so long that its outcome is not waited for. */
const WHY = /the decision is for|outcome is not known yet/;

describe('a process that is killed while it sends', () => {
  let on: Outside;
  afterEach(() => on.end());

  test('leaves the rest to the other one, and nothing comes twice', async () => {
    on = await outside();
    const { as, until, db, server } = on;
    const bot = await on.startBot();
    // The processes take turns: once this one has had one, the other opens the next form, and this one gets it submitted.
    const giveTurnTo = async (one: BotProcess) => {
      const before = await acked(one);
      for (let asked = 0; asked < 4 && one.isAlive(); asked += 1) {
        await as('tom').in('#general').command('/project help');
        if ((await acked(one).catch(() => before)) > before) return;
      }
    };
    // It has posted something and not kept that.
    await bot.killAt('posted', 4);
    const names: string[] = [];
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
      if (bot.isAlive()) await giveTurnTo(bot);
      if (!bot.isAlive()) break;
      names.push(`acme-${name.toLowerCase()}`);
      const form = shown(await as('mei').in('#general').command('/project new'));
      const answers = { 'Which client is it for?': 'Acme', 'What is the project called?': name };
      await form.fill({ ...answers, 'When does the client want it?': '2027-03-14' }).submit();
    }
    expect(bot.isAlive()).toBe(false);
    const unsent = () => db.collection('outbox').countDocuments({ state: 'pending' });
    await until('the other process has sent everything', async () => (await unsent()) === 0, 75_000);

    const { world } = server.engine;
    const made = [...world.channels.values()].filter(({ creator }) => creator === world.app.botUserId);
    const teams = made.filter(({ kind }) => kind === 'private');
    expect(teams.map(({ name }) => name)).toEqual(names);
    for (const { pins, messages } of teams) {
      expect(pins).toHaveLength(1);
      expect(messages.filter(({ byApp, subtype }) => byApp && !subtype)).toHaveLength(1);
    }
    expect(saidTwice(on)).toEqual([]);
    expect(await db.collection('outbox').countDocuments({ state: 'failed' })).toBe(0);
  });
});
