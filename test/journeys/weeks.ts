import { answerWords } from '../../src/approval/words-answers.ts';
import { nudgeWords } from '../../src/approval/words-nudges.ts';
import { stepsWords } from '../../src/brief/words-steps.ts';
import { briefWords } from '../../src/brief/words.ts';
import { digestWords } from '../../src/digest/words.ts';
import { type Day, formatDay } from '../../src/kit/calendar.ts';
import { dayInShort, dayInWords } from '../../src/kit/days.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { planWords } from '../../src/plan/words.ts';
import { postWords } from '../../src/progress/words-post.ts';
import { begin } from './round-gather.ts';
import type { Window } from './window.ts';

/** An account manager and somebody of the client, in two windows, and what their project is about. */
export type Weeks = {
  locale: Locale;
  am: Window;
  client: Window;
  names: { am: string; client: string };
  clientName: string;
  clientChannel: string;
  project: string;
  texts: { objective: string; audience: string; message: string; deliverables: string };
  /** The team channel, once there is one. */
  team: string;
  lookedOver: (opens: () => Promise<void>) => Promise<void>;
  /** Called at every view on the way, by those who take pictures. */
  look: (name: string, window: Window) => Promise<void>;
};

/** Of the demonstration's app, in whose direct messages it speaks to one person. */
const BOT = 'Liaison';
/** A day of the bot's takes seconds. */
const MOVES_WITHIN_MS = 60_000;

const weeksWords = ({ locale }: Pick<Weeks, 'locale'>) => ({
  answers: answerWords.in(locale),
  brief: briefWords.in(locale),
  digest: digestWords.in(locale),
  nudge: nudgeWords.in(locale),
  plan: planWords.in(locale),
  post: postWords.in(locale),
  steps: stepsWords.in(locale),
});

/** Presses a button of the clock bar, and settles when the clock has arrived. */
export async function jump({ page }: Window, label: string): Promise<void> {
  const clock = page.getByRole('group', { name: 'Clock' });
  // By its answer the page has shown long ago that it moves.
  const first = page.waitForResponse((one) => one.url().includes('/clock?'), { timeout: MOVES_WITHIN_MS });
  await Promise.all([first, clock.getByRole('button', { name: label }).click()]);
  await clock.getByRole('button', { name: 'Play a week' }).waitFor({ timeout: 7 * MOVES_WITHIN_MS });
}

/** A brief that the client is to decide on, and a milestone that they know of. */
export async function agreeOn(weeks: Weeks, { decideOn, launchOn }: Record<'decideOn' | 'launchOn', Day>) {
  const { am, locale, look, names } = weeks;
  const { brief, plan, steps } = weeksWords(weeks);
  await begin(
    { locale, am, client: weeks.clientName, project: weeks.project, texts: weeks.texts },
    {
      [brief['keyMessage.label']()]: weeks.texts.message,
      [brief['deliverables.label']()]: weeks.texts.deliverables,
    },
  );
  await am.modal(steps.overviewTitle()).waitFor();
  await am.answer(brief.close());
  weeks.team = (await am.page.getByRole('main').getAttribute('aria-label')) ?? '';
  await weeks.lookedOver(() => am.press(brief.sendButton(), brief.draftState()));
  await am.choose(brief['channel.label'](), weeks.clientChannel);
  await am.sees(brief.previewTitle());
  await am.choose(brief['approvers.label'](), names.client);
  await am.fill({ [brief['dueOn.label']()]: decideOn });
  await am.answer(brief.sendSubmit());
  await am.message(names.client).waitFor();

  await am.type(`/plan ${locale === 'zh' ? '关键节点 媒介上线' : 'milestone Media launch'} ${launchOn} review 3d`);
  const list = am.modal(plan.title());
  await list.getByText(dayInWords(launchOn, locale)).first().waitFor();
  await look('milestone-set', am);
  await am.answer(plan.release());
  await am.sees(plan.readNow());
  await look('milestone-preview', am);
  await am.answer(plan.releaseSubmit());
  await list.getByText(plan.saidShown({ name: plan['kind.mediaLaunch']() })).waitFor();
  await am.answer(plan.close());
  await am.sees(plan.cardTitle());
  await look('card', am);
}

