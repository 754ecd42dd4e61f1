import { DateTime } from 'luxon';
import type { Context } from '../sandbox/driver/context.ts';
import type { Filling } from '../sandbox/driver/choose.ts';
import { person, type Person } from '../sandbox/driver/person.ts';
import type { Locale } from '../src/kit/locale.ts';
import { peopleWords } from '../src/people/words.ts';
import type { Stack } from './demo-stack.ts';

const DAY_MS = 86_400_000;
const AGENCY_ZONE = 'Asia/Shanghai';
/** Channels are made one after the other, on a busy machine too. */
const MADE_WITHIN_MS = 40_000;

/** What those who act in the demonstration have at hand. */
export type SeedStage = {
  as: (handle: string) => Person;
  until: Stack['until'];
  /** A day so many weeks from now, never on a weekend. */
  inWeeks: (weeks: number) => string;
  /** The day after so many days from Monday to Friday; 1 is the next one. */
  inDays: (days: number) => string;
};

export function onStage({ server, until }: Stack): SeedStage {
  const { engine } = server;
  const context: Context = { engine, drafts: new Map(), idle: () => engine.dispatch.idle(), paceMs: 0 };
  return {
    as: (handle) => person(context, handle),
    until,
    inDays: (days) => weekdayAfter(engine.world.clock.now(), days),
    inWeeks: (weeks) => {
      const today = new Date(engine.world.clock.now());
      const toFriday = (12 - today.getUTCDay()) % 7;
      return new Date(today.getTime() + (weeks * 7 + toFriday) * DAY_MS).toISOString().slice(0, 10);
    },
  };
}

function weekdayAfter(nowMs: number, days: number): string {
  let day = DateTime.fromMillis(nowMs, { zone: AGENCY_ZONE });
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (day.weekday < 6) left -= 1;
  }
  return day.toFormat('yyyy-MM-dd');
}

type Watch = Pick<SeedStage, 'as' | 'until'>;

/** Starts a project, and does not wait for it. */
export async function begin(who: Person, command: string, answers: Record<string, Filling>): Promise<void> {
  const form = await who.in('#general').command(command);
  await form?.fill(answers).submit();
}

/** Settles once this channel is there with the card of its project. @returns its name */
export async function made({ until }: Watch, who: Person, team: string): Promise<string> {
  const isThere = () => who.channels().includes(team) && who.sees(team).some(({ buttons }) => buttons.length > 0);
  await until(`the project's card is in ${team}`, isThere, MADE_WITHIN_MS);
  return team;
}

/** Starts a project. @returns the name of the team channel that the bot made, where it cannot be told before */
export async function started(watch: Watch, who: Person, command: string, answers: Record<string, Filling>) {
  const before = who.channels();
  await begin(who, command, answers);
  const fresh = () => who.channels().find((name) => !before.includes(name));
  await watch.until(`${who.handle} has a team channel`, () => fresh() !== undefined);
  return made(watch, who, fresh() ?? '');
}

/** Puts somebody on the roster as a team member, and takes them into the channel. */
export async function joined(
  { until }: Watch,
  who: Person,
  locale: Locale,
  team: string,
  handle: string,
): Promise<void> {
  const words = peopleWords.in(locale);
  const asks = (label: string) => who.hasModal() && who.modal().labels.includes(label);
  const form = await who.in(team).command(locale === 'zh' ? '/project 人员' : '/project people');
  await form?.press(words.addButton());
  await until('somebody can be added', () => asks(words['person.label']()));
  const answers = { [words['person.label']()]: `@${handle}`, [words['role.label']()]: words['role.teamMember']() };
  await who.modal().fill(answers).submit();
  await leaveOverview(who);
  // Liaison invites them as well, in its turn.
  await who.in(team).invite(handle);
}

export async function written(who: Person, team: string, answers: Record<string, Filling>): Promise<void> {
  const form = await who.in(team).command('/brief');
  await form?.fill(answers).submit();
}

/** The overview that follows a step is left, so that nobody who looks at the demonstration finds a modal open. */
export const leaveOverview = async (who: Person): Promise<void> => {
  if (who.hasModal()) await who.modal().close({ all: true });
};

export const hasButton = (who: Person, channel: string, label: string): boolean =>
  who.sees(channel).some(({ buttons }) => buttons.includes(label));
