/** What anybody would write who only acknowledges a command: Bolt over HTTP, and an answer that is known beforehand. */
import { App, HTTPReceiver } from '@slack/bolt';

const { PORT, SLACK_SIGNING_SECRET, RESPONSE } = process.env;
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0000000000', botUserId: 'U0000000000' }),
});
const response = JSON.parse(RESPONSE);

app.command('/project', async ({ ack }) => ack(response));

await receiver.start({ port: Number(PORT), host: '127.0.0.1' });
