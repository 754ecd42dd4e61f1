import type { Button, KnownBlock } from '@slack/types';
import { bold, button, buttons, type Message, message, section } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { dateToken, escape, type Named } from '../kit/text.ts';
import { type Approval, OUTCOME_OF } from './model.ts';
import type { ApprovalEvent, ApprovalEventKind } from './model-events.ts';
import { approvalValue, managedOf } from './model-manage.ts';
import type { ShownSubject } from './model-shown.ts';
import { MANAGE_IDS } from './views-asking.ts';
import { pagesOf, type Part, quoted } from './views-pages.ts';
import { answererNamed, callOn, namesOf, plainName, ranges } from './views-people.ts';
import { roundOf } from './views-round.ts';
import { agreeing, decidedBy, numbersOf, waitedFor } from './views-status.ts';
import { has, type Happening, partiesOf } from './views-told.ts';
import { wordsFor } from './views-wording.ts';
import { answerWords } from './words-answers.ts';
import { askingWords } from './words-asking.ts';
import { dueWords } from './words-due.ts';

/** What the team does next: once the client has agreed, and once a new version is needed. */
export type Next = Readonly<Record<'agreed' | 'revise', { sentence: string; button: Button | null }>>;

/** A line that says what happened, what is to be done about it, and people's own words. */
type Told = { line: string; next?: Next[keyof Next]; parts?: readonly Part[] };

/** What the team is told of a move, in its thread: a line for each thing that it has to know, none for what follows by itself. */
export function toldToTeam(happening: Happening, next: Next): Message<'team'>[] {
  return happening.events.flatMap((event) => {
    const told = TOLD[event.kind](happening, event, next);
    return told ? messagesOf(told) : [];
  });
}

function messagesOf({ line, next, parts = [] }: Told): Message<'team'>[] {
  const [first, ...more] = pagesOf(parts);
  const act: KnownBlock[] = next?.button ? [buttons('approval.next', [next.button])] : [];
  const sentence = next ? [section(next.sentence)] : [];
  const head = [section(line), ...sentence, ...(first ? [first] : []), ...act];
  return [message('team', line, head), ...more.map((page) => message('team', line, [page]))];
}

type Tell = (happening: Happening, event: ApprovalEvent, next: Next) => Told | null;

const TOLD: Readonly<Record<ApprovalEventKind, Tell>> = {
  answered: (happening, event) => (has(happening, 'closed') ? null : answered(happening, event)),
  linesConfirmed: (happening, event) => {
    const { shown, locale } = happening;
    const numbers = numbersOf(event.lines ?? [], shown.lines);
    const lines = ranges(numbers, locale);
    const who = whoOf(happening, event);
    return { line: wordsFor(shown.kind, locale).lineLines({ short: escape(shown.short), who, lines }) };
  },
  toldByTelephone: (happening, event) => {
    const { shown, locale } = happening;
    const words = answerWords.in(locale);
    const said = words[`said.${event.verb ?? agreeing(happening.after)}`]();
    return { line: words.lineTold({ short: escape(shown.short), who: whoOf(happening, event), said }) };
  },
  stepOpened: (happening, event) => {
    const { shown, after, locale } = happening;
    const step = (event.step ?? after.step) + 1;
    const facts = { short: escape(shown.short), step, steps: after.steps.length, who: whoOf(happening, event) };
    return { line: answerWords.in(locale).lineStep(facts) };
  },
  gathered: (happening, { by }, next) => {
    if (has(happening, 'closed') || has(happening, 'stepOpened')) return null;
    const { shown, after, locale } = happening;
    const { parts } = roundOf(after, shown, locale);
    const who = namesOf(waitedFor(after), locale);
    const line = answerWords.in(locale).lineGathered({ short: escape(shown.short), why: by ?? 'allAnswered', who });
    return parts.length > 0 ? { line, parts, next: next.revise } : { line };
  },
  closed: (happening, { outcome }, next) => {
    const { shown, after, locale } = happening;
    const words = answerWords.in(locale);
    const { verb, people } = decidedBy(after);
    const said = words[`said.${verb}`]();
    const line = words.lineClosed({ short: escape(shown.short), said, who: namesOf(people, locale) });
    if (outcome !== 'refused') return { line, next: next.agreed, parts: conditionsIn(after) };
    return { line, next: next.revise, parts: roundOf(after, shown, locale).parts };
  },
  reopened: (happening, event) => lined(happening, event, 'lineReopened'),
  takenBack: (happening, event, next) => {
    const { shown, after, locale } = happening;
    const facts = { short: escape(shown.short), verb: agreeing(after), who: whoOf(happening, event) };
    const parts = quoted(event.reason ?? '');
    const line = answerWords.in(locale).lineTakenBack(facts);
    return after.state === 'takenBack' ? { line, parts, next: next.revise } : { line, parts };
  },
  passedOn: (happening, event) => moved(happening, event, 'linePassedOn'),
  replaced: (happening, event) => moved(happening, event, 'lineReplaced'),
  standInNamed: (happening, { about }) => {
    const { shown, locale } = happening;
    const [of, standIn] = partiesOf(happening, about);
    const names = { who: namesOf(of ? [of] : [], locale), standIn: namesOf(standIn ? [standIn] : [], locale) };
    return { line: answerWords.in(locale).lineStandIn({ short: escape(shown.short), ...names }) };
  },
  reminded: (happening, event) => lined(happening, event, 'lineReminded'),
  dueMoved: ({ shown, by, locale }, { dueAt, dueWas, reason }) => {
    const words = dueWords.in(locale);
    const at = (iso: string) => dateToken(new Date(iso), locale);
    const facts = { short: escape(shown.short), at: at(dueAt ?? ''), who: namesOf(by ? [by] : [], locale) };
    const line = dueWas ? words.line({ ...facts, was: at(dueWas) }) : words.lineNew(facts);
    return { line, parts: quoted(reason ?? '') };
  },
  objected: (happening, event) => {
    const told = lined(happening, { ...event, about: event.about.slice(0, 1) }, 'lineObjected');
    return { ...told, parts: quoted(event.reason ?? '') };
  },
  withdrawn: ({ shown, by, locale }, { reason }) => {
    const line = answerWords
      .in(locale)
      .lineWithdrawn({ short: escape(shown.short), who: namesOf(by ? [by] : [], locale) });
    return reason ? { line, parts: quoted(reason) } : { line };
  },
  expired: ({ shown, locale }) => ({ line: answerWords.in(locale).lineExpired({ short: escape(shown.short) }) }),
  // Whoever sends the next version says so.
  superseded: () => null,
};

