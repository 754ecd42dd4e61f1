import {
  answered,
  type Asked,
  type CommandEntry,
  DONE,
  type PressEntry,
  pressed,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { isRefusal } from '../kit/refusal.ts';
import { cardKey } from '../kit/rows.ts';
import { type Project, roomForm, standForm, startForm } from './model.ts';
import { chooseValue, joinerValue, pageValue, startMeta } from './model-metadata.ts';
import { mayStart, type ProjectDeps, projectInside, projectsOf, projectsOfPerson, projectSubject } from './service.ts';
import { chosenHere } from './service-here.ts';
import { freeChannelHere, startProject } from './service-start.ts';
import { decideJoiner } from './service-joiners.ts';
import { PROJECT_IDS, projectsShown } from './views.ts';
import { startModal } from './views-start.ts';
import { help } from './views-help.ts';
import { JOINER_IDS } from './views-joiner.ts';
import { RECORD_IDS, recordModal } from './views-record.ts';

type Deps = ProjectDeps;

export const projectCommands: readonly CommandEntry<Deps>[] = [
  { command: '/project', verbs: [], run: showProjects },
  { command: '/project', verbs: ['new', '新建'], run: async (asked, deps) => openStart(asked, deps) },
  { command: '/project', verbs: ['record', '记录'], run: openRecord },
  ...(['/project', '/brief', '/progress'] as const).map(helpOf),
];

/** `help` is the same for every command: the ways to go on do not end at one of them. */
function helpOf(command: `/${string}`): CommandEntry<Deps> {
  const run = async ({ kind, locale }: Asked): Replied => ({
    answer: 'tell',
    message: help(kind !== 'member', locale),
  });
  return { command, verbs: ['help', '帮助'], run };
}

/** `/project`: the projects of this channel, or the person's own where it has none, each with the way to its card. */
async function showProjects(asked: Asked, deps: Deps): Replied {
  const here = await projectsOf(deps, asked);
  const mine = isRefusal(here) ? await projectsOfPerson(deps, asked) : [];
  if (isRefusal(here) && mine.length === 0) return here;
  const projects = (isRefusal(here) ? mine : here).slice(0, BOUNDS.projectsNamed);
  const key = (project: Project) => cardKey(projectSubject(project._id));
  const links = await deps.archive.links(asked.workspace, projects.map(key));
  const shown = projects.map((project) => ({ project, card: links.get(key(project)) ?? null }));
  return { answer: 'tell', message: projectsShown(shown, isRefusal(here) ? 'mine' : 'here', asked.locale) };
}

/** Opens at once; whether this channel could be the team's is looked up afterwards, and asked then. */
function openStart(asked: Asked, deps: Deps): Awaited<Replied> {
  const allowed = mayStart(asked);
  if (allowed !== true) return allowed;
  const id = deps.newId();
  const view = startModal(id, asked.locale, null);
  const afterwards = async () => {
    const here = await freeChannelHere(deps, asked).catch(() => null);
    return here && startModal(id, asked.locale, here);
  };
  return { answer: 'open', view, afterwards };
}

const startEntry: SubmitEntry<Deps> = submitted(
  PROJECT_IDS.startForm,
  startMeta,
  [...startForm, ...standForm, { ...roomForm[0], required: false }] as const,
  async (asked, deps, { project, here }, { room, stage, ...answers }) => {
    const starting = { id: project, answers, stage, room: room ?? 'newChannel', here } as const;
    return answered(await startProject(deps, asked, starting), () => DONE);
  },
);

export const projectSubmits: readonly SubmitEntry<Deps>[] = [startEntry];

async function openRecord(asked: Asked, deps: Deps): Replied {
  return chosenHere(deps, asked, { action: RECORD_IDS.choose }, async (project) => ({
    answer: 'open',
    view: await recordPage(asked, deps, project, project.record.sequence),
  }));
}

async function recordPage(asked: Asked, deps: Deps, project: Project, from: number) {
  const scope = { workspace: asked.workspace, project: project._id };
  return recordModal(project, from, await deps.archive.page(scope, from, BOUNDS.recordPage), asked.locale);
}

const turnPage = async (asked: Asked, deps: Deps, id: string, from: number | null): Replied => {
  const project = await projectInside(deps, asked, id);
  if (isRefusal(project)) return project;
  return { answer: 'replace', view: await recordPage(asked, deps, project, from ?? project.record.sequence) };
};

export const projectPresses: readonly PressEntry<Deps>[] = [
  { action: PROJECT_IDS.start, opens: true, run: async (asked, deps) => openStart(asked, deps) },
  ...[JOINER_IDS.yes, JOINER_IDS.no].map((id) =>
    pressed(id, joinerValue, async (asked: Asked, deps: Deps, value) =>
      answered(await decideJoiner(deps, asked, value), () => DONE),
    ),
  ),
  ...[RECORD_IDS.newer, RECORD_IDS.older].map((id) =>
    pressed(id, pageValue, (asked: Asked, deps: Deps, { project, from }) => turnPage(asked, deps, project, from)),
  ),
  pressed(RECORD_IDS.choose, chooseValue, (asked, deps, { project }) => turnPage(asked, deps, project, null)),
];
