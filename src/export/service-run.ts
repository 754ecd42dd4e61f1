import type { DrawCard } from '../io/bot.ts';
import type { Round } from '../io/bot-jobs.ts';
import type { DrawFile } from '../io/drawing.ts';
import type { Export } from '../io/exports.ts';
import type { Handling } from '../io/handling.ts';
import { card, directTo, fileRow, type RowDraft } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import type { ProjectDeps } from '../project/service.ts';
import { type Wanted, wantedSchema } from './model.ts';
import { exportFileKey, exportSubject } from './rules-subjects.ts';
import { exportedOf, piecesOf } from './service-make.ts';
import { exportMessage, type ExportShown } from './views.ts';
import { exportFileName } from './views-said.ts';
import { exportWords } from './words.ts';

/** How far it is told after so many entries. */
const TELL_EVERY = 1000;
/** As the log names it. */
const WHERE = 'export of a record';
/** Files in one round, as far as its time goes. */
const BATCH = 10;

/**
 * Makes a file that was asked for, and has it sent. Killed in it, another process begins it again; made twice, it is the same file and
 * is sent once. It never throws: what breaks is tried again, and said where it was given up.
 */
export async function makeExport(deps: ProjectDeps, handling: Handling, id: string): Promise<void> {
  const claimed = deps.exports.claim(handling.workspace, id);
  const one = await claimed.catch((error: unknown) => void deps.wentWrong(error, WHERE, 'en'));
  if (!one) return;
  try {
    const name = one.file?.name ?? (await make(deps, handling, one));
    if (name === null) return await giveUp(deps, handling, one, 'tooLarge', true);
    await deps.store.show(handling, [cardOf(one), fileOf(one, name)]);
    await deps.exports.settled(one._id);
  } catch (error) {
    deps.wentWrong(error, WHERE, 'en');
    // Where MongoDB is away, the claim ends by itself.
    await giveUp(deps, handling, one, 'failed', false).catch(() => undefined);
  }
}

/** @returns the file's name; null where it is larger than what is sent */
async function make(deps: ProjectDeps, handling: Handling, one: Export): Promise<string | null> {
  const project = await deps.store.project(handling.workspace, one.project);
  if (!project) throw new Error('an export of a project that is not there');
  const wanted = wantedSchema.parse(one.what);
  const makings = { archive: deps.archive, print: deps.printLong, agency: deps.agency };
  const exported = await exportedOf(makings, { project, wanted, upTo: one.upTo, at: one.at.toISOString() });
  const { count, head } = exported;
  const telling = teller(async (done) => {
    await deps.exports.tell(one._id, { done, of: count });
    await deps.store.show(handling, [cardOf(one)]);
  });
  const file = await deps.exports.keep(one, piecesOf(makings, exported, telling.tell));
  await telling.settled();
  if (!file) return null;
  const name = exportFileName(project, wanted, head);
  await deps.exports.made(one._id, { file: { ...file, name }, of: count });
  return name;
}

async function giveUp(
  deps: ProjectDeps,
  handling: Handling,
  one: Export,
  why: string,
  isFinal: boolean,
): Promise<void> {
  if (await deps.exports.broke(one, why, isFinal)) await deps.store.show(handling, [cardOf(one)]);
}

const cardOf = ({ _id, project, person }: Export): RowDraft =>
  card(directTo(person, project), exportSubject(project, _id));

const fileOf = ({ _id, project, person }: Export, name: string): RowDraft =>
  fileRow(directTo(person, project), exportFileKey(project, _id), { subject: exportSubject(project, _id), name });

/** Tells now and then, one after the other. That something cannot be told stops nothing. */
function teller(say: (done: number) => Promise<void>) {
  let told = Promise.resolve();
  let last = 0;
  return {
    tell: (done: number) => {
      const round = done - (done % TELL_EVERY);
      if (round === last) return;
      last = round;
      told = told.then(() => say(round)).catch(() => undefined);
    },
    settled: () => told,
  };
}

/** Files that nobody is making: whoever began them was killed, or they broke. */
export const exportRound: Round<Project> = {
  name: 'exports',
  run: async (deps, handling) => {
    const { workspace, now, deadline } = handling;
    for (const id of await deps.exports.due(workspace, now, BATCH)) {
      if (deadline.left() === 0) return;
      await makeExport(deps, handling, id);
    }
  },
};

/** The message that shows how far it is. */
export const drawExport: DrawCard<Project> = async ({ project, about, deps }) => {
  const one = await deps.exports.find(project.workspace, about);
  const wanted = wantedSchema.safeParse(one?.what).data;
  return one && wanted && one.project === project._id ? exportMessage(project, wanted, shownOf(one)) : null;
};

function shownOf({ state, done, of, file, why }: Export): ExportShown {
  if (state === 'failed') return { is: 'failed', isTooLarge: why === 'tooLarge' };
  if (file) return { is: 'made', count: done, size: file.size, sha256: file.sha256 };
  return { is: 'wanted', done, of };
}

/** The file itself, for whoever asked for it alone. */
export const drawExportFile: DrawFile<Project> = async ({ project, about, deps }) => {
  const one = await deps.exports.find(project.workspace, about);
  if (one?.project !== project._id) return null;
  const wanted: Wanted = wantedSchema.parse(one.what);
  const bytes = await deps.exports.bytes(project.workspace, about);
  const words = exportWords.in(wanted.language);
  const title = words.fileTitle({ project: project.name, number: String(one.upTo) });
  return bytes && { audiences: ['person'], title, bytes };
};
