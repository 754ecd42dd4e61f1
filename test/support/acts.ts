import type { KnownBlock } from '@slack/types';
import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import type { Reach } from '../../src/approval/model-asking.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { briefWords } from '../../src/brief/words.ts';
import { stepsWords } from '../../src/brief/words-steps.ts';
import type { BriefStep, REQUIRED_QUESTIONS } from '../../src/brief/model.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { projectWords } from '../../src/project/words.ts';

/** What people do in most stories, a call each. `locale` is the language in which they see what they press and fill. */

/** The modal, where there must be one. */
export function shown(modal: Modal | undefined): Modal {
  if (!modal) throw new Error('no modal is open');
  return modal;
}

export type Starting = {
  client: string;
  name: string;
  work?: 'campaign' | 'job';
  wantedOn?: string;
  /** Where the command is typed. */
  from?: string;
};

/** `/project new`, filled in and submitted. @returns the new team channel, `#name`. */
export async function startProject(
  person: Person,
  locale: Locale,
  { client, name, work = 'campaign', wantedOn = '2027-03-14', from = '#general' }: Starting,
): Promise<string> {
  const words = projectWords.in(locale);
  const before = new Set(person.channels());
  const form = shown(await person.in(from).command('/project new'));
  const answers = {
    [words['client.label']()]: client,
    [words['name.label']()]: name,
    [words['work.label']()]: words[`work.${work}`](),
    [words['wantedOn.label']()]: wantedOn,
  };
  const left = await form.fill(answers).submit();
  if (left) throw new Error(`the project was not started: ${JSON.stringify(left.errors)}`);
  const fresh = person.channels().find((channel) => !before.has(channel));
  if (!fresh) throw new Error('no team channel came');
  return fresh;
}

type Essential = (typeof REQUIRED_QUESTIONS)[number];

/** Answers by question; for `notKnown` the names of the questions. */
export type BriefTexts = Partial<Record<Essential, string | null>> & { notKnown?: readonly Essential[] };

export const TEXTS = {
  en: {
    objective: 'Trial among students',
    audience: 'Students, 18 to 24',
    keyMessage: 'Real tea, no powder',
    deliverables: 'Key visual\n3 films of 15 s',
  },
  zh: {
    objective: '让大学生尝试春茶',
    audience: '十八至二十四岁的学生',
    keyMessage: '真茶，不用茶粉',
    deliverables: '主视觉\n三支短片',
  },
} as const satisfies Record<Locale, BriefTexts>;

/** What fills the brief's form, by its visible labels. */
export function briefFilling({ notKnown, ...texts }: BriefTexts, locale: Locale): Record<string, Filling> {
  const words = briefWords.in(locale);
  const filled = Object.entries(texts).map(([question, text]) => [words[`${question as Essential}.label`](), text]);
  const unknown = notKnown ? [[words['notKnown.label'](), notKnown.map((one) => words[`notKnown.${one}`]())]] : [];
  return Object.fromEntries([...filled, ...unknown]) as Record<string, Filling>;
}

/** Is this the overview of a brief? */
export const isOverview = (modal: Modal | undefined, locale: Locale): boolean =>
  modal?.title === stepsWords.in(locale).overviewTitle();

/** A step of the brief in what was opened: at once where nobody has written it yet, else from its overview. */
export async function inStep(
  opened: Modal | undefined,
  locale: Locale,
  step: BriefStep['id'] = 'essentials',
): Promise<Modal> {
  const modal = shown(opened);
  return isOverview(modal, locale) ? shown(await modal.press(stepsWords.in(locale)[`edit.${step}`]())) : modal;
}

/** Closes the overview. @returns anything else that is open: a next step, or a form with its errors. */
export async function leaveOverview(modal: Modal | undefined, locale: Locale): Promise<Modal | undefined> {
  return isOverview(modal, locale) ? modal?.close({ all: true }) : modal;
}

/** `/brief`, and one of its steps. @returns the step's form. */
export const openStep = async (person: Person, locale: Locale, team: string, step: BriefStep['id'] = 'essentials') =>
  inStep(await person.in(team).command('/brief'), locale, step);

/** `/brief`, the essentials filled in and saved. @returns what is open afterwards: who finds out, or the form with its errors. */
export async function writeBrief(
  person: Person,
  locale: Locale,
  team: string,
  texts: BriefTexts = TEXTS[locale],
): Promise<Modal | undefined> {
  const form = await openStep(person, locale, team);
  return leaveOverview(await form.fill(briefFilling(texts, locale)).submit(), locale);
}

/** To whom and where; `offSlack` a name a line. The channel is asked the first time only. */
export type Sending = {
  channel?: string;
  approver?: string | readonly string[];
  offSlack?: string;
  reach?: Reach;
  dueOn?: string;
  language?: Locale;
};

/** Opens Send to client from the card and fills it. */
export async function openSending(person: Person, locale: Locale, team: string, sending: Sending): Promise<Modal> {
  const words = briefWords.in(locale);
  const form = shown(await person.click(words.sendButton(), { in: team }));
  return form.fill(sendFilling(sending, form, locale));
}

