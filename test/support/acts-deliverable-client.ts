import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { partsWords } from '../../src/approval/words-parts.ts';
import type { Reach } from '../../src/approval/model-asking.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { clientDeliverableWords } from '../../src/deliverable/words-client.ts';
import type { Goodwill } from '../../src/deliverable/model.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { optionsIn, shown } from './acts.ts';

/** What people do with a version and the client, a call each. */

export type SendingVersion = {
  channel?: string;
  approver?: string | readonly string[];
  offSlack?: string;
  reach?: Reach;
  dueOn?: string;
  language?: Locale;
  goodwill?: Goodwill;
  worth?: string;
  why?: string;
};

/** What fills the form for sending a version, as far as it asks for it. */
export function versionFilling(sending: SendingVersion, form: Modal, locale: Locale): Record<string, Filling> {
  const words = clientDeliverableWords.in(locale);
  const { channel, approver, offSlack, reach, dueOn, language, goodwill, worth, why } = sending;
  const isAsked = form.labels.includes(words['channel.label']());
  return {
    ...(channel !== undefined && isAsked ? { [words['channel.label']()]: channel } : {}),
    ...(reach ? { [words['reach.label']()]: words[`reach.${reach}`]() } : {}),
    ...(approver === undefined ? {} : { [words['approvers.label']()]: approver }),
    ...(offSlack === undefined ? {} : { [words['offSlack.label']()]: offSlack }),
    ...(dueOn === undefined ? {} : { [words['dueOn.label']()]: dueOn }),
    ...(language ? { [words['language.label']()]: words[`language.${language}`]() } : {}),
    ...(goodwill ? { [words['goodwill.label']()]: words[`goodwill.${goodwill}`]() } : {}),
    ...(worth === undefined ? {} : { [words['worth.label']()]: worth }),
    ...(why === undefined ? {} : { [words['goodwillWhy.label']()]: why }),
  };
}

/** Opens Send to client from the card of the version that is ready, and fills it. */
export async function openSendingVersion(person: Person, locale: Locale, team: string, sending: SendingVersion) {
  const form = shown(await person.click(deliverableWords.in(locale).send(), { in: team }));
  return form.fill(versionFilling(sending, form, locale));
}

/** Sends the version that is ready. @returns what is open afterwards: the form with its errors, or nothing */
export const sendVersionTo = async (person: Person, locale: Locale, team: string, sending: SendingVersion) =>
  (await openSendingVersion(person, locale, team, sending)).submit();

/** Approves with one click. */
export const approve = async (approver: Person, locale: Locale, channel: string): Promise<unknown> =>
  approver.click(answerWords.in(locale)['verb.approved'](), { in: channel });

/** Approves with changes, in the approver's own words. @returns what is open afterwards: the form with its errors, or nothing */
export async function approveWithChanges(
  approver: Person,
  locale: Locale,
  channel: string,
  { reason, showAgain }: { reason: string; showAgain?: 'again' | 'noNeed' },
) {
  const words = answerWords.in(locale);
  const form = shown(await approver.click(words['verb.approvedWithChanges'](), { in: channel }));
  return form
    .fill({
      [words['reason.label']({ verb: 'approvedWithChanges' })]: reason,
      ...(showAgain ? { [words['showAgain.label']()]: words[`showAgain.${showAgain}`]() } : {}),
    })
    .submit();
}

/** Approves some parts by their numbers. @returns what is open afterwards: the form with its errors, or nothing */
export async function approveParts(approver: Person, locale: Locale, channel: string, parts: readonly number[]) {
  const words = partsWords.in(locale);
  const form = shown(await approver.click(words.someLines(), { in: channel }));
  const filling = form.labels.map((label) => {
    const chosen = optionsIn(form, label).filter((one) => parts.some((number) => one.startsWith(`${number}. `)));
    return [label, chosen] as const;
  });
  return form.fill(Object.fromEntries(filling.filter(([, chosen]) => chosen.length > 0))).submit();
}
