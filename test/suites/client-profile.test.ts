import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Profile, ProfileQuestion } from '../../src/client/model.ts';
import { marksOf, type ProfileAnswers } from '../../src/client/rules.ts';
import { openProfile, saveProfile } from '../../src/client/service.ts';
import type { Asked } from '../../src/io/answers.ts';
import { makeArchive } from '../../src/io/archive.ts';
import type { Database } from '../../src/io/database.ts';
import { deadline } from '../../src/io/deadline.ts';
import { makeStore } from '../../src/io/store.ts';
import { summarise } from '../../src/project/rules-summary.ts';
import { nobodyWatches } from '../../src/io/watch.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { projectSchema } from '../../src/project/model.ts';
import { start } from '../../src/project/rules.ts';
import { ana, ben, codeOf, idMaker, must, NOW, type someone } from '../support/arbitraries.ts';
import { builtDatabase } from '../support/mongo.ts';

const WORKSPACE = 'TAGENCY';
const LATE_MS = 10_000;
const newId = idMaker();

let db: Database;
let end: () => Promise<void>;
let deps: Parameters<typeof saveProfile>[0];
let deliveries = 0;

beforeAll(async () => {
  ({ db, end } = await builtDatabase());
  const parts = { db, schema: projectSchema, waits: () => [], summarise, newId, newSalt: newId, watch: nobodyWatches };
  deps = { store: makeStore({ ...parts, planned: () => undefined }), archive: makeArchive(db, 'https://agency') };
});
afterAll(() => end());

/** Ana's and Ben's projects of the same client, whose document is all that they have in common. */
beforeEach(async () => {
  for (const name of ['projects', 'clients', 'received'] as const) await db.collection(name).deleteMany({});
  for (const [id, by] of [
    ['p1', ana],
    ['p2', ben],
  ] as const) {
    const answers = { client: 'Acme', name: id, work: 'campaign', wantedOn: '2027-03-14' } as const;
    const parts = { id, workspace: WORKSPACE, by, clientId: 'c1', channel: id, zone: 'UTC', language: 'en' } as const;
    const project = must(start({ ...parts, answers }, NOW));
    const client = { _id: 'c1', workspace: WORKSPACE, name: 'Acme', nameKey: 'acme' };
    const change = { project, happened: [], rows: () => [], ...(id === 'p1' ? { client } : {}) };
    must(await deps.store.create(asked(by).handling, id, async () => change));
  }
});

function asked({ person, id, name }: ReturnType<typeof someone>): Asked {
  const delivery = `D${(deliveries += 1)}`;
  const handling = { workspace: WORKSPACE, delivery, now: NOW, deadline: deadline(LATE_MS), actor: id };
  const where = { channel: null, message: null, view: null };
  return {
    workspace: WORKSPACE,
    person,
    id,
    name,
    kind: 'member',
    isAdministrator: false,
    locale: 'en',
    zone: 'UTC',
    now: NOW,
    handling,
    ...where,
  };
}

const profileNow = async (): Promise<Profile | null> => must(await openProfile(deps, asked(ana), 'p1')).profile;

/** Both save at the same moment what they opened on the same state. */
async function both(anas: ProfileAnswers, bens: ProfileAnswers) {
  const before = await profileNow();
  const opened = (answers: ProfileAnswers) => marksOf(before, Object.keys(answers) as ProfileQuestion[]);
  return Promise.all([
    saveProfile(deps, asked(ana), 'p1', { answers: anas, opened: opened(anas) }),
    saveProfile(deps, asked(ben), 'p2', { answers: bens, opened: opened(bens) }),
  ]);
}

test('one profile is saved through two projects at the same moment, again and again: what both wrote is there', async () => {
  for (let round = 1; round <= 8; round += 1) {
    const [industry, competition] = [`Tea, ${round}`, `Coffee, ${round}`];
    const outcomes = await both({ industry }, { competition });
    expect(outcomes.map(codeOf)).toEqual([null, null]);
    expect(await profileNow()).toMatchObject({ industry, competition, revision: 2 * round });
  }
});

test('at the same question one of them is taken, and the other is told', async () => {
  const outcomes = await both({ industry: 'Tea' }, { industry: 'Coffee' });
  expect(new Set(outcomes.map(codeOf))).toEqual(new Set(['client.clash', null]));
  const taken = isRefusal(outcomes[0]) ? 'Coffee' : 'Tea';
  expect(await profileNow()).toMatchObject({ industry: taken, revision: 1 });
});

test('a delivery that comes twice is saved once, and answered from what stands there', async () => {
  const once = asked(ana);
  const entered = { answers: { industry: 'Tea' }, opened: marksOf(null, ['industry']) };
  const first = must(await saveProfile(deps, once, 'p1', entered));
  const again = must(await saveProfile(deps, once, 'p1', entered));
  expect([first.profile, again.profile].map((profile) => profile?.revision)).toEqual([1, 1]);
});

test('what somebody else keeps beside the answers stays there', async () => {
  await both({ industry: 'Tea' }, { culture: 'Friday rounds' });
  await db.collection('clients').updateOne({ _id: 'c1' }, { $set: { 'profile.chain': ['UCLEO'] } });
  await both({ industry: 'Coffee' }, { reading: 'One page' });
  expect(await profileNow()).toMatchObject({ chain: ['UCLEO'], industry: 'Coffee', culture: 'Friday rounds' });
});
