import { afterEach, expect, test } from '@jest/globals';
import { startProject } from '../support/acts.ts';
import { outside, type Outside } from '../support/outside.ts';

let on: Outside | undefined;
afterEach(async () => {
  await on?.end();
  on = undefined;
});

test.each(['socket', 'http'] as const)(
  'a bot that is told to stop ends in order, and one started after it goes on, over %s',
  async (over) => {
    on = await outside({ over });
    const { as, startBot, server } = on;
    const bot = await startBot();
    const team = await startProject(as('mei'), 'en', { client: 'Acme', name: 'Spring launch' });
    expect(await bot.stop()).toBe('0');
    await as('mei').in(team).command('/project');
    expect(server.engine.journal.complaints).toEqual([]);
  },
);
