import { z } from 'zod';
import type { Answer, Asked, Replied } from '../io/answers.ts';
import { LateError } from '../io/deadline.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { ProjectDeps } from '../project/service.ts';
import type { BriefRefusals } from './model.ts';
import {
  type GatheredQuestion,
  type GatherRefusals,
  partSchema,
  type Source,
  type SourcePart,
} from './model-gather.ts';
import {
  type Checked,
  checkedBefore,
  checkParts,
  partsFor,
  sourcesOf,
  textOfPart,
  withSource,
} from './rules-gather.ts';
import { partsOf, type SourceBlock } from './rules-split.ts';
import { begun, drafted, type FromMessage, forTeam, gatheringOf } from './service-gather.ts';
import { documentModal, readingModal } from './views-gather-add.ts';
import { checkModal } from './views-gather.ts';
import { gatherWords } from './words-gather.ts';

const refuse = refuser<BriefRefusals & GatherRefusals>();

/** The form for a client's document. */
export async function openDocument(deps: ProjectDeps, asked: Asked, id: string): Promise<Modal | Refusal> {
  const project = await forTeam(deps, asked, id);
  return isRefusal(project) ? project : documentModal(project, deps.newId(), asked.locale);
}

export type Given = { project: string; source: string; file: string | null; pasted: string | null };

/** Takes a document apart: what was pasted at once, a file after the acknowledgement, because it is fetched from Slack. */
export async function takeDocument(deps: ProjectDeps, asked: Asked, given: Given): Replied {
  const project = await forTeam(deps, asked, given.project);
  if (isRefusal(project)) return project;
  const { file, pasted, source } = given;
  if (file !== null) {
    const afterwards = () => readFile(deps, asked, project, { source, file, pasted });
    return { answer: 'replace', view: readingModal(asked.locale), afterwards };
  }
  if (pasted === null) return refuse('brief.nothingGiven', {}, { at: 'file' });
  const kept = { ...begun(source, 'pasted', null, asked), text: pasted };
  const view = await keepParts(deps, asked, project, kept);
  return isRefusal(view) ? view : { answer: 'replace', view };
}

/** Takes a whole message apart like a document: one that is longer than an answer can be. */
export async function takeMessage(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  { source, name, message }: FromMessage,
): Replied {
  const project = await forTeam(deps, asked, id);
  if (isRefusal(project)) return project;
  const held = await partsIn(deps, asked, id, source);
  // Holding it may have failed: then there is nothing but what stands in the form.
  if (held.length === 0) return refuse('brief.sourceGone', {});
  const text = held.map((part) => part.text).join('\n');
  const link = deps.archive.messageLink(message);
  // Its own id: what is held under the form's stays the message as it was.
  const kept = { ...begun(`${source}.parts`, 'message', name, asked), link, text };
  const view = await keepParts(deps, asked, project, kept);
  return isRefusal(view) ? view : { answer: 'replace', view };
}

async function readFile(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  { source, file, pasted }: { source: string; file: string; pasted: string | null },
): Promise<Modal> {
  const { locale } = asked;
  const again = (warning: string): Modal => documentModal(project, source, locale, { warning, pasted });
  const words = gatherWords.in(locale);
  try {
    const reading = await deps.readFile(file);
    if (reading.is === 'refused') return again(words[`file.${reading.why}`]());
    const later = { ...asked, handling: deps.later(asked.handling) };
    const kept = { ...begun(source, 'document', reading.name, asked), text: reading.blocks };
    const view = await keepParts(deps, later, project, kept);
    return isRefusal(view) ? again(plainly(view, locale)) : view;
  } catch (error) {
    // Whoever waits looks at "Reading it" for as long as nothing else is drawn.
    return again(error instanceof LateError ? words.notKnownWhether() : deps.wentWrong(error, 'a document', locale));
  }
}

