import { z } from 'zod';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question, State } from '../kit/form.ts';
import { metadata } from '../kit/metadata.ts';
import { takeFrom } from '../kit/text.ts';

/** What an agency shows a client, and what pictures and plans of it come in. A form takes 10 MB a file; a message takes more. */
const FILE_TYPES = [
  ...['pdf', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'tif', 'tiff', 'psd', 'ai', 'eps'],
  ...['mp4', 'mov', 'm4v', 'webm', 'mp3', 'wav', 'm4a'],
  ...['ppt', 'pptx', 'key', 'doc', 'docx', 'xls', 'xlsx', 'csv', 'txt', 'zip', 'html'],
] as const;

const ticked = { kind: 'choices', options: ['yes'], boxes: true, required: false } as const;
const content = { id: 'content', kind: 'text', long: true, max: BOUNDS.longAnswer, required: false } as const;
const file = { id: 'file', kind: 'file', types: FILE_TYPES, required: false } as const;
const own = { id: 'own', ...ticked } as const;
const note = { id: 'note', kind: 'text', long: true, max: BOUNDS.reason, required: false } as const;

/** The answer at `of` for what was not there before. */
export const SOMETHING_NEW = 'new';

/** What is to be approved, and by when; the rest has a default, which is changed on the card. */
export const addForm = (known: readonly string[], lines: readonly string[]) =>
  [
    { id: 'of', kind: 'choice', options: [SOMETHING_NEW, ...known], required: true },
    { id: 'name', kind: 'text', long: false, max: BOUNDS.deliverableName, required: false },
    content,
    file,
    { id: 'line', kind: 'choice', options: lines, required: false },
    own,
    { id: 'dueOn', kind: 'day', required: false },
  ] as const satisfies readonly Question[];

/** The questions that are asked of it: nothing is asked that the message has answered. */
export function addQuestions({ known, lines, files, wasSent, hasMessage }: Omit<AddMeta, 'project' | 'id' | 'from'>) {
  const left: Readonly<Record<string, boolean>> = {
    of: known.length === 0,
    content: files.length > 0,
    file: hasMessage,
    line: lines.length === 0,
    own: !wasSent,
  };
  return addForm(known, lines).filter(({ id }) => !left[id]);
}

/** A new version, brought by the button on the card. */
export const versionForm = [content, file, own, note] as const satisfies readonly Question[];

/** Checkboxes come by tens (docs.slack.dev, checkbox group). */
const POINTS_A_GROUP = 10;

/** The points of a check by their places, ten a question; what is wrong with it; and copy that is looked over for absolute terms. */
export const checkForm = (count: number, hasCopy: boolean) => {
  const places = Array.from({ length: count }, (_, place) => String(place));
  const groups = Array.from({ length: Math.ceil(count / POINTS_A_GROUP) }, (_, group) => ({
    id: `points${group}` as const,
    kind: 'choices' as const,
    boxes: true as const,
    required: false as const,
    options: places.slice(group * POINTS_A_GROUP, (group + 1) * POINTS_A_GROUP),
  }));
  return [...groups, ...(hasCopy ? [copyQuestion] : []), backQuestion];
};
export const copyQuestion = { id: 'copy', kind: 'text', long: true, max: BOUNDS.longAnswer, required: false } as const;
export const backQuestion = { id: 'reason', kind: 'text', long: true, max: BOUNDS.reason, required: false } as const;

export const VERDICTS = ['pass', 'back'] as const;
/** What an internal reviewer says. */
export const reviewForm = [
  { id: 'verdict', kind: 'choice', options: VERDICTS, required: true },
  { id: 'why', kind: 'text', long: true, max: BOUNDS.reason, required: false },
] as const satisfies readonly Question[];

const project = z.string();
const id = z.string();
const version = z.int();
const place = z.object({ channel: z.string(), ts: z.string() });
const attached = z.object({ file: z.string(), name: z.string() });
/** A file of a message, with as much of its name as a form carries. */
export type Attached = z.infer<typeof attached>;

/** What Slack tells of the file in a form's input (docs.slack.dev, file input element). */
const chosenFile = z.looseObject({
  file: z.looseObject({
    file: z.looseObject({ files: z.array(z.looseObject({ id: z.string(), name: z.string().nullish() })).min(1) }),
  }),
});

/** The file that was chosen in a form; null where none was. */
export function fileChosen(state: State): Attached | null {
  const [one] = chosenFile.safeParse(state).data?.file.file.files ?? [];
  return one ? { file: one.id, name: takeFrom(one.name ?? '', FILE_NAME) } : null;
}
/** As long as a file system lets it be. */
const FILE_NAME = 255;

/** The message that it is sent from, and what it brings; `isCut`: its text is longer than a form takes. */
const chosen = z.object({
  ...place.shape,
  threadTs: z.string().nullable(),
  files: z.array(attached),
  text: z.string(),
  isCut: z.boolean(),
});
export type ChosenMessage = z.infer<typeof chosen>;

/** What was typed or chosen, where it is asked first which project it is for. */
export const carriedMeta = metadata('modal', z.object({ typed: z.string(), message: chosen.nullable() }));

/** `id`: of the deliverable that it becomes: submitted twice, it is one. `from`: the message in whose thread it is to stand. */
export const addMeta = metadata(
  'modal',
  z.object({
    project,
    id,
    from: place.nullable(),
    files: z.array(attached),
    known: z.array(z.string()),
    lines: z.array(z.string()),
    wasSent: z.boolean(),
    /** It comes from a message, in whatever channel. */
    hasMessage: z.boolean(),
  }),
);
export type AddMeta = Parameters<typeof addMeta.encode>[0];

/** `mark`: tells whether the version is still the one that was shown. */
export const reviewMeta = metadata('modal', z.object({ project, id, version, mark: z.string() }));

/** `mark`: the same. `looked`: of the copy of which the terms were shown. */
export const checkMeta = metadata(
  'modal',
  z.object({
    project,
    id,
    version,
    count: z.int(),
    hasCopy: z.boolean(),
    mark: z.string(),
    looked: z.string().nullable(),
  }),
);
export type CheckMeta = Parameters<typeof checkMeta.encode>[0];
