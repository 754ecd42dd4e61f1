import { BOUNDS } from '../kit/bounds.ts';
import { type Day, dayIn, hourOf } from '../kit/calendar.ts';
import { hashOf } from '../kit/chain.ts';
import type { NewId } from '../kit/ids.ts';
import { samePerson } from '../kit/person.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Authority, Party, Rule } from './model.ts';
import type { AskedParty, Asking, AskingRefusals, Chain, NEEDS } from './model-asking.ts';
import { sameParty } from './rules-turn.ts';

const refuse = refuser<AskingRefusals>();

/** Nobody chosen yet; whoever will be is asked side by side, and all of them have to agree. */
export const NOTHING_ASKED: Asking = {
  approvers: [],
  order: 'sideBySide',
  needs: { needs: 'all' },
  expiresOn: null,
  dueOn: null,
  reach: 'clientChannel',
  channel: null,
  language: null,
  contact: null,
};

/** What a new project of a client begins with, from how the client decided in the last one. */
export const fromChain = (chain: Chain): Asking => ({
  ...NOTHING_ASKED,
  ...chain,
  approvers: chain.approvers.map((one) => ({ ...one, awayUntil: null })),
});

/** What is kept of it for the client's next project: neither days nor absences, which are of this one. */
export const chainOf = ({ approvers, order, needs, contact, reach, language }: Asking): Chain => ({
  approvers: approvers.map((one) => ({ ...one, awayUntil: null })),
  order,
  needs,
  contact,
  reach,
  language,
});

/** The same for the next version: days are chosen anew. */
export const forNextVersion = (asking: Asking): Asking => ({ ...asking, dueOn: null, expiresOn: null });

/** Names as they were typed, one a line, each once. */
export function namesIn(text: string | null): string[] {
  const lines = (text ?? '').split('\n').map((line) => line.trim());
  const names = new Map(lines.filter(Boolean).map((line) => [nameKey(line), line]));
  return [...names.values()];
}

const nameKey = (name: string): string => name.normalize('NFKC').toLocaleLowerCase('en').replaceAll(/\s+/gu, ' ');

/** What the form for sending holds: people by what Slack tells of them, the others by their names. */
export type Chosen = { people: readonly Party[]; names: readonly string[]; dueOn: Day | null } & Pick<
  Asking,
  'reach' | 'channel' | 'language'
>;

/**
 * The draft with these approvers, in the order in which they were chosen; what was arranged about each stays. Somebody
 * without an account keeps their id as long as their name is the same.
 */
export function choose(asking: Asking, { people, names, ...rest }: Chosen, newId: NewId): Asking {
  const before = asking.approvers;
  const nothing = { standIn: null, limit: null, awayUntil: null };
  const onSlack = people.map((party): AskedParty => {
    const known = before.find(({ person }) => person && party.person && samePerson(person, party.person));
    return { ...nothing, ...known, ...party };
  });
  const offSlack = names.map((name): AskedParty => {
    const known = before.find((one) => one.person === null && nameKey(one.name ?? '') === nameKey(name));
    return { ...nothing, ...known, person: null, id: known?.id ?? newId(), name };
  });
  return { ...asking, ...rest, approvers: [...onSlack, ...offSlack] };
}

/** `all`, or how many of them, as a rule. */
export const ruleOf = (needs: (typeof NEEDS)[number]): Rule =>
  needs === 'all' ? { needs: 'all' } : { needs: 'some', count: Number(needs) };

export const needsOf = (rule: Rule): string => (rule.needs === 'all' ? 'all' : String(rule.count));

/** Changes how all of them are asked. */
export function arrange(asking: Asking, how: Pick<Asking, 'order' | 'needs' | 'expiresOn'>): Asking | Refusal {
  if (how.order === 'inOrder' && how.needs.needs !== 'all') {
    return refuse('asking.inOrderNeedsAll', {}, { at: 'needs' });
  }
  return { ...asking, ...how };
}

/** Changes what is arranged about one of them. */
export function arrangeOne(
  asking: Asking,
  id: string,
  details: Pick<AskedParty, 'standIn' | 'limit' | 'awayUntil'>,
): Asking | Refusal {
  if (!asking.approvers.some((one) => one.id === id)) return refuse('asking.noSuchPerson', {});
  if (details.standIn?.id === id) return refuse('asking.ownStandIn', {}, { at: 'standIn' });
  return { ...asking, approvers: asking.approvers.map((one) => (one.id === id ? { ...one, ...details } : one)) };
}

/** Puts somebody in the place of an approver, where there is such a one; whoever is asked already is not asked twice. */
export function replaceAsked(asking: Asking, out: string, party: Party): Asking {
  const isThere = asking.approvers.some((one) => sameParty(one, party));
  const approvers = asking.approvers.flatMap((one) => {
    if (one.id !== out) return [one];
    return isThere ? [] : [{ ...one, ...party, standIn: null, awayUntil: null }];
  });
  return { ...asking, approvers };
}

