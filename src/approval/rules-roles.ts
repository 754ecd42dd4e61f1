import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Actor, sideOf } from '../project/rules.ts';
import { inTurn, withRole } from '../project/rules-people.ts';
import type { Person } from '../kit/person.ts';
import type { AskingRefusals } from './model-asking.ts';

const refuse = refuser<AskingRefusals>();

/** Somebody as Slack tells of them. */
export type Found = { team: string; user: string; id: string; name: string | null; kind: string };

/**
 * Somebody who was chosen for one side of the project. Whom the roster does not know is the client's where they are a guest or
 * come from another company, and the agency's where they are a full member of its workspace.
 * @param at the question in which they were chosen
 */
export function partyFor(
  project: Project,
  { team, user, id, name, kind }: Found,
  side: 'agency' | 'client',
  at: string,
): Actor | Refusal {
  const person: Person = { team, user };
  const who = [{ person, name }];
  const known = sideOf(project, person);
  if (known === null && kind === 'unknown') return refuse('asking.unknown', { who }, { at });
  const isOurs = known === null ? kind === 'member' : known === 'agency';
  const isTheirs = known === null ? kind === 'guest' || kind === 'external' : known === 'client';
  if (side === 'client' && !isTheirs) return refuse('asking.inside', { who }, { at });
  if (side === 'agency' && !isOurs) return refuse('asking.outsider', { who }, { at });
  return { person, id, name };
}

/** Gives the client's lead contact and the agency's deputy their roles; null takes a role from whoever had it. */
export function withRoles(
  project: Project,
  { contact, deputy }: { contact: Found | null; deputy: Found | null },
  now: Date,
): Project | Refusal {
  const giving = (role: 'clientContact' | 'deputy', found: Found | null) => (next: Project) => {
    const at = role === 'deputy' ? 'deputy' : 'contact';
    const actor = found && partyFor(next, found, role === 'deputy' ? 'agency' : 'client', at);
    return isRefusal(actor) ? actor : withRole(next, role, actor, now);
  };
  return inTurn(project, [giving('clientContact', contact), giving('deputy', deputy)]);
}
