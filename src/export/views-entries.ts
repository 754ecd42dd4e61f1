import { clientSentence } from '../client/views-record.ts';
import type { Stored } from '../kit/chain.ts';
import type { Locale } from '../kit/locale.ts';
import { unescape } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { nameOf, sentence } from '../project/views-record.ts';
import type { ExportPart } from './model.ts';
import { plainOf } from './rules-plain.ts';
import { wordsIn } from './rules-said.ts';

/** An entry of the record as it is written out: for people, and as it is kept, for checking. All texts are plain. */
export type ShownEntry = {
  number: number;
  /** ISO 8601, UTC. */
  at: string;
  what: string;
  who: string;
  /** People's own words in it. */
  words: string[];
  link: string | null;
  hash: string;
  /** Null where the client is told it in other words: then its kind would say more than they are told. */
  kept: Stored | null;
  /** whole: all of its content is here. part: only what the client is told. erased: there is none any more. */
  content: 'whole' | 'part' | 'erased';
};

/** What is read of an entry. @param own the entry as it is kept; of the client's part, before what is not theirs was taken out */
export type Reading = { stored: Stored; own: Stored; link: string | null };

/** Words an entry in a language. */
export function shownEntry(
  project: Project,
  { stored, own, link }: Reading,
  part: ExportPart,
  locale: Locale,
): ShownEntry {
  const { entry, content } = stored;
  const told = part === 'client' ? clientSentence(stored, locale) : null;
  const name = (user: string): string | null =>
    project.people.find(({ person }) => person.user === user)?.name?.trim() || null;
  const what = plainOf(told ?? sentence(project, stored, locale), name);
  // A sentence that ends with why it was done has said so.
  const isSaid = (words: string) => words === content?.['why'] && what.endsWith(unescape(words));
  return {
    number: entry.sequence,
    at: entry.at,
    what,
    who: plainOf(nameOf(project, entry.actor, locale), name),
    words: wordsIn(content)
      .filter((words) => !isSaid(words))
      .map(unescape),
    link,
    hash: stored.hash,
    kept: told === null ? stored : null,
    content: own.content === null ? 'erased' : isSame(stored, own) ? 'whole' : 'part',
  };
}

/** Is all of it what the client is told? */
const isSame = (stored: Stored, own: Stored): boolean =>
  Object.keys(stored.content ?? {}).length === Object.keys(own.content ?? {}).length;
