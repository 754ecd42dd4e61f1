/** The parts that all interaction payloads share (docs.slack.dev, interaction payloads). */
import type { Engine } from '../core/engine.ts';
import type { Channel, User } from '../core/types.ts';
import { createTrigger } from '../core/views.ts';
import type { ActResult } from '../server/protocol.ts';

/** The person of an interaction: with their own team, which for an external is not the app's. */
function userPart(user: User) {
  return { id: user.id, username: user.handle, name: user.handle, team_id: user.teamId };
}

/** A team as payloads name it. */
function teamPart(engine: Engine, teamId: string) {
  const team = engine.world.teams.get(teamId);
  return { id: teamId, domain: team?.domain ?? '' };
}

/** The names that Slack hides from payloads (docs.slack.dev, slash commands; assumed for interactions). */
const HIDDEN_NAMES = { private: 'privategroup', im: 'directmessage' } as const;

/** A channel as payloads name it. */
export function channelPart(channel: Channel) {
  return { id: channel.id, name: channel.kind === 'public' ? channel.name : HIDDEN_NAMES[channel.kind] };
}

/** Interactions need a switch of the manifest: what comes of `what` where it is off. */
export function interactivityFault(engine: Engine, what: string): ActResult | undefined {
  if (engine.manifest.settings?.interactivity?.is_enabled === true) return undefined;
  engine.journal.complain(`${what} was pressed, but the manifest does not enable interactivity`);
  return { ok: false, error: 'interactivity_not_enabled' };
}

/** As it is on the wire: what is undefined is absent. */
export function withoutAbsent(value: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}

/** What every interaction begins with. `teamId`: see the callers, it differs for externals. */
export function commonPart(engine: Engine, user: User, teamId: string, viewId?: string) {
  return {
    user: userPart(user),
    api_app_id: engine.world.app.appId,
    token: 'sandbox-verification-token',
    team: teamPart(engine, teamId),
    enterprise: null,
    is_enterprise_install: false,
    trigger_id: createTrigger(engine.world, user.id, viewId).id,
  };
}

/** The time of an action: unlike any other one's, and later than those before. */
export function actionTs({ world }: Engine): string {
  world.lastActionMicros = Math.max(world.clock.now() * 1000, world.lastActionMicros + 1);
  const seconds = Math.floor(world.lastActionMicros / 1_000_000);
  return `${seconds}.${String(world.lastActionMicros % 1_000_000).padStart(6, '0')}`;
}
