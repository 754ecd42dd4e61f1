import type { KnownBlock } from '@slack/types';
import { paragraph, richText, run, when } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { dateToken, type Named } from '../kit/text.ts';
import { type Approval, type Approver, OUTCOME_OF, VERBS_OF, type Verb } from './model.ts';
import type { AskedLine } from './model-shown.ts';
import { type Away, awaited, calledFor } from './rules-people.ts';
import { lineStates } from './rules-round.ts';
import { answererOf, askedOf, callOn, namesOf, ranges } from './views-people.ts';
import { wordsFor } from './views-wording.ts';
import { answerWords } from './words-answers.ts';

const NOBODY_AWAY = () => false;

/** Those who are asked now and have not answered. */
export const waitedFor = (approval: Approval): Approver[] =>
  awaited(approval, NOBODY_AWAY).map(({ approver }) => approver);

/** The verb by which an agreement of this subject is named: "confirmed". */
export const agreeing = ({ subject }: Pick<Approval, 'subject'>): Verb => VERBS_OF[subject.kind][0];

/** Those whose answers make the outcome what it is, and by which verb: of a refusal those who refused. */
export function decidedBy(approval: Approval): { verb: Verb; people: Named[] } {
  const given = approval.approvers.flatMap(({ answer }) => (answer ? [answer] : []));
  const counting = given.filter(({ verb }) => OUTCOME_OF[verb] === approval.state);
  return { verb: counting[0]?.verb ?? agreeing(approval), people: counting.map(({ by }) => by) };
}

/** Where a request stands, in one sentence (`mrkdwn`) with who and when. */
export function stateSentence(approval: Approval, locale: Locale): string {
  const words = answerWords.in(locale);
  const { version, state } = approval;
  const at = dateToken(new Date(approval.stateSince), locale);
  switch (state) {
    case 'open':
      return words.stateOpen({ version, who: namesOf(waitedFor(approval), locale), at });
    case 'agreed':
    case 'agreedWith':
    case 'refused': {
      const { verb, people } = decidedBy(approval);
      return words.stateClosed({ verb, version, who: namesOf(people, locale), at });
    }
    case 'takenBack': {
      const facts = { verb: agreeing(approval), version, at };
      const [only, ...others] = approval.approvers.filter(({ answer }) => answer === null);
      // Where not all had to agree, whoever took it back cannot be told from who never answered.
      if (!only || others.length > 0) return words.stateTakenBackBySome(facts);
      return words.stateTakenBack({ ...facts, who: namesOf([only], locale) });
    }
    case 'withdrawn':
      return words.stateWithdrawn({ version, at });
    case 'expired':
      return words.stateExpired({ version, at });
    case 'superseded':
      return words.stateSuperseded({ version });
  }
}

/** Of a version that is not the current one any more. */
export const replacedSentence = (version: number, locale: Locale): string =>
  answerWords.in(locale).stateSuperseded({ version });

/**
 * Under a version while an answer is awaited: those who are to act are mentioned, a stand-in for whoever is away, with the day by
 * which they should.
 */
export function askSentence(approval: Approval, away: Away, locale: Locale): string {
  const words = answerWords.in(locale);
  const asks = words.asks({ who: callOn(calledFor(approval, away), locale), verb: agreeing(approval) });
  const { dueAt } = approval;
  return dueAt === null ? asks : `${asks}\n${words.due({ at: dateToken(new Date(dueAt), locale) })}`;
}

/** The version that was agreed before, and stands until this one is decided on. */
export function standsSentence(approval: Approval, standing: number | null, locale: Locale): string[] {
  const { version, state } = approval;
  const isOver = state === 'agreed' || state === 'agreedWith' || state === 'superseded';
  if (standing === null || standing === version || isOver) return [];
  return [answerWords.in(locale).stands({ standing, version })];
}

/**
 * What one sentence does not say: round and step, who has answered what and who has not, and which lines stand. Nothing
 * where one person decides on the whole. Names stand in rich text, as they are.
 */
