import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { LIMITS, ORDERS } from '../../src/approval/model-asking.ts';
import { askingWords } from '../../src/approval/words-asking.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { shown } from './acts.ts';

/** What people do about who decides, a call each. */

export type How = {
  order?: (typeof ORDERS)[number];
  needs?: 'all' | number;
  expiresOn?: string;
  contact?: string;
  deputy?: string;
};

/** Opens who and how over the form that sends. */
export const openWho = async (form: Modal, locale: Locale): Promise<Modal> =>
  shown(await form.press(askingWords.in(locale).changeHow()));

/** What fills who and how, by its labels. */
export function howFilling({ order, needs, expiresOn, contact, deputy }: How, locale: Locale): Record<string, Filling> {
  const words = askingWords.in(locale);
  const some = (count: number) => (count === 1 ? words.needsAny() : words.needsSome({ count }));
  return {
    ...(order ? { [words['order.label']()]: words[`order.${order}`]() } : {}),
    ...(needs ? { [words['needs.label']()]: needs === 'all' ? words.needsAll() : some(needs) } : {}),
    ...(expiresOn ? { [words['expiresOn.label']()]: expiresOn } : {}),
    ...(contact ? { [words['contact.label']()]: contact } : {}),
    ...(deputy ? { [words['deputy.label']()]: deputy } : {}),
  };
}

/** Changes who and how over the form that sends. @returns that form again, or who and how with its errors. */
export async function changeHow(form: Modal, locale: Locale, how: How): Promise<Modal> {
  const who = await openWho(form, locale);
  return shown(await who.fill(howFilling(how, locale)).submit());
}

/** Opens one of the people in who and how, by their number. */
export const openPerson = async (who: Modal, locale: Locale, number: number): Promise<Modal> =>
  shown(await who.press(askingWords.in(locale).edit({ number })));

export type Details = {
  standIn?: string | readonly string[];
  limit?: (typeof LIMITS)[number];
  upTo?: string;
  awayUntil?: string;
  replaceWith?: string | readonly string[];
  replaceOffSlack?: string;
};

/** What fills the form about one person, by its labels. */
export function personFilling(details: Details, locale: Locale): Record<string, Filling> {
  const words = askingWords.in(locale);
  const filled = Object.entries(details).map(([question, value]): [string, Filling] => {
    const label = words[`${question as keyof Details}.label`]();
    return [label, question === 'limit' ? words[`limit.${details.limit ?? 'none'}`]() : value];
  });
  return Object.fromEntries(filled);
}
