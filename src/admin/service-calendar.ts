import type { Asked } from '../io/answers.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { dayIn } from '../kit/calendar.ts';
import { listed } from '../kit/i18n.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Settings, WorkTerms } from '../kit/settings.ts';
import type { ProjectDeps } from '../project/service.ts';
import { type CalendarRefusals, CLIENTS_NAMED } from './model-calendar.ts';
import type { SettingsRefusals } from './model-settings.ts';
import {
  type CalendarMarks,
  changeCalendar,
  type Company,
  type GivenTerms,
  readTerms,
  termsOf,
} from './rules-calendar.ts';
import { decideSettings, forAdministrators } from './service-settings.ts';
import type { CalendarsShown, CompanyShown } from './views-calendar.ts';
import type { CalendarFormShown, TermsShown } from './views-calendar-form.ts';

type Deps = Pick<ProjectDeps, 'settings' | 'people' | 'archive' | 'lists' | 'store' | 'later' | 'calendars' | 'posts'>;

const refuse = refuser<CalendarRefusals & SettingsRefusals>();

type Client = { id: string; name: string };

/** The overview: at once, and again with what is worked out first (what places are called, which holidays come next). */
export type Overview = { shown: CalendarsShown; worked: () => Promise<CalendarsShown> };

/** When the agency and its clients work, for an administrator. */
export const openCalendars = (deps: Deps, asked: Asked): Promise<Overview | Refusal> =>
  forAdministrators(deps, asked, async (settings) =>
    overview(deps, asked, { settings, clients: await clientsOf(deps, asked) }),
  );

const clientsOf = async ({ archive }: Deps, { workspace }: Asked): Promise<Client[]> =>
  archive.clientList(workspace, BOUNDS.clientsChosen);

/** When one company works, to be changed by an administrator. @param client null for the agency */
export const openCalendarOf = (deps: Deps, asked: Asked, client: string | null): Promise<CalendarFormShown | Refusal> =>
  forAdministrators(deps, asked, async (settings) => {
    const company = await companyOf(deps, asked, client);
    return isRefusal(company) ? company : { company, ...(await shownTerms(deps, termsOf(settings, client))) };
  });

async function companyOf({ archive }: Deps, { workspace }: Asked, id: string | null): Promise<Company | Refusal> {
  if (id === null) return null;
  const name = await archive.clientName(workspace, id);
  return name === null ? refuse('settings.clientGone', {}) : { id, name };
}

/** Terms, with what their region is called: as they are shown. */
export const shownTerms = async ({ calendars }: Deps, terms: WorkTerms): Promise<TermsShown> => ({
  terms,
  region: terms.region === null ? null : await calendars.regionName(terms.region),
});

/** Reads what was entered for when a company works. */
export async function readGivenTerms(
  { calendars }: Deps,
  asked: Asked,
  given: GivenTerms & { region: string | null },
): Promise<WorkTerms | Refusal> {
  const reading = given.region === null ? null : await calendars.readRegion(given.region);
  if (reading?.is === 'unclear') {
    const nearest = reading.nearest.map(({ code, name }) => `${name[asked.locale]} (${code})`);
    return nearest.length === 0
      ? refuse('calendar.regionUnknown', {}, { at: 'region' })
      : refuse('calendar.regionUnclear', { nearest: listed(nearest, asked.locale) }, { at: 'region' });
  }
  return readTerms(given, reading?.region.code ?? null, dayIn(asked.zone, asked.now));
}

export type SavingCalendar = { client: string | null; entered: WorkTerms; opened: CalendarMarks };

/** Settles when a company works, and gives the overview as it is then. */
export async function saveCalendar(
  deps: Deps,
  asked: Asked,
  { client, entered, opened }: SavingCalendar,
): Promise<Overview | Refusal> {
  // At once, and none of it after the save: whoever waits for an answer waits for two reads, one after the other.
  const [company, clients] = await Promise.all([companyOf(deps, asked, client), clientsOf(deps, asked)]);
  if (isRefusal(company)) return { ...company, at: 'region' };
  const settings = await decideSettings(deps, asked, (current, { id: by }) =>
    changeCalendar(current, { company, entered, opened, by }, asked.now),
  );
  return isRefusal(settings) ? settings : overview(deps, asked, { settings, clients, saved: company });
}

/** The posts of all projects are planned anew: they come on the agency's working days. Those of a client change none of them. */
export const calendarFollows = async ({ posts }: Deps, { workspace }: Asked, client: string | null): Promise<void> =>
  client === null ? posts.replan(workspace, 'all') : undefined;

type Overseen = { settings: Settings; clients: readonly Client[]; saved?: Company };

/** The data of all countries takes a while when it is needed first, and nobody waits for it with three seconds running. */
function overview(deps: Deps, asked: Asked, seen: Overseen): Overview {
  const all = (seen.settings.clientCalendars ?? []).toSorted((a, b) => (a.client.name < b.client.name ? -1 : 1));
  const plainly = (company: Company): CompanyShown => ({
    company,
    terms: termsOf(seen.settings, company?.id ?? null),
    region: null,
    coming: null,
  });
  const shown = {
    ours: plainly(null),
    saved: seen.saved === undefined ? null : plainly(seen.saved),
    clients: seen.clients,
    settled: all.map(({ client, terms }) => ({ company: client, terms, region: null })),
    revision: seen.settings.revision,
  };
  return { shown, worked: () => workedOut(deps, asked, shown) };
}

async function workedOut(deps: Deps, asked: Asked, shown: CalendarsShown): Promise<CalendarsShown> {
  const company = async (one: CompanyShown): Promise<CompanyShown> => {
    const calendar = await deps.calendars.of(one.terms, asked.zone);
    const coming = { calendar, today: dayIn(calendar.zone, asked.now) };
    return { ...one, ...(await shownTerms(deps, one.terms)), coming };
  };
  // Of no more than are named the region has to be looked up.
  const named = shown.settled
    .slice(0, CLIENTS_NAMED)
    .map(async (one) => ({ ...one, ...(await shownTerms(deps, one.terms)) }));
  const [ours, saved, settled] = await Promise.all([
    company(shown.ours),
    shown.saved && company(shown.saved),
    Promise.all(named),
    // Whoever sees this types a place next: it is to be read without a wait.
    deps.calendars.readRegion(''),
  ]);
  return { ...shown, ours, saved, settled: [...settled, ...shown.settled.slice(CLIENTS_NAMED)] };
}
