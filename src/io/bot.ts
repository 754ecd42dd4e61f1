import { App, type Receiver } from '@slack/bolt';
import type { View } from '@slack/types';
import type { Aggregate, Wait } from '../kit/aggregate.ts';
import type { Message } from '../kit/blocks.ts';
import type { AnyCatalogue } from '../kit/i18n.ts';
import type { Listed } from '../kit/listed.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import type { Following } from '../kit/rows.ts';
import type { Archive } from './archive.ts';
import { makeBackground } from './background.ts';
import type { ClockJob } from './agenda.ts';
import type { Deps } from './deps.ts';
import { type DrawFile, drawFilesWith } from './drawing.ts';
import { jobsOf, type Timed } from './bot-jobs.ts';
import { errorDoor, wordingOf } from './failures.ts';
import { ownWork } from './handling.ts';
import { type Installation, installation } from './installation.ts';
import { listen } from './listen.ts';
import { type Entries, wantedBy } from './listening.ts';
import { boltLogger } from './log.ts';
import { makeDeps } from './make-deps.ts';
import { personFromKey, type Row } from './outbox.ts';
import { makePrinter } from './pdf.ts';
import { inbox } from './received.ts';
import { durable, replayOpen, type WorkspaceOf } from './receiver.ts';
import { makeSender, type Sender } from './sender.ts';
import type { Draw } from './sender-parts.ts';
import { type Clients, makeClients, tellPrivately } from './slack.ts';
import { keepFresh } from './settings.ts';
import { makeChoices } from './choices.ts';
import type { Voice } from './speak.ts';
import type { Handling } from './handling.ts';
import { nobodyWatches } from './watch.ts';
import type { World } from './world.ts';

/** Draws one card of a project; null where there is nothing to show. */
export type DrawCard<P extends Aggregate> = (ask: {
  project: P;
  /** Which one, where a project has several of the kind. */
  about: string;
  locale: Locale;
  deps: Deps<P>;
}) => Promise<Message | null>;

/** What the table of contents lists. */
export type Listing<P extends Aggregate> = Entries<Deps<P>> &
  Timed<P> & {
    cards: Readonly<Record<string, DrawCard<P>>>;
    /** Files that are sent, by the kind of their subject. */
    files: Readonly<Record<string, DrawFile<P>>>;
    home: (deps: Deps<P>, reader: { workspace: string; person: Person; locale: Locale }) => Promise<View>;
    waits: readonly ((project: P) => Wait[])[];
    /** What lists say of a project; worked out at every save, so that they read nothing else of it. */
    summarise: (project: P) => Listed;
    /** What is to be drawn again because of what changed, whoever changed it; the first state is null for a new project. */
    follows: (before: P | null, after: P, now: Date) => Following;
    /** Every feature's sentences: refusals are worded from them by their code. */
    words: readonly AnyCatalogue[];
    onUndelivered: (deps: Deps<P>, handling: Handling, row: Row) => Promise<void>;
    /** Slack refused to post in a channel, as if it were closed. */
    onClosed: (deps: Deps<P>, handling: Handling, channel: string) => Promise<void>;
  };

export type Bot = {
  app: App;
  sender: Sender;
  workspace: string;
  /** What happens by the clock; Agenda runs these. */
  jobs: readonly ClockJob[];
  /** Takes up events that were saved but not handled. @returns how many. */
  replay: (now: Date) => Promise<number>;
  /** Settles when every delivery that has arrived is handled to its end, and what goes on after it. */
  settled: () => Promise<void>;
  /** Once nothing arrives any more: lets what is being handled and sent come to its end. */
  stop: () => Promise<void>;
};

