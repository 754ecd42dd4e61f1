import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { MilestoneKind } from '../../src/plan/model.ts';
import { planWords } from '../../src/plan/words.ts';
import { shown } from './acts.ts';

/** What people do with milestones, a call each. */

/** `/plan`. @returns the list of milestones, or why not */
export const openPlan = async (person: Person, team: string): Promise<Modal> =>
  shown(await person.in(team).command('/plan'));

export type Entering = {
  kind?: MilestoneKind;
  name?: string;
  day?: string;
  owner?: string;
  review?: string;
  needs?: string;
  tell?: boolean;
};

/** What fills the forms of a milestone, by their visible labels. */
export function milestoneFilling({ kind, tell, ...texts }: Entering, locale: Locale): Record<string, Filling> {
  const words = planWords.in(locale);
  const typed = (['name', 'day', 'owner', 'review', 'needs'] as const).flatMap((id): [string, Filling][] => {
    const text = texts[id];
    return text === undefined ? [] : [[words[`${id}.label`](), text]];
  });
  return {
    ...(kind ? { [words['kind.label']()]: words[`kind.${kind}`]() } : {}),
    ...Object.fromEntries(typed),
    ...(tell === undefined ? {} : { [words['tell.label']()]: tell ? [words['tell.yes']()] : [] }),
  };
}

/** Adds one by the form. @returns what is open afterwards: the list, the preview, or the form with its errors */
export async function addMilestone(person: Person, locale: Locale, team: string, entering: Entering): Promise<Modal> {
  const form = shown(await (await openPlan(person, team)).press(planWords.in(locale).add()));
  return shown(await form.fill(milestoneFilling(entering, locale)).submit());
}

type Pressed = 'done' | 'move' | 'block' | 'unblock' | 'change' | 'drop' | 'release' | 'tellClient' | 'reopen' | 'undo';

/** One of the buttons of the list: of the first milestone that has it. */
export const pressPlan = async (list: Modal, locale: Locale, button: Pressed): Promise<Modal> =>
  shown(await list.press(planWords.in(locale)[button]()));

/** Moves the first milestone to another day. @returns what is open afterwards */
export async function moveMilestone(
  person: Person,
  locale: Locale,
  team: string,
  { day, why, tell }: { day: string; why: string; tell?: boolean },
): Promise<Modal> {
  const form = await pressPlan(await openPlan(person, team), locale, 'move');
  const filling = { ...milestoneFilling({ day, ...(tell === undefined ? {} : { tell }) }, locale) };
  return shown(await form.fill({ ...filling, [planWords.in(locale)['why.label']()]: why }).submit());
}
