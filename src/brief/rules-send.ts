import type { Asking } from '../approval/model-asking.ts';
import { open } from '../approval/rules.ts';
import { forNextVersion, instantsOf, stepsOf } from '../approval/rules-asking.ts';
import { asPreviewed, roundAfter, type Sending, withClientChannel, withDeciders } from '../approval/rules-sending.ts';
import { hashOf } from '../kit/chain.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Brief, BriefRefusals, BriefVersion } from './model.ts';
import { maySend } from './rules.ts';
import { draftHash, linesOf } from './rules-draft.ts';

const refuse = refuser<BriefRefusals>();

/** Sends the draft as the next version: what it replaces is superseded, and the approvers are asked. */
export function send(project: Project, sending: Sending, now: Date): Project | Refusal {
  const allowed = maySend(project, sending.by);
  if (allowed !== true) return allowed;
  const isSame = sending.previewed.draft === draftHash(project) || refuse('brief.draftMoved', {}, { at: 'channel' });
  const asked = asPreviewed(project, sending, isSame);
  if (isRefusal(asked)) return asked;
  const at = instantsOf(asked, sending.previewed.zone, now);
  if (isRefusal(at)) return at;
  const peopled = withDeciders(project, asked, sending.previewed.zone, now);
  if (isRefusal(peopled) || !peopled.brief) return peopled;
  const brief = nextVersion(peopled.brief, peopled, sending, { asked, ...at }, now);
  const sent = { ...peopled, brief };
  return asked.reach === 'outside' ? sent : withClientChannel(sent, sending);
}

type Asked = { asked: Asking; dueAt: Date | null; expiresAt: Date | null };

function nextVersion(
  brief: Brief,
  project: Project,
  { by, language }: Sending,
  { asked, dueAt, expiresAt }: Asked,
  now: Date,
): Brief {
  const previous = brief.sent?.current ?? null;
  const number = (previous?.number ?? 0) + 1;
  const lines = linesOf(project);
  const hash = hashOf({ workspace: project.workspace, project: project._id, brief: brief.id, number, language, lines });
  const { reach } = asked;
  const current: BriefVersion = { number, hash, language, sentAt: now.toISOString(), sentBy: by.id, lines, reach };
  const approval = open(
    {
      subject: { kind: 'brief', id: brief.id },
      version: number,
      round: roundAfter(brief.sent?.approval),
      lines: lines.map(({ id }) => id),
      ...stepsOf(asked),
      dueAt: dueAt?.toISOString() ?? null,
      expiresAt: expiresAt?.toISOString() ?? null,
      // What a brief says binds nobody to a sum: whoever is asked has the authority.
      requires: null,
    },
    now,
  );
  const asking = forNextVersion({ ...asked, language, channel: null });
  // What is agreed stands until something newer is.
  const stands = brief.sent?.stands ?? null;
  return { ...brief, asking, sent: { ...brief.sent, current, previous, approval, corrected: null, stands } };
}
