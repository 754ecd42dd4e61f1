import type { KnownBlock } from '@slack/types';
import { bold, button, buttons, context, type Message, message, quote, rich, run, section } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { called, dayToken, escape, type Named, pieces, shorten } from '../kit/text.ts';
import type { Evidence, Verb } from './model.ts';
import { type About, aboutValue } from './model-answers.ts';
import { type Heard, heardValue, leaveValue, objectValue } from './model-evidence.ts';
import type { ShownSubject } from './model-shown.ts';
import { actionOf } from './views-buttons.ts';
import { EVIDENCE_IDS } from './views-evidence.ts';
import { callOn, namesOf, plainName } from './views-people.ts';
import { answerWords } from './words-answers.ts';
import { evidenceWords } from './words-evidence.ts';

/** An answer with its proof: whose it is, what it says, and who recorded it. */
export type Recorded = { who: Named & { id: string }; verb: Verb; at: string; evidence: Evidence; by: Named };

/**
 * What the client is shown of an answer that was recorded for them: who, what, how, in which words, and that they can object.
 * The words are never cut: what does not fit goes on in further messages.
 */
export function evidenceNote(
  { who, verb, at, evidence, by }: Recorded,
  shown: ShownSubject,
  about: Pick<About, 'project' | 'subject' | 'on'>,
): Message<'client'>[] {
  const locale = shown.language;
  const words = evidenceWords.in(locale);
  const answers = answerWords.in(locale);
  const said = answers[`said.${verb}`]();
  const text = words.noteFallback({ who: called(who), title: escape(shown.title), said });
  const [first, ...more] = evidence.words === null ? [] : pieces(evidence.words, BOUNDS.briefPart);
  const how = words.noteHow({
    by: called(by),
    way: answers.byEvidence({ way: evidence.by }),
    at: dayToken(new Date(evidence.saidAt), locale),
  });
  const value = objectValue.encode({ ...about, language: locale, approver: who.id, at });
  const head = [
    rich(...phrase(words.noteTitle, { who: bold(plainName(who)), title: run(shown.title), said: bold(said) })),
    ...(first === undefined ? [] : [quote([run(first)])]),
    section(how),
    ...(evidence.file === null ? [] : [context(words.noteFile())]),
    context(words.noteObject()),
    buttons('approval.object', [button({ id: EVIDENCE_IDS.object, text: words.object(), value })]),
  ];
  return [message('client', text, head), ...more.map((piece) => message('client', text, [quote([run(piece)])]))];
}

/** Somebody objected: the account manager is asked to find out what was decided. Why they did stands in the line before. */
export function objectedForTeam(
  { manager, who, whom }: { manager: readonly Named[]; who: Named; whom: Named },
  locale: Locale,
): Message<'team'> {
  const names = { manager: callOn(manager, locale), who: namesOf([who], locale), whom: namesOf([whom], locale) };
  const ask = evidenceWords.in(locale).objectedAsk(names);
  return message('team', ask, [section(ask)]);
}

/** What somebody said on the telephone, as it was noted: under the line that says that it was. */
export function toldWords(words: string, locale: Locale): Message<'team'> {
  const text = evidenceWords.in(locale).toldWords();
  return message('team', text, [context(text), quote([run(shorten(words, BOUNDS.longAnswer))])]);
}

/** Of what was heard, as it is repeated to its author. */
const HEARD_LENGTH = 500;

export type HeardAs =
  { is: 'bare'; verb: Verb } | { is: 'sentence'; verbs: readonly Verb[]; heard: Pick<Heard, 'ts' | 'text'> };

/** Asks the author of a message, alone, whether it is to be recorded. A bare word is confirmed by the approver's own button. */
export function askAuthor(as: HeardAs, shown: ShownSubject, about: About): Message<'person'> {
  const locale = shown.language;
  const words = evidenceWords.in(locale);
  const answers = answerWords.in(locale);
  const no = button({ id: EVIDENCE_IDS.leave, text: words.no(), value: leaveValue.encode(about) });
  const verbOf = (verb: Verb) => answers[`verb.${verb}`]();
  if (as.is === 'bare') {
    const text = words.askBare({ title: escape(shown.title), verb: verbOf(as.verb) });
    const own = button({
      id: actionOf(as.verb),
      text: words.recordAs({ verb: verbOf(as.verb) }),
      value: aboutValue.encode(about),
      style: 'primary',
    });
    return message('person', text, [section(text), buttons('approval.heard', [own, no])]);
  }
  const ask = as.verbs.length > 1 ? words.askWhich : words.askSentence;
  const text = ask({ title: escape(shown.title) });
  // A row each: two buttons of one row may not have the same action id (docs.slack.dev, actions block).
  const rows = as.verbs.map((verb) => {
    const value = heardValue.encode({ ...about, verb, ...as.heard });
    const record = button({ id: EVIDENCE_IDS.recordHeard, text: words.recordAs({ verb: verbOf(verb) }), value });
    return buttons(`approval.heard.${verb}`, [record]);
  });
  return message('person', text, [
    section(text),
    quote([run(shorten(as.heard.text, HEARD_LENGTH))]),
    ...rows,
    buttons('approval.heard', [no]),
  ]);
}

/** The message that proves an answer was edited or deleted: said to the team, with the words that were recorded. */
export function changedProof(
  how: 'edited' | 'deleted',
  { short, who, words: kept }: { short: string; who: Named; words: string | null },
  locale: Locale,
): Message<'team'> {
  const words = evidenceWords.in(locale);
  const text = words[how]({ short: escape(short), who: called(who) });
  const recorded: KnownBlock[] =
    kept === null ? [] : [context(words.keptWords()), quote([run(shorten(kept, BOUNDS.longAnswer))])];
  return message('team', text, [section(text), ...recorded]);
}

/** Said to whoever pressed: it is recorded, or it is left alone. */
export function heardNotice(
  what: { is: 'recorded'; verb: Verb } | { is: 'leftAlone' },
  { title }: ShownSubject,
  locale: Locale,
): Message<'person'> {
  const words = evidenceWords.in(locale);
  const said = what.is === 'recorded' ? answerWords.in(locale)[`said.${what.verb}`]() : '';
  const text = what.is === 'recorded' ? words.recorded({ title, said }) : words.leftAlone({ title });
  return message('person', escape(text), [section(escape(text))]);
}
