import { BSON } from 'mongodb';
import { z } from 'zod';
import { connect, type Database } from '../../src/io/database.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { FORMER_NAMES, formerDocuments, type FormerName, formerSlack } from './former-files.ts';
import { testDatabase } from './mongo.ts';
import { stage, type Stage } from './stage.ts';

const COLLECTIONS = ['clients', 'people', 'projects', 'versions', 'approvals', 'record', 'outbox', 'looks'] as const;

async function fill(db: Database, locale: Locale): Promise<void> {
  for (const collection of COLLECTIONS) {
    const documents = formerDocuments(locale, collection).map((one) => BSON.EJSON.deserialize(one));
    if (documents.length > 0) await db.collection(collection).insertMany(documents as never[]);
  }
}

export type FormerStage = Stage & {
  /** Has a form stand open as it stood while the program was exchanged. */
  reopen: (callback: string) => string;
  /** `#name` of a project's team channel. */
  teamOf: (name: FormerName) => string;
};

/** The bot of today on what 0.1.0 left behind: its database, its messages in Slack, and the instant at which it was stopped. */
export async function formerStage(locale: Locale): Promise<FormerStage> {
  const database = await testDatabase();
  const before = await connect(database.uri);
  await before.buildIndexes();
  await fill(before, locale);
  await before.close();
  const on = await stage({ database, greet: false });
  const former = formerSlack(locale);
  const { world } = on.slack.engine;
  for (const [handle, id] of Object.entries(former.users)) {
    if (world.users.get(id)?.handle !== handle) throw new Error(`${handle} has another id than in the fixtures`);
  }
  // What messages have since: files and reactions.
  for (const channel of former.channels) {
    const messages = channel.messages.map((message) => ({ ...message, files: [], reactions: [] }));
    world.channels.set(channel.id, { ...channel, messages });
  }
  await on.slack.clock.to(former.now);
  const reopen = (callback: string) => {
    const found = former.forms.find(({ view }) => 'callback_id' in view && view.callback_id === callback);
    if (!found) throw new Error(`no form ${callback} in the fixtures`);
    const { by, ...record } = found;
    world.views.set(record.id, { ...record, errors: {}, busy: false, trouble: undefined });
    world.stacks.set(record.user, [record.id]);
    return by;
  };
  const projects = formerDocuments(locale, 'projects').map((one) =>
    z.looseObject({ name: z.string(), channels: z.object({ team: z.looseObject({ id: z.string() }) }) }).parse(one),
  );
  const teamOf = (name: FormerName) => {
    const project = projects.find((one) => one.name === FORMER_NAMES[locale][name]);
    const channel = world.channels.get(project?.channels.team.id ?? '');
    if (!channel) throw new Error(`no team channel of ${name}`);
    return `#${channel.name}`;
  };
  const end = async () => {
    await on.end();
    await database.drop();
  };
  return { ...on, reopen, teamOf, end };
}
