import type { Database } from '../../src/io/database.ts';
import type { Installation } from '../../src/io/installation.ts';
import { makeLog } from '../../src/io/log.ts';
import { plan, type Planned, type Row } from '../../src/io/outbox.ts';
import { makePeople } from '../../src/io/people.ts';
import { makeSender, type Sender } from '../../src/io/sender.ts';
import type { Draw, DrawSentFile } from '../../src/io/sender-parts.ts';
import { makeClients } from '../../src/io/slack.ts';
import { nobodyWatches } from '../../src/io/watch.ts';
import type { NewId } from '../../src/kit/ids.ts';
import { manualClock } from '../../sandbox/core/clock.ts';
import { createEngine, type Engine } from '../../sandbox/core/engine.ts';
import type { Channel } from '../../sandbox/core/types.ts';
import { addChannel } from '../../sandbox/core/world.ts';
import { inProcess } from '../../sandbox/deliver/inProcess.ts';
import { agency } from '../../sandbox/seed/agency.ts';
import { personByHandle, plant } from '../../sandbox/seed/plant.ts';

/** Where a sender is tried alone, without the bot around it. */

export const START_MS = Date.UTC(2026, 10, 30, 1);

/** The agency's Slack, for an app that was given these scopes. */
export function slackWith(scopes: readonly string[]): Engine {
  const manifest = {
    display_information: { name: 'Liaison' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true },
      bot_user: { display_name: 'Liaison' },
    },
    oauth_config: { scopes: { bot: [...scopes] } },
  };
  const engine = createEngine({ manifest, clock: manualClock(START_MS), team: agency.team, rateLimits: 'off' });
  plant(engine, agency);
  return engine;
}

/** The app as it is installed there. */
export function installedIn(engine: Engine): Installation {
  const { teamId: workspace, botUserId: botUser, botId, botToken: token } = engine.world.app;
  return { workspace, enterprise: null, botUser, botId, name: 'Agency', url: `${engine.baseUrl}/`, token };
}

export type Fetch = typeof globalThis.fetch;
/** `process` names it for the lease; `fetch` stands between it and the sandbox. */
export type SenderOptions = { process?: string; fetch?: Fetch; db?: Database };

export type SendingParts = {
  db: Database;
  engine: Engine;
  installation: Installation;
  newId: NewId;
  draw: Draw;
  drawFile: DrawSentFile;
  onUndelivered: (row: Row) => void;
};

/** A process that sends. */
export function senderOf({ engine, ...parts }: SendingParts, options: SenderOptions): Sender {
  const log = makeLog('silent');
  const fetch = options.fetch ?? inProcess(engine).fetch;
  const clients = makeClients({ token: parts.installation.token, log, apiUrl: `${engine.baseUrl}/api/`, fetch });
  const now = () => new Date(engine.world.clock.now());
  return makeSender({
    ...parts,
    db: options.db ?? parts.db,
    clients,
    people: makePeople({ db: parts.db, clients, newId: parts.newId, now }),
    fetch,
    language: () => 'en',
    log,
    watch: nobodyWatches,
    process: options.process ?? 'one',
    now,
  });
}

/** Where and when something is decided. `order`: its rows' place among those of the same instant. */
export type Deciding = { db: Database; newId: NewId; workspace: string; now: Date; order: number };

/** Stores what is to be sent, as a feature's transaction would. */
export async function planned({ db, newId, ...moment }: Deciding, what: Partial<Planned>): Promise<void> {
  const session = await db.session();
  await session.withTransaction(() => plan(db, session, moment, { rows: [], homes: [], ...what }, newId));
  await session.endSession();
}

/** Somebody of the agency's Slack. */
export function personIn(engine: Engine, handle: string) {
  const { id, teamId } = personByHandle(engine, handle);
  return { team: teamId, user: id };
}

/** A private channel of the bot and Mei. */
export function channelIn(engine: Engine, name: string): Channel {
  const { botUserId: creator } = engine.world.app;
  return addChannel(engine.world, { name, kind: 'private', creator, members: [creator, personIn(engine, 'mei').user] });
}
