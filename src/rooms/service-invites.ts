import type { Handling } from '../io/handling.ts';
import type { Invite } from '../kit/aggregate.ts';
import type { Locale } from '../kit/locale.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { isEnded } from '../project/rules-life.ts';
import { type ProjectDeps, projectCardRow } from '../project/service.ts';
import { languagesOf, leadersOf, tellAll } from '../project/service-tell.ts';
import { inviteOf, type Told, withInvite } from './rules-invites.ts';
import { projectsInRoom } from './service-rooms.ts';
import { invitedNote } from './views-choose.ts';

export type Answered = { channel: string; told: Told; state: Invite['state'] };

/** Somebody of another company answered an invitation: the project knows, and whoever runs it is told. */
export async function inviteAnswered(
  deps: ProjectDeps,
  handling: Handling,
  { channel, told, state }: Answered,
): Promise<void> {
  const administrators = deps.settings.administrators();
  for (const project of await projectsInRoom(deps, handling.workspace, channel)) {
    const speaks = await languagesOf(deps, project, administrators);
    await deps.store.decide({ ...handling, delivery: null }, project._id, (current) => {
      const invite = inviteOf(current, told);
      const next = invite && withInvite(current, invite.id, state);
      if (!invite || !next) return null;
      const note = (locale: Locale) => invitedNote(next, { ...invite, state }, locale);
      const leaders = isEnded(next) ? [] : leadersOf(next, administrators);
      const key = `invite:${invite.id}:${state}`;
      return {
        project: next,
        happened: [
          { kind: 'project.inviteAnswered', actor: LIAISON_ITSELF, content: { to: invite.to, state, side: 'client' } },
        ],
        rows: () => [...tellAll(next, leaders, speaks, { key, note }), projectCardRow(next._id)],
      };
    });
  }
}
