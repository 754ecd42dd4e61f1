import type { Wait } from '../kit/aggregate.ts';
import { type Person, personKey, samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Happened } from '../kit/change.ts';
import { card, directTo, type RowDraft, type Subject } from '../kit/rows.ts';
import { type Joiner, LIAISON_ITSELF, type Project, type ProjectRefusals } from './model.ts';
import { type Actor, asManager, managers, sideOf, withHold, withMember } from './rules.ts';

const refuse = refuser<ProjectRefusals>();

/** Somebody in a team channel. `outsider`: a guest, or somebody of another company. */
export type Present = Actor & { outsider: boolean };

/** Somebody came into the team channel. Null where nothing follows: they are known, or were asked about before. */
export function joined(project: Project, who: Present, now: Date): Project | null {
  const known = sideOf(project, who.person) === 'agency';
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
 * another company is asked about like everybody who joins later.
 */
export function takenOver(project: Project, present: readonly Present[], now: Date): Project | Refusal {
  let next = project;
  for (const who of present) {
    const after = who.outsider ? (joined(next, who, now) ?? next) : withMember(next, who, 'teamMember', now);
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
  by: Person,
  about: string,
  onTheTeam: boolean,
  now: Date,
): Project | Refusal {
  const allowed = asManager(project, by);
  if (allowed !== true) return allowed;
  const joiner = project.joiners.find((one) => personKey(one.person) === about);
  if (!joiner || joiner.answer !== null) return refuse('project.joinerAnswered', {});
  if (onTheTeam && sideOf(project, joiner.person) === 'client') return refuse('project.joinerIsClients', {});
  const answer = onTheTeam ? 'onTheTeam' : 'notOnTheTeam';
  const joiners = project.joiners.map((one) => (one === joiner ? ({ ...one, answer } as const) : one));
  const answered = withHold({ ...project, joiners });
  return onTheTeam ? withMember(answered, joiner, 'teamMember', now) : answered;
}

/** The team channel was shared with another company, or no longer is. Null where nothing changes. */
export function shared(project: Project, isShared: boolean): Project | null {
  const { team } = project.channels;
  if (isShared === (team.hold?.reason === 'shared')) return null;
  const hold = isShared ? ({ reason: 'shared', people: [] } as const) : null;
  return withHold({
    ...project,
    channels: { ...project.channels, team: { ...team, hold: hold && { ...hold, people: [] } } },
  });
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

/** The questions to the account managers about somebody. */
export function joinerRows(project: Project, joiner: Person): RowDraft[] {
  return managers(project).map((manager) =>
    card(directTo(manager, project._id), joinerSubject(project._id, joiner, manager)),
  );
}
