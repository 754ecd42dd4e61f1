import { z } from 'zod';
import { metadata } from '../kit/metadata.ts';

/** The action and callback ids of the agency's daily rhythm. */
export const RHYTHM_IDS = { open: 'settings.rhythm', form: 'settings.rhythmForm' } as const;

/** `opened`: the mark of what stood there; `minute`: when the post came then, so that it can be chosen again. */
export const agencyRhythmMeta = metadata('modal', z.object({ opened: z.string(), minute: z.int().min(0).max(1439) }));
