import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/io/database.ts';
import type { Installation } from '../../src/io/installation.ts';
import { type Row, rowId } from '../../src/io/outbox.ts';
import { type Sender } from '../../src/io/sender.ts';
import type { DrawSentFile } from '../../src/io/sender-parts.ts';
import type { ProjectChannel } from '../../src/kit/aggregate.ts';
import { message, section } from '../../src/kit/blocks.ts';
import { clientOf, directTo, fileRow, type Place, type RowDraft, sayToTeam, teamOf } from '../../src/kit/rows.ts';
import { type Engine } from '../../sandbox/core/engine.ts';
import { addFile } from '../../sandbox/core/files.ts';
import { addMessage, removeMessage } from '../../sandbox/core/messages.ts';
import type { Channel } from '../../sandbox/core/types.ts';
import { inProcess } from '../../sandbox/deliver/inProcess.ts';
import { builtDatabase } from '../support/mongo.ts';
import {
  channelIn,
  type Fetch,
  installedIn,
  personIn,
  planned,
  senderOf,
  type SenderOptions,
  slackWith,
} from '../support/sending.ts';

const BYTES = new TextEncoder().encode('%PDF-1.7 what the client is to confirm');
const scopes = [
  'chat:write',
  'files:write',
  'groups:write',
  'groups:read',
  'groups:history',
  'im:write',
  'im:history',
  'users:read',
];
/** The three calls of one file; only the last one shows anybody anything. */
const STEPS = ['files.getUploadURLExternal', 'upload_url', 'files.completeUploadExternal'] as const;

let db: Database;
let end: () => Promise<void>;
let engine: Engine;
let installation: Installation;
let team: Channel;
let client: Channel;
let undelivered: Row[];
let drawFile: DrawSentFile;
let ids = 0;
const newId = () => `id${(ids += 1)}`;

beforeAll(async () => {
  ({ db, end } = await builtDatabase());
});
afterAll(() => end());

beforeEach(async () => {
  for (const name of ['projects', 'outbox', 'people', 'leases'] as const) await db.collection(name).deleteMany({});
  engine = slackWith(scopes);
  installation = installedIn(engine);
  undelivered = [];
  drawFile = async () => ({ audiences: ['team', 'client'], title: 'The brief', bytes: BYTES });
  [team, client] = [channel('acme-spring'), channel('acme-and-us')];
  const side = (id: string): ProjectChannel => ({ id, language: 'en', hold: null });
  const channels = { team: side(team.id), client: side(client.id) };
  await db
    .collection('projects')
    .insertOne({ _id: 'p1', workspace: installation.workspace, schemaVersion: 1, revision: 1, channels });
});

const now = () => new Date(engine.world.clock.now());
const later = (ms: number) => engine.world.clock.advance(ms);

function sender(options: SenderOptions = {}): Sender {
  const files: DrawSentFile = (subject, workspace) => drawFile(subject, workspace);
  const onUndelivered = (row: Row) => void undelivered.push(row);
  return senderOf({ db, engine, installation, newId, draw: async () => null, drawFile: files, onUndelivered }, options);
}

const person = (name: string) => personIn(engine, name);
const channel = (name: string): Channel => channelIn(engine, name);

let order = 0;
async function decide(...rows: RowDraft[]) {
  order += 1000;
  await planned({ db, newId, workspace: installation.workspace, now: now(), order }, { rows });
}

const NAME = 'Acme brief v1 a1b2c3d4e5f6.pdf';
const file = (key = 'file', to: Place = teamOf('p1'), parent: string | null = null, name = NAME) =>
  fileRow(to, key, { subject: { kind: 'briefPdf', project: 'p1', about: '1' }, name }, parent);
const say = (text: string) => sayToTeam('p1', `say:${text}`, message('team', text, [section(text)]));
const rowOf = (key: string) => db.collection('outbox').findOne({ _id: rowId(installation.workspace, key) });
const stateOf = async (key: string) => (await rowOf(key))?.['state'];

