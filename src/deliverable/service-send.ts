import type { AskingRefusals } from '../approval/model-asking.ts';
import { supersede } from '../approval/rules.ts';
import { choose } from '../approval/rules-asking.ts';
import type { Sending } from '../approval/rules-sending.ts';
import { broughtByTime, chosenIn, lookAt, noChannel, orderOf, peopleOf } from '../approval/service-sending.ts';
import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Change, Happened } from '../kit/change.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { newcomers } from '../project/rules-joiners.ts';
import { peopleChanged } from '../project/rules-people.ts';
import { actingOf, type ProjectDeps, projectCardRow } from '../project/service.ts';
import type { Deliverable, DeliveredContent, SentDeliverable } from './model.ts';
import type { VersionEntered } from './model-send.ts';
import type { DeliverableRefusals } from './model-refusals.ts';
import { askingOf, ticked } from './rules-asked.ts';
import { sendVersion } from './rules-send.ts';
import { deliverableRow, teamThread, versionKey } from './rules-subjects.ts';
import { deliverablesOf } from './rules.ts';
import { clientRows } from './service-client-rows.ts';
import type { Sent } from './service-preview.ts';
import { sentForTeam } from './views-sent.ts';

const refuse = refuser<DeliverableRefusals & AskingRefusals>();

export type SendingDeliverable = { entered: VersionEntered; previewed: Sending['previewed'] };

/** Sends a version to the client: it is kept for ever, what it replaces is over, the approvers are asked. */
export async function sendDeliverable(
  deps: ProjectDeps,
  asked: Asked,
  { project: projectId, id, version }: Sent,
  { entered, previewed }: SendingDeliverable,
): Promise<Saved<Project> | Refusal> {
  // The client channel is asked once; afterwards the form goes where the preview said.
  const channel = entered.reach === 'outside' ? null : (entered.channel ?? previewed.channel);
  const look = channel === null ? null : await lookAt(deps, asked, channel, false);
  const people = await peopleOf(deps, asked, entered.approvers, false);
  return deps.store.decide(asked.handling, projectId, (current) => {
    const { project: before, events } = ticked(current, id, asked.now);
    if (channel === null && entered.reach !== 'outside') return refuse(noChannel(before), {}, { at: 'channel' });
    const asking = choose(askingOf(before, id), chosenIn({ ...entered, channel }, people), deps.newId);
    const { language, goodwill } = entered;
    const sending = { id, version, previewed, look, asking, language, by: actingOf(asked), goodwill };
    const next = sendVersion(before, sending, asked.now);
    const isUnknown = isRefusal(next) && next.code === 'asking.personUnknown';
    if (isUnknown && channel) deps.looks.refresh(asked.workspace, channel);
    if (isRefusal(next)) return next;
    const was = deliverablesOf(before).find((one) => one.id === id);
    const now = deliverablesOf(next).find((one) => one.id === id);
    if (!was || !now?.sent) return refuse('deliverable.none', {});
    const brought = was.sent ? broughtByTime(was.sent.approval, events) : [];
    return sentChange({ before, next, was, now, sent: now.sent, brought }, asked);
  });
}

/** A version that was sent: the project and its deliverable before and after, and what time had brought meanwhile. */
type Done = {
  before: Project;
  next: Project;
  was: Deliverable;
  now: Deliverable;
  sent: SentDeliverable;
  brought: Happened[];
};

function sentChange(sending: Done, asked: Asked): Change<Project> {
  const { next, was, now, sent, brought } = sending;
  const { id } = now;
  const { current } = sent;
  return {
    project: next,
    happened: [...brought, ...happenedIn(sending, asked.id)],
    ...(was.sent ? { closed: closedApproval(next, was.sent, asked.now) } : {}),
    version: {
      _id: current.hash,
      workspace: next.workspace,
      project: next._id,
      subject: `deliverable:${id}`,
      number: current.number,
      hash: current.hash,
      content: current,
    },
    rows: () => [
      ...clientRows(next, id, sent, was.sent),
      deliverableRow(next._id, now),
      projectCardRow(next._id),
      ...sentForTeam(sent, next.channels.team.language).map((line, index) =>
        sayToTeam(next._id, `${sentKey(next._id, id, current.number)}:${index}`, line, teamThread(next._id, now)),
      ),
    ],
  };
}

const sentKey = (project: string, id: string, version: number): string =>
  `line:${project}:deliverable:${id}:${version}:sent`;

const closedApproval = (project: Project, { approval, current }: SentDeliverable, now: Date) => ({
  _id: `${project._id}:deliverable:${approval.subject.id}:${current.number}:${approval.step}`,
  workspace: project.workspace,
  project: project._id,
  approval: supersede(approval, now).approval,
});

function happenedIn({ before, next, was, now, sent }: Done, actor: string): Happened[] {
  const { client } = next.channels;
  const isNewChannel = client !== null && before.channels.client?.id !== client.id;
  const deliverable = { id: now.id, name: now.name };
  const given = now.goodwill.slice(was.goodwill.length);
  return [
    ...(isNewChannel ? [{ kind: 'project.clientChannel', actor, content: { channel: client.id ?? '' } }] : []),
    ...newcomers(before, next, actor),
    ...peopleChanged(before, next, actor),
    ...given.map(({ as, why, worth, round }) => ({
      kind: 'deliverable.goodwill',
      actor,
      content: { deliverable, version: sent.current.number, state: as, why, worth, round },
    })),
    ...(was.sent
      ? [
          {
            kind: 'deliverable.superseded',
            actor,
            content: { deliverable, version: was.sent.current.number, state: was.sent.approval.state },
          },
        ]
      : []),
    sentEntry(next, deliverable, sent, actor),
  ];
}

/** What was sent to whom, what exactly it is, how they are asked, and the message that says it: outside Slack that is the team's. */
function sentEntry(
  { _id: project }: Project,
  deliverable: { id: string; name: string },
  { current, approval }: SentDeliverable,
  actor: string,
): Happened {
  const { number: version, hash, language, reach } = current;
  const { round, steps, dueAt, expiresAt } = approval;
  const people = [...new Set(approval.approvers.map((one) => one.id))];
  const exact = current.contents.map(exactly);
  const asking = { language, people, reach, round, steps, order: orderOf(approval), dueAt, expiresAt };
  const said =
    reach === 'outside'
      ? `${sentKey(project, deliverable.id, version)}:0`
      : versionKey(project, deliverable.id, version);
  return { kind: 'deliverable.sent', actor, content: { deliverable, version, hash, exact, ...asking }, said };
}

/** What a content is, without its words: a text is kept with the version itself. */
function exactly(content: DeliveredContent) {
  if (content.is === 'text') return { is: content.is };
  if (content.is === 'link') return { is: content.is, url: content.url };
  const { is, file, sha256 } = content;
  return { is, file, sha256 };
}
