import { z } from 'zod';
import type { EventEntry } from '../io/answers.ts';
import type { Invite } from '../kit/aggregate.ts';
import type { ProjectDeps } from '../project/service.ts';
import { inviteAnswered } from './service-invites.ts';

type Deps = ProjectDeps;

/** docs.slack.dev, shared_channel_invite_accepted and its two siblings. */
const answeredSchema = z.looseObject({
  invite: z.looseObject({
    id: z.string(),
    recipient_email: z.string().nullish(),
    recipient_user_id: z.string().nullish(),
  }),
  channel: z.looseObject({ id: z.string() }),
  approval_required: z.boolean().nullish(),
});

const answeredBy = (
  event: string,
  stateOf: (answered: z.infer<typeof answeredSchema>) => Invite['state'],
): EventEntry<Deps> => ({
  event,
  run: async (body, { handling }, deps) => {
    const answered = answeredSchema.parse(body);
    const { id: slackId, recipient_email: email, recipient_user_id: user } = answered.invite;
    const told = { slackId, email: email?.toLowerCase() ?? null, user: user ?? null };
    await inviteAnswered(deps, handling, { channel: answered.channel.id, told, state: stateOf(answered) });
  },
});

/** What another company's people answer to an invitation into a client channel. */
export const inviteEvents: readonly EventEntry<Deps>[] = [
  answeredBy('shared_channel_invite_accepted', ({ approval_required: needed }) =>
    needed === true ? 'approvalNeeded' : 'accepted',
  ),
  answeredBy('shared_channel_invite_approved', () => 'accepted'),
  answeredBy('shared_channel_invite_declined', () => 'declined'),
];
