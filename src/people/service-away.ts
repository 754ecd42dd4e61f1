import type { Absence, Said } from '../io/absences.ts';
import type { Asked } from '../io/answers.ts';
import type { Handling } from '../io/handling.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project, ProjectRefusals } from '../project/model.ts';
import { sideOf } from '../project/rules.ts';
import type { ProjectDeps } from '../project/service.ts';
import type { PeopleRefusals } from './model.ts';
import { awayTyped, lacksStandIn, withAbsence } from './rules-away.ts';
import { chosen, rosterChange } from './service-roster.ts';

const refuse = refuser<PeopleRefusals & ProjectRefusals>();

/** May somebody say that they are away? Whoever works for the agency, or for its partner, says it of themselves. */
export async function mayBeAway(deps: ProjectDeps, { workspace, person, kind }: Asked): Promise<true | Refusal> {
  if (kind === 'member') return true;
  if (kind === 'unknown') return refuse('project.whoAreYou', {});
  if (kind !== 'guest') return refuse('project.commandsAreInside', {});
  const found = await deps.store.ofPerson(workspace, person, 20);
  const isOurs = found.some((project) => sideOf(project, person) !== 'client');
  return isOurs || refuse('project.commandsAreInside', {});
}

/** Keeps that somebody is away, or back; what was typed is read in their own zone. */
export async function saveAway(
  deps: ProjectDeps,
  asked: Asked,
  { until: typed, standIn: user }: { until: string | null; standIn: string | null },
): Promise<Said | Refusal> {
  const allowed = await mayBeAway(deps, asked);
  if (allowed !== true) return allowed;
  const until = awayTyped(typed, asked.zone, asked.now, 'until');
  if (isRefusal(until)) return until;
  const standIn = user === null ? null : await chosen(deps, asked, user);
  const isUs = standIn?.kind === 'member' || standIn?.kind === 'guest';
  if (standIn && (!isUs || standIn.id === asked.id)) {
    const who = [{ person: standIn.person, name: standIn.name }];
    return standIn.kind === 'unknown'
      ? refuse('people.notKnown', { who }, { at: 'standIn' })
      : refuse('people.cannotStandIn', { who }, { at: 'standIn' });
  }
  const absence: Absence | null = until === null ? null : { until, zone: asked.zone, standIn };
  const said: Said = { person: asked.person, absence, setAt: asked.now.toISOString() };
  await deps.absences.set(asked.workspace, said);
  return said;
}

/** Where an absence was noted, where its stand-in cannot stand in, and how many projects could not be reached. */
export type Carried = { noted: Project[]; lacking: Project[]; failed: number };

/**
 * Carries an absence into every project of somebody, each a decision of its own. Done again after it was cut off, nothing happens
 * twice; one project that fails stops no other, and is tried again by the clock.
 */
export async function carryAway(deps: ProjectDeps, handling: Handling, actor: string, said: Said): Promise<Carried> {
  const ids = await deps.absences.projects(handling.workspace, said.person);
  const carried: Carried = { noted: [], lacking: [], failed: 0 };
  for (const id of ids) {
    const project = await carryInto(deps, { ...handling, actor }, id, said).catch(() => 'failed' as const);
    if (project === 'failed') carried.failed += 1;
    else if (project && sideOf(project, said.person) !== 'client') {
      carried.noted.push(project);
      if (lacksStandIn(project, said.person, said.absence)) carried.lacking.push(project);
    }
  }
  if (carried.failed === 0) await deps.absences.carried(handling.workspace, said);
  return carried;
}

/** @returns the project as it is then; null where it has ended, or is no more */
async function carryInto(deps: ProjectDeps, handling: Handling, id: string, said: Said): Promise<Project | null> {
  const actor = handling.actor ?? '';
  // What was carried once is not carried again over what somebody changed since.
  const delivery = `away:${actor}:${said.setAt}:${id}`;
  const saved = await deps.store.decide({ ...deps.later(handling), delivery }, id, (project) => {
    const next = project.life?.state === 'ended' ? null : withAbsence(project, said.person, said.absence);
    if (!next) return null;
    return rosterChange(project, next, actor, null);
  });
  return isRefusal(saved) || saved.project.life?.state === 'ended' ? null : saved.project;
}

/** Takes up what was cut off. */
export async function carryAbsences(deps: ProjectDeps, handling: Handling): Promise<void> {
  for (const said of await deps.absences.open(handling.workspace, handling.now)) {
    const { id } = await deps.people.known(handling.workspace, said.person);
    await carryAway(deps, handling, id, said);
  }
}
