import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';
import { STAGES } from './model.ts';

const project = z.string();

/** What the project's buttons and modals carry. */
export const startMeta = metadata('modal', z.object({ project, here: z.string().nullable() }));
export const stageValue = metadata('button', z.object({ project, from: z.enum(STAGES) }));
export const writeValue = metadata('button', z.object({ project }));
export const joinerValue = metadata('button', z.object({ project, about: z.string(), onTheTeam: z.boolean() }));
export const pageValue = metadata('button', z.object({ project, from: z.int() }));
export const chooseValue = metadata('button', z.object({ project }));
