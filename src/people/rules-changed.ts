import { type Marks, marksAt, markOf } from '../kit/merge.ts';
import type { Member } from '../project/model-people.ts';
import { isAway } from '../project/rules-away.ts';
import { CHANGEABLE, type Changeable } from './model.ts';

/** What stands of somebody at each question of the form about them. */
const standing = (member: Member, now: Date): Record<Changeable, string | null> => ({
  role: member.role,
  craft: member.craft ?? null,
  standIn: member.standIn?.id ?? null,
  awayUntil: member.away && isAway(member, now) ? member.away.until : null,
});

/** The marks of all that stands there when the form is opened. */
export const marksOf = (member: Member, now: Date): Marks<Changeable> => {
  const stands = standing(member, now);
  return marksAt(CHANGEABLE, (question) => stands[question]);
};

/** Was a question answered otherwise than it was found? What was left as it was leaves it to whoever changed it meanwhile. */
export const isMeant = (opened: Marks<Changeable>, question: Changeable, entered: string | null): boolean =>
  markOf(entered) !== opened[question];
