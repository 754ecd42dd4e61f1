import type { Button, KnownBlock } from '@slack/types';
import { bold, button, context, type Modal, modal, plainSection, rich, run, section } from '../kit/blocks.ts';
import { zoneName } from '../kit/calendar.ts';
import { formBlocks } from '../kit/form.ts';
import type { Question } from '../kit/form-question.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import { type Approval, CHANNELS_OF_EVIDENCE, type EvidenceChannel, type Verb, VERBS_OF } from './model.ts';
import {
  chooseRequestValue,
  objectForm,
  objectMeta,
  type ObjectRef,
  type RecordedFrom,
  recordValue,
  type RequestRef,
  saidForm,
  saidMeta,
  whenForm,
  whenMeta,
  type WhenMeta,
  wordsMeta,
} from './model-evidence.ts';
import type { ShownSubject } from './model-shown.ts';
import { plainName } from './views-people.ts';
import { wordsFor } from './views-wording.ts';
import { answerWords } from './words-answers.ts';
import { evidenceWords } from './words-evidence.ts';

/** The action and callback ids of recording what was decided elsewhere, shared by views and listeners. */
export const EVIDENCE_IDS = {
  /** The shortcut on a message. */
  record: 'approval.record',
  recordOpen: 'approval.recordOpen',
  recordChoose: 'approval.recordChoose',
  saidForm: 'approval.saidForm',
  whenForm: 'approval.whenForm',
  object: 'approval.object',
  objectForm: 'approval.objectForm',
  recordHeard: 'approval.recordHeard',
  leave: 'approval.leave',
} as const;

/** A request as forms show it. */
export type Request = { approval: Approval; shown: ShownSubject };

/** Which request it is, for buttons and forms. */
export const refOf = ({ approval, shown }: Request): RequestRef => ({
  project: shown.project,
  subject: { kind: shown.kind, id: approval.subject.id },
  on: { version: approval.version, step: approval.step },
});

/** "Record the client's decision": for the team's card of whatever is asked about. */
export const recordButton = (ref: RequestRef, locale: Locale): Button =>
  button({ id: EVIDENCE_IDS.recordOpen, text: evidenceWords.in(locale).record(), value: recordValue.encode(ref) });

/** A modal carries 3,000 characters (docs.slack.dev, views): words that are longer are pasted once more. */
const LONGEST_CARRIED = 2900;

/** Which of several requests something is about. */
export function requestsModal(
  requests: readonly Request[],
  from: RecordedFrom,
  said: string | null,
  locale: Locale,
): Modal {
  const words = evidenceWords.in(locale);
  const rows = requests.map((request) => {
    const { name: project, client, title } = request.shown;
    const value = chooseRequestValue.encode({ ...refOf(request), ...from });
    const choose = button({ id: EVIDENCE_IDS.recordChoose, text: words.choose(), value });
    return plainSection(words.requestOf({ project, client, title }), choose);
  });
  const blocks = [section(words.chooseIntro()), ...rows];
  const carried = said !== null && JSON.stringify(said).length < LONGEST_CARRIED ? said : null;
  return modal({
    id: 'approval.choosing',
    title: words.chooseTitle(),
    close: words.close(),
    metadata: wordsMeta.encode({ words: carried }),
    blocks,
  });
}

/** Slack's limit of an option's text (docs.slack.dev, option object). */
const OPTION_LENGTH = 75;

/** By which ways it may have come: a message only where there is one. */
export const waysFrom = ({ message }: RecordedFrom): readonly EvidenceChannel[] =>
  message ? CHANNELS_OF_EVIDENCE : CHANNELS_OF_EVIDENCE.filter((way) => way !== 'message');

/** What the form begins with: what the message says, and whose it may be. */
export type SaidInitial = { approver: string | null; way: EvidenceChannel | null; words: string | null };

