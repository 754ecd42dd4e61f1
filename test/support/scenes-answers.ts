import { ALL_BUT_APPROVER, type Walk } from './cast.ts';
import { optionsIn } from './acts.ts';
import type { Scene } from './scenes.ts';
import { sendAgain } from './scenes-brief.ts';

/** A form or an answer by one of the approver's buttons. */
const pressing = (entry: string, label: (words: Walk['words']['answers']) => string): Scene => ({
  list: 'presses',
  entry,
  by: 'approver',
  act: ({ as, cast, words }) => as('approver').click(label(words.answers), { in: cast.channel }),
  refused: ALL_BUT_APPROVER,
});

/** The open form, filled and submitted. */
const submitting = (entry: string, prepare: NonNullable<Scene['prepare']>): Scene => ({
  list: 'submits',
  entry,
  by: 'approver',
  prepare,
  act: ({ as }) => as('approver').modal().submit(),
  refused: ALL_BUT_APPROVER,
});

/** Ticks or chooses the first option of the first question. */
async function chooseFirst({ as }: Walk): Promise<void> {
  const form = as('approver').modal();
  const [label = ''] = form.labels;
  await form.fill({ [label]: optionsIn(form, label).slice(0, 1) });
}

/** What an approver can do with a version, in an order in which each is possible. */
export const answerScenes: readonly Scene[] = [
  pressing('approval.someLines', (words) => words.someLines()),
  submitting('approval.linesForm', chooseFirst),
  pressing('approval.changesRequested', (words) => words['verb.changesRequested']()),
  submitting('approval.reasonForm', ({ as, cast, words: { answers } }) =>
    as('approver')
      .modal()
      .fill({ [answers['reason.label']({ verb: 'changesRequested' })]: cast.reason }),
  ),
  {
    ...pressing('approval.passOn', (words) => words.passOn()),
    prepare: (walk) => sendAgain(walk, walk.cast.locale === 'zh' ? '真茶，慢慢泡' : 'Real tea, brewed slowly'),
  },
  {
    // Nobody else is on the client's side: it says so, and the decision stays where it is.
    ...submitting('approval.passOnForm', ({ as, cast, words: { answers } }) =>
      as('approver')
        .modal()
        .fill({ [answers['decider.label']()]: `@${cast.people.manager}` }),
    ),
    after: async ({ as }) => {
      if (as('approver').hasModal()) await as('approver').modal().close({ all: true });
    },
  },
  pressing('approval.withNote', (words) => words.withNote()),
  submitting('approval.noteForm', ({ as, cast, words: { answers } }) =>
    as('approver')
      .modal()
      .fill({ [answers['comment.label']()]: cast.reason, [answers['alsoAgreed.label']()]: cast.client }),
  ),
  pressing('approval.takeBack', (words) => words.takeBack()),
  {
    ...submitting('approval.takeBackForm', ({ as, cast, words: { answers } }) =>
      as('approver')
        .modal()
        .fill({ [answers['withdrawReason.label']()]: cast.reason }),
    ),
    after: (walk) => sendAgain(walk, walk.cast.locale === 'zh' ? '真茶，现泡' : 'Real tea, brewed fresh'),
  },
  pressing('approval.confirmed', (words) => words['verb.confirmed']()),
];
