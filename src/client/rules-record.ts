import type { Content, Stored } from '../kit/chain.ts';
import { samePerson } from '../kit/person.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { SIDE_OF } from '../project/model-people.ts';
import { RECORD_KINDS } from '../project/model-record.ts';
import { mayDo, type Who } from '../project/rules-may.ts';
import type { RequestRefusals } from './model-requests.ts';

const refuse = refuser<RequestRefusals>();

type RecordKind = (typeof RECORD_KINDS)[number];

/**
 * Which entries of a project's record are the client's as well: what they were sent, what they said, what they were told. Each
 * kind decides for itself, so that a new one cannot be shown to a client because nobody thought of it.
 */
export const CLIENT_RECORD_KINDS: Readonly<Record<RecordKind, boolean>> = {
  'project.started': false,
  'project.personAdded': false,
  'project.personNotOnTeam': false,
  'project.roleGiven': false,
  'project.personAway': false,
  'project.clientChannel': true,
  'project.stageStarted': true,
  'project.postsHeld': false,
  'project.postsReleased': false,
  'project.undelivered': false,
  'project.personRemoved': false,
  'project.personReplaced': false,
  'project.personGone': false,
  'project.craftGiven': false,
  'project.standInNamed': false,
  'project.supplierAdded': false,
  'project.supplierRemoved': false,
  'project.handoverPlanned': false,
  'project.handoverCancelled': false,
  'project.handedOver': false,
  'project.channelHeld': false,
  'project.channelReleased': false,
  'project.channelRenamed': false,
  'project.channelReplaced': false,
  'project.clientInvited': false,
  'project.inviteAnswered': false,
  'project.gateOverridden': true,
  'project.stageReopened': true,
  'project.earlierAttached': true,
  'project.putOnHold': true,
  'project.resumed': true,
  'project.ended': true,
  'project.reopened': true,
  'project.mergedIn': false,
  'project.jobStarted': false,
  'project.requestReceived': true,
  'project.requestAnswered': true,
  'progress.postsMissed': false,
  'progress.paused': false,
  'progress.unpaused': false,
  'progress.healthSet': false,
  'progress.healthCleared': false,
  'progress.rhythmSet': false,
  'progress.reportSent': true,
  'nudge.snoozed': false,
  'nudge.missed': false,
  'plan.milestoneSet': false,
  'plan.milestoneChanged': false,
  'plan.milestoneMoved': false,
  'plan.milestoneReached': false,
  'plan.milestoneDropped': false,
  'plan.milestoneReopened': false,
  'plan.milestoneBlocked': false,
  'plan.milestoneUnblocked': false,
  'plan.milestoneReleased': true,
  'plan.reviewOpened': true,
  'plan.reviewMissed': false,
  'deliverable.added': false,
  'deliverable.versionAdded': false,
  'deliverable.checked': false,
  'deliverable.sentBack': false,
  'deliverable.reviewed': false,
  'deliverable.changed': false,
  'deliverable.sent': true,
  'deliverable.superseded': true,
  'deliverable.goodwill': false,
  'deliverable.rightsSet': false,
  'deliverable.dropped': false,
  'deliverable.reopened': false,
  'deliverable.fileDeleted': true,
  'deliverable.newerOffered': false,
  'record.exported': false,
  'brief.sent': true,
  'brief.superseded': true,
  'brief.corrected': true,
  'brief.objected': true,
  'brief.asked': true,
  'approval.answered': true,
  'approval.linesConfirmed': true,
  'approval.toldByTelephone': true,
  'approval.stepOpened': true,
  'approval.gathered': true,
  'approval.closed': true,
  'approval.reopened': true,
  'approval.takenBack': true,
  'approval.passedOn': true,
  'approval.replaced': true,
  'approval.standInNamed': true,
  'approval.reminded': true,
  'approval.dueMoved': true,
  'approval.objected': true,
  'approval.withdrawn': true,
  'approval.expired': true,
  'approval.superseded': true,
  'approval.messageEdited': true,
  'approval.messageDeleted': true,
  'brief.confirmed': true,
  'brief.changesRequested': true,
  'brief.withdrawn': true,
};

/** The kinds that the client may read, for asking the archive. */
export const clientKinds: readonly RecordKind[] = RECORD_KINDS.filter((kind) => CLIENT_RECORD_KINDS[kind]);

/**
 * What a sentence for the client may be made of. Nothing that somebody of the agency typed is among it, but for the name of a milestone
 * or a deliverable that they were shown.
 */
const TOLD = [
  'version',
  'correction',
  'stage',
  'people',
  'channel',
  'subject',
  'about',
  'verb',
  'outcome',
  'step',
  'by',
  'lines',
  'evidence',
  'dueAt',
  'request',
  'milestone',
  'deliverable',
  'named',
] as const;

/** An entry with nothing in it but what the client may read; its number and its hash are those of the whole one. */
export function forClient(stored: Stored): Stored {
  const { content } = stored;
  if (content === null) return stored;
  const told: Record<string, unknown> = {};
  for (const key of TOLD) if (key in content) told[key] = content[key];
  return { ...stored, content: told satisfies Content };
}

/**
 * The link to a message, where that stands in the client's own channel: most entries were said in the team channel as well, and a
 * way there would lead the client nowhere.
 */
export function linkForClient({ channels }: Pick<Project, 'channels'>, link: string | null): string | null {
  const id = channels.client?.id ?? null;
  return id !== null && link?.includes(`/${id}/`) === true ? link : null;
}

/** May this person read the client's part of the record? Their own people of this project may, by its roster. */
export function mayReadRecord(project: Project, who: Who): true | Refusal {
  if (mayDo(project, 'readClientRecord', who) === true) return true;
  const member = project.people.find((one) => samePerson(one.person, who.person));
  const isInside = member ? SIDE_OF[member.role] === 'agency' : who.kind === 'member';
  // Who the client's people are is told to nobody who is not one of them.
  return refuse(isInside ? 'client.recordInside' : 'client.recordNotYours', {});
}
