import type { z } from 'zod';
import type { Aggregate, Wait } from '../kit/aggregate.ts';
import { earliestOf } from '../kit/earliest.ts';
import type { Listed } from '../kit/listed.ts';
import type { AnyCatalogue } from '../kit/i18n.ts';
import type { DailyPosts } from '../kit/posts.ts';
import type { Following } from '../kit/rows.ts';
import { makeAbsences } from './absences.ts';
import { type Background, makeBackground } from './background.ts';
import { makeCalendars } from './calendars.ts';
import { makeArchive } from './archive.ts';
import { deadline } from './deadline.ts';
import type { Deps } from './deps.ts';
import { documentReader } from './documents.ts';
import { errorDoor, wordingOf } from './failures.ts';
import { fetchFile, makeFiles } from './files.ts';
import type { Installation } from './installation.ts';
import { AFTER_ACK_MS } from './listening.ts';
import { makeExports } from './exports.ts';
import { makeHomes } from './homes.ts';
import { makeLists } from './lists.ts';
import { makeDigests } from './digests.ts';
import { makeLooks } from './looks.ts';
import { makeNudges } from './nudges.ts';
import { makePeople } from './people.ts';
import { makePosts } from './posts.ts';
import { LONG, makePrinter } from './pdf.ts';
import { inTurn } from './queue.ts';
import { type Clients, tellPrivately } from './slack.ts';
import { makeSettings } from './settings.ts';
import { makeSources } from './sources.ts';
import { makeStore } from './store.ts';
import type { Watch } from './watch.ts';
import type { World } from './world.ts';

/** What a listing says of its projects. */
type Projects<P> = {
  schema: z.ZodType<P>;
  waits: readonly ((project: P) => Wait[])[];
  summarise: (project: P) => Listed;
  follows: (before: P | null, after: P, now: Date) => Following;
  posts: DailyPosts<P>;
  due: readonly ((project: P) => Date | null)[];
  goesOn: (project: P) => boolean;
  words: readonly AnyCatalogue[];
};

/** The earliest of what is due; null where nothing is. */
export const earliest =
  <P>(due: readonly ((project: P) => Date | null)[]) =>
  (project: P): Date | null =>
    earliestOf(due.map((of) => of(project)));

/** Files at a time, from asking Slack for one to its text: each may be 5 MB in memory, and one that Slack is slow with stops no other. */
const FILES_AT_ONCE = 4;

/** What use cases work with, in one workspace. */
export function makeDeps<P extends Aggregate>(
  listing: Projects<P>,
  world: World & { watch: Watch; planned: () => void; background?: Background },
  clients: Clients,
  { url, name: agency, workspace, botUser }: Pick<Installation, 'url' | 'name' | 'workspace' | 'botUser'>,
): Deps<P> {
  const { db, newId, newSalt, now, watch, planned, log, administrators } = world;
  const waits = (project: P) => listing.waits.flatMap((of) => of(project));
  const { schema, summarise, follows, posts } = listing;
  // Whatever was changed may have changed what is due: worked out anew, with calendars, by the sweep.
  const due = (project: P, at: Date) => (listing.goesOn(project) ? at : earliest(listing.due)(project));
  const settings = makeSettings({ db, workspace, administrators, newId, planned });
  const people = makePeople({ db, clients, newId, now });
  const read = documentReader();
  const turn = inTurn(FILES_AT_ONCE);
  const door = errorDoor(wordingOf(listing.words), log, newId);
  return {
    agency,
    store: makeStore({ db, schema, waits, summarise, follows, due, posts: posts.has, newId, newSalt, watch, planned }),
    posts: makePosts({ db, now }),
    exports: makeExports(db, now),
    inBackground: (world.background ?? makeBackground()).begin,
    printLong: makePrinter(world.font, LONG),
    archive: makeArchive(db, url),
    lists: makeLists({ db, schema, waits, summarise }),
    homes: makeHomes(db),
    people,
    absences: makeAbsences(db),
    looks: makeLooks({ db, clients, people, now }),
    sources: makeSources(db, now),
    settings,
    calendars: makeCalendars({ settings, now }),
    nudges: makeNudges({ db, newId, watch, planned }),
    digests: makeDigests({ db, log, schema }),
    files: makeFiles({ ...world, clients, botUser }),
    readFile: (file) =>
      turn(async () => {
        const fetched = await fetchFile({ ...world, clients }, file);
        if (fetched.is === 'refused') return fetched;
        const reading = await read(fetched);
        return reading.is === 'read' ? { ...reading, name: fetched.name } : reading;
      }),
    wentWrong: (error, where, locale) => door.error(error, { where, decides: true }, locale),
    newId,
    later: (handling) => ({ ...handling, deadline: deadline(AFTER_ACK_MS) }),
    tell: (to, what) => tellPrivately(clients, to, what),
  };
}
