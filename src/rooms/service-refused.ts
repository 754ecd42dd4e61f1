import type { Handling } from '../io/handling.ts';
import type { Row } from '../io/outbox.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { type ProjectDeps, projectCardRow } from '../project/service.ts';
import { languagesOf, tellManagers } from '../project/service-tell.ts';
import { withInvite } from './rules-invites.ts';
import { actionOf } from './rules-refused.ts';
import { refusedNote } from './views-refused.ts';

/** Slack refused something for good: it is set aside, recorded, and told to the account managers with the way to do it by hand. */
export async function notDelivered(deps: ProjectDeps, handling: Handling, row: Row): Promise<void> {
  const { project: id, place } = row;
  if (id === null) return;
  const error = row.error ?? '';
  const action = actionOf(row);
  // The card that failed cannot show it: drawn again it would fail again, without end.
  const isOwnCard = row.kind === 'card' && row.subject.kind === 'project';
  const cards = isOwnCard ? [] : [projectCardRow(id)];
  const speaks = await languagesOf(deps, (await deps.store.project(handling.workspace, id)) ?? undefined);
  const invite = row.kind === 'do' && row.doing.do === 'inviteShared' ? row.doing.invite : null;
  await deps.store.decide(handling, id, (current) => {
    const project = { ...current, undelivered: current.undelivered + 1 };
    return {
      project: invite === null ? project : (withInvite(project, invite, 'failed') ?? project),
      happened: [{ kind: 'project.undelivered', actor: LIAISON_ITSELF, content: { row: row.kind, action, error } }],
      rows: () => {
        // A message to one person that fails is shown on the card alone: a second one to them would fail as well.
        if (place.kind !== 'channel') return cards;
        const note = (locale: Locale) => refusedNote(current, { action, error, whom: whomOf(row) }, locale);
        return [...cards, ...tellManagers(current, speaks, `undelivered:${row._id}`, note)];
      },
    };
  });
}

function whomOf(row: Row): (Person | string)[] {
  if (row.kind !== 'do') return [];
  if (row.doing.do === 'invite') return row.doing.people;
  if (row.doing.do !== 'inviteShared') return [];
  return [row.doing.person ?? row.doing.email ?? '?'];
}
