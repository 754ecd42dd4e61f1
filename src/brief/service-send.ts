import { supersede } from '../approval/rules.ts';
import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change, Happened } from '../kit/change.ts';
import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { card, cardKey, clientOf, type RowDraft, sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules.ts';
import { newcomers } from '../project/rules-joiners.ts';
import { actorOf, type ProjectDeps, projectCardRow, projectFor } from '../project/service.ts';
import type { BriefRefusals, SentBrief } from './model.ts';
import { asClientChannel, type ChannelLook, maySend, send } from './rules.ts';
import { briefRow, clientBriefSubject, clientThread, teamThread, versionSubject } from './rules-subjects.ts';
import { line } from './views-card.ts';
import { countParts } from './views-client.ts';
import { type Preview, type SendEntered, sendModal } from './views-forms.ts';
import { briefWords } from './words.ts';

const refuse = refuser<BriefRefusals>();

/** The form for sending, with what was entered the last time. */
export async function openSend(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
): Promise<{ view: Modal; entered: SendEntered } | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  const allowed = maySend(project, asked.person);
  if (allowed !== true) return allowed;
  const { client, team } = project.channels;
  const approver = project.brief?.sent?.approval.approvers[0]?.person.user ?? null;
  const entered = { channel: client?.id ?? null, approver, language: client?.language ?? team.language };
  return { view: sendModal(project, entered, { is: 'none' }, asked.locale), entered };
}

/** Looks at the chosen channel and draws the form again: who will see it, or why it cannot be used. */
export async function previewSend(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  entered: SendEntered,
): Promise<Modal | null> {
  const project = await deps.store.project(asked.workspace, id);
  // Who may not send is shown nothing, whatever the form says that it is about.
  if (!project || maySend(project, asked.person) !== true) return null;
  // A look that failed is no preview: the form says so, and what was chosen stays.
  const seen = await preview(deps, asked, project, entered.channel).catch((): Preview => ({ is: 'none' }));
  return sendModal(project, entered, seen, asked.locale);
}

async function preview(deps: ProjectDeps, asked: Asked, project: Project, channel: string | null): Promise<Preview> {
  if (channel === null) return { is: 'none' };
  const look = await lookAt(deps, asked, channel, true);
  const fits = asClientChannel(project, look);
  if (fits !== true) return { is: 'refused', reason: plainly(fits, asked.locale) };
  return { is: 'seen', channel, people: (look?.members ?? []).map(({ person }) => person) };
}

/** These refusals name at most a client, which is plain text. */
function plainly({ code, params }: Refusal, locale: Locale): string {
  const words = briefWords.in(locale) as Readonly<Record<string, (params: object) => string>>;
  return words[code]?.(params) ?? '';
}

/** What is known of a channel that was chosen as client channel. `fresh` looks now, else what was seen when it was chosen. */
async function lookAt(deps: ProjectDeps, asked: Asked, channel: string, fresh: boolean): Promise<ChannelLook | null> {
  const { workspace } = asked;
  const look = fresh ? await deps.looks.look(workspace, channel) : await deps.looks.last(workspace, channel);
  if (!look) {
    deps.looks.refresh(workspace, channel);
    return null;
  }
  const users = await deps.store.inChannel(workspace, channel, 2);
  const usedBy = users.map(({ _id, channels, client }) => ({
    project: _id,
    as: asOf(channels.team.id, channel),
    client,
  }));
  if (!look.seen) return { channel, name: '', isArchived: false, isMember: false, members: [], usedBy };
  return {
    channel,
    name: look.name,
    isArchived: look.isArchived,
    isMember: look.isMember,
    members: look.members,
    usedBy,
  };
}

const asOf = (team: string | null, channel: string) => (team === channel ? ('team' as const) : ('client' as const));

export type SendingBrief = {
  channel: string;
  approver: string;
  language: Locale;
  previewed: { channel: string | null; draft: string };
};

/** Sends the brief to the client: the version is kept for ever, what it replaces is over, the approver is asked. */
export async function sendBrief(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  sending: SendingBrief,
): Promise<Saved<Project> | Refusal> {
  const look = await lookAt(deps, asked, sending.channel, false);
  return deps.store.decide(asked.handling, id, (project) => {
    const { channel: _channel, ...chosen } = sending;
    const next = send(project, { ...chosen, look, by: actorOf(asked) }, asked.now);
    if (isRefusal(next) && next.code === 'brief.personUnknown') deps.looks.refresh(asked.workspace, sending.channel);
    if (isRefusal(next)) return next;
    const sent = next.brief?.sent;
    return sent ? sentChange(project, next, sent, asked) : refuse('brief.notSent', {});
  });
}

function sentChange(before: Project, next: Project, sent: SentBrief, asked: Asked): Change<Project> {
  const id = next._id;
  const old = before.brief?.sent ?? null;
  const { current } = sent;
  return {
    project: next,
    happened: sendingHappened(before, next, sent, asked.id),
    ...(old ? { closed: closedApproval(before, old, asked.now) } : {}),
    version: {
      _id: current.hash,
      workspace: next.workspace,
      project: id,
      subject: 'brief',
      number: current.number,
      hash: current.hash,
      content: current,
    },
    rows: () => [
      ...clientRows(next, sent, old),
      briefRow(id),
      projectCardRow(id),
      sayToTeam(id, sentKey(id, current.number), sentLine(next, sent), teamThread(id)),
    ],
  };
}

const sentKey = (project: string, version: number): string => `line:${project}:brief:${version}:sent`;

const sentLine = (project: Project, { current, approval }: SentBrief) =>
  line('sentLine', { version: current.number, by: approval.approvers }, project.channels.team.language);

function sendingHappened(before: Project, next: Project, { current, approval }: SentBrief, actor: string): Happened[] {
  const old = before.brief?.sent;
  const people = approval.approvers.map(({ id }) => id);
  const said = cardKey(versionSubject(next._id, current.number, 1));
  return [
    ...(before.channels.client
      ? []
      : [{ kind: 'project.clientChannel', actor, content: { channel: next.channels.client?.id ?? '' } }]),
    ...newcomers(before, next, actor),
    ...(old
      ? [{ kind: 'brief.superseded', actor, content: { version: old.current.number, state: old.approval.state } }]
      : []),
    {
      kind: 'brief.sent',
      actor,
      content: { version: current.number, hash: current.hash, language: current.language, people },
      said,
    },
  ];
}

const closedApproval = (project: Project, { approval, current }: SentBrief, now: Date) => ({
  _id: `${project._id}:brief:${current.number}:${approval.step}`,
  workspace: project.workspace,
  project: project._id,
  approval: supersede(approval, now),
});

/** The client's card, the posts of the new version under it, and the buttons taken off the version it replaces. */
function clientRows(project: Project, { current, previous }: SentBrief, old: SentBrief | null): RowDraft[] {
  const id = project._id;
  const released = release(project);
  const part = (version: number, count: number) =>
    Array.from({ length: count }, (_, index) =>
      card(clientOf(id), versionSubject(id, version, index + 1), clientThread(id)),
    );
  const replaced = old
    ? part(old.current.number, countParts({ version: old.current, previous: old.previous }, released))
    : [];
  return [
    card(clientOf(id), clientBriefSubject(id)),
    ...replaced.slice(-1),
    ...part(current.number, countParts({ version: current, previous }, released)),
  ];
}
