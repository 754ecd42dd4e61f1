import { z } from 'zod';
import type { ApprovalState } from '../approval/model.ts';
import type { Question } from '../kit/form.ts';
import { LOCALES, localeSchema } from '../kit/locale.ts';
import { metadata } from '../kit/metadata.ts';

/** What a record can be written out as. */
export const EXPORT_FORMATS = ['pdf', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** All of it, for the agency; or what the client was sent, said and was told, as it is in "Your record". */
export const EXPORT_PARTS = ['whole', 'client'] as const;
export type ExportPart = (typeof EXPORT_PARTS)[number];

/** What came of a version that was sent. */
export type AgreedState = ApprovalState;

/** What was asked for. `speaks`: the language in which whoever asked is answered; the file's own is `language`. */
export const wantedSchema = z.object({
  format: z.enum(EXPORT_FORMATS),
  language: localeSchema,
  part: z.enum(EXPORT_PARTS),
  speaks: localeSchema,
});
export type Wanted = z.infer<typeof wantedSchema>;

export const EXPORT_BOUNDS = {
  /** The longest record that is printed: about a thousand pages, which take a minute. */
  printed: 15_000,
  /** Of which a project knows that they were asked for already; a form is not open for longer. */
  remembered: 20,
} as const;

const what = [
  { id: 'format', kind: 'choice', options: EXPORT_FORMATS, required: true },
  { id: 'language', kind: 'choice', options: LOCALES, required: true },
] as const;
const part = { id: 'part', kind: 'choice', options: EXPORT_PARTS, required: true } as const;

/** What the agency's people are asked, and the client's, who get their own part. */
export const exportForm = [...what, part] as const satisfies readonly Question[];
export const clientExportForm = what satisfies readonly Question[];

/** `export`: the id of what the form makes; sent twice, it is one. */
export const exportMeta = metadata('modal', z.object({ project: z.string(), export: z.string() }));
/** `language` is spoken to those of whom no other is known. */
export const clientExportMeta = metadata(
  'modal',
  z.object({ project: z.string(), export: z.string(), language: localeSchema }),
);

/** Why nothing was written out. */
export type ExportRefusals = {
  'export.tooLong': { entries: number; most: number };
};
