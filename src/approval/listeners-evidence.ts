import {
  answered,
  type Asked,
  DONE,
  type EventEntry,
  type PressEntry,
  pressed,
  type ShortcutEntry,
  type SubmitEntry,
  submitted,
  opened,
  replaced,
} from '../io/answers.ts';
import type { ProjectDeps } from '../project/service.ts';
import { VERBS_OF } from './model.ts';
import {
  chooseRequestValue,
  heardValue,
  leaveValue,
  objectForm,
  objectMeta,
  objectValue,
  recordValue,
  saidForm,
  saidMeta,
  whenAnswers,
  whenForm,
  whenMeta,
  wordsMeta,
} from './model-evidence.ts';
import { checkSaid, recordDecision, recordMessage, recordRequest } from './service-evidence.ts';
import { object, openObjection } from './service-object.ts';
import { changeIn, reactionIn, replyIn } from './service-overheard.ts';
import type { ApprovalOwners } from './service-owner.ts';
import { hearReaction, hearReply, leaveAlone, recordHeard } from './service-said.ts';
import { noteProofChanged } from './service-said-change.ts';
import { EVIDENCE_IDS, waysFrom } from './views-evidence.ts';

type Deps = ProjectDeps;

/** The shortcut on a message that says what the client decided. */
export const evidenceShortcuts = (owners: ApprovalOwners): readonly ShortcutEntry<Deps>[] => [
  {
    shortcut: EVIDENCE_IDS.record,
    run: async (asked, deps, message) => opened(await recordMessage({ deps, owners }, asked, message)),
  },
];

/** The buttons: recording from a card, choosing among requests, objecting, and what the author of a message is asked. */
export const evidencePresses = (owners: ApprovalOwners): readonly PressEntry<Deps>[] => [
  pressed(
    EVIDENCE_IDS.recordOpen,
    recordValue,
    async (asked: Asked, deps: Deps, ref) => opened(await recordRequest({ deps, owners }, asked, ref)),
    true,
  ),
  pressed(EVIDENCE_IDS.recordChoose, chooseRequestValue, async (asked: Asked, deps: Deps, ref) => {
    const words = wordsMeta.decode(asked.view?.metadata)?.words ?? null;
    const form = await recordRequest({ deps, owners }, asked, ref, { ...ref, words });
    return replaced(form);
  }),
  pressed(
    EVIDENCE_IDS.object,
    objectValue,
    async (asked: Asked, deps: Deps, ref) => opened(await openObjection({ deps, owners }, asked, ref)),
    true,
  ),
  pressed(EVIDENCE_IDS.recordHeard, heardValue, async (asked: Asked, deps: Deps, heard) =>
    answered(await recordHeard({ deps, owners }, asked, heard), (message) => ({ answer: 'tell', message })),
  ),
  pressed(EVIDENCE_IDS.leave, leaveValue, async (asked: Asked, deps: Deps, ref) =>
    answered(await leaveAlone({ deps, owners }, asked, ref), (message) => ({ answer: 'tell', message })),
  ),
];

/** The forms: who decided what, then when and the words once more; and why somebody objects. */
export const evidenceSubmits = (owners: ApprovalOwners): readonly SubmitEntry<Deps>[] => [
  submitted(
    EVIDENCE_IDS.saidForm,
    saidMeta,
    (meta) => saidForm(meta.approvers, VERBS_OF[meta.subject.kind], waysFrom(meta)),
    async (asked, deps: Deps, meta, answers) => {
      const next = await checkSaid({ deps, owners }, asked, meta, answers);
      return replaced(next);
    },
  ),
  submitted(EVIDENCE_IDS.whenForm, whenMeta, whenForm, async (asked, deps: Deps, meta, given) => {
    const answers = whenAnswers.parse(given);
    return answered(await recordDecision({ deps, owners }, asked, meta, answers), () => DONE);
  }),
  submitted(EVIDENCE_IDS.objectForm, objectMeta, objectForm, async (asked, deps: Deps, ref, { reason }) =>
    answered(await object({ deps, owners }, asked, ref, reason), () => DONE),
  ),
];

/** What people say beside the buttons, and what becomes of messages that were recorded. Most of it is none of ours. */
export const evidenceEvents = (owners: ApprovalOwners): readonly EventEntry<Deps>[] => [
  {
    event: 'message',
    wants: (event) => replyIn(event) !== null,
    run: async (event, { workspace, handling }, deps) => {
      const reply = replyIn(event);
      if (!reply) return;
      const { team, user, ...heard } = reply;
      await hearReply({ deps, owners }, handling, { ...heard, author: { team: team ?? workspace, user } });
    },
  },
  {
    event: 'message',
    wants: (event) => changeIn(event) !== null,
    run: async (event, { handling }, deps) => {
      const changed = changeIn(event);
      if (changed) await noteProofChanged({ deps, owners }, handling, changed);
    },
  },
  {
    event: 'reaction_added',
    wants: (event) => reactionIn(event) !== null,
    run: async (event, { handling }, deps) => {
      const reaction = reactionIn(event);
      if (reaction) await hearReaction({ deps, owners }, handling, reaction);
    },
  },
];
