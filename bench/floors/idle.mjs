/** The libraries that the product stands on, started and doing nothing: Bolt over HTTP, mongoose connected, Agenda started. */
import { MongoBackend } from '@agendajs/mongo-backend';
import { App, HTTPReceiver } from '@slack/bolt';
import { Agenda } from 'agenda';
import mongoose from 'mongoose';

const { PORT, SLACK_SIGNING_SECRET, MONGODB_URI } = process.env;
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0000000000', botUserId: 'U0000000000' }),
});
app.command('/project', async ({ ack }) => ack());

await mongoose.connect(MONGODB_URI);
const agenda = new Agenda({ backend: new MongoBackend({ mongo: mongoose.connection.db }) });
await agenda.start();
await receiver.start({ port: Number(PORT), host: '127.0.0.1' });
