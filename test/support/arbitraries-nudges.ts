import { requestNudges } from '../../src/approval/nudges.ts';
import { approvalsOf, shownRequests } from '../../src/approval/service-nudges.ts';
import { requestNudge } from '../../src/approval/views-nudges.ts';
import { reminderDraft, reminderModal } from '../../src/approval/views-reminder.ts';
import { owners } from '../../src/liaison-owners.ts';
import { briefWaitRow } from '../../src/brief/views-home.ts';
import { MOST_IN_MESSAGE } from '../../src/digest/model.ts';
import { DIGEST_PARTS } from '../../src/digest/rules-digest.ts';
import { digestMessage } from '../../src/digest/views-digest.ts';
import { type Brought, nudgesMessage, putOffNote } from '../../src/digest/views-nudges.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Nudge, NudgeContext } from '../../src/kit/nudge.ts';
import type { Milestone } from '../../src/plan/model.ts';
import { milestoneNudges } from '../../src/plan/nudges.ts';
import { milestoneNudge } from '../../src/plan/views-nudges.ts';
import type { Project } from '../../src/project/model.ts';
import { ana, later, NOW } from './arbitraries.ts';
import type { Shown } from './arbitraries-shown.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';
import { plainCalendar } from './plain-calendar.ts';

const CALENDAR = plainCalendar('utc');
const LATE = later(60 * 24 * 40);
const context: NudgeContext = {
  ...{ now: LATE, team: CALENDAR, client: CALENDAR },
  of: () => CALENDAR,
  snoozedUntil: () => null,
};
const MANAGED = { project: ID, kind: 'brief', version: 200 } as const;

/** With its request overdue, asked of as many as can be asked, each with the longest name, and a milestone. */
function overdue(project: Project, filler: string): Project {
  const { brief } = project;
  const first = brief?.sent?.approval.approvers[0];
  if (!brief?.sent || !first) throw new Error('a brief that is with its client');
  const name = filled(filler, PERSON_NAME);
  const approvers = Array.from({ length: BOUNDS.approvers }, (_, at) => ({ ...first, id: `${ID}${at}`, name }));
  const approval = { ...brief.sent.approval, dueAt: later(60 * 24).toISOString(), approvers };
  const plan = { milestones: [milestone(filler)] };
  return { ...project, plan, brief: { ...brief, sent: { ...brief.sent, approval } } };
}

const milestone = (filler: string): Milestone => ({
  ...{ id: 'm1', kind: 'other', state: 'open', reviewDays: null, released: null, moves: [] },
  name: filled(filler, BOUNDS.milestoneName),
  needs: filled(filler, BOUNDS.milestoneNeeds),
  dueOn: '2026-11-25',
  owner: { ...ana, name: filled(filler, PERSON_NAME) },
  stateSince: NOW.toISOString(),
  setAt: NOW.toISOString(),
});

/** Everything that can be brought up of a project, as its features word it. */
function broughtIn(project: Project, locale: Locale): Brought[] {
  const nudges: Nudge[] = [
    ...requestNudges(approvalsOf(owners))(project, context),
    ...milestoneNudges(project, context),
  ];
  const wordings = [requestNudge(shownRequests(owners)), milestoneNudge];
  return nudges.flatMap((nudge) => {
    const shown = wordings.map((wording) => wording(project, nudge, locale)).find((one) => one !== null);
    return shown ? [{ key: nudge.key, nudge, project, shown }] : [];
  });
}

const many = (one: Brought | undefined, count: number): Brought[] =>
  one ? Array.from({ length: count }, (_, at) => ({ ...one, project: { ...one.project, _id: `${ID}${at}` } })) : [];

/** Messages with as much brought up as one holds, the digest with all of its parts full, and the form for a reminder. */
export function ofNudges(project: Project, filler: string, locale: Locale): Shown[] {
  const full = overdue(project, filler);
  const all = broughtIn(full, locale);
  const [found] = shownRequests(owners)(full, locale);
  const longest = all.toSorted((a, b) => JSON.stringify(b.shown).length - JSON.stringify(a.shown).length)[0];
  const lines = many(longest, 60);
  const wait = { person: 'TAGENCY:UANA', kind: 'brief.send', about: '', since: NOW.toISOString() };
  const waits = Array.from({ length: 60 }, (_, at) => {
    const about = { id: `${ID}${at}`, name: full.name, client: full.client };
    const blocks = briefWaitRow(about, wait, { link: null }, locale) ?? [];
    return { project: full.name, client: full.client.name, blocks };
  });
  const parts = { today: lines, left: lines, overdue: lines, coming: lines };
  const digest = { day: '2026-11-25', parts, waits, moreProjects: 9 };
  const none = { today: [], left: [], overdue: [], coming: [] };
  const text = filled(filler, BOUNDS.reminder);
  const findings = Array.from({ length: 40 }, () => ({
    kind: 'money' as const,
    words: filled(filler, 200),
    number: 9,
  }));
  const stages = [
    { is: 'typed' } as const,
    { is: 'checking' } as const,
    { is: 'notChecked' } as const,
    { is: 'checked', found: [] } as const,
    { is: 'checked', found: findings } as const,
  ];
  return [
    ...all.map((one): Shown => ({
      name: `nudgesMessage ${one.nudge.step}`,
      is: 'message',
      message: nudgesMessage([one], 0, locale),
    })),
    { name: 'nudgesMessage', is: 'message', message: nudgesMessage(many(longest, MOST_IN_MESSAGE), 99, locale) },
    { name: 'digestMessage', is: 'message', message: digestMessage(digest, locale) },
    ...DIGEST_PARTS.map((part): Shown => ({
      name: `digestMessage ${part}`,
      is: 'message',
      message: digestMessage({ ...digest, parts: { ...none, [part]: lines }, waits: [], moreProjects: 0 }, locale),
    })),
    { name: 'putOffNote', is: 'message', message: putOffNote(NOW, locale) },
    ...(found ? [reminderDraft(found), text] : []).flatMap((typed) =>
      stages.map((stage): Shown => {
        const about = { project: full, managed: MANAGED, found: found! };
        const view = reminderModal(about, { text: typed, stage, now: LATE }, locale);
        return { name: `reminderModal ${stage.is}`, is: 'modal', view };
      }),
    ),
  ];
}
