import { setTimeout as sleep } from 'node:timers/promises';
import { askWords } from '../src/brief/words-ask.ts';
import { clientWords } from '../src/client/words.ts';
import { type Round, wordsOf } from '../test/journeys/round.ts';
import { complete, slowly } from './demo-screens-acts.ts';

/** The client is asked for answers; then a request is managed until it is withdrawn. */
export async function managed(round: Round): Promise<void> {
  await complete(round);
  await asked(round);
  await sentInOrder(round);
  await answering(round);
  await managing(round);
}

async function asked(round: Round): Promise<void> {
  const { am, first, names, texts } = round;
  const { brief, gather, steps } = wordsOf(round);
  const ask = askWords.in(round.locale);
  await am.answer(ask.askButton());
  await am.choose(ask['contact.label'](), names.first);
  await am.choose(ask['channel.label'](), round.clientChannel);
  await sleep(700);
  await round.look('ask', am);
  await am.answer(ask.askSubmit());
  await am.modal(steps.overviewTitle()).waitFor();
  await am.answer(brief.close());
  await first.goTo(round.clientChannel);
  const title = ask.cardTitle({ project: round.project });
  await first.sees(title);
  await round.look('ask-card', first);
  await first.press(ask.answer(), title);
  await first.modal(ask.answerTitle()).waitFor();
  await first.fill({ [ask['budget.label']()]: texts.document[1]?.[1] ?? '' });
  await round.look('ask-answers', first);
  await first.answer(ask.answerSubmit());
  await first.sees(ask.answerAgain());
  await round.look('ask-answered', first);
  await am.openThread(brief.cardTitle({ project: round.project }));
  await am.sees(gather.checkButton({ left: 1 }));
  await round.look('ask-team-thread', am);
}

/** One after the other, with an end. */
async function sentInOrder(round: Round): Promise<void> {
  const { am, names } = round;
  const { brief, asking } = wordsOf(round);
  await slowly(() => am.press(brief.sendButton(), brief.draftState()));
  await am.sees(brief.previewTitle());
  await round.look('send-known', am);
  await am.fill({ [brief['offSlack.label']()]: '' });
  for (const name of [names.first, names.second]) await am.choose(brief['approvers.label'](), name);
  await sleep(700);
  await am.answer(asking.changeHow());
  await am.choose(asking['order.label'](), asking['order.inOrder']());
  await am.fill({ [asking['expiresOn.label']()]: '2099-01-08' });
  await am.answer(asking.whoSubmit());
  await am.modal(brief.sendTitle()).waitFor();
  await sleep(700);
  await am.answer(brief.sendSubmit());
  await am.sees(asking.remind());
  await round.look('in-order-card', am);
}

/** The ways to answer besides the two buttons. */
async function answering(round: Round): Promise<void> {
  const { first, names } = round;
  const { brief, answers } = wordsOf(round);
  const card = brief.clientTitle({ project: round.project });
  await first.openThread(card);
  await first.press(answers.someLines(), brief.versionIntro());
  await first.modal(answers.someTitle()).waitFor();
  await first.page.getByRole('checkbox').first().check();
  await round.look('some-lines', first);
  await first.answer(answers.someSubmit());
  await first.sees(answers.rowLines({ who: names.first, lines: '1' }));
  await round.look('some-lines-thread', first);
  await first.press(answers.withNote(), brief.versionIntro());
  await first.modal(answers.noteTitle()).waitFor();
  await round.look('with-note', first);
  await first.answer(answers.cancel());
  await first.press(answers.passOn(), brief.versionIntro());
  await first.choose(answers['decider.label'](), names.standIn);
  await round.look('pass-on', first);
  await first.answer(answers.cancel());
}

/** What the account manager does with a request that is open. */
async function managing(round: Round): Promise<void> {
  const { am, first, second, names } = round;
  const { brief, asking } = wordsOf(round);
  await am.press(asking.remind(), brief.cardTitle({ project: round.project }));
  await sleep(1500);
  await round.look('reminded', first);
  await am.press(asking.change(), brief.cardTitle({ project: round.project }));
  await am.modal(asking.whoTitle()).waitFor();
  await round.look('roles', am);
  await am.answer(asking.edit({ number: 1 }));
  await am.modal(asking.personTitle()).waitFor();
  await round.look('replace', am);
  await am.choose(asking['replaceWith.label'](), names.standIn);
  await am.answer(asking.personSubmit());
  await am.modal(asking.whoTitle()).waitFor();
  await am.answer(asking.cancel());
  await sleep(1500);
  await round.look('replaced', first);
  await am.press(asking.withdrawRequest(), brief.cardTitle({ project: round.project }));
  await am.fill({ [asking['requestReason.label']()]: asking['requestReason.placeholder']() });
  await round.look('withdraw-request', am);
  await am.answer(asking.withdrawSubmit());
  await first.sees(asking['requestReason.placeholder']());
  await round.look('withdrawn', first);
  await second.goTo(round.clientChannel);
  await round.look('client-channel', second);
  await am.type(round.locale === 'zh' ? '/project 记录' : '/project record');
  await am.page.getByRole('dialog').waitFor();
  await round.look('record', am);
  await am.answer(brief.close());
}

/** What is known of the client, in two steps. */
export async function profile(round: Round): Promise<void> {
  const { am } = round;
  const words = clientWords.in(round.locale);
  await am.type(round.locale === 'zh' ? '/project 客户档案' : '/project profile');
  await am.modal(words.title()).waitFor();
  await round.look('profile', am);
  await am.answer(words.goOn());
  await sleep(700);
  await round.look('profile-2', am);
  await am.answer(words.cancel());
}
