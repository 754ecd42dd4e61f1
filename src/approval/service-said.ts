import type { Asked } from '../io/answers.ts';
import type { Handling } from '../io/handling.ts';
import type { Message } from '../kit/blocks.ts';
import type { Person } from '../kit/person.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { awayIn } from '../project/rules-people.ts';
import { actorOf } from '../project/service.ts';
import { type Approval, OUTCOME_OF, type Party, type Verb, VERBS_OF } from './model.ts';
import { type Heard, LONGEST_HEARD, quietIn, type RequestRef } from './model-evidence.ts';
import { recordEvidence } from './rules-evidence.ts';
import { pointsIn } from './rules-points.ts';
import { type Said, verbMeant } from './rules-said.ts';
import { instantOfTs } from './rules-said-when.ts';
import { tick } from './rules-round.ts';
import { giverOf, turnOf } from './rules-turn.ts';
import { type Answering, decideInTime, seeing } from './service-answers.ts';
import { recordedChange } from './service-evidence-change.ts';
import { type Found, requestOf, requestsIn } from './service-requests.ts';
import { aboutOf } from './views-buttons.ts';
import { askAuthor, type HeardAs, heardNotice } from './views-evidence-notes.ts';

/** What somebody wrote, or how they reacted, in a channel; `text` as it was typed. */
export type Overheard = {
  channel: string;
  ts: string;
  threadTs: string;
  author: Person;
  said: Exclude<Said, { is: 'nothing' }>;
  text: string;
};

/** Somebody answered in the thread of a request in words: if the decision is theirs, they are asked alone whether to record it. */
export async function hearReply(answering: Answering, handling: Handling, heard: Overheard): Promise<void> {
  const { channel, ts, threadTs, author } = heard;
  const post = await answering.deps.archive.postAt(handling.workspace, { channel, ts: threadTs });
  const project = post && (await answering.deps.store.project(handling.workspace, post.project));
  const found = post && project && askedUnder(answering, project, post.key);
  if (!found) return;
  const what = { channel, id: `${channel}:${ts}`, saidAt: instantOfTs(ts), threadTs };
  await askOnce(answering, handling, { ...what, found, author, as: heardAs(found, heard) });
}

/** Somebody put a thumb on a version or another message of ours in its thread. Slack tells no team: by their user id alone. */
export async function hearReaction(
  answering: Answering,
  handling: Handling,
  { channel, ts, user, at }: { channel: string; ts: string; user: string; at: string },
): Promise<void> {
  const post = await answering.deps.archive.postAt(handling.workspace, { channel, ts });
  const project = post && (await answering.deps.store.project(handling.workspace, post.project));
  const found = post && project && askedUnder(answering, project, post.parent ?? post.key);
  const author = found && partiesOf(found.approval).find((person) => person.user === user);
  if (!found || !author) return;
  const threadTs = post.threadTs ?? ts;
  const what = { channel, id: `${channel}:${ts}:${user}`, saidAt: instantOfTs(at), threadTs };
  await askOnce(answering, handling, {
    ...what,
    found,
    author,
    as: { is: 'bare', verb: VERBS_OF[found.shown.kind][0] },
  });
}

const partiesOf = ({ approvers }: Approval): Person[] =>
  approvers.flatMap(({ person, standIn }) => [person, standIn?.person ?? null]).filter((one) => one !== null);

/** The open request whose thread in the client's channel it is, as the client is shown it. */
function askedUnder({ owners }: Answering, project: Project, thread: string): Found | null {
  const language = project.channels.client?.language;
  if (!language) return null;
  const theirs = requestsIn(owners, project, language);
  const found = theirs.find(({ owner, approval }) => owner.threads(project, approval).client === thread);
  return found?.approval.state === 'open' ? found : null;
}

/** What is offered; null where there is nothing that a button could carry. */
function heardAs({ shown }: Found, { said, ts, text }: Overheard): HeardAs | null {
  if (said.is === 'bare') return { is: 'bare', verb: VERBS_OF[shown.kind][0] };
  if (JSON.stringify(text).length > LONGEST_HEARD) return null;
  const verbs = said.means === null ? VERBS_OF[shown.kind] : [verbMeant(shown.kind, said.means)];
  return { is: 'sentence', verbs, heard: { ts, text } };
}

type Asking = {
  found: Found;
  author: Person;
  as: HeardAs | null;
  channel: string;
  threadTs: string;
  /** By which it is known that this was asked about before. */
  id: string;
  saidAt: Date;
};

