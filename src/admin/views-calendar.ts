import type { KnownBlock, RichTextElement } from '@slack/types';
import {
  bold,
  button,
  buttons,
  context,
  divider,
  type Modal,
  modal,
  rich,
  run,
  section,
  warning,
} from '../kit/blocks.ts';
import { type Day, zoneName } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { select } from '../kit/selects.ts';
import type { WorkTerms } from '../kit/settings.ts';
import { minuteInWords } from '../kit/times.ts';
import type { DayName, WorkCalendar } from '../kit/work-days.ts';
import { CALENDAR_IDS, CLIENTS_NAMED, WEEKDAYS } from './model-calendar.ts';
import { settingsValue } from './model-settings.ts';
import { type Company, nextDays, type SpecialDays, unknownYears } from './rules-calendar.ts';
import { calendarWords } from './words-calendar.ts';

type Client = { id: string; name: string };

/** When a company works: as it is settled, and what follows from it. */
export type CompanyShown = {
  company: Company;
  terms: WorkTerms;
  /** What its region is called; null where it keeps no public holidays, and where that is still to be looked up. */
  region: DayName | null;
  /** What follows, and the day that it is there; null where it is still to be worked out. */
  coming: { calendar: WorkCalendar; today: Day } | null;
};

export type CalendarsShown = {
  ours: CompanyShown;
  /** Whose working days were just saved; null where nobody's were. */
  saved: CompanyShown | null;
  /** Of whom one can be chosen. */
  clients: readonly Client[];
  /** Clients that have working days of their own. */
  settled: readonly Pick<CompanyShown, 'company' | 'terms' | 'region'>[];
  revision: number;
};

/** Holidays to come. */
const NEXT = 5;

/** When the agency and its clients work, read back from what was saved, and the ways to change it. */
export function calendarsModal({ ours, saved, clients, settled, revision }: CalendarsShown, locale: Locale): Modal {
  const words = calendarWords.in(locale);
  const more = settled.length - CLIENTS_NAMED;
  const options = clients.map(({ id, name }) => ({ value: id, text: name }));
  const choice: KnownBlock = {
    type: 'actions',
    block_id: `settings.calendarClients.${revision}`,
    elements: [select({ id: CALENDAR_IDS.client, placeholder: words.chooseClient(), options, chosen: null })],
  };
  return modal({
    id: CALENDAR_IDS.open,
    title: words.title(),
    close: words.close(),
    blocks: [
      ...(saved ? [section(`*${words.saved()}*`)] : []),
      ...(saved?.company ? [...companyBlocks(saved, locale), divider()] : []),
      section(words.intro()),
      ...companyBlocks(ours, locale),
      buttons('settings.calendarOurs', [
        button({ id: CALENDAR_IDS.ours, text: words.change(), value: settingsValue.encode({}) }),
      ]),
      divider(),
      rich(bold(words.clients())),
      ...(clients.length > 0 ? [choice] : [section(words.noClients())]),
      ...settled.slice(0, CLIENTS_NAMED).map((one) => settledLine(one, locale)),
      ...(more > 0 ? [context(words.moreClients({ count: more }))] : []),
      context(words.clientsIntro()),
    ],
  });
}

/** One company: what is settled, which special days come next, and what is not known yet. */
function companyBlocks({ company, terms, region, coming }: CompanyShown, locale: Locale): KnownBlock[] {
  const words = calendarWords.in(locale);
  const title = company ? words.ofClient({ client: company.name }) : words.ours();
  return [
    rich(bold(title), run(`\n${regionLine(terms, region, locale)}\n${hoursLine(terms, locale)}`)),
    ...(coming ? comingBlocks(coming, locale) : []),
  ];
}

function comingBlocks({ calendar, today }: NonNullable<CompanyShown['coming']>, locale: Locale): KnownBlock[] {
  const words = calendarWords.in(locale);
  const next = nextDays(calendar, today, NEXT).map((one) => run(`\n• ${specialDay(one, locale)}`));
  const lines: RichTextElement[] = next.length === 0 ? [run(words.nothingNext())] : [run(words.next()), ...next];
  return [
    rich(...lines),
    ...unknownYears(calendar, today).map((year) => warning(words.unknownYear({ year: String(year) }))),
  ];
}

const regionLine = ({ region: code }: WorkTerms, name: DayName | null, locale: Locale): string => {
  const words = calendarWords.in(locale);
  return code === null ? words.noRegion() : words.region({ region: name?.[locale] ?? code, code });
};

function hoursLine({ weekdays, fromMinute, toMinute, zone }: WorkTerms, locale: Locale): string {
  const words = calendarWords.in(locale);
  return words.hours({
    days: weekdaysInWords(weekdays, locale),
    from: minuteInWords(fromMinute),
    to: minuteInWords(toMinute),
    zone: zone ? `${zoneName(zone, locale)} (${zone})` : words.ownZone(),
  });
}

/** "Monday to Friday", "Sunday to Thursday": a week goes round. Days apart from each other are listed. */
export function weekdaysInWords(weekdays: readonly number[], locale: Locale): string {
  const words = calendarWords.in(locale);
  const called = (weekday: number) => {
    const id = WEEKDAYS[weekday - 1];
    return id ? words[`weekdays.${id}`]() : '';
  };
  const before = (weekday: number) => ((weekday + 5) % 7) + 1;
  const firsts = weekdays.filter((one) => !weekdays.includes(before(one)));
  const lasts = weekdays.filter((one) => !weekdays.includes((one % 7) + 1));
  const [from, to] = [firsts[0], lasts[0]];
  const isRun = from !== undefined && to !== undefined && firsts.length === 1 && weekdays.length > 2;
  return isRun ? words.range({ from: called(from), to: called(to) }) : listed(weekdays.map(called), locale);
}

function specialDay({ from, to, name, is }: SpecialDays, locale: Locale): string {
  const words = calendarWords.in(locale);
  const day =
    from === to
      ? dayInWords(from, locale)
      : words.range({ from: dayInWords(from, locale), to: dayInWords(to, locale) });
  const called = name[locale];
  if (is === 'off') return called ? words.nextOff({ day, name: called }) : words.nextOffUnnamed({ day });
  return called ? words.nextWorked({ day, name: called }) : words.nextWorkedUnnamed({ day });
}

function settledLine({ company, terms, region }: CalendarsShown['settled'][number], locale: Locale): KnownBlock {
  const when = `${regionLine(terms, region, locale)}; ${hoursLine(terms, locale)}`;
  return rich(...phrase(calendarWords.in(locale).clientLine, { client: bold(company?.name ?? ''), when: run(when) }));
}