export function statusBlocks(approval: Approval, lines: readonly AskedLine[], locale: Locale): KnownBlock[] {
  const words = answerWords.in(locale);
  // Once it is over nobody is asked any more: whoever said nothing has nothing to be shown.
  const isOpen = approval.state === 'open';
  const people = approval.approvers.filter(
    (one) => (isOpen || hasSaid(one)) && (approval.approvers.length > 1 || needsRow(one)),
  );
  const rows = people.map((approver) => paragraph(row(approver, approval, lines, locale)));
  const facts = [
    // Of what is approved in agreed rounds, its card says which of them it is.
    ...(approval.round > 1 && agreeing(approval) !== 'approved' ? [words.round({ round: approval.round })] : []),
    ...(isOpen && approval.steps.length > 1
      ? [words.stepOf({ step: approval.step + 1, steps: approval.steps.length })]
      : []),
    ...lineFacts(approval, lines, locale),
  ];
  const sections = [...facts.map((fact) => paragraph([run(fact)])), ...rows];
  return sections.length > 0 ? [richText(sections)] : [];
}

const hasSaid = ({ answer, confirmedLines, told }: Approver): boolean =>
  answer !== null || confirmedLines.length > 0 || told !== null;

/** Of one approver alone the sentence says enough, unless it is something that the sentence does not say. */
const needsRow = ({ id, answer, confirmedLines, told, standIn }: Approver): boolean =>
  answer === null
    ? confirmedLines.length > 0 || told !== null || standIn !== null
    : answer.by.id !== id || answer.evidence !== null;

/** What was answered, and by which way where it was not a button: "confirmed by e-mail". */
export function saidHow({ verb, evidence }: NonNullable<Approver['answer']>, locale: Locale): string {
  const words = answerWords.in(locale);
  const said = words[`said.${verb}`]();
  return evidence ? words.saidBy({ said, way: words.byEvidence({ way: evidence.by }) }) : said;
}

function row(approver: Approver, approval: Approval, lines: readonly AskedLine[], locale: Locale) {
  const words = wordsFor(approval.subject.kind, locale);
  const { answer, confirmedLines, told } = approver;
  if (answer) {
    const said = run(saidHow(answer, locale));
    return phrase(words.rowSaid, {
      who: run(answererOf(approver, locale)),
      said,
      at: when(new Date(answer.at), locale),
    });
  }
  const who = run(askedOf(approver, locale));
  if (told) return phrase(words.rowTold, { who, said: run(words[`said.${told.verb}`]()) });
  if (confirmedLines.length > 0) {
    const confirmed = ranges(numbersOf(confirmedLines, lines), locale);
    const sentence = ({ who: name }: { who: string }) => words.rowLines({ who: name, lines: confirmed });
    return phrase(sentence, { who });
  }
  const isLater = approver.step > approval.step;
  const later = ({ who: name }: { who: string }) => words.rowLater({ who: name, step: approver.step + 1 });
  return isLater ? phrase(later, { who }) : phrase(words.rowWaits, { who });
}

/** The numbers of lines, by their ids. */
export const numbersOf = (ids: readonly string[], lines: readonly AskedLine[]): number[] =>
  lines.flatMap(({ id, number }) => (ids.includes(id) ? [number] : []));

/** Which lines stand; nothing while none does, or where all of them do. */
function lineFacts(approval: Approval, lines: readonly AskedLine[], locale: Locale): string[] {
  const words = wordsFor(approval.subject.kind, locale);
  const states = lineStates(approval);
  const at = (state: (typeof states)[string]) =>
    ranges(
      lines.flatMap(({ id, number }) => (states[id] === state ? [number] : [])),
      locale,
    );
  const [confirmed, changes, open] = [at('confirmed'), at('changes'), at('open')];
  const isMixed = [confirmed, changes, open].filter(Boolean).length > 1;
  if (!isMixed) return [];
  return [
    ...(confirmed ? [words.linesConfirmed({ lines: confirmed })] : []),
    ...(changes ? [words.linesChanges({ lines: changes })] : []),
    ...(open ? [words.linesOpen({ lines: open })] : []),
  ];
}
