import { afterEach, expect, test } from '@jest/globals';
import { deliveries, overTheWire, type Wire } from './wire.ts';

let wire: Wire | undefined;
afterEach(async () => {
  await wire?.end();
  wire = undefined;
});

test('a connection that breaks is opened again, commands work as before, and no token is logged', async () => {
  wire = await overTheWire({ over: 'socket' });
  const { server, as, until, logged } = wire;
  server.cutSockets();
  await until('the old socket is gone', () => server.connections() === 0);
  await until('the bot is back', () => server.connections() === 1);
  await as('mei').in('#general').command('/project help');
  expect(deliveries(server, '/project')[0]?.outcome).toBe('ok');
  const secrets = [server.appToken, server.botToken, 'ticket='];
  expect(secrets.filter((secret) => logged().includes(secret))).toEqual([]);
});
