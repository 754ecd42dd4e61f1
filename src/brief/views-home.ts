import type { KnownBlock } from '@slack/types';
import { decideRows } from '../approval/views-buttons.ts';
import { button, buttons, section } from '../kit/blocks.ts';
import type { Wait } from '../kit/aggregate.ts';
import type { Locale } from '../kit/locale.ts';
import { link } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules.ts';
import type { BriefQuestion } from './model.ts';
import { openValue } from './model-metadata.ts';
import { BRIEF_IDS } from './views-card.ts';
import { shownBrief } from './views-client.ts';
import { questionName } from './views-lines.ts';
import { briefWords } from './words.ts';

/** What waits because of a brief, on App Home: a sentence, and the button that finishes it. Null where it is not a brief's. */
export function briefWaitRow(
  project: Project,
  wait: Wait,
  where: { link: string | null },
  locale: Locale,
): KnownBlock[] | null {
  const words = briefWords.in(locale);
  const blockId = `${wait.kind}:${project._id}:${wait.about}`;
  const act = (id: string, text: string) =>
    buttons(blockId, [button({ id, text, value: openValue.encode({ project: project._id }), style: 'primary' })]);
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
      return decideRow(project, blockId, where.link, locale);
    default:
      return null;
  }
}

/** The client's own: drawn from what is released to them, and with the way to the lines that they decide on. */
function decideRow(project: Project, blockId: string, address: string | null, locale: Locale): KnownBlock[] {
  const released = release(project);
  const { brief } = released;
  if (!brief) return [];
  const words = briefWords.in(locale);
  const sentence = words.waitDecide({ version: brief.current.number });
  const way = address ? ` ${link(address, words.waitRead())}` : '';
  const shown = { ...shownBrief(released, brief, locale), language: locale };
  return [section(`${sentence}${way}`), ...decideRows(brief.approval, shown, locale, blockId)];
}
