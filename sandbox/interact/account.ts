/** What happens to people's accounts outside the app's reach (docs.slack.dev, user_change and team_join). */
import { userShape } from '../api/shapes.ts';
import type { Engine } from '../core/engine.ts';
import type { User } from '../core/types.ts';
import { closeAll } from '../core/views.ts';
import { addUser } from '../core/world.ts';
import { emit, eventTs } from '../deliver/events.ts';

/** What can change about a person. */
export type AccountChange = Partial<
  Pick<User, 'handle' | 'name' | 'title' | 'locale' | 'timeZone' | 'kind' | 'isAdmin' | 'email' | 'isSingleChannel'>
>;

/** Changes a person's profile or standing. */
export function changeAccount(engine: Engine, user: User, change: AccountChange): void {
  Object.assign(user, change);
  engine.world.changed();
  tell(engine, 'user_change', user);
}

/**
 * Switches an account off, by an administrator's hand or because a guest's time is over.
 * (assumed: the person is in no channel's list any more, and no member_left_channel tells of it)
 */
export function deactivate(engine: Engine, user: User): void {
  const { world } = engine;
  user.isDeleted = true;
  for (const channel of world.channels.values()) {
    if (channel.kind !== 'im') channel.members = channel.members.filter((id) => id !== user.id);
  }
  closeAll(world, user.id);
  tell(engine, 'user_change', user);
}

/** The same person comes back with a new account: name and e-mail are the old ones, the id is not. They are in no channel. */
export function reinvite(engine: Engine, old: User, handle: string): User {
  const user = addUser(engine.world, { ...old, handle, isDeleted: false });
  engine.world.changed();
  tell(engine, 'team_join', user);
  return user;
}

function tell(engine: Engine, type: 'user_change' | 'team_join', user: User): void {
  const shape = userShape(engine.world, user, true);
  emit(engine, type, {
    type,
    user: shape,
    cache_ts: Math.floor(engine.world.clock.now() / 1000),
    event_ts: eventTs(engine),
  });
}
