import { type Approval, type Party, type Point } from '../../src/approval/model.ts';
import { type ApprovalEvent, APPROVAL_EVENTS } from '../../src/approval/model-events.ts';
import type { ShownSubject } from '../../src/approval/model-shown.ts';
import { answer, open } from '../../src/approval/rules.ts';
import { linesModal, noteModal, passOnModal, takeBackModal } from '../../src/approval/views-answer-forms.ts';
import { reasonModal } from '../../src/approval/views-reason-form.ts';
import { confirmationNote } from '../../src/approval/views-note.ts';
import type { Happening } from '../../src/approval/views-told.ts';
import { toldToClient } from '../../src/approval/views-told-client.ts';
import { askToAdd, type Next, toldToTeam } from '../../src/approval/views-told-team.ts';
import { clientCard, countParts, shownBrief, versionPart } from '../../src/brief/views-client.ts';
import { briefCard } from '../../src/brief/views-card.ts';
import { button, type Message } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Stored } from '../../src/kit/chain.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import { release } from '../../src/project/rules-released.ts';
import { ana, later, must } from './arbitraries.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';

/** What is shown of a request: a message, or a form. */
export type Answering = { name: string } & ({ message: Message } | { view: ReturnType<typeof reasonModal> });

const nobodyAway = () => false;

/** As many approvers as there may be, each with a stand-in; every fifth of them is not on Slack. */
const parties = (filler: string): Party[] =>
  Array.from({ length: BOUNDS.approvers }, (_, at) => ({
    person: at % 5 === 4 ? null : { team: 'TCLIENT', user: `U01234567${at}` },
    id: `${ID}${at}`,
    name: filled(filler, PERSON_NAME),
  }));

/** A request to all of them, about lines as many and as long as they may be. */
function asked(filler: string, lines: readonly string[], dueAt: string | null): Approval {
  const people = parties(filler);
  const [standIn = null] = people;
  return open(
    {
      subject: { kind: 'brief', id: ID },
      version: 200,
      round: 9,
      lines,
      steps: [{ needs: 'all' }, { needs: 'some', count: 1 }],
      approvers: [
        ...people.map((one, at) => ({ ...one, ...(at > 0 ? { standIn } : {}) })),
        { ...ana, step: 1, limit: { kind: 'spend', amount: 1_000_000_000, currency: 'CNY' } },
      ],
      dueAt,
      expiresAt: null,
      requires: null,
    },
    later(0),
  );
}

/** Those of the first step who are on Slack say it; the others’ answers are as if they had been recorded. */
function saidByAll(approval: Approval, say: (at: number) => Partial<Point>[] | null, reason: string): Approval {
  const answered = approval.approvers.map((one, at) => {
    const points = say(at);
    const verb = points === null ? ('confirmed' as const) : ('changesRequested' as const);
    const party = { person: one.person, id: one.id, name: one.name };
    const said = {
      verb,
      at: later(1).toISOString(),
      by: one.standIn ?? party,
      reason,
      showAgain: null,
      evidence: null,
    };
    const given = (points ?? []).map(({ line = null, text = reason }) => ({ line, text }));
    const confirmedLines = points === null ? approval.lines : approval.lines.filter((_, index) => index % 2 === at % 2);
    return {
      ...one,
      confirmedLines,
      answer: { ...said, points: given, alsoAgreed: reason.slice(0, BOUNDS.alsoAgreed) },
    };
  });
  return { ...approval, approvers: answered };
}

/** Everything that is shown of answering, with everything in it at its longest. */
export function everyAnswer(project: Project, filler: string, locale: Locale): Answering[] {
  const sent = project.brief?.sent;
  if (!sent) return [];
  const reason = filled(filler, BOUNDS.longAnswer);
  const released = { ...release(project), language: locale };
  const ids = sent.current.lines.map(({ id }) => id);
  const request = asked(filler, ids, later(9).toISOString());
  const wanted = saidByAll(
    request,
    (at) => (at % 3 === 0 ? null : [{ line: ids[at] ?? null }, { line: null }]),
    reason,
  );
  const refused: Approval = { ...wanted, state: 'refused' };
  const agreed: Approval = { ...saidByAll(request, () => null, reason), state: 'agreed' };
  const shown = shownBrief(released, sent, locale);
  const parts = countParts({ version: sent.current, previous: sent.previous }, released);
  const about = { version: sent.current, previous: sent.previous };
  const cards = [request, { ...wanted, state: 'open' as const }, refused, agreed].flatMap((approval) => {
    const current = { ...sent, approval, stands: { version: 199, hash: 'f', at: later(0).toISOString() } };
    const brief = project.brief && { ...project.brief, sent: current };
    return [
      { name: 'clientCard many', message: clientCard(released, current) },
      { name: 'versionPart many', message: versionPart(about, parts, released, current) },
      { name: 'briefCard many', message: briefCard({ ...project, brief }, locale) },
    ];
  });
  return [
    ...cards,
    ...told(refused, shown, reason, locale),
    ...notes(agreed, shown, locale),
    ...forms(wanted, shown, locale),
  ];
}

