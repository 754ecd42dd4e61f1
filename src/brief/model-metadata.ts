import { z } from 'zod';
import { decidesOnSchema } from '../approval/model.ts';
import { localeSchema } from '../kit/locale.ts';
import { metadata } from '../kit/metadata.ts';
import { BRIEF_QUESTIONS } from './model.ts';

const project = z.string();

// What the brief's buttons and modals carry. The client's buttons carry their channel's language, for those we do not know.

/** `opened`: what stood at each question when the form was opened; forms of older versions carry none. */
export const editMeta = metadata(
  'modal',
  z.object({ project, opened: z.partialRecord(z.enum(BRIEF_QUESTIONS), z.string()).optional() }),
);
export const findersMeta = metadata('modal', z.object({ project, questions: z.array(z.enum(BRIEF_QUESTIONS)) }));
/** `seen`: the channel whose people the preview names. `draft`: the hash of the lines that it shows. */
export const sendMeta = metadata('modal', z.object({ project, seen: z.string().nullable(), draft: z.string() }));
export const openValue = metadata('button', z.object({ project }));
export const decideValue = metadata('button', z.object({ project, on: decidesOnSchema, language: localeSchema }));
export const decideMeta = metadata('modal', z.object({ project, on: decidesOnSchema, language: localeSchema }));
