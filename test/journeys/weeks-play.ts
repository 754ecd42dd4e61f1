import { DateTime } from 'luxon';
import type { Browser } from 'playwright-core';
import type { Stack } from '../../scripts/demo-stack.ts';
import type { Day } from '../../src/kit/calendar.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { agreeOn, countDigests, countPosts, digestOf, headsUp, jump, remind, sayDone, type Weeks } from './weeks.ts';
import { open, type Window } from './window.ts';

const SHANGHAI = 'Asia/Shanghai';
/** Days after the Monday on which it begins. */
const ON = { decide: 2, silent: 3, window: 4, launch: 8, end: 16 } as const;

const CAST: Readonly<Record<Locale, Omit<Weeks, 'locale' | 'am' | 'client' | 'team' | 'lookedOver' | 'look'>>> = {
  en: {
    names: { am: 'Mei Chen', client: 'Dana Reed' },
    clientName: 'Acme',
    clientChannel: 'acme-lantern',
    project: 'Autumn term',
    texts: {
      objective: 'One in ten students has a first bottle by the end of term',
      audience: 'Students in London, 18 to 24',
      message: 'Real fruit, no powder',
      deliverables: 'Key visual\nThree films of 15 s',
    },
  },
  zh: {
    names: { am: 'Xia Liu', client: 'Zhou Lan' },
    clientName: '云山茶',
    clientChannel: 'yunshan-lantern',
    project: '开学季新茶',
    texts: {
      objective: '让老顾客在清明前预订第一批春茶',
      audience: '去年买过明前茶的顾客',
      message: '今年的第一口春天',
      deliverables: '主视觉\n朋友圈长图',
    },
  },
};

const SEATS = { en: ['mei', 'dana'], zh: ['xia', 'zhou'] } as const;

type Playing = Pick<Weeks, 'lookedOver' | 'look'> & { browser: Browser; stack: Stack };

/** How much was said on each day, from the Monday on which it began to the last day that is over. */
type Played = { locale: Locale; days: { day: Day; isWorked: boolean; posts: number; digests: number }[] }[];

/** Two account managers and their clients, one in each language, and two weeks and a bit of working days. */
export async function playWeeks(playing: Playing): Promise<Played> {
  const { stack } = playing;
  const en = await weeksIn('en', playing);
  const zh = await weeksIn('zh', playing);
  const both = [en, zh];
  const { clock } = stack.server.engine.world;
  const now = () => DateTime.fromMillis(clock.now(), { zone: SHANGHAI });
  // Nothing happens before a Monday, whatever day it is.
  do await jump(en.am, 'Tomorrow 09:00');
  while (now().weekday !== 1);
  const monday = now();
  const day = (after: number): Day => monday.plus({ days: after }).toISODate() ?? '';
  const goTo = async (after: number) => {
    while ((now().toISODate() ?? '') < day(after)) await jump(en.am, 'Tomorrow 09:00');
  };

  for (const one of both) await agreeOn(one, { decideOn: day(ON.decide), launchOn: day(ON.launch) });
  await goTo(1);
  for (const one of both) await digestOf(one, day(1), 'coming');
  await goTo(ON.silent);
  for (const one of both) await remind(one);
  await goTo(ON.window + 1);
  for (const one of both) await headsUp(one, { from: day(ON.window), until: day(ON.launch) });
  await jump(en.am, 'Next milestone');
  isOn(day(ON.launch), now());
  for (const one of both) await digestOf(one, day(ON.launch), 'today');
  await goTo(ON.launch + 1);
  // One working hour after its day: after ten in the morning of the next one.
  await jump(en.am, '+1 hour');
  await jump(en.am, '+1 hour');
  for (const one of both) await sayDone(one, day(ON.launch));
  await jump(en.am, 'Play a week');
  isOn(day(ON.end), now());
  const days = Array.from({ length: ON.end }, (_, after) => day(after));
  return [await counted(en, days), await counted(zh, days)];
}

/** @throws where the clock went elsewhere than to the morning of that day */
function isOn(day: Day, now: DateTime): void {
  const hour = now.toFormat('yyyy-MM-dd HH');
  if (hour !== `${day} 09`) throw new Error(`The clock went to ${hour}, not to the morning of ${day}`);
}

async function weeksIn(locale: Locale, { browser, stack, lookedOver, look }: Playing): Promise<Weeks> {
  const [am, client] = SEATS[locale];
  const { url } = stack.server;
  return {
    ...CAST[locale],
    locale,
    am: await open(browser, url, am),
    client: await open(browser, url, client),
    team: '',
    lookedOver,
    look: (name: string, window: Window) => look(`${locale}-${name}`, window),
  };
}

async function counted(weeks: Weeks, days: readonly Day[]): Promise<Played[number]> {
  const posts = await countPosts(weeks, days);
  const digests = await countDigests(weeks, days);
  return {
    locale: weeks.locale,
    days: days.map((day, at) => ({
      day,
      isWorked: DateTime.fromISO(day).weekday < 6,
      posts: posts[at] ?? 0,
      digests: digests[at] ?? 0,
    })),
  };
}
