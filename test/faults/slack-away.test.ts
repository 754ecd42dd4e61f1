import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { read } from '../support/acts.ts';
import { checkWhole } from '../support/invariants.ts';
import { type Stage, stage } from '../support/stage.ts';
import { expectAllArrived, expectNothingSetAside, expectRatesHeld, hour } from './slack-away-hour.ts';
import { BY_ERRORS, IN_EVERY_WAY, type Outage, OUTAGES } from './slack-away-outages.ts';
import { crowd, type Crowd, type Day, dayBegins, decisions } from './slack-away-people.ts';

jest.setTimeout(60_000);

let on: Stage;
let people: Crowd;
beforeEach(async () => {
  on = await stage();
  people = crowd(on);
});
afterEach(() => on.end());

const MINUTE_MS = 60_000;
const now = () => new Date(on.slack.clock.now());

/** People decide things in an hour in which Slack is away, and then it is back. */
async function hourOf(begin: Outage): Promise<void> {
  const { slack } = on;
  const day = await dayBegins(people);
  const before = slack.journal.deliveries().length;
  people.waitForSender(false);
  const end = begin(slack.faults);
  await hour(on, decisions(people, day));

  const answered = slack.journal.deliveries().slice(before);
  expect(answered.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual(answered.map(({ name }) => `${name}: ok`));
  await expectNothingSetAside(on);

  end();
  await on.bot.replay(now());
  await slack.idle();
  await expectAllArrived(on);
  expectRatesHeld(on);
  await checkWhole(on);
  expectAsDecided(day);
  expect(slack.journal.calls('chat.postEphemeral')).toHaveLength(1);
}

test.each(OUTAGES)('of an hour in which Slack %s nothing is lost, and nothing comes twice', (_what, begin) =>
  hourOf(begin),
);

// A row that is put back forgets that Slack was asked, but not how often: then its tries count as used up.
test('of an hour in which Slack goes wrong in every way in turn nothing is lost', () => hourOf(IN_EVERY_WAY));

// Whether they are gone is asked of Slack; an event is taken up fifty times, which is over after nine minutes.
test('a guest who left while Slack was away for long holds nothing back when it is back', async () => {
  const { slack, bot } = on;
  const { winter, open } = await dayBegins(people);
  await people.as('tom').in(winter).invite('kai');
  await open.tom.submit();
  people.waitForSender(false);
  const end = BY_ERRORS(slack.faults);
  await people.as('kai').in(winter).leave();
  for (let count = 0; count < 60; count += 1) {
    slack.engine.world.clock.advance(10_000);
    await bot.replay(now());
  }
  end();
  slack.engine.world.clock.advance(60 * MINUTE_MS);
  await bot.replay(now());
  await slack.idle();
  expect(read(people.as('tom'), winter).join('\n')).toContain('What Tom wrote');
});

// Whether they are there is asked of Slack, and until it answers nothing is held back.
test('a guest who joined while Slack was away reads nothing of the team’s when it is back', async () => {
  const { slack, bot } = on;
  const { winter, open } = await dayBegins(people);
  people.waitForSender(false);
  const end = BY_ERRORS(slack.faults);
  await people.as('tom').in(winter).invite('kai');
  await open.tom.submit();
  end();
  slack.engine.world.clock.advance(MINUTE_MS);
  await bot.sender.pump(now());
  expect(read(people.as('kai'), winter).join('\n')).not.toContain('What Tom wrote');
});

/** What people see when Slack is back: the last state of everything, and each of the things that were done once. */
function expectAsDecided({ spring, summer, autumn, winter }: Day): void {
  const { slack } = on;
  const [mei, tom, xia] = [people.as('mei'), people.as('tom'), people.as('xia')];
  const created = [...slack.engine.world.channels.values()].filter(
    ({ creator, kind }) => creator === slack.engine.world.app.botUserId && kind === 'private',
  );
  const started = xia.channels().at(-1) ?? '';
  const teams = [spring, summer, autumn, winter, started];
  expect(created.map(({ name }) => `#${name}`)).toEqual(teams);
  for (const team of teams) expect(slack.channel(team).pins).toHaveLength(1);
  expect(slack.channel(started)).toMatchObject({ topic: '春茶上市 · 云山茶 · 需求沟通' });
  expect(slack.channel(summer)).toMatchObject({ topic: 'Summer sale · Acme · Proposal' });
  const client = read(mei, '#acme-lantern').join('\n');
  expect(client).toContain('Brief · Spring launch\nVersion 1 was confirmed by Olivia Grant');
  expect(client).toContain('Brief · Autumn fair\nVersion 1 waits for Dana Reed');
  expect(client.split('Confirmation note · Spring launch')).toHaveLength(2);
  expect(read(tom, winter).join('\n')).toContain('1. Objective\nWhat Ines wrote, later');
  expect(tom.dms().filter(({ text }) => text.includes('@wei joined'))).toHaveLength(1);
}
