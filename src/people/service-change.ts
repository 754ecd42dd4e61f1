import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Day } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import type { Answers } from '../kit/form.ts';
import type { Marks } from '../kit/merge.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { type Craft, type Member, type Role, SIDE_OF } from '../project/model-people.ts';
import { namedById } from '../project/rules.ts';
import { type ProjectDeps, whoOf } from '../project/service.ts';
import type { Changeable, changeForm, PeopleRefusals } from './model.ts';
import { awayTyped, stillAway, withAbsence } from './rules-away.ts';
import { isMeant } from './rules-changed.ts';
import { addPerson, changePerson, type Changing } from './rules-roster.ts';
import { type Found, memberById } from './rules-sides.ts';
import { saveReplaced } from './service-leave.ts';
import { chosen, isSame, rosterChangeBy, rosterFor } from './service-roster.ts';
import { plainName } from './views-roster.ts';
import { peopleWords } from './words.ts';

const refuse = refuser<PeopleRefusals>();

/** The craft of a form, whose first option is none. */
const craftOf = (craft: Craft | 'none'): Craft | null => (craft === 'none' ? null : craft);

/** Puts somebody on the roster, with their absence, if they have said one. @returns the roster, with what was done */
export async function saveAdded(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  { person: user, role, craft }: { person: string; role: Role; craft: Craft | 'none' },
): Promise<Modal | Refusal> {
  const found = await chosen(deps, asked, user);
  const isOurs = SIDE_OF[role] !== 'client';
  const absent = isOurs ? stillAway(await deps.absences.of(asked.workspace, found.person), asked.now) : null;
  const saved = await deps.store.decide(asked.handling, id, (project) => {
    const next = addPerson(project, { found, role, craft: craftOf(craft) }, whoOf(asked), asked.now);
    if (isRefusal(next)) return next;
    const noted = absent ? (withAbsence(next, found.person, absent) ?? next) : next;
    return rosterChangeBy(asked, project, noted, found);
  });
  if (isRefusal(saved)) return saved;
  const words = peopleWords.in(asked.locale);
  const said = { who: plainName(found), role: words[`role.${role}`]() };
  return rosterFor(saved.project, asked, [isOurs ? words.wasAdded(said) : words.wasAddedOutside(said)]);
}

/** What the form about somebody holds; a side has not all of it. */
export type ChangeAnswers = Answers<typeof changeForm>;

/** Changes what somebody is in the project, or puts somebody else in their place. @returns the roster, with what was done */
export async function saveChanged(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, member: of, opened }: { project: string; member: string; opened: Marks<Changeable> },
  answers: ChangeAnswers,
): Promise<Modal | Refusal> {
  const until = awayTyped(answers.awayUntil, asked.zone, asked.now, 'awayUntil');
  if (isRefusal(until)) return until;
  const [successor] = answers.replaceWith ?? [];
  if (successor !== undefined) return saveReplaced(deps, asked, { id, of }, await chosen(deps, asked, successor));
  const [user] = answers.standIn ?? [];
  const standIn = user === undefined ? null : await chosen(deps, asked, user);
  const saved = await deps.store.decide(asked.handling, id, (project) => {
    const member = memberById(project, of);
    if (!member) return refuse('people.notOnRoster', {});
    const next = changePerson(project, changing(member, { ...answers, until, standIn }, opened, asked), whoOf(asked));
    if (isRefusal(next)) return next;
    return isSame(project, next) ? null : rosterChangeBy(asked, project, next, null);
  });
  if (isRefusal(saved)) return saved;
  const words = peopleWords.in(asked.locale);
  const who = plainName(namedById(saved.project, of));
  const said = until ? words.wasChangedAway({ who, day: dayInWords(until, asked.locale) }) : words.wasChanged({ who });
  return rosterFor(saved.project, asked, [said]);
}

type Entered = Pick<ChangeAnswers, 'role' | 'craft'> & { until: Day | null; standIn: Found | null };

/** What is to be changed about somebody: what was left as it stood in the form stays as it is by now. */
function changing(member: Member, entered: Entered, opened: Marks<Changeable>, { zone }: Asked): Changing {
  const { role, until, standIn } = entered;
  const away = until === null ? null : { until, zone };
  const craft = craftOf(entered.craft ?? 'none');
  const { id, standIn: stands = null } = member;
  return {
    id,
    role: role && isMeant(opened, 'role', role) ? role : member.role,
    craft: isMeant(opened, 'craft', craft) ? craft : (member.craft ?? null),
    standIn: isMeant(opened, 'standIn', standIn?.id ?? null) ? standIn : stands && { ...stands, kind: 'member' },
    away: isMeant(opened, 'awayUntil', until) ? away : (member.away ?? null),
  };
}
