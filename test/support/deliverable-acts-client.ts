import { OUTCOME_OF, type Verb } from '../../src/approval/model.ts';
import { answer, confirmLines, takeBack } from '../../src/approval/rules.ts';
import { canTakeBack } from '../../src/approval/rules-back.ts';
import { closeRound } from '../../src/approval/rules-round.ts';
import { withdrawRequest } from '../../src/approval/rules-manage.ts';
import type { Who } from './arbitraries-approval.ts';
import { posterOf } from './delivered.ts';
import { type Step, word } from './deliverable-act.ts';
import { become, goOn, type Plain, type Voice } from './deliverable-plain.ts';

/** Whose word it is, while it is asked for. */
const voiceOf = ({ sent }: Plain, who: Who): Voice | undefined =>
  sent?.state === 'open' ? sent.voices.get(who.id) : undefined;

const agrees = ({ said }: Voice): boolean => said !== null && OUTCOME_OF[said.verb] !== 'refused';

function say(plain: Plain, voice: Voice, said: NonNullable<Voice['said']>): boolean {
  const parts = OUTCOME_OF[said.verb] === 'refused' ? voice.parts : new Set(plain.sent?.parts);
  const isSame = JSON.stringify(voice.said) === JSON.stringify(said) && voice.parts.size === parts.size;
  if (isSame) return false;
  Object.assign(voice, { said, parts });
  goOn(plain);
  return true;
}

const nobodyAway = () => false;

/** Somebody presses a verb; what is not simply agreed to takes a reason. */
export const answering = (who: Who, verb: Verb, { reason, again, off }: Answered): Step => {
  const showAgain = verb === 'approvedWithChanges' ? again : null;
  return word(
    `${who.name}: ${verb}, ${reason ?? 'no reason'}, ${showAgain === null ? '' : showAgain}`,
    off,
    (plain) => {
      const voice = voiceOf(plain, who);
      if (!voice || (reason === null && OUTCOME_OF[verb] !== 'agreed')) return false;
      return say(plain, voice, { verb, reason, again: showAgain });
    },
    (approval, on, now) =>
      answer(approval, { on, person: who.person, verb, reason, showAgain }, { now, away: nobodyAway }),
  );
};
export type Answered = { reason: string | null; again: boolean; off: number };

/** Somebody approves some parts of a set, by their names. */
export const approvingParts = (who: Who, parts: readonly string[], off: number): Step =>
  word(
    `${who.name} approves ${parts.join(', ')}`,
    off,
    (plain) => {
      const voice = voiceOf(plain, who);
      const asked = plain.sent?.parts ?? [];
      const those = parts.filter((part) => asked.includes(part));
      if (!voice || those.length === 0 || agrees(voice) || those.every((part) => voice.parts.has(part))) return false;
      const all = new Set([...voice.parts, ...those]);
      if (all.size === asked.length) return say(plain, voice, { verb: 'approved', reason: null, again: null });
      voice.parts = all;
      goOn(plain);
      return true;
    },
    (approval, on, now, { project }) => {
      const items = posterOf(project).sent?.current.items ?? [];
      const lines = items.flatMap(({ id, name }) => (parts.includes(name) ? [id] : []));
      return confirmLines(approval, { on, person: who.person, lines }, { now, away: nobodyAway });
    },
  );

/** Somebody takes back what they approved: until the media launch. */
export const takingBack = (who: Who, reason: string | null, off: number): Step =>
  word(
    `${who.name} takes back, ${reason ?? 'no reason'}`,
    off,
    (plain) => {
      const { sent, launched } = plain;
      const voice = sent?.voices.get(who.id);
      const counts = sent !== null && ['open', 'agreed', 'agreedWith'].includes(sent.state);
      if (!voice || !counts || launched || reason === null || !agrees(voice)) return false;
      Object.assign(voice, { said: null, parts: new Set() });
      if (sent.state === 'open') goOn(plain);
      else become(plain, 'takenBack');
      return true;
    },
    (approval, on, now, { project }) => {
      const can = canTakeBack(project, approval);
      return can === true ? takeBack(approval, { on, person: who.person, reason }, { now }) : can;
    },
  );

/** The account manager ends the round. */
export const closing = (): Step =>
  word(
    'the round is closed',
    0,
    (plain) => {
      const { sent } = plain;
      const voices = [...(sent?.voices.values() ?? [])];
      if (sent?.state !== 'open' || voices.every(({ said, parts }) => said === null && parts.size === 0)) return false;
      const isRefused = voices.some((voice) => voice.said !== null && !agrees(voice));
      if (sent.gathered !== null && !isRefused) return false;
      sent.gathered ??= 'manager';
      if (isRefused) become(plain, 'refused');
      else goOn(plain);
      return true;
    },
    (approval, _on, now) => closeRound(approval, now),
  );

/** And takes the whole request back. */
export const withdrawing = (): Step =>
  word(
    'the request is withdrawn',
    0,
    (plain) => {
      const isOpen = plain.sent?.state === 'open';
      if (isOpen) become(plain, 'withdrawn');
      return isOpen;
    },
    (approval, _on, now) => withdrawRequest(approval, 'called off', now),
  );
