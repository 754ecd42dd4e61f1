import type { Button, RichTextElement } from '@slack/types';
import {
  bold,
  button,
  buttons,
  context,
  facts,
  type Message,
  message,
  type Modal,
  modal,
  section,
  rich,
  run,
} from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { formatDay } from '../kit/calendar.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { called, channelLink, dateToken, escape, shorten } from '../kit/text.ts';
import { type Project, roomForm, STAGES, type Stage, startForm } from './model.ts';
import { managing, nextStage } from './rules.ts';
import { briefState, gateLacks } from './rules-gate.ts';
import { stageValue, startMeta, writeValue } from './model-metadata.ts';
import { projectWords } from './words.ts';

/** The action ids of the project's buttons, shared by views and listeners. */
export const PROJECT_IDS = {
  start: 'project.start',
  startForm: 'project.startForm',
  startStage: 'project.startStage',
  writeBrief: 'project.writeBrief',
} as const;

/** The modal of `/project new`: four answers, and a fifth only where the present channel could be the team's. */
export function startModal(id: string, locale: Locale, here: { channel: string; name: string } | null): Modal {
  const words = projectWords.in(locale);
  const room = here
    ? formBlocks(
        roomForm,
        { ...words, 'room.thisChannel': () => words['room.thisChannelNamed']({ channel: shorten(here.name, 40) }) },
        { room: 'newChannel' },
      )
    : [];
  return modal({
    id: PROJECT_IDS.startForm,
    title: words.startTitle(),
    submit: words.startSubmit(),
    close: words.cancel(),
    metadata: startMeta.encode({ project: id, here: here?.channel ?? null }),
    blocks: [section(words.startIntro()), ...formBlocks(startForm, words, { work: 'campaign' }), ...room],
  });
}

/** The living card of a project, for its team channel. */
export function projectCard(project: Project, locale: Locale): Message<'team'> {
  const words = projectWords.in(locale);
  const blocks = [
    rich(bold(project.name), run(` · ${project.client.name}\n`), ...stateLine(project, locale)),
    facts(cardPairs(project, locale)),
    ...(project.undelivered > 0 ? [context(`:warning: ${words.undelivered({ count: project.undelivered })}`)] : []),
    ...primary(project, locale),
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

function cardPairs(project: Project, locale: Locale): [string, string][] {
  const words = projectWords.in(locale);
  const client = project.channels.client?.id;
  return [
    [words.manager(), managersOf(project)],
    [words.wantedDate(), project.wantedOn ? formatDay(project.wantedOn, locale) : words.notKnown()],
    [words.brief(), words.briefState(briefState(project))],
    [words.clientChannel(), client ? channelLink(client) : words.noClientChannel()],
  ];
}

const managersOf = (project: Project): string => managing(project).map(called).join(', ');

function savedBy({ people, savedBy: id }: Project, locale: Locale): string {
  const member = people.find((one) => one.id === id);
  return member ? called(member) : projectWords.in(locale).liaison();
}

/** "Stage 1 of 4, Intake: understand what the client needs"; a job shows no stage. */
function stateLine({ work }: Project, locale: Locale): RichTextElement[] {
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
  const next = nextStage(project);
  if (next && project.work.kind === 'campaign' && gateLacks(project).length === 0) {
    return [buttons('project.next', [startStageButton(project, project.work.stage, next, locale)])];
  }
  if (project.brief) return [];
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
    const {
      blocks: [head, pairs],
    } = projectCard(project, locale);
    const way = card ? [context(`<${card}|${words.openCard()}>`)] : [];
    return [head, pairs, ...way].filter((block) => block !== undefined);
  });
  const title = words[which]();
  return message('person', title, which === 'mine' ? [section(title), ...blocks] : blocks);
}

/** A channel's topic; plain text, because topics show no formatting. */
export function topicOf(project: Project, locale: Locale): string {
  const words = projectWords.in(locale);
  const named = { project: project.name, client: project.client.name };
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

/** The help that fits the person: guests need no commands. */
export function help(isGuest: boolean, locale: Locale): Message<'person'> {
  const words = projectWords.in(locale);
  const all = [words.helpIntro(), words.helpProject(), words.helpNew(), words.helpBrief(), words.helpRecord()].join(
    '\n',
  );
  const text = isGuest ? words.helpGuest() : all;
  return message('person', text, [section(text)]);
}
