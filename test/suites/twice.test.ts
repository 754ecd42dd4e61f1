import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beginWalk, ENGLISH, type Walk } from '../support/cast.ts';
import { asIfBy, follow, sendChanged } from '../support/forge.ts';
import { outcomeOf } from '../support/outcome.ts';
import { deliveryOf, lost, nameOf, type Scene, SCENES } from '../support/scenes.ts';
import { stage } from '../support/stage.ts';

/** The same walk on four stages: delivered once, again afterwards, twice at the same moment, and done again by hand. */
let once: Walk, again: Walk, atOnce: Walk, doubleClick: Walk;

beforeAll(async () => {
  [once, again, atOnce, doubleClick] = [
    beginWalk(await stage(), ENGLISH),
    beginWalk(await stage(), ENGLISH),
    beginWalk(await stage(), ENGLISH),
    beginWalk(await stage(), ENGLISH),
  ];
});
afterAll(async () => {
  await Promise.all([once, again, atOnce, doubleClick].map((walk) => walk.on.end()));
});

/** Loses the delivery, and has Slack send it twice at the same moment. What the answer does to a modal is done by hand. */
async function deliveredAtOnce(scene: Scene, walk: Walk): Promise<void> {
  await lost(scene, walk);
  await walk.on.slack.again(2, deliveryOf(scene));
  await follow(scene, walk);
}

test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))('%s happens once', async (_name, scene) => {
  for (const walk of [once, again, atOnce, doubleClick]) await scene.prepare?.(walk);

  await scene.act(once);
  await scene.act(again);
  await again.on.slack.again(1, deliveryOf(scene));
  await deliveredAtOnce(scene, atOnce);
  await scene.act(doubleClick);
  if (scene.list !== 'events') {
    const oneself = asIfBy(doubleClick.on, ENGLISH.people[scene.by]);
    await sendChanged(doubleClick.on, deliveryOf(scene), oneself);
  }

  const expected = await outcomeOf(once.on);
  expect(await outcomeOf(again.on)).toEqual(expected);
  expect(await outcomeOf(atOnce.on)).toEqual(expected);
  // A form saved again is saved again, which nobody sees; what is on the record and in the channels is there once.
  const { record, outbox, posts } = await outcomeOf(doubleClick.on);
  expect({ record, outbox, posts }).toEqual({
    record: expected.record,
    outbox: expected.outbox,
    posts: expected.posts,
  });

  for (const walk of [once, again, atOnce, doubleClick]) {
    await scene.after?.(walk);
    walk.on.slack.expectNoErrors();
  }
});
