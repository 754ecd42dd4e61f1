/** The parts that all interaction payloads share (docs.slack.dev, interaction payloads). */
import type { Engine } from '../core/engine.ts';
import type { User } from '../core/types.ts';
import { createTrigger } from '../core/views.ts';

/** The person of an interaction: with their own team, which for an external is not the app's. */
function userPart(user: User) {
  return { id: user.id, username: user.handle, name: user.handle, team_id: user.teamId };
}

/** A team as payloads name it. */
function teamPart(engine: Engine, teamId: string) {
  const team = engine.world.teams.get(teamId);
  return { id: teamId, domain: team?.domain ?? '' };
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

/** The time of an action, unlike any other one's. */
export function actionTs(engine: Engine): string {
  return `${Math.floor(engine.world.clock.now() / 1000)}.${engine.world.random.digits(6)}`;
}
