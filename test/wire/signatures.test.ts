import { afterEach, expect, test } from '@jest/globals';
import { deliveries, overTheWire, type Wire } from './wire.ts';

let wire: Wire | undefined;
afterEach(async () => {
  await wire?.end();
  wire = undefined;
});

const SPOILT = [
  ['that Slack did not sign', 'forge'],
  ['that was signed six minutes ago', 'age'],
] as const;

test.each(SPOILT)('a command %s is not taken, and the next one is', async (_what, fault) => {
  wire = await overTheWire({ over: 'http' });
  const { server, as, logged } = wire;
  const mei = as('mei');
  server.engine.faults.nextDelivery(fault, { name: '/project' });
  await expect(mei.in('#general').command('/project help')).rejects.toThrow('operation_timeout');
  expect(mei.private()).toEqual([]);
  await mei.in('#general').command('/project help');
  expect(mei.private()).toHaveLength(1);
  expect(deliveries(server, '/project').map(({ outcome }) => outcome)).toEqual(['HTTP 401', 'ok']);
  expect(logged()).toContain('Failed to parse and verify the request data');
});

test.each(SPOILT)('an event %s does nothing, and Slack’s own is handled when it comes', async (_what, fault) => {
  wire = await overTheWire({ over: 'http', greet: false });
  const { server, as, until } = wire;
  const mei = as('mei');
  server.engine.faults.nextDelivery(fault, { name: 'app_home_opened' });
  await mei.home().catch(() => undefined);
  await until('what Mei opened is drawn', () => server.engine.world.homes.has(mei.id));
  await server.engine.dispatch.idle();
  expect(deliveries(server, 'app_home_opened').map(({ outcome }) => outcome)).toEqual(['HTTP 401', 'ok']);
});
