import type { Locale } from '../kit/locale.ts';
import type { Named } from '../kit/text.ts';
import type { Approval, Party } from './model.ts';
import type { ApprovalEvent, ApprovalEventKind } from './model-events.ts';
import type { ShownSubject } from './model-shown.ts';
import { type Away, calledFor, whoMayDecide } from './rules-people.ts';

/** What happened in one move, for telling team and client of it. */
export type Happening = {
  before: Approval;
  after: Approval;
  events: readonly ApprovalEvent[];
  /** Who did it; null where nobody of flesh did. */
  by: Named | null;
  shown: ShownSubject;
  away: Away;
  /** Whom contradictions are put to. */
  lead: Party;
  locale: Locale;
};

export const has = ({ events }: Happening, kind: ApprovalEventKind): boolean =>
  events.some((event) => event.kind === kind);

/** People by the ids that an event names, as the approval knows them: approvers, stand-ins, and who they were before. */
export function partiesOf({ before, after }: Happening, ids: readonly string[]): Party[] {
  const known = [...after.approvers, ...before.approvers].flatMap((one): Party[] => [
    one,
    ...(one.standIn ? [one.standIn] : []),
    ...one.before.map(({ person, id, name }) => ({ person: person ?? null, id, name })),
  ]);
  return ids.map((id) => known.find((one) => one.id === id) ?? { person: null, id, name: null });
}

/** Those who are to act on the approval now: a stand-in for whoever is away. */
export const toAct = ({ after, away }: Happening): Party[] => {
  const parties = calledFor(after, away);
  return parties.length > 0 ? parties : whoMayDecide(after, away);
};
