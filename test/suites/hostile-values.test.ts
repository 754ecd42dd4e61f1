import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { modalsOf } from '../../sandbox/core/views.ts';
import { sentProject } from '../support/acts.ts';
import { beginWalk, ENGLISH, type Walk } from '../support/cast.ts';
import { asIfBy, carriedBy, carrying, sendChanged, toldSince } from '../support/forge.ts';
import { decided, outcomeOf } from '../support/outcome.ts';
import { deliveryOf, lost, nameOf, play, type Scene, SCENES } from '../support/scenes.ts';
import { stage } from '../support/stage.ts';

/** A walk as it is, and one in which whatever buttons and modals carry is tampered with first. */
let once: Walk, walk: Walk;
/** A project of somebody else's, in the same workspace. */
const OTHER = { client: '云山茶', name: '春茶上市' };
let other: string;
/** The entries that showed something of it. */
const revealed: string[] = [];

beforeAll(async () => {
  // Nobody of the walk administers at first: an administrator may do much in every project, by whatever way.
  const administrators: readonly string[] = [];
  once = beginWalk(await stage({ administrators }), ENGLISH);
  walk = beginWalk(await stage({ over: 'http', administrators }), ENGLISH);
  for (const { on } of [once, walk]) {
    await sentProject(on.slack.as('xia'), 'zh', OTHER, { channel: '#yunshan-lantern', approver: '@zhou' });
  }
  other = String((await walk.on.db.collection('projects').findOne({}))?._id);
});
afterAll(async () => {
  await once.on.end();
  await walk.on.end();
});

type Carried = Record<string, unknown>;
type Tampering = readonly [what: string, with_: (carried: Carried) => unknown];

const on = (carried: Carried) => carried['on'] as { version: number; step: number };
const changed = (carried: Carried, by: Carried): Carried | undefined =>
  Object.keys(by).every((key) => key in carried) ? { ...carried, ...by } : undefined;

/** Typed texts stand nowhere in a log: this one stands in what is carried. */
const MARK = 'marked-text-7f3a';

/** What is changed in what is carried; undefined where there is no such thing in it. */
const FIELDS: readonly Tampering[] = [
  ['another project', (carried) => changed(carried, { project: other })],
  ['a project that is none', (carried) => changed(carried, { project: MARK })],
  ['a question instead of a project', (carried) => changed(carried, { project: { $ne: null } })],
  ['no project', (carried) => changed(carried, { project: null })],
  ['a later version', (carried) => changed(carried, { on: { ...on(carried), version: 99 } })],
  ['an earlier version', (carried) => changed(carried, { on: { ...on(carried), version: 0 } })],
  ['another request', (carried) => changed(carried, { version: 99 })],
  ['another step', (carried) => changed(carried, { on: { ...on(carried), step: 7 } })],
  ['a version that is half', (carried) => changed(carried, { on: { version: 1.5, step: 0 } })],
  ['a version beyond all numbers', (carried) => changed(carried, { on: { version: 1e308, step: 0 } })],
  ['another stage', (carried) => changed(carried, { from: 'proposal' })],
  ['a stage that is none', (carried) => changed(carried, { from: MARK })],
  ['a page that is none', (carried) => (typeof carried['from'] === 'number' ? { ...carried, from: 1e21 } : undefined)],
  ['somebody else', (carried) => changed(carried, { about: `T0ELSEWHERE:${MARK}` })],
  ['an answer that is none', (carried) => changed(carried, { onTheTeam: 'yes' })],
  ['another channel', (carried) => changed(carried, { seen: 'C0ELSEWHERE' })],
  ['another draft', (carried) => changed(carried, { draft: '0'.repeat(64) })],
  ['questions that are none', (carried) => changed(carried, { questions: [MARK] })],
  ['numbers', (carried) => Object.fromEntries(Object.keys(carried).map((key) => [key, 7]))],
];

