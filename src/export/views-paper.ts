import { formatInstant } from '../kit/calendar.ts';
import { shortHash } from '../kit/chain.ts';
import { INTL_TAG, type Locale } from '../kit/locale.ts';
import type { Paper } from '../kit/paper.ts';
import type { ShownEntry } from './views-entries.ts';
import { answersOf, checkingLines, type Exported, exportFileName, stateOf, subjectOf } from './views-said.ts';
import { exportWords } from './words.ts';

type Section = Paper['sections'][number];
type Line = Section['lines'][number];

/** The record as a document: what was agreed, then every entry by its number, under its month, with its hash. */
export async function recordPaper(exported: Exported, entries: AsyncIterable<ShownEntry>): Promise<Paper> {
  const { project, agency, wanted, at, head, count } = exported;
  const { language, part } = wanted;
  const words = exportWords.in(language);
  const exact = { number: String(head.sequence), hash: shortHash(head.hash) };
  return {
    language,
    fileName: exportFileName(project, wanted, head),
    author: agency,
    kind: words.kind({ part }),
    title: project.name,
    madeAt: at,
    facts: [
      { label: words.agency(), value: agency },
      { label: words.client(), value: project.client.name },
      { label: words.project(), value: project.name },
      { label: words.writtenOut(), value: formatInstant(new Date(at), language) },
      { label: words.entries(), value: words.entriesUpTo({ count, number: head.sequence }) },
      { label: words.lastHash(), value: head.hash },
    ],
    intro: words.intro({ part }),
    sections: [...agreedSections(exported), ...(await monthly(entries, language))],
    closing: { heading: words.checkTitle(), paragraphs: checkingLines(exported) },
    footer: { named: [project.client.name, project.name].join(' · '), exact: words.footer(exact) },
    phrases: {
      page: words.page({ page: '{page}', pages: '{pages}' }),
      continued: words.continued({ heading: '{heading}' }),
      unprintable: words.unprintable({ example: '[U+1F680]' }),
    },
  };
}

function agreedSections({ agreed, wanted: { language } }: Exported): Section[] {
  const words = exportWords.in(language);
  const lines = agreed.map((version, index): Line => {
    const said = [subjectOf(version, language), stateOf(version, language)].filter((part) => part !== '');
    const sent =
      version.sentAt === null ? [] : [words.sentAt({ at: formatInstant(new Date(version.sentAt), language) })];
    return {
      number: index + 1,
      text: [said.join(' · '), ...answersOf(version, language)].join('\n'),
      isOpen: false,
      note: [...sent, ...version.exactly, version.hash].join('\n'),
    };
  });
  return lines.length === 0 ? [] : [{ heading: words.agreedTitle(), lines }];
}

async function monthly(entries: AsyncIterable<ShownEntry>, language: Locale): Promise<Section[]> {
  const words = exportWords.in(language);
  const month = new Intl.DateTimeFormat(INTL_TAG[language], { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const sections: Section[] = [];
  for await (const { number, at, what, who, words: said, hash } of entries) {
    const heading = words.monthTitle({ month: month.format(new Date(at)) });
    if (sections.at(-1)?.heading !== heading) sections.push({ heading, lines: [] });
    const own = said.map((text) => words.quoted({ text }));
    const note = `${who} · ${formatInstant(new Date(at), language)}\n${hash}`;
    sections.at(-1)?.lines.push({ number, text: [what, ...own].join('\n'), isOpen: false, note });
  }
  return sections;
}
