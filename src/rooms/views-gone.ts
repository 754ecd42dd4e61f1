import type { KnownBlock } from '@slack/types';
import { approvalValue } from '../approval/model-manage.ts';
import { MANAGE_IDS } from '../approval/views-asking.ts';
import { bold, button, buttons, type Message, message, rich, run, section } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { escape, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Member } from '../project/model-people.ts';
import { writeValue } from '../project/model-metadata.ts';
import { PROJECT_IDS } from '../project/views.ts';
import type { Decides, Duties } from './rules-gone.ts';
import { goneWords } from './words-gone.ts';

/** Somebody on a project's roster, of whom something is told, and what waits for them. */
export type About = { project: Project; member: Member; duties: Duties };

/** Tells whoever runs it that somebody is there no more: who they were, what waits for them, and the way to fill the place. */
export function goneNote({ project, member, duties }: About, locale: Locale): Message<'person'> {
  const words = goneWords.in(locale);
  const below = [...waiting(duties, locale), section(words.nobody()), ...ways(project, duties, locale)];
  return note(words.gone, { project, member }, below);
}

export function backNote({ project, member }: Omit<About, 'duties'>, locale: Locale): Message<'person'> {
  return note(goneWords.in(locale).back, { project, member }, []);
}

/** Somebody of the client's cannot read along any more. */
export function leftNote({ project, member, duties }: About, locale: Locale): Message<'person'> {
  const below = [...waiting(duties, locale), ...ways(project, duties, locale)];
  return note(goneWords.in(locale).leftClient, { project, member }, below);
}

/** A new account by the name of somebody who is gone: whether they are the same person is for people to say. */
export function maybeNote(
  { project, member }: Omit<About, 'duties'>,
  newcomer: { name: string },
  locale: Locale,
): Message<'person'> {
  const words = goneWords.in(locale);
  const { role } = member;
  const sentence = (places: { who: string; name: string; project: string }) => words.maybe({ ...places, role });
  const name = member.name ?? '?';
  const text = sentence({ who: escape(newcomer.name), name: escape(name), project: escape(project.name) });
  const places = { who: bold(newcomer.name), name: bold(name), project: bold(project.name) };
  return message('person', text, [
    rich(...phrase(sentence, places)),
    buttons('rooms.people', [people(project, locale)]),
  ]);
}

type Sentence = (places: { who: string; project: string; role: string }) => string;

function note(said: Sentence, { project, member }: Omit<About, 'duties'>, below: KnownBlock[]): Message<'person'> {
  const { role } = member;
  const sentence = (places: { who: string; project: string }) => said({ ...places, role });
  const name = member.name ?? '?';
  const text = sentence({ who: escape(name), project: escape(project.name) });
  return message('person', text, [
    rich(...phrase(sentence, { who: bold(name), project: bold(project.name) })),
    ...below,
  ]);
}

/** Suppliers are named up to here: a list of all would be the form's. */
const MINDED_LENGTH = 400;

/** Decisions that are named, each with the way to change who takes it. */
const DECIDED = 3;

function decidesText({ named, version }: Decides, locale: Locale): string {
  const words = goneWords.in(locale);
  return named === null ? words.decides({ version }) : words.decidesNamed({ named, version });
}

function waiting({ decides, reviews, answers, findsOut, minds }: Duties, locale: Locale): KnownBlock[] {
  const words = goneWords.in(locale);
  const more = decides.length - DECIDED;
  const all = [
    ...decides.slice(0, DECIDED).map((one) => decidesText(one, locale)),
    ...(more > 0 ? [words.decidesMore({ count: more })] : []),
    ...(reviews.length > 0 ? [words.reviews({ names: shorten(listed(reviews, locale), MINDED_LENGTH) })] : []),
    ...(answers ? [words.answers()] : []),
    ...(findsOut > 0 ? [words.findsOut({ count: findsOut })] : []),
    ...(minds.length > 0 ? [words.minds({ names: shorten(listed(minds, locale), MINDED_LENGTH) })] : []),
  ];
  if (all.length === 0) return [section(words.nothing())];
  return [rich(bold(`${words.waits()}\n`), run(all.join('\n')))];
}

const people = (project: Project, locale: Locale) =>
  button({
    id: PROJECT_IDS.people,
    text: goneWords.in(locale).people(),
    value: writeValue.encode({ project: project._id }),
  });

/** One decision has its button beside the way to the roster; of several each stands under what it is about. */
function ways(project: Project, { decides }: Duties, locale: Locale): KnownBlock[] {
  const [only, ...others] = decides;
  const roster = people(project, locale);
  if (!only) return [buttons('rooms.people', [roster])];
  if (others.length === 0) return [buttons('rooms.people', [changing(project, only, locale), roster])];
  const each = decides
    .slice(0, DECIDED)
    .flatMap((one, index) => [
      rich(run(decidesText(one, locale))),
      buttons(`rooms.decides.${index}`, [changing(project, one, locale)]),
    ]);
  return [...each, buttons('rooms.people', [roster])];
}

/** A project has one brief, whose buttons carry no id. */
function changing(project: Project, { kind, id, version }: Decides, locale: Locale) {
  const which = kind === 'brief' ? {} : { id };
  const value = approvalValue.encode({ project: project._id, kind, ...which, version });
  return button({ id: MANAGE_IDS.change, text: goneWords.in(locale).changeWho(), value, style: 'primary' });
}
