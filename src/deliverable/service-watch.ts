import type { Clocked } from '../io/bot-jobs.ts';
import type { Handling } from '../io/handling.ts';
import type { Happened } from '../kit/change.ts';
import { type Person, samePerson } from '../kit/person.ts';
import { messageKey, type RowDraft, sayToTeam } from '../kit/rows.ts';
import type { Named } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import type { ProjectDeps } from '../project/service.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Deliverable } from './model.ts';
import { deliverablesOf } from './rules.ts';
import { deliverableRow, teamThread } from './rules-subjects.ts';
import {
  type Deleted,
  filesToWatch,
  mayBeSame,
  noteDeleted,
  noteOffered,
  type Offered,
  type Thread,
  threadOf,
} from './rules-watch.ts';
import { deletedLine, offeredLine } from './views-watch.ts';

/** So long the hash of a file is waited for that may be the very one that a version is. */
const HASH_WAITS_MS = 8000;

/** One file is part of few projects: somebody brought it in each by hand. */
const PROJECTS_OF_A_FILE = 20;

/**
 * A file was deleted in Slack, which tells its id alone. Wherever it is what a version is, that is on the record and said in the team's
 * thread, once, also after the project has ended: what was approved cannot be looked at there any more.
 */
export async function fileDeleted(deps: ProjectDeps, handling: Handling, file: string): Promise<void> {
  const projects = await deps.store.withFile(handling.workspace, file, PROJECTS_OF_A_FILE);
  for (const { _id: id } of projects) {
    const once = { ...handling, delivery: `file-deleted:${file}:${id}` };
    await deps.store.decide(once, id, (project) => {
      const noted = noteDeleted(project, file, handling.now);
      if (!noted) return null;
      const keyOf = ({ deliverable }: Deleted) => `line:${id}:deliverable:${deliverable.id}:deleted:${file}`;
      return {
        project: noted.project,
        happened: noted.deleted.map((one) => deletedEntry(one, keyOf(one))),
        rows: () =>
          noted.deleted.flatMap((one) => {
            const { deliverable, held } = one;
            const line = deletedLine({ project: noted.project, deliverable: now(noted.project, deliverable) }, held);
            return told(id, deliverable, sayToTeam(id, keyOf(one), line, teamThread(id, deliverable)));
          }),
      };
    });
  }
}

const A_DAY_MS = 24 * 60 * 60_000;
/** So long a look at one project takes; the rest of its files is asked about at the next one. */
const LOOK_MS = 3000;
const GO_ON_MS = 60_000;

/** Looks once a day whether the files of versions are there still: of what a retention policy deletes Slack tells nobody. */
export const lookAtFiles: Clocked<Project> = async (deps, handling, project) => {
  const files = filesToWatch(project);
  if (files.length === 0) return null;
  const untilMs = performance.now() + LOOK_MS;
  const { now: at } = handling;
  for (const file of files) {
    if (performance.now() > untilMs) return new Date(at.getTime() + GO_ON_MS);
    if (await deps.files.isDeleted(file, at)) await fileDeleted(deps, deps.later(handling), file);
  }
  return new Date(at.getTime() + A_DAY_MS);
};

/** A deliverable as it is in a project that has gone on. */
const now = (project: Project, before: Deliverable): Deliverable =>
  deliverablesOf(project).find(({ id }) => id === before.id) ?? before;

const told = (project: string, deliverable: Deliverable, line: RowDraft): RowDraft[] => [
  line,
  deliverableRow(project, deliverable),
];

function deletedEntry({ deliverable: { id, name }, held }: Deleted, said: string): Happened {
  const { file, sha256 } = held.file;
  const content = {
    deliverable: { id, name },
    version: held.version,
    file: { id: file, name: held.file.name, sha256 },
  };
  return { kind: 'deliverable.fileDeleted', actor: LIAISON_ITSELF, content, said };
}

