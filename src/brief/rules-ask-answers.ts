import { clashesIn, markOf, type Marks as MarksOf, type Meeting, mergedIn } from '../kit/merge.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Acting, managing, sideOf } from '../project/rules.ts';
import { mayDo, type Who } from '../project/rules-may.ts';
import type { Ask, AskRefusals } from './model-ask.ts';
import type { WordedQuestion } from './model-questions.ts';
import type { Source, SourcePart } from './model-gather.ts';
import { askOf } from './rules-ask.ts';
import { sourcesOf } from './rules-gather.ts';

const refuse = refuser<AskRefusals>();

export type Marks = MarksOf<WordedQuestion>;

/** May this person answer? Whoever is on the client's side of the project may, as long as it is the last ask. */
export function mayAnswer(project: Project, number: number, who: Who): Ask | Refusal {
  if (sideOf(project, who.person) === 'agency') return refuse('brief.answerInside', {});
  const allowed = mayDo(project, 'answerAsClient', who);
  if (isRefusal(allowed)) return allowed;
  const ask = askOf(project);
  return ask?.number === number ? ask : refuse('brief.askOver', {});
}

/** What was entered at the questions of one step. */
export type AnswersGiven = Readonly<Partial<Record<WordedQuestion, string | null>>>;
export type Answering = { number: number; answers: AnswersGiven; opened: Marks; by: Acting };

/** What of an ask somebody else answered meanwhile, and differently. */
export const answerClashes = (ask: Ask, answering: Pick<Answering, 'answers' | 'opened'>): WordedQuestion[] =>
  clashesIn(meetingOf(ask, answering));

export const meetingOf = (
  { typed, questions }: Ask,
  { answers, opened }: Pick<Answering, 'answers' | 'opened'>,
): Meeting<WordedQuestion, string | null> => ({
  questions: questions.filter((question) => answers[question] !== undefined),
  opened,
  entered: (question) => answers[question] ?? null,
  now: (question) => typed[question] ?? null,
});

/** Saves one step of the client's answers as their draft, together with what a colleague of theirs saved meanwhile. */
export function saveTyped(project: Project, answering: Answering): Project | Refusal {
  const ask = mayAnswer(project, answering.number, answering.by);
  if (isRefusal(ask)) return ask;
  const meeting = meetingOf(ask, answering);
  const [clash] = clashesIn(meeting);
  if (clash) return refuse('brief.answerClash', {}, { at: clash });
  const typed = { ...ask.typed };
  for (const [question, text] of mergedIn(meeting)) {
    if (text === null) delete typed[question];
    else typed[question] = text;
  }
  return withAsk(project, { ...ask, typed });
}

/** What the client may answer again and again; more than this is no brief any more. */
const MOST_SOURCES = 100;

export type HandingIn = { number: number; by: Acting; source: string };

/**
 * Hands in what was typed: it becomes a source of the brief whose parts the team checks. Handed in again, only what changed is.
 * @returns no parts where nothing is new
 */
export function handIn(
  project: Project,
  { number, by, source: id }: HandingIn,
  now: Date,
): { project: Project; parts: SourcePart[] } | Refusal {
  const ask = mayAnswer(project, number, by);
  if (isRefusal(ask)) return ask;
  const parts = ask.questions.flatMap((question): (SourcePart & { question: WordedQuestion })[] => {
    const text = ask.typed[question];
    const isNew = text !== undefined && ask.given[question] !== markOf(text);
    return isNew ? [{ heading: null, text, question }] : [];
  });
  if (parts.length === 0) return ask.answered ? { project, parts } : refuse('brief.nothingAnswered', {});
  if (sourcesOf(project).length >= MOST_SOURCES) return refuse('brief.tooManyAnswers', { who: managing(project) });
  const at = now.toISOString();
  const given = { ...ask.given, ...Object.fromEntries(parts.map(({ question, text }) => [question, markOf(text)])) };
  const answered = { by: { person: by.person, id: by.id, name: by.name }, at };
  const toCheck = parts.map((_part, place) => place);
  const source: Source = { id, kind: 'client', name: by.name, link: null, at, by: by.id, fed: [], toCheck };
  const next = withAsk(project, { ...ask, given, answered });
  const { brief } = next;
  return { project: brief ? { ...next, brief: { ...brief, sources: [...sourcesOf(next), source] } } : next, parts };
}

const withAsk = (project: Project, ask: Ask): Project =>
  project.brief ? { ...project, brief: { ...project.brief, ask } } : project;
