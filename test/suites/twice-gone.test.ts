import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Modal } from '../../sandbox/driver/modal.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { projectWords } from '../../src/project/words.ts';
import {
  briefFilling,
  openSending,
  openStep,
  requestChanges,
  sendBrief,
  sentProject,
  shown,
  TEXTS,
  writeBrief,
} from '../support/acts.ts';
import { arrives, toldSince } from '../support/forge.ts';
import { decided, outcomeOf, unfinished } from '../support/outcome.ts';
import { lostOnTheWay, type Stage, stage } from '../support/stage.ts';

const SENDING = { channel: '#acme-lantern', approver: '@dana', language: 'en' } as const;
const STARTING = { client: 'Acme', name: 'Spring launch' };
const answers = answerWords.in('en');
const project = projectWords.in('en');

let on: Stage;
let team: string;
beforeEach(async () => {
  on = await stage();
  team = await sentProject(on.slack.as('mei'), 'en', STARTING, SENDING);
});
afterEach(() => on.end());

const mei = () => on.slack.as('mei');
const dana = () => on.slack.as('dana');

/** A new version with another key message. */
async function nextVersion(keyMessage: string): Promise<void> {
  await writeBrief(mei(), 'en', team, { ...TEXTS.en, keyMessage });
  await sendBrief(mei(), 'en', team, SENDING);
}

/** The form for a reason, filled in and not yet sent. */
async function reasonFor(button: string, label: string): Promise<Modal> {
  return shown(await dana().click(button, { in: '#acme-lantern' })).fill({ [label]: 'Too early for us' });
}
const submitting = (form: Modal) => () => form.submit();
const changes = () =>
  reasonFor(answers['verb.changesRequested'](), answers['reason.label']({ verb: 'changesRequested' }));
const withdrawal = () => reasonFor(answers.takeBack(), answers['withdrawReason.label']());
const confirm = () => dana().click(answers['verb.confirmed'](), { in: '#acme-lantern' });

/** People come and go: what was seen of a channel is believed for ten minutes. */
const LOOK_IS_OLD_MS = 11 * 60_000;

type Case = {
  what: string;
  /** Brings about what is then done, and gets lost on its way. */
  does: () => Promise<() => Promise<unknown>>;
  meanwhile: () => Promise<unknown>;
  code: string;
  told: RegExp;
};

const CASES: readonly Case[] = [
  {
    what: 'a confirmation, when the next version was sent',
    does: async () => confirm,
    meanwhile: () => nextVersion('Real tea, brewed slowly'),
    code: 'approval.replaced',
    told: /version 2/iu,
  },
  {
    what: 'a confirmation, when changes were requested',
    does: async () => confirm,
    meanwhile: () => requestChanges(dana(), 'en', '#acme-lantern', 'Too early for us'),
    code: 'approval.closed',
    told: /changes have been asked for/iu,
  },
  {
    what: 'a request for changes, when the next version was sent',
    does: async () => submitting(await changes()),
    meanwhile: () => nextVersion('Real tea, brewed slowly'),
    code: 'approval.replaced',
    told: /version 2/iu,
  },
  {
    what: 'a withdrawal, when the next version was sent',
    does: async () => {
      await confirm();
      return submitting(await withdrawal());
    },
    meanwhile: () => nextVersion('Real tea, brewed slowly'),
    code: 'approval.replaced',
    told: /version 2/iu,
  },
  {
    what: 'Send to client, when the brief was changed after its preview',
    does: async () => {
      await writeBrief(mei(), 'en', team, { ...TEXTS.en, keyMessage: 'Real tea, brewed slowly' });
      return submitting(await openSending(mei(), 'en', team, SENDING));
    },
    meanwhile: () => writeBrief(mei(), 'en', team, { ...TEXTS.en, keyMessage: 'Real tea, brewed fresh' }),
    code: 'brief.draftMoved',
    told: /edited since this preview/u,
  },
  {
    what: 'Send to client, when it is long ago that somebody looked who reads along',
    does: async () => {
      await writeBrief(mei(), 'en', team, { ...TEXTS.en, keyMessage: 'Real tea, brewed slowly' });
      return submitting(await openSending(mei(), 'en', team, SENDING));
    },
    meanwhile: () => on.slack.clock.advance(LOOK_IS_OLD_MS),
    code: 'asking.lookMissing',
    told: /look/u,
  },
  {
    what: 'the start of a stage, when it has been started',
    does: async () => {
      await confirm();
      return startStage;
    },
    meanwhile: () => startStage(),
    code: 'project.stageMoved',
    told: /Nothing was done twice/u,
  },
  {
    what: 'No to a guest who joined, when they have left',
    does: async () => {
      await mei().in(team).invite('kai');
      return () => mei().click(project.joinerNo());
    },
    meanwhile: () => on.slack.as('kai').in(team).leave(),
    code: 'project.joinerAnswered',
    told: /answered already, or they have left/u,
  },
];

const startStage = () =>
  mei().click(project.startNext({ stage: project['stage.name']({ stage: 'proposal' }) }), { in: team });

test.each(CASES)(
  '$what, is refused with a sentence, and nothing of it is done',
  async ({ does, meanwhile, code, told }) => {
    const act = await does();
    await lostOnTheWay(on, act);
    const lost = on.slack.journal.deliveries().at(-1)?.id ?? '';
    await meanwhile();
    const before = await decided(on);

    const entry = await arrives(on, lost);

    expect(await decided(on)).toBe(before);
    expect(toldSince(on, entry)).toMatch(told);
    expect(on.logged()).toContain(`"code":"${code}"`);
    expect(await unfinished(on)).toEqual([]);
  },
);

test(
  // The brief's form names the project alone, not the draft it was opened on: the older words win.
  'a brief that is saved, gets no answer and is saved again with other words keeps the later ones when the first arrives',
  async () => {
    const form = await openStep(mei(), 'en', team);
    const first = await form.fill(briefFilling({ ...TEXTS.en, keyMessage: 'The first words' }, 'en'));
    await lostOnTheWay(on, () => first.submit());
    const lost = on.slack.journal.deliveries('brief.editForm').at(-1)?.id ?? '';
    await mei()
      .modal()
      .fill(briefFilling({ ...TEXTS.en, keyMessage: 'The later words' }, 'en'))
      .submit();
    await arrives(on, lost);
    const { posts } = await outcomeOf(on);
    expect(posts.join('\n')).toContain('The later words');
  },
);