/** What the bot posted in a channel: texts, and names of files. */
const posts = (from: Channel): string[] =>
  from.messages
    .filter(({ byApp }) => byApp)
    .flatMap(({ text, files }) =>
      files.length > 0 ? files.map((id) => engine.world.files.get(id)?.name ?? '') : [text],
    );

/** Sends until nothing is left that time alone will move; @returns how long that took, in seconds. */
async function settle(one: Sender): Promise<number> {
  const beganMs = now().getTime();
  for (let round = 0; round < 30; round += 1) {
    const { idle, nextAt } = await one.pump(now());
    if (idle && nextAt === null) return (now().getTime() - beganMs) / 1000;
    if (nextAt) later(Math.max(0, nextAt.getTime() - now().getTime()));
  }
  throw new Error('the sender never came to rest');
}

describe('a file is in the thread exactly once', () => {
  test('under the message that it belongs to, whole, with its name and title, as it is when it is sent', async () => {
    await decide(say('card'), file('file', teamOf('p1'), 'say:card'));
    drawFile = async ({ kind, about }) => ({ audiences: ['team'], title: `${kind} ${about}`, bytes: BYTES });
    expect(await settle(sender())).toBe(0);
    await settle(sender());
    expect(posts(team)).toEqual(['card', NAME]);
    const [card, posted] = team.messages;
    expect(posted?.threadTs).toBe(card?.ts);
    const kept = engine.world.files.get(posted?.files[0] ?? '');
    expect(kept).toMatchObject({ name: NAME, title: 'briefPdf 1', sizeBytes: BYTES.length });
    expect(Buffer.compare(Buffer.from(kept?.head ?? []), Buffer.from(BYTES))).toBe(0);
    expect(await rowOf('file')).toMatchObject({ state: 'sent', channel: team.id, threadTs: card?.ts, sendingAt: null });
    expect(engine.journal.complaints).toEqual([]);
  });

  const mishaps = ['response-lost', 'request-lost', 'server-error', 'unreachable', 'ratelimited'] as const;
  test.each(STEPS.flatMap((step) => mishaps.map((mishap) => [step, mishap] as const)))(
    'when %s meets: %s',
    async (step, mishap) => {
      await decide(say('card'), file('file', teamOf('p1'), 'say:card'), say('after'));
      engine.faults.next(step, mishap, mishap === 'ratelimited' ? { retryAfterSeconds: 7 } : {});
      const tookSeconds = await settle(sender());
      expect(posts(team)).toEqual(['card', NAME, 'after']);
      expect(await rowOf('file')).toMatchObject({ state: 'sent', threadTs: team.messages[0]?.ts });
      // Only of what somebody may have seen is it waited until it would show.
      const mayShow = step === 'files.completeUploadExternal' && mishap.match(/lost|error/u) !== null;
      expect(tookSeconds).toBe(mayShow ? 30 : mishap === 'ratelimited' ? 7 : 1);
    },
  );

  test('where it was found, its place is known, for links', async () => {
    await decide(file());
    engine.faults.next('files.completeUploadExternal', 'response-lost');
    await settle(sender());
    expect(await rowOf('file')).toMatchObject({ state: 'sent', ts: team.messages[0]?.ts });
  });

  test.each(STEPS)('when the process was killed at %s, and another one goes on', async (step) => {
    // A key of its own: what the killed process still does when its calls time out belongs to no other test.
    const key = `killed at ${step}`;
    await decide(file(key));
    const { fetch } = inProcess(engine);
    const path = step === 'upload_url' ? '/upload/' : step;
    await new Promise<void>((reached) => {
      const dying: Fetch = async (input, init) => {
        const answer = await fetch(input, init);
        if (!new Request(input).url.includes(path)) return answer;
        reached();
        return new Promise<Response>(() => undefined);
      };
      void sender({ fetch: dying }).pump(now());
    });
    const two = sender({ process: 'two' });
    await two.pump(now());
    expect(posts(team).length).toBe(step === 'files.completeUploadExternal' ? 1 : 0);
    later(31_000);
    await settle(two);
    expect(posts(team)).toEqual([NAME]);
    expect(await stateOf(key)).toBe('sent');
  });

  test('while an older one of the same name, and somebody else’s, are not taken for it', async () => {
    await decide(file('earlier'));
    await settle(sender());
    later(60_000);
    await decide(file('again'));
    engine.faults.next('files.completeUploadExternal', 'request-lost');
    const one = sender();
    await one.pump(now());
    const { user } = person('mei');
    addMessage(engine.world, team, { user, text: '', files: [addFile(engine.world, user, { name: NAME }).id] });
    await settle(one);
    expect(posts(team)).toEqual([NAME, NAME]);
  });

  test('in the channel itself where the message that it belongs to was deleted', async () => {
    await decide(say('card'));
    await settle(sender());
    removeMessage(engine.world, team, team.messages[0]?.ts ?? '');
    await decide(file('file', teamOf('p1'), 'say:card'));
    await settle(sender());
    expect([posts(team), team.messages[0]?.threadTs]).toEqual([[NAME], undefined]);
  });

  test('in somebody’s direct messages', async () => {
    drawFile = async () => ({ audiences: ['person'], title: 'Yours', bytes: BYTES });
    engine.faults.next('files.completeUploadExternal', 'response-lost');
    await decide(file('file', directTo(person('mei'), 'p1')));
    await settle(sender());
    const direct = [...engine.world.channels.values()].filter(({ kind }) => kind === 'im');
    expect(direct.flatMap(posts)).toEqual([NAME]);
  });
});

