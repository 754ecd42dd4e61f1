import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { metadata } from '../kit/metadata.ts';
import { EARLIER_KINDS, ENDS, STAGES, type Stage } from '../project/model-life.ts';

const reason = { id: 'reason', kind: 'text', long: true, max: BOUNDS.reason, required: true } as const;

/** Why: past a closed gate, on hold, open again. */
export const reasonForm = [reason] as const satisfies readonly Question[];

/** Back to which of the stages before this one. */
export const backForm = <S extends Stage>(stages: readonly S[]) =>
  [{ id: 'to', kind: 'choice', options: stages, required: true }, reason] as const satisfies readonly Question[];

/** What clients agree to comes as one of these, or as a picture of it (docs.slack.dev, file input element). */
const AGREEMENTS = [
  ...['pdf', 'doc', 'docx', 'ppt', 'pptx', 'xls', 'xlsx', 'csv', 'key', 'pages', 'numbers', 'txt', 'md'],
  ...['eml', 'msg', 'png', 'jpg', 'jpeg', 'heic', 'gif', 'webp', 'zip', 'mp4', 'mov', 'mp3'],
] as const;

/** Something that the client agreed to before Liaison was there. */
export const earlierForm = [
  { id: 'kind', kind: 'choice', options: EARLIER_KINDS, required: true },
  { id: 'what', kind: 'text', long: true, max: BOUNDS.earlierWhat, required: true },
  { id: 'by', kind: 'text', long: false, max: BOUNDS.partyName, required: true },
  { id: 'agreedOn', kind: 'day', required: true },
  { id: 'file', kind: 'file', types: AGREEMENTS, required: false },
] as const satisfies readonly Question[];

/** The question whether one is sure: an end is no click. */
const SURE = ['yes'] as const;

/** `others`: the projects that it could be merged into, by their ids; where there are none it is not asked. */
export const endForm = (others: readonly string[]) =>
  [
    { id: 'as', kind: 'choice', options: ENDS, required: true },
    ...(others.length > 0 ? [{ id: 'into', kind: 'choice', options: others, required: false } as const] : []),
    reason,
    { id: 'sure', kind: 'choices', options: SURE, boxes: true, required: true },
  ] as const satisfies readonly Question[];

/** A job is asked for by its name and its date; its brief comes by `/brief`. */
export const jobForm = [
  { id: 'name', kind: 'text', long: false, max: BOUNDS.projectName, required: true },
  { id: 'wantedOn', kind: 'day', required: true },
] as const satisfies readonly Question[];

const project = z.string();
/** `from`: the stage in which the button was shown: pressed twice, it moves once. */
export const stepValue = metadata('button', z.object({ project, from: z.enum(STAGES) }));
export const stepMeta = metadata('modal', z.object({ project, from: z.enum(STAGES) }));
/** `since`: since when the project was as it was shown: what comes late, after it was held and resumed, is not done again. */
const since = z.string().optional();
export const openValue = metadata('button', z.object({ project, since }));
export const openMeta = metadata('modal', z.object({ project, since }));
/** `id`: of what the form makes: submitted twice, it is made once. */
export const makeMeta = metadata('modal', z.object({ project, id: z.string() }));
export const endMeta = metadata('modal', z.object({ project, since, client: z.string(), others: z.array(z.string()) }));
/** `parent`: the project that a job is in. */
export const reopenMeta = metadata('modal', z.object({ project, since, parent: z.string().nullable() }));

export type StageRefusals = {
  'stages.notEarlier': Record<never, never>;
  'stages.dayToCome': Record<never, never>;
  'stages.tooManyEarlier': { most: number };
  'stages.heldAlready': { at: { at: string } };
  'stages.notOnHold': Record<never, never>;
  'stages.lifeMoved': Record<never, never>;
  'stages.endedAlready': { at: { at: string } };
  'stages.notEnded': Record<never, never>;
  'stages.requestOpen': { projects: string; count: number };
  'stages.mergeWhere': Record<never, never>;
  'stages.mergeOnly': Record<never, never>;
  'stages.mergeGone': Record<never, never>;
  'stages.parentEnded': { project: string };
  'stages.tooManyJobs': { most: number };
  'stages.jobInJob': Record<never, never>;
  'stages.noChannelYet': Record<never, never>;
};
