import { afterEach, describe, expect, test } from '@jest/globals';
import type { Home, Person } from '../../sandbox/driver/person.ts';
import { homeWords } from '../../src/home/words.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Earlier } from '../../src/project/model-life.ts';
import { examined, namesIn } from '../support/examined.ts';
import { filled, FLAVOURS } from '../support/hostile.ts';
import { memberOf, plantProjects, type Variety } from '../support/many-projects.ts';
import { type Stage, stage } from '../support/stage.ts';

const MANY = 200;
/** Slack's limits of a view (docs.slack.dev, views.publish). */
const MOST_BLOCKS = 100;
const MOST_BYTES = 250_000;
/** All that one Home may show of projects. */
const SHOWN = BOUNDS.waitsOnHome + BOUNDS.awaitedOnHome + 2 * BOUNDS.projectsOnHome + BOUNDS.theirsOnHome;

let on: Stage;
afterEach(() => on.end());

const expectFits = ({ raw }: Home): void => {
  expect(raw.blocks.length).toBeLessThanOrEqual(MOST_BLOCKS);
  expect(Buffer.byteLength(JSON.stringify(raw))).toBeLessThan(MOST_BYTES);
};

/** The Home that stands there since it was drawn last. */
const standing = (person: Person): string => JSON.stringify(on.slack.engine.world.homes.get(person.id)?.view);
const namesStanding = (person: Person): string[] =>
  [...standing(person).matchAll(/Project \d{4}/gu)].map(([name]) => name);

/** So many pages are enough to see that the way back is the same. */
const BACK = 3;

/** Goes through all pages of a list, and some of them back. */
async function pages(person: Person, next: string, earlier: string): Promise<{ there: string[][]; back: string[][] }> {
  const home = await person.home();
  const there = [namesIn(home)];
  const back: string[][] = [];
  // The buttons stand where they stood, so that the Home need not be opened again for each page.
  while (standing(person).includes(`"${next}"`)) {
    await home.press(next);
    there.push(namesStanding(person));
  }
  const last = await person.home();
  while (back.length < BACK) {
    await last.press(earlier);
    back.push(namesStanding(person));
  }
  return { there, back };
}

const en = homeWords.in('en');

type Kind = { who: string; vary: (at: number) => Variety; next: string; earlier: string; size: number };

const AGREED: Earlier = {
  ...{ id: 'e1', kind: 'brief', what: 'The brief', by: 'Dana', agreedOn: '2026-11-01', file: null },
  ...{ addedBy: 'id-tom', addedAt: '2026-11-02T12:00:00.000Z' },
};

const kinds: Record<string, () => Kind> = {
  'somebody of the team': () => ({
    who: 'ines',
    vary: () => ({ people: [memberOf(on, 'mei', 'accountManager'), memberOf(on, 'ines', 'teamMember')] }),
    ...{ next: en['next.mine'](), earlier: en['earlier.mine'](), size: BOUNDS.projectsOnHome },
  }),
  'an account manager': () => ({
    who: 'tom',
    // The brief of each was agreed before, so that nothing waits for or because of the manager and each name stands on Home once.
    vary: () => ({ people: [memberOf(on, 'tom', 'accountManager')], more: { brief: null, earlier: [AGREED] } }),
    ...{ next: en['next.mine'](), earlier: en['earlier.mine'](), size: BOUNDS.projectsOnHome },
  }),
  'an account director': () => ({
    who: 'tom',
    vary: () => ({ people: [memberOf(on, 'mei', 'accountManager'), memberOf(on, 'tom', 'accountDirector')] }),
    ...{ next: en['next.portfolio'](), earlier: en['earlier.portfolio'](), size: BOUNDS.projectsOnHome },
  }),
  'an administrator': () => ({
    who: 'mei',
    vary: () => ({ people: [memberOf(on, 'tom', 'accountManager')] }),
    ...{ next: en['next.portfolio'](), earlier: en['earlier.portfolio'](), size: BOUNDS.projectsOnHome },
  }),
  'somebody of the client’s': () => ({
    who: 'olivia',
    vary: () => ({ people: [memberOf(on, 'mei', 'accountManager'), memberOf(on, 'olivia', 'clientMember')] }),
    ...{ next: en['next.theirs'](), earlier: en['earlier.theirs'](), size: BOUNDS.theirsOnHome },
  }),
};

