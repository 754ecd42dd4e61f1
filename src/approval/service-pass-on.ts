import type { Asked } from '../io/answers.ts';
import type { KnownPerson } from '../io/people.ts';
import type { Saved } from '../io/store.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { SIDE_OF } from '../project/model-people.ts';
import { managing } from '../project/rules.ts';
import { actorOf } from '../project/service.ts';
import type { Approval, Party } from './model.ts';
import type { AskingRefusals } from './model-asking.ts';
import { passOn } from './rules-people.ts';
import { type AboutForm, type Answering, decideInTime, seeing } from './service-answers.ts';
import { movedChange } from './service-change.ts';
import type { ApprovalOwner } from './service-owner.ts';
import { askToAdd } from './views-told-team.ts';

const refuse = refuser<AskingRefusals>();
const AT = { at: 'decider' } as const;

/**
 * "Someone else decides for me". Somebody of the client's side is asked at once. About somebody new the account managers are
 * asked in their channel, and the approver is told who that is; the decision stays theirs until then.
 * @param user Slack's id of whoever was chosen
 */
export async function passItOn(
  { deps, owners }: Answering,
  asked: Asked,
  about: AboutForm,
  user: string,
): Promise<Saved<Project> | Refusal> {
  const owner = owners[about.subject.kind];
  const found = (await deps.people.resolve(asked.workspace, [user])).get(user);
  // Asked again while nobody waits, so that the next press knows who it is.
  if (found?.kind === 'unknown') void deps.people.learn(asked.workspace, { team: found.team, user });
  let notAdded: Refusal | null = null;
  const saved = await decideInTime({ deps, owners }, asked, about, (project, was): Change<Project> | Refusal => {
    notAdded = null;
    const { to, isAdded } = chosenIn(project, user, found);
    const { on } = about;
    const passing = { on, person: asked.person, to, isAdded, managers: managing(project) };
    const moved = passOn(was, passing, asked.now);
    if (!isRefusal(moved)) return movedChange({ owner, project, was, moved, by: actorOf(asked), now: asked.now });
    if (moved.code !== 'approval.notAdded') return seeing({ ...moved, ...AT }, owner, project, was, about);
    if (isInside(project, user, found)) return refuse('asking.inside', { who: [to] }, AT);
    notAdded = { ...moved, ...AT };
    return asking(owner, project, was, { asked, to });
  });
  return notAdded ?? saved;
}

/** Who was chosen: as the client's side of the roster has them, else as Slack told. */
function chosenIn(project: Project, user: string, found: KnownPerson | undefined): { to: Party; isAdded: boolean } {
  const member = project.people.find(({ person, role }) => person.user === user && SIDE_OF[role] === 'client');
  if (member) return { to: { person: member.person, id: member.id, name: member.name }, isAdded: true };
  const person = found ? { team: found.team, user } : null;
  return { to: { person, id: found?.id ?? user, name: found?.name ?? null }, isAdded: false };
}

/** The agency's own people decide nothing for the client. */
const isInside = (project: Project, user: string, found: KnownPerson | undefined): boolean =>
  found?.kind === 'member' || found?.kind === 'bot' || project.people.some(({ person }) => person.user === user);

/** Nothing is decided; the account managers are asked to put somebody in place. */
function asking(
  owner: ApprovalOwner,
  project: Project,
  approval: Approval,
  { asked, to }: { asked: Asked; to: Party },
): Change<Project> {
  const { version, step } = approval;
  const locale = project.channels.team.language;
  const shown = owner.shown(project, approval, locale);
  const line = askToAdd(approval, shown, { managers: managing(project), by: asked, whom: to }, locale);
  const key = `approval:${project._id}:passOn:${version}.${step}:${asked.id}:${to.id}`;
  return {
    project,
    happened: [],
    rows: () => [sayToTeam(project._id, key, line, owner.threads(project, approval).team)],
  };
}
