import { hashOf } from '../kit/chain.ts';
import { samePerson } from '../kit/person.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import { type Approver, type EvidenceChannel, OUTCOME_OF, type Party, type Verb } from './model.ts';
import type { EvidenceRefusals, MarkedMessage } from './model-evidence.ts';
import { giverOf, partyOf } from './rules-turn.ts';

const refuse = refuser<EvidenceRefusals>();

/** As the form gives back what stood in it: trimmed, and with one kind of line end. */
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** Enough of a hash to see that words were changed. */
const MARK_LENGTH = 16;

/** By which it is seen whether the words in the form are still those of the message. */
export const markOf = (text: string): string => hashOf({ text: plain(text) }).slice(0, MARK_LENGTH);

export type Proof = {
  approver: Approver;
  /** Was the approver away when it was said? Then it may be their stand-in's. */
  isAway: boolean;
  verb: Verb;
  way: EvidenceChannel;
  words: string | null;
  file: string | null;
  message: MarkedMessage | null;
};

/** Does this prove what it is said to? Questions are named as in the form. */
export function proves({ approver, isAway, verb, way, words, file, message }: Proof): true | Refusal {
  if (way === 'telephone') return true;
  if (words === null && file === null) return refuse('evidence.nothingShown', {}, { at: 'words' });
  if (words === null && OUTCOME_OF[verb] !== 'agreed') return refuse('evidence.wordsNeeded', {}, { at: 'words' });
  if (way !== 'message') return true;
  if (!isWrittenBy(message, approver, isAway))
    return refuse('evidence.notTheirMessage', { who: [approver] }, { at: 'way' });
  return markOf(words ?? '') === message?.mark || refuse('evidence.notTheirWords', {}, { at: 'words' });
}

/** Did the approver write this, or, while they were away, whoever stands in for them? */
export function isWrittenBy(message: MarkedMessage | null, { person, standIn }: Approver, isAway: boolean): boolean {
  const author = message?.author;
  const theirs = [person, isAway ? (standIn?.person ?? null) : null];
  return author ? theirs.some((one) => one !== null && samePerson(one, author)) : false;
}

/** Whose answer it is: the stand-in's where the message is theirs, else the approver's. */
export const saidBy = (way: EvidenceChannel, message: MarkedMessage | null, approver: Approver): Party =>
  way === 'message' && message?.author ? giverOf(approver, message.author) : partyOf(approver);

const MINUTE_MS = 60_000;

/**
 * Was it said after what the approver answered themselves? Only then it is a change of mind. What somebody else recorded for
 * them may have been recorded wrongly, and is put right whenever it was said.
 */
export function isNewer({ answer }: Approver, saidAt: Date): true | Refusal {
  if (!answer || (answer.evidence && answer.evidence.recordedBy !== answer.by.id)) return true;
  const said = answer.evidence?.saidAt ?? answer.at;
  // People enter minutes.
  const since = Math.floor(Date.parse(said) / MINUTE_MS) * MINUTE_MS;
  return saidAt.getTime() >= since || refuse('evidence.answeredSince', { at: { at: said } }, { at: 'saidOn' });
}
