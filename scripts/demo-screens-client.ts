/** The pictures of what the client sees of a project and asks for by its card, and of App Home from each seat. */
import { setTimeout as sleep } from 'node:timers/promises';
import { settingsWords } from '../src/admin/words-settings.ts';
import { cardWords } from '../src/client/words-card.ts';
import { requestWords } from '../src/client/words-requests.ts';
import { homeWords } from '../src/home/words.ts';
import type { Locale } from '../src/kit/locale.ts';
import { type Round, wordsOf } from '../test/journeys/round.ts';
import type { Window } from '../test/journeys/window.ts';
import { clear, slowly } from './demo-screens-acts.ts';
import { pick } from './demo-screens-house.ts';

/** What is read or looked up after a form was drawn is there by then. */
const DRAWN_MS = 900;

/** The brief goes to one of the client's people, who confirms nothing yet. */
export async function sentToOne(round: Round): Promise<void> {
  const { am, names } = round;
  const { brief, asking } = wordsOf(round);
  await slowly(() => am.press(brief.sendButton(), brief.draftState()));
  if (await am.page.getByRole('combobox', { name: brief['channel.label']() }).isVisible())
    await am.choose(brief['channel.label'](), round.clientChannel);
  await am.sees(brief.previewTitle());
  await clear(am, brief['approvers.label']());
  await am.choose(brief['approvers.label'](), names.first);
  await am.answer(brief.sendSubmit());
  await am.sees(asking.remind());
}

/** The client asks by the card, the team answers, and each of them sees what came of it. */
export async function askedByCard(round: Round): Promise<void> {
  const { am, first, look, project } = round;
  const card = cardWords.in(round.locale);
  const words = requestWords.in(round.locale);
  await first.goTo(round.clientChannel);
  const own = new RegExp(`${project}[\\s\\S]*${card.record()}`, 'u');
  await first.message(own).waitFor();
  await look('client-card', first);
  const asks = {
    newRequest: [words['need.label'](), words['need.placeholder']()],
    problem: [words['happened.label'](), words['happened.placeholder']()],
    status: [words['question.label'](), words['question.placeholder']()],
  } as const;
  for (const kind of ['newRequest', 'problem', 'status'] as const) {
    await first.press(card[kind](), own);
    await first.modal(words[`formTitle.${kind}`]()).waitFor();
    await first.fill({ [asks[kind][0]]: asks[kind][1] });
    await look(`client-${kind}`, first);
    await first.answer(words.formSubmit());
    await sleep(DRAWN_MS);
    if (kind === 'status') await look('client-taken', first);
    await first.answer(card.close());
  }
  await sleep(2 * DRAWN_MS);
  await first.message(own).getByRole('link', { name: /repl/iu }).click();
  await look('client-asked', first);
  await look('team-requests', am);
  await am.press(words.draftStatus(), words['question.placeholder']());
  await am.modal(words.replyTitle()).waitFor();
  await look('reply', am);
  await am.answer(words.replyPreview());
  await am.modal(words.replyTitle()).getByText(words.replyPreviewTitle()).waitFor();
  await look('reply-preview', am);
  await am.answer(words.replySubmit());
  await sleep(2 * DRAWN_MS);
  await look('reply-sent', am);
  await look('client-answered', first);
  await first.press(card.record(), own);
  await first.modal(card.recordTitle()).waitFor();
  await look('client-record', first);
  await first.answer(card.close());
}

/** App Home from a seat; the portfolio narrowed, and the settings, where they are there. */
export async function homes(
  locale: Locale,
  handle: string,
  open: (handle: string) => Promise<Window>,
  look: Round['look'],
): Promise<void> {
  const home = homeWords.in(locale);
  const settings = settingsWords.in(locale);
  const window = await open(handle);
  await window.goHome();
  await sleep(DRAWN_MS);
  await look(`home-${handle}`, window);
  const { page } = window;
  const end = page.getByRole('button', { name: home.newProject() });
  if (await end.isVisible()) {
    await end.scrollIntoViewIfNeeded();
    await look(`home-${handle}-end`, window);
  }
  if (await page.getByRole('combobox', { name: home['filter.life']() }).isVisible()) {
    await pick(window, home['filter.life'](), home['life.onHold']());
    await sleep(DRAWN_MS);
    await look(`home-${handle}-on-hold`, window);
    await page.getByRole('button', { name: home.clear() }).click();
    await sleep(DRAWN_MS);
  }
  const button = page.getByRole('button', { name: home.settings(), exact: true });
  if (!(await button.isVisible())) return;
  await button.click();
  await window.modal(settings.title()).waitFor();
  await look(`settings-${handle}`, window);
  await window.answer(settings.directorsButton());
  await sleep(DRAWN_MS);
  await look(`directors-${handle}`, window);
}
