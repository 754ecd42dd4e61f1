import { askWords } from '../../src/brief/words-ask.ts';
import { correctWords } from '../../src/brief/words-correct.ts';
import { confirm, sendBrief, TEXTS, writeBrief } from './acts.ts';
import { openOverview } from './acts-steps.ts';
import { ALL_BUT_MANAGER, ALL_BUT_APPROVER, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';

const ask = ({ cast }: Walk) => askWords.in(cast.locale);
const correcting = ({ cast }: Walk) => correctWords.in(cast.locale);
const submit = ({ as }: Walk) => as('manager').modal().submit();
const overview = ({ as, cast, team }: Walk) => openOverview(as('manager'), cast.locale, team);
const press = (walk: Walk, label: string) => walk.as('manager').modal().press(label);

/** What a client answers, where the language does not matter. */
const SAID = { en: 'Shops on every campus', zh: '每个校园都有店' } as const;
const said = ({ cast }: Walk): string => SAID[cast.locale];

const choose = (entry: string, act: Scene['act']): Scene => ({
  list: 'presses',
  entry,
  by: 'manager',
  act,
  refused: 'only whoever opened the form can choose in it, and nothing is decided by it',
});

/** Answers that the client is asked for, in the project that the scenes before them have begun. */
export const askScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'brief.ask',
    by: 'manager',
    prepare: overview,
    act: (walk) => press(walk, ask(walk).askButton()),
    refused: ALL_BUT_MANAGER,
  },
  choose('brief.askChannel', (walk) =>
    walk
      .as('manager')
      .modal()
      .fill({ [ask(walk)['channel.label']()]: walk.cast.channel }),
  ),
  choose('brief.askQuestions', (walk) =>
    walk
      .as('manager')
      .modal()
      .fill({ [ask(walk)['questions.label']()]: [ask(walk)['questions.deliverables']()] }),
  ),
  choose('brief.askContact', (walk) =>
    walk
      .as('manager')
      .modal()
      .fill({ [ask(walk)['contact.label']()]: `@${walk.cast.people.approver}` }),
  ),
  choose('brief.askLanguage', (walk) =>
    walk
      .as('manager')
      .modal()
      .fill({ [ask(walk)['language.label']()]: ask(walk)[`language.${walk.cast.locale}`]() }),
  ),
  {
    list: 'submits',
    entry: 'brief.askForm',
    by: 'manager',
    act: submit,
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'brief.answer',
    by: 'approver',
    act: (walk) => walk.as('approver').click(ask(walk).answer(), { in: walk.cast.channel }),
    refused: ALL_BUT_APPROVER,
  },
  {
    list: 'submits',
    entry: 'brief.answerForm',
    by: 'approver',
    prepare: (walk) =>
      walk
        .as('approver')
        .modal()
        .fill({ [ask(walk)['deliverables.label']()]: said(walk) }),
    act: ({ as }) => as('approver').modal().submit(),
    refused: ALL_BUT_APPROVER,
  },
];

/** With a typing error, and without. */
const TYPED = { en: ['Trial among studnets', 'Trial among students'], zh: ['让大学声尝试', '让大学生尝试'] } as const;

const write = ({ as, cast, team }: Walk, at: 0 | 1) =>
  writeBrief(as('manager'), cast.locale, team, { ...TEXTS[cast.locale], objective: TYPED[cast.locale][at] });

/** The same brief, confirmed, in which a typing error is put right. */
export const correctScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'brief.correct',
    by: 'manager',
    prepare: async (walk) => {
      const { as, cast, team } = walk;
      const { locale, people, channel } = cast;
      await write(walk, 0);
      await sendBrief(as('manager'), locale, team, { approver: `@${people.approver}`, language: locale });
      await confirm(as('approver'), locale, channel);
      await write(walk, 1);
    },
    act: (walk) => walk.as('manager').click(correcting(walk).correct(), { in: walk.team }),
    refused: ALL_BUT_MANAGER,
  },
  { list: 'submits', entry: 'brief.correctForm', by: 'manager', act: submit, refused: ALL_BUT_MANAGER },
  {
    list: 'presses',
    entry: 'brief.object',
    by: 'approver',
    act: (walk) => walk.as('approver').click(correcting(walk).object(), { in: walk.cast.channel }),
    refused: ALL_BUT_APPROVER,
  },
  {
    list: 'submits',
    entry: 'brief.objectForm',
    by: 'approver',
    prepare: (walk) =>
      walk
        .as('approver')
        .modal()
        .fill({ [correcting(walk)['objection.label']()]: walk.cast.reason }),
    act: ({ as }) => as('approver').modal().submit(),
    refused: ALL_BUT_APPROVER,
  },
];
