import { namesOf } from '../approval/views-people.ts';
import { managedLines } from '../approval/views-manage.ts';
import { standsSentence, stateSentence } from '../approval/views-status.ts';
import type { Locale } from '../kit/locale.ts';
import { escape, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { whoCan } from '../project/rules-may.ts';
import { awayIn } from '../project/rules-people.ts';
import type { Deliverable, Draft, SentDeliverable } from './model.ts';
import { checkersOf } from './rules-check.ts';
import { draftState, standingOf } from './rules-standing.ts';
import { deliverableWords } from './words.ts';

/** Of a reason in somebody's own words; the whole stands in the thread. */
export const WHY = 200;

/** Who is away, as the roster stood at the last change; the card is drawn again at every one. */
export const awayNow = (project: Project) => awayIn(project, new Date(project.savedAt));

/** Those who can send it to the client. */
const sendersOf = (project: Project, locale: Locale): string => namesOf(whoCan(project, 'sendToClient'), locale);

/**
 * Where a deliverable stands (`mrkdwn`): what the client said to the last version, and how far the next one is. What is likeliest to be
 * acted on comes first.
 */
export function stateLines(project: Project, deliverable: Deliverable, locale: Locale): string[] {
  const words = deliverableWords.in(locale);
  const { draft, sent, dropped } = deliverable;
  if (dropped) return [words['state.dropped']({ why: escape(shorten(dropped.why, WHY)) })];
  const next = draft ? [draftSentence(project, draft, locale)] : [];
  const last = sent ? sentLines(project, sent, locale) : [];
  const all = [...next, ...last];
  return all.length > 0 ? all : [words['state.none']()];
}

function draftSentence(project: Project, draft: Draft, locale: Locale): string {
  const words = deliverableWords.in(locale);
  const { number: version, by, reviews } = draft;
  const is = draftState(draft);
  switch (is) {
    case 'checking': {
      const who = checkersOf(project, draft);
      if (who.length === 0) return words['state.checkingNobody']({ version });
      return words['state.checking']({ version, who: namesOf(who, locale) });
    }
    case 'reviewing': {
      const who = reviews.filter((one) => one.is === 'asked');
      return words['state.reviewing']({ version, who: namesOf(who, locale) });
    }
    case 'ready':
      return words['state.ready']({ version });
    case 'sentBack':
      return words['state.sentBack']({ version, who: namesOf([by], locale) });
  }
}

function sentLines(project: Project, sent: SentDeliverable, locale: Locale): string[] {
  const words = deliverableWords.in(locale);
  const { approval, current, stands } = sent;
  const { number: version } = current;
  const isOutside = approval.state === 'open' && current.reach === 'outside';
  return [
    stateSentence(approval, locale),
    ...standsSentence(approval, stands?.version ?? null, locale),
    ...(isOutside ? [words.outside({ version })] : []),
    ...managedLines(approval, awayNow(project), locale),
  ];
}

/** What follows from where it stands, in one sentence (`mrkdwn`); nothing of one that is dropped. */
export function nextLine(project: Project, deliverable: Deliverable, locale: Locale): string[] {
  const words = deliverableWords.in(locale);
  const { is } = standingOf(deliverable);
  const { round = 0, rounds = 1 } = deliverable.sent?.current ?? {};
  switch (is) {
    case 'dropped':
      return [];
    case 'ready':
      return [words['next.ready']({ who: sendersOf(project, locale) })];
    case 'withClient':
      return [round >= rounds ? words['next.withClientLast']() : words['next.withClient']()];
    case 'approved':
      return [deliverable.rights ? words['next.approved']() : words['next.approvedRights']()];
    default:
      return [words[`next.${is}`]()];
  }
}