/** Asks once about each message, and nobody who said that they do not want to be asked about this version. */
async function askOnce({ deps }: Answering, handling: Handling, asking: Asking): Promise<void> {
  const { found, author, as, channel, threadTs, id } = asking;
  if (!as || !mayAsk(asking, as, handling.now)) return;
  // Under a later version the same thumb may be meant anew.
  const { version, step } = found.approval;
  const once = { ...handling, delivery: `heard:${id}:${version}.${step}` };
  const saved = await deps.store.decide(once, found.project._id, () => null);
  if (isRefusal(saved) || saved.repeated) return;
  const about = aboutOf(found.approval, found.shown);
  await deps.tell({ channel, person: author, threadTs }, askAuthor(as, found.shown, about));
}

/** Is it theirs to decide now, and would it be anything new? What was written before the version went out is not about it. */
function mayAsk({ found, author, saidAt }: Asking, as: HeardAs, now: Date): boolean {
  const { approval, project } = found;
  const on = { version: approval.version, step: approval.step };
  const mine = turnOf(approval, { on, person: author, verb: null }, awayIn(project, now));
  const isOver = tick(approval, now)?.approval.state === 'expired';
  if (isRefusal(mine) || isOver || saidAt < new Date(approval.openedAt)) return false;
  if (quietIn(approval).includes(giverOf(mine, author).id)) return false;
  const verbs = as.is === 'bare' ? [as.verb] : as.verbs;
  const isNew = (verb: Verb) => OUTCOME_OF[verb] !== 'agreed' || mine.answer?.verb !== verb;
  return verbs.some(isNew);
}

/** The author of a sentence has it recorded as their decision: with exactly these words, and the message that says them. */
export async function recordHeard(
  { deps, owners }: Answering,
  asked: Asked,
  { text, verb, ts, ...ref }: Heard,
): Promise<Message<'person'> | Refusal> {
  const saved = await decideInTime({ deps, owners }, asked, ref, (project) => {
    const found = theirTurn({ deps, owners }, project, asked, ref, verb);
    if (isRefusal(found)) return found;
    const isAgreed = OUTCOME_OF[verb] === 'agreed';
    const evidence = {
      by: 'message' as const,
      words: text,
      saidAt: instantOfTs(ts).toISOString(),
      recordedBy: asked.id,
      message: asked.channel === null ? null : { channel: asked.channel, ts },
      file: null,
    };
    const points = isAgreed ? [] : pointsIn(text, found.shown.lines, []);
    const { approver, giver: by } = found;
    const recording = { approver, by, verb, reason: isAgreed ? null : text, points, evidence };
    const moved = recordEvidence(found.approval, recording, asked.now);
    return isRefusal(moved) ? moved : recordedChange(found, moved, approver, { by: actorOf(asked), now: asked.now });
  });
  return isRefusal(saved) ? saved : told({ deps, owners }, saved.project, ref, { is: 'recorded', verb }, asked);
}

/** The author does not want it recorded: nothing is, and they are not asked again about this version. */
export async function leaveAlone(
  { deps, owners }: Answering,
  asked: Asked,
  ref: RequestRef,
): Promise<Message<'person'> | Refusal> {
  const saved = await deps.store.decide(asked.handling, ref.project, (project) => {
    const found = theirTurn({ deps, owners }, project, asked, ref, null);
    if (isRefusal(found)) return found;
    const { approval, owner } = found;
    const quiet = [...new Set([...quietIn(approval), found.giver.id])];
    return { project: owner.put(project, { ...approval, quiet }), happened: [], rows: () => [] };
  });
  return isRefusal(saved) ? saved : told({ deps, owners }, saved.project, ref, { is: 'leftAlone' }, asked);
}

/** The request, whose decision this person's is in it, and who they are there themselves, by their ids. */
function theirTurn(
  { owners }: Answering,
  project: Project,
  { person, locale, now }: Asked,
  ref: RequestRef,
  verb: Verb | null,
): (Found & { approver: string; giver: Party }) | Refusal {
  const found = requestOf(owners, project, ref, locale);
  if (isRefusal(found)) return found;
  const { approval, owner } = found;
  const mine = turnOf(approval, { on: ref.on, person, verb }, awayIn(project, now));
  return isRefusal(mine)
    ? seeing(mine, owner, project, approval, ref)
    : { ...found, approver: mine.id, giver: giverOf(mine, person) };
}

function told(
  { owners }: Answering,
  project: Project,
  ref: RequestRef,
  what: Parameters<typeof heardNotice>[0],
  { locale }: Asked,
): Message<'person'> | Refusal {
  const found = requestOf(owners, project, ref, locale);
  return isRefusal(found) ? found : heardNotice(what, found.shown, locale);
}
