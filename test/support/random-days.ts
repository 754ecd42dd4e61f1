import { CALL_FAULTS } from '../../sandbox/core/faults.ts';
import type { Random } from '../../sandbox/core/random.ts';
import { seededRandom } from '../../sandbox/core/random.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import { sendBrief, startProject, writeBrief } from './acts.ts';
import { checkWhole } from './invariants.ts';
import { buttonsIn, fillAtRandom, pick } from './random-forms.ts';
import { type Stage, stage } from './stage.ts';

const PEOPLE = ['mei', 'tom', 'wei', 'ines', 'xia', 'kai', 'olivia', 'dana', 'zhou'] as const;
const COMMANDS = [
  '/project',
  '/project new',
  '/project new',
  '/project record',
  '/project help',
  '/project 新建',
  '/brief',
  '/brief',
  '/project nonsense',
];
/** What goes wrong in a random day, and how often in a row: never an outage that no test could wait for. */
const MOST_FAULTS_IN_A_ROW = 3;
const METHODS = [
  'chat.postMessage',
  'chat.postMessage',
  'chat.postMessage',
  'chat.update',
  'conversations.create',
  'conversations.invite',
  'conversations.info',
  'pins.add',
  'views.publish',
  'users.info',
];
/** An answer that is lost is what makes bots say things twice; a call that hangs would only make the test wait. */
const KINDS = [...CALL_FAULTS.filter((fault) => fault !== 'hang'), 'response-lost', 'response-lost'] as const;
const HOUR_MS = 3_600_000;
/** After so many acts everything is let come to rest and looked at. */
const LOOK_AFTER_ACTS = 25;

export type Days = {
  /** The same seed plays the same days. */
  seed: number;
  acts: number;
  /** Told after each act what was done. */
  tell?: (act: string) => void;
};

/**
 * Plays random days: random people press, type, fill, join and leave at random, while calls fail and deliveries come twice.
 * Every now and then all must be whole: nothing said twice, nothing lost, every card as it would be drawn now.
 * @throws Error with the seed and the last acts where it is not
 */
export async function playDays({ seed, acts, tell = () => undefined }: Days): Promise<void> {
  const on = await stage();
  const random = seededRandom(seed);
  const done: string[] = [];
  await begin(on, random);
  try {
    for (let count = 1; count <= acts; count += 1) {
      const act = await actOnce(on, random);
      done.push(act);
      tell(act);
      if (count % LOOK_AFTER_ACTS === 0 || count === acts) await rest(on);
    }
  } catch (error) {
    const last = done.slice(-LOOK_AFTER_ACTS).map((act) => `  ${act}`);
    throw new Error([`Seed ${seed}, after ${done.length} acts, the last of which were:`, ...last].join('\n'), {
      cause: error,
    });
  } finally {
    await on.end();
  }
}

/** Something to press from the start: a project with its brief, and for every second seed the brief is with the client. */
async function begin({ slack }: Stage, random: Random): Promise<void> {
  const mei = slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name: 'Spring launch' });
  await writeBrief(mei, 'en', team);
  if (random.int(2) === 0) await sendBrief(mei, 'en', team, { channel: '#acme-lantern', approver: 'dana' });
}

async function rest(on: Stage): Promise<void> {
  on.slack.faults.clear();
  await on.slack.clock.advance(HOUR_MS);
  await on.bot.replay(new Date(on.slack.clock.now()));
  await on.slack.idle();
  await checkWhole(on);
}

type Act = (on: Stage, who: Person, random: Random) => Promise<string>;

/** What people do, as often as it stands here. */
const ACTS: readonly Act[] = [
  ...Array<Act>(8).fill(pressSomething),
  ...Array<Act>(4).fill(typeCommand),
  ...Array<Act>(5).fill(planFault),
  ...Array<Act>(2).fill(deliverAgain),
  lookAtHome,
  comeOrGo,
  waitAWhile,
  shareOrNot,
];

