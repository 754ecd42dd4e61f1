import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';
import { PROFILE_QUESTIONS } from './model.ts';

const project = z.string();

/** The project through which a client's profile is opened: being on its team gives the right to. */
export const profileValue = metadata('button', z.object({ project }));
/** `opened`: what stood at each question of the step when it was opened. */
export const profileMeta = metadata(
  'modal',
  z.object({ project, opened: z.partialRecord(z.enum(PROFILE_QUESTIONS), z.string()) }),
);
