import type { View } from '@slack/types';
import type { Approval, Verb } from '../../src/approval/model.ts';
import { howHash, stepsOf } from '../../src/approval/rules-asking.ts';
import { answer, open } from '../../src/approval/rules.ts';
import { reasonModal } from '../../src/approval/views-reason-form.ts';
import { confirmationNote } from '../../src/approval/views-note.ts';
import type { Deliverable, DeliverableVersion, SentDeliverable } from '../../src/deliverable/model.ts';
import { clientCard, longContents, shownDeliverable, versionPost } from '../../src/deliverable/views-client.ts';
import { sendModal } from '../../src/deliverable/views-send.ts';
import { sentForTeam } from '../../src/deliverable/views-sent.ts';
import { withDeliverable } from '../../src/deliverable/rules.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { append, emptyHead } from '../../src/kit/chain.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import { release } from '../../src/project/rules-released.ts';
import { ana, cleo, later, NOW } from './arbitraries.ts';
import { asked } from './arbitraries-asking.ts';
import { longestContents, longestDeliverable } from './arbitraries-deliverable-team.ts';
import type { Shown } from './arbitraries-shown.ts';
import { longestRemarks } from './arbitraries-settings-days.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';

const shows = (name: string, one: Message): Shown => ({ name, is: 'message', message: one });
const opens = (name: string, view: View & { type: 'modal' }): Shown => ({ name, is: 'modal', view });

function versionOf(deliverable: Deliverable, filler: string, contents: 'long' | 'short'): DeliverableVersion {
  const { name, kind, items, criteria, estimate } = deliverable;
  const all = longestContents(filler);
  const short = {
    items: items.slice(0, 3),
    criteria: criteria.slice(0, 2),
    contents: all.filter(({ is }) => is === 'file'),
  };
  return {
    ...{ number: 200, hash: 'a'.repeat(64), language: 'en', sentAt: NOW.toISOString(), sentBy: ana.id },
    ...{ reach: 'clientChannel', name, kind, items, criteria, estimate, contents: all },
    ...(contents === 'short' ? short : {}),
    ...{ round: BOUNDS.rounds, rounds: BOUNDS.rounds },
  };
}

/** With as many people as can be asked, each of whom has answered at length or not at all. */
function approvalOf(version: DeliverableVersion, filler: string): Approval {
  const approvers = asked(filler);
  const opening = { subject: { kind: 'deliverable' as const, id: ID }, version: version.number, round: version.round };
  const until = { dueAt: later(1).toISOString(), expiresAt: later(2).toISOString(), requires: null };
  return open({ ...opening, lines: version.items.map(({ id }) => id), ...stepsOf(approvers), ...until }, NOW);
}

/** The same, closed by the answer of its first approver, in as many words as fit. */
function answered(approval: Approval, verb: Verb, filler: string): Approval {
  const [first] = approval.approvers;
  const alone = first
    ? { ...approval, approvers: [{ ...first, limit: null }], steps: [{ needs: 'all' as const }] }
    : approval;
  const said = { on: { version: approval.version, step: 0 }, person: first?.person ?? cleo.person, verb };
  const reason = filled(filler, BOUNDS.longAnswer);
  const moved = answer(alone, { ...said, reason, showAgain: true }, { now: later(3), away: () => false });
  return isRefusal(moved) ? alone : moved.approval;
}

/** What the client sees of a deliverable, the form that sends it, and what the team is told then. */
export function ofDeliverableClient(given: Project, filler: string, locale: Locale): Shown[] {
  const deliverable = longestDeliverable(filler, 'ready');
  const project = withDeliverable({ ...given, deliverables: [deliverable] }, deliverable);
  const released = { ...release(project), language: locale };
  const sents = (['long', 'short'] as const).map((length): SentDeliverable => {
    const current = versionOf(deliverable, filler, length);
    return { current, previous: current, approval: approvalOf(current, filler), stands: null };
  });
  return [
    ...sents.flatMap((sent) => ofSent(released, sent, filler, locale)),
    ...sending(project, deliverable, filler, locale),
  ];
}