async function actOnce(on: Stage, random: Random): Promise<string> {
  const everybody = PEOPLE.map((handle) => on.slack.as(handle));
  const busy = everybody.filter((one) => one.hasModal() || buttonsBefore(one).length > 0);
  const who = pick(random, busy.length > 0 && random.int(4) > 0 ? busy : everybody);
  const act = who.hasModal() && random.int(3) > 0 ? useModal : pick(random, ACTS);
  const what = await act(on, who, random).catch((error: unknown) => {
    // What the person no longer sees cannot be done; what is not the driver's own refusal is found by what is checked later.
    return `tried in vain: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  });
  return `${who.handle} ${what}`;
}

/** What somebody could press now, in channels and direct messages. */
const buttonsBefore = (who: Person): { label: string; in?: string }[] => [
  ...who
    .channels()
    .flatMap((channel) => who.sees(channel).flatMap(({ buttons }) => buttons.map((label) => ({ label, in: channel })))),
  ...who.dms().flatMap(({ buttons }) => buttons.map((label) => ({ label }))),
];

async function pressSomething(_on: Stage, who: Person, random: Random): Promise<string> {
  const { label, ...where } = pick(random, buttonsBefore(who));
  await who.click(label, where);
  return `pressed ${label}`;
}

async function useModal(_on: Stage, who: Person, random: Random): Promise<string> {
  const modal = who.modal();
  const chance = random.int(10);
  if (chance === 0) {
    await modal.close({ all: random.int(2) === 0 });
    return `closed ${modal.title}`;
  }
  if (modal.submitText === undefined) {
    const label = pick(random, buttonsIn(modal));
    await modal.press(label);
    return `pressed ${label} in ${modal.title}`;
  }
  const filled = await fillAtRandom(who, modal, random);
  await who.modal().submit();
  return `submitted ${modal.title} with ${filled}`;
}

async function typeCommand(_on: Stage, who: Person, random: Random): Promise<string> {
  const [channel, command] = [pick(random, who.channels()), pick(random, COMMANDS)];
  await who.in(channel).command(command);
  return `typed ${command} in ${channel}`;
}

async function planFault({ slack }: Stage, _who: Person, random: Random): Promise<string> {
  const [method, kind] = [pick(random, METHODS), pick(random, KINDS)];
  const times = 1 + random.int(MOST_FAULTS_IN_A_ROW);
  slack.faults.next(method, kind, { times });
  return `sees nothing of it: ${method} will be ${kind} ${times} times`;
}

async function deliverAgain({ slack }: Stage, _who: Person, random: Random): Promise<string> {
  const names = [...new Set(slack.journal.deliveries().map(({ name }) => name))];
  const name = pick(random, names);
  await slack.again(1 + random.int(2), name);
  return `sees nothing of it: ${name} comes again`;
}

async function lookAtHome(_on: Stage, who: Person, _random: Random): Promise<string> {
  await who.home();
  return 'opened App Home';
}

async function comeOrGo(_on: Stage, who: Person, random: Random): Promise<string> {
  const channel = pick(random, who.channels());
  if (random.int(3) === 0) {
    await who.in(channel).leave();
    return `left ${channel}`;
  }
  const other = pick(random, PEOPLE);
  await who.in(channel).invite(other);
  return `invited ${other} to ${channel}`;
}

async function waitAWhile({ slack }: Stage, _who: Person, random: Random): Promise<string> {
  const ms = 1 + random.int(HOUR_MS);
  await slack.clock.advance(ms);
  return `let ${Math.round(ms / 60_000)} minutes pass`;
}

async function shareOrNot({ slack }: Stage, _who: Person, random: Random): Promise<string> {
  const teams = [...slack.engine.world.channels.values()].filter(({ kind }) => kind === 'private');
  const [channel, shared] = [pick(random, teams), random.int(2) === 0];
  await slack.admin.share(channel.name, shared);
  return `${shared ? 'shared' : 'unshared'} #${channel.name}`;
}