/** The direct messages with the bot. */
const toBot = (window: Window): Promise<void> => window.goTo(BOT);

/** The morning's digest says what comes, and looks no further. */
export async function digestOf(weeks: Weeks, today: Day, part: 'today' | 'coming'): Promise<void> {
  const { am, look } = weeks;
  const { digest, plan } = weeksWords(weeks);
  await toBot(am);
  const message = am.message(digest.digestTitle({ day: dayInWords(today, weeks.locale) }));
  await message.getByText(digest[`part.${part}`](), { exact: true }).waitFor();
  await look(`digest-${part}`, am);
  await message.getByText(plan['kind.mediaLaunch'](), { exact: false }).first().waitFor();
}

/** The client let the day pass: the reminder is drafted, and goes when she sends it. */
export async function remind(weeks: Weeks): Promise<void> {
  const { am, client, look } = weeks;
  const { nudge } = weeksWords(weeks);
  await toBot(am);
  await look('silent', am);
  await am.press(nudge.sendReminder(), nudge.draftInSlack());
  await client.goTo(weeks.clientChannel);
  await look('client-reminded', client);
}

/** In the morning of the client's first day they read that their review begins, as it was previewed. */
export async function headsUp(weeks: Weeks, { from, until }: Record<'from' | 'until', Day>): Promise<void> {
  const { client, locale, look, project } = weeks;
  const { plan } = weeksWords(weeks);
  await client.goTo(weeks.clientChannel);
  const days = { from: dayInWords(from, locale), day: dayInWords(until, locale), count: 3 };
  const said = plan.headsUp({ ...days, project, name: plan['kind.mediaLaunch']() });
  await client.message(said.replaceAll('*', '')).waitFor();
  await look('client-heads-up', client);
}

/** What a milestone's owner says, one working hour after its day. */
export async function sayDone(weeks: Weeks, dueOn: Day): Promise<void> {
  const { am, look, project } = weeks;
  const { plan } = weeksWords(weeks);
  await toBot(am);
  const day = formatDay(dueOn, weeks.locale);
  const asked = am.message(plan['nudge.after']({ name: plan['kind.mediaLaunch'](), project, day }));
  await asked.getByRole('button', { name: plan.block(), exact: true }).waitFor();
  await look('after', am);
  await asked.getByRole('button', { name: plan.done(), exact: true }).click();
  const [reached = ''] = plan['stands.reached']({ name: plan['kind.mediaLaunch'](), day }).split(' `');
  await am.sees(reached);
  await look('done', am);
}

/** How often something stands in the channel of each day: exactly these words. */
const counted = (window: Window, days: readonly Day[], words: (day: Day) => string): Promise<number[]> => {
  const said = (text: string) => window.page.getByRole('main').getByRole('article').getByText(text, { exact: true });
  return Promise.all(days.map((day) => said(words(day)).count()));
};

/** How often the team channel has the progress post of each day. */
export async function countPosts(weeks: Weeks, days: readonly Day[]): Promise<number[]> {
  const { am, locale, look } = weeks;
  const { post } = weeksWords(weeks);
  await am.goTo(weeks.team);
  await look('posts', am);
  return counted(am, days, (day) => post.title({ day: dayInShort(day, locale) }));
}

/** How often the account manager had a digest on each day. */
export async function countDigests(weeks: Weeks, days: readonly Day[]): Promise<number[]> {
  const { am, locale } = weeks;
  const { digest } = weeksWords(weeks);
  await toBot(am);
  return counted(am, days, (day) => digest.digestTitle({ day: dayInWords(day, locale) }));
}
