import type { Shown, User } from '../../sandbox/core/types.ts';
import { SIDE_OF } from '../../src/project/model-people.ts';
import type { Stage } from './stage.ts';
import { HIDDEN, marksIn } from './wall-cast.ts';
import { type Judge, mayRead, reasonsToHold, type Rostered, rosters } from './wall-roster.ts';
import { checkSaid } from './wall-said.ts';
import { INTERNAL_SENTENCES } from './wall-sentences.ts';

export type Watch = {
  /** Looks at all that was shown since the last look. @throws Error that names what was shown to whom */
  look: () => Promise<void>;
  /** A draft is typed; it becomes the client's with the next version of its project. `question` is the project's own name for it. */
  drafted: (tag: number, question: string, word: string) => void;
};

/** Keeps watch over every seat from now on. What stands there already is how people found it. */
export function watchWall(on: Stage): Watch {
  const { world } = on.slack.engine;
  const shown = () => world.shown ?? [];
  const released = new Set<string>();
  const drafts = new Map<number, Map<string, string>>();
  const versions = new Map<string, number>();
  const seen = new Set<string>();
  let upTo = 0;

  function release(projects: readonly Rostered[]): void {
    for (const { _id, tag, version } of projects) {
      if (version === (versions.get(_id) ?? 0)) continue;
      versions.set(_id, version);
      for (const word of drafts.get(tag)?.values() ?? []) released.add(word);
    }
  }

  /** What the bot made since the last look, each thing once: history that somebody finds as they join was shown before. */
  function fresh(): Shown[] {
    const made: Shown[] = [];
    let isByApp = false;
    for (const one of shown().slice(upTo)) {
      const key = keyOf(one);
      if (one.what === 'message' || one.what === 'ephemeral') isByApp = wordedByApp(one);
      const isOurs = isByApp || !['message', 'ephemeral', 'file', 'metadata'].includes(one.what);
      if (isOurs && !seen.has(key)) made.push(one);
      seen.add(key);
    }
    upTo = shown().length;
    return made;
  }

  return {
    drafted: (tag, question, word) => {
      const answers = drafts.get(tag) ?? new Map<string, string>();
      drafts.set(tag, answers.set(question, word));
    },
    look: async () => {
      const projects = await rosters(on);
      release(projects);
      const judge: Judge = { projects, released, ownTeam: world.app.teamId, channels: world.channels };
      const made = fresh();
      for (const one of made) checkSeats(judge, one, world.users);
      for (const project of projects) checkHeld(judge, project, made, world.users);
      await checkSaid(on, projects, (project) => {
        const { must, may } = reasonsToHold(judge, project, world.users);
        return [...must, ...may];
      });
    },
  };
}

/**
 * A message is the same while its words are: reactions of people make no new one of it, and a channel that got another id has
 * the same messages.
 */
function keyOf({ channel, what, raw, words, viewers }: Shown): string {
  if (what === 'message') {
    const { ts, text, blocks } = JSON.parse(raw) as { ts: string; text: string; blocks: unknown };
    return JSON.stringify([what, ts, text, blocks]);
  }
  // What one person alone is shown is nobody's history.
  return JSON.stringify([what, raw, words, channel === undefined || what === 'ephemeral' ? viewers : []]);
}

const wordedByApp = ({ raw }: Shown): boolean => (JSON.parse(raw) as { byApp: boolean }).byApp;

/** Nobody is shown a word that is not theirs. */
function checkSeats(judge: Judge, one: Shown, users: ReadonlyMap<string, User>): void {
  const text = [...one.words, one.raw].join('\n');
  const marks = marksIn(text);
  const hidden = isHiddenNamed(text, users);
  const sentence = INTERNAL_SENTENCES.find((said) => text.includes(said));
  if (marks.length === 0 && !hidden && sentence === undefined) return;
  for (const id of one.viewers) {
    const user = users.get(id);
    if (!user || user.kind === 'bot' || user.isDeleted) continue;
    const leaked = marks.filter((word) => !mayRead(judge, word, user, one.channel)).map(({ word }) => word);
    if (!isOfSomeTeam(judge, user)) leaked.push(...(hidden ? [HIDDEN.name] : []), ...(sentence ? [sentence] : []));
    if (leaked.length > 0)
      throw new Error(`${user.handle} was shown ${leaked.join(', ')}\n${told(judge, one, leaked[0])}`);
  }
}

function isHiddenNamed(text: string, users: ReadonlyMap<string, User>): boolean {
  const id = [...users.values()].find(({ handle }) => handle === HIDDEN.handle)?.id;
  return text.includes(HIDDEN.name) || (id !== undefined && text.includes(id));
}

/**
 * Colleagues, and whoever works with some team, may know who else does, and how the house speaks. A full member who is a client's
 * is no colleague.
 */
function isOfSomeTeam({ projects, ownTeam }: Judge, user: User): boolean {
  const own = projects.flatMap(({ people }) => people.filter(({ person }) => person.user === user.id));
  if (own.some(({ role }) => SIDE_OF[role] !== 'client')) return true;
  return own.length === 0 && user.kind === 'member' && user.teamId === ownTeam;
}

/** Nothing is posted, edited, pinned or set in a team channel where an outsider could read it. */
function checkHeld(judge: Judge, project: Rostered, made: readonly Shown[], users: ReadonlyMap<string, User>): void {
  const { must: reasons } = reasonsToHold(judge, project, users);
  const there = made.filter(({ channel, what }) => channel === project.channels.team.id && POSTED.includes(what));
  const [first] = there;
  if (reasons.length === 0 || !first) return;
  const why = reasons.join(', ');
  throw new Error(`posted in the team channel of ${project.name} although ${why}\n${told(judge, first)}`);
}

const POSTED: readonly Shown['what'][] = ['message', 'pin', 'file', 'topic', 'metadata'];

/** What was shown, around a word in it. */
function told({ channels }: Judge, { what, channel, words, raw }: Shown, about = ''): string {
  const where = channel === undefined ? '' : ` in #${channels.get(channel)?.name ?? channel}`;
  const at = Math.max(0, raw.toLowerCase().indexOf(about.toLowerCase()));
  const around = raw.slice(Math.max(0, at - EXCERPT), at + EXCERPT);
  return `a ${what}${where}: ${words.join(' ')} … ${around} …`;
}

const EXCERPT = 600;
