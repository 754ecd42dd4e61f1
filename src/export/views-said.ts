import { answerWords } from '../approval/words-answers.ts';
import { formatInstant } from '../kit/calendar.ts';
import { type Head, shortHash } from '../kit/chain.ts';
import type { Locale } from '../kit/locale.ts';
import { paperName } from '../kit/paper.ts';
import type { Project } from '../project/model.ts';
import { projectWords } from '../project/words.ts';
import type { Wanted } from './model.ts';
import type { AgreedVersion } from './rules-agreed.ts';
import { exportWords } from './words.ts';

/** What is written out besides the entries. */
export type Exported = {
  project: Project;
  agency: string;
  wanted: Pick<Wanted, 'format' | 'language' | 'part'>;
  /** When it was asked for; ISO 8601, UTC. */
  at: string;
  /** The last entry of the record that was there then. */
  head: Head;
  /** How many entries are in it. */
  count: number;
  agreed: readonly AgreedVersion[];
};

/** "Brief version 2"; "Key visual version 3". Plain. */
export function subjectOf({ kind, named, number }: AgreedVersion, locale: Locale): string {
  const words = projectWords.in(locale);
  const version = String(number);
  return named === null ? words.recordSubject({ of: kind, version }) : words.recordSubjectNamed({ named, version });
}

/** What came of a version, in a few words; nothing where nobody was asked about it. */
export const stateOf = ({ state }: AgreedVersion, locale: Locale): string =>
  state === null ? '' : exportWords.in(locale).state({ state });

/** Who answered what and when, each on a line. */
export const answersOf = ({ answers }: AgreedVersion, locale: Locale): string[] =>
  answers.map(({ who, verb, at }) =>
    exportWords.in(locale).answer({
      who,
      said: answerWords.in(locale)[`said.${verb}`](),
      at: formatInstant(new Date(at), locale),
    }),
  );

/** How somebody who has nothing but this file checks it. */
export function checkingLines({ wanted: { format, language, part }, head }: Exported): string[] {
  const words = exportWords.in(language);
  return [
    words.checkChain(),
    words.checkHash(),
    words.checkHead({ number: head.sequence, hash: head.hash }),
    ...(part === 'client' ? [words.checkPart()] : []),
    format === 'json' ? words.checkJson() : words.checkOther(),
  ];
}

/** The file's name: no other file of any project's record has the same. */
export function exportFileName(project: Project, { format, language, part }: Exported['wanted'], head: Head): string {
  const words = exportWords.in(language);
  const named = part === 'client' ? words.fileNameClient : words.fileName;
  const exact = `${named({ number: String(head.sequence), hash: shortHash(head.hash) })}.${format}`;
  return paperName([project.client.name, project.name], exact);
}