/** Why nothing was kept. Who may was asked before, so these refusals name at most a number. */
function plainly({ code, params }: Refusal, locale: Locale): string {
  const words = gatherWords.in(locale);
  const named = words as Readonly<Record<string, ((params: object) => string) | undefined>>;
  return named[code]?.(params) ?? words['file.unreachable']();
}

/** Keeps the parts of a document, all of them to be checked. @returns the form in which the first ones are */
async function keepParts(
  deps: ProjectDeps,
  asked: Asked,
  { _id: id }: Project,
  { text, ...source }: Source & { text: string | readonly SourceBlock[] },
): Promise<Modal | Refusal> {
  const split = partsOf(text);
  const parts = partsFor(split.parts);
  if (parts.length === 0) return refuse('brief.messageEmpty', {}, { at: 'pasted' });
  let isKept = false;
  const saved = await deps.store.decide(asked.handling, id, (project) => {
    isKept = sourcesOf(project).some((one) => one.id === source.id);
    if (isKept) return null;
    const kept: Source = { ...source, toCheck: parts.map((_part, place) => place), isCut: split.more };
    const next = withSource(project, kept, gatheringOf(deps, asked), asked.now);
    return isRefusal(next) ? next : drafted(next, { id: source.id, parts });
  });
  if (isRefusal(saved)) return saved;
  return checking(deps, asked, saved.project, source.id, isKept || saved.repeated ? null : parts);
}

const partsSchema = z.array(partSchema);

/** The parts as they are kept: what was checked by one is the same for everybody. */
const partsIn = async (deps: ProjectDeps, { workspace }: Asked, project: string, source: string) =>
  partsSchema.parse((await deps.sources.parts({ workspace, project }, source)) ?? []);

/** What is left of a source to be checked. */
export async function openCheck(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, source }: { project: string; source: string },
): Promise<Modal | Refusal> {
  const project = await forTeam(deps, asked, id);
  return isRefusal(project) ? project : checking(deps, asked, project, source);
}

/** @param known the parts, where they have just been kept */
async function checking(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  id: string,
  known: readonly SourcePart[] | null = null,
): Promise<Modal | Refusal> {
  const source = sourcesOf(project).find((one) => one.id === id);
  if (!source) return refuse('brief.sourceGone', {});
  const view = checkModal(project, source, known ?? (await partsIn(deps, asked, project._id, id)), asked.locale);
  return view ?? refuse('brief.allChecked', {});
}

export type Checking = { project: string; source: string; places: readonly number[]; skipped: readonly number[] };

/** `view`: the next page, null after the last. `overtaken`: the numbers of the parts that somebody else had checked. */
export type CheckedPage = { project: Project; view: Modal | null; overtaken: readonly number[] };

/**
 * Saves where the parts of one page belong.
 * @param chosen by place; what is not named was left open
 */
export async function saveCheck(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, source, places, skipped }: Checking,
  chosen: ReadonlyMap<number, GatheredQuestion | null>,
): Promise<CheckedPage | Refusal> {
  const parts = await partsIn(deps, asked, id, source);
  const checked = [...chosen].flatMap(([place, question]): Checked[] => {
    const part = parts[place];
    return part && places.includes(place) ? [{ place, text: textOfPart(part), question }] : [];
  });
  let before: number[] = [];
  const saved = await deps.store.decide(asked.handling, id, (current) => {
    before = checkedBefore(current, source, [...chosen.keys()]);
    const next = checkParts(current, { source, checked }, gatheringOf(deps, asked), asked.now);
    return isRefusal(next) ? next : drafted(next);
  });
  if (isRefusal(saved)) return saved;
  const overtaken = saved.repeated ? [] : before.map((place) => place + 1);
  const kept = sourcesOf(saved.project).find((one) => one.id === source);
  const open = places.filter((place) => !chosen.has(place));
  const page = { skipped: [...skipped, ...open], overtaken };
  const view = kept ? checkModal(saved.project, kept, parts, asked.locale, page) : null;
  return { project: saved.project, view, overtaken };
}

/** A view as an answer. */
export const opened = (view: Modal): Answer => ({ answer: 'open', view });
