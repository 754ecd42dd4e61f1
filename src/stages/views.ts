import type { Button, KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import { briefWords } from '../brief/words.ts';
import {
  bold,
  button,
  buttons,
  divider,
  type Message,
  message,
  type Modal,
  modal,
  paragraph,
  rich,
  richText,
  run,
  section,
  when,
} from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { escape, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Stage } from '../project/model-life.ts';
import { gateLacks, takenAsGiven } from '../project/rules-gate.ts';
import { asRunning, isEnded, isOnHold } from '../project/rules-life.ts';
import { byWhom, nextStage, titleOf } from '../project/rules.ts';
import { stateLine } from '../project/views.ts';
import { asBlock, CARD_IDS, stateLines } from '../project/views-card.ts';
import { personRun } from '../project/views-named.ts';
import { projectWords } from '../project/words.ts';
import { projectCardWords } from '../project/words-card.ts';
import { openValue, stepValue } from './model.ts';
import { earlierOf, stagesBefore } from './rules.ts';
import { sinceOf } from './rules-life.ts';
import { fileRun } from './views-lines.ts';
import { stagesWords } from './words.ts';

/** The action ids of the stage's modal; the forms that it opens are beside their views. */
export const STAGE_IDS = {
  open: CARD_IDS.stages,
  next: 'stages.next',
  override: 'stages.override',
  back: 'stages.back',
  attach: CARD_IDS.attach,
  job: 'stages.job',
  hold: 'stages.hold',
  resume: 'stages.resume',
  end: 'stages.end',
  reopen: 'stages.reopen',
} as const;

/** Of a reason, or of what was agreed. */
const SHOWN = 200;
const NAME = 80;

/** Where a project stands, what its gate lacks, what was passed over, and everything that can be done about it. */
export function stagesModal(project: Project, locale: Locale): Modal {
  const words = stagesWords.in(locale);
  return modal({
    id: 'stages.modal',
    title: words.title(),
    close: words.close(),
    blocks: [
      rich(bold(titleOf(project)), run(` · ${project.client.name}\n`), ...stateLine(project, locale)),
      ...asBlock(stateLines(project, locale)),
      ...gateBlocks(project, locale),
      ...overriddenBlocks(project, locale),
      ...earlierBlocks(project, locale),
      divider(),
      ...rows(project, locale),
    ],
  });
}

const nameOf = (stage: Stage, locale: Locale): string => projectWords.in(locale)['stage.name']({ stage });

/** What is missing, in words. */
export function lackTexts(lacks: readonly string[], locale: Locale): string[] {
  const said: Readonly<Record<string, unknown>> = { ...briefWords.in(locale), ...projectWords.in(locale) };
  return lacks.map((key) => {
    const text = said[key];
    return typeof text === 'function' ? String(text()) : key;
  });
}

/** What the gate lacks, all of it; and what the gates before took as given. */
function gateBlocks(project: Project, locale: Locale): KnownBlock[] {
  const words = stagesWords.in(locale);
  if (project.work.kind === 'job') return [rich(run(words.noGates()))];
  const next = nextStage(project);
  const stage = project.work.startedIn ?? '';
  const given = takenAsGiven(project).map((one) => projectCardWords.in(locale).givenAt({ stage: one }));
  const taken = given.length > 0 ? [rich(run(words.given({ stage, given: listed(given, locale) })))] : [];
  if (!next) return [rich(run(words.lastStage())), ...taken];
  const lacks = lackTexts(gateLacks(project), locale);
  const to = nameOf(next, locale);
  if (lacks.length === 0) return [rich(run(words.gateOpen({ stage: to }))), ...taken];
  const items = lacks.map((text) => paragraph([run(`• ${text}`)]));
  return [richText([paragraph([bold(words.gateLacks({ stage: to }))]), ...items]), ...taken];
}

/** The gates that were passed although something was missing. */
function overriddenBlocks(project: Project, locale: Locale): KnownBlock[] {
  const words = stagesWords.in(locale);
  const all = (project.overridden ?? []).map(({ stage, lacks, reason, at, ...one }): RichTextSection => {
    const places = {
      who: personRun(byWhom(project, one), locale),
      at: when(new Date(at), locale),
      lacks: run(listed(lackTexts(lacks, locale), locale)),
      reason: run(shorten(reason, SHOWN)),
    };
    const said = (texts: Record<keyof typeof places, string>) => words.overridden({ stage, ...texts });
    return paragraph(phrase(said, places));
  });
  return all.length > 0 ? [richText([paragraph([bold(words.overriddenTitle())]), ...all])] : [];
}

function earlierBlocks(project: Project, locale: Locale): KnownBlock[] {
  const words = stagesWords.in(locale);
  const earlier = earlierOf(project);
  if (earlier.length === 0) return [];
  const all = earlier.map(({ kind, what, by, agreedOn, file }): RichTextSection => {
    const places = {
      what: run(shorten(what, SHOWN)),
      by: run(shorten(by, NAME)),
      day: run(formatDay(agreedOn, locale)),
    };
    const said = (texts: Record<keyof typeof places, string>) => words.earlierRow({ kind, ...texts });
    const proof: RichTextElement[] = file ? [run(' · '), fileRun(file)] : [];
    return paragraph([...phrase(said, places), ...proof]);
  });
  return [richText([paragraph([bold(words.earlierTitle({ count: earlier.length }))]), ...all])];
}

/** What the project's state allows, likeliest first. Who may is asked when it is pressed: the refusal names who can. */
function rows(project: Project, locale: Locale): KnownBlock[] {
  const words = stagesWords.in(locale);
  const value = openValue.encode({ project: project._id, since: sinceOf(project) });
  const act = (id: keyof typeof STAGE_IDS, text: string) => button({ id: STAGE_IDS[id], text, value });
  if (isEnded(project)) return [buttons('stages.life', [act('reopen', words.reopen())])];
  const isRunning = asRunning(project) === true;
  const moving = movingButtons(project, isRunning, locale);
  const hold = isOnHold(project) ? act('resume', words.resume()) : act('hold', words.hold());
  return [
    ...(moving.length > 0 ? [buttons('stages.move', moving)] : []),
    buttons('stages.more', [
      act('attach', words.attach()),
      ...(isRunning && !project.parent ? [act('job', words.job())] : []),
    ]),
    buttons('stages.life', [hold, { ...act('end', words.end()), style: 'danger' }]),
  ];
}

function movingButtons(project: Project, isRunning: boolean, locale: Locale): Button[] {
  if (project.work.kind === 'job') return [];
  const words = stagesWords.in(locale);
  const { stage: from } = project.work;
  const value = stepValue.encode({ project: project._id, from });
  const next = nextStage(project);
  const isOpen = gateLacks(project).length === 0;
  const before = stagesBefore(project).length > 0;
  const anyway = button({ id: STAGE_IDS.override, text: words.startAnyway(), value });
  return [
    ...(next && isRunning ? [isOpen ? nextButton(value, next, locale) : anyway] : []),
    ...(before ? [button({ id: STAGE_IDS.back, text: words.back(), value })] : []),
  ];
}

function nextButton(value: string, next: Stage, locale: Locale): Button {
  const words = stagesWords.in(locale);
  const stage = nameOf(next, locale);
  return button({
    id: STAGE_IDS.next,
    text: words.startNext({ stage }),
    value,
    style: 'primary',
    confirm: {
      title: words.startNextTitle({ stage }),
      text: words.startNextText(),
      yes: words.startNextYes(),
      no: words.notYet(),
    },
  });
}

/** What a command did, told to whoever typed it. */
export function doneNotice(kind: 'heldNow' | 'resumedNow', project: Project, locale: Locale): Message<'person'> {
  const text = stagesWords.in(locale)[kind]({ project: escape(titleOf(project)) });
  return message('person', text, [section(text)]);
}
