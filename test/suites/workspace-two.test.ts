import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Entry } from '../../sandbox/core/journal.ts';
import { modalsOf } from '../../sandbox/core/views.ts';
import { projectSchema } from '../../src/project/model.ts';
import { TEXTS } from '../support/acts.ts';
import { beginWalk, type Cast, CHINESE, ENGLISH, ROLES, type Walk } from '../support/cast.ts';
import { aboutOthers, sendChanged, toldSince } from '../support/forge.ts';
import { type TestDatabase, testDatabase } from '../support/mongo.ts';
import { documentsOf } from '../support/outcome.ts';
import { deliveryOf, lost, nameOf, play, type Scene, SCENES } from '../support/scenes.ts';
import { stage } from '../support/stage.ts';

/** Their names and texts stand nowhere in our own workspace. */
const THEIRS: Cast = { ...CHINESE, client: '海盐纸业', names: ['笔记本新品', '年末礼盒'] };

/** Two workspaces with a bot each, on one database. */
let database: TestDatabase;
let theirs: Walk, ours: Walk;

beforeAll(async () => {
  database = await testDatabase();
  theirs = beginWalk(await stage({ database, randomSeed: 1 }), THEIRS);
  ours = beginWalk(await stage({ database, randomSeed: 2 }), ENGLISH);
});
afterAll(async () => {
  await theirs.on.end();
  await ours.on.end();
  await database.drop();
});

/** Every id of a workspace's projects, and of the people in them, in an order that is the same for the same walk. */
async function idsOf({ on, as }: Walk): Promise<Map<string, string>> {
  const found = await on.db
    .collection('projects')
    .find({ workspace: on.bot.workspace })
    .sort({ startedAt: 1 })
    .toArray();
  const ids = new Map<string, string>([
    ['workspace', on.bot.workspace],
    ...ROLES.map((role) => [role, as(role).id] as const),
  ]);
  for (const [at, raw] of found.entries()) {
    const { _id, client, channels, brief, plan } = projectSchema.parse(raw);
    const named = {
      project: _id,
      client: client.id,
      team: channels.team.id,
      shared: channels.client?.id,
      brief: brief?.id,
      version: brief?.sent?.current.hash,
    };
    for (const [name, id] of Object.entries(named)) if (id) ids.set(`${name} ${at}`, id);
    for (const [line, { id }] of (brief?.lines ?? []).entries()) ids.set(`line ${at}.${line}`, id);
    for (const [one, { id }] of (plan?.milestones ?? []).entries()) ids.set(`milestone ${at}.${one}`, id);
  }
  return ids;
}

/** Our ids, each with the one of theirs that stands in the same place. */
async function swap(): Promise<(readonly [string, string])[]> {
  const [own, other] = [await idsOf(ours), await idsOf(theirs)];
  return [...own].map(([name, id]) => [id, other.get(name) ?? id] as const);
}

const THEIR_TEXTS = [...THEIRS.names, THEIRS.client, THEIRS.reason, ...Object.values(TEXTS.zh)].flatMap((text) =>
  text.split('\n'),
);
const theirTextsIn = (said: string): string[] => THEIR_TEXTS.filter((text) => said.includes(text));

test('two workspaces share no id', async () => {
  const { users, channels } = ours.on.slack.engine.world;
  const own = new Set([...users.keys(), ...channels.keys(), ours.on.bot.workspace]);
  const other = theirs.on.slack.engine.world;
  expect([...other.users.keys(), ...other.channels.keys()].filter((id) => own.has(id))).toEqual([]);
  expect(theirs.on.bot.workspace).not.toBe(ours.on.bot.workspace);
});

/** How many modals somebody has open. */
const depth = ({ on, as }: Walk, { by }: Scene) => modalsOf(on.slack.engine.world, as(by).id).length;

async function closeAbove(open: number, scene: Scene): Promise<void> {
  while (depth(ours, scene) > open) await ours.as(scene.by).modal().close();
}