describe('a file keeps to what messages keep to', () => {
  test('its place in the lane, and the rate of the channel', async () => {
    const rows = ['1', '2', '3', '4', '5'].flatMap((at) => [
      say(at),
      file(`file${at}`, teamOf('p1'), null, `${at}.pdf`),
    ]);
    await decide(...rows);
    // Four at once, then one a second.
    expect(await settle(sender())).toBe(6);
    expect(posts(team)).toEqual(['1', '1.pdf', '2', '2.pdf', '3', '3.pdf', '4', '4.pdf', '5', '5.pdf']);
  });

  test('the wall: what is the team’s alone goes to no client, and is told', async () => {
    drawFile = async () => ({ audiences: ['team'], title: 'Internal', bytes: BYTES });
    await decide(file('file', clientOf('p1')), file('inside'));
    await settle(sender());
    expect([posts(client), posts(team)]).toEqual([[], [NAME]]);
    expect(undelivered.map(({ error }) => error)).toEqual(['wall_file']);
    expect(engine.journal.entries.filter(({ name }) => name === 'files.getUploadURLExternal')).toHaveLength(1);
  });

  test.each([
    ['files.getUploadURLExternal', 'missing_scope'],
    ['files.getUploadURLExternal', 'file_uploads_disabled'],
    ['files.getUploadURLExternal', 'storage_limit_reached'],
    ['files.completeUploadExternal', 'posting_to_channel_denied'],
  ])('where %s answers %s it is set aside and told, and what comes after it goes on', async (method, error) => {
    await decide(file(), say('after'));
    engine.faults.next(method, 'fail', { error });
    await settle(sender());
    expect(posts(team)).toEqual(['after']);
    expect(undelivered.map((row) => [row.kind, row.error])).toEqual([['do', error]]);
    expect(await stateOf('file')).toBe('failed');
  });

  test('an upload that Slack takes for wrong every time is set aside at last', async () => {
    await decide(file(), say('after'));
    engine.faults.always('upload_url', 'fail', { error: 'wrong' });
    await settle(sender());
    expect([posts(team), undelivered.map(({ error }) => error)]).toEqual([['after'], ['upload_400']]);
  });

  test('one that cannot be drawn is tried again, and one of which there is nothing any more is not sent', async () => {
    let tries = 0;
    drawFile = async () => {
      tries += 1;
      if (tries < 3) throw new Error('the printer is out of paper');
      return { audiences: ['team'], title: 'At last', bytes: BYTES };
    };
    await decide(file());
    expect(await settle(sender())).toBe(3);
    drawFile = async () => null;
    await decide(file('gone'));
    await settle(sender());
    expect([posts(team), await stateOf('gone'), undelivered]).toEqual([[NAME], 'sent', []]);
  });
});
