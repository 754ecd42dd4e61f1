import { z } from 'zod';
import type { DeliverableKind } from './model.ts';

/** Liaison's own points, each worded in both languages (words-points.ts). */
export const CHECK_KEYS = [
  'againstBrief',
  'typing',
  'resolution',
  'size',
  'logo',
  'priceDate',
  'linkCode',
  'legalLine',
  'usageRights',
  'booking',
  'sums',
  'absoluteTerms',
] as const;
export type CheckKey = (typeof CHECK_KEYS)[number];

const checkKeySchema = z.enum(CHECK_KEYS);

/** Is it one of Liaison's own points? Settings and checks of an earlier time may name one that is gone. */
export const isCheckKey = (key: string): key is CheckKey => checkKeySchema.safeParse(key).success;

/** What is looked at where an administrator chose nothing else, by kind, in the order of looking (docs/product.md, Execution). */
export const POINTS_OF: Readonly<Record<DeliverableKind, readonly CheckKey[]>> = {
  print: ['typing', 'resolution', 'size', 'logo', 'priceDate', 'linkCode', 'legalLine', 'usageRights'],
  film: ['typing', 'size', 'logo', 'priceDate', 'linkCode', 'legalLine', 'usageRights'],
  social: ['typing', 'size', 'logo', 'priceDate', 'linkCode', 'legalLine', 'usageRights'],
  web: ['typing', 'size', 'logo', 'priceDate', 'linkCode', 'legalLine', 'usageRights'],
  outOfHome: ['typing', 'resolution', 'size', 'logo', 'priceDate', 'linkCode', 'legalLine', 'usageRights'],
  mediaPlan: ['typing', 'priceDate', 'booking'],
  costEstimate: ['typing', 'priceDate', 'sums'],
  other: ['typing', 'logo', 'legalLine', 'usageRights'],
};

/** What is no advertisement to the public is not looked through for absolute terms. */
export const IS_PUBLIC: Readonly<Record<DeliverableKind, boolean>> = {
  print: true,
  film: true,
  social: true,
  web: true,
  outOfHome: true,
  mediaPlan: false,
  costEstimate: false,
  other: true,
};
