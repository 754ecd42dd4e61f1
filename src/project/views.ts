import type { Button, KnownBlock, RichTextElement } from '@slack/types';
import { bold, button, buttons, context, facts, type Message, message, section, rich, run } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { formatDay } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { called, channelLink, dateToken, escape, shorten } from '../kit/text.ts';
import { type Clocks, milestoneLines } from '../plan/views-card.ts';
import type { Project } from './model.ts';
import { STAGES, type Stage } from './model-life.ts';
import { managing as managersOf, nextStage, namedById } from './rules.ts';
import { briefState, confirmedEarlier, gateLacks } from './rules-gate.ts';
import { asRunning, lifeOf } from './rules-life.ts';
import { stageValue, writeValue } from './model-metadata.ts';
import { asBlock, CARD_IDS, detailLines, formButtons, stateLines } from './views-card.ts';
import { healthPairs } from '../progress/views-card.ts';
import { remarkLines } from './views-days.ts';
import { projectCardWords } from './words-card.ts';
import { projectWords } from './words.ts';

/** The action ids of the project's buttons, shared by views and listeners. */
export const PROJECT_IDS = {
  start: 'project.start',
  startForm: 'project.startForm',
  startStage: 'project.startStage',
  writeBrief: 'project.writeBrief',
  /** The three forms behind the card, each in a folder of its own. */
  people: CARD_IDS.people,
  rooms: CARD_IDS.rooms,
  stages: CARD_IDS.stages,
} as const;

/** The living card of a project, for its team channel. @param remarks what is to be said of its wanted date @param clocks both sides’, where they differ */
export function projectCard(
  project: Project,
  locale: Locale,
  remarks: readonly string[] = [],
  clocks: Clocks | null = null,
): Message<'team'> {
  const words = projectWords.in(locale);
  const blocks = [
    headOf(project, locale),
    facts([...cardPairs(project, 'card', locale), ...healthPairs(project, locale)]),
    ...asBlock([...stateLines(project, locale), ...detailLines(project, locale), ...remarkLines(remarks)]),
    ...asBlock(milestoneLines(project, locale, clocks)),
    ...(project.undelivered > 0 ? [context(`:warning: ${words.undelivered({ count: project.undelivered })}`)] : []),
    ...primary(project, locale),
    formButtons(project, locale),
    context(
      words.cardContext({
        number: project.record.sequence,
        at: dateToken(new Date(project.savedAt), locale),
        who: savedBy(project, locale),
      }),
    ),
  ];
  return message('team', cardText(project, locale), blocks);
}

const headOf = (project: Project, locale: Locale): KnownBlock =>
  rich(...titled(project), run(` · ${project.client.name}\n`), ...stateLine(project, locale));

/** A job inside a project names that one first. */
const titled = ({ name, parent }: Project): RichTextElement[] =>
  parent ? [run(`${parent.name} › `), bold(name)] : [bold(name)];

/** `where`: on the card itself, or in a list of several, where there is room for less. */
function cardPairs(project: Project, where: 'card' | 'list', locale: Locale): [string, string][] {
  const words = projectWords.in(locale);
  const client = project.channels.client?.id;
  const directors = project.people.filter(({ role, gone }) => role === 'accountDirector' && !gone);
  const managing = managersOf(project).filter(({ gone }) => !gone);
  const director = projectCardWords.in(locale).director();
  return [
    [words.manager(), namesOf(managing, where, locale)],
    ...(directors.length > 0 && where === 'card'
      ? [[director, namesOf(directors, where, locale)] satisfies [string, string]]
      : []),
    [words.wantedDate(), project.wantedOn ? formatDay(project.wantedOn, locale) : words.notKnown()],
    [words.brief(), words.briefState(briefState(project))],
    [words.clientChannel(), client ? channelLink(client) : words.noClientChannel()],
  ];
}

/** A field of a section takes 2,000 characters, a message about 13,000 (docs.slack.dev, section block, chat.postMessage). */
const NAMED_IN = { card: 3, list: 1 } as const;

