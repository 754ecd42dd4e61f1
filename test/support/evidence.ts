import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import type { EvidenceChannel, Verb } from '../../src/approval/model.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { evidenceWords } from '../../src/approval/words-evidence.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { read, sentProject, shown } from './acts.ts';
import { beginWalk, type Cast, type Walk } from './cast.ts';
import type { Stage } from './stage.ts';

/** The shortcut's name, which the manifest has in one language. */
export const RECORD = 'Record client decision';

/** What is entered when somebody records what a client decided elsewhere; what is left out stays as it stands there. */
export type Recording = {
  approver?: string;
  verb: Verb;
  way?: EvidenceChannel;
  words?: string | null;
  screenshot?: string;
  day?: string;
  time?: string;
  lines?: readonly number[];
  /** Of an approval with changes. */
  showAgain?: 'again' | 'noNeed';
};

/** The first step, by its visible labels. */
export function saidFilling(recording: Recording, locale: Locale): Record<string, Filling> {
  const { approver, verb, way, words: said, screenshot } = recording;
  const words = evidenceWords.in(locale);
  return {
    ...(approver === undefined ? {} : { [words['approver.label']()]: approver }),
    [words['verb.label']()]: answerWords.in(locale)[`verb.${verb}`](),
    ...(way === undefined ? {} : { [words['way.label']()]: words[`way.${way}`]() }),
    ...(said === undefined ? {} : { [words['words.label']()]: said }),
    ...(screenshot === undefined ? {} : { [words['screenshot.label']()]: [{ name: screenshot, text: 'a picture' }] }),
  };
}

/** The second step. */
function whenFilling({ day, time, lines, showAgain }: Recording, locale: Locale): Record<string, Filling> {
  const words = evidenceWords.in(locale);
  return {
    ...(day === undefined ? {} : { [words['saidOn.label']()]: day }),
    ...(time === undefined ? {} : { [words['saidAt.label']()]: time }),
    ...(lines === undefined ? {} : { [words['lines.label']()]: lines.map((number) => words.lineOption({ number })) }),
    ...(showAgain === undefined ? {} : { [words['showAgain.label']()]: words[`showAgain.${showAgain}`]() }),
  };
}

/** Fills and submits both steps of the open form. @returns what is open afterwards: a form with its errors, or nothing. */
export async function record(
  form: Modal | undefined,
  recording: Recording,
  locale: Locale,
): Promise<Modal | undefined> {
  const words = evidenceWords.in(locale);
  const second = await shown(form).fill(saidFilling(recording, locale)).submit();
  if (second?.title !== words.whenTitle()) return second;
  return second.fill(whenFilling(recording, locale)).submit();
}

/** Objects to what was recorded, in one's own words. */
export async function objectTo(person: Person, locale: Locale, channel: string, reason: string) {
  const words = evidenceWords.in(locale);
  const form = shown(await person.click(words.object(), { in: channel }));
  return form.fill({ [words['reason.label']()]: reason }).submit();
}

/** A project whose brief is with the approver, in the client's channel. */
export async function begun(on: Stage, cast: Cast): Promise<Walk> {
  const walk = beginWalk(on, cast);
  const { locale, client, names, channel, people } = cast;
  const sending = { channel, approver: `@${people.approver}`, language: locale };
  const team = await sentProject(walk.as('manager'), locale, { client, name: names[0] }, sending);
  return Object.assign(walk, { team });
}

/** One where whoever decides is not on Slack at all. */
export async function outside(on: Stage, cast: Cast, name: string): Promise<Walk> {
  const walk = beginWalk(on, cast);
  const { locale, client, names } = cast;
  const sending = { offSlack: name, reach: 'outside', language: locale } as const;
  const team = await sentProject(walk.as('manager'), locale, { client, name: names[0] }, sending);
  return Object.assign(walk, { team });
}

export const wordsIn = ({ cast }: Walk) => ({ ...answerWords.in(cast.locale), ...evidenceWords.in(cast.locale) });
export const seenByTeam = ({ as, team }: Walk) => read(as('manager'), team).join('\n---\n');
export const seenByClient = ({ as, cast }: Walk) => read(as('approver'), cast.channel).join('\n---\n');
export const recordOf = async ({ as, team, cast }: Walk) => {
  const manager = as('manager');
  const { text } = shown(await manager.in(team).command(cast.locale === 'zh' ? '/project 记录' : '/project record'));
  await manager.modal().close({ all: true });
  return text;
};
/** The card of the brief, as the team sees it. */
export const stateOf = ({ as, team, words, cast }: Walk) =>
  read(as('manager'), team).find((text) => text.startsWith(words.brief.cardTitle({ project: cast.names[0] }))) ?? '';
export const wroteIn = ({ as, cast }: Walk, role: 'approver' | 'manager', text: string, thread = cast.names[0]) =>
  as(role).in(cast.channel).post(text, { thread });
