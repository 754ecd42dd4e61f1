import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type BriefVersion, briefSchema } from '../../src/brief/model.ts';
import { briefRow } from '../../src/brief/rules-subjects.ts';
import { drawBriefPdf, sendPaper } from '../../src/brief/service-paper.ts';
import type { Asked } from '../../src/io/answers.ts';
import { makeArchive } from '../../src/io/archive.ts';
import type { Database } from '../../src/io/database.ts';
import { deadline } from '../../src/io/deadline.ts';
import { drawFilesWith } from '../../src/io/drawing.ts';
import { installation } from '../../src/io/installation.ts';
import { makeFiles } from '../../src/io/files.ts';
import { makeExports } from '../../src/io/exports.ts';
import { makeLog } from '../../src/io/log.ts';
import { makePeople } from '../../src/io/people.ts';
import { makePrinter } from '../../src/io/pdf.ts';
import { makeSender, type Sender } from '../../src/io/sender.ts';
import { makeClients } from '../../src/io/slack.ts';
import { makeStore } from '../../src/io/store.ts';
import { summarise } from '../../src/project/rules-summary.ts';
import { nobodyWatches } from '../../src/io/watch.ts';
import { message, section } from '../../src/kit/blocks.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { projectSchema } from '../../src/project/model.ts';
import { start } from '../../src/project/rules.ts';
import type { ProjectDeps } from '../../src/project/service.ts';
import { type Engine } from '../../sandbox/core/engine.ts';
import type { Channel } from '../../sandbox/core/types.ts';
import { addChannel } from '../../sandbox/core/world.ts';
import { inProcess } from '../../sandbox/deliver/inProcess.ts';
import { agency } from '../../sandbox/seed/agency.ts';
import { personByHandle } from '../../sandbox/seed/plant.ts';
import { builtDatabase } from '../support/mongo.ts';
import { readPdf } from '../support/read-pdf.ts';
import { slackWith } from '../support/sending.ts';

const HASH = 'a1b2c3d4e5f60718293a4b5c6d7e8f90112233445566778899aabbccddeeff00';
const scopes = ['chat:write', 'files:write', 'groups:read', 'groups:write', 'groups:history', 'users:read'];
const log = makeLog('silent');

let db: Database;
let end: () => Promise<void>;
let engine: Engine;
let team: Channel;
let deps: Pick<ProjectDeps, 'store' | 'archive' | 'exports' | 'files'>;
let sender: Sender;
let ids = 0;
const newId = () => `id${(ids += 1)}`;
const now = () => new Date(engine.world.clock.now());

beforeAll(async () => {
  ({ db, end } = await builtDatabase());
});
afterAll(() => end());

beforeEach(async () => {
  for (const name of ['projects', 'outbox', 'versions', 'received', 'clients', 'record'] as const)
    await db.collection(name).deleteMany({});
  engine = slackWith(scopes);
  const { fetch } = inProcess(engine);
  const clients = makeClients({ token: engine.world.app.botToken, log, apiUrl: `${engine.baseUrl}/api/`, fetch });
  const installed = await installation(clients, { token: engine.world.app.botToken, wait: async () => undefined });
  const people = makePeople({ db, clients, newId, now });
  const watch = nobodyWatches;
  const newSalt = () => '00'.repeat(16);
  deps = {
    store: makeStore({
      db,
      schema: projectSchema,
      waits: () => [],
      summarise,
      newId,
      newSalt,
      watch,
      planned: () => undefined,
    }),
    archive: makeArchive(db, installed.url),
    exports: makeExports(db, now),
    files: makeFiles({ clients, token: engine.world.app.botToken, botUser: installed.botUser, fetch }),
  };
  sender = makeSender({
    db,
    clients,
    installation: installed,
    people,
    draw: async () => message('team', 'The brief', [section('The brief')]),
    drawFile: drawFilesWith(
      { briefPdf: drawBriefPdf },
      { deps, agency: installed.name, print: makePrinter(undefined) },
    ),
    fetch,
    language: () => 'en',
    log,
    watch,
    newId,
    process: 'one',
    onUndelivered: () => undefined,
    now,
  });
  team = addChannel(engine.world, {
    name: 'acme-spring',
    kind: 'private',
    creator: engine.world.app.botUserId,
    members: [engine.world.app.botUserId],
  });
});

