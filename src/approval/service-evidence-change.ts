import type { Change } from '../kit/change.ts';
import { type RowDraft, sayToClient, sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { type Actor, managing } from '../project/rules.ts';
import type { Moved } from './model-events.ts';
import { partyOf } from './rules-turn.ts';
import { movedChange } from './service-change.ts';
import type { Found } from './service-requests.ts';
import { evidenceNote, objectedForTeam, toldWords } from './views-evidence-notes.ts';
import { refOf } from './views-evidence.ts';

type Doing = { by: Actor; now: Date };

/** Entries are numbered one after the other, so no two decisions share a key; those of the moved approval end otherwise. */
const keyOf = ({ _id, record }: Project, index: number): string =>
  `approval:${_id}:${record.sequence}:evidence:${index}`;

/**
 * An answer was recorded: besides what follows every answer, the client is shown it in the thread under the version, where
 * they have a channel, and can object.
 * @param id of the approver
 */
export function recordedChange(
  { owner, project, approval, shown }: Found,
  moved: Moved,
  id: string,
  { by, now }: Doing,
) {
  const { step } = approval;
  const approver = moved.approval.approvers.find((one) => one.id === id && one.step === step && one.answer?.evidence);
  const answer = approver?.answer;
  const { client } = owner.threads(project, moved.approval);
  const inTheirs = { approval, shown: owner.shown(project, approval, shown.language) };
  const notes =
    approver && answer?.evidence && client !== null
      ? evidenceNote(
          { who: partyOf(approver), verb: answer.verb, at: answer.at, evidence: answer.evidence, by },
          inTheirs.shown,
          refOf(inTheirs),
        )
      : [];
  const rows = notes.map((note, index) => sayToClient(project._id, keyOf(project, index), note, client));
  return movedChange({ owner, project, was: approval, moved, by, now, rows });
}

/** Told by telephone: the team's line says so, with what was noted of the call; nothing goes to the client. */
export function toldChange(
  { owner, project, approval }: Found,
  moved: Moved,
  { by, now, words }: Doing & { words: string | null },
): Change<Project> {
  if (words === null) return movedChange({ owner, project, was: approval, moved, by, now });
  const events = moved.events.map((event) => (event.kind === 'toldByTelephone' ? { ...event, reason: words } : event));
  const thread = owner.threads(project, moved.approval).team;
  const note = toldWords(words, project.channels.team.language);
  const change = movedChange({ owner, project, was: approval, moved: { ...moved, events }, by, now });
  // Under the line that it belongs to, which is planned before it.
  const rows: Change<Project>['rows'] = (stored) => [
    ...change.rows(stored),
    sayToTeam(project._id, keyOf(project, 0), note, thread),
  ];
  return { ...change, rows };
}

/** The client objected: besides what follows, the account manager is asked to find out what was decided. */
export function objectedChange(
  { owner, project, approval }: Found,
  moved: Moved,
  id: string,
  { by, now }: Doing,
): Change<Project> {
  const whom = approval.approvers.find((one) => one.id === id) ?? by;
  const note = objectedForTeam({ manager: managing(project), who: by, whom }, project.channels.team.language);
  const thread = owner.threads(project, moved.approval).team;
  const change = movedChange({ owner, project, was: approval, moved, by, now });
  const row: RowDraft = sayToTeam(project._id, keyOf(project, 0), note, thread);
  return { ...change, rows: (stored) => [...change.rows(stored), row] };
}
