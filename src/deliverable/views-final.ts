import type { KnownBlock, RichTextElement } from '@slack/types';
import { plainName } from '../approval/views-people.ts';
import {
  bold,
  context,
  linked,
  type Modal,
  modal,
  paragraph,
  rich,
  richText,
  run,
  section,
  when,
} from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import type { DeliverableVersion, DeliveredContent, Rights } from './model.ts';
import type { Final } from './rules-final.ts';
import { nextNumber } from './rules.ts';
import { contentRuns } from './views-contents.ts';
import { finalWords } from './words-final.ts';

/** The ids of the list of what is approved, shared by view and listeners. */
export const FINAL_IDS = {
  view: 'deliverable.final',
  choose: 'deliverable.chooseFinal',
} as const;

/** A modal has 250 KB (docs.slack.dev, views): so many fit at their longest, and of the contents of each so much. */
const FINALS = 40;
const CONTENTS = 3;
const EXCERPT = 80;
/** Of media and territory; the whole stands on the card. */
const SHOWN = 100;
/** People whom a line names. */
const NAMED = 3;

/** One with the way to where it can be read; null where it stands nowhere in Slack. */
export type FinalShown = { final: Final; link: string | null };

/**
 * What is approved in a project: by whom and when, what exactly, and where and until when it may be used. Few projects have so many
 * deliverables that not all are shown.
 */
export function finalModal(project: Project, shown: readonly FinalShown[], locale: Locale): Modal {
  const words = finalWords.in(locale);
  const more = shown.length - FINALS;
  return modal({
    id: FINAL_IDS.view,
    title: words.title(),
    close: words.close(),
    blocks: [
      rich(...phrase(words.intro, { project: bold(titleOf(project)) })),
      ...(shown.length === 0
        ? [section(words.nothing())]
        : shown.slice(0, FINALS).map((one) => finalBlock(one, locale))),
      ...(more > 0 ? [context(words.moreFinals({ count: more }))] : []),
    ],
  });
}

function finalBlock({ final, link }: FinalShown, locale: Locale): KnownBlock {
  const words = finalWords.in(locale);
  const { deliverable, number, hash, version, by } = final;
  const { name, draft, sent, rights } = deliverable;
  const at = when(new Date(final.at), locale);
  const names = listed(by.slice(0, NAMED).map(plainName), locale);
  const approved = by.length > 0 ? phrase(words.approvedBy, { at, who: run(names) }) : phrase(words.approved, { at });
  const isNewer = draft !== null || (sent !== null && sent.current.number > number);
  const lines: RichTextElement[][] = [
    [link ? linked(link, name) : bold(name), run(` · ${words.version({ version: number })} · `), ...approved],
    ...(version ? contentsOf(version, locale) : [[run(words.older())]]),
    phrase(words.hash, { hash: run(hash, { code: true }) }),
    [run(rightsText(rights, locale))],
    ...(isNewer ? [[run(words.newer({ version: draft ? draft.number : nextNumber(deliverable) - 1 }))]] : []),
  ];
  return richText(lines.map((line, index) => paragraph(index === 0 ? line : [run('\n'), ...line])));
}

function contentsOf({ contents }: DeliverableVersion, locale: Locale): RichTextElement[][] {
  const more = contents.length - CONTENTS;
  const lines = contents.slice(0, CONTENTS).map((one) => contentLine(one, locale));
  return more > 0 ? [...lines, [run(finalWords.in(locale).more({ count: more }))]] : lines;
}

/** A file with the whole hash of its bytes, so that it can be compared. */
const contentLine = (content: DeliveredContent, locale: Locale): RichTextElement[] => [
  run('• '),
  ...contentRuns(content.is === 'text' ? { ...content, text: shorten(content.text, EXCERPT) } : content, locale),
  ...(content.is === 'file' && content.sha256 !== null ? [run('\n'), run(content.sha256, { code: true })] : []),
];

/** Where and until when it may be used, as plain text. */
function rightsText(rights: Rights | null, locale: Locale): string {
  const words = finalWords.in(locale);
  if (!rights) return words.noRights();
  const { until } = rights;
  const [media, territory] = [shorten(rights.media, SHOWN), shorten(rights.territory, SHOWN)];
  return until === null
    ? words.rightsOpen({ media, territory })
    : words.rights({ media, territory, until: formatDay(until, locale) });
}
