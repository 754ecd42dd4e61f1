import type { Asked, MessageChosen } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { dayIn, timeIn } from '../kit/calendar.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { actorOf, projectFor, whoOf } from '../project/service.ts';
import { awayIn } from '../project/rules-people.ts';
import { type Approver, type EvidenceChannel, OUTCOME_OF, type Verb } from './model.ts';
import type { ApprovalRefusals } from './model-refusals.ts';
import type { RecordedFrom, RequestRef, WhenAnswers, WhenMeta } from './model-evidence.ts';
import { noteTelephone, recordEvidence, type WrittenEvidence } from './rules-evidence.ts';
import { pointsIn } from './rules-points.ts';
import { isNewer, isWrittenBy, markOf, proves, saidBy } from './rules-said-proof.ts';
import { inTime, instantOfTs, saidInstant } from './rules-said-when.ts';
import { recordedChange, toldChange } from './service-evidence-change.ts';
import { type Answering, decideInTime } from './service-answers.ts';
import type { ApprovalOwners } from './service-owner.ts';
import { type Found, recordable, requestOf, stillAsked } from './service-requests.ts';
import { requestsModal, saidModal, whenModal } from './views-evidence.ts';

const refuse = refuser<ApprovalRefusals>();

const NOTHING_YET = { message: null, file: null, words: null };

/** The form on a message: what it says stands in it already. Of several requests it is asked first which one it is about. */
export async function recordMessage(
  { deps, owners }: Answering,
  asked: Asked,
  chosen: MessageChosen,
): Promise<Modal | Refusal> {
  const projects = await deps.store.inChannel(asked.workspace, chosen.channel, BOUNDS.projectsInChannel);
  const requests = recordable(owners, projects, whoOf(asked), asked.locale);
  if (isRefusal(requests)) return requests;
  const words = wordsOf(chosen);
  const { channel, ts, author } = chosen;
  // What a program wrote proves nothing that a person said; a picture on it may.
  const message = chosen.isBots ? null : { channel, ts, author, mark: markOf(words ?? '') };
  const from = { message, file: chosen.files[0]?.id ?? null };
  const [only, ...more] = requests;
  if (!only || more.length > 0) return requestsModal(requests, from, words, asked.locale);
  return begun(only, from, words, asked);
}

const wordsOf = ({ isBots, text }: MessageChosen): string | null =>
  isBots ? null : shorten(text, BOUNDS.longAnswer).trim() || null;

/** The first step of the form: who wrote the message is who decided, where it is one of those who are asked. */
function begun(request: Found, from: RecordedFrom, words: string | null, { locale }: Asked): Modal {
  const { approvers, step } = request.approval;
  const isTheirs = (one: Approver) => isWrittenBy(from.message, one, wasAway(request, one, from));
  const theirs = approvers.find((one) => one.step === step && isTheirs(one));
  const initial = { approver: theirs?.id ?? null, way: theirs ? ('message' as const) : null, words };
  return saidModal(request, from, initial, locale);
}

/** Was the approver away when the message was written? Without a message nobody stands in: it is asked whose words they are. */
const wasAway = ({ project }: Found, approver: Approver, { message }: Pick<RecordedFrom, 'message'>): boolean =>
  message !== null && awayIn(project, instantOfTs(message.ts))(approver);

/** The form on a request: from its card, or once it was chosen among several, with what the message says. */
export async function recordRequest(
  { deps, owners }: Answering,
  asked: Asked,
  ref: RequestRef,
  { words, ...from }: RecordedFrom & { words: string | null } = NOTHING_YET,
): Promise<Modal | Refusal> {
  const request = await openRequest({ deps, owners }, asked, ref);
  return isRefusal(request) ? request : begun(request, from, words, asked);
}

/** The request that somebody may record a decision on now, read for showing it. */
async function openRequest({ deps, owners }: Answering, asked: Asked, ref: RequestRef): Promise<Found | Refusal> {
  const project = await projectFor(deps, asked, ref.project);
  return isRefusal(project) ? project : mayRecord(owners, project, asked, ref);
}

/** A version that was replaced links to the one that holds now. */
function mayRecord(owners: ApprovalOwners, project: Project, asked: Asked, ref: RequestRef): Found | Refusal {
  const found = requestOf(owners, project, ref, asked.locale);
  if (isRefusal(found)) return found;
  const may = found.owner.mayManage(project, whoOf(asked));
  if (may !== true) return may;
  const still = stillAsked(found.approval, ref.on);
  return still === true ? found : { ...still, see: found.owner.threads(project, found.approval).version };
}