/** A message with files in a thread: where it stands, by whom it is, and its files, of which Slack may have told the ids alone. */
export type Shared = {
  channel: string;
  ts: string;
  threadTs: string;
  author: Person;
  files: readonly { id: string; name: string | null }[];
};

/**
 * Somebody put files into a thread of a deliverable. Where they may be meant to take the place of its newest version, that is on the
 * record and said in the team's thread; the version itself stays what it is.
 */
export async function filesShared(deps: ProjectDeps, handling: Handling, shared: Shared): Promise<void> {
  const found = await under(deps, handling.workspace, shared);
  if (!found) return;
  const files = await tellOf(deps, found.deliverable, shared);
  if (files.length === 0) return;
  const { _id: id } = found.project;
  await deps.store.decide(handling, id, (project) => {
    const thread = threadOf(project, found.key);
    const noted = thread && noteOffered(project, thread, files, handling.now);
    if (!thread || !noted) return null;
    const { deliverable, side } = thread;
    const { version, offered } = noted;
    const said = `line:${id}:deliverable:${deliverable.id}:offered:${shared.channel}:${shared.ts}`;
    const who = nameOf(project, shared.author);
    const link = deps.archive.messageLink(shared);
    const offer = { side, version, files: offered.map(({ name }) => name), who, link };
    const line = offeredLine({ project: noted.project, deliverable: now(noted.project, deliverable) }, offer);
    return {
      project: noted.project,
      happened: [offeredEntry(thread, { version, offered, by: who.id }, said)],
      rows: () => told(id, deliverable, sayToTeam(id, said, line, teamThread(id, deliverable))),
    };
  });
}

/** The project in one of whose threads a message stands: under a message of ours, or under the one that a card was sent from. */
async function under(deps: ProjectDeps, workspace: string, { channel, threadTs }: Shared) {
  const at = { channel, ts: threadTs };
  const post = await deps.archive.postAt(workspace, at);
  const key = post?.key ?? messageKey(at);
  const ours = post && (await deps.store.project(workspace, post.project));
  const there = post ? [] : await deps.store.inChannel(workspace, channel, BOUNDS.projectsInChannel);
  for (const project of [...(ours ? [ours] : []), ...there]) {
    const thread = threadOf(project, key);
    if (thread) return { project, key, deliverable: thread.deliverable };
  }
  return null;
}

/** Whoever wrote it, as the project knows them. */
function nameOf({ people }: Project, person: Person): Named & { id: string | null } {
  const member = people.find((one) => samePerson(one.person, person));
  return { person, name: member?.name ?? null, id: member?.id ?? null };
}

/** What Slack tells of the files; none of Liaison's own, and none that are gone again. */
async function tellOf({ files: slack }: ProjectDeps, deliverable: Deliverable, { files }: Shared): Promise<Offered[]> {
  const told = await Promise.all(
    files.slice(0, BOUNDS.contents).map(async ({ id: file, name }): Promise<Offered[]> => {
      const facts = await slack.facts(file);
      if (facts.is === 'refused')
        return facts.why === 'gone' ? [] : [{ file, name: name ?? '', mimetype: '', size: null, sha256: null }];
      if (facts.isOwn) return [];
      const isAsked = mayBeSame(deliverable, { file, size: facts.size });
      const hash = isAsked ? await slack.fingerprint(file, HASH_WAITS_MS) : null;
      return [{ ...facts, file, sha256: hash?.is === 'hashed' ? hash.sha256 : null }];
    }),
  );
  return told.flat();
}

type Noted = { version: number; offered: readonly Offered[]; by: string | null };

function offeredEntry({ deliverable, side }: Thread, { version, offered, by }: Noted, said: string): Happened {
  const { id, name } = deliverable;
  const files = offered.map(({ file, name: called }) => ({ id: file, name: called }));
  const content = { deliverable: { id, name }, version, side, files, ...(by ? { people: [by] } : {}) };
  return { kind: 'deliverable.newerOffered', actor: LIAISON_ITSELF, content, said };
}
