import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beginWalk, ENGLISH, type Walk } from '../support/cast.ts';
import { arrives } from '../support/forge.ts';
import { type Outcome, outcomeOf, unfinished } from '../support/outcome.ts';
import { deliveryOf, lastId, lost, nameOf, type Scene, SCENES } from '../support/scenes.ts';
import { stage } from '../support/stage.ts';

/**
 * The same walk on three stages. once: as it should be. late: each delivery arrives many seconds late, and nobody tries
 * again before. overtaken: each delivery stays on the way while it is done again, and arrives after the next scene's.
 */
let once: Walk, late: Walk, overtaken: Walk;
/** What is still on its way to the third stage. */
let onItsWay: string | null = null;

/** Little enough that the walk ends on the day, and in the working time, in which it began. */
const LATE_BY_MS = 20_000;
/** By then the trigger of whatever was done has died (docs.slack.dev, trigger_id). */
const TRIGGER_DEAD_MS = 4000;

beforeAll(async () => {
  [once, late, overtaken] = [
    beginWalk(await stage(), ENGLISH),
    beginWalk(await stage(), ENGLISH),
    beginWalk(await stage(), ENGLISH),
  ];
});
afterAll(async () => {
  await Promise.all([once, late, overtaken].map((walk) => walk.on.end()));
});

/** What everybody can see of it; how often something was saved is nobody's concern. */
const visible = ({ record, outbox, posts }: Outcome) => ({ record, outbox, posts });

async function arrivesLate(scene: Scene, walk: Walk): Promise<void> {
  const { faults, clock } = walk.on.slack;
  faults.nextDelivery('delay', { name: deliveryOf(scene), delayMs: LATE_BY_MS });
  await scene.act(walk).catch(() => undefined);
  await clock.advance(LATE_BY_MS);
}

/** Slack showed nobody the answer. Whoever wanted a form asks again for it; whoever sees that it is done closes theirs. */
async function goOn(scene: Scene, walk: Walk): Promise<void> {
  const person = walk.as(scene.by);
  const wasSubmitted = scene.list === 'submits';
  // What follows a form was drawn after it was taken, and holds nothing that could be submitted again.
  if (wasSubmitted && person.hasModal() && person.modal().submitText === undefined) return;
  const needed = once.as(scene.by);
  const isFormNeeded = needed.hasModal();
  // Another form may still be open, over which the one that is needed opens.
  const isShown = isFormNeeded && person.hasModal() && person.modal().title === needed.modal().title;
  if (isFormNeeded && (wasSubmitted || !isShown)) await scene.act(walk);
  if (!isFormNeeded && wasSubmitted) await person.modal().close({ all: true });
}

/** Done while nothing reaches the bot, and done again: by hand, or by Slack, which repeats events itself. */
async function doneAgain(scene: Scene, walk: Walk): Promise<string> {
  await lost(scene, walk);
  const first = lastId(walk.on, scene);
  if (scene.list === 'events') await walk.on.slack.again(1, deliveryOf(scene));
  else await scene.act(walk);
  return first;
}

test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))('%s may come late', async (_name, scene) => {
  for (const walk of [once, late, overtaken]) await scene.prepare?.(walk);

  await scene.act(once);
  await arrivesLate(scene, late);
  await goOn(scene, late);
  const first = await doneAgain(scene, overtaken);
  if (onItsWay) {
    overtaken.on.slack.engine.world.clock.advance(TRIGGER_DEAD_MS);
    await arrives(overtaken.on, onItsWay);
  }
  onItsWay = first;

  const expected = visible(await outcomeOf(once.on));
  expect(visible(await outcomeOf(late.on))).toEqual(expected);
  expect(visible(await outcomeOf(overtaken.on))).toEqual(expected);
  for (const walk of [once, late, overtaken]) {
    await scene.after?.(walk);
    expect(await unfinished(walk.on)).toEqual([]);
    walk.on.slack.expectNoErrors();
  }
});