/** What is to be changed although it is agreed, in the words of whoever wants it. */
const conditionsIn = ({ approvers }: Approval): Part[] =>
  approvers.flatMap(({ answer }) =>
    answer?.reason && OUTCOME_OF[answer.verb] === 'agreedWith'
      ? quoted(answer.reason, approvers.length > 1 ? [bold(`${plainName(answer.by)}: `)] : [])
      : [],
  );

const whoOf = (happening: Happening, { about }: ApprovalEvent): string =>
  namesOf(partiesOf(happening, about), happening.locale);

function answered(happening: Happening, event: ApprovalEvent): Told {
  const { after, shown, locale } = happening;
  const words = answerWords.in(locale);
  const verb = event.verb ?? agreeing(after);
  const asked = after.approvers.filter(({ step }) => step === event.step);
  const count = asked.filter(({ answer }) => answer !== null).length;
  const theirs = asked.find(({ id }) => id === event.about[0]);
  const who = theirs ? answererNamed(theirs, locale) : whoOf(happening, event);
  const line = words.lineAnswered({
    short: escape(shown.short),
    who,
    said: words[`said.${verb}`](),
    count,
    of: asked.length,
  });
  // What is wanted is listed for all of them together once the round ends; until then it stands with the answer.
  const isListed = has(happening, 'gathered');
  return OUTCOME_OF[verb] === 'agreed' || isListed ? { line } : { line, parts: quoted(event.reason ?? '') };
}

function lined(
  happening: Happening,
  event: ApprovalEvent,
  key: 'lineReopened' | 'lineReminded' | 'lineObjected',
): Told {
  const { shown, locale } = happening;
  return { line: answerWords.in(locale)[key]({ short: escape(shown.short), who: whoOf(happening, event) }) };
}

function moved(happening: Happening, { about }: ApprovalEvent, key: 'linePassedOn' | 'lineReplaced'): Told {
  const { shown, locale } = happening;
  const [from, to] = partiesOf(happening, about).map((one) => namesOf([one], locale));
  return { line: answerWords.in(locale)[key]({ short: escape(shown.short), from: from ?? '', to: to ?? '' }) };
}

/** Asks the account managers to put somebody in place whom the client's side does not have yet. */
export function askToAdd(
  approval: Approval,
  shown: ShownSubject,
  { managers, by, whom }: { managers: readonly Named[]; by: Named; whom: Named },
  locale: Locale,
): Message<'team'> {
  const words = answerWords.in(locale);
  const names = { manager: callOn(managers, locale), who: namesOf([by], locale), whom: namesOf([whom], locale) };
  const text = words.passOnAsk({ ...names, short: escape(shown.short) });
  const value = approvalValue.encode(managedOf(shown, approval.version));
  const change = button({ id: MANAGE_IDS.change, text: askingWords.in(locale).change(), value });
  return message('team', text, [section(text), buttons('approval.passOn', [change])]);
}