/** Connects a listing to Slack and MongoDB. The receiver is not started here: whoever calls this says when. */
export async function makeBot<P extends Aggregate>(listing: Listing<P>, given: World): Promise<Bot> {
  const world = { watch: nobodyWatches, ...given };
  const clients = makeClients({
    token: world.token,
    log: world.log,
    ...(world.apiUrl ? { apiUrl: world.apiUrl } : {}),
    ...(world.fetch ? { fetch: world.fetch } : {}),
  });
  const installed = await installation(clients, { token: world.token, wait: world.wait });
  // Whoever is woken before the acknowledgement begins after it: what is between the two waits for nobody.
  const planned = () => void setImmediate(() => sender.wake());
  const background = makeBackground();
  const deps = makeDeps(listing, { ...world, planned, background }, clients, installed);
  await deps.settings.refresh();
  const language = () => deps.settings.now().language ?? world.language;
  const sender = makeSender({
    ...world,
    language,
    clients,
    installation: installed,
    people: deps.people,
    draw: drawWith(listing, deps),
    drawFile: drawFilesWith(listing.files, { deps, agency: installed.name, print: makePrinter(world.font) }),
    fetch: world.fetch ?? globalThis.fetch,
    onUndelivered: (row) =>
      listing.onUndelivered(deps, ownWork(installed.workspace, world.now(), undelivered(row)), row),
    onClosed: (channel) => listing.onClosed(deps, ownWork(installed.workspace, world.now(), null), channel),
  });
  const events = inbox(world.db);
  const workspaceOf: WorkspaceOf = (candidates, postedBy) =>
    postedBy === installed.botId || candidates.includes(installed.workspace) ? installed.workspace : undefined;
  const wants = wantedBy(listing.events);
  const receiver = durable(world.receiver, { ...world, inbox: events, wants, workspaceOf });
  const app = makeApp(receiver, installed, world);
  const voice = makeVoice(listing, world, clients, deps.archive, installed.workspace);
  const { people, settings } = deps;
  const { administrators } = settings;
  listen(app, listing, { ...world, language, administrators, deps, voice, people, inbox: events, workspaceOf });
  const keeping = keepFresh(settings, world);
  const replay = async (now: Date) => replayOpen(app, await events.stale(installed.workspace, now));
  return {
    app,
    sender,
    workspace: installed.workspace,
    replay,
    jobs: jobsOf(listing, deps, {
      ...world,
      workspace: installed.workspace,
      events,
      replay,
      wake: () => sender.wake(),
    }),
    settled: () => receiver.settled().then(background.settled),
    stop: async () => {
      keeping.stop();
      await receiver.settled();
      await sender.stop();
    },
  };
}

/** A row may be reported more than once after a crash; it counts once for each state that could not be shown. */
const undelivered = (row: Row): string => `undelivered:${row._id}:${row.kind === 'card' ? row.wants : 0}`;

function drawWith<P extends Aggregate>(listing: Listing<P>, deps: Deps<P>): Draw {
  return async ({ kind, project: id, about }, { locale, workspace }) => {
    if (kind === 'home') return listing.home(deps, { workspace, person: personFromKey(about ?? ''), locale });
    const draw = listing.cards[kind];
    if (!draw) throw new Error(`nobody draws a card of the kind ${kind}`);
    const project = id === null ? null : await deps.store.project(workspace, id);
    return project && draw({ project, about: about ?? '', locale, deps });
  };
}

/** Bolt with our own `authorize`: with its own, an API that is away at start would have every later delivery dropped. */
function makeApp(receiver: Receiver, installed: Installation, { log }: World): App {
  const { token: botToken, botId, botUser: botUserId, workspace: teamId } = installed;
  const app = new App({
    receiver,
    // Bolt would otherwise look up a conversation for every delivery, in a store that nothing here uses.
    convoStore: false,
    authorize: async () => ({ botToken, botId, botUserId, teamId }),
    logger: boltLogger(log),
  });
  app.error(async (error) => log.error({ err: error }, 'a delivery failed'));
  return app;
}

function makeVoice<P extends Aggregate>(
  listing: Listing<P>,
  { log, newId }: World,
  clients: Clients,
  archive: Archive,
  workspace: string,
): Voice {
  return {
    views: clients.interactive,
    tell: (to, what) => tellPrivately(clients, to, what),
    door: errorDoor(wordingOf(listing.words), log, newId),
    linkTo: async (key) => (await archive.links(workspace, [key])).get(key) ?? null,
    choices: makeChoices(),
    log,
  };
}
