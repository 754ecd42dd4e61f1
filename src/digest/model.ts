import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';

/** For how long somebody may be left alone about something: an hour, or until their next working morning. */
export const SNOOZES = ['hour', 'tomorrow'] as const;
export type Snooze = (typeof SNOOZES)[number];

const about = z.object({ kind: z.string().max(100), id: z.string().max(300) });

/** What the buttons under something that is brought up carry. */
export const snoozeValue = metadata('button', z.object({ project: z.string(), about }));

/** Snoozes kept in one project: each is of one person and one thing, and those that are over go first. */
export const MOST_SNOOZES = 100;

/** Things in one message to one person; the others come with the next digest. */
export const MOST_IN_MESSAGE = 6;

/** Of what waits for one person: more than anybody can look at. */
export const MOST_OF_ONE = 200;

/** Of one person; the newest come first. Whoever has more looks at App Home. */
export const MOST_PROJECTS = 60;

export type DigestRefusals = { 'digest.nothingOpen': Record<never, never> };
