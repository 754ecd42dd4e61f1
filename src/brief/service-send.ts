import type { AskingRefusals } from '../approval/model-asking.ts';
import type { SendEntered } from '../approval/model-sending.ts';
import { supersede } from '../approval/rules.ts';
import { chainOf, choose } from '../approval/rules-asking.ts';
import type { Sending } from '../approval/rules-sending.ts';
import { broughtByTime, chosenIn, lookAt, noChannel, orderOf, peopleOf } from '../approval/service-sending.ts';
import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Change, Happened } from '../kit/change.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { card, cardKey, clientOf, type RowDraft, sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules-released.ts';
import { newcomers } from '../project/rules-joiners.ts';
import { peopleChanged } from '../project/rules-people.ts';
import { actingOf, type ProjectDeps, projectCardRow } from '../project/service.ts';
import type { BriefRefusals, SentBrief } from './model.ts';
import { askingOf, ticked } from './rules-asked.ts';
import { send } from './rules-send.ts';
import { briefRow, clientBriefSubject, clientThread, teamThread, versionSubject } from './rules-subjects.ts';
import { correctionRows } from './service-correct.ts';
import { line } from './views-card.ts';
import { countParts } from './views-client.ts';

const refuse = refuser<BriefRefusals & AskingRefusals>();

export type SendingBrief = { entered: SendEntered; previewed: Sending['previewed'] };

/** Sends the brief to the client: the version is kept for ever, what it replaces is over, the approvers are asked. */
export async function sendBrief(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  { entered, previewed }: SendingBrief,
): Promise<Saved<Project> | Refusal> {
  // The client channel is asked once; afterwards the form goes where the preview said.
  const channel = entered.reach === 'outside' ? null : (entered.channel ?? previewed.channel);
  const look = channel === null ? null : await lookAt(deps, asked, channel, false);
  const people = await peopleOf(deps, asked, entered.approvers, false);
  return deps.store.decide(asked.handling, id, (current) => {
    const { project: before, events } = ticked(current, asked.now);
    if (channel === null && entered.reach !== 'outside') return refuse(noChannel(before), {}, { at: 'channel' });
    const asking = choose(askingOf(before), chosenIn({ ...entered, channel }, people), deps.newId);
    const sending = { previewed, look, asking, language: entered.language, by: actingOf(asked) };
    const next = send(before, sending, asked.now);
    if (isRefusal(next) && next.code === 'asking.personUnknown' && channel)
      deps.looks.refresh(asked.workspace, channel);
    if (isRefusal(next)) return next;
    const sent = next.brief?.sent;
    if (!sent) return refuse('brief.notSent', {});
    const change = sentChange(before, next, sent, asked);
    const was = before.brief?.sent?.approval;
    const brought = was ? broughtByTime(was, events) : [];
    return { ...change, happened: [...brought, ...change.happened] };
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
    chain: {
      client: next.client.id,
      chain: chainOf(askingOf(next)),
      at: asked.now.toISOString(),
      by: asked.person,
    },
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
      ...(old ? correctionRows(next, old) : []),
      briefRow(id),
      projectCardRow(id),
      sayToTeam(id, sentKey(id, current.number), sentLine(next, sent), teamThread(id)),
    ],
  };
}

const sentKey = (project: string, version: number): string => `line:${project}:brief:${version}:sent`;

function sentLine(project: Project, { current, approval }: SentBrief) {
  const kind = current.reach === 'outside' ? 'sentOutsideLine' : 'sentLine';
  // Asked one after the other, the others wait for their turn.
  const by = approval.approvers.filter(({ step }) => step === approval.step);
  return line(kind, { version: current.number, by }, project.channels.team.language);
}

function sendingHappened(before: Project, next: Project, sent: SentBrief, actor: string): Happened[] {
  const old = before.brief?.sent;
  const { client } = next.channels;
  const isNewChannel = client !== null && before.channels.client?.id !== client.id;
  return [
    ...(isNewChannel ? [{ kind: 'project.clientChannel', actor, content: { channel: client.id ?? '' } }] : []),
    ...newcomers(before, next, actor),
    ...peopleChanged(before, next, actor),
    ...(old
      ? [{ kind: 'brief.superseded', actor, content: { version: old.current.number, state: old.approval.state } }]
      : []),
    sentEntry(next, sent, actor),
  ];
}

/** What was sent to whom, how they are asked, and the message that says it: outside Slack that is the team's. */
function sentEntry({ _id: id }: Project, { current, approval }: SentBrief, actor: string): Happened {
  const { number: version, hash, language, reach } = current;
  const { round, steps, dueAt, expiresAt } = approval;
  const people = [...new Set(approval.approvers.map((one) => one.id))];
  const said = reach === 'outside' ? sentKey(id, version) : cardKey(versionSubject(id, version, 1));
  const content = { version, hash, language, people, reach, round, steps, order: orderOf(approval), dueAt, expiresAt };
  return { kind: 'brief.sent', actor, content, said };
}

const closedApproval = (project: Project, { approval, current }: SentBrief, now: Date) => ({
  _id: `${project._id}:brief:${current.number}:${approval.step}`,
  workspace: project.workspace,
  project: project._id,
  approval: supersede(approval, now).approval,
});

/**
 * The client's card, the posts of the new version under it, and the buttons taken off the version it replaces. Of what goes
 * outside Slack nothing is posted; of what went there nothing is to be taken back.
 */
function clientRows(project: Project, { current, previous }: SentBrief, old: SentBrief | null): RowDraft[] {
  const id = project._id;
  const released = release(project);
  const part = (version: number, count: number) =>
    Array.from({ length: count }, (_, index) =>
      card(clientOf(id), versionSubject(id, version, index + 1), clientThread(id)),
    );
  const replaced =
    old && old.current.reach !== 'outside'
      ? part(old.current.number, countParts({ version: old.current, previous: old.previous }, released)).slice(-1)
      : [];
  if (current.reach === 'outside') return replaced;
  return [
    card(clientOf(id), clientBriefSubject(id)),
    ...replaced,
    ...part(current.number, countParts({ version: current, previous }, released)),
  ];
}
