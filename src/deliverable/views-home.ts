import type { Button, KnownBlock } from '@slack/types';
import { decideRows } from '../approval/views-buttons.ts';
import { bold, button, buttons, linked, rich, run } from '../kit/blocks.ts';
import type { Wait } from '../kit/aggregate.ts';
import type { WaitingIn } from '../kit/listed.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { versionValue } from './model-metadata.ts';
import { decideFacts, type InsideFacts, insideFacts } from './model-waits.ts';
import { DELIVERABLE_IDS } from './views-forms.ts';
import { SEND_IDS } from './views-send.ts';
import { deliverableWords } from './words.ts';
import { deliverableHomeWords } from './words-home.ts';

type Where = { link: string | null };
type Sentence = (places: { name: string }) => string;

/** What waits because of a deliverable, on App Home: a sentence, and the button that finishes it. Null where it is none of that. */
export function deliverableWaitRow(project: WaitingIn, wait: Wait, where: Where, locale: Locale): KnownBlock[] | null {
  if (!wait.kind.startsWith('deliverable.')) return null;
  const blockId = `${wait.kind}:${project.id}:${wait.about}`;
  if (wait.kind === 'deliverable.decide') return decideRow(project, wait, { blockId, ...where }, locale);
  const { data: facts } = insideFacts.safeParse(wait.facts);
  const shown = facts && insideOf(wait.kind, facts, locale);
  if (!facts || !shown) return [];
  const { id, name, version } = facts;
  const act: Button = button({
    id: shown.action,
    text: shown.text,
    value: versionValue.encode({ project: project.id, id, version: shown.version ?? version }),
    style: 'primary',
  });
  return [sentence(shown.said, name, where, locale), buttons(blockId, [act])];
}

/** `version`: which one the button is about, where it is another than the one that is spoken of. */
type Inside = { said: Sentence; action: string; text: string; version?: number };

function insideOf(kind: string, { version, from = 'nobody' }: InsideFacts, locale: Locale): Inside | null {
  const words = deliverableHomeWords.in(locale);
  const labels = deliverableWords.in(locale);
  switch (kind) {
    case 'deliverable.check':
      return {
        said: ({ name }) => words.waitCheck({ name, version }),
        action: DELIVERABLE_IDS.check,
        text: labels.check(),
      };
    case 'deliverable.review':
      return {
        said: ({ name }) => words.waitReview({ name, version }),
        action: DELIVERABLE_IDS.review,
        text: labels.review(),
      };
    case 'deliverable.send':
      return { said: ({ name }) => words.waitSend({ name, version }), action: SEND_IDS.open, text: labels.send() };
    case 'deliverable.revise':
      return {
        said: ({ name }) => words[`waitRevise.${from}`]({ name, version }),
        action: DELIVERABLE_IDS.newVersion,
        text: labels.newVersion(),
        // One that was not sent yet is replaced by the next; after one that was, another is counted.
        version: from === 'team' ? version : version + 1,
      };
    default:
      return null;
  }
}

const sentence = (said: Sentence, name: string, { link }: Where, locale: Locale): KnownBlock =>
  rich(
    ...phrase(said, { name: bold(name) }),
    ...(link ? [run(' '), linked(link, deliverableHomeWords.in(locale).read())] : []),
  );

/** The client's own: drawn from what they were sent, and with the way to it. */
function decideRow({ id }: WaitingIn, wait: Wait, at: Where & { blockId: string }, locale: Locale): KnownBlock[] {
  const { data: facts } = decideFacts.safeParse(wait.facts);
  if (!facts) return [];
  const { kind, version, step, parts, name } = facts;
  const subject = { kind, id: facts.id };
  const lines = Array.from({ length: parts }, () => ({ isKnown: true }));
  const said: Sentence = (places) => deliverableHomeWords.in(locale).waitDecide({ ...places, version });
  return [
    sentence(said, name, at, locale),
    ...decideRows({ subject, version, step }, { project: id, ...subject, language: locale, lines }, locale, at.blockId),
  ];
}
