import { sentProject } from './acts.ts';
import { beginWalk, type Cast, type Walk } from './cast.ts';
import type { Stage } from './stage.ts';

/** A project whose brief is with the client: its client card stands in their channel. */
export async function carded(
  on: Stage,
  cast: Cast,
  more: Partial<{ name: string; language: Cast['locale'] }> = {},
): Promise<Walk> {
  const walk = beginWalk(on, cast);
  const { name = cast.names[0], language = cast.locale } = more;
  const sending = { channel: cast.channel, approver: `@${cast.people.approver}`, language };
  const team = await sentProject(walk.as('manager'), cast.locale, { client: cast.client, name }, sending);
  return Object.assign(walk, { team });
}