/** "50,000 CNY", "¥ 50000", "5万 CNY" and the like: whole units and a currency of three letters. Null where it is not clear. */
export function readAmount(text: string): { amount: number; currency: string } | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s,'’_]/gu, '')
    .toUpperCase();
  const signs: Readonly<Record<string, string>> = { '¥': 'CNY', $: 'USD', '€': 'EUR', '£': 'GBP', 元: 'CNY' };
  const found = /^([A-Z]{3}|[¥$€£])?(\d{1,12})(万)?([A-Z]{3}|[¥$€£元])?$/u.exec(plain);
  const [before, digits, tenThousand, after] = found?.slice(1) ?? [];
  const said = before ?? after;
  if (digits === undefined || said === undefined || (before !== undefined && after !== undefined)) return null;
  return { amount: Number(digits) * (tenThousand ? 10_000 : 1), currency: signs[said] ?? said };
}

/** A limit of authority from what was chosen and typed. */
export function limitOf(kind: 'none' | Authority['kind'], upTo: string | null): Authority | null | Refusal {
  if (kind === 'none') return null;
  if (kind !== 'spend') return { kind };
  const read = readAmount(upTo ?? '');
  return read ? { kind, ...read } : refuse('asking.amountUnclear', {}, { at: 'upTo' });
}

/** The approvers with their steps, and the rule of each step, as the engine opens a request. */
export function stepsOf({ approvers, order, needs }: Asking) {
  const asked = approvers.map(({ person, id, name, standIn, limit }, index) => ({
    person,
    id,
    name,
    standIn,
    limit,
    step: order === 'inOrder' ? index : 0,
  }));
  const steps: Rule[] = order === 'inOrder' ? approvers.map(() => ({ needs: 'all' })) : [needs];
  return { approvers: asked, steps };
}

/** The hour at which a day that somebody has to decide by is over for them. */
export const DUE_HOUR = 18;

/** The instants of a request, from its days in one zone; a refusal at what does not fit. */
export function instantsOf({ dueOn, expiresOn }: Asking, zone: string, now: Date) {
  const dueAt = dueOn === null ? null : hourOf(dueOn, DUE_HOUR, zone);
  if (dueAt !== null && dueAt <= now) return refuse('asking.dayPast', {}, { at: 'dueOn' });
  const expiresAt = expiresOn === null ? null : hourOf(expiresOn, 24, zone);
  if (expiresAt !== null && expiresAt <= now) return refuse('asking.dayPast', {}, { at: 'expiresOn' });
  if (dueAt !== null && expiresAt !== null && expiresAt < dueAt)
    return refuse('asking.endsBeforeDue', {}, { at: 'dueOn' });
  return { dueAt, expiresAt };
}

/** Tells whether what was previewed of who and how is still so; whom the form itself shows is left out. */
export function howHash({ approvers, order, needs, expiresOn }: Asking): string {
  const arranged = approvers.flatMap(({ id, standIn, limit, awayUntil }) =>
    standIn || limit || awayUntil ? [{ id, standIn: standIn?.id ?? null, limit, awayUntil }] : [],
  );
  return hashOf({ order, needs, expiresOn, arranged }).slice(0, 16);
}

/** Can these people be asked in this way? */
export function mayAsk({ approvers, reach }: Asking): true | Refusal {
  const most = BOUNDS.approvers;
  if (approvers.length === 0) return refuse('asking.nobody', {}, { at: 'approvers' });
  if (approvers.length > most) return refuse('asking.tooMany', { most }, { at: 'approvers' });
  const tooLong = approvers.some(({ person, name }) => person === null && (name ?? '').length > BOUNDS.partyName);
  if (tooLong) return refuse('asking.nameTooLong', { most: BOUNDS.partyName }, { at: 'offSlack' });
  const who = approvers.filter(({ person }) => person !== null);
  if (reach === 'outside' && who.length > 0) return refuse('asking.outsideWithSlack', { who }, { at: 'reach' });
  return true;
}

/**
 * May somebody be reminded again? Once a working day of their own: Saturday and Sunday belong to the Friday before.
 * @param zone IANA name of their zone
 */
export function mayRemindAgain(remindedAt: string | null, zone: string, now: Date): boolean {
  return remindedAt === null || workingDay(zone, new Date(remindedAt)) !== workingDay(zone, now);
}

const DAY_MS = 86_400_000;

function workingDay(zone: string, at: Date): Day {
  const day = dayIn(zone, at);
  const noon = new Date(`${day}T12:00:00Z`);
  const back = { 0: 2, 6: 1 }[noon.getUTCDay()] ?? 0;
  return dayIn('utc', new Date(noon.getTime() - back * DAY_MS));
}