describe.each(Object.entries(kinds))('with 200 projects, %s', (_, kindOf) => {
  test('sees each of them once, page after page, and the same ones on the way back', async () => {
    on = await stage();
    const { who, vary, next, earlier, size } = kindOf();
    await plantProjects(on, MANY, vary);
    const { there, back } = await pages(on.slack.as(who), next, earlier);
    expect(there.length).toBe(MANY / size);
    expect(new Set(there.flat()).size).toBe(MANY);
    expect(there.flat().length).toBe(MANY);
    expect(back).toEqual(there.toReversed().slice(1, 1 + BACK));
    on.slack.expectNoErrors();
  });

  test('costs the database a page and not the whole, on the first page and on the last', async () => {
    on = await stage();
    const { who, vary, size } = kindOf();
    await plantProjects(on, MANY, vary);
    const person = on.slack.as(who);
    const first = await examined(on.db, () => person.home());
    const team = on.bot.workspace;
    const turned = { mine: 999, portfolio: 999, theirs: 999 };
    await on.db
      .collection('homes')
      .updateOne({ _id: `${team}:${team}:${person.id}` }, { $set: { chosen: turned } }, { upsert: true });
    const last = await examined(on.db, () => person.home());
    expect(namesIn(await person.home()).length).toBe(size);
    for (const { docs, scans } of [first, last]) {
      expect(docs).toBeLessThanOrEqual(SHOWN);
      expect(scans).toEqual([]);
    }
  });
});

describe('with 200 projects that all wait for one person', () => {
  test('a page of them is read, the longest waiting first, and all come up in turn', async () => {
    on = await stage();
    const since = (at: number) => new Date(Date.UTC(2026, 10, 1) + at * 60_000).toISOString();
    const tom = memberOf(on, 'tom', 'accountManager');
    await plantProjects(on, MANY, (at) => ({ people: [tom], more: { startedAt: since(MANY - at) } }));
    const person = on.slack.as('tom');
    const { docs } = await examined(on.db, () => person.home());
    expect(docs).toBeLessThanOrEqual(SHOWN);
    const home = await person.home();
    const waiting = namesIn(home).slice(0, BOUNDS.waitsOnHome);
    expect(waiting).toEqual(['0199', '0198', '0197', '0196', '0195'].map((number) => `Project ${number}`));
    await home.press(en['next.waits']());
    expect(namesIn(await person.home())[0]).toBe('Project 0194');
  });
});

test('whoever is on a last page that is no more is given the one that is last now', async () => {
  on = await stage();
  const people = [memberOf(on, 'mei', 'accountManager'), memberOf(on, 'ines', 'teamMember')];
  await plantProjects(on, 25, () => ({ people }));
  const ines = on.slack.as('ines');
  await (await ines.home()).press(en['next.mine']());
  await (await ines.home()).press(en['next.mine']());
  expect(namesIn(await ines.home())).toHaveLength(5);
  await on.db.collection('projects').deleteMany({ name: { $gt: 'Project 0011' } });
  const home = await ines.home();
  expect(home.text).toContain('11–12 of 12');
  expect(namesIn(home)).toHaveLength(2);
  await on.db.collection('projects').deleteMany({});
  expect((await ines.home()).text).toContain(en.noneMine());
  on.slack.expectNoErrors();
});

test('projects that were saved before there were lists are in them all the same', async () => {
  on = await stage();
  const people = [memberOf(on, 'mei', 'accountManager'), memberOf(on, 'ines', 'teamMember')];
  await plantProjects(
    on,
    12,
    () => ({ people }),
    ({ summary: _none, ...project }) => ({ ...project, schemaVersion: 2, summary: { waits: [] } }),
  );
  const home = await on.slack.as('ines').home();
  expect(namesIn(home)).toHaveLength(BOUNDS.projectsOnHome);
  const stored = await on.db.collection('projects').findOne({ _id: 'many0000' });
  expect(stored).toMatchObject({ revision: 1, summary: { list: { name: 'Project 0000' } } });
});

/** The biggest Home that there can be: an administrator who also runs, helps, directs, and is a client of, 200 projects. */
const CASES = Object.keys(FLAVOURS).flatMap((flavour) =>
  (['en', 'zh'] as const).map((locale) => [flavour as keyof typeof FLAVOURS, locale] as const),
);

test.each(CASES)(
  'the fullest Home at the longest names, %s, is taken by Slack (%s)',
  async (flavour, locale: Locale) => {
    on = await stage({ administrators: ['mei', 'xia'] });
    const who = locale === 'en' ? 'mei' : 'xia';
    const unit = FLAVOURS[flavour](on.slack.as('tom').id);
    const client = { id: 'c1', name: filled(unit, BOUNDS.clientName) };
    const mine = memberOf(on, who, 'accountManager');
    const clients = Array.from({ length: BOUNDS.clientsChosen }, (_, at) => ({
      ...{ _id: `c${at}`, workspace: on.bot.workspace, name: client.name, nameKey: `${at}` },
    }));
    await on.db.collection('clients').insertMany(clients);
    await plantProjects(on, MANY, (at) => ({
      ...{ name: filled(unit, BOUNDS.projectName), client, sentTo: mine.person },
      people: [
        at % 2 ? mine : { ...memberOf(on, 'tom', 'accountManager') },
        ...(at % 2 ? [] : [{ ...mine, role: 'approver' }]),
      ] as never,
      more: { parent: { project: 'p1', name: filled(unit, BOUNDS.projectName), number: at } },
    }));
    const home = await on.slack.as(who).home();
    const words = homeWords.in(locale);
    for (const title of [words.waits(), words.mine(), words.portfolio(), words.theirs()])
      expect(home.text).toContain(title);
    expectFits(home);
    on.slack.expectNoErrors();
  },
);
