import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { connectHttp } from '../../sandbox/deliver/http.ts';
import type { SandboxServer } from '../../sandbox/server/server.ts';
import { at } from './engine.ts';
import { boltApp, rawApp, seat, serve, stopAll, until, type Heard } from './served.ts';

afterEach(stopAll);

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const CHANNEL = '#acme-lantern';

const form: ModalView = {
  type: 'modal',
  callback_id: 'try.form',
  title: plain('Try it'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'goal',
      label: plain('Goal'),
      element: { type: 'plain_text_input', action_id: 'goal' },
    },
  ],
};

const lines = (server: SandboxServer) =>
  server.engine.journal.entries.flatMap(({ direction, what, outcome }) =>
    direction === 'to app' ? [`${what}: ${outcome}`] : [],
  );

describe('a Bolt app over signed HTTP', () => {
  test('gets commands, events, presses and submissions, and what it acknowledges with is shown', async () => {
    const server = await serve();
    const seen: string[] = [];
    const listen = (app: App) => {
      app.command('/raw', async ({ ack }) => ack('On it'));
      app.command('/try', async ({ ack, client, command }) => {
        await client.views.open({ trigger_id: command.trigger_id, view: form });
        await ack({ text: `You said ${command.text}` });
      });
      app.view('try.form', async ({ ack, view }) => {
        const said = view.state.values['goal']?.['goal']?.value ?? '';
        seen.push(said);
        if (said === 'bad') return ack({ response_action: 'errors', errors: { goal: 'Not that one.' } });
        return ack();
      });
      app.message(async ({ message, say }) => {
        const text = plain('Well');
        const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'press', text }] }] as const;
        await say({ text: 'Pressable', blocks: [...blocks] });
        seen.push('text' in message ? (message.text ?? '') : '');
      });
      app.action('press', async ({ ack, respond }) => {
        await ack();
        await respond('Pressed');
      });
    };
    await server.deliverTo([await boltApp(server, listen)]);
    const mei = seat(server, 'mei');
    await mei.in(CHANNEL).command('/raw now');
    const modal = await mei.in(CHANNEL).command('/try ümläut & <more>');
    const refused = await modal?.fill({ Goal: 'bad' }).submit();
    expect(refused?.errors).toEqual({ Goal: 'Not that one.' });
    await refused?.fill({ Goal: 'good' }).submit();
    expect(mei.hasModal()).toBe(false);
    await mei.in(CHANNEL).post('hello');
    await until(() => mei.sees(CHANNEL).some(({ buttons }) => buttons.includes('Well')));
    await mei.click('Well');
    await until(() => mei.private().length === 3);
    expect(mei.private().map(({ text }) => text)).toEqual(['On it', 'You said ümläut & <more>', 'Pressed']);
    expect(seen).toEqual(['bad', 'good', 'hello']);
    expect(server.connections()).toBe(0);
    expect(server.engine.journal.complaints).toEqual([]);
  });

  test('is not believed where it has another secret, and deliveries go as before', async () => {
    const server = await serve();
    const good = await rawApp((response) => response.end('Still me'));
    await server.deliverTo([good.url]);
    const stranger = await boltApp(server, undefined, 'of another app altogether');
    await expect(server.deliverTo([stranger])).rejects.toThrow('url_verification with HTTP 401');
    await seat(server, 'mei').in(CHANNEL).command('/raw');
    expect(good.heard).toHaveLength(1);
  });
});

describe('url_verification', () => {
  test('is refused where nobody listens, and where the challenge does not come back', async () => {
    const server = await serve({ ackLimitMs: 200 });
    const gone = await rawApp(() => undefined);
    await gone.stop();
    await expect(server.deliverTo([gone.url])).rejects.toThrow('did not answer');
    await expect(server.deliverTo([])).rejects.toThrow('did not answer');
    // Addresses of somebody else's: one knows nothing of it, one answers 200 with something of its own.
    await expect(server.deliverTo([`${server.url}/nothing`])).rejects.toThrow('HTTP 404');
    await expect(server.deliverTo([`${server.apiUrl}auth.test`])).rejects.toThrow('by its challenge');
  });
});

