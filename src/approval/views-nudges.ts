import type { RichTextElement } from '@slack/types';
import { bold, button, run, when } from '../kit/blocks.ts';
import { dayIn, formatDay, formatInstant } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import type { Nudge, NudgeShown, NudgeWording } from '../kit/nudge.ts';
import { phrase } from '../kit/phrase.ts';
import { escape } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { awayIn } from '../project/rules-people.ts';
import type { Approval } from './model.ts';
import { approvalValue, managedOf } from './model-manage.ts';
import { REQUEST_ABOUT } from './model-nudges.ts';
import type { ShownSubject } from './model-shown.ts';
import { requestAbout } from './rules-about.ts';
import { calledFor } from './rules-turn.ts';
import { MANAGE_IDS } from './views-asking.ts';
import { plainName } from './views-people.ts';
import { answerWords } from './words-answers.ts';
import { nudgeWords } from './words-nudges.ts';

/** The action and callback ids of reminding in words of one's own. */
export const REMINDER_IDS = { edit: 'approval.editReminder', form: 'approval.reminderForm' } as const;

/** A request as it is brought up. `isInSlack`: there is a thread in which the client can be reminded. */
export type FoundRequest = { approval: Approval; shown: ShownSubject; isInSlack: boolean };
export type FoundRequests = (project: Project, locale: Locale) => readonly FoundRequest[];

/** People whom a line names before the others are counted. */
const NAMED = 5;

/** Says what is brought up about a request, to whoever runs the project: with a reminder for the client, drafted, once it is overdue. */
export const requestNudge =
  (requests: FoundRequests): NudgeWording<Project> =>
  (project, nudge, locale) => {
    if (nudge.about.kind !== REQUEST_ABOUT || nudge.step === 'missing') return null;
    const requestIn = (language: Locale) =>
      requests(project, language).find(({ approval }) => requestAbout(approval).id === nudge.about.id);
    const found = requestIn(locale);
    if (!found) return null;
    if (nudge.step === 'dueDay' || nudge.step === 'ahead') return dueDay(project, nudge, found, locale);
    // The draft is in the language that the client reads.
    const theirs = requestIn(found.shown.language);
    return theirs ? overdue(project, nudge, { found, theirs }, locale) : null;
  };

/** The request and who is missing, as runs and as plain text. */
function placesIn(project: Project, nudge: Nudge, { approval, shown }: FoundRequest, locale: Locale) {
  const names = namesIn(project, approval, nudge.at, locale);
  return {
    places: { title: bold(shown.title), who: run(names) },
    plain: { title: escape(shown.title), who: escape(names) },
  };
}

function dueDay(project: Project, nudge: Nudge, found: FoundRequest, locale: Locale): NudgeShown {
  const { nudgeDueDay } = nudgeWords.in(locale);
  const { places, plain } = placesIn(project, nudge, found, locale);
  return { line: phrase(nudgeDueDay, places), plain: nudgeDueDay(plain), buttons: [] };
}

type Both = { found: FoundRequest; theirs: FoundRequest };

function overdue(project: Project, nudge: Nudge, { found, theirs }: Both, locale: Locale): NudgeShown {
  const words = nudgeWords.in(locale);
  const { approval } = found;
  const dueAt = new Date(approval.dueAt ?? approval.openedAt);
  const { places, plain } = placesIn(project, nudge, found, locale);
  const say = nudge.step === 'manager' ? words.nudgeManager : words.nudgeSilent;
  const intro = theirs.isInSlack ? words.draftInSlack() : words.draftToCopy();
  return {
    line: phrase(say, { ...places, at: when(dueAt, locale) }),
    plain: say({ ...plain, at: formatInstant(dueAt, locale) }),
    draft: { intro, text: draftOf(project, theirs, nudge.at) },
    buttons: theirs.isInSlack ? reminderButtons(found, locale) : [],
  };
}

function reminderButtons({ approval, shown }: FoundRequest, locale: Locale) {
  const words = nudgeWords.in(locale);
  const value = approvalValue.encode(managedOf(shown, approval.version));
  return [
    button({ id: MANAGE_IDS.remind, text: words.sendReminder(), value, style: 'primary' }),
    button({ id: REMINDER_IDS.edit, text: words.editReminder(), value }),
  ];
}

/** The text that would be posted for the client, or that is to be copied, with the names of those who are missing. */
function draftOf(project: Project, { approval, shown, isInSlack }: FoundRequest, at: Date): readonly RichTextElement[] {
  const { language } = shown;
  const who = namesIn(project, approval, at, language);
  const openedAt = new Date(approval.openedAt);
  if (isInSlack) {
    const places = { who: bold(who), title: run(shown.title), at: when(openedAt, language) };
    return phrase(answerWords.in(language).tellReminded, places);
  }
  const day = formatDay(dayIn('utc', openedAt), language);
  return [run(nudgeWords.in(language).reminderToCopy({ who, title: shown.title, project: shown.name, day }))];
}

/** Those who are missing, by name: whoever stands in while somebody is away. */
export function namesIn(project: Project, approval: Approval, at: Date, locale: Locale): string {
  const names = calledFor(approval, awayIn(project, at)).map(plainName);
  const shown = names.slice(0, NAMED).join(locale === 'zh' ? '、' : ', ');
  const more = names.length - NAMED;
  return more > 0 ? answerWords.in(locale).andMore({ names: shown, count: more }) : shown;
}
