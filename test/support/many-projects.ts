import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Person } from '../../src/kit/person.ts';
import { liaison } from '../../src/liaison.ts';
import { summaryOf } from '../../src/io/store-save.ts';
import type { Project } from '../../src/project/model.ts';
import type { Member, Role } from '../../src/project/model-people.ts';
import { newProject, sentBrief, drafted, ana, cleo } from './arbitraries.ts';
import type { Stage } from './stage.ts';

/** Somebody of the sandbox, as a project's roster has them. */
export const memberOf = (on: Stage, handle: string, role: Role): Member => {
  const { id: user } = on.slack.as(handle);
  const team = on.slack.engine.world.users.get(user)?.teamId ?? on.bot.workspace;
  return { person: { team, user }, id: `id-${handle}`, name: handle, role, since: '2026-11-23T12:00:00.000Z' };
};

/** How one of many projects differs from the others. */
export type Variety = {
  name?: string;
  client?: { id: string; name: string };
  wantedOn?: string;
  people: readonly Member[];
  /** It was sent to this one of the client's, who is to decide. */
  sentTo?: Person;
  stage?: 'intake' | 'proposal' | 'execution' | 'evaluation';
  more?: Partial<Project>;
};

const waits = (project: Project) => liaison.waits.flatMap((of) => of(project));
const { summarise } = liaison;

/** A project as it would be saved; `at` tells it from the others. */
function oneOfMany(on: Stage, at: number, { people, sentTo, stage = 'intake', ...given }: Variety): Project {
  const begun = newProject('campaign');
  const text = JSON.stringify(sentTo ? sentBrief(drafted(begun)) : begun)
    .replaceAll(JSON.stringify(cleo.person), JSON.stringify(sentTo ?? cleo.person))
    .replaceAll(JSON.stringify(ana.person), JSON.stringify(people[0]?.person ?? ana.person));
  const project: Project = liaison.schema.parse(JSON.parse(text));
  const number = String(at).padStart(4, '0');
  const { client = { id: 'c1', name: 'Acme' }, name = `Project ${number}`, wantedOn = '2027-03-14' } = given;
  const asked = project.people.filter(({ person }) => person.user === sentTo?.user);
  const whole: Project = {
    ...project,
    _id: `many${number}`,
    workspace: on.bot.workspace,
    revision: 1,
    channels: {
      team: { ...project.channels.team, id: `CTEAM${number}` },
      client: project.channels.client ?? { id: `CCLIENT${number}`, language: 'en', hold: null },
    },
    client,
    name: name.slice(0, BOUNDS.projectName),
    wantedOn,
    work: { kind: 'campaign', stage },
    people: [...people, ...asked.filter((one) => !people.some(({ person }) => person.user === one.person.user))],
    ...given.more,
  };
  return { ...whole, summary: summaryOf({ waits, summarise }, whole) };
}

/** Puts so many projects into the database, as their decisions would have left them. */
export async function plantProjects(
  on: Stage,
  count: number,
  vary: (at: number) => Variety,
  as: (project: Project) => object = (project) => project,
): Promise<Project[]> {
  const all = Array.from({ length: count }, (_, at) => oneOfMany(on, at, vary(at)));
  await on.db.collection('projects').insertMany(all.map((project) => ({ ...as(project), _id: project._id })));
  return all;
}