const next: Next = {
  agreed: { sentence: 'Go on.', button: null },
  revise: { sentence: 'Write it anew.', button: button({ id: 'brief.edit', text: 'Edit', value: '{}' }) },
};

function told(after: Approval, shown: ShownSubject, reason: string, locale: Locale): Answering[] {
  const about = after.approvers.map(({ id }) => id);
  const states = { takenBack: 'takenBack', expired: 'expired', withdrawn: 'withdrawn' } as const;
  return APPROVAL_EVENTS.flatMap((kind): Answering[] => {
    const event: ApprovalEvent = {
      kind,
      about,
      verb: 'changesRequested',
      step: 1,
      lines: after.lines,
      reason,
      by: 'due',
      dueAt: '2026-12-04T10:00:00.000Z',
      dueWas: '2026-12-02T10:00:00.000Z',
    };
    const outcome = kind === 'closed' ? { outcome: 'refused' as const } : {};
    const state = kind in states ? states[kind as keyof typeof states] : after.state;
    const isOpened = kind === 'stepOpened' ? { state: 'open' as const, step: 1 } : {};
    const happening: Happening = {
      before: after,
      after: { ...after, state, ...isOpened },
      events: [{ ...event, ...outcome }],
      by: ana,
      shown,
      away: nobodyAway,
      lead: after.approvers[0] ?? ana,
      locale,
    };
    return [
      ...toldToTeam(happening, next).map((message, at) => ({ name: `toldToTeam ${kind}.${at + 1}`, message })),
      ...toldToClient(happening).map((message, at) => ({ name: `toldToClient ${kind}.${at + 1}`, message })),
    ];
  });
}

function notes(agreed: Approval, shown: ShownSubject, locale: Locale): Answering[] {
  const entry = { entry: { sequence: 9999, at: later(0).toISOString() }, hash: 'f'.repeat(64) } as Stored;
  const [whom = ana] = agreed.approvers;
  const adding = askToAdd(agreed, shown, { managers: [ana], by: whom, whom }, locale);
  return [
    ...confirmationNote(agreed, shown, { entry, next: 'x'.repeat(80) }, locale).map((message, at) => ({
      name: `confirmationNote ${at + 1}`,
      message,
    })),
    { name: 'askToAdd', message: adding },
  ];
}

function forms(said: Approval, shown: ShownSubject, locale: Locale): Answering[] {
  const [refusing, agreeing] = [said.approvers[1], said.approvers[0]];
  if (!refusing || !agreeing) return [];
  // A stand-in's: their name and the approver's stand there besides.
  const form = { approval: said, mine: refusing, by: agreeing, shown, locale };
  const fresh = { ...form, mine: { ...refusing, answer: null, confirmedLines: [] } };
  return [
    { name: 'reasonModal', view: reasonModal('changesRequested', form) },
    { name: 'reasonModal fresh', view: reasonModal('changesRequested', fresh) },
    { name: 'linesModal', view: linesModal(form) },
    { name: 'linesModal fresh', view: linesModal(fresh) },
    { name: 'noteModal', view: noteModal('confirmed', { ...form, mine: agreeing }) },
    { name: 'passOnModal', view: passOnModal(form) },
    { name: 'takeBackModal', view: takeBackModal(form) },
  ];
}

/** The messages to the team of one approver’s own words: changes that they want, or why they take their approval back. */
export function saidToTeam(kind: 'closed' | 'takenBack', reason: string, shown: ShownSubject, locale: Locale) {
  const request = open(
    {
      subject: { kind: 'brief', id: ID },
      version: 1,
      round: 1,
      lines: [],
      steps: [{ needs: 'all' }],
      approvers: [ana],
      dueAt: null,
      expiresAt: null,
      requires: null,
    },
    later(0),
  );
  const pressing = { on: { version: 1, step: 0 }, person: ana.person };
  const context = { now: later(1), away: nobodyAway };
  const moved = must(answer(request, { ...pressing, verb: 'changesRequested', reason }, context));
  const back = { ...moved.approval, state: 'takenBack' as const };
  const happening = { before: request, by: ana, shown, away: nobodyAway, lead: ana, locale };
  if (kind === 'closed') return toldToTeam({ ...happening, after: moved.approval, events: moved.events }, next);
  return toldToTeam({ ...happening, after: back, events: [{ kind, about: [ana.id], reason }] }, next);
}
