import { samePerson } from '../kit/person.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { Project } from './model.ts';
import { type Actor, withMember } from './rules.ts';

/**
 * Puts account directors on a roster. Somebody of the team becomes one; whoever runs the project, is a partner's or the client's
 * stays what they are.
 */
export function withDirectors(project: Project, people: readonly Actor[], now: Date): Project {
  return people.reduce((so: Project, one) => {
    const member = so.people.find(({ person }) => samePerson(person, one.person));
    if (!member) {
      const joined = withMember(so, { person: one.person, id: one.id, name: one.name }, 'accountDirector', now);
      return isRefusal(joined) ? so : joined;
    }
    if (member.role !== 'teamMember') return so;
    const directing = { ...member, role: 'accountDirector' } as const;
    return { ...so, people: so.people.map((other) => (other === member ? directing : other)) };
  }, project);
}
