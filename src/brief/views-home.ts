import type { KnownBlock } from '@slack/types';
import { decideRows } from '../approval/views-buttons.ts';
import { button, buttons, section } from '../kit/blocks.ts';
import type { Wait } from '../kit/aggregate.ts';
import type { WaitingIn } from '../kit/listed.ts';
import type { Locale } from '../kit/locale.ts';
import { link } from '../kit/text.ts';
import type { BriefQuestion } from './model.ts';
import { openValue } from './model-metadata.ts';
import { decideFacts } from './model-waits.ts';
import { BRIEF_IDS } from './views-card.ts';
import { questionName } from './views-lines.ts';
import { briefWords } from './words.ts';

/** What waits because of a brief, on App Home: a sentence, and the button that finishes it. Null where it is not a brief's. */
export function briefWaitRow(
  project: WaitingIn,
  wait: Wait,
  where: { link: string | null },
  locale: Locale,
): KnownBlock[] | null {
  const words = briefWords.in(locale);
  const blockId = `${wait.kind}:${project.id}:${wait.about}`;
  const act = (id: string, text: string) =>
    buttons(blockId, [button({ id, text, value: openValue.encode({ project: project.id }), style: 'primary' })]);
  switch (wait.kind) {
    case 'brief.write':
      return [section(words.waitWrite()), act(BRIEF_IDS.edit, words.edit())];
    case 'brief.send':
      return [section(words.waitSend()), act(BRIEF_IDS.send, words.sendButton())];
    case 'brief.revise':
      return [section(words.waitRevise({ version: wait.about })), act(BRIEF_IDS.edit, words.edit())];
    case 'brief.findOut':
      return [
        section(words.waitFindOut({ question: questionName(wait.about as BriefQuestion, locale) })),
        act(BRIEF_IDS.edit, words.edit()),
      ];
    case 'brief.decide':
      return decideRow(project, wait, { blockId, link: where.link }, locale);
    default:
      return null;
  }
}

/** The client's own: drawn from what is released to them, and with the way to the lines that they decide on. */
function decideRow(
  { id }: WaitingIn,
  wait: Wait,
  { blockId, link: address }: { blockId: string; link: string | null },
  locale: Locale,
): KnownBlock[] {
  const { data: facts } = decideFacts.safeParse(wait.facts);
  if (!facts) return [];
  const words = briefWords.in(locale);
  const { subject, version, open } = facts;
  const sentence = words.waitDecide({ version });
  const way = address ? ` ${link(address, words.waitRead())}` : '';
  const lines = Array.from({ length: facts.lines }, (_, index) => ({ isKnown: index >= open }));
  const shown = { project: id, ...subject, language: locale, lines };
  return [section(`${sentence}${way}`), ...decideRows(facts, shown, locale, blockId)];
}
