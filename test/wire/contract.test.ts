import { afterEach, describe, expect, test } from '@jest/globals';
import type { Person } from '../../sandbox/driver/person.ts';
import type { Database } from '../../src/io/database.ts';
import { briefFilling, shown, TEXTS } from '../support/acts.ts';
import { buttonsOf, deliveries, late, overTheWire, TRANSPORTS, type Wire, type WireOptions } from './wire.ts';

let wire: Wire | undefined;

afterEach(async () => {
  await wire?.end();
  wire = undefined;
});

const TEAM = '#acme-spring-launch';
const STARTING = {
  'Which client is it for?': 'Acme',
  'What is the project called?': 'Spring launch',
  'When does the client want it?': '2099-03-14',
};

describe.each(TRANSPORTS)('over %s', (over) => {
  const start = async (options: Omit<WireOptions, 'over'> = {}): Promise<Wire> =>
    (wire = await overTheWire({ ...options, over }));

  test('what you ask for is in the very answer that Slack waits for', async () => {
    const { server, as } = await start();
    await as('mei').in('#general').command('/project help');
    const [asked] = deliveries(server, '/project');
    expect(asked?.outcome).toBe('ok');
    expect(JSON.stringify(asked?.answer)).toContain('/project new');
    const told = as('mei').private();
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('/project new')]);
  });

  test('a project is started, its button opens the brief, and every acknowledgement comes within three seconds', async () => {
    const { server, as, until } = await start();
    const mei = as('mei');
    await project(mei, until);
    const brief = shown(await mei.click('Write the brief', { in: TEAM }));
    expect(brief.labels).toContain('What must this achieve?');
    await brief.fill({ 'What must this achieve?': 'Trial among students' }).submit();
    await until('the brief has a card', () => buttonsOf(mei, TEAM).includes('Edit brief'));
    await server.engine.dispatch.idle();
    expect(late(server)).toEqual([]);
    expect(server.engine.journal.complaints).toEqual([]);
  });

  test('what is wrong in a form is said under its question, and a form that has a next step becomes it', async () => {
    const { server, as, until } = await start();
    const mei = as('mei');
    await project(mei, until);
    const brief = shown(await mei.click('Write the brief', { in: TEAM }));
    const both = briefFilling({ ...TEXTS.en, notKnown: ['objective'] }, 'en');
    const refused = shown(await brief.fill(both).submit());
    expect(Object.keys(refused.errors)).toEqual(['Not known yet']);
    const none = briefFilling({ ...TEXTS.en, objective: null, notKnown: ['objective'] }, 'en');
    const next = shown(await refused.fill(none).submit());
    expect(next.title).not.toBe(brief.title);
    expect(next.labels).not.toContain('What must this achieve?');
    await server.engine.dispatch.idle();
    expect(server.engine.journal.complaints).toEqual([]);
  });

  test('somebody of another company confirms by a button, and reads it in the channel', async () => {
    const { server, as, until } = await start();
    const [mei, dana] = [as('mei'), as('dana')];
    await project(mei, until);
    const brief = shown(await mei.click('Write the brief', { in: TEAM }));
    await brief.fill(briefFilling(TEXTS.en, 'en')).submit();
    await until('the brief has a card', () => buttonsOf(mei, TEAM).includes('Send to client'));
    const form = shown(await mei.click('Send to client', { in: TEAM }));
    await form.fill({
      'Which channel do you share with the client?': '#acme-lantern',
      'Who confirms it for the client?': '@dana',
    });
    await until('it is shown who reads along there', () => mei.modal().text.includes('@olivia'));
    expect(await mei.modal().submit()).toBeUndefined();
    await until('Dana is asked', () => buttonsOf(dana, '#acme-lantern').includes('Confirm'));
    await dana.click('Confirm', { in: '#acme-lantern' });
    const confirmed = () => dana.sees('#acme-lantern').some(({ text }) => /confirmed/iu.test(text));
    await until('Dana reads that it is confirmed', confirmed);
    await server.engine.dispatch.idle();
    expect(late(server)).toEqual([]);
    expect(server.engine.journal.complaints).toEqual([]);
  });

  test('who has never been met is answered in the language that Slack knows of them', async () => {
    const { as, until } = await start({ greet: false });
    await as('xia').in('#general').command('/project 新建');
    await until('the form is there', () => as('xia').modal().labels.includes('是哪位客户的项目？'));
  });

  test('a form that is delivered twice at the same moment starts one project', async () => {
    const { server, as, until } = await start();
    const mei = as('mei');
    const form = shown(await mei.in('#general').command('/project new'));
    server.engine.faults.nextDelivery('duplicate', { name: 'project.startForm' });
    await form.fill(STARTING).submit();
    await until('the card is there', () => buttonsOf(mei, TEAM).includes('Write the brief'));
    await server.engine.dispatch.idle();
    expect(deliveries(server, 'project.startForm').map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
    expect(mei.channels().filter((name) => name.startsWith('#acme-spring'))).toEqual([TEAM]);
  });

  test('an event is acknowledged only once it is saved, so that a bot that dies in between loses nothing', async () => {
    const saved: string[] = [];
    const { server, as, until } = await start({
      through: (db) => failingFirst(db, saved),
      greet: false,
      ackLimitMs: 400,
    });
    const opened = () => deliveries(server, 'app_home_opened');
    const first = as('mei')
      .home()
      .catch(() => undefined);
    await until('Slack has sent it twice', () => opened().length === 2);
    await first;
    await until('the second one is acknowledged', () => opened()[1]?.outcome === 'ok');
    expect(opened()[0]?.outcome).not.toBe('ok');
    expect(saved).toHaveLength(1);
    await until('what Mei opened is drawn', () => server.engine.world.homes.has(as('mei').id));
  });
});

/** Starts the project from the form, and waits for its card. */
async function project(mei: Person, until: Wire['until']): Promise<void> {
  const form = shown(await mei.in('#general').command('/project new'));
  await form.fill(STARTING).submit();
  await until('the card is in the team channel', () => buttonsOf(mei, TEAM).includes('Write the brief'));
}

/** A database that does not take the first event; notes those that it took. */
function failingFirst(db: Database, saved: string[]): Database {
  let isDown = true;
  const collection: Database['collection'] = (name) => {
    const real = db.collection(name);
    if (name !== 'received') return real;
    const insertOne: typeof real.insertOne = async (row, options) => {
      if (isDown) {
        isDown = false;
        throw new Error('MongoDB is away');
      }
      const result = await real.insertOne(row, options);
      saved.push(String(row._id));
      return result;
    };
    return new Proxy(real, {
      get: (target, key) => {
        if (key === 'insertOne') return insertOne;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  return { ...db, collection };
}
