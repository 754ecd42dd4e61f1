import type { Asking } from '../../src/approval/model-asking.ts';
import { howHash } from '../../src/approval/rules-asking.ts';
import type { Deliverable, DeliveredContent } from '../../src/deliverable/model.ts';
import { pointsFor } from '../../src/deliverable/rules-points.ts';
import { leavingHash, sendVersion } from '../../src/deliverable/rules-send.ts';
import { addVersion, type Unticked } from '../../src/deliverable/rules.ts';
import { checkVersion, reviewVersion } from '../../src/deliverable/rules-check.ts';
import type { Acting } from '../../src/project/rules.ts';
import { ana, asks, later, LOOK, SENDING } from './arbitraries.ts';
import { CLIENTS } from './arbitraries-approval.ts';
import { DELIVERABLE, posterOf } from './delivered.ts';
import { deed, type Step } from './deliverable-act.ts';
import { isReady, mayBeReplaced, newDraft, nextNumber, type Plain, roundOfNext } from './deliverable-plain.ts';
import type { Who } from './arbitraries-approval.ts';

/** Who works on it: Ana runs the project, Ben and Hal are on the team. */
const TEAM = ['id-UANA', 'id-UBEN', 'id-UHAL'];
const isTeam = (who: Who) => TEAM.includes(who.id);
export const runs = (who: Who) => who.id === ana.id;

/** Whoever acts, as Slack knows them: the client's people are guests. */
export const acting = (who: Who, now: Date): Acting => ({
  ...who,
  kind: who.person.team === ana.person.team ? 'member' : 'guest',
  at: now,
});

export const pointsOf = ({ kind, criteria }: Pick<Deliverable, 'kind' | 'criteria'>): Unticked =>
  pointsFor(kind, { isRoutine: false, criteria, isChina: false }, undefined);

/** Somebody brings the next version, or says that it is the one so many further on. */
export const bringing = (who: Who, own: boolean, off: number, url: string): Step =>
  deed(
    `${who.name} brings ${off === 0 ? 'a version' : 'another one'}: own ${own}`,
    (plain) => {
      if (!isTeam(who) || plain.dropped || off !== 0) return false;
      plain.draft = newDraft(nextNumber(plain), who.id, own, plain.reviewers);
      return true;
    },
    (project, now, plain) => {
      const contents: DeliveredContent[] = [{ is: 'link', url }];
      const given = { contents, note: null, isOwnError: own, points: pointsOf(posterOf(project)) };
      const which = { id: DELIVERABLE, version: nextNumber(plain) + off };
      return addVersion(project, acting(who, now), which, given, now);
    },
  );

/** Somebody ticks all points but so many, and may send it back. */
export const checking = (who: Who, left: number, sendBack: string | null, off: number): Step =>
  deed(
    `${who.name} checks: ${left} left, ${sendBack ?? 'kept'}, ${off} off`,
    ({ draft, dropped }) => {
      const isOpen = draft !== null && !dropped && draft.check === 'open' && draft.maker !== who.id;
      if (!isTeam(who) || !isOpen || off !== 0 || (left > 0 && sendBack === null)) return false;
      Object.assign(draft, { check: sendBack === null ? 'passed' : 'sentBack', checker: who.id });
      return true;
    },
    (project, now, { draft }) => {
      const points = posterOf(project).draft?.check.points ?? [];
      const ticked = points.slice(left).map(({ id }) => id);
      const checked = { id: DELIVERABLE, version: (draft?.number ?? 1) + off, ticked, sendBack };
      return checkVersion(project, acting(who, now), checked, now);
    },
  );

/** Somebody who may have been asked inside says what they think of it. */
export const reviewing = (who: Who, sendBack: string | null, off: number): Step =>
  deed(
    `${who.name} reviews: ${sendBack ?? 'passed'}, ${off} off`,
    ({ draft, dropped }) => {
      if (dropped || off !== 0 || draft?.reviews.get(who.id) !== 'asked') return false;
      draft.reviews.set(who.id, sendBack === null ? 'passed' : 'sentBack');
      return true;
    },
    (project, now, { draft }) => {
      const reviewed = { id: DELIVERABLE, version: (draft?.number ?? 1) + off, sendBack };
      return reviewVersion(project, acting(who, now), reviewed, now);
    },
  );