/** The first step: who decided what, by which way, in which words. */
export function saidModal(request: Request, from: RecordedFrom, initial: SaidInitial, locale: Locale): Modal {
  const { approval, shown } = request;
  const words = evidenceWords.in(locale);
  const asked = approval.approvers.filter(({ step }) => step === approval.step);
  const approvers = asked.map(({ id }) => id);
  const form = saidForm(approvers, VERBS_OF[shown.kind], waysFrom(from));
  const names = asked.map((one) => [`approver.${one.id}`, () => shorten(plainName(one), OPTION_LENGTH)] as const);
  const labels = { ...answerWords.in(locale), ...words, ...Object.fromEntries(names) };
  const known = { ...initial, approver: initial.approver ?? (approvers.length === 1 ? (approvers[0] ?? null) : null) };
  return modal({
    id: EVIDENCE_IDS.saidForm,
    title: words.saidTitle(),
    submit: words.saidSubmit(),
    close: words.cancel(),
    metadata: saidMeta.encode({ ...refOf(request), ...from, approvers }),
    blocks: [
      rich(...phrase(words.saidIntro, { project: bold(shown.name), title: run(shown.title) })),
      ...formBlocks(form as readonly Question[], labels, known),
      ...(from.file === null ? [] : [context(words.withFile())]),
    ],
  });
}

/** What the second step begins with. */
export type WhenInitial = { words: string | null; day: string; time: string };

/** The second step: the words once more to be checked, when they were said, and which lines they are about. */
export function whenModal(
  { approval, shown }: Request,
  meta: WhenMeta,
  { words: said, day, time }: WhenInitial,
  reader: { locale: Locale; zone: string },
): Modal {
  const { locale, zone } = reader;
  const words = evidenceWords.in(locale);
  const answers = answerWords.in(locale);
  const who = approval.approvers.find(({ id }) => id === meta.approver);
  const about = {
    who: bold(who ? plainName(who) : '?'),
    said: run(answers[`said.${meta.verb}`]()),
    way: run(answers.byEvidence({ way: meta.way })),
  };
  const named = ({ number, name }: { number: number; name: string }) =>
    shown.named === null ? words.lineOption({ number }) : shorten(`${number}. ${name}`, OPTION_LENGTH);
  const numbers = shown.lines.map((line) => [`lines.${line.number}`, () => named(line)] as const);
  const { 'lines.label': label, 'lines.placeholder': placeholder } = wordsFor(shown.kind, locale);
  const labels = {
    ...words,
    ...(shown.named === null ? {} : { 'lines.label': label, 'lines.placeholder': placeholder }),
    'saidAt.hint': () => words['saidAt.hint']({ zone: zoneName(zone, locale) }),
    ...Object.fromEntries(numbers),
  };
  return modal({
    id: EVIDENCE_IDS.whenForm,
    title: words.whenTitle(),
    submit: words.whenSubmit(),
    close: words.cancel(),
    metadata: whenMeta.encode(meta),
    blocks: [
      rich(...phrase(words.whenIntro, about)),
      ...(meta.way === 'telephone' ? [section(words.whenTelephone())] : []),
      ...formBlocks(whenForm(meta) as readonly Question[], labels, { words: said, saidOn: day, saidAt: time }),
      ...keptFile(meta.file, locale),
    ],
  });
}

const keptFile = (file: string | null, locale: Locale): KnownBlock[] =>
  file === null ? [] : [context(evidenceWords.in(locale).noteFile())];

/** Why somebody of the client's objects to what was recorded for them. */
export function objectModal(
  { shown }: Request,
  ref: ObjectRef,
  about: { who: string; verb: Verb },
  locale: Locale,
): Modal {
  const words = evidenceWords.in(locale);
  const said = answerWords.in(locale)[`said.${about.verb}`]();
  return modal({
    id: EVIDENCE_IDS.objectForm,
    title: words.objectTitle(),
    submit: words.objectSubmit(),
    close: words.cancel(),
    metadata: objectMeta.encode({ ...ref, language: locale }),
    blocks: [
      rich(...phrase(words.objectIntro, { who: bold(about.who), said: run(said), title: run(shown.title) })),
      ...formBlocks(objectForm, words),
    ],
  });
}
