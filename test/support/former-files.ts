import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Channel, ViewRecord } from '../../sandbox/core/types.ts';
import type { Locale } from '../../src/kit/locale.ts';

/** The projects of the fixtures, by where 0.1.0 had left them. */
export const FORMER_NAMES = {
  en: {
    notBegun: 'Almanac',
    gaps: 'Bakery',
    changes: 'Calendar',
    confirmed: 'Diary',
    takenBack: 'Echo',
    second: 'Festival',
    open: 'Garden',
  },
  zh: {
    notBegun: '年历',
    gaps: '面包',
    changes: '月历',
    confirmed: '日记',
    takenBack: '回声',
    second: '节庆',
    open: '花园',
  },
} as const satisfies Record<Locale, Record<string, string>>;
export type FormerName = keyof (typeof FORMER_NAMES)['en'];

function linesOf(file: string): unknown[] {
  const text = readFileSync(new URL(`../fixtures/0.1.0/${file}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

const documentSchema = z.object({ collection: z.string(), document: z.looseObject({}) });

/** The documents of one collection as 0.1.0 stored them, instants as extended JSON. */
export const formerDocuments = (locale: Locale, collection: string): Record<string, unknown>[] =>
  linesOf(`${locale}.database`)
    .map((line) => documentSchema.parse(line))
    .flatMap((line) => (line.collection === collection ? [line.document] : []));

const deliverySchema = z.object({
  list: z.enum(['commands', 'presses', 'submits', 'events']),
  entry: z.string(),
  name: z.string(),
  body: z.looseObject({}),
});

export type FormerDelivery = z.infer<typeof deliverySchema>;

/** One delivery of each entry of the table of contents of 0.1.0. */
export const formerDeliveries = (): FormerDelivery[] => linesOf('deliveries').map((line) => deliverySchema.parse(line));

type Former = {
  now: number;
  users: Record<string, string>;
  channels: Channel[];
  forms: (ViewRecord & { by: string })[];
};

/** What stood in Slack: channels with messages of the bot's, and forms that were open. */
export function formerSlack(locale: Locale): Former {
  const lines = linesOf(`${locale}.slack`) as {
    now?: number;
    users?: Record<string, string>;
    channel?: Channel;
    form?: Former['forms'][number];
  }[];
  const [{ now = 0, users = {} } = {}] = lines;
  return {
    now,
    users,
    channels: lines.flatMap(({ channel }) => channel ?? []),
    forms: lines.flatMap(({ form }) => form ?? []),
  };
}
