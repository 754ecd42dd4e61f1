import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import { daySchema } from '../kit/calendar.ts';
import type { Question } from '../kit/form.ts';
import { localeSchema } from '../kit/locale.ts';
import type { Named } from '../kit/text.ts';
import { authoritySchema, partySchema, ruleSchema } from './model.ts';

/** Whether approvers are asked at the same time, or each once the one before has agreed. */
export const ORDERS = ['sideBySide', 'inOrder'] as const;

/** How a version reaches whoever decides: in the client channel, or by e-mail, WeChat and the like. */
export const REACHES = ['clientChannel', 'outside'] as const;
export type Reach = (typeof REACHES)[number];

/** Somebody who is to be asked, and what was arranged about them. */
const askedSchema = z.looseObject({
  ...partySchema.shape,
  standIn: partySchema.nullable(),
  limit: authoritySchema.nullable(),
  /** They are back on the day after it. */
  awayUntil: daySchema.nullable(),
});
export type AskedParty = z.infer<typeof askedSchema>;

/** Who is asked about a subject, and how: kept as a draft, so that nothing is entered twice. */
export const askingSchema = z.looseObject({
  /** In the order in which they were chosen: asked in order, it is theirs. */
  approvers: z.array(askedSchema),
  order: z.enum(ORDERS),
  /** When the request is agreed to, where they are asked side by side. */
  needs: ruleSchema,
  /** The last day on which it can be answered. */
  expiresOn: daySchema.nullable(),
  /** By which day it is to be decided. */
  dueOn: daySchema.nullable(),
  reach: z.enum(REACHES),
  /** Chosen and not sent to yet; Slack's id. */
  channel: z.string().nullable(),
  /** Of what the client reads; null where nothing was chosen. */
  language: localeSchema.nullable(),
  /** The client's day-to-day contact as the last project had them; the roster's own goes before. */
  contact: partySchema.nullable(),
});
export type Asking = z.infer<typeof askingSchema>;

/** What a client's next project begins with: who decides there, and how. */
export const chainSchema = askingSchema.pick({
  approvers: true,
  order: true,
  needs: true,
  contact: true,
  reach: true,
  language: true,
});
export type Chain = z.infer<typeof chainSchema>;

/** One person in a choice that can be emptied again, which Slack's choice of exactly one cannot. */
const one = { kind: 'people', most: 1, required: false } as const;

/** `all`, or how many of them. */
export const NEEDS = ['all', ...Array.from({ length: BOUNDS.approvers - 1 }, (_, index) => String(index + 1))] as const;

/** Who and how, for everybody who is asked: drawn over the form for sending. */
export const whoForm = [
  { id: 'order', kind: 'choice', options: ORDERS, required: true },
  { id: 'needs', kind: 'choice', options: NEEDS, required: true },
  { id: 'expiresOn', kind: 'day', required: false },
] as const satisfies readonly Question[];

/** Who stands where, on either side: also asked while a request is open. */
export const rolesForm = [
  { id: 'contact', ...one },
  { id: 'deputy', ...one },
] as const satisfies readonly Question[];

export const LIMITS = ['none', 'layout', 'artwork', 'spend'] as const;

/** What is arranged about one approver before they are asked. */
export const personForm = [
  { id: 'standIn', ...one },
  { id: 'limit', kind: 'choice', options: LIMITS, required: true },
  { id: 'upTo', kind: 'text', long: false, max: 30, required: false },
  { id: 'awayUntil', kind: 'day', required: false },
] as const satisfies readonly Question[];

/** What can be changed about one approver who is asked already. */
export const replaceForm = [
  { id: 'replaceWith', ...one },
  { id: 'replaceOffSlack', kind: 'text', long: false, max: BOUNDS.partyName, required: false },
  { id: 'standIn', ...one },
  { id: 'awayUntil', kind: 'day', required: false },
] as const satisfies readonly Question[];

/** Why a request is taken back: the client reads it. */
export const withdrawRequestForm = [
  { id: 'requestReason', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true },
] as const satisfies readonly Question[];

export type AskingRefusals = {
  'asking.nobody': Record<never, never>;
  'asking.tooMany': { most: number };
  'asking.nameTooLong': { most: number };
  'asking.outsideWithSlack': { who: readonly Named[] };
  'asking.inOrderNeedsAll': Record<never, never>;
  'asking.amountUnclear': Record<never, never>;
  'asking.dayPast': Record<never, never>;
  'asking.endsBeforeDue': Record<never, never>;
  'asking.notThere': { who: readonly Named[] };
  'asking.inside': { who: readonly Named[] };
  'asking.outsider': { who: readonly Named[] };
  'asking.unknown': { who: readonly Named[] };
  'asking.ownStandIn': Record<never, never>;
  'asking.replacedTwice': Record<never, never>;
  'asking.nothingOpen': Record<never, never>;
  'asking.noSuchPerson': Record<never, never>;
  'asking.lookMissing': Record<never, never>;
  'asking.notPreviewed': Record<never, never>;
  'asking.channelNotSeen': Record<never, never>;
  'asking.channelIsTeam': Record<never, never>;
  'asking.channelOtherClient': { client: string };
  'asking.channelMoved': Record<never, never>;
  'asking.channelArchived': Record<never, never>;
  'asking.approverNotThere': { who: readonly Named[] };
  'asking.approverInside': { who: readonly Named[] };
  'asking.standInNotThere': { who: readonly Named[] };
  'asking.channelMissing': Record<never, never>;
  'asking.howMoved': Record<never, never>;
  'asking.personUnknown': Record<never, never>;
};
