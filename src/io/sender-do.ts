import { z } from 'zod';
import type { Side } from '../kit/aggregate.ts';
import type { Person } from '../kit/person.ts';
import type { Doing } from '../kit/rows.ts';
import { findMade, NAME_CHOICES } from './lookup.ts';
import { drawAgain, rowId } from './outbox.ts';
import { SetAsideError, slackAnswer, slackError } from './sender-outcome.ts';
import { NOWHERE, type Run, type Sent } from './sender-parts.ts';
import { channelName } from './sender-rules.ts';

/** docs.slack.dev, conversations.invite. */
const INVITED_AT_ONCE = 100;
/** They are in the channel, which is what was wanted. */
const IN_ALREADY = new Set(['already_in_channel', 'cant_invite_self']);

/** Does what a row asks for in a channel that is there. What is so already counts as done. @throws whatever the calls throw */
export async function act(run: Run, doing: Exclude<Doing, { do: 'file' }>, channel: string): Promise<Sent> {
  switch (doing.do) {
    case 'invite':
      for (let from = 0; from < doing.people.length; from += INVITED_AT_ONCE) {
        await invite(run, doing.people.slice(from, from + INVITED_AT_ONCE), channel);
      }
      return NOWHERE;
    case 'inviteShared':
      await inviteShared(run, doing, channel);
      return NOWHERE;
    case 'topic':
      await run.parts.clients.sender.conversations.setTopic({ channel, topic: doing.topic });
      return NOWHERE;
    case 'pin':
      await pin(run, doing.message, channel);
      return NOWHERE;
    case 'drawAgain':
      await drawCardAgain(run, doing.card);
      return NOWHERE;
    case 'createChannel':
      // The project has its channel already, and only the mark on the row was missing.
      return { channel, ts: null, threadTs: null };
  }
}

const inviteSchema = z.looseObject({ errors: z.array(z.looseObject({ error: z.string() })).optional() });

/** `force` invites those who can be, whoever else cannot (docs.slack.dev, conversations.invite). */
async function invite({ parts }: Run, people: readonly Person[], channel: string): Promise<void> {
  const users = people.map(({ user }) => user).join(',');
  const answer = await parts.clients.sender.conversations
    .invite({ channel, users, force: true })
    .catch((error: unknown) => {
      const said = slackError(error);
      const told = inviteSchema.safeParse(slackAnswer(error));
      if (said === null || (!IN_ALREADY.has(said) && !told.data?.errors?.length)) throw error;
      return told.data?.errors ? { errors: told.data.errors } : {};
    });
  const refused = inviteSchema.parse(answer).errors?.find(({ error }) => !IN_ALREADY.has(error));
  if (refused) throw new SetAsideError(refused.error);
}

const invitedSchema = z.looseObject({ invite_id: z.string().optional() });

/**
 * Invites one person of another company, and keeps by which id Slack will tell what came of it. Where that is kept already, or the
 * project has gone on without this invitation, nobody is written to.
 */
async function inviteShared(
  { parts }: Run,
  { invite: id, email, person }: Extract<Doing, { do: 'inviteShared' }>,
  channel: string,
): Promise<void> {
  const { conversations } = parts.clients.sender;
  const projects = parts.db.collection('projects');
  const invites = { 'channels.client.invites': { $elemMatch: { id, slackId: null } } };
  const filter = { workspace: parts.installation.workspace, 'channels.client.id': channel, ...invites };
  if ((await projects.findOne(filter, { projection: { _id: 1 } })) === null) return;
  // Whoever decides there writes there: a limited invitation would let them read alone (docs.slack.dev, conversations.inviteShared).
  const invitation = { channel, external_limited: false };
  const asking = person
    ? conversations.inviteShared({ ...invitation, user_ids: [person.user] })
    : conversations.inviteShared({ ...invitation, emails: [email ?? ''] });
  const answer = await asking.catch((error: unknown) => {
    if (IN_ALREADY.has(slackError(error) ?? '')) return {};
    throw error;
  });
  const slackId = invitedSchema.parse(answer).invite_id ?? null;
  const kept = { $set: { 'channels.client.invites.$.slackId': slackId }, $inc: { revision: 1 } };
  await projects.updateOne(filter, kept);
}

async function drawCardAgain({ parts, at }: Run, key: string): Promise<void> {
  const _id = rowId(parts.installation.workspace, key);
  await parts.db.collection('outbox').updateOne({ _id, kind: 'card' }, drawAgain(at));
}

const pinnedSchema = z.looseObject({ channel: z.string(), ts: z.string() });

/** In the channel as it is called now: its id may be another than when the message was posted. */
async function pin({ parts }: Run, key: string, channel: string): Promise<void> {
  const raw = await parts.db
    .collection('outbox')
    .findOne({ _id: rowId(parts.installation.workspace, key), workspace: parts.installation.workspace });
  const posted = pinnedSchema.safeParse(raw);
  if (!posted.success) throw new SetAsideError('nothing_to_pin');
  const { ts } = posted.data;
  await parts.clients.sender.pins.add({ channel, timestamp: ts }).catch((error: unknown) => {
    if (slackError(error) !== 'already_pinned') throw error;
  });
}

/** Where a channel that is to be made belongs, and the name it should have. */
export type Making = { project: string; side: Side; wanted: string };

/**
 * Makes a private channel for a side of a project, under the first name that is free, and gives it to the project.
 * Archived channels keep their names, so a taken one is no sign of a mistake.
 * @throws whatever the calls throw
 */
export async function makeChannel(run: Run, making: Making): Promise<Sent> {
  return give(run, making, await create(run, making.wanted, 1));
}

/** Looks whether the channel was made when we asked for it without hearing an answer, and gives it to the project. */
export async function findChannel(run: Run, making: Making): Promise<Sent | null> {
  const found = await findMade(run, making.wanted);
  return found === null ? null : give(run, making, found);
}

async function give({ parts }: Run, { project, side }: Making, channel: string): Promise<Sent> {
  const path = `channels.${side}.id`;
  // Only where one is waited for: a project without a client channel has nothing there that could take it.
  const waits = { workspace: parts.installation.workspace, [`channels.${side}`]: { $type: 'object' }, [path]: null };
  const given = { $set: { [path]: channel }, $inc: { revision: 1 } };
  await parts.db.collection('projects').updateOne({ ...waits, _id: project }, given);
  // Its jobs live in the same rooms.
  const jobs = { ...waits, 'parent.project': project };
  await parts.db.collection('projects').updateMany(jobs, given);
  return { channel, ts: null, threadTs: null };
}

async function create(run: Run, wanted: string, choice: number): Promise<string> {
  const name = channelName(wanted, choice);
  try {
    const answer = await run.parts.clients.sender.conversations.create({ name, is_private: true });
    return z.looseObject({ id: z.string() }).parse(answer.channel).id;
  } catch (error) {
    if (slackError(error) !== 'name_taken' || choice === NAME_CHOICES) throw error;
    return create(run, wanted, choice + 1);
  }
}
