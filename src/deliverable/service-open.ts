import type { Asked, MessageChosen } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { takeFrom } from '../kit/text.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Project } from '../project/model.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import { type ProjectDeps, projectInside, whoOf } from '../project/service.ts';
import type { Deliverable, Draft } from './model.ts';
import type { ChosenMessage } from './model-forms.ts';
import type { WhichVersion } from './model-metadata.ts';
import type { DeliverableRefusals } from './model-refusals.ts';
import { confirmedLines, knownIn, lineNamed } from './rules-offers.ts';
import { idAndVersion } from './rules-subjects.ts';
import { offeredIn, unmarked } from './rules-typed.ts';
import { draftFor, living, nextNumber } from './rules.ts';
import { mayCheck } from './rules-check.ts';
import { type CheckEntered, checkModal } from './views-check.ts';
import { addModal, reviewModal, versionModal } from './views-forms.ts';
import { lookModal } from './views-look.ts';
import { whyNotReviewed } from './rules-review.ts';

const refuse = refuser<DeliverableRefusals>();

/** A file's name in a form's metadata: what it is really called is read with the file. */
const NAME = 40;
/** A choice of the project before carries this much of a message, as JSON. */
const CARRIED = 1500;

/** A message as a form carries it. */
export function messageIn({ channel, ts, threadTs, text, files }: MessageChosen): ChosenMessage {
  const plain = unmarked(text);
  const carried = takeFrom(plain, BOUNDS.longAnswer);
  return {
    channel,
    ts,
    threadTs,
    files: files
      .slice(0, BOUNDS.contents)
      .map(({ id, name }) => ({ file: id, name: takeFrom((name ?? '').replaceAll(/\p{C}/gu, ' '), NAME) })),
    text: carried,
    isCut: carried !== plain,
  };
}

/** The same, short enough to be carried through the choice of a project. */
export function shortened(text: string): { text: string; isCut: boolean } {
  let kept = text;
  while (JSON.stringify(kept).length > CARRIED) kept = takeFrom(kept, Math.floor(kept.length * 0.8)).toWellFormed();
  return { text: kept, isCut: kept !== text };
}

/** What was typed behind the command, or the message that it is sent from. */
export type Carried = { typed: string; message: ChosenMessage | null };

/** The form for sending for approval, with all that the message says filled in already. */
export async function openAdd(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  { typed, message }: Carried,
): Promise<Modal | Refusal> {
  const allowed = mayWhileLive(project, 'makeDeliverable', whoOf(asked));
  if (allowed !== true) return allowed;
  const known = knownIn(project);
  const lines = confirmedLines(project);
  const files = message?.files ?? [];
  const { content, name } = offeredIn({ text: message?.text ?? typed, files });
  const isTeams = message?.channel === project.channels.team.id;
  return addModal(
    project,
    {
      known,
      lines,
      initial: {
        of: message ? await versionOfWhich(deps, asked, known, message) : null,
        name,
        content,
        line: lineNamed(lines, name)?.id ?? null,
      },
      isCut: message?.isCut ?? false,
      meta: {
        project: project._id,
        id: deps.newId(),
        from: message && isTeams ? { channel: message.channel, ts: message.threadTs ?? message.ts } : null,
        files,
        known: known.map(({ id }) => id),
        lines: lines.map(({ id }) => id),
        wasSent: known.some(({ sent }) => sent !== null),
        hasMessage: message !== null,
      },
    },
    asked.locale,
  );
}

/** The deliverable in whose thread a message stands, on either side; null where it stands in none. */
async function versionOfWhich(
  deps: ProjectDeps,
  { workspace }: Asked,
  known: readonly Deliverable[],
  { channel, ts, threadTs }: ChosenMessage,
): Promise<string | null> {
  if (known.length === 0) return null;
  const thread = threadTs ?? ts;
  const sentFrom = known.find(({ from }) => from?.channel === channel && from.ts === thread);
  if (sentFrom || threadTs === null) return sentFrom?.id ?? null;
  const above = await deps.archive.cardAt(workspace, { channel, ts: thread });
  const { kind, about } = above?.subject ?? {};
  const id = kind === 'deliverableVersion' ? idAndVersion(about ?? '').id : about;
  const isOne = kind === 'deliverable' || kind === 'deliverableForClient' || kind === 'deliverableVersion';
  return (isOne && known.find((one) => one.id === id)?.id) || null;
}

type Opened = Promise<Modal | Refusal>;

/** The form for the next version. `version`: the number that the button showed. */
export async function openVersion(deps: ProjectDeps, asked: Asked, which: WhichVersion): Opened {
  const project = await projectInside(deps, asked, which.project);
  if (isRefusal(project)) return project;
  const allowed = mayWhileLive(project, 'makeDeliverable', whoOf(asked));
  if (allowed !== true) return allowed;
  const found = living(project, which.id);
  if (isRefusal(found)) return found;
  const version = nextNumber(found);
  return version === which.version
    ? versionModal(project, found, asked.locale)
    : refuse('deliverable.versionMoved', { version });
}

type Open = { project: Project; deliverable: Deliverable; draft: Draft };

async function openDraft(deps: ProjectDeps, asked: Asked, which: WhichVersion): Promise<Open | Refusal> {
  const project = await projectInside(deps, asked, which.project);
  if (isRefusal(project)) return project;
  const found = draftFor(project, which);
  return isRefusal(found) ? found : { project, ...found };
}

/** The form of the check, for everybody of the team but its maker. */
export async function openCheck(deps: ProjectDeps, asked: Asked, which: WhichVersion, entered?: CheckEntered): Opened {
  const found = await openDraft(deps, asked, which);
  if (isRefusal(found)) return found;
  const { project, deliverable, draft } = found;
  const may = mayCheck(project, draft, whoOf(asked));
  if (may !== true) return may;
  const { by, at, state } = draft.check;
  if (state !== 'open') {
    return refuse('deliverable.alreadyChecked', { by: by ? [by] : [], at: { at: at ?? draft.at } });
  }
  return checkModal(project, deliverable, draft, asked.locale, entered);
}

/** The form of the internal review, for whoever was asked. */
export async function openReview(deps: ProjectDeps, asked: Asked, which: WhichVersion): Opened {
  const found = await openDraft(deps, asked, which);
  if (isRefusal(found)) return found;
  const { project, deliverable, draft } = found;
  return whyNotReviewed(draft, asked.person) ?? reviewModal(project, deliverable, draft, asked.locale);
}

/** Everything of one version, for everybody who may see what is internal. */
export async function openLook(deps: ProjectDeps, asked: Asked, which: WhichVersion): Opened {
  const project = await projectInside(deps, asked, which.project);
  if (isRefusal(project)) return project;
  const found = living(project, which.id);
  if (isRefusal(found)) return found;
  const { draft, sent } = found;
  const version = [draft, sent?.current, sent?.previous].find((one) => one?.number === which.version);
  return version
    ? lookModal(project, found, version, asked.locale)
    : refuse('deliverable.versionMoved', { version: nextNumber(found) });
}
