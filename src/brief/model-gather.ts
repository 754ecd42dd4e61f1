import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { metadata } from '../kit/metadata.ts';
import { WORDED_QUESTIONS } from './model-questions.ts';

/** The questions that gathered texts can answer. What a client writes about the wanted date belongs to the dates. */
export const GATHERED_QUESTIONS = [...WORDED_QUESTIONS, 'ownReason', 'whys'] as const;
export type GatheredQuestion = (typeof GATHERED_QUESTIONS)[number];

/** Where answers come from: a message, a document or an e-mail, or the client who was asked. */
const SOURCE_KINDS = ['message', 'document', 'pasted', 'client'] as const;

/** What a brief keeps of a source. Its texts are kept apart, because they may be long. */
export const sourceSchema = z.looseObject({
  id: z.string(),
  kind: z.enum(SOURCE_KINDS),
  /** A file's name, or who wrote the message, as Slack showed them. Null where nobody told. */
  name: z.string().nullable(),
  /** The address of the message. */
  link: z.string().nullable(),
  at: z.iso.datetime(),
  /** Liaison's own id of who added it. */
  by: z.string(),
  /** Which questions it has answered. */
  fed: z.array(z.enum(GATHERED_QUESTIONS)),
  /** The places of those of its parts that nobody has checked yet. */
  toCheck: z.array(z.int()),
  /** It was longer than what is read: its end is in no part. */
  isCut: z.boolean().optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** One part of a source. What a client answered was asked for, so no heading names it. */
export const partSchema = z.looseObject({
  heading: z.string().nullable(),
  text: z.string(),
  question: z.enum(GATHERED_QUESTIONS).nullable(),
});
export type SourcePart = z.infer<typeof partSchema>;

const project = z.string();
const message = z.object({ channel: z.string(), ts: z.string(), threadTs: z.string().nullable() });

/** `source`: the id that it will have: pressed twice, it is added once. `file`: what is attached to the message. */
export const addMeta = metadata(
  'modal',
  z.object({ source: z.string(), projects: z.array(project), name: z.string().nullable(), message }),
);
/** Which question a message answers, and in which words. Which project is asked where there are several. */
export const addForm = (projects: readonly string[]) =>
  [
    { id: 'project', kind: 'choice', options: projects, required: projects.length > 1 },
    { id: 'question', kind: 'choice', options: GATHERED_QUESTIONS, required: true },
    { id: 'text', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true },
  ] as const satisfies readonly Question[];

/** A client's document: a file, or what was pasted. */
export const documentForm = [
  { id: 'file', kind: 'file', types: ['txt', 'text', 'md', 'markdown', 'docx', 'eml', 'csv'], required: false },
  { id: 'pasted', kind: 'text', long: true, max: BOUNDS.longAnswer, required: false },
] as const satisfies readonly Question[];
export const documentMeta = metadata('modal', z.object({ project, source: z.string() }));
export const gatherValue = metadata('button', z.object({ project }));
/** A file that is attached to a message: the form in which its button stands knows the rest. */
export const fileValue = metadata('button', z.object({ source: z.string(), file: z.string() }));
/** The message itself, to be taken apart like a document. */
export const partsValue = metadata('button', z.object({ source: z.string() }));

/** So many parts are checked at a time: each is a text and a question, a view asks six questions at most. */
export const CHECKED_AT_ONCE = 5;
export const LEAVE_OUT = 'leaveOut';
export const CHECK_CHOICES = [...GATHERED_QUESTIONS, LEAVE_OUT] as const;

/** Where each of these parts belongs. What is left open is asked again. */
export const checkForm = <N extends number>(places: readonly N[]) =>
  places.map((place) => ({ id: `part${place}`, kind: 'choice', options: CHECK_CHOICES, required: false }) as const);
export const checkMeta = metadata(
  'modal',
  z.object({ project, source: z.string(), places: z.array(z.int()), skipped: z.array(z.int()) }),
);
export const checkValue = metadata('button', z.object({ project, source: z.string() }));

/** Why a file was not read. */
export type FileFault =
  | 'tooLarge'
  | 'gone'
  | 'notAllowed'
  | 'unreachable'
  | 'notSupported'
  | 'hasMacros'
  | 'damaged'
  | 'tooMuchInside'
  | 'encodingUnknown'
  | 'empty';

export type GatherRefusals = {
  'brief.whichProject': Record<never, never>;
  'brief.allChecked': Record<never, never>;
  'brief.answerFull': { question: { named: readonly string[] }; most: number };
  'brief.tooManySources': { most: number };
  'brief.nothingGiven': Record<never, never>;
  'brief.sourceGone': Record<never, never>;
  'brief.messageEmpty': Record<never, never>;
};