const TEXTS: readonly Tampering[] = [
  ['nothing', () => ''],
  ['no JSON', () => `{"project":"${MARK}`],
  ['a list', () => '[]'],
  ['null', () => 'null'],
  ['a prototype', () => `{"__proto__":{"project":"${MARK}"},"constructor":{"prototype":{"project":"${MARK}"}}}`],
  ['what is nested', () => `${'{"project":'.repeat(180)}1${'}'.repeat(180)}`],
];

/** What may be done with it all the same: `entry: tampering`, with the reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  'project.startForm: another project': 'counts as sent before: a form carries the id of what it makes',
  'project.recordOlder: another project': 'members may read the record of every project',
  'project.recordNewer: another project': 'members may read the record of every project',
  'project.recordChoose: another project': 'members may read the record of every project',
  'stages.open: another project': 'members may look at every project',
  'stages.choose: another project': 'members may look at every project',
  'plan.open: another project': 'members may look at the milestones of every project',
  'plan.choose: another project': 'members may look at the milestones of every project',
  'deliverable.chooseFinal: another project': 'members may look at what is approved in every project',
  'export.choose: another project': 'an administrator may have every record written out',
  'export.form: another project': 'an administrator may have every record written out',
  'progress.choose: another project': 'members may look how every project is doing',
  'stages.override: another stage': 'whoever presses late is shown where the project stands now',
  'stages.back: another project': 'it stands elsewhere: that is shown, and members may look at every project',
  'people.open: another project': 'members may look who is on every project',
  'people.choose: another project': 'members may look who is on every project',
  'people.back: another project': 'members may look who is on every project',
  'people.may: another project': 'members may look who is on every project',
  'rooms.open: another project': 'members may look where every project lives',
  'rooms.choose: another project': 'members may look where every project lives',
  'rooms.chooseTeam: another project': 'an administrator may change where every project lives',
  'rooms.teamChosen: another project': 'an administrator may change where every project lives',
  'rooms.chooseClient: another project': 'an administrator may change where every project lives',
  'rooms.clientChosen: another project': 'an administrator may change where every project lives',
};

/** What would be no tampering: `project.startForm` carries the id of what it is to make, whatever that is. */
const NONE_AT_ALL: readonly string[] = [
  'project.startForm: a project that is none',
  // It carries nothing at all: an absence is of whoever has the form open.
  'people.awayForm: a prototype',
  'people.awayForm: what is nested',
  // The manager is an administrator here, who may have every project live elsewhere.
  'rooms.teamForm: another project',
];

/** Nothing is carried, or nothing is decided by it. */
const DECIDES_NOTHING: readonly string[] = [
  'project.start',
  'brief.chooseFinder',
  'brief.chooseChannel',
  'brief.chooseLanguage',
  'brief.chooseApprovers',
  'brief.chooseReach',
  'brief.chooseDue',
  'deliverable.chooseChannel',
  'deliverable.chooseLanguage',
  'deliverable.chooseApprovers',
  'deliverable.chooseReach',
  'deliverable.chooseDue',
  'brief.askChannel',
  'brief.askQuestions',
  'brief.askContact',
  'brief.askLanguage',
  // What was typed over the text is not read.
  'brief.textShown',
  // Everybody chooses on a Home of their own: what is not understood chooses nothing.
  'home.client',
  'home.stage',
  'home.life',
  'home.manager',
  'home.only',
  'home.clear',
  // They carry nothing, and open something for administrators; a choice is looked up when something is saved.
  'settings.open',
  'settings.directors',
  'settings.client',
  'settings.calendar',
  'settings.calendarOurs',
  'settings.calendarClient',
  'settings.rhythm',
  'settings.checks',
  'rooms.clientChosen',
  'rooms.teamChosen',
];

/** What shows an administrator every project, or every client, whatever is carried. */
const SHOWS_ALL: readonly string[] = [
  'home.clear',
  'settings.directors',
  'settings.calendar',
  'settings.rhythm',
  'settings.checks',
];

