import { z } from 'zod';
import { type SendEntered, sendingForm } from '../approval/model-sending.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { metadata } from '../kit/metadata.ts';
import { type Goodwill, GOODWILL } from './model.ts';

/** To whom and where a version goes. */
export const sendForm = sendingForm('deliverable');

/** What a round beyond the agreed ones is to the client; none of it is shown to them. */
export const goodwillForm = [
  { id: 'goodwill', kind: 'choice', options: GOODWILL, required: true },
  { id: 'worth', kind: 'text', long: false, max: 30, required: false },
  { id: 'goodwillWhy', kind: 'text', long: true, max: BOUNDS.reason, required: true },
] as const satisfies readonly Question[];

/** What somebody chose for a round beyond the agreed ones, as it was typed. */
export type GoodwillTyped = { as: Goodwill | null; worth: string | null; why: string | null };
export const NO_GOODWILL: GoodwillTyped = { as: null, worth: null, why: null };

/** What stands in the form for sending a version. */
export type VersionEntered = SendEntered & { goodwill: GoodwillTyped };

/**
 * `seen`: the channel whose people the preview names. `draft`: the hash of what it shows, `how` that of how is asked. `zone`: whose
 * clock it names, an IANA name. `isBeyond`: it asks what the round is to the client.
 */
export const sendMeta = metadata(
  'modal',
  z.object({
    project: z.string(),
    id: z.string(),
    version: z.int(),
    seen: z.string().nullable(),
    draft: z.string(),
    how: z.string(),
    zone: z.string(),
    isBeyond: z.boolean(),
  }),
);
