import type { Invite } from '../kit/aggregate.ts';
import type { Project } from '../project/model.ts';

/** How far an invitation has come; what is told late never takes it back. */
const STEP: Readonly<Record<Invite['state'], number>> = {
  pending: 0,
  approvalNeeded: 1,
  failed: 2,
  accepted: 3,
  declined: 3,
};

/** What came of an invitation. Null where that is known, or where it is none of this project's. */
export function withInvite(project: Project, id: string, state: Invite['state']): Project | null {
  const { client } = project.channels;
  const invites = client?.invites ?? [];
  const invite = invites.find((one) => one.id === id);
  if (!client || !invite || STEP[invite.state] >= STEP[state]) return null;
  const next = invites.map((one) => (one === invite ? { ...one, state } : one));
  return { ...project, channels: { ...project.channels, client: { ...client, invites: next } } };
}

/** How Slack names an invitation: by its id; and by whom it was sent to, should its id not have been kept. */
export type Told = { slackId: string; email: string | null; user: string | null };

/** Which of a project's invitations Slack tells of. */
export const inviteOf = (project: Project, { slackId, email, user }: Told): Invite | undefined => {
  const invites = project.channels.client?.invites ?? [];
  const known = invites.find((one) => one.slackId === slackId);
  return (
    known ??
    invites.find(
      (one) => !one.slackId && ((email !== null && one.to === email) || (user !== null && one.person?.user === user)),
    )
  );
};
