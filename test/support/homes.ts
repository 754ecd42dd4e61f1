import type { KnownBlock } from '@slack/types';
import type { AwaitedShown } from '../../src/approval/views-awaited.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { type Awaited, type Listed, LISTED_FORM } from '../../src/kit/listed.ts';
import { NO_FILTERS } from '../../src/home/model.ts';
import type { HomeShown, WaitRow } from '../../src/home/views.ts';
import { filled } from './hostile.ts';

const AT = '2026-11-30T01:00:00.000Z';
const LINK = `https://agency.slack.com/archives/C0123456789/p1790000000000000?thread_ts=1790000000.000000&cid=C0123456789`;

/** What a list says of a project, with every name at its longest. */
function longestListed(filler: string, more: Partial<Listed> = {}): Listed {
  const [name, client] = [filled(filler, BOUNDS.projectName), filled(filler, BOUNDS.clientName)];
  const manager = { key: 'TAGENCY:UANA', id: 'ana', name: filled(filler, 80) };
  return {
    form: LISTED_FORM,
    name,
    client: { id: 'c1', name: client },
    language: 'en',
    parent: name,
    stage: 'evaluation',
    life: 'live',
    end: null,
    wantedOn: '2027-12-14',
    startedAt: AT,
    managers: [manager, manager, manager],
    runs: [],
    helps: [],
    directs: [],
    clients: [],
    awaitsSince: AT,
    awaited: [],
    awaitedBy: [],
    awaitedSince: null,
    requests: 50,
    vacancies: 99,
    health: 'offTrack',
    isHeld: true,
    order: '',
    sort: '',
    released: {
      name,
      client,
      language: 'en',
      stage: 'evaluation',
      life: 'live',
      agreed: { kind: 'evaluationReport', named: null, version: 200, at: AT, see: 'card:1' },
      channel: 'CCLIENT',
    },
    ...more,
  };
}

/** A project in which as much waits as is shown of one, each thing worded by these blocks. */
export const waitRow = (filler: string, blocks: readonly KnownBlock[]): WaitRow => ({
  project: filled(filler, BOUNDS.projectName),
  client: filled(filler, BOUNDS.clientName),
  since: AT,
  waits: Array.from({ length: BOUNDS.waitsOfOne }, (_, at) => blocks.map((block) => again(block, at))),
  more: 98,
});

/** Somebody who is not on Slack, with a name as long as one can be. */
const outsider = (filler: string) => ({ person: null, name: filled(filler, 80) });

/** What is awaited, with as many people as are named and every text at its longest. */
export const longestAwaited = (filler: string, is: Awaited['is']): AwaitedShown => ({
  awaited: {
    is,
    subject: { kind: 'deliverable', id: 'd1' },
    named: filled(filler, BOUNDS.deliverableName),
    version: 200,
    who: [],
    ...{ count: 20, since: AT, due: AT, maker: null, see: null },
  },
  who: Array.from({ length: 5 }, () => outsider(filler)),
  link: LINK,
});

/** A project in which as much is awaited as is shown of one. */
const awaitedRow = (filler: string) => ({
  project: { name: filled(filler, BOUNDS.projectName), client: filled(filler, BOUNDS.clientName) },
  awaited: Array.from({ length: BOUNDS.awaitedLines }, () => longestAwaited(filler, 'decide')),
  more: 20,
});

/** The same block under another id: a view takes none twice. */
const again = (block: KnownBlock, at: number): KnownBlock =>
  block.block_id === undefined ? block : { ...block, block_id: `${block.block_id}#${at}` };

/** App Home with everything that it can show at once, each list with a page before and one after. */
export function fullestHome(rows: readonly WaitRow[], filler: string): HomeShown {
  const page = (size: number) => ({ page: 1, size, count: size * 20 });
  const many = <T>(size: number, of: (index: number) => T): T[] =>
    Array.from({ length: size }, (_, index) => of(index));
  const list = longestListed(filler);
  const waits = { mine: 98, others: 99 };
  const chosen = { client: 'c1', stage: 'intake', life: 'live', manager: 'UANA', only: 'needsCare' } as const;
  const clients = many(BOUNDS.clientsChosen, (index) => ({ id: `c${index}`, name: list.client.name }));
  return {
    waits: { rows, page: page(BOUNDS.waitsOnHome) },
    awaited: { rows: many(BOUNDS.awaitedOnHome, () => awaitedRow(filler)), page: page(BOUNDS.awaitedOnHome) },
    mine: {
      lines: many(BOUNDS.projectsOnHome, () => ({ list, link: LINK, waits })),
      page: page(BOUNDS.projectsOnHome),
    },
    portfolio: {
      lines: many(BOUNDS.projectsOnHome, () => ({ list, link: LINK, waits: null })),
      page: page(BOUNDS.projectsOnHome),
      counts: { live: 200, onHold: 200, ended: 2000 },
      chosen,
      clients,
    },
    theirs: {
      lines: many(BOUNDS.theirsOnHome, (index) => ({ project: `p${index}`, released: list.released, link: LINK })),
      page: page(BOUNDS.theirsOnHome),
    },
    startId: 'project.start',
    isAdministrator: true,
  };
}

const NO_PAGE = { page: 0, size: 1, count: 0 };

/** App Home of somebody for whom there is nothing. */
const emptyHome = (more: Partial<HomeShown> = {}): HomeShown => ({
  waits: { rows: [], page: NO_PAGE },
  awaited: null,
  mine: null,
  portfolio: null,
  theirs: null,
  startId: null,
  isAdministrator: false,
  ...more,
});

/** App Homes of other states: of whoever has nothing in any list, and with one project of every life and end. */
export function otherHomes(filler: string): { name: string; shown: HomeShown }[] {
  const none = { lines: [], page: NO_PAGE };
  const ends = ['completed', 'lost', 'cancelled', 'merged'] as const;
  const states: Partial<Listed>[] = [
    { life: 'live', stage: null, wantedOn: null, managers: [], isHeld: false },
    { life: 'onHold' },
    { life: 'ended', end: null },
    ...ends.map((end) => ({ life: 'ended', end }) as const),
  ];
  const lists = states.map((state) => longestListed(filler, state));
  const page = { ...NO_PAGE, size: lists.length, count: lists.length };
  const counts = { live: 0, onHold: 0, ended: 0 };
  const narrowed = { counts, chosen: NO_FILTERS, clients: [] };
  return [
    { name: 'empty', shown: emptyHome({ startId: 'project.start' }) },
    { name: 'of a guest', shown: emptyHome() },
    {
      name: 'of an administrator, without projects',
      shown: emptyHome({ mine: none, portfolio: { ...none, ...narrowed }, isAdministrator: true }),
    },
    {
      name: 'with every life',
      shown: emptyHome({
        mine: { lines: lists.map((list) => ({ list, link: null, waits: { mine: 0, others: 0 } })), page },
        theirs: {
          lines: lists.map(({ released, life }, at) => ({
            project: `p${at}`,
            released: { ...released, life, agreed: null, channel: null },
            link: null,
          })),
          page,
        },
      }),
    },
  ];
}
