import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { personKey } from '../../src/kit/person.ts';
import { sayToPerson } from '../../src/kit/rows.ts';
import type { Project } from '../../src/project/model.ts';
import { ana, ben, cleo, dora } from '../support/arbitraries.ts';
import { type Engines, engines } from '../support/engine.ts';
import { anHourPasses, beginDay, bothWork, dueIn, FROM, put } from '../support/nudged-day.ts';
import { acted, type Act, milestone } from '../support/random-weeks.ts';

let on: Engines;
beforeAll(async () => {
  on = await engines();
});
afterAll(() => on.end());
beforeEach(() => beginDay(on));

/** Looks at what is due, so many times, an hour apart. */
async function hours(count: number, work: () => Promise<unknown> = () => bothWork(on)): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) {
    anHourPasses(on);
    await work();
  }
}
const act = (what: Act) =>
  on.bots[0].deps.store.decide(on.handling(), 'project' in what ? `p${what.project}` : '', (project) => ({
    project: acted(project, what, on.clock.now),
    happened: [],
    rows: () => [],
  }));

/** What Ana was told, each as `message` or `digest` with how many things that she can act on. */
async function toldAna(): Promise<string[]> {
  const rows = await on.db
    .collection('outbox')
    .find({ lane: `person:${personKey(ana.person)}` })
    .sort({ at: 1 })
    .toArray();
  return rows.map((row) => {
    const things = JSON.stringify(Object(row['message']).blocks).match(/"action_id":"said"/gu)?.length ?? 0;
    return `${row._id.includes('/digest:') ? 'digest' : 'message'} ${things}`;
  });
}
const states = async (): Promise<unknown[]> =>
  (await on.db.collection('nudges').find({ step: 'silent' }).sort({ at: 1 }).toArray()).map((row) => row['state']);

describe('what is brought up with one person', () => {
  test('is one message where several things are due at once', async () => {
    await put(on, dueIn(4, 4, 4));
    await hours(6);
    expect(await toldAna()).toEqual(['message 3']);
  });

  test('is two messages a day at most: what does not fit stands in the next digest, and nowhere else', async () => {
    await put(on, dueIn(3, 5, 7));
    await hours(10);
    expect(await toldAna()).toEqual(['message 1', 'message 1']);
    expect(await states()).toEqual(['said', 'said', 'due']);
    await hours(18);
    // On the next day the account manager is told that all of them are overdue, which takes the place of what was left.
    expect(await toldAna()).toEqual(['message 1', 'message 1', 'digest 3']);
    expect(await states()).toEqual(['said', 'said', 'missed']);
  });

  test('stops when somebody acts, also between being due and being said', async () => {
    await put(on, dueIn(4, 4));
    await hours(3);
    anHourPasses(on);
    const [first] = on.bots;
    await first.deps.store.decide(on.handling(), 'p0', (project) => ({ project, happened: [], rows: () => [] }));
    await act({ is: 'answer', project: 0 });
    for (let times = 0; times < 2; times += 1) await act({ is: 'answer', project: 0 });
    await bothWork(on);
    expect(await toldAna()).toEqual(['message 1']);
  });

  test('waits for their working time, and is not looked at every minute until then', async () => {
    await put(on, dueIn(11));
    await hours(14);
    expect(await toldAna()).toEqual([]);
    const waiting = await on.db.collection('nudges').findOne({ step: 'silent' });
    expect(waiting).toBeNull();
    await hours(12);
    expect(await toldAna()).toEqual(['digest 1']);
  });
});

describe('one message', () => {
  test.each(['decided', 'committed'] as const)('is one although a process dies when it has %s', async (point) => {
    await put(on, dueIn(4, 4));
    await hours(3);
    on.bots[0].dies.at = point;
    await hours(1, () => on.bots[0].work());
    on.bots[0].dies.at = null;
    await hours(3);
    expect(await toldAna()).toEqual(['message 2']);
    const mentions = await on.db.collection('record').countDocuments({ 'entry.kind': 'approval.reminded' });
    expect(mentions).toBeLessThanOrEqual(2);
  });

  test('is one although two processes do the same at the same moment, many times', async () => {
    await put(on, dueIn(4, 4));
    await hours(8, async () => {
      for (let times = 0; times < 3; times += 1) await bothWork(on);
    });
    expect(await toldAna()).toEqual(['message 2']);
  });
});