describe('on the wire', () => {
  test('each kind of delivery has its form, and is signed over exactly what is sent', async () => {
    const server = await serve({ epochMs: () => 1_790_000_000_999 });
    const app = await rawApp((response) => response.end());
    await server.deliverTo([app.url]);
    const mei = seat(server, 'mei');
    await mei.in(CHANNEL).command('/try a=b&c „ü“');
    await mei.in(CHANNEL).post('hello');
    await until(() => app.heard.length === 2);
    const [command, event] = app.heard;
    expect(command?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    const fields = new URLSearchParams(command?.body);
    expect(fields.get('command')).toBe('/try');
    expect(fields.get('text')).toBe('a=b&amp;c „ü“');
    expect(event?.headers['content-type']).toBe('application/json');
    expect(at(JSON.parse(event?.body ?? ''), 'event.text')).toBe('hello');
    for (const heard of app.heard) {
      expect(heard.headers['x-slack-request-timestamp']).toBe('1790000000');
      expect(heard.headers['x-slack-signature']).toBe(signatureOf(server, heard));
      expect(heard.headers).not.toHaveProperty('x-slack-retry-num');
    }
  });

  test('an interaction is a form with one field of JSON', async () => {
    const server = await serve();
    const { channels } = server.engine.world;
    const app = await rawApp((response) => response.end());
    await server.deliverTo([app.url]);
    const channel = [...channels.values()].find(({ name }) => name === 'acme-lantern')?.id;
    const elements = [{ type: 'button', action_id: 'press', text: plain('Well') }];
    await fetch(`${server.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${server.botToken}` },
      body: JSON.stringify({ channel, text: 'x', blocks: [{ type: 'actions', elements }] }),
    });
    await seat(server, 'mei').click('Well');
    const press = app.heard.find(({ body }) => body.startsWith('payload='));
    expect(press?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect([...new URLSearchParams(press?.body).keys()]).toEqual(['payload']);
    const payload: unknown = JSON.parse(new URLSearchParams(press?.body).get('payload') ?? '');
    expect(payload).toMatchObject({ type: 'block_actions', actions: [{ action_id: 'press' }] });
  });

  test('without another time, requests are signed with that of the sandbox', async () => {
    const server = await serve();
    const { clock } = server.engine.world;
    const app = await rawApp((response) => response.end());
    const { signingSecret } = server;
    const transport = await connectHttp(server.engine, { urls: [app.url], signingSecret });
    server.engine.dispatch.connect(transport);
    clock.advance(7_000);
    await seat(server, 'mei').in(CHANNEL).command('/raw');
    expect(app.heard[0]?.headers['x-slack-request-timestamp']).toBe(String(Math.floor(clock.now() / 1000)));
  });

  test('an answer that comes after the limit is shown as late, and does nothing more', async () => {
    const server = await serve({ ackLimitMs: 300 });
    const answers: (() => void)[] = [];
    const app = await rawApp((response) => void answers.push(() => void response.end('Too late')));
    await server.deliverTo([app.url]);
    const mei = seat(server, 'mei');
    await expect(mei.in(CHANNEL).command('/raw')).rejects.toThrow('operation_timeout');
    expect(lines(server)).toEqual(['slash_commands /raw: no ack']);
    await until(() => answers.length > 0);
    for (const answer of answers) answer();
    await until(() => lines(server)[0] === 'slash_commands /raw: late');
    expect(mei.private()).toEqual([]);
    expect(server.engine.journal.complaints).toMatchObject([{ text: 'slash_commands /raw: no ack', provoked: false }]);
  });

  test('stopping breaks off what the app has not answered', async () => {
    const server = await serve();
    const app = await rawApp(() => undefined);
    await server.deliverTo([app.url]);
    const told = seat(server, 'mei').in(CHANNEL).command('/raw').catch(String);
    await until(() => app.heard.length === 1);
    await server.stop();
    expect(await told).toContain('operation_timeout');
  });
});

describe('several processes behind one load balancer', () => {
  test('take turns, and one that is gone is passed over', async () => {
    const server = await serve();
    const [one, two, three] = [await echo(), await echo(), await echo()];
    await server.deliverTo([one.url, two.url, three.url]);
    const typeSixTimes = async () => {
      for (let round = 0; round < 6; round += 1) await seat(server, 'mei').in(CHANNEL).command('/raw');
    };
    await typeSixTimes();
    expect([one, two, three].map(({ heard }) => heard.length)).toEqual([2, 2, 2]);
    await two.stop();
    await typeSixTimes();
    expect([one, three].map(({ heard }) => heard.length)).toEqual([4, 6]);
    expect(server.engine.journal.complaints).toEqual([]);
  });

  test('only when all are gone the app is', async () => {
    const server = await serve();
    const [one, two] = [await echo(), await echo()];
    await server.deliverTo([one.url, two.url]);
    await one.stop();
    await two.stop();
    await expect(seat(server, 'mei').in(CHANNEL).command('/raw')).rejects.toThrow();
    expect(lines(server)).toEqual(['slash_commands /raw: no app']);
  });
});

const echo = () => rawApp((response) => response.end());

/** Reckoned anew, from docs.slack.dev (verifying requests from Slack). */
function signatureOf({ signingSecret }: SandboxServer, { headers, body }: Heard): string {
  const stamp = String(headers['x-slack-request-timestamp']);
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${stamp}:${body}`).digest('hex')}`;
}
