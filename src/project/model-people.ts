import { z } from 'zod';
import { daySchema } from '../kit/calendar.ts';
import { personSchema } from '../kit/person.ts';

/** What somebody is to the project. Which side a person is on comes from here alone, never from guest status. */
export const ROLES = [
  'accountManager',
  'deputy',
  'accountDirector',
  'teamMember',
  'partner',
  'clientContact',
  'approver',
  'clientMember',
] as const;
export type Role = (typeof ROLES)[number];

/** A partner agency works with the team and is neither the agency nor the client. Suppliers are not on Slack: see `suppliers`. */
export type PersonSide = 'agency' | 'client' | 'partner';
export const SIDE_OF: Record<Role, PersonSide> = {
  accountManager: 'agency',
  deputy: 'agency',
  accountDirector: 'agency',
  teamMember: 'agency',
  partner: 'partner',
  clientContact: 'client',
  approver: 'client',
  clientMember: 'client',
};

/** What somebody of the team does. It says nothing of what they may. */
export const CRAFTS = ['strategicPlanner', 'creative', 'producer', 'mediaPlanner', 'content', 'traffic'] as const;
export type Craft = (typeof CRAFTS)[number];

/** Away up to and including a day; `zone` is an IANA name, where it is known whose days they are. */
const awaySchema = z.looseObject({ until: daySchema, zone: z.string().optional() });

export const memberSchema = z.looseObject({
  person: personSchema,
  /** Liaison's own id, as the record names them. */
  id: z.string(),
  /** As Slack showed them when they came; null where it told nothing. */
  name: z.string().nullable(),
  role: z.enum(ROLES),
  since: z.iso.datetime(),
  away: awaySchema.nullish(),
  craft: z.enum(CRAFTS).nullish(),
  /** Who acts for somebody of the agency while they are away; an approver's stand-in is the request's. */
  standIn: z.looseObject({ person: personSchema, id: z.string(), name: z.string().nullable() }).nullish(),
  /** Slack knows them no more: the vacancy is named, and filled by people alone. */
  gone: z.looseObject({ since: z.iso.datetime() }).nullish(),
});
export type Member = z.infer<typeof memberSchema>;

/** Somebody of the client's who decides and is not on Slack; what they say comes back as evidence. */
export const offSlackSchema = z.looseObject({ id: z.string(), name: z.string(), away: awaySchema.nullish() });
export type OffSlack = z.infer<typeof offSlackSchema>;

/** An outside supplier (director, print house, media owner). `minder` is the id of a member of the team, who gets their nudges. */
export const supplierSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  supplies: z.string().nullable(),
  minder: z.string(),
});
export type Supplier = z.infer<typeof supplierSchema>;

/** Somebody who joined the team channel and is not on the roster: asked about once. */
export const joinerSchema = z.looseObject({
  person: personSchema,
  id: z.string(),
  name: z.string().nullable(),
  /** A guest or another company's person may not read along until the account manager has said that they belong. */
  outsider: z.boolean(),
  askedAt: z.iso.datetime(),
  answer: z.enum(['onTheTeam', 'notOnTheTeam']).nullable(),
});
export type Joiner = z.infer<typeof joinerSchema>;

/** Who takes the project over, and from which day; `from` is a member's id. It moves on that day and leaves this document then. */
export const handoverSchema = z.looseObject({
  id: z.string(),
  from: z.string(),
  to: z.looseObject({ person: personSchema, id: z.string(), name: z.string().nullable() }),
  on: daySchema,
  zone: z.string(),
  note: z.string().nullable(),
  /** What the client is told then, as it was previewed; null for nothing. */
  clientLine: z.string().nullable(),
  by: z.string(),
  byName: z.string().nullish(),
  at: z.iso.datetime(),
});
export type Handover = z.infer<typeof handoverSchema>;
