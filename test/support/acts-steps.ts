import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import type { REASONS } from '../../src/brief/model.ts';
import { stepsWords } from '../../src/brief/words-steps.ts';
import { clientWords } from '../../src/client/words.ts';
import type { ProfileQuestion } from '../../src/client/model.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { isOverview, leaveOverview, openStep, shown } from './acts.ts';

/** What people do with the whole brief beyond its essentials, and with the profile of a client. */

/** `/brief` of a brief that was written. @returns its overview. */
export async function openOverview(person: Person, locale: Locale, team: string): Promise<Modal> {
  const modal = shown(await person.in(team).command('/brief'));
  if (!isOverview(modal, locale)) throw new Error(`no overview opened, but “${modal.title}”`);
  return modal;
}

type Result = 'kpis' | 'mandatories' | 'budget' | 'dates';
export type ResultTexts = Partial<Record<Result, string | null>> & { notKnown?: readonly Result[] };

export const RESULTS = {
  en: {
    kpis: 'Awareness | 22→30 % | tracker | Dec\nTrial | 5000 cups',
    mandatories: 'Logo on every format\nNo price claims',
    budget: '400,000 to 500,000 CNY',
    dates: '20 Feb: sales conference\n1 Mar: in the shops',
  },
  zh: {
    kpis: '知名度｜22→30 %｜追踪调研｜12月\n试饮｜5000 杯',
    mandatories: '每个尺寸都要有标志\n不出现价格',
    budget: '人民币 40 万至 50 万',
    dates: '2月20日：经销商大会\n3月1日：门店上架',
  },
} as const satisfies Record<Locale, ResultTexts>;

/** What fills the second step, by its visible labels. */
export function resultsFilling({ notKnown, ...texts }: ResultTexts, locale: Locale): Record<string, Filling> {
  const words = stepsWords.in(locale);
  const filled = Object.entries(texts).map(([question, text]) => [words[`${question as Result}.label`](), text]);
  const unknown = notKnown ? [[words['notKnown2.label'](), notKnown.map((one) => words[`notKnown2.${one}`]())]] : [];
  return Object.fromEntries([...filled, ...unknown]) as Record<string, Filling>;
}

/** The second step of a brief that was written, filled in and saved. @returns as `writeBrief`. */
export async function writeResults(
  person: Person,
  locale: Locale,
  team: string,
  texts: ResultTexts = RESULTS[locale],
): Promise<Modal | undefined> {
  const form = await openStep(person, locale, team, 'results');
  return leaveOverview(await form.fill(resultsFilling(texts, locale)).submit(), locale);
}

export type ReasonTexts = { reason?: (typeof REASONS)[number]; ownReason?: string | null; whys?: string | null };

/** What fills the third step, by its visible labels. */
export function reasonFilling({ reason, ...texts }: ReasonTexts, locale: Locale): Record<string, Filling> {
  const words = stepsWords.in(locale);
  const filled = Object.entries(texts).map(([one, text]) => [words[`${one as 'ownReason' | 'whys'}.label`](), text]);
  const chosen = reason ? [[words['reason.label'](), words[`reason.${reason}`]()]] : [];
  return Object.fromEntries([...chosen, ...filled]) as Record<string, Filling>;
}

/** The third, internal step of a brief that was written, filled in and saved. @returns as `writeBrief`. */
export async function writeReason(
  person: Person,
  locale: Locale,
  team: string,
  texts: ReasonTexts,
): Promise<Modal | undefined> {
  const form = await openStep(person, locale, team, 'reason');
  return leaveOverview(await form.fill(reasonFilling(texts, locale)).submit(), locale);
}

/** What fills a step of a client's profile, by its visible labels. */
export function profileFilling(texts: Partial<Record<ProfileQuestion, string | null>>, locale: Locale) {
  const words = clientWords.in(locale);
  const filled = Object.entries(texts).map(([question, text]) => [
    words[`${question as ProfileQuestion}.label`](),
    text,
  ]);
  return Object.fromEntries(filled) as Record<string, Filling>;
}

/** `/project profile`, typed in a channel of the client. @returns its first step. */
export const openProfile = async (person: Person, locale: Locale, channel: string): Promise<Modal> =>
  shown(await person.in(channel).command(`/project ${locale === 'zh' ? '客户档案' : 'profile'}`));
