import { z } from 'zod';
import type { Side } from '../kit/aggregate.ts';
import type { Person } from '../kit/person.ts';
import type { Doing } from '../kit/rows.ts';
import { findMade, NAME_CHOICES } from './lookup.ts';
import { rowId } from './outbox.ts';
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
    case 'topic':
      await run.parts.clients.sender.conversations.setTopic({ channel, topic: doing.topic });
      return NOWHERE;
    case 'pin':
      await pin(run, doing.message);
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

const pinnedSchema = z.looseObject({ channel: z.string(), ts: z.string() });

async function pin({ parts }: Run, key: string): Promise<void> {
  const raw = await parts.db
    .collection('outbox')
    .findOne({ _id: rowId(parts.installation.workspace, key), workspace: parts.installation.workspace });
  const posted = pinnedSchema.safeParse(raw);
  if (!posted.success) throw new SetAsideError('nothing_to_pin');
  const { channel, ts } = posted.data;
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
  const filter = { _id: project, workspace: parts.installation.workspace, [path]: null };
  await parts.db.collection('projects').updateOne(filter, { $set: { [path]: channel }, $inc: { revision: 1 } });
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