/** Each tampering that this delivery can have, with what it then carries. */
function tamperings(carried: string): (readonly [string, string])[] {
  const fields = FIELDS.flatMap(([what, change]) => {
    const value = change(JSON.parse(carried) as Carried);
    const text = JSON.stringify(value);
    return value === undefined || text === carried ? [] : [[what, text] as const];
  });
  return [...fields, ...TEXTS.map(([what, text]) => [what, String(text({}))] as const)];
}

/** Remembers the open modals of whoever acts. @returns what brings them back as they were */
function keepModals({ by }: Scene): () => Promise<void> {
  const { world } = walk.on.slack.engine;
  const open = () => modalsOf(world, walk.as(by).id);
  const before = open().map((record) => ({ record, view: record.view }));
  return async () => {
    while (open().length > before.length) await walk.as(by).modal().close();
    for (const { record, view } of before) Object.assign(record, { view });
  };
}

async function tamper(scene: Scene, what: string, text: string): Promise<void> {
  const { list, entry: where } = scene;
  const name = `${where}: ${what}`;
  const from = walk.on.logged().length;
  const asOneself = asIfBy(walk.on, ENGLISH.people[scene.by]);
  const restore = keepModals(scene);
  const entry = await sendChanged(walk.on, deliveryOf(scene), (body) => asOneself(carrying(text)(body)));
  const logged = walk.on.logged().slice(from);
  await restore();
  expect({ name, outcome: entry.outcome, marked: logged.includes(MARK) }).toEqual({
    name,
    outcome: 'ok',
    marked: false,
  });
  if (name in ALLOWED) return;
  const told = toldSince(walk.on, entry);
  const isShown = told.includes(OTHER.name) || told.includes(OTHER.client);
  if (isShown && !SHOWS_ALL.includes(where)) revealed.push(where);
  if (DECIDES_NOTHING.includes(where)) return;
  const isRefused = new RegExp(`"where":"${where}","code":"[\\w.]+".*"msg":"refused"`, 'u').test(logged);
  const isTold = list === 'events' || /"text\\*":|"errors\\*":/u.test(told);
  expect({ name, isRefused, isTold }).toEqual({ name, isRefused: true, isTold: true });
}

/** What a newer version of this program might add, and what nobody should ever read. */
const withMore = (carried: string): string =>
  `${carried.slice(0, -1)}${carried === '{}' ? '' : ','}"more":"${MARK}","__proto__":{"project":"${other}"},"constructor":{"name":"${MARK}"}}`;

test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))(
  '%s, tampered with, is refused',
  async (_name, scene) => {
    await play(scene, once);
    if (scene.list !== 'presses' && scene.list !== 'submits') return play(scene, walk);
    await scene.prepare?.(walk);
    await lost(scene, walk);
    const last = walk.on.slack.journal.deliveries(deliveryOf(scene)).at(-1);
    const carried = last ? carriedBy(last) : null;
    const before = await decided(walk.on);
    if (!DECIDES_NOTHING.includes(scene.entry)) expect(carried).not.toBeNull();
    for (const [what, text] of carried ? tamperings(carried) : []) {
      if (NONE_AT_ALL.includes(`${scene.entry}: ${what}`)) continue;
      await tamper(scene, what, text);
      expect(await decided(walk.on)).toBe(before);
    }
    // What it carries besides is not looked at.
    walk.on.wire.alter = (body) => (carried ? carrying(withMore(carried))(body) : body);
    await scene.act(walk);
    walk.on.wire.alter = null;
    await scene.after?.(walk);
    const { record, posts } = await outcomeOf(walk.on);
    const expected = await outcomeOf(once.on);
    expect({ record, posts }).toEqual({ record: expected.record, posts: expected.posts });
  },
);

test('nothing of another project was shown, nor where a form was drawn again for a choice', () => {
  expect(revealed).toEqual([]);
});
