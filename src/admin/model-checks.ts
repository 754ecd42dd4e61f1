import { z } from 'zod';
import { DELIVERABLE_KINDS } from '../deliverable/model.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { metadata } from '../kit/metadata.ts';

/** The action and callback ids of what is checked before it leaves the house. */
export const CHECKS_IDS = { open: 'settings.checks', form: 'settings.checksForm' } as const;

const points = { kind: 'text', long: true, max: BOUNDS.longAnswer, required: false } as const;

/** The points of each kind, one a line. */
export const checksForm = [
  { id: 'print', ...points },
  { id: 'film', ...points },
  { id: 'social', ...points },
  { id: 'web', ...points },
  { id: 'outOfHome', ...points },
  { id: 'mediaPlan', ...points },
  { id: 'costEstimate', ...points },
  { id: 'other', ...points },
] as const satisfies readonly Question[];

/** `opened`: the mark of what stood at each kind when the form was opened. */
export const checksMeta = metadata(
  'modal',
  z.object({ opened: z.partialRecord(z.enum(DELIVERABLE_KINDS), z.string()) }),
);

export type CheckSettingsRefusals = {
  'settings.tooManyPoints': { most: number };
  'settings.pointTooLong': { most: number };
};
