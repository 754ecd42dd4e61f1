import type { Button, KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import { button, buttons, paragraph, richText, run, when } from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import { deliverablesOf } from '../deliverable/rules.ts';
import { standingOf } from '../deliverable/rules-standing.ts';
import type { Project } from './model.ts';
import { writeValue } from './model-metadata.ts';
import { lifeOf } from './rules-life.ts';
import { takenAsGiven } from './rules-gate.ts';
import { isAway } from './rules-away.ts';
import { byWhom, namedById } from './rules.ts';
import { projectCardWords } from './words-card.ts';
import { inviteLines, roomLines } from './views-card-rooms.ts';
import { NAME, NAMED, personRun, someOf } from './views-named.ts';

/** The forms behind the card, each in a folder of its own. Their buttons carry `writeValue`. */
export const CARD_IDS = {
  people: 'people.open',
  rooms: 'rooms.open',
  stages: 'stages.open',
  attach: 'stages.attach',
  plan: 'plan.open',
} as const;

/** Of a reason; the whole stands on the record. */
const SHOWN = { card: 200, list: 60 } as const;

/**
 * How the project is: on hold or over, and what stops its posts. Nothing where all is as it should be.
 * @param where on the card itself, or in a list of several, where there is room for less
 */
export const stateLines = (project: Project, locale: Locale, where: 'card' | 'list' = 'card'): RichTextSection[] => [
  ...lifeLines(project, SHOWN[where], locale),
  ...roomLines(project, where === 'card' ? NAMED : 1, locale),
];

function lifeLines(project: Project, most: number, locale: Locale): RichTextSection[] {
  const words = projectCardWords.in(locale);
  const life = lifeOf(project);
  if (life.state === 'live') return [];
  const at = when(new Date(life.since), locale);
  const places = { at, who: personRun(byWhom(project, life), locale), reason: run(shorten(life.reason, most)) };
  if (life.state === 'onHold') return [paragraph(phrase(words.onHold, places))];
  const { as, into } = life;
  const said = (texts: Record<keyof typeof places, string>) => words.ended({ as, ...texts });
  const ended = paragraph(phrase(said, places));
  return into ? [ended, paragraph(phrase(words.mergedInto, { project: run(shorten(into.name, NAME)) }))] : [ended];
}

/** Everything else that a card says where there is something to say. */
export function detailLines(project: Project, locale: Locale): RichTextSection[] {
  const words = projectCardWords.in(locale);
  const open = (project.requests ?? []).filter(({ state }) => state === 'open').length;
  return [
    ...inviteLines(project, locale),
    ...vacancyLines(project, locale),
    ...awayLines(project, locale),
    ...handoverLines(project, locale),
    ...beforeLines(project, locale),
    ...mergedLines(project, locale),
    ...deliverableLines(project, locale),
    ...(open > 0 ? [paragraph([run(words.requests({ count: open }))])] : []),
  ];
}

/** How many of them stand where: what waits for the client first, and what is approved last. */
function deliverableLines(project: Project, locale: Locale): RichTextSection[] {
  const words = projectCardWords.in(locale);
  const standings = deliverablesOf(project).map((one) => standingOf(one).is);
  const counts = STANDINGS.flatMap((is) => {
    const count = standings.filter((one) => one === is).length;
    return count > 0 ? [words.deliverablesAre({ is, count })] : [];
  });
  return counts.length > 0 ? [paragraph([run(words.deliverables({ counts: counts.join(words.comma()) }))])] : [];
}

const STANDINGS = ['withClient', 'revise', 'ready', 'reviewing', 'checking', 'sentBack', 'ended', 'approved'] as const;

function vacancyLines({ people }: Project, locale: Locale): RichTextSection[] {
  const words = projectCardWords.in(locale);
  const gone = people.filter((member) => member.gone);
  if (gone.length === 0) return [];
  const roles = someOf(
    gone,
    ({ role, ...member }) =>
      phrase((said: { who: string }) => words.vacancy({ role, ...said }), { who: personRun(member, locale) }),
    locale,
  );
  return [paragraph(phrase(words.vacant, { roles }))];
}

/** Who of the agency is away, and who stands in, as it was when the project was saved last. */
function awayLines({ people, savedAt }: Project, locale: Locale): RichTextSection[] {
  const words = projectCardWords.in(locale);
  const away = people.flatMap((member) =>
    !member.gone && isInside(member.role) && member.away && isAway(member, new Date(savedAt))
      ? [{ ...member, day: member.away.until }]
      : [],
  );
  const lines = away.slice(0, NAMED).map(({ day, standIn, ...member }) => {
    const places = { who: personRun(member, locale), day: run(formatDay(day, locale)) };
    return paragraph(
      standIn ? phrase(words.awayWith, { ...places, standIn: personRun(standIn, locale) }) : phrase(words.away, places),
    );
  });
  const more = away.length - lines.length;
  return more > 0 ? [...lines, paragraph([run(words.more({ count: more }))])] : lines;
}

const isInside = (role: Project['people'][number]['role']): boolean => INSIDE.includes(role);
const INSIDE: readonly string[] = ['accountManager', 'deputy', 'accountDirector', 'teamMember'];

function handoverLines(project: Project, locale: Locale): RichTextSection[] {
  const { handover } = project;
  if (!handover) return [];
  const from = personRun(namedById(project, handover.from), locale);
  const to = personRun(handover.to, locale);
  const day = run(formatDay(handover.on, locale));
  return [paragraph(phrase(projectCardWords.in(locale).handover, { from, to, day }))];
}

/** What was there before Liaison: what is taken as given, and what is attached. */
function beforeLines(project: Project, locale: Locale): RichTextSection[] {
  const words = projectCardWords.in(locale);
  const stage = project.work.kind === 'campaign' ? project.work.startedIn : undefined;
  const given = takenAsGiven(project).map((one) => words.givenAt({ stage: one }));
  const earlier = (project.earlier ?? []).toReversed();
  return [
    ...(stage && given.length > 0 ? [paragraph([run(words.given({ stage, given: listed(given, locale) }))])] : []),
    ...(earlier.length > 0 ? [paragraph(phrase(words.earlier, { agreements: agreements(earlier, locale) }))] : []),
  ];
}

/** The newest first. */
const agreements = (all: NonNullable<Project['earlier']>, locale: Locale): RichTextElement[] =>
  someOf(
    all,
    ({ kind, by, agreedOn }) => {
      const places = { by: run(shorten(by, NAME)), day: run(formatDay(agreedOn, locale)) };
      return phrase(
        (said: { by: string; day: string }) => projectCardWords.in(locale).earlierOne({ kind, ...said }),
        places,
      );
    },
    locale,
  );

function mergedLines({ merged }: Project, locale: Locale): RichTextSection[] {
  if (!merged || merged.length === 0) return [];
  const projects = someOf(merged, ({ name }) => [run(shorten(name, NAME))], locale);
  return [paragraph(phrase(projectCardWords.in(locale).merged, { projects }))];
}

/** Lines as one block; none where there are none. */
export const asBlock = (lines: RichTextSection[]): KnownBlock[] => (lines.length > 0 ? [richText(lines)] : []);

/** People, Channels, Stage; and where something is taken as given, the way to attach what proves it. */
export function formButtons(project: Project, locale: Locale): KnownBlock {
  const words = projectCardWords.in(locale);
  const value = writeValue.encode({ project: project._id });
  const open = (id: string, text: string): Button => button({ id, text, value });
  const isGiven = takenAsGiven(project).length > 0 && lifeOf(project).state !== 'ended';
  return buttons('project.forms', [
    open(CARD_IDS.people, words.people()),
    // A job inside a project lives in the channels of that one.
    ...(project.parent ? [] : [open(CARD_IDS.rooms, words.channels())]),
    open(CARD_IDS.stages, words.stage()),
    open(CARD_IDS.plan, words.plan()),
    ...(isGiven ? [open(CARD_IDS.attach, words.attach())] : []),
  ]);
}
