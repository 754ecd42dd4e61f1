import { earliestOf } from '../kit/earliest.ts';
import { type Nudge, NUDGE_STEPS } from '../kit/nudge.ts';
import type { NudgeState, Queued } from '../kit/nudged.ts';
import { personKey } from '../kit/person.ts';

/** What was put down of a nudge before. */
export type KnownNudge = { state: NudgeState; doneAt: Date | null };

export type Looking = {
  project: string;
  /** By their keys. */
  known: ReadonlyMap<string, KnownNudge>;
  snoozedUntil: (nudge: Nudge) => Date | null;
};

/** What is to be done about what is due of one project. */
export type Triage = {
  /** To be put down, so that it is said: of one thing for one person only the latest step. */
  fresh: Queued[];
  /** Steps that were not said in time, and whose time a later one has taken. */
  missed: Queued[];
  /** To be said in the thread of what is asked. */
  mentions: Nudge[];
};

/** What is open for longer than this is on every digest; nothing new is said of it. It is less than is remembered (io/nudges.ts). */
const OLDEST_MS = 365 * 86_400_000;

/** What is due and may be said: by now, and not from another year. */
export const dueOf = (nudges: readonly Nudge[], now: Date): Nudge[] =>
  nudges.filter(({ at }) => at <= now && now.getTime() - at.getTime() < OLDEST_MS);

/** When the next one is due; null where none is to come. */
export const nextOf = (nudges: readonly Nudge[], now: Date): Date | null =>
  earliestOf(nudges.map(({ at }) => at).filter((at) => at > now));

/** The key under which a nudge is put down: its own is one within its project. */
export const rowKey = (project: string, { key }: Nudge): string => `${project}:${key}`;

/** All keys under which a nudge may be known. */
export function keysOf(project: string, nudge: Nudge, snoozedUntil: Date | null): string[] {
  const key = rowKey(project, nudge);
  return snoozedUntil === null ? [key] : [key, snoozedKey(key, snoozedUntil)];
}

/** Stands in no id and no instant. */
const PUT_OFF = '~';
const snoozedKey = (key: string, until: Date): string => `${key}${PUT_OFF}${until.toISOString()}`;

/** Is it this nudge that was put down under a key, put off or not? */
export const isUnder = (key: string, project: string, nudge: Nudge): boolean =>
  key.split(PUT_OFF)[0] === rowKey(project, nudge);

/** States in which it was brought up. */
const WAS_SAID: ReadonlySet<NudgeState> = new Set(['said', 'inDigest']);

/**
 * The key under which it is said. What was said and then snoozed is said once more when the snooze is over: that is what a snooze
 * asks for.
 */
export function keyOf(nudge: Nudge, { project, known, snoozedUntil }: Looking): string {
  const until = snoozedUntil(nudge);
  const key = rowKey(project, nudge);
  const before = known.get(key);
  if (!until || !before?.doneAt) return key;
  return WAS_SAID.has(before.state) && before.doneAt < until ? snoozedKey(key, until) : key;
}

/**
 * What follows from what is due. Steps of one thing follow each other, and whoever hears of the last one need not hear of those before:
 * a bot that was away says late what still helps, once.
 * @param due by now (see `dueOf`)
 */
export function triage(due: readonly Nudge[], looking: Looking): Triage {
  const groups = groupsOf(due.filter(({ way }) => way === 'message'));
  const put = (nudge: Nudge): Queued => queuedOf(nudge, looking.project, keyOf(nudge, looking));
  const stateOf = (nudge: Nudge) => looking.known.get(keyOf(nudge, looking))?.state;
  const isUnsaid = (nudge: Nudge): boolean => [undefined, 'over'].includes(stateOf(nudge));
  // What was said and put off was not missed: a later step comes instead of saying it again.
  const isFirst = (nudge: Nudge): boolean => keyOf(nudge, looking) === rowKey(looking.project, nudge);
  const isMissed = (nudge: Nudge): boolean =>
    stateOf(nudge) === 'due' || (stateOf(nudge) === undefined && isFirst(nudge) && wasToBeSaid(nudge));
  return {
    fresh: groups.flatMap((group) => group.slice(-1).filter(isUnsaid).map(put)),
    missed: groups.flatMap((group) => group.slice(0, -1).filter(isMissed).map(put)),
    mentions: due.filter((nudge) => nudge.way === 'thread' && !looking.known.has(rowKey(looking.project, nudge))),
  };
}

const wasToBeSaid = ({ at, since }: Nudge): boolean => since === undefined || at >= since;

/** By person and thing, each in the order of its steps. */
export function groupsOf(nudges: readonly Nudge[]): Nudge[][] {
  const groups = new Map<string, Nudge[]>();
  for (const nudge of nudges) {
    const key = `${personKey(nudge.to)} ${nudge.about.kind} ${nudge.about.id}`;
    groups.set(key, [...(groups.get(key) ?? []), nudge]);
  }
  return [...groups.values()].map((group) =>
    group.toSorted(
      (a, b) => a.at.getTime() - b.at.getTime() || NUDGE_STEPS.indexOf(a.step) - NUDGE_STEPS.indexOf(b.step),
    ),
  );
}

/** How the keys of one step of one thing begin, whoever it is for; null where it was put off. */
export function stepOf({ key, person }: Queued): string | null {
  return key.endsWith(person) ? key.slice(0, -person.length) : null;
}

/** As it is put down. @param key where it is said once more */
export function queuedOf(nudge: Nudge, project: string, key = rowKey(project, nudge)): Queued {
  const { step, about, at, to } = nudge;
  return { key, project, person: personKey(to), step, about, at };
}
