import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';

/** Of which project; and in a form for choosing, which channel was looked at and shown. */
export const roomsMeta = metadata('modal', z.object({ project: z.string() }));
export const choosingMeta = metadata('modal', z.object({ project: z.string(), seen: z.string().nullable() }));
