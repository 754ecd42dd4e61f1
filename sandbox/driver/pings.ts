/** Who would be notified: the mentions that are live, wherever Slack reads them. */
import type { Message } from '../core/types.ts';
import type { World } from '../core/world.ts';

/**
 * The live mentions of a message: "@mei", "!channel", "!here", "!subteam^S1".
 * Slack reads them in `text`, in mrkdwn and in rich text; a plain_text object never notifies (docs.slack.dev, formatting).
 */
export function pingsOf(world: World, message: Message): string[] {
  const found = new Set<string>(inMrkdwn(world, message.text, true));
  for (const block of message.blocks) walk(world, block, found);
  return [...found];
}

function walk(world: World, node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(world, one, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { type, text, verbatim } = node as { type?: unknown; text?: unknown; verbatim?: unknown };
  if (type === 'mrkdwn' && typeof text === 'string') {
    for (const ping of inMrkdwn(world, text, verbatim === true)) found.add(ping);
    return;
  }
  const { user_id: userId, range, usergroup_id: groupId } = node as Record<string, unknown>;
  if (type === 'user') found.add(handleOf(world, String(userId)));
  if (type === 'broadcast') found.add(`!${String(range)}`);
  if (type === 'usergroup') found.add(`!subteam^${String(groupId)}`);
  for (const value of Object.values(node)) walk(world, value, found);
}

/** Without `verbatim` Slack also finds bare "@here" and the like by itself. */
function inMrkdwn(world: World, text: string, verbatim: boolean): string[] {
  const marked = [
    ...text.matchAll(/<@([UW]\w+)(?:\|[^>]*)?>|<(!(?:channel|here|everyone|subteam\^\w+))(?:\|[^>]*)?>/g),
  ];
  const pings = marked.map(([, user, special]) => (user ? handleOf(world, user) : String(special)));
  if (verbatim) return pings;
  const bare = [...text.matchAll(/(?<![\w<!@])@(channel|here|everyone)\b/g)].map(([, range]) => `!${range}`);
  return [...pings, ...bare];
}

function handleOf(world: World, id: string): string {
  return `@${world.users.get(id)?.handle ?? id}`;
}
