import type { Asked } from '../io/answers.ts';
import { ProfileMovedError } from '../io/client-profiles.ts';
import { LateError } from '../io/deadline.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { mayDo } from '../project/rules-may.ts';
import { actingOf, type ProjectDeps, projectFor, projectsOf, whoOf } from '../project/service.ts';
import { type Profile, profileSchema } from './model.ts';
import { editProfile, type Marks, type ProfileAnswers } from './rules.ts';

type Deps = Pick<ProjectDeps, 'store' | 'archive'>;

/** A client's profile, and the project through which somebody came to it. */
export type Opened = { project: Project; profile: Profile | null };

const profileOf = async (deps: Deps, { workspace, client }: Project): Promise<Profile | null> => {
  const found = await deps.archive.profile(workspace, client.id);
  return found && profileSchema.parse(found);
};

/** The profile of a project's client, for somebody of its team; else the refusal that names who can add them. */
export async function openProfile(deps: Deps, asked: Asked, id: string): Promise<Opened | Refusal> {
  const project = await projectFor(deps, asked, id);
  return isRefusal(project) ? project : opened(deps, asked, project);
}

async function opened(deps: Deps, asked: Asked, project: Project): Promise<Opened | Refusal> {
  const allowed = mayDo(project, 'editProfile', whoOf(asked));
  return allowed === true ? { project, profile: await profileOf(deps, project) } : allowed;
}

/** The profile of the client whose channel this is. Several projects in one channel are of one client: any of mine will do. */
export async function openProfileHere(deps: ProjectDeps, asked: Asked): Promise<Opened | Refusal> {
  const projects = await projectsOf(deps, asked);
  if (isRefusal(projects)) return projects;
  const mine = projects.find((project) => mayDo(project, 'editProfile', whoOf(asked)) === true) ?? projects[0];
  return mine ? opened(deps, asked, mine) : openProfile(deps, asked, '');
}

/** Others may save the same profile this often before we give up: it is edited by a handful of people. */
const TRIES = 5;

/** Saves one step of a client's profile, together with what others saved meanwhile. It is on no record and no card. */
export async function saveProfile(
  deps: Deps,
  asked: Asked,
  id: string,
  entered: { answers: ProfileAnswers; opened: Marks },
): Promise<Opened | Refusal> {
  for (let tries = 1; ; tries += 1) {
    const found = await openProfile(deps, asked, id);
    if (isRefusal(found)) return found;
    const saved = await saveOnce(deps, asked, found, entered).catch((error: unknown) => {
      if (!(error instanceof ProfileMovedError)) throw error;
      return null;
    });
    if (saved) return saved;
    if (tries === TRIES || asked.handling.deadline.left() === 0)
      throw new LateError('others kept saving the same profile');
  }
}

async function saveOnce(
  deps: Deps,
  asked: Asked,
  { project: { _id: id }, profile }: Opened,
  entered: { answers: ProfileAnswers; opened: Marks },
): Promise<Opened | Refusal> {
  let next: Profile | Refusal | null = null;
  const saved = await deps.store.decide(asked.handling, id, (project) => {
    next = editProfile(project, profile, { ...entered, by: actingOf(asked) }, asked.now);
    if (isRefusal(next)) return next;
    const save = { client: project.client.id, was: profile?.revision ?? 0, profile: next };
    return { project, happened: [], rows: () => [], profile: save };
  });
  if (isRefusal(saved)) return saved;
  // A second delivery of the same submission finds what the first one saved.
  return { project: saved.project, profile: saved.repeated ? await profileOf(deps, saved.project) : next };
}
