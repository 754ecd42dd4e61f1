import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Message } from '../../src/kit/blocks.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Milestone } from '../../src/plan/model.ts';
import { CHECK_IN_STATES, type Progress, type Report } from '../../src/progress/model.ts';
import { CHECK_IN_BOUNDS } from '../../src/progress/model-check-in.ts';
import { REPORT_BOUNDS } from '../../src/progress/model-report.ts';
import { checkInCard, checkInModal, missingLine, missingNote } from '../../src/progress/views-check-in.ts';
import {
  draftedModal,
  draftedNote,
  reminderNote,
  replacedCard,
  reportCard,
  reportForClient,
  reportLine,
  reportModal,
} from '../../src/progress/views-report.ts';
import type { Project } from '../../src/project/model.ts';
import type { Finding } from '../../src/project/model-outgoing.ts';
import { release } from '../../src/project/rules-released.ts';
import { cleo, NOW } from './arbitraries.ts';
import { carded } from './arbitraries-client-card.ts';
import type { Shown } from './arbitraries-shown.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';

const at = NOW.toISOString();
const day = '2026-11-27';
/** More key dates than a report names. */
const MILESTONES = 12;
/** As many people as a project has, and none of them has answered. */
const everybody = (name: string) =>
  Array.from({ length: BOUNDS.people }, (_, index) => ({
    person: { team: 'TAGENCY', user: `U0123456${index}` },
    name,
  }));

const shows = (name: string, message: Message): Shown => ({ name, is: 'message', message });

/** A project with everything that a report can name, each text filled, and with a report of its own. */
function reported(filler: string, locale: Locale, report: Partial<Report>): Project {
  const project = carded(filler, locale);
  const party = { ...cleo, name: filled(filler, PERSON_NAME) };
  const name = filled(filler, BOUNDS.partyName);
  const milestones = Array.from({ length: MILESTONES }, (_, index): Milestone => ({
    ...{ id: `${ID}${index}`, kind: 'other', name, dueOn: '2027-03-14', owner: party, reviewDays: 3, needs: name },
    ...{ state: 'open', stateSince: at, moves: [], setAt: at },
    released: {
      ...{ at, by: party, kind: 'other', name, dueOn: '2027-03-14', reviewDays: 3, reviewFrom: '2027-03-09' },
      ...{ zone: 'Asia/Shanghai', isDropped: false, headsUp: null },
    },
  }));
  const open: Report = {
    ...{ id: ID, number: 200, day, draftedAt: at, text: null, facts: [], told: [cleo.person] },
    ...{ remindedAt: null, closed: null },
  };
  const progress: Progress = {
    report: { ...open, ...report },
    reported: { number: 199, day: '2026-11-20', at, hash: 'f'.repeat(64), facts: [] },
  };
  return { ...project, plan: { milestones }, progress };
}

function ofCheckIn(filler: string, locale: Locale): Shown[] {
  const project = carded(filler, locale);
  const line = filled(filler, CHECK_IN_BOUNDS.line);
  const asked = { day, until: at };
  return [
    shows('checkInCard asked', checkInCard(project, { ...asked, said: null }, locale)),
    ...CHECK_IN_STATES.flatMap((is): Shown[] => [
      shows(`checkInCard ${is}`, checkInCard(project, { ...asked, said: { is, text: line, at } }, locale)),
      { name: `checkInModal ${is}`, is: 'modal', view: checkInModal(project, { day, is, text: line }, locale) },
    ]),
    shows('missingLine', missingLine(project, everybody(filled(filler, PERSON_NAME)), NOW, locale)),
    shows('missingNote', missingNote(project, NOW, locale)),
  ];
}

function ofReport(filler: string, locale: Locale): Shown[] {
  const by = { ...cleo, name: filled(filler, PERSON_NAME) };
  const text = filled(filler, REPORT_BOUNDS.text);
  const found = Array.from({ length: 30 }, (_, index): Finding => ({
    kind: (['otherClient', 'money', 'inside', 'broadcast'] as const)[index % 4] ?? 'money',
    ...{ words: filled(filler, BOUNDS.clientName), number: index + 1 },
  }));
  const people = Array.from({ length: 40 }, (_, index) => ({ team: 'TCLIENT', user: `U0123456${index}` }));
  const seen = { readers: { is: 'seen', channel: 'CCLIENT', people }, found } as const;
  const states: readonly (readonly [string, Partial<Report>])[] = [
    ['drafted', {}],
    ['edited', { text }],
    ['sent', { text, closed: { as: 'sent', by, at } }],
    ['skipped', { closed: { as: 'skipped', by, at } }],
  ];
  const edited = reported(filler, locale, { text });
  const { report } = edited.progress ?? {};
  return [
    ...states.flatMap(([state, more]) => {
      const project = reported(filler, locale, more);
      const one = project.progress?.report;
      return one ? [shows(`reportCard ${state}`, reportCard(project, one, seen, locale))] : [];
    }),
    ...(report
      ? (['none', 'notSeen'] as const).map((is) =>
          shows(`reportCard ${is}`, reportCard(edited, report, { readers: { is }, found: [] }, locale)),
        )
      : []),
    ...(report
      ? [null, text].map((clash): Shown => ({
          name: `reportModal ${clash === null ? 'opened' : 'clashed'}`,
          is: 'modal',
          view: reportModal(edited, report, clash, locale),
        }))
      : []),
    ...reportForClient({ ...release(edited), language: locale }, { text, day }).map((one) =>
      shows('reportForClient', one),
    ),
    ...[true, false].map((isOutside) => shows('reportLine', reportLine(by, 200, isOutside, locale))),
    shows('reminderNote', reminderNote(edited, locale)),
    shows('replacedCard', replacedCard(edited, locale)),
    shows('draftedNote', draftedNote(edited, locale)),
    { name: 'draftedModal', is: 'modal', view: draftedModal(edited, locale) },
  ];
}

/** Everything of the check-in and of the report to the client, with each text filled. */
export const ofCheckInAndReport = (filler: string, locale: Locale): Shown[] => [
  ...ofCheckIn(filler, locale),
  ...ofReport(filler, locale),
];
