import { hashOf } from '../kit/chain.ts';
import { charactersApart } from '../kit/nearest.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Acting } from '../project/rules.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import { mayDo } from '../project/rules-may.ts';
import type { Brief, BriefRefusals, Line, SentBrief } from './model.ts';
import type { CorrectRefusals } from './model-correct.ts';
import { isOpposite, weighs } from './rules-correct-words.ts';
import { differences, linesOf, sameLines } from './rules-draft.ts';

const refuse = refuser<BriefRefusals & CorrectRefusals>();

/** More words than this put right in one line is a line written anew. */
const MOST_WORDS = 5;
/** A word whose letters differ by more than this is another word. */
const MOST_LETTERS = 2;
/** Of a short word one letter makes another ("on", "in"); only its capitals may be put right. */
const SHORT_WORD = 4;

/** The lines that hold: as they were confirmed, with what was put right since and not objected to. */
export function standingLines({ current, corrected }: SentBrief): readonly Line[] {
  return corrected && corrected.objection === null ? corrected.lines : current.lines;
}

/**
 * May the draft be put in place of the confirmed text as a correction, without a new version? Only typing errors: the same
 * lines in the same order, no number, no date, no word more or fewer. A machine cannot tell what changes a meaning, so it is
 * strict, and the client can object (docs/product.md, The four stages).
 */
export function mayCorrect(project: Project, by: Acting): true | Refusal {
  const allowed = mayWhileLive(project, 'sendToClient', by);
  return isRefusal(allowed) ? allowed : canBeCorrected(project);
}

/** Whether the button for it is of any use now. */
export const couldCorrect = (project: Project): boolean => canBeCorrected(project) === true;

function canBeCorrected(project: Project): true | Refusal {
  const sent = project.brief?.sent;
  const isConfirmed = sent?.approval.state === 'agreed' || sent?.approval.state === 'agreedWith';
  if (!sent || !isConfirmed) return refuse('brief.nothingToCorrect', {});
  if (!project.channels.client || sent.current.reach === 'outside') return refuse('brief.correctionUnseen', {});
  const draft = linesOf(project);
  const stands = standingLines(sent);
  const { corrected } = sent;
  // What the client said no to is not put to them as a typing error again.
  if (corrected?.objection && sameLines(corrected.lines, draft)) return refuse('brief.correctionObjected', {});
  if (sameLines(stands, draft)) return refuse('brief.unchanged', { version: sent.current.number });
  const other = differences(stands, draft).findIndex(
    (one) => one.is !== 'same' && !(one.is === 'changed' && isCorrection(one.was, one.line)),
  );
  return other === -1 || refuse('brief.meaningMayChange', { line: other + 1 });
}

/** Puts the draft in place of the confirmed text, to be shown to the client. */
export function correct(project: Project, by: Acting, now: Date): Project | Refusal {
  const allowed = mayCorrect(project, by);
  if (isRefusal(allowed)) return allowed;
  return withSent(project, (brief, sent) => {
    const lines = linesOf(project);
    const { number: version, language } = sent.current;
    const number = (sent.corrected?.number ?? 0) + 1;
    const hash = hashOf({ project: project._id, brief: brief.id, version, correction: number, language, lines });
    const at = now.toISOString();
    return { ...sent, corrected: { number, hash, lines, at, by: by.id, objection: null } };
  });
}

export type Objecting = { version: number; correction: number; by: Acting; reason: string | null };

/** May this person object to a correction? Anybody on the client's side may, as long as it holds. */
export function mayObject(project: Project, { version, correction, by }: Omit<Objecting, 'reason'>): true | Refusal {
  const sent = project.brief?.sent;
  const allowed = mayDo(project, 'answerAsClient', by);
  if (isRefusal(allowed)) return allowed;
  const holds = sent?.current.number === version && sent.corrected?.number === correction;
  if (!holds || !sent.corrected) return refuse('brief.correctionOver', {});
  return (
    sent.corrected.objection === null || refuse('brief.objectedAlready', { at: { at: sent.corrected.objection.at } })
  );
}

/** Somebody of the client's objects: the text holds as it was confirmed. */
export function objectToCorrection(project: Project, objecting: Objecting, now: Date): Project | Refusal {
  const allowed = mayObject(project, objecting);
  if (isRefusal(allowed)) return allowed;
  const { by, reason } = objecting;
  if (!reason) return refuse('brief.objectionEmpty', {}, { at: 'objection' });
  const objection = { by: { person: by.person, id: by.id, name: by.name }, at: now.toISOString(), reason };
  return withSent(project, (_brief, sent) =>
    sent.corrected ? { ...sent, corrected: { ...sent.corrected, objection } } : sent,
  );
}

function withSent(project: Project, change: (brief: Brief, sent: SentBrief) => SentBrief): Project {
  const { brief } = project;
  return brief?.sent ? { ...project, brief: { ...brief, sent: change(brief, brief.sent) } } : project;
}

/** Is what was changed in a line a typing error? */
export function isCorrection(was: Line, is: Line): boolean {
  if (was.state !== 'answered' || is.state !== 'answered' || was.question === 'wantedOn') return false;
  const [before, after] = [wordsOf(was.text), wordsOf(is.text)];
  if (before.length !== after.length) return false;
  const changed = before.flatMap((word, index): [string, string][] => {
    const other = after[index] ?? '';
    return word === other ? [] : [[word, other]];
  });
  return changed.length <= MOST_WORDS && changed.every(([one, other]) => isNear(one, other));
}

/** Each Chinese sign is a word of its own, and so is each number; signs and spaces between words are none. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .match(/\p{Script=Han}|\p{N}[\p{N}.,:/%-]*|[\p{L}\p{M}][\p{L}\p{M}'’-]*|\p{Extended_Pictographic}|[%$€£¥→]/gu) ??
  [];

function isNear(written: string, corrected: string): boolean {
  const [one, other] = [lower(written), lower(corrected)];
  if (/\p{N}|[%$€£¥→]/u.test(one + other)) return false;
  if (one === other) return true;
  if (weighs(one) || weighs(other) || isOpposite(one, other)) return false;
  const isHan = /^\p{Script=Han}$/u.test(one) && /^\p{Script=Han}$/u.test(other);
  if (isHan) return true;
  const isLong = Math.min(Array.from(one).length, Array.from(other).length) >= SHORT_WORD;
  return isLong && /^\p{L}/u.test(one) && charactersApart(one, other) <= MOST_LETTERS;
}

const lower = (word: string): string => word.toLocaleLowerCase('en').replaceAll('’', "'");
