import { calendarMarks } from '../../src/admin/rules-calendar.ts';
import { OWN_DAYS } from '../../src/admin/rules-own-days.ts';
import { calendarsModal, type CompanyShown } from '../../src/admin/views-calendar.ts';
import { calendarFormModal } from '../../src/admin/views-calendar-form.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Modal } from '../../src/kit/blocks.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { type OwnDay, PLAIN_TERMS, type WorkTerms } from '../../src/kit/settings.ts';
import type { DayName, WorkCalendar } from '../../src/kit/work-days.ts';
import { dayRemarks } from '../../src/project/views-days.ts';
import { dayAfter } from './arbitraries-calendars.ts';
import { filled } from './hostile.ts';

const TODAY = '2026-11-23';
/** As long as any place of the data is called. */
const REGION: DayName = { en: 'X'.repeat(90), zh: '某'.repeat(60) };

function fullestTerms(filler: string): WorkTerms {
  const days = Array.from({ length: OWN_DAYS.most }, (_, at): OwnDay => {
    const is = at % 2 === 0 ? 'off' : 'working';
    return { on: dayAfter(TODAY, at), is, name: filled(filler, OWN_DAYS.name) };
  });
  const zone = 'America/Argentina/ComodRivadavia';
  return { region: 'GB-ENG', zone, weekdays: [1, 3, 5, 6, 7], fromMinute: 1, toMinute: 1439, days };
}

function companyOf(terms: WorkTerms, name: string | null): CompanyShown {
  const named = (is: OwnDay['is']) =>
    new Map(terms.days.filter((day) => day.is === is).map(({ on, name: called }) => [on, { en: called, zh: called }]));
  const [off, working] = [named('off'), named('working')];
  const calendar: WorkCalendar = { ...terms, zone: 'utc', off, working, knownUntil: 2025 };
  return {
    company: name === null ? null : { id: 'c0', name },
    terms,
    region: terms.region ? REGION : null,
    coming: { calendar, today: TODAY },
  };
}

/** Every form of the working days, with everything in it at its longest. */
export function ofWorkingDays(filler: string, locale: Locale): { name: string; is: 'modal'; view: Modal }[] {
  const terms = fullestTerms(filler);
  const long = filled(filler, BOUNDS.clientName);
  const [ours, theirs] = [companyOf(terms, null), companyOf(terms, long)];
  const clients = Array.from({ length: BOUNDS.clientsChosen }, (_, at) => ({ id: `c${at}`, name: long }));
  const settled = clients.map((company) => ({ company, terms, region: REGION }));
  const plain = companyOf(PLAIN_TERMS, null);
  const none = { clients: [], settled: [], revision: 0 };
  const typed = { terms: { ...PLAIN_TERMS, days: terms.days }, region: null, opened: calendarMarks(terms) };
  const now = { ...terms, days: terms.days.slice(1), zone: null, weekdays: [2] };
  return [
    ['calendarsModal', calendarsModal({ ours, saved: theirs, clients, settled, revision: 7 }, locale)] as const,
    [
      'calendarsModal at once',
      calendarsModal({ ours: { ...ours, coming: null }, saved: null, ...none }, locale),
    ] as const,
    ['calendarsModal blank', calendarsModal({ ours: plain, saved: null, ...none }, locale)] as const,
    ['calendarFormModal', calendarFormModal({ company: theirs.company, terms, region: REGION }, locale)] as const,
    ['calendarFormModal ours', calendarFormModal({ company: null, terms: PLAIN_TERMS, region: null }, locale)] as const,
    [
      'calendarFormModal clashed',
      calendarFormModal({ company: theirs.company, terms: now, region: REGION, typed }, locale),
    ] as const,
  ].map(([name, view]) => ({ name, is: 'modal', view }));
}

/** As much as is ever said of one day. */
export function longestRemarks(filler: string, locale: Locale): string[] {
  const day = (name: string): WorkCalendar => ({
    ...PLAIN_TERMS,
    zone: 'utc',
    working: new Map(),
    knownUntil: 2025,
    off: new Map([[TODAY, { en: filled(filler, OWN_DAYS.name), zh: name }]]),
  });
  return dayRemarks({ team: day(filled(filler, OWN_DAYS.name)), client: day('') }, TODAY, locale);
}
