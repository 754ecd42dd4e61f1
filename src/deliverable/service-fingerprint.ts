import type { Clocked } from '../io/bot-jobs.ts';
import type { Fingerprint } from '../io/files.ts';
import type { Handling } from '../io/handling.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { ProjectDeps } from '../project/service.ts';
import type { Deliverable } from './model.ts';
import { deliverablesOf } from './rules.ts';
import { type FileRead, filesToRead, isGivenUp, withRead } from './rules-fingerprint.ts';
import { deliverableRow } from './rules-subjects.ts';

/** So long the sweep waits for files of one project; larger ones go on meanwhile, and it looks again. */
const SWEEP_WAITS_MS = 3000;
const LOOK_AGAIN_MS = 60_000;
/** So long a preview waits for the files of its version: somebody looks at a waiting modal. */
const PREVIEW_WAITS_MS = 8000;

/**
 * Reads the files of versions that are being made ready, some of them large: what they are, and the hash of their bytes, by which it is
 * known later what exactly was approved.
 * @returns when to look again; null where nothing is left to read
 */
export const readDraftFiles: Clocked<Project> = async (deps, handling, project) => {
  const waiting = deliverablesOf(project).filter((one) => filesToRead(one).length > 0);
  const from = performance.now();
  let isLeft = false;
  for (const deliverable of waiting) {
    const waitMs = Math.max(0, SWEEP_WAITS_MS - (performance.now() - from));
    const read = await readFiles(deps, { deliverable, now: handling.now, waitMs, isAsked: false });
    await keep(deps, handling, project._id, { id: deliverable.id, read });
    isLeft ||= read.length < filesToRead(deliverable).length;
  }
  return isLeft ? new Date(handling.now.getTime() + LOOK_AGAIN_MS) : null;
};

/**
 * The same for one deliverable, because somebody is about to send it: after the acknowledgement, for it takes seconds. What could not be
 * reached before is tried once more; a file that takes longer is read on, and known at the next look.
 * @returns the project as it is then
 */
export async function fingerprintDraft(
  deps: ProjectDeps,
  handling: Handling,
  project: Project,
  id: string,
): Promise<Project | Refusal> {
  const deliverable = deliverablesOf(project).find((one) => one.id === id);
  if (!deliverable || filesToRead(deliverable, true).length === 0) return project;
  const asking = { deliverable, now: handling.now, waitMs: PREVIEW_WAITS_MS, isAsked: true };
  const read = await readFiles(deps, asking);
  const saved = await keep(deps, handling, project._id, { id, read });
  return isRefusal(saved) ? saved : saved.project;
}

type Reading = { deliverable: Deliverable; now: Date; waitMs: number; isAsked: boolean };

/** What is known of the files by then; of those that are to be tried again there is nothing. */
async function readFiles({ files }: ProjectDeps, { deliverable, now, waitMs, isAsked }: Reading): Promise<FileRead[]> {
  const asked = filesToRead(deliverable, isAsked).map(async (file): Promise<FileRead[]> => {
    const read = readOf(file, await files.fingerprint(file, waitMs));
    const isTriedAgain = read?.unread === 'unreachable' && !isAsked && !isGivenUp(deliverable, now);
    return read && !isTriedAgain ? [read] : [];
  });
  return (await Promise.all(asked)).flat();
}

/** Null while it goes on. */
function readOf(file: string, read: Fingerprint): FileRead | null {
  switch (read.is) {
    case 'pending':
      return null;
    case 'hashed': {
      const { name, mimetype, size, sha256 } = read;
      return { file, name, mimetype, size, sha256 };
    }
    case 'refused': {
      const { name, mimetype, size } = read.facts ?? {};
      const facts = { ...(name ? { name } : {}), ...(mimetype ? { mimetype } : {}), ...(size ? { size } : {}) };
      return { file, ...facts, unread: read.why };
    }
  }
}

/** Kept as it is found: nobody decided anything, so that it is no entry of the record and no delivery of its own. */
const keep = (deps: ProjectDeps, handling: Handling, project: string, found: { id: string; read: FileRead[] }) =>
  deps.store.decide({ ...deps.later(handling), delivery: null, actor: null }, project, (current) => {
    const next = withRead(current, found.id, found.read);
    const deliverable = deliverablesOf(next).find(({ id }) => id === found.id);
    if (next === current || !deliverable) return null;
    return { project: next, happened: [], rows: () => [deliverableRow(project, deliverable)] };
  });