export type Sending = {
  off: number;
  approvers: readonly (typeof CLIENTS)[number][];
  needs: number | null;
  /** Days from now. */
  dueIn: number | null;
  expiresIn: number | null;
  /** What a round beyond the agreed ones is worth; nothing is said of it where it is null. */
  worth: number | null;
  /** Something else was previewed. */
  isStale: boolean;
};

/** A day so many days after so many minutes. */
export const dayIn = (minutes: number, days: number) =>
  later(minutes + days * 1440)
    .toISOString()
    .slice(0, 10);
const DAY_MS = 86_400_000;

/** When answers are gathered until, and when the request ends; null where these days cannot be asked for. */
function instants({ minutes }: Plain, { dueIn, expiresIn }: Sending) {
  const now = later(minutes);
  const dueAt = dueIn === null ? null : new Date(`${dayIn(minutes, dueIn)}T18:00:00Z`);
  const dayOfEnd = expiresIn === null ? null : new Date(`${dayIn(minutes, expiresIn)}T00:00:00Z`);
  const expiresAt = dayOfEnd && new Date(dayOfEnd.getTime() + DAY_MS);
  const isPast = (dueAt !== null && dueAt <= now) || (expiresAt !== null && expiresAt <= now);
  const isCrossed = dueAt !== null && expiresAt !== null && expiresAt < dueAt;
  return isPast || isCrossed ? null : { dueAt, expiresAt };
}

/** Somebody sends what is ready to the client, as it was previewed. */
export const sending = (who: Who, how: Sending): Step =>
  deed(
    `${who.name} sends: ${JSON.stringify({ ...how, approvers: how.approvers.map(({ name }) => name) })}`,
    (plain) => {
      const { draft, sent } = plain;
      const at = instants(plain, how);
      if (!runs(who) || plain.dropped || !draft || !isReady(draft) || (sent && !mayBeReplaced(sent))) return false;
      const round = roundOfNext(plain);
      const isUnpaid = round > plain.rounds && !plain.goodwill.some((one) => one.round === round);
      if (how.off !== 0 || how.isStale || !at || (isUnpaid && how.worth === null)) return false;
      if (isUnpaid) plain.goodwill.push({ round, worth: how.worth ?? 0 });
      plain.sent = {
        ...{ number: draft.number, round, rounds: plain.rounds, parts: plain.parts, needs: how.needs, ...at },
        ...{ voices: new Map(how.approvers.map(({ id }) => [id, { said: null, parts: new Set() }])) },
        ...{ gathered: null, state: 'open' },
      };
      plain.draft = null;
      return true;
    },
    (project, now, plain) => {
      const found = posterOf(project);
      const asking = askingFor(plain, how);
      const draft = found.draft && !how.isStale ? leavingHash(found, found.draft) : 'another';
      const previewed = { channel: LOOK.channel, draft, how: howHash(asking), zone: 'Europe/London' };
      const worth = how.worth === null ? null : `${how.worth} CNY`;
      const goodwill =
        how.worth === null ? { as: null, worth, why: null } : { as: 'waived' as const, worth, why: 'Late' };
      const which = { id: DELIVERABLE, version: (found.draft?.number ?? nextNumber(plain)) + how.off };
      const look = { ...LOOK, members: [...LOOK.members, ...CLIENTS.map((one) => ({ ...one, kind: 'guest' }))] };
      return sendVersion(
        project,
        { ...SENDING, ...which, by: acting(who, now), look, asking, previewed, goodwill },
        now,
      );
    },
    true,
  );

function askingFor({ minutes }: Plain, { approvers, needs, dueIn, expiresIn }: Sending): Asking {
  return {
    ...asks(...approvers),
    needs: needs === null ? { needs: 'all' } : { needs: 'some', count: needs },
    dueOn: dueIn === null ? null : dayIn(minutes, dueIn),
    expiresOn: expiresIn === null ? null : dayIn(minutes, expiresIn),
  };
}
