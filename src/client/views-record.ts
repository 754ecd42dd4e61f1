import { bold, button, buttons, type Modal, modal, rich, section } from '../kit/blocks.ts';
import type { Stored } from '../kit/chain.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Project } from '../project/model.ts';
import { recordedSchema } from '../project/model-record.ts';
import { line, type RecordEntry } from '../project/views-record.ts';
import { clientPageValue } from './model-requests.ts';
import { forClient } from './rules-record.ts';
import { cardWords } from './words-card.ts';

/** The action ids of the pages of the client's part of the record. */
export const CLIENT_RECORD_IDS = { older: 'client.recordOlder', newest: 'client.recordNewest' } as const;

/** One page of it. `older`: the number from which the next page goes on; null where there is nothing older. */
export type RecordPage = { entries: readonly RecordEntry[]; older: number | null; isNewest: boolean };

/** The client's part of a project's record, newest first: with the numbers and hashes of the whole one. */
export function clientRecordModal(
  project: Project,
  { entries, older, isNewest }: RecordPage,
  language: Locale,
  locale: Locale,
): Modal {
  const words = cardWords.in(locale);
  const intro = entries.length === 0 ? words.recordEmpty : words.recordIntro;
  const go = (id: string, text: string, from: number) =>
    button({ id, text, value: clientPageValue.encode({ project: project._id, language, from }) });
  const ways = [
    ...(isNewest ? [] : [go(CLIENT_RECORD_IDS.newest, words.recordNewest(), project.record.sequence)]),
    ...(older === null ? [] : [go(CLIENT_RECORD_IDS.older, words.recordOlder(), older)]),
  ];
  return modal({
    id: 'client.recordShown',
    title: words.recordTitle(),
    close: words.close(),
    blocks: [
      rich(...phrase(intro, { project: bold(project.name) })),
      ...entries.map((entry) => section(clientLine(project, entry, locale))),
      ...(ways.length > 0 ? [buttons('client.recordPages', ways)] : []),
    ],
  });
}

/** Sentences that would say more than the client is told are other ones for them. */
function clientLine(project: Project, { stored, link }: RecordEntry, locale: Locale): string {
  const shown = forClient(stored);
  const what = clientSentence(shown, locale);
  const entry = { stored: shown, link };
  return what === null ? line(project, entry, locale) : line(project, entry, locale, what);
}

/** What the client is told of an entry where its own sentence would say more than that; null where it would not. */
export const clientSentence = ({ entry, content }: Stored, locale: Locale): string | null =>
  toldOtherwise(entry.kind, recordedSchema.catch({}).parse(content ?? {}), locale);

type Recorded = { stage?: string | undefined; request?: string | undefined; by?: string | undefined };

function toldOtherwise(kind: string, recorded: Recorded, locale: Locale): string | null {
  const words = cardWords.in(locale);
  const { stage = '', request = '', by = '' } = recorded;
  switch (kind) {
    case 'project.stageStarted':
    case 'project.stageReopened':
    case 'project.gateOverridden':
      return words['record.stageStarted']({ stage });
    case 'project.earlierAttached':
      return words['record.earlierAttached']();
    case 'project.putOnHold':
      return words['record.putOnHold']();
    case 'project.resumed':
      return words['record.resumed']();
    case 'project.ended':
      return words['record.ended']();
    case 'project.reopened':
      return words['record.reopened']();
    case 'project.requestReceived':
      return words['record.requestReceived']({ request });
    case 'project.requestAnswered':
      return words['record.requestAnswered']({ request, by });
    default:
      return null;
  }
}
