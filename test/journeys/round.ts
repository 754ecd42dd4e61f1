import { answerWords } from '../../src/approval/words-answers.ts';
import { askingWords } from '../../src/approval/words-asking.ts';
import { evidenceWords } from '../../src/approval/words-evidence.ts';
import { gatherWords } from '../../src/brief/words-gather.ts';
import { paperWords } from '../../src/brief/words-paper.ts';
import { stepsWords } from '../../src/brief/words-steps.ts';
import { briefWords } from '../../src/brief/words.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { projectWords } from '../../src/project/words.ts';
import type { Texts } from './round-texts.ts';
import type { Window } from './window.ts';

/** Somebody of the agency and two who decide for the client, in three windows, and how they call things. */
export type Round = {
  locale: Locale;
  am: Window;
  first: Window;
  second: Window;
  names: { first: string; second: string; standIn: string };
  client: string;
  clientChannel: string;
  project: string;
  texts: Texts;
  /** Opens the form that sends, and settles when it has been drawn once more with what was looked over. */
  lookedOver: (opens: () => Promise<void>) => Promise<void>;
  /** Called at every view on the way, by those who take pictures. */
  look: (name: string, window: Window) => Promise<void>;
};

export const wordsOf = ({ locale }: Pick<Round, 'locale'>) => ({
  project: projectWords.in(locale),
  brief: briefWords.in(locale),
  steps: stepsWords.in(locale),
  gather: gatherWords.in(locale),
  paper: paperWords.in(locale),
  asking: askingWords.in(locale),
  answers: answerWords.in(locale),
  evidence: evidenceWords.in(locale),
});

/** Two decide, one of them with a stand-in; nothing leaves before it is previewed. */
export async function sendToBoth(round: Round): Promise<void> {
  const { am, names } = round;
  const { brief, asking } = wordsOf(round);
  await round.lookedOver(() => am.press(brief.sendButton(), brief.draftState()));
  await am.choose(brief['channel.label'](), round.clientChannel);
  await am.sees(brief.previewTitle());
  for (const name of [names.first, names.second]) await am.choose(brief['approvers.label'](), name);
  await am.answer(asking.changeHow());
  await am.modal(asking.whoTitle()).waitFor();
  await round.look('who', am);
  await am.answer(asking.edit({ number: 1 }));
  await am.choose(asking['standIn.label'](), names.standIn);
  await round.look('who-person', am);
  await am.answer(asking.personSubmit());
  await am
    .modal(asking.whoTitle())
    .getByText(asking.standIn({ who: names.standIn }))
    .waitFor();
  await am.answer(asking.whoSubmit());
  await am
    .modal(brief.sendTitle())
    .getByText(asking.howDetails({ count: 1 }))
    .waitFor();
  await round.look('send', am);
  await am.answer(brief.sendSubmit());
  await am.sees(asking.remind());
  await round.look('team-waits', am);
}

/** One wants line 2 otherwise, the other confirms all of it: the round ends with a list that says so. */
export async function contradict(round: Round): Promise<void> {
  const { first, second, texts, names } = round;
  const { brief, answers } = wordsOf(round);
  const card = brief.clientTitle({ project: round.project });
  for (const one of [first, second]) {
    await one.goTo(round.clientChannel);
    await one.openThread(card);
  }
  await round.look('client-thread', first);
  await first.press(answers['verb.changesRequested'](), brief.versionIntro());
  await first.fill({ [answers['reason.label']({ verb: 'changesRequested' })]: texts.changes });
  await round.look('request-changes', first);
  await first.answer(answers['verb.changesRequested']());
  await second.sees(answers['said.changesRequested']());
  await round.look('client-one-answered', second);
  await second.press(answers['verb.confirmed'](), brief.versionIntro());
  await second.answer(answers['verb.confirmed']());
  const contradiction = answers.pointContradicts({ confirmed: names.second, wants: names.first });
  await first.sees(contradiction);
  await round.look('round-list', first);
}

/** Version 2: one presses the button, the other writes a word that does not count until they say that it does. */
export async function confirmSecond(round: Round): Promise<void> {
  const { am, first, second, texts } = round;
  const { brief, steps, answers, evidence } = wordsOf(round);
  await am.press(brief.edit(), brief.cardTitle({ project: round.project }));
  await am.answer(steps['edit.essentials']());
  await am.fill({ [brief['audience.label']()]: texts.newAudience });
  await am.answer(brief.editSubmit());
  await am.modal(steps.overviewTitle()).getByText(texts.newAudience).waitFor();
  await am.answer(brief.close());
  await round.lookedOver(() => am.press(brief.sendButton(), brief.changedState({ version: 1 })));
  await am.modal(brief.sendTitle()).getByText(texts.newAudience).waitFor();
  await round.look('send-again', am);
  await am.answer(brief.sendSubmit());

  const changes = brief.versionChanges({ version: 1 });
  await first.press(answers['verb.confirmed'](), changes);
  await first.answer(answers['verb.confirmed']());
  await second.sees(changes);
  await second.reply(texts.bare);
  const verb = answers['verb.confirmed']();
  const asked = evidence.askBare({ title: brief.titleIn({ version: 2 }), verb });
  await second.sees(asked);
  await round.look('bare-ok', second);
  await second.press(evidence.recordAs({ verb }), asked);
  const note = answers.confirmationNote({
    client: round.client,
    project: round.project,
    title: brief.titleIn({ version: 2 }),
  });
  await second.sees(note);
  await round.look('note', second);
}

/** The confirmed version as a file, in the thread of the team's card. */
export async function takePaper(round: Round): Promise<void> {
  const { am } = round;
  const { brief, paper } = wordsOf(round);
  const card = brief.cardTitle({ project: round.project });
  await am.openThread(card);
  await am.press(paper.paperButton(), card);
  const files = am.page.getByRole('complementary', { name: 'Thread' }).getByRole('list', { name: 'Files' });
  await files.getByText(paper.fileTitle({ project: round.project, version: 2 })).waitFor();
  await files.getByRole('link', { name: /^Download .*\.pdf$/ }).waitFor();
  await round.look('paper', am);
}
