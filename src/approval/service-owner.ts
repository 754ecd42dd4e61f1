import type { Button } from '@slack/types';
import type { Locale } from '../kit/locale.ts';
import type { Refusal } from '../kit/refusal.ts';
import type { RowDraft } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import type { Who } from '../project/rules-may.ts';
import type { Approval } from './model.ts';
import type { OwnedKind, ShownSubject } from './model-shown.ts';

/** What a team is told to do next: a sentence (`mrkdwn`), and the button that does it. */
export type NextForTeam = { sentence: string; button: Button | null };

/**
 * What the feature of a subject gives to the approval of it. Approval asks, answers, records and speaks for all subjects alike
 * and imports none of them; `src/liaison.ts` plugs the owners in. Whoever moves an approval saves it with `movedChange`
 * (service-change.ts): record, cards, and what client and team are told, follow from its events.
 */
export type ApprovalOwner = {
  /** The ids of all of its kind that the client was asked about in a project. */
  sent: (project: Project) => string[];
  /** The approval in a project; a refusal where none was asked for. */
  find: (project: Project, id: string) => Approval | Refusal;
  /** The project with this approval in the place of the one before. */
  put: (project: Project, approval: Approval) => Project;
  /** May this person send, remind, close, withdraw and replace, and record what the client said elsewhere? */
  mayManage: (project: Project, who: Who) => true | Refusal;
  shown: (project: Project, approval: Approval, locale: Locale) => ShownSubject;
  /** Outbox keys: the threads under which things are said, and the post where the version can be read. `client` is null where the client has no channel. */
  threads: (project: Project, approval: Approval) => { client: string | null; team: string; version: string };
  /** The cards that show the approval, to be drawn again. */
  cards: (project: Project, approval: Approval) => readonly RowDraft[];
  /** What the team does once the client has agreed, or once a new version is needed. */
  nextForTeam: (project: Project, approval: Approval, after: 'agreed' | 'revise', locale: Locale) => NextForTeam;
  /** What comes next, for the confirmation note: plain words. */
  nextForClient: (project: Project, approval: Approval, locale: Locale) => string;
};

export type ApprovalOwners = Readonly<Record<OwnedKind, ApprovalOwner>>;
