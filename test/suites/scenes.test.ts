import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { liaison } from '../../src/liaison.ts';
import { beginWalk, CHINESE, ENGLISH, type Walk } from '../support/cast.ts';
import { LISTS, nameOf, play, type Scene, SCENES } from '../support/scenes.ts';
import { stage } from '../support/stage.ts';

const scenesOf = (list: Scene['list']) => SCENES.filter((scene) => scene.list === list).map(({ entry }) => entry);

const LISTED = {
  commands: liaison.commands.map(({ command, verbs: [verb] }) => (verb ? `${command} ${verb}` : command)),
  presses: liaison.presses.map(({ action }) => action),
  submits: liaison.submits.map(({ view }) => view),
  shortcuts: liaison.shortcuts.map(({ shortcut }) => shortcut),
  events: liaison.events.map(({ event }) => event),
};

test.each(LISTS)('the scenes have exactly the %s of the table of contents', (list) => {
  expect(scenesOf(list).toSorted()).toEqual(LISTED[list].toSorted());
});

describe.each([ENGLISH, CHINESE])('the whole walk in $locale', (cast) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = beginWalk(await stage(), cast);
  });
  afterAll(() => walk.on.end());

  test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))('%s can be done', async (_name, scene) => {
    await play(scene, walk);
    walk.on.slack.expectNoErrors();
  });

  test('every card of the table of contents has been shown', async () => {
    const sent = await walk.on.db.collection('outbox').distinct('subject.kind', { kind: 'card', state: 'sent' });
    expect(sent.map(String).toSorted()).toEqual([...Object.keys(liaison.cards), 'home'].toSorted());
    expect(await walk.on.db.collection('outbox').countDocuments({ state: { $ne: 'sent' } })).toBe(0);
  });
});
