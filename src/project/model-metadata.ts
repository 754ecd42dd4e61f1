import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';
import { personSchema } from '../kit/person.ts';
import { STAGES } from './model-life.ts';

const project = z.string();

/** What the project's buttons and modals carry. */
export const startMeta = metadata('modal', z.object({ project, here: z.string().nullable() }));
export const stageValue = metadata('button', z.object({ project, from: z.enum(STAGES) }));
export const writeValue = metadata('button', z.object({ project }));
export const joinerValue = metadata('button', z.object({ project, about: z.string(), onTheTeam: z.boolean() }));
export const pageValue = metadata('button', z.object({ project, from: z.int() }));
/** What was typed behind a command, where it is asked first which project it is for. */
export const typedMeta = metadata('modal', z.object({ typed: z.string() }));
export const chooseValue = metadata('button', z.object({ project }));

/** What a wait says of somebody who joined. */
export const joinerFacts = z.looseObject({ person: personSchema, outsider: z.boolean() });
