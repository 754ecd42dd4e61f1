import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import { briefWords } from '../../src/brief/words.ts';
import type { BriefQuestion } from '../../src/brief/model.ts';
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

/** Answers by question; for `notKnown` the names of the questions. */
export type BriefTexts = Partial<Record<Exclude<BriefQuestion, 'wantedOn'>, string | null>> & {
  wantedOn?: string | null;
  notKnown?: readonly BriefQuestion[];
};

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
  const filled = Object.entries(texts).map(([question, text]) => [words[`${question as BriefQuestion}.label`](), text]);
  const unknown = notKnown ? [[words['notKnown.label'](), notKnown.map((one) => words[`notKnown.${one}`]())]] : [];
  return Object.fromEntries([...filled, ...unknown]) as Record<string, Filling>;
}

/** `/brief`, filled in and saved. @returns what is open afterwards: the second step, or the form with its errors. */
export async function writeBrief(
  person: Person,
  locale: Locale,
  team: string,
  texts: BriefTexts = TEXTS[locale],
): Promise<Modal | undefined> {
  const form = shown(await person.in(team).command('/brief'));
  return form.fill(briefFilling(texts, locale)).submit();
}

export type Sending = { channel: string; approver: string; language?: Locale };

/** Opens Send to client from the card and fills it. */
export async function openSending(
  person: Person,
  locale: Locale,
  team: string,
  { channel, approver, language }: Sending,
): Promise<Modal> {
  const words = briefWords.in(locale);
  const form = shown(await person.click(words.sendButton(), { in: team }));
  return form.fill({
    [words['channel.label']()]: channel,
    [words['approver.label']()]: approver,
    ...(language ? { [words['language.label']()]: words[`language.${language}`]() } : {}),
  });
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

/** Requests changes in the approver's own words. @returns what is open afterwards: the form with its errors, or nothing. */
export async function requestChanges(approver: Person, locale: Locale, channel: string, reason: string) {
  const words = briefWords.in(locale);
  const form = shown(await approver.click(words.requestChanges(), { in: channel }));
  return form.fill({ [words['reason.label']()]: reason }).submit();
}

/** Withdraws a confirmation in the approver's own words. @returns what is open afterwards: the form with its errors, or nothing. */
export async function withdraw(approver: Person, locale: Locale, channel: string, reason: string) {
  const words = briefWords.in(locale);
  const form = shown(await approver.click(words.withdraw(), { in: channel }));
  return form.fill({ [words['withdrawReason.label']()]: reason }).submit();
}

/** All that a person reads in a channel, a message each. */
export const read = (person: Person, channel: string): string[] => person.sees(channel).map(({ text }) => text);
