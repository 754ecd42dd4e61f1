import { createServer } from 'node:http';
import { once } from 'node:events';

/** A Slack that says yes to everything at once: what the product costs is measured, not what Slack costs. */
export type SlackStub = {
  /** For `SLACK_API_URL`. */
  apiUrl: string;
  /** How many calls of a method there were. */
  calls: (method: string) => number;
  stop: () => Promise<void>;
};

/** Who the bot is, as auth.test tells it (docs.slack.dev). */
export type Identity = { workspace: string; botUser: string; botId: string };

/** Starts it on loopback. */
export async function startSlackStub({ workspace, botUser, botId }: Identity): Promise<SlackStub> {
  const counts = new Map<string, number>();
  let ts = Math.floor(Date.now() / 1000);
  const answerTo = (method: string): object => {
    if (method === 'auth.test')
      return { team_id: workspace, user_id: botUser, bot_id: botId, url: 'https://bench.slack.com/' };
    if (method.startsWith('chat.')) return { channel: 'C0000000000', ts: `${(ts += 1)}.000100` };
    if (method.startsWith('views.')) return { view: { id: 'V0000000000' } };
    return {};
  };
  const server = createServer((request, response) => {
    const method = new URL(request.url ?? '', 'http://slack').pathname.split('/').at(-1) ?? '';
    counts.set(method, (counts.get(method) ?? 0) + 1);
    request.resume();
    request.once('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: true, ...answerTo(method) }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    apiUrl: `http://127.0.0.1:${address.port}/api/`,
    calls: (method) => counts.get(method) ?? 0,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