function namesOf(people: Project['people'], where: 'card' | 'list', locale: Locale): string {
  const words = projectCardWords.in(locale);
  const named = people.slice(0, NAMED_IN[where]).map(called);
  const more = people.length - named.length;
  const all = more > 0 ? [...named, words.more({ count: more })] : named;
  return all.join(words.comma()) || '–';
}

function savedBy(project: Project, locale: Locale): string {
  const known = namedById(project, project.savedBy);
  return known.person ? called(known) : projectWords.in(locale).liaison();
}

/** "Stage 1 of 4, Intake: understand what the client needs"; a job shows no stage. */
export function stateLine({ work }: Project, locale: Locale): RichTextElement[] {
  const words = projectWords.in(locale);
  if (work.kind === 'job') return [run(words['job.meaning']())];
  const { stage } = work;
  const number = STAGES.indexOf(stage) + 1;
  return phrase(words['work.state'], {
    number: run(String(number)),
    stage: bold(words['stage.name']({ stage })),
    meaning: run(words['stage.meaning']({ stage })),
  });
}

/** The one button of the card: what is likeliest to come next. */
function primary(project: Project, locale: Locale) {
  const words = projectWords.in(locale);
  if (asRunning(project) !== true) return [];
  const next = nextStage(project);
  if (next && project.work.kind === 'campaign' && gateLacks(project).length === 0) {
    return [buttons('project.next', [startStageButton(project, project.work.stage, next, locale)])];
  }
  if (project.brief || confirmedEarlier(project, 'brief')) return [];
  const write = {
    id: PROJECT_IDS.writeBrief,
    text: words.writeBrief(),
    value: writeValue.encode({ project: project._id }),
  };
  return [buttons('project.next', [button({ ...write, style: 'primary' })])];
}

/** "Start Proposal", with Slack's own question whether one is sure. */
function startStageButton(project: Project, from: Stage, next: Stage, locale: Locale): Button {
  const words = projectWords.in(locale);
  const stage = words['stage.name']({ stage: next });
  return button({
    id: PROJECT_IDS.startStage,
    text: words.startNext({ stage }),
    value: stageValue.encode({ project: project._id, from }),
    style: 'primary',
    confirm: {
      title: words.startNextTitle({ stage }),
      text: words.startNextText(),
      yes: words.startNextYes(),
      no: words.goBack(),
    },
  });
}

function cardText(project: Project, locale: Locale): string {
  const words = projectWords.in(locale);
  const state = words.briefState(briefState(project));
  return words.cardFallback({ project: escape(project.name), client: escape(project.client.name), state });
}

/** What `/project` answers, to one person: each project, with the way to its card. */
export function projectsShown(
  shown: readonly { project: Project; card: string | null }[],
  which: 'here' | 'mine',
  locale: Locale,
): Message<'person'> {
  const words = projectWords.in(locale);
  const blocks = shown.flatMap(({ project, card }) => {
    const way = card ? [context(`<${card}|${words.openCard()}>`)] : [];
    const state = asBlock(stateLines(project, locale, 'list'));
    return [headOf(project, locale), facts(cardPairs(project, 'list', locale)), ...state, ...way];
  });
  const title = words[which]();
  return message('person', title, which === 'mine' ? [section(title), ...blocks] : blocks);
}

/** A channel's topic; plain text, because topics show no formatting. */
export function topicOf(project: Project, locale: Locale): string {
  const words = projectWords.in(locale);
  const named = { project: project.name, client: project.client.name };
  const { state } = lifeOf(project);
  if (state !== 'live') {
    return shorten(
      words.topic({ ...named, stage: projectCardWords.in(locale).topicLife({ life: state }) }),
      BOUNDS.topic,
    );
  }
  if (project.work.kind === 'job') return shorten(words.topicJob(named), BOUNDS.topic);
  const stage = words['stage.name']({ stage: project.work.stage });
  return shorten(words.topic({ ...named, stage }), BOUNDS.topic);
}

/** One line with an arrow, under the project's card. */
export function stageLine(from: Stage, to: Stage, by: string, locale: Locale): Message<'team'> {
  const words = projectWords.in(locale);
  const name = (stage: Stage) => words['stage.name']({ stage });
  const text = words.stageLine({ from: name(from), to: name(to), who: by });
  return message('team', text, [section(text)]);
}