function asked(handle: string): Asked {
  const { id: user, teamId } = personByHandle(engine, handle);
  const workspace = engine.world.app.teamId;
  const handling = { workspace, delivery: newId(), now: now(), deadline: deadline(60_000), actor: null };
  const who = { workspace, person: { team: teamId, user }, id: handle, name: handle, kind: 'member' } as const;
  return {
    ...who,
    isAdministrator: false,
    locale: 'en',
    zone: 'utc',
    now: now(),
    handling,
    channel: null,
    message: null,
    view: null,
  };
}

/** A project of Mei's whose brief was sent, and its card in the team channel. */
async function sent(language: Locale, text: string): Promise<void> {
  const mei = asked('mei');
  const { workspace, person, id, name } = mei;
  const answers = { client: 'Acme', name: 'Spring launch', work: 'job', wantedOn: '2027-03-14' } as const;
  const begin = { id: 'p1', workspace, by: { person, id, name }, answers, clientId: 'c1', zone: 'utc' } as const;
  const project = start({ ...begin, channel: team.id, language: 'en' }, now());
  if (isRefusal(project)) throw new Error(project.code);
  const changes = { dateLine: 'd', lines: [], changedAt: now().toISOString(), changedBy: person, sent: null };
  const brief = briefSchema.parse({ id: 'b1', ...changes });
  const change = { project: { ...project, brief }, happened: [], rows: () => [briefRow('p1')] };
  await deps.store.create(mei.handling, 'p1', async () => change);
  const line = { id: 'l1', question: 'objective', state: 'answered', text } as const;
  const content: BriefVersion = {
    number: 1,
    hash: HASH,
    language,
    sentAt: now().toISOString(),
    sentBy: id,
    lines: [line],
  };
  await db
    .collection('versions')
    .insertOne({ _id: HASH, workspace, project: 'p1', subject: 'brief', number: 1, hash: HASH, content });
}

const files = () =>
  team.messages.flatMap((one) => one.files.map((id) => ({ ...one, file: engine.world.files.get(id) })));

describe('the brief as PDF', () => {
  test.each([
    ['en', 'Get one in five students to buy it twice.', 'Acme Spring launch brief v1 a1b2c3d4e5f6.pdf'],
    ['zh', '让五分之一的大学生再次购买。', 'Acme Spring launch 简报 v1 a1b2c3d4e5f6.pdf'],
  ] as const)(
    'sent in %s comes into the thread under the brief, once, however often it is asked for',
    async (language, text, name) => {
      await sent(language, text);
      for (let click = 0; click < 3; click += 1)
        expect(isRefusal(await sendPaper(deps, asked('mei'), 'p1', 1))).toBe(false);
      await sender.pump(now());
      const [posted, ...more] = files();
      expect(more).toEqual([]);
      expect(posted?.file?.name).toBe(name);
      expect(posted?.threadTs).toBe(team.messages[0]?.ts);
      const { pages, info } = await readPdf(posted?.file?.head ?? new Uint8Array());
      const body = pages
        .map((page) => page.body)
        .join('')
        .replaceAll(/\s/gu, '');
      expect(body).toContain(text.replaceAll(/\s/gu, ''));
      expect(body).toContain(HASH);
      expect(info).toMatchObject({ Author: agency.team.name });
      expect(engine.journal.complaints).toEqual([]);
    },
  );

  test('is the team’s to ask for, and only of a version that was sent', async () => {
    await sent('en', 'Anything');
    const refused = async (handle: string, version: number) => {
      const outcome = await sendPaper(deps, asked(handle), 'p1', version);
      return isRefusal(outcome) ? outcome.code : null;
    };
    expect(await refused('ines', 1)).toBe('project.onlyTeam');
    expect(await refused('mei', 2)).toBe('brief.notSent');
    await sender.pump(now());
    expect(files()).toEqual([]);
  });

  test('can be asked for again after it could not be delivered', async () => {
    await sent('en', 'Anything');
    engine.faults.next('files.completeUploadExternal', 'fail', { error: 'posting_to_channel_denied' });
    await sendPaper(deps, asked('mei'), 'p1', 1);
    await sender.pump(now());
    // As the project is told of it.
    const told = await deps.store.decide(asked('mei').handling, 'p1', (project) => ({
      project: { ...project, undelivered: 1 },
      happened: [],
      rows: () => [],
    }));
    expect(isRefusal(told)).toBe(false);
    await sendPaper(deps, asked('mei'), 'p1', 1);
    await sender.pump(now());
    expect(files().map(({ file }) => file?.name)).toEqual(['Acme Spring launch brief v1 a1b2c3d4e5f6-1.pdf']);
  });
});
