import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { localeSchema } from '../kit/locale.ts';
import { metadata } from '../kit/metadata.ts';

/** Why somebody of the client's objects to a correction. */
export const objectionForm = [
  { id: 'objection', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true },
] as const satisfies readonly Question[];

const project = z.string();

export const correctValue = metadata('button', z.object({ project }));
/** `draft`: the hash of the lines that were previewed. */
export const correctMeta = metadata('modal', z.object({ project, draft: z.string() }));
const objectShape = { project, version: z.int(), correction: z.int(), language: localeSchema };
export const objectValue = metadata('button', z.object(objectShape));
export const objectMeta = metadata('modal', z.object(objectShape));

export type CorrectRefusals = {
  'brief.nothingToCorrect': Record<never, never>;
  'brief.correctionUnseen': Record<never, never>;
  'brief.correctionObjected': Record<never, never>;
  'brief.meaningMayChange': { line: number };
  'brief.correctionOver': Record<never, never>;
  'brief.objectedAlready': { at: { at: string } };
  'brief.objectionEmpty': Record<never, never>;
};
