import { afterEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/io/database.ts';
import { deliveries, overTheWire, type Wire, type WireOptions } from './wire.ts';

let wire: Wire | undefined;

afterEach(async () => {
  await wire?.end();
  wire = undefined;
});

const start = async (options?: WireOptions): Promise<Wire> => (wire = await overTheWire(options));

/** Slack waits this long for an acknowledgement (docs.slack.dev, interactivity). */
const ACK_LIMIT_MS = 3000;

test('what you ask for is in the very answer that Slack waits for', async () => {
  const { server, as } = await start();
  await as('mei').in('#general').command('/project help');
  const [asked] = deliveries(server, '/project');
  expect(asked?.outcome).toBe('ok');
  expect(JSON.stringify(asked?.answer)).toContain('/project new');
  expect(
    as('mei')
      .private()
      .map(({ text }) => text),
  ).toEqual([expect.stringContaining('/project new')]);
});

test('a project is started, its button opens the brief, and every acknowledgement comes within three seconds', async () => {
  const { server, as, until } = await start();
  const mei = as('mei');
  const form = await mei.in('#general').command('/project new');
  await form!
    .fill({
      'Which client is it for?': 'Acme',
      'What is the project called?': 'Spring launch',
      'When does the client want it?': '2099-03-14',
    })
    .submit();
  await until('the card is in the team channel', () => buttonsOf(mei, '#acme-spring-launch').length > 0);
  const brief = await mei.click('Write the brief', { in: '#acme-spring-launch' });
  expect(brief?.labels).toContain('What must this achieve?');
  await brief!.fill({ 'What must this achieve?': 'Trial among students' }).submit();
  await until('the brief has a card', () => buttonsOf(mei, '#acme-spring-launch').includes('Edit brief'));
  await server.engine.dispatch.idle();
  const late = deliveries(server).filter(({ outcome, tookMs }) => outcome !== 'ok' || tookMs >= ACK_LIMIT_MS);
  expect(late).toEqual([]);
  expect(server.engine.journal.complaints).toEqual([]);
});

test('who has never been met is answered in the language that Slack knows of them', async () => {
  const { as, until } = await start({ greet: false });
  await as('xia').in('#general').command('/project 新建');
  await until('the form is there', () => as('xia').modal().labels.includes('是哪位客户的项目？'));
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
  expect(opened()[0]?.outcome).toBe('no ack');
  expect(saved).toHaveLength(1);
  await until('what Mei opened is drawn', () => server.engine.world.homes.has(as('mei').id));
});

test('a connection that breaks is opened again, and commands work as before', async () => {
  const { server, as, until } = await start();
  server.cutSockets();
  await until('the old socket is gone', () => server.connections() === 0);
  await until('the bot is back', () => server.connections() === 1);
  await as('mei').in('#general').command('/project help');
  expect(deliveries(server, '/project')[0]?.outcome).toBe('ok');
});

const buttonsOf = (who: ReturnType<Wire['as']>, channel: string): string[] =>
  who.channels().includes(channel) ? who.sees(channel).flatMap(({ buttons }) => buttons) : [];

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