export type SaidAnswers = {
  approver: string;
  verb: Verb;
  way: EvidenceChannel;
  words: string | null;
  screenshot: string | null;
};

/** The second step, where what was entered in the first one proves what it is said to. */
export async function checkSaid(
  { deps, owners }: Answering,
  asked: Asked,
  { approvers: _listed, ...ref }: RequestRef & RecordedFrom & { approvers: string[] },
  { approver: id, verb, way, words, screenshot }: SaidAnswers,
): Promise<Modal | Refusal> {
  const request = await openRequest({ deps, owners }, asked, ref);
  if (isRefusal(request)) return request;
  const approver = approverIn(request, id);
  if (isRefusal(approver)) return approver;
  const file = way === 'telephone' ? null : (screenshot ?? ref.file);
  const isAway = wasAway(request, approver, ref);
  const proven = proves({ approver, isAway, verb, way, words, file, message: ref.message });
  if (proven !== true) return proven;
  const isAboutLines = OUTCOME_OF[verb] !== 'agreed' && way !== 'telephone';
  const lines = isAboutLines ? request.shown.lines.length : 0;
  const saidAt = ref.message ? instantOfTs(ref.message.ts) : asked.now;
  const initial = { words, day: dayIn(asked.zone, saidAt), time: timeIn(asked.zone, saidAt) };
  return whenModal(request, { ...ref, file, approver: id, verb, way, lines }, initial, asked);
}

const approverIn = ({ approval }: Found, id: string): Approver | Refusal =>
  approval.approvers.find((one) => one.id === id && one.step === approval.step) ??
  refuse('approval.noSuchApprover', {}, { at: 'approver' });

/** Records what an approver decided elsewhere; a call is only noted. */
export async function recordDecision(
  { deps, owners }: Answering,
  asked: Asked,
  meta: WhenMeta,
  answers: WhenAnswers,
): Promise<Saved<Project> | Refusal> {
  return decideInTime({ deps, owners }, asked, meta, (project) => {
    const found = mayRecord(owners, project, asked, meta);
    return isRefusal(found) ? found : decided(found, asked, meta, answers);
  });
}

function decided(found: Found, asked: Asked, meta: WhenMeta, answers: WhenAnswers): Change<Project> | Refusal {
  const { approver: id, verb, way, file, message } = meta;
  const { words } = answers;
  const approver = approverIn(found, id);
  if (isRefusal(approver)) return approver;
  const proven = proves({ approver, isAway: wasAway(found, approver, meta), verb, way, words, file, message });
  if (proven !== true) return proven;
  const instant = saidWhen(found, asked, meta, answers);
  if (isRefusal(instant)) return instant;
  const saidAt = instant.toISOString();
  const by = actorOf(asked);
  const { approval, shown } = found;
  if (way === 'telephone') {
    const moved = noteTelephone(approval, { approver: id, verb, saidAt, notedBy: by.id });
    return isRefusal(moved) ? moved : toldChange(found, moved, { by, words, now: asked.now });
  }
  const isNew = isNewer(approver, instant);
  if (isNew !== true) return isNew;
  const proof = message && { channel: message.channel, ts: message.ts };
  const evidence: WrittenEvidence = { by: way, words, saidAt, recordedBy: by.id, message: proof, file };
  const chosen = shown.lines.filter(({ number }) => answers.lines.includes(String(number))).map((line) => line.id);
  const isAgreed = OUTCOME_OF[verb] === 'agreed';
  const points = isAgreed || words === null ? [] : pointsIn(words, shown.lines, chosen);
  const said = saidBy(way, message, approver);
  const showAgain = answers.showAgain === undefined ? null : answers.showAgain === 'again';
  const recording = { approver: id, by: said, verb, reason: isAgreed ? null : words, points, showAgain, evidence };
  const moved = recordEvidence(approval, recording, asked.now);
  return isRefusal(moved) ? moved : recordedChange(found, moved, id, { by, now: asked.now });
}

/** A message tells by itself when it was written. */
function saidWhen({ approval }: Found, { zone, now }: Asked, { way, message }: WhenMeta, answers: WhenAnswers) {
  const { openedAt } = approval;
  if (way === 'message' && message) return inTime(instantOfTs(message.ts), openedAt, now);
  return saidInstant({ day: answers.saidOn ?? '', time: answers.saidAt ?? '', zone }, openedAt, now);
}
