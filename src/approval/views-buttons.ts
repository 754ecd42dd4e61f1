import type { KnownBlock } from '@slack/types';
import { button, buttons } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { type Approval, OUTCOME_OF, type Verb, VERBS_OF } from './model.ts';
import { type About, aboutValue } from './model-answers.ts';
import type { ShownSubject } from './model-shown.ts';
import { agreeing } from './views-status.ts';
import { wordsFor } from './views-wording.ts';

/** The action and callback ids of answering, shared by views and listeners; those of the verbs are made by `actionOf`. */
export const ANSWER_IDS = {
  reasonForm: 'approval.reasonForm',
  someLines: 'approval.someLines',
  linesForm: 'approval.linesForm',
  withNote: 'approval.withNote',
  noteForm: 'approval.noteForm',
  passOn: 'approval.passOn',
  passOnForm: 'approval.passOnForm',
  takeBack: 'approval.takeBack',
  takeBackForm: 'approval.takeBackForm',
} as const;

/** The action id of the button that answers with this verb. */
export const actionOf = (verb: Verb): string => `approval.${verb}`;

/** As much of a request as its buttons need: App Home knows no more. */
type Asked = Pick<Approval, 'subject' | 'version' | 'step'>;
type AboutWhat = Pick<ShownSubject, 'project' | 'kind' | 'id' | 'language'>;
type InLines = { lines: readonly { isKnown: boolean }[] };

/** What the buttons under a request carry. */
export function aboutOf(approval: Asked, { project, kind, id, language }: AboutWhat): About {
  return { project, subject: { kind, id }, on: { version: approval.version, step: approval.step }, language };
}

/**
 * How a request can be answered: the verbs of its subject, and under them the ways to answer in part, with a note, or through
 * somebody else. Each names the exact version and step that it decides on.
 * @param blockId of the first row; the second one's is made from it
 */
export function decideRows(
  approval: Asked,
  shown: AboutWhat & InLines,
  locale: Locale,
  blockId = 'approval.decide',
): KnownBlock[] {
  const words = wordsFor(approval.subject.kind, locale);
  const value = aboutValue.encode(aboutOf(approval, shown));
  const verbs = VERBS_OF[approval.subject.kind].map((verb) => {
    const plain = { id: actionOf(verb), text: words[`verb.${verb}`](), value };
    return OUTCOME_OF[verb] === 'agreed'
      ? button({ ...plain, style: 'primary', confirm: sure(approval, shown, locale) })
      : button(plain);
  });
  const some = button({ id: ANSWER_IDS.someLines, text: words.someLines(), value });
  const others = [
    ...(shown.lines.length > 1 ? [some] : []),
    button({ id: ANSWER_IDS.withNote, text: words.withNote(), value }),
    button({ id: ANSWER_IDS.passOn, text: words.passOn(), value }),
  ];
  return [buttons(blockId, verbs), buttons(`${blockId}.more`, others)];
}

/** Slack's own question whether one is sure: one click and this are enough. */
function sure(approval: Asked, { lines }: InLines, locale: Locale) {
  const words = wordsFor(approval.subject.kind, locale);
  const verb = agreeing(approval);
  return {
    title: words.sureTitle({ verb, version: approval.version }),
    text: words.sureText({ verb, lines: lines.length, open: lines.filter(({ isKnown }) => !isKnown).length }),
    yes: words[`verb.${verb}`](),
    no: words.goBack(),
  };
}

/** Under a confirmation note: whoever agreed may take it back. */
export function takeBackRow(approval: Approval, shown: ShownSubject, locale: Locale): KnownBlock {
  const value = aboutValue.encode(aboutOf(approval, shown));
  return buttons('approval.note', [
    button({ id: ANSWER_IDS.takeBack, text: wordsFor(approval.subject.kind, locale).takeBack(), value }),
  ]);
}
