import type { Content } from '../kit/chain.ts';

/** What people wrote themselves, wherever an entry holds it, in the order of reading. */
const WORDS = ['reason', 'why', 'note', 'text', 'words', 'alsoAgreed'] as const;
/** Where more of it stands. */
const WITHIN = ['points', 'evidence', 'request', 'answer'] as const;

/** People's own words in an entry, each as it was written; nothing of what its sentence tells anyway. */
export function wordsIn(content: Content | null): string[] {
  if (content === null) return [];
  const own = WORDS.flatMap((key) => textIn(content[key]));
  const more = WITHIN.flatMap((key) => [content[key]].flat()).flatMap((inner) =>
    isContent(inner) ? wordsIn(inner) : [],
  );
  return [...new Set([...own, ...more])];
}

const textIn = (value: unknown): string[] => (typeof value === 'string' && value.trim() !== '' ? [value] : []);
const isContent = (value: unknown): value is Content => typeof value === 'object' && value !== null;