/** What carries no id that anybody else could have, or decides nothing: there is nothing to refuse. */
const CARRIES_NOTHING: readonly string[] = [
  'project.start',
  'project.startForm',
  'brief.chooseFinder',
  'brief.chooseChannel',
  'brief.chooseLanguage',
  'brief.chooseReach',
  'brief.chooseDue',
  'brief.chooseApprovers',
  'deliverable.chooseChannel',
  'deliverable.chooseLanguage',
  'deliverable.chooseApprovers',
  'deliverable.chooseReach',
  'deliverable.chooseDue',
  'brief.askChannel',
  'brief.askQuestions',
  'brief.askContact',
  'brief.askLanguage',
  'brief.textShown',
  // Chosen on a Home of one's own: where nothing is like it, nothing is shown.
  'home.next',
  'home.earlier',
  'home.client',
  'home.stage',
  'home.life',
  'home.manager',
  'home.only',
  'home.clear',
  'approval.overviewNext',
  'approval.overviewEarlier',
  'settings.open',
  'settings.directors',
  'settings.calendar',
  'settings.calendarOurs',
  'settings.rhythm',
  'settings.rhythmForm',
  'settings.checks',
  'settings.checksForm',
  'rooms.clientChosen',
  'rooms.teamChosen',
];

const isAboutSomething = ({ list, entry }: Pick<Scene, 'list' | 'entry'>) =>
  (list === 'presses' || list === 'submits') && !CARRIES_NOTHING.includes(entry);

function expectRefused({ list, entry: where }: Scene, entry: Entry, logged: string): void {
  expect(theirTextsIn(toldSince(ours.on, entry))).toEqual([]);
  if (!isAboutSomething({ list, entry: where })) return;
  expect(toldSince(ours.on, entry)).toMatch(/"text\\*":|"errors\\*":/u);
  expect(logged).toMatch(new RegExp(`"where":"${where}","code":"[\\w.]+".*"msg":"refused"`, 'u'));
}

test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))(
  '%s about what is another workspace’s changes nothing there and tells nothing of it',
  async (_name, scene) => {
    await play(scene, theirs);
    await scene.prepare?.(ours);
    const open = depth(ours, scene);
    await lost(scene, ours);
    const ids = await swap();
    const before = await documentsOf(ours.on, theirs.on.bot.workspace);
    const from = ours.on.logged().length;

    let sent = '';
    const entry = await sendChanged(ours.on, deliveryOf(scene), (body) => {
      const changed = aboutOthers(ids)(body);
      sent = JSON.stringify(changed);
      return changed;
    });

    if (isAboutSomething(scene)) expect(ids.some(([own, other]) => own !== other && sent.includes(other))).toBe(true);
    expect(await documentsOf(ours.on, theirs.on.bot.workspace)).toEqual(before);
    expectRefused(scene, entry, ours.on.logged().slice(from));

    await closeAbove(open, scene);
    if (scene.list === 'events') await ours.on.slack.again(1, deliveryOf(scene));
    else await scene.act(ours);
    await scene.after?.(ours);
  },
);

test('nobody in a workspace was ever shown anything of another one', async () => {
  const mei = ours.as('manager');
  await mei.home();
  for (const channel of ['#general', ours.team, ENGLISH.channel]) {
    for (const command of ['/project', '/project record', '/brief']) await mei.in(channel).command(command);
    if (mei.hasModal()) await mei.modal().close({ all: true });
  }
  const { world, journal } = ours.on.slack.engine;
  const shown = [...world.channels.values(), ...world.homes.values(), ...world.views.values()];
  const said = journal.entries.map(({ direction, payload, answer }) => (direction === 'to app' ? answer : payload));
  expect(said.length).toBeGreaterThan(200);
  expect(theirTextsIn(JSON.stringify([shown, said]))).toEqual([]);
  // What was forged here was no trouble there.
  theirs.on.slack.expectNoErrors();
});
