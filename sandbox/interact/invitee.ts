/** Who answers an invitation of the app's. */
import type { Engine } from '../core/engine.ts';
import type { SharedInvite, User } from '../core/types.ts';
import { addTeam, addUser } from '../core/world.ts';

/** Whoever the invitation was for; it may be the first that Slack hears of them. */
export function invitee(engine: Engine, invite: SharedInvite, handle?: string): User {
  const people = [...engine.world.users.values()];
  const known = people.find((user) =>
    handle === undefined ? user.id === invite.userId || user.email === invite.email : user.handle === bare(handle),
  );
  return known ?? newcomer(engine, invite, bare(handle ?? invite.email?.split('@')[0] ?? 'somebody'));
}

const bare = (handle: string): string => handle.replace(/^@/, '');

/** Somebody whom this Slack has not met, of the company that their address names. */
function newcomer({ world }: Engine, { email }: SharedInvite, handle: string): User {
  const domain = email?.split('@')[1]?.split('.')[0] ?? handle;
  const name = handle.charAt(0).toUpperCase() + handle.slice(1);
  const company = domain.charAt(0).toUpperCase() + domain.slice(1);
  const team =
    [...world.teams.values()].find((one) => one.domain === domain && one.id !== world.app.teamId) ??
    addTeam(world, { name: company, domain });
  return addUser(world, {
    handle,
    name,
    title: '',
    company: team.name,
    kind: 'external',
    locale: undefined,
    timeZone: 'Europe/London',
    isAdmin: false,
    teamId: team.id,
    ...(email === undefined ? {} : { email }),
  });
}
