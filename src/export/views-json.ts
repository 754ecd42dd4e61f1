import { emptyHead } from '../kit/chain.ts';
import { INTL_TAG } from '../kit/locale.ts';
import type { AgreedVersion } from './rules-agreed.ts';
import type { ShownEntry } from './views-entries.ts';
import { checkingLines, type Exported, stateOf, subjectOf } from './views-said.ts';

/** By it and its number whoever reads the file knows what stands where. */
const JSON_FORMAT = { format: 'liaison-record', v: 1 } as const;

/**
 * The record as JSON: everything that its hashes are made of, and beside it what it says in words. One entry stands on a line, so that
 * it can be read line by line as well.
 */
export async function* jsonOf(exported: Exported, entries: AsyncIterable<ShownEntry>): AsyncGenerator<string> {
  const { project, agency, wanted, at, head, count, agreed } = exported;
  const { _id: id, workspace, name, client } = project;
  const about = {
    ...JSON_FORMAT,
    language: INTL_TAG[wanted.language],
    part: wanted.part,
    workspace,
    project: id,
    name,
    client: client.name,
    agency,
    exportedAt: at,
    entries: count,
    head,
    /** What the first entry names as the one before it. */
    start: emptyHead(workspace, id).hash,
    howToCheck: checkingLines(exported),
  };
  yield `${JSON.stringify(about).slice(0, -1)},\n"versions":[`;
  yield agreed.map((one) => `\n${JSON.stringify(versionOf(one, exported))}`).join(',');
  yield '\n],\n"record":[';
  let isFirst = true;
  for await (const entry of entries) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(entryOf(entry))}`;
    isFirst = false;
  }
  yield '\n]}\n';
}

/** The salt is given where all of the content is: of what is left out nothing could be guessed by it. */
function entryOf({ number, at, what, who, words, link, hash, kept, content }: ShownEntry) {
  const shown = { what, who, words, link };
  if (kept === null) return { number, at, shown, hash, entry: null, contentIs: 'part', content: null, salt: null };
  const salt = content === 'whole' ? kept.salt : null;
  return { number, at, shown, hash, entry: kept.entry, contentIs: content, content: kept.content, salt };
}

/** Of the client's part what it held is left out: who of the agency finds something out is in it, and not the client's. */
function versionOf(version: AgreedVersion, { wanted: { language, part } }: Exported) {
  const { number, hash, sentAt, state, stateSince, answers, kept, hashed } = version;
  const shown = { what: subjectOf(version, language), state: stateOf(version, language) };
  const about = { subject: kept.subject, number, shown, hash, sentAt, state, stateSince, answers };
  return part === 'client' ? about : { ...about, hashed, content: kept.content };
}
