import type { NewFile } from '../../sandbox/core/files.ts';
import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import type { SeenMessage } from '../../sandbox/driver/seen.ts';
import type { Which } from '../../sandbox/driver/which.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { optionsIn, shown, startProject } from './acts.ts';
import { enrol } from './acts-stages.ts';
import type { Stage } from './stage.ts';

/** What people do inside with what is to be approved, a call each. */

/** A project that Mei runs for Acme, with Ines on the team. @returns its team channel */
export async function teamOfTwo(on: Stage, name: string): Promise<string> {
  const mei = on.slack.as('mei');
  const team = await startProject(mei, 'en', { client: 'Acme', name });
  await enrol(on, team, 'ines', 'teamMember');
  await mei.in(team).invite('ines');
  return team;
}

/** The card of a deliverable, as somebody sees it: the message that is headed by its name and has buttons. */
export const deliverableCardIn = (person: Person, team: string, name: string): SeenMessage | undefined =>
  person.sees(team).find(({ text, buttons }) => text.startsWith(`${name} · `) && buttons.length > 0);

/** The shortcut's name, which the manifest has in one language. */
export const SEND_FOR_APPROVAL = 'Send for approval';

const VERBS = { en: 'new', zh: '新建' } as const;

export type Bringing = {
  name?: string;
  /** A link a line, or a text. */
  content?: string;
  file?: NewFile;
  dueOn?: string;
  /** Whose new version it is, by the option's text; what is new where it is left out. */
  of?: string;
};

/** What fills the form for sending for approval, by its visible labels. */
export function bringFilling({ name, content, file, dueOn, of }: Bringing, locale: Locale): Record<string, Filling> {
  const words = deliverableWords.in(locale);
  return {
    ...(of === undefined ? {} : { [words['of.label']()]: of }),
    ...(name === undefined ? {} : { [words['name.label']()]: name }),
    ...(content === undefined ? {} : { [words['content.label']()]: content }),
    ...(file === undefined ? {} : { [words['file.label']()]: [file] }),
    ...(dueOn === undefined ? {} : { [words['dueOn.label']()]: dueOn }),
  };
}

/** `/approval new`, with whatever is typed behind it. @returns the form, or which project is asked */
export const openBringing = async (person: Person, locale: Locale, team: string, typed = ''): Promise<Modal> =>
  shown(await person.in(team).command(`/approval ${VERBS[locale]} ${typed}`.trim()));

/** Sends something for approval by the command. @returns what is open afterwards: the form with its errors, or nothing */
export async function bring(person: Person, locale: Locale, team: string, bringing: Bringing) {
  const form = await openBringing(person, locale, team);
  return form.fill(bringFilling(bringing, locale)).submit();
}

/** The same by the menu of a message. */
export async function bringMessage(person: Person, locale: Locale, which: Which, more: Bringing & { in: string }) {
  const form = shown(await person.shortcut(SEND_FOR_APPROVAL, which, { in: more.in }));
  return form.fill(bringFilling(more, locale)).submit();
}

/** Every box of the check in a form that is open. */
export function everyPoint(form: Modal, locale: Locale): Record<string, Filling> {
  const words = deliverableWords.in(locale);
  const labels = form.labels.filter((one) => one === words['points.label']() || one === words['points.more']());
  return Object.fromEntries(labels.map((label) => [label, optionsIn(form, label)]));
}

/** Opens the check of the newest version in a channel. */
export const openCheck = async (person: Person, locale: Locale, team: string, message?: Which): Promise<Modal> =>
  shown(
    await person.click(deliverableWords.in(locale).check(), {
      in: team,
      ...(message === undefined ? {} : { message }),
    }),
  );

/** Checks it: every point is ticked, or it goes back for a reason. @returns the form with its errors, or nothing */
export async function checkIt(person: Person, locale: Locale, team: string, sendBack?: string) {
  const form = await openCheck(person, locale, team);
  const words = deliverableWords.in(locale);
  return form
    .fill(sendBack === undefined ? everyPoint(form, locale) : { [words['reason.label']()]: sendBack })
    .submit();
}

/** Brings the next version by the button on the card. */
export async function bringNext(person: Person, locale: Locale, team: string, bringing: Bringing & { own?: boolean }) {
  const words = deliverableWords.in(locale);
  const form = shown(await person.click(words.newVersion(), { in: team }));
  const own = bringing.own ? { [words['own.label']()]: [words['own.yes']()] } : {};
  return form.fill({ ...bringFilling(bringing, locale), ...own }).submit();
}
