import type { KnownBlock } from '@slack/types';
import { bold, facts, type Message, message, rich, run, when } from '../kit/blocks.ts';
import { shortHash, type Stored } from '../kit/chain.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { dayToken, escape } from '../kit/text.ts';
import { type Approval, type Approver, OUTCOME_OF } from './model.ts';
import type { ShownSubject } from './model-shown.ts';
import { takeBackRow } from './views-buttons.ts';
import { pagesOf, type Part, quoted, said } from './views-pages.ts';
import { answererOf, limitOf, namesOf } from './views-people.ts';
import { decidedBy, saidHow } from './views-status.ts';
import { answerWords } from './words-answers.ts';

/** Those whose agreement made it agreed. */
const agreed = ({ approvers }: Approval): Approver[] =>
  approvers.filter(({ answer }) => answer !== null && OUTCOME_OF[answer.verb] !== 'refused');

/**
 * The confirmation note: what, on exactly which version, who and with what authority, when, under which conditions, under
 * which number it is on the record, and what comes next. What people wrote is never cut; it goes on in further messages.
 *
 * @param entry the record's entry of its closing
 * @param next what comes next, in plain words
 */
export function confirmationNote(
  approval: Approval,
  shown: ShownSubject,
  { entry, next }: { entry: Stored; next: string },
  locale: Locale,
): Message<'client'>[] {
  const words = answerWords.in(locale);
  const { verb } = decidedBy(approval);
  const number = entry.entry.sequence;
  const project = escape(shown.name);
  const text = words.confirmationFallback({
    project,
    title: escape(shown.title),
    said: words[`said.${verb}`](),
    number,
  });
  const title = words.confirmationNote({ project: shown.name, client: shown.client, title: shown.title });
  const head = [rich(bold(title)), factsOf(approval, shown, { entry, next }, locale)];
  const [first, ...more] = pagesOf([
    ...exactlyOf(shown, locale),
    ...rowsOf(approval, locale),
    ...wordsOf(approval, locale),
  ]);
  const taking = takeBackRow(approval, shown, locale);
  return [
    message('client', text, [...head, ...(first ? [first] : []), taking]),
    ...more.map((page) => message('client', text, [page])),
  ];
}

function factsOf(
  approval: Approval,
  { hash, version }: ShownSubject,
  { entry, next }: { entry: Stored; next: string },
  locale: Locale,
): KnownBlock {
  const words = answerWords.in(locale);
  const { verb } = decidedBy(approval);
  const who = agreed(approval).flatMap(({ answer }) => (answer ? [answer.by] : []));
  const unique = who.filter((one, index) => who.findIndex(({ id }) => id === one.id) === index);
  const hasConditions = approval.state === 'agreedWith';
  return facts([
    [words.noteWho({ said: verb }), namesOf(unique, locale)],
    [words.noteWhen(), dayToken(new Date(entry.entry.at), locale)],
    [words.noteVersion(), `${version} · \`${shortHash(hash)}\``],
    [words.noteRecord(), `${entry.entry.sequence} · \`${shortHash(entry.hash)}\``],
    [words.noteConditions(), hasConditions ? words.noteBelow() : words.noteNoConditions()],
    [words.noteNext(), escape(next)],
  ]);
}

/** What the version is, where it is no text that stands in the thread: a file by its hash, a link. */
function exactlyOf({ exactly }: ShownSubject, locale: Locale): Part[] {
  if (exactly.length === 0) return [];
  return [said(bold(answerWords.in(locale).noteExactly())), ...exactly.map((line) => said(run(line)))];
}

/** Each of several approvers; of one alone where the name does not say it all. */
function rowsOf(approval: Approval, locale: Locale): Part[] {
  const words = answerWords.in(locale);
  const given = agreed(approval);
  const isPlain = ({ id, limit, answer }: Approver) => limit === null && answer?.by.id === id && !answer.evidence;
  if (given.length === 1 && given.every(isPlain)) return [];
  return given.flatMap((approver) => {
    const { answer, limit } = approver;
    if (!answer) return [];
    const what = run(saidHow(answer, locale));
    const at = when(new Date(answer.at), locale);
    const authority = limit ? [run(` (${words.noteLimit({ limit: limitOf(limit, locale) })})`)] : [];
    const row = phrase(words.rowSaid, { who: run(answererOf(approver, locale)), said: what, at });
    return said(...row, ...authority);
  });
}

/** What approvers added in their own words. */
function wordsOf(approval: Approval, locale: Locale): Part[] {
  const words = answerWords.in(locale);
  return agreed(approval).flatMap((approver) => {
    const { answer } = approver;
    if (!answer) return [];
    const who = answererOf(approver, locale);
    const isCondition = OUTCOME_OF[answer.verb] === 'agreedWith';
    const about = isCondition ? words.noteConditionsOf({ who }) : words.noteComment({ who });
    return [
      ...(answer.reason === null ? [] : [said(bold(about)), ...quoted(answer.reason)]),
      ...(answer.showAgain === null ? [] : [said(run(answer.showAgain ? words.noteAgain() : words.noteNoNeed()))]),
      ...(answer.alsoAgreed === null ? [] : [said(bold(words.noteAlsoAgreed({ who }))), ...quoted(answer.alsoAgreed)]),
    ];
  });
}
