import type { Wait } from '../kit/aggregate.ts';
import { type Person, personKey, samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Happened } from '../kit/change.ts';
import { card, directTo, type RowDraft, type Subject } from '../kit/rows.ts';
import type { Project, ProjectRefusals } from './model.ts';
import type { Joiner } from './model-people.ts';
import { LIAISON_ITSELF } from './model-record.ts';
import { type Actor, managers, managing, sideOf, withHold, withMember } from './rules.ts';
import { mayDo, type Who } from './rules-may.ts';

const refuse = refuser<ProjectRefusals>();

/** Somebody in a team channel. `outsider`: a guest, or somebody of another company. */
export type Present = Actor & { outsider: boolean };

/** Somebody came into the team channel. Null where nothing follows: they are known, or were asked about before. */
export function joined(project: Project, who: Present, now: Date): Project | null {
  const side = sideOf(project, who.person);
  const known = side === 'agency' || side === 'partner';
  const asked = project.joiners.some(
    (joiner) => samePerson(joiner.person, who.person) && joiner.answer !== 'notOnTheTeam',
  );
  if (known || asked) return null;
  const others = project.joiners.filter((joiner) => !samePerson(joiner.person, who.person));
  const joiner: Joiner = { ...who, askedAt: now.toISOString(), answer: null };
  return withHold({ ...project, joiners: [...others, joiner] });
}

/**
 * Who is in a channel when it is taken over is on the team, for it is the account manager's own; a guest or somebody of
 * another company is asked about like everybody who joins later, and so is somebody of the client's, whatever Slack calls them.
 */
export function takenOver(project: Project, present: readonly Present[], now: Date): Project | Refusal {
  let next = project;
  for (const who of present) {
    const isAskedAbout = who.outsider || sideOf(next, who.person) === 'client';
    const after = isAskedAbout ? (joined(next, who, now) ?? next) : withMember(next, who, 'teamMember', now);
    if (isRefusal(after)) return after;
    next = after;
  }
  return next;
}

/** Somebody left the team channel: whatever was held because of them goes on. Null where nothing follows. */
export function left(project: Project, person: Person): Project | null {
  const joiner = project.joiners.find((one) => samePerson(one.person, person));
  if (!joiner) return null;
  return withHold({ ...project, joiners: project.joiners.filter((one) => one !== joiner) });
}

/** The account manager says whether somebody who joined belongs to the team. */
export function answerJoiner(
  project: Project,
  by: Who,
  about: string,
  onTheTeam: boolean,
  now: Date,
): Project | Refusal {
  const allowed = mayDo(project, 'answerJoiner', by);
  if (allowed !== true) return allowed;
  const joiner = project.joiners.find((one) => personKey(one.person) === about);
  if (!joiner || joiner.answer !== null) return refuse('project.joinerAnswered', {});
  if (onTheTeam && sideOf(project, joiner.person) === 'client') return refuse('project.joinerIsClients', {});
  const answer = onTheTeam ? 'onTheTeam' : 'notOnTheTeam';
  const joiners = project.joiners.map((one) => (one === joiner ? ({ ...one, answer } as const) : one));
  const answered = withHold({ ...project, joiners });
  return onTheTeam ? withMember(answered, joiner, 'teamMember', now) : answered;
}

/** What waits in the project itself: somebody to be asked about. */
export function projectWaits(project: Project): Wait[] {
  const open = project.joiners.filter((joiner) => joiner.answer === null);
  return open.flatMap((joiner) =>
    managers(project).map((manager) => ({
      person: personKey(manager),
      kind: 'project.joiner',
      about: personKey(joiner.person),
      since: joiner.askedAt,
      facts: { person: joiner.person, outsider: joiner.outsider },
    })),
  );
}

/** Whoever is on the roster now and was not before, for the record. */
export function newcomers(before: Project, after: Project, actor: string): Happened[] {
  const people = after.people.slice(before.people.length).map(({ id }) => id);
  return people.length > 0 ? [{ kind: 'project.personAdded', actor, content: { people } }] : [];
}

/** Holding posts, and going on with them, is on the record. */
export function holds(before: Project | null, after: Project): Happened[] {
  const was = before?.channels.team.hold ?? null;
  const is = after.channels.team.hold;
  if ((was === null) === (is === null)) return [];
  const kind = is ? 'project.postsHeld' : 'project.postsReleased';
  return [{ kind, actor: LIAISON_ITSELF, content: { reason: (is ?? was)?.reason ?? '' } }];
}

/** Between the two people whom a joiner's card is about: who joined, and which manager is asked. */
const ASKS = '>';

const joinerSubject = (project: string, joiner: Person, manager: Person): Subject => ({
  kind: 'joiner',
  project,
  about: `${personKey(joiner)}${ASKS}${personKey(manager)}`,
});

/** The key of who joined, from what a joiner's card is about. */
export const joinerOf = (about: string): string => about.split(ASKS)[0] ?? '';

/** The account managers who can be asked: whoever is gone answers nothing. */
const askable = (project: Project): Person[] => managing(project).flatMap(({ person, gone }) => (gone ? [] : [person]));

/** Is there anybody who can be asked about whoever joins? */
export const isAnybodyAsked = (project: Project): boolean => askable(project).length > 0;

/** The questions to the account managers about somebody. */
export function joinerRows(project: Project, joiner: Person): RowDraft[] {
  return askable(project).map((manager) =>
    card(directTo(manager, project._id), joinerSubject(project._id, joiner, manager)),
  );
}
