import { BOUNDS } from '../kit/bounds.ts';
import type { Locale } from '../kit/locale.ts';
import { clashesIn, markOf, type Marks as MarksOf, marksAgain, marksAt, type Meeting, mergedIn } from '../kit/merge.ts';
import { type Person, personKey, samePerson } from '../kit/person.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Director, Settings } from '../kit/settings.ts';
import type { Named } from '../kit/text.ts';
import { INSIDE_WORDS } from '../project/rules-outgoing.ts';
import { SETTINGS_QUESTIONS, type SettingsQuestion, type SettingsRefusals } from './model-settings.ts';

const refuse = refuser<SettingsRefusals>();

export type Marks = MarksOf<SettingsQuestion>;

/** What was entered, as the settings hold it: people instead of Slack's ids, words instead of lines. */
export type Entered = {
  administrators: readonly Person[];
  language: Locale | null;
  money: readonly string[];
  inside: readonly string[];
};

/** Who changes the settings. `others`: administrators whom the settings do not name (the variable ADMIN_USER_IDS). */
export type Changing = { id: string; person: Person; others: readonly Person[]; isMember: boolean };

/** Somebody who was chosen, as far as it is known who they are. */
export type Chosen = Director & { kind: 'member' | 'guest' | 'external' | 'bot' | 'unknown' };

/** Changes that the settings remember. */
const REMEMBERED = 50;
/** Words that are looked for in each list, and how long one may be. */
const WORDS = { most: 200, length: 60 } as const;

/** What stands at each question now. An empty list of words stands for the shipped one. */
export const standing = ({ administrators, language, outgoingWords }: Settings): Entered => ({
  administrators,
  language,
  money: outgoingWords?.money ?? [],
  inside: outgoingWords?.inside ?? [],
});

/** What of it is compared: in whatever order people were named. */
const comparable = (entered: Entered, question: SettingsQuestion): unknown =>
  question === 'administrators' ? entered.administrators.map(personKey).toSorted() : entered[question];

/** The marks of the questions as they stand now. */
export const marksOf = (settings: Settings): Marks =>
  marksAt(SETTINGS_QUESTIONS, (question) => comparable(standing(settings), question));

const meetingOf = (current: Settings, entered: Entered, opened: Marks): Meeting<SettingsQuestion, unknown> => ({
  questions: SETTINGS_QUESTIONS,
  opened,
  entered: (question) => comparable(entered, question),
  now: (question) => comparable(standing(current), question),
});

/** The questions that another administrator has changed meanwhile, and that were entered differently. */
export const clashes = (current: Settings, entered: Entered, opened: Marks): SettingsQuestion[] =>
  clashesIn(meetingOf(current, entered, opened));

/** The marks of the form that is shown again after a clash. */
export const marksAfter = (current: Settings, entered: Entered, opened: Marks): Marks =>
  marksAgain(meetingOf(current, entered, opened));

/** May this person change the settings? Decided on the settings as they are now; else the refusal that names who may. */
export function mayAdminister(
  { administrators }: Settings,
  { person, others, isMember }: Changing,
  who: readonly Named[],
): true | Refusal {
  const isOne = [...administrators, ...others].some((one) => samePerson(one, person));
  return (isMember && isOne) || refuse('settings.onlyAdministrators', { who });
}

/** Full members of the workspace only: whoever is a guest or of another company administers and oversees nothing. */
export function asMembers(chosen: readonly Chosen[], at: string): true | Refusal {
  const wrong = chosen.filter(({ kind }) => kind !== 'member');
  if (wrong.length === 0) return true;
  const isUnknown = wrong.every(({ kind }) => kind === 'unknown');
  return refuse(isUnknown ? 'settings.notMetYet' : 'settings.onlyMembers', { who: wrong }, { at });
}

/** One word or phrase a line, each once. The shipped list, as it is, is stored as none. */
export function wordsIn(list: 'money' | 'inside', text: string | null): string[] | Refusal {
  const lines = (text ?? '').split('\n').map((line) => line.trim());
  const words = [...new Set(lines.filter((line) => line !== ''))];
  if (words.length > WORDS.most) return refuse('settings.tooManyWords', { most: WORDS.most }, { at: list });
  if (words.some((word) => word.length > WORDS.length)) {
    return refuse('settings.wordTooLong', { most: WORDS.length }, { at: list });
  }
  const shipped = INSIDE_WORDS[list];
  return words.length === shipped.length && words.every((word) => shipped.includes(word)) ? [] : words;
}

/** Changes what is settled, together with what other administrators changed meanwhile at other questions. */
export function changeSettings(
  current: Settings,
  { entered, opened, by }: { entered: Entered; opened: Marks; by: Changing },
  now: Date,
): Settings | Refusal {
  const meeting = meetingOf(current, entered, opened);
  const clash = clashesIn(meeting)[0];
  if (clash) return refuse('settings.clash', {}, { at: clash });
  const mine = new Set(
    [...mergedIn(meeting)].flatMap(([question, value]) =>
      markOf(value) === markOf(meeting.now(question)) ? [] : [question],
    ),
  );
  const pick = <Q extends SettingsQuestion>(question: Q): Entered[Q] =>
    mine.has(question) ? entered[question] : standing(current)[question];
  const administrators = [...pick('administrators')];
  if (administrators.length + by.others.length === 0) {
    return refuse('settings.noAdministratorLeft', {}, { at: 'administrators' });
  }
  const [money, inside] = [[...pick('money')], [...pick('inside')]];
  return remembered(
    {
      ...current,
      administrators,
      language: pick('language'),
      outgoingWords: money.length + inside.length === 0 ? null : { money, inside },
    },
    { at: now.toISOString(), by: by.id, what: [...mine] },
  );
}

/** Settings with what was changed noted, where anything was. */
export const remembered = (settings: Settings, change: Settings['changes'][number]): Settings =>
  change.what.length === 0 ? settings : { ...settings, changes: [...settings.changes, change].slice(-REMEMBERED) };

/** Who oversees a client now. */
export const directorsOf = ({ directors }: Settings, client: string): readonly Director[] =>
  directors.find((one) => one.client.id === client)?.people ?? [];

export const directorsMark = (settings: Settings, client: string): string =>
  markOf(
    directorsOf(settings, client)
      .map(({ person }) => personKey(person))
      .toSorted(),
  );

/** Names who oversees a client's projects. What is still to be put on their rosters is noted with it. */
export function nameDirectors(
  current: Settings,
  {
    client,
    people,
    opened,
    by,
  }: { client: { id: string; name: string }; people: readonly Director[]; opened: string; by: string },
  now: Date,
): Settings | Refusal {
  const before = current.directors.find((one) => one.client.id === client.id);
  const wanted = markOf(people.map(({ person }) => personKey(person)).toSorted());
  const stands = directorsMark(current, client.id);
  if (wanted === stands) return current;
  if (stands !== opened) return refuse('settings.clash', {}, { at: 'directors' });
  if (!before && current.directors.length >= BOUNDS.clientsChosen) {
    return refuse('settings.tooManyClients', { most: BOUNDS.clientsChosen }, { at: 'directors' });
  }
  const isNamed = ({ id }: Director) => people.some((one) => one.id === id);
  const leaving = [...(before?.people ?? []), ...(before?.leaving ?? [])].filter((one) => !isNamed(one));
  const next = { client, people: [...people], leaving, pending: true, by };
  const directors = [...current.directors.filter((one) => one.client.id !== client.id), next];
  return remembered({ ...current, directors }, { at: now.toISOString(), by, what: ['directors'] });
}
