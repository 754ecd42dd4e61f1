import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entry } from '../../sandbox/core/journal.ts';
import { beginWalk, CHINESE, ENGLISH, type Role, type Walk } from '../support/cast.ts';
import { asIfBy, couldSee, sendChanged, toldSince } from '../support/forge.ts';
import { decided } from '../support/outcome.ts';
import { deliveryOf, lost, nameOf, play, type Scene, SCENES } from '../support/scenes.ts';
import { stage } from '../support/stage.ts';

const HAN = /\p{Script=Han}/u;

/** Everything that people typed, which is repeated as it is in whatever language. */
const withoutNames = (text: string, { names, client }: Walk['cast']) =>
  [...names, client].reduce((rest, name) => rest.replaceAll(name, ''), text);

/** Of whom the language is known they are told in it; a Slack Connect partner in the one that the button carries. */
function languageOf(walk: Walk, role: Role, { payload }: Entry): string {
  const { world } = walk.on.slack.engine;
  const locale = world.users.get(walk.as(role).id)?.locale;
  const carried = /language\\+":\\+"(en|zh)/u.exec(JSON.stringify(payload))?.[1] ?? 'en';
  return locale?.slice(0, 2) ?? carried;
}

function expectTold(walk: Walk, role: Role, entry: Entry): void {
  const told = withoutNames(toldSince(walk.on, entry), walk.cast);
  expect(told).toMatch(/"text\\*":|"errors\\*":/u);
  // Nothing but the sentence: no form opens, and no page of a record.
  const views = [...told.matchAll(/callback_id\\*":\\*"([\w.]+)/gu)].map(([, id]) => id);
  expect(views.filter((id) => id !== 'io.notice')).toEqual([]);
  expect(HAN.test(told)).toBe(languageOf(walk, role, entry) === 'zh');
}

async function refusedBy(role: Role, scene: Scene, walk: Walk): Promise<void> {
  const handle = walk.cast.people[role];
  const before = await decided(walk.on);
  const entry = await sendChanged(walk.on, deliveryOf(scene), asIfBy(walk.on, handle));
  expect(await decided(walk.on)).toBe(before);
  if (couldSee(walk.on, handle, entry)) expectTold(walk, role, entry);
  if (walk.as(role).hasModal()) await walk.as(role).modal().close({ all: true });
}

describe.each([ENGLISH, CHINESE])('in a project that speaks $locale', (cast) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = beginWalk(await stage(), cast);
  });
  afterAll(() => walk.on.end());

  test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))(
    '%s changes nothing for whoever may not, and says so',
    async (_name, scene) => {
      if (typeof scene.refused === 'string') return play(scene, walk);
      await scene.prepare?.(walk);
      await lost(scene, walk);
      for (const role of scene.refused) await refusedBy(role, scene, walk);
      await scene.act(walk);
      await scene.after?.(walk);
    },
  );

  test('what was refused to others was not refused to those who may', () => {
    walk.on.slack.expectNoErrors();
  });
});
