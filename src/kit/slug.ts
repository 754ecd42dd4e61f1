import { BOUNDS } from './bounds.ts';

/**
 * A name for a channel: lower-case letters, digits and hyphens, at most 80 (docs.slack.dev, conversations.create). What
 * has no Latin letters, such as a name in Chinese, is left out; where nothing is left, part of the id stands in.
 *
 * @param parts what it is made of, such as the client's and the project's name
 */
export function channelName(parts: readonly string[], id: string): string {
  const words = parts.map(slug).filter(Boolean);
  const tail = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, '')
    .slice(0, 6);
  const named = words.length === parts.length ? words : [...(words.length > 0 ? words : ['project']), tail];
  return named
    .join('-')
    .slice(0, BOUNDS.channelName - SUFFIX)
    .replaceAll(/-+$/gu, '');
}

/** Room for "-12" where the name is taken. */
const SUFFIX = 4;

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