function ofSent(released: ReturnType<typeof release>, sent: SentDeliverable, filler: string, locale: Locale): Shown[] {
  const { current, approval } = sent;
  const agreed = { ...sent, approval: answered(approval, 'approvedWithChanges', filler) };
  const states = [sent, agreed, { ...sent, approval: answered(approval, 'changesRequested', filler) }];
  const one = (state: SentDeliverable, isDropped = false) => ({ id: ID, sent: state, isDropped });
  const shown = shownDeliverable(released, one(sent), locale);
  const [mine] = approval.approvers;
  const content = { kind: 'approval.closed', actor: 'liaison', at: NOW.toISOString(), content: {} };
  const head = emptyHead('TAGENCY', released.project);
  const [entry] = append({ workspace: 'TAGENCY', project: released.project }, head, [content], () => '00').stored;
  const notes = entry ? confirmationNote(agreed.approval, shown, { entry, next: filled(filler, 60) }, locale) : [];
  const form = mine && { approval, mine, by: mine, shown, locale };
  const outside = { ...sent, current: { ...current, reach: 'outside' as const } };
  return [
    ...[...states.map((state) => one(state)), one(sent, true)].flatMap((state) => [
      shows('clientCard deliverable', clientCard(released, state)),
      shows('versionPost', versionPost(released, { version: current, previous: 199 }, state)),
    ]),
    shows('versionPost replaced', versionPost(released, { version: current, previous: null }, null)),
    ...longContents(released, current).map((page) => shows('longContents', page)),
    ...notes.map((note) => shows('confirmationNote deliverable', note)),
    ...(form ? [opens('reasonModal approvedWithChanges', reasonModal('approvedWithChanges', form))] : []),
    ...[sent, outside].flatMap((state) => sentForTeam(state, locale).map((line) => shows('sentForTeam', line))),
  ];
}

/** The form that sends, whatever is known of where it goes, within the agreed rounds and beyond them. */
function sending(project: Project, deliverable: Deliverable, filler: string, locale: Locale): Shown[] {
  const { draft } = deliverable;
  if (!draft) return [];
  const version = versionOf(deliverable, filler, 'long');
  const where = { channel: 'CCLIENT', reach: 'clientChannel' as const, dueOn: '2027-03-13', language: locale };
  const goodwill = { as: 'waived' as const, worth: '999999999999 CNY', why: filled(filler, BOUNDS.reason) };
  const entered = { ...where, approvers: [cleo.person.user], offSlack: filled(filler, PERSON_NAME), goodwill };
  const asking = asked(filler);
  const crowd = Array.from({ length: 40 }, (_, at) => ({ team: 'TCLIENT', user: `U0123456${at}` }));
  const previews = [
    { is: 'none' } as const,
    { is: 'outside' } as const,
    { is: 'refused', reason: filled(filler, 300) } as const,
    { is: 'seen', channel: 'CCLIENT', people: crowd } as const,
  ];
  const lastRound = { ...deliverable, goodwill: [], rounds: 1 };
  const sent = {
    current: version,
    previous: null,
    approval: answered(approvalOf(version, filler), 'changesRequested', filler),
    stands: null,
  };
  const beyond = { ...lastRound, sent };
  const common = { entered, asking, how: howHash(asking), version, remarks: longestRemarks(filler, locale) };
  return [deliverable, lastRound, beyond].flatMap((one) =>
    previews.map((preview) =>
      opens(
        `sendModal deliverable ${preview.is}`,
        sendModal(
          project,
          { deliverable: one, draft },
          { ...common, preview: { zone: 'Europe/London', ...preview }, moved: filled(filler, 200) },
          locale,
        ),
      ),
    ),
  );
}