/** What fills the form for sending, as far as it asks for it. */
export function sendFilling(sending: Sending, form: Modal, locale: Locale): Record<string, Filling> {
  const { channel, approver, offSlack, reach, dueOn, language } = sending;
  const words = briefWords.in(locale);
  const isAsked = form.labels.includes(words['channel.label']());
  return {
    ...(channel !== undefined && isAsked ? { [words['channel.label']()]: channel } : {}),
    ...(reach ? { [words['reach.label']()]: words[`reach.${reach}`]() } : {}),
    ...(approver !== undefined ? { [words['approvers.label']()]: approver } : {}),
    ...(offSlack !== undefined ? { [words['offSlack.label']()]: offSlack } : {}),
    ...(dueOn !== undefined ? { [words['dueOn.label']()]: dueOn } : {}),
    ...(language ? { [words['language.label']()]: words[`language.${language}`]() } : {}),
  };
}

/** Sends the brief to the client. @returns what is open afterwards: the form with its errors, or nothing. */
export async function sendBrief(person: Person, locale: Locale, team: string, sending: Sending) {
  return (await openSending(person, locale, team, sending)).submit();
}

/** A project whose brief is with the client. @returns its team channel. */
export async function sentProject(person: Person, locale: Locale, starting: Starting, sending: Sending) {
  const team = await startProject(person, locale, starting);
  await writeBrief(person, locale, team);
  const left = await sendBrief(person, locale, team, sending);
  if (left) throw new Error(`the brief was not sent: ${JSON.stringify(left.errors)}`);
  return team;
}

/** The texts of the options of one input, by its label. */
export function optionsIn({ raw }: Modal, label: string): string[] {
  const inputs = (raw.blocks as KnownBlock[]).flatMap((block) => (block.type === 'input' ? [block] : []));
  const element = inputs.find((block) => block.label.text === label)?.element;
  if (!element || !('options' in element)) return [];
  return (element.options ?? []).map(({ text }) => text.text);
}

/** Confirms with one click. */
export const confirm = async (approver: Person, locale: Locale, channel: string): Promise<unknown> =>
  approver.click(answerWords.in(locale)['verb.confirmed'](), { in: channel });

export type Requesting = {
  reason: string;
  /** The lines' numbers, chosen in the form. */
  lines?: readonly number[];
  restConfirmed?: boolean;
};

/** Requests changes in the approver's own words. @returns what is open afterwards: the form with its errors, or nothing. */
export async function requestChanges(
  approver: Person,
  locale: Locale,
  channel: string,
  said: string | Requesting,
): Promise<Modal | undefined> {
  const { reason, lines = [], restConfirmed = false } = typeof said === 'string' ? { reason: said } : said;
  const words = answerWords.in(locale);
  const form = shown(await approver.click(words['verb.changesRequested'](), { in: channel }));
  const numbered = optionsIn(form, words['lines.label']());
  return form
    .fill({
      [words['reason.label']({ verb: 'changesRequested' })]: reason,
      ...(lines.length > 0
        ? {
            [words['lines.label']()]: lines.map(
              (number) => numbered.find((one) => one.startsWith(`${number}. `)) ?? '',
            ),
          }
        : {}),
      ...(restConfirmed ? { [words['rest.label']()]: [words['rest.confirmed']()] } : {}),
    })
    .submit();
}

/** Confirms some lines by their numbers. @returns what is open afterwards: the form with its errors, or nothing. */
export async function confirmLines(approver: Person, locale: Locale, channel: string, lines: readonly number[]) {
  const words = answerWords.in(locale);
  const form = shown(await approver.click(words.someLines(), { in: channel }));
  const filling = form.labels.map((label) => {
    const chosen = optionsIn(form, label).filter((one) => lines.some((number) => one.startsWith(`${number}. `)));
    return [label, chosen] as const;
  });
  return form.fill(Object.fromEntries(filling.filter(([, chosen]) => chosen.length > 0))).submit();
}

/** Has somebody else decide. @returns what is open afterwards: the form with its errors, or nothing. */
export async function passOn(approver: Person, locale: Locale, channel: string, to: string) {
  const words = answerWords.in(locale);
  const form = shown(await approver.click(words.passOn(), { in: channel }));
  return form.fill({ [words['decider.label']()]: to }).submit();
}

/** Withdraws a confirmation in the approver's own words. @returns what is open afterwards: the form with its errors, or nothing. */
export async function withdraw(approver: Person, locale: Locale, channel: string, reason: string) {
  const words = answerWords.in(locale);
  const form = shown(await approver.click(words.takeBack(), { in: channel }));
  return form.fill({ [words['withdrawReason.label']()]: reason }).submit();
}

/** All that a person reads in a channel, a message each. */
export const read = (person: Person, channel: string): string[] => person.sees(channel).map(({ text }) => text);
