import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beginWalk, ENGLISH, type Walk } from '../support/cast.ts';
import { asIfFrom, ELSEWHERE, sendChanged } from '../support/forge.ts';
import { decided, workspaceIn } from '../support/outcome.ts';
import { deliveryOf, lost, nameOf, play, SCENES } from '../support/scenes.ts';
import { stage } from '../support/stage.ts';

let walk: Walk;
beforeAll(async () => {
  walk = beginWalk(await stage(), ENGLISH);
});
afterAll(() => walk.on.end());

test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))(
  '%s does nothing where it comes from a workspace without Liaison',
  async (_name, scene) => {
    if (scene.by !== 'manager') return play(scene, walk);
    await scene.prepare?.(walk);
    await lost(scene, walk);
    const before = await decided(walk.on);
    const calls = walk.on.slack.journal.calls().length;
    await sendChanged(walk.on, deliveryOf(scene), asIfFrom(ELSEWHERE));
    expect(await decided(walk.on)).toBe(before);
    expect(walk.on.slack.journal.calls()).toHaveLength(calls);
    if (scene.list === 'events') await walk.on.slack.again(1, deliveryOf(scene));
    else await scene.act(walk);
    await scene.after?.(walk);
  },
);

test('every document of every collection names its workspace', async () => {
  const { db, bot, slack } = walk.on;
  const found = (await db.connection.db?.listCollections().toArray()) ?? [];
  expect(found.length).toBeGreaterThan(8);
  for (const { name } of found) {
    const strangers = {
      collection: name,
      documents: await db.connection
        .collection(name)
        .find({ [workspaceIn(name)]: { $ne: bot.workspace } })
        .toArray(),
    };
    expect(strangers).toEqual({ collection: name, documents: [] });
  }
  slack.expectNoErrors();
});
