import type { View } from '@slack/types';
import { overviewModal, type OverviewShown } from '../../src/approval/views-overview.ts';
import { rightsNudges } from '../../src/deliverable/nudges.ts';
import { deliverableWaitRow } from '../../src/deliverable/views-home.ts';
import { finalModal } from '../../src/deliverable/views-final.ts';
import { rightsNudge } from '../../src/deliverable/views-nudges.ts';
import { nudgesMessage } from '../../src/digest/views-nudges.ts';
import { homeView } from '../../src/home/views.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Wait } from '../../src/kit/aggregate.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import { ana, NOW } from './arbitraries.ts';
import { longestContents, longestDeliverable } from './arbitraries-deliverable-team.ts';
import type { Shown } from './arbitraries-shown.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';
import { fullestHome, longestAwaited, waitRow } from './homes.ts';
import { plainCalendar } from './plain-calendar.ts';

const LINK = 'https://agency.slack.com/archives/C0123456789/p1790000000000000';
const AT = NOW.toISOString();
const shows = (name: string, one: Message): Shown => ({ name, is: 'message', message: one });
const opens = (name: string, view: View & { type: 'modal' }): Shown => ({ name, is: 'modal', view });
const times = <T>(count: number, one: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => one(at));

/** Everything that waits because of a deliverable, with the name at its longest. */
function longestWaits(filler: string): Wait[] {
  const name = filled(filler, BOUNDS.deliverableName);
  const facts = { id: ID, name, version: 200, kind: 'deliverable', step: 3, parts: BOUNDS.items };
  const kinds = [
    ...(['decide', 'check', 'review', 'send'] as const).map((kind) => [kind, 'client'] as const),
    ...(['team', 'client', 'nobody'] as const).map((from) => ['revise', from] as const),
  ];
  return kinds.map(([kind, from], at) => ({
    ...{ person: 'TAGENCY:UANA', kind: `deliverable.${kind}`, about: `${ID}.${at}`, since: AT },
    facts: { ...facts, from },
  }));
}

const rowsOf = (project: Project, at: number, wait: Wait, locale: Locale) =>
  deliverableWaitRow({ id: `${ID}${at}`, name: project.name, client: project.client }, wait, { link: LINK }, locale) ??
  [];

/** The overview of approvals as full as it can be, and of somebody for whom there is nothing. */
function overviews(project: Project, filler: string, locale: Locale): Shown[] {
  const named = (at: number) => ({ id: `${ID}${at}`, name: project.name, client: project.client.name });
  const fullest = (wait: Wait): OverviewShown => ({
    pages: { mine: 1, theirs: 1 },
    mine: {
      rows: times(BOUNDS.waitsProjects, (at) => ({
        project: named(at),
        waits: times(BOUNDS.waitsOfProject, (of) => rowsOf(project, at, { ...wait, about: `${ID}.${of}` }, locale)),
        more: 99,
      })),
      ...{ size: BOUNDS.waitsProjects, count: 200 },
    },
    theirs: {
      rows: times(BOUNDS.awaitedProjects, (at) => ({
        project: named(at),
        awaited: times(BOUNDS.awaitedOfOne, (of) => {
          const one = longestAwaited(filler, 'decide');
          const subject = { kind: 'deliverable', id: `d${of}` };
          return { ...one, awaited: { ...one.awaited, subject }, mayRemind: true };
        }),
        more: 99,
      })),
      ...{ size: BOUNDS.awaitedProjects, count: 200 },
    },
    isDone: true,
  });
  const none = { rows: [], size: 1, count: 0 };
  const kinds = ['check', 'review'] as const;
  const inside = kinds.map((is) => ({ ...longestAwaited(filler, is), mayRemind: false }));
  const rows = [{ project: named(0), awaited: inside, more: 0 }];
  const first = { pages: { mine: 0, theirs: 0 }, isDone: false };
  return [
    ...longestWaits(filler).map((wait) => opens(`overview ${wait.kind}`, overviewModal(fullest(wait), locale))),
    opens('overview, empty', overviewModal({ ...first, mine: none, theirs: none }, locale)),
    opens('overview of a guest', overviewModal({ ...first, mine: none, theirs: null }, locale)),
    opens('overview, inside', overviewModal({ ...first, mine: none, theirs: { rows, size: 1, count: 1 } }, locale)),
  ];
}

/** As many approved versions as a project has, each with everything at its longest. */
function finals(project: Project, filler: string, locale: Locale): Shown[] {
  const deliverable = longestDeliverable(filler, 'checking');
  const { name, kind, items, criteria, estimate } = deliverable;
  const version = {
    ...({ number: 8, hash: 'a'.repeat(64), language: 'en', sentAt: AT, sentBy: ana.id, reach: 'outside' } as const),
    ...{ name, kind, items, criteria, estimate, contents: longestContents(filler), round: 1, rounds: 1 },
  };
  const by = times(5, () => ({ ...ana, name: filled(filler, PERSON_NAME) }));
  const final = { deliverable, number: 8, hash: 'a'.repeat(64), at: AT, by, version };
  const without = { ...final, deliverable: { ...deliverable, rights: null, draft: null }, by: [], version: null };
  return [
    opens(
      'finalModal',
      finalModal(
        project,
        times(BOUNDS.projectDeliverables, () => ({ final, link: LINK })),
        locale,
      ),
    ),
    opens('finalModal, little known', finalModal(project, [{ final: without, link: null }], locale)),
    opens('finalModal, empty', finalModal(project, [], locale)),
  ];
}

/** That usage rights end, of as many deliverables as are brought up at once. */
function rights(project: Project, filler: string, locale: Locale): Shown[] {
  const calendar = plainCalendar('Asia/Shanghai');
  const context = { now: NOW, team: calendar, client: calendar, of: () => calendar, snoozedUntil: () => null };
  const deliverable = longestDeliverable(filler, null);
  const ending = deliverable.rights && { ...deliverable.rights, until: '2027-09-30' };
  const with1 = { ...project, deliverables: [{ ...deliverable, rights: ending }] };
  const brought = rightsNudges(with1, context).flatMap((nudge) => {
    const shown = rightsNudge(with1, nudge, locale);
    return shown ? [{ key: nudge.key, nudge, project: with1, shown }] : [];
  });
  const [one] = brought;
  return one
    ? [
        shows(
          'nudgesMessage, rights',
          nudgesMessage(
            times(5, () => one),
            9,
            locale,
          ),
        ),
      ]
    : [];
}

/** What waits because of deliverables and what is waited for, wherever it is shown; and what is approved. */
export const ofApprovals = (project: Project, filler: string, locale: Locale): Shown[] => [
  ...overviews(project, filler, locale),
  ...finals(project, filler, locale),
  ...rights(project, filler, locale),
  ...longestWaits(filler).map((wait): Shown => {
    const rows = times(BOUNDS.waitsOnHome, (at) => waitRow(filler, rowsOf(project, at, wait, locale)));
    return { name: `homeView ${wait.kind}`, is: 'home', view: homeView(fullestHome(rows, filler), locale) };
  }),
];