test('however many say something to one person at the same moment, two of them get through', async () => {
  const spent = [{ person: personKey(ana.person), day: '2026-11-24' }];
  const saying = (index: number) => {
    const message = { audience: 'person' as const, text: 'x', blocks: [] };
    const row = sayToPerson(ana.person, null, `said:${index}`, message);
    return on.bots[index % 2 === 0 ? 0 : 1].deps.nudges.say(on.handling(), { rows: [row], nudged: { spent } });
  };
  const said = await Promise.all(Array.from({ length: 12 }, async (_, index) => saying(index)));
  expect(said.filter(Boolean)).toHaveLength(2);
  expect(await on.db.collection('outbox').countDocuments({})).toBe(2);
});

describe('those who are missing', () => {
  const reminded = async () =>
    (await on.db.collection('record').find({ 'entry.kind': 'approval.reminded' }).toArray()).map(
      (one) => Object(one['content']).about,
    );

  test('are called once, by whichever process', async () => {
    await put(on, dueIn(9));
    await hours(9, async () => {
      for (let times = 0; times < 3; times += 1) await bothWork(on);
    });
    expect(await reminded()).toEqual([expect.arrayContaining([cleo.id, dora.id])]);
  });

  test('are not called a third time on a day, however many projects want it', async () => {
    await put(on, dueIn(5, 6, 7, 8));
    await hours(9);
    expect((await reminded()).filter((about) => about.includes(cleo.id))).toHaveLength(2);
    // The day of the others came before there was room: that is on their records.
    const missed = await on.db.collection('record').countDocuments({ 'entry.kind': 'nudge.missed' });
    expect(missed).toBe(2);
  });
});

test('a project that cannot be read keeps nobody else from being told', async () => {
  await put(on, dueIn(4, 4));
  await on.db.collection('projects').updateOne({ _id: 'p0' }, { $set: { people: 'nobody' } });
  await hours(6);
  expect(await toldAna()).toEqual(['message 1']);
});

test('what became unreadable while it waited to be said keeps nobody from the rest for long', async () => {
  await put(on, dueIn(4, 4));
  await hours(3);
  anHourPasses(on);
  await on.bots[0].deps.nudges.queue(
    'TAGENCY',
    [
      {
        key: 'p9:x',
        project: 'p9',
        person: personKey(ana.person),
        step: 'silent',
        about: { kind: 'x', id: 'x' },
        at: on.clock.now,
      },
    ],
    on.clock.now,
  );
  await hours(2);
  expect(await toldAna()).toEqual(['message 2']);
});

describe('the morning digest', () => {
  test('is one a working day, of all projects, and none where there is nothing in it', async () => {
    const projects = dueIn(400, 400).map((project, at): Project => ({
      ...project,
      plan: { milestones: [{ ...milestone(new Date(FROM), 3, at), owner: ben }] },
    }));
    await put(on, projects);
    await hours(4 * 24);
    const rows = await on.db
      .collection('outbox')
      .find({ lane: `person:${personKey(ben.person)}` })
      .sort({ at: 1 })
      .toArray();
    // Two working days ahead, and on the day, in one message over both; on the day between there is nothing to say.
    expect(rows.map(({ _id, at }) => [_id.split(':').at(-1), (at as Date).toISOString()])).toEqual([
      ['2026-11-25', '2026-11-25T09:00:00.000Z'],
      ['2026-11-27', '2026-11-27T09:00:00.000Z'],
    ]);
    for (const row of rows) expect(JSON.stringify(row['message']).match(/milestone:m/gu)).toHaveLength(2);
    expect(await on.db.collection('outbox').countDocuments({ lane: `person:${personKey(cleo.person)}` })).toBe(0);
  });

  test('comes late on its day where the bot was away, and not at all on the next', async () => {
    await put(on, dueIn(400));
    await act({ is: 'reach', project: 0 });
    await hours(2);
    const late = async (iso: string) => {
      on.clock.now = new Date(iso);
      await bothWork(on);
      const found = await on.db.collection('digests').findOne({ 'person.user': ana.person.user });
      const next: unknown = found?.['nextAt'];
      return [found?.['lastOn'], next instanceof Date ? next.toISOString() : null];
    };
    expect(await late('2026-11-25T15:00:00Z')).toEqual(['2026-11-25', '2026-11-26T09:00:00.000Z']);
    expect(await late('2026-11-26T20:00:00Z')).toEqual(['2026-11-25', '2026-11-27T09:00:00.000Z']);
  });

  test('is not for whoever is away', async () => {
    await put(on, dueIn(60));
    await hours(2);
    await on.bots[0].deps.absences.set('TAGENCY', {
      person: ana.person,
      absence: { until: '2026-11-30', zone: 'Europe/London', standIn: null },
      setAt: FROM,
    });
    await hours(5 * 24);
    const digests = (await toldAna()).filter((one) => one.startsWith('digest'));
    expect(digests).toEqual([]);
  });
});
