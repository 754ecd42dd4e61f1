import type { Named } from '../kit/text.ts';
import type { ApprovalState, Verb } from './model.ts';

/** Why the engine says no. */
export type ApprovalRefusals = {
  /** `who`: those who can decide. */
  'approval.notYours': { who: readonly Named[] };
  'approval.replaced': { version: number; current: number };
  'approval.already': { verb: Verb; at: { at: string } };
  'approval.closed': { state: ApprovalState; at: { at: string } };
  'approval.notYourTurn': { who: readonly Named[] };
  'approval.wrongVerb': Record<never, never>;
  'approval.nothingToTakeBack': Record<never, never>;
  /** What is made is in use since then: `who` can have it stopped. */
  'approval.launched': { at: { at: string }; who: readonly Named[] };
  'approval.over': { at: { at: string }; who: readonly Named[] };
  'approval.reasonMissing': Record<never, never>;
  'approval.noLines': Record<never, never>;
  'approval.beyondAuthority': { who: readonly Named[] };
  'approval.alreadyAsked': { who: readonly Named[] };
  'approval.notAdded': { who: readonly Named[] };
  'approval.noSuchApprover': Record<never, never>;
  'approval.nobodyToRemind': Record<never, never>;
  'approval.remindedToday': { at: { at: string } };
  'approval.nothingGathered': Record<never, never>;
  'approval.alreadyGathered': { at: { at: string } };
  'approval.nothingToObject': Record<never, never>;
  'approval.roundGoesOn': { who: readonly Named[] };
};
