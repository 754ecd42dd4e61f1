import { BSON } from 'mongodb';
import { z } from 'zod';
import { personSchema, type Person } from '../src/kit/person.ts';
import type { CollectionName } from '../src/io/database.ts';
import { answerWords } from '../src/approval/words-answers.ts';
import { briefWords } from '../src/brief/words.ts';
import { sentProject } from '../test/support/acts.ts';
import { type Body, stage, type Stage } from '../test/support/stage.ts';
import type { Identity } from './slack-stub.ts';

export type Doc = { _id: string } & Record<string, unknown>;

/** One operation as the driver sent it. */
export type Write = { q: Doc; u: Record<string, unknown>; upsert?: boolean };

/** What Confirm writes in its transaction. */
export type Writes = { received: Write[]; projects: Write[]; record: Doc[]; outbox: Write[] };

export const KEPT = ['projects', 'clients', 'people', 'versions', 'record', 'outbox'] as const;
type Kept = (typeof KEPT)[number] & CollectionName;

/** Payloads as Slack words them. `refused`: a press of Confirm by somebody who is not asked. `open`: Edit brief. */
export const PAYLOADS = ['help', 'home', 'open', 'refused', 'confirm'] as const;
export type PayloadName = (typeof PAYLOADS)[number];

/** One project whose brief is with the client, as the product itself brought it there, and what happens next. */
export type Walked = {
  identity: Identity;
  project: string;
  approver: Person;
  documents: Readonly<Record<Kept, Doc[]>>;
  payloads: Readonly<Record<PayloadName, Body>>;
  writes: Writes;
};

/** Plays the real walk once, with the strict Slack and the bot in this process. */
export async function walk(): Promise<Walked> {
  const on = await stage({ monitored: true });
  try {
    return await played(on);
  } finally {
    await on.end();
  }
}

async function played(on: Stage): Promise<Walked> {
  const words = briefWords.in('en');
  const answers = answerWords.in('en');
  const [mei, olivia, dana] = [on.slack.as('mei'), on.slack.as('olivia'), on.slack.as('dana')];
  const channel = '#acme-lantern';
  const sending = { channel, approver: '@dana', language: 'en' } as const;
  const team = await sentProject(mei, 'en', { client: 'Acme', name: 'Spring launch' }, sending);
  const documents = await taken(on);
  const payloads = {
    help: await heard(on, () => mei.in('#general').command('/project help')),
    home: await heard(on, () => mei.home()),
    open: await heard(on, () => mei.click(words.edit(), { in: team })),
    refused: await heard(on, () => olivia.click(answers['verb.confirmed'](), { in: channel })),
  };
  let confirm: Body = {};
  const writes = await written(on, async () => {
    confirm = await heard(on, () => dana.click(answers['verb.confirmed'](), { in: channel }));
  });
  const { app } = on.slack.engine.world;
  return {
    identity: { workspace: app.teamId, botUser: app.botUserId, botId: app.botId },
    project: documents.projects[0]?._id ?? '',
    approver: approverOf(confirm),
    documents,
    payloads: { ...payloads, confirm },
    writes,
  };
}

/** All that the database holds. People count as learned now: nobody is asked about while something is measured. */
async function taken({ db }: Stage): Promise<Walked['documents']> {
  const all = async (name: Kept) => (await db.collection(name).find({}).toArray()) as Doc[];
  const people = (await all('people')).map((one) => ({ ...one, learnedAt: new Date() }));
  const [projects, clients, versions] = [await all('projects'), await all('clients'), await all('versions')];
  return { projects, clients, people, versions, record: await all('record'), outbox: await all('outbox') };
}

/** The one delivery that an act brings. */
async function heard({ wire }: Stage, act: () => Promise<unknown>): Promise<Body> {
  const bodies: Body[] = [];
  wire.watch = (what, body) => {
    if (what === 'delivered') bodies.push(body);
  };
  await act();
  wire.watch = null;
  const [first] = bodies;
  if (!first) throw new Error('an act brought no delivery');
  return structuredClone(first);
}

const commandSchema = z.looseObject({
  insert: z.string().optional(),
  update: z.string().optional(),
  documents: z.array(z.custom<Doc>()).default([]),
  updates: z.array(z.custom<Write>()).default([]),
});

/** What an act writes in transactions, as the driver tells it. */
async function written({ db }: Stage, act: () => Promise<void>): Promise<Writes> {
  const client = db.connection.getClient();
  const found: z.infer<typeof commandSchema>[] = [];
  const hear = ({ commandName, command }: { commandName: string; command: object }) => {
    const isWrite = commandName === 'insert' || commandName === 'update';
    // A copy, because the driver may go on using its own.
    if (isWrite && 'autocommit' in command) found.push(commandSchema.parse(BSON.deserialize(BSON.serialize(command))));
  };
  client.on('commandStarted', hear);
  await act();
  client.off('commandStarted', hear);
  const updates = (name: string) => found.flatMap((one) => (one.update === name ? one.updates : []));
  const inserts = (name: string) => found.flatMap((one) => (one.insert === name ? one.documents : []));
  return {
    received: updates('received'),
    projects: updates('projects'),
    record: inserts('record'),
    outbox: updates('outbox'),
  };
}

function approverOf(confirm: Body): Person {
  const { user } = z.looseObject({ user: z.looseObject({ id: z.string(), team_id: z.string() }) }).parse(confirm);
  return personSchema.parse({ team: user.team_id, user: user.id });
}
