import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { postWords } from '../../src/progress/words-post.ts';
import { shown } from './acts.ts';
import { runJob } from './jobs.ts';
import type { Stage } from './stage.ts';

/** What people do with progress posts, a call each. */

/** The verbs as they are typed in each language. */
const VERBS = { now: '现在', pause: '暂停', resume: '恢复', health: '状态', settings: '设置' } as const;
export type ProgressVerb = keyof typeof VERBS;

/** `/progress` with a verb, or alone, and what is typed after it. @returns the modal that is open then */
export const progress = (person: Person, locale: Locale, team: string, verb: ProgressVerb | null, text = '') => {
  const word = verb === null ? '' : locale === 'zh' ? VERBS[verb] : verb;
  return person.in(team).command(['/progress', word, text].filter((part) => part !== '').join(' '));
};

export const progressForm = async (...about: Parameters<typeof progress>): Promise<Modal> =>
  shown(await progress(...about));

/** Moves the clock to an instant and lets posts be planned, projects be looked at, and all of it be sent. */
export async function until(on: Stage, at: string): Promise<void> {
  await on.slack.clock.to(Date.parse(at));
  await runJob(on, 'posts');
  await runJob(on, 'sweep');
}

/** `/plan milestone`, typed; what it read is looked at and closed. */
export async function milestone(person: Person, team: string, text: string): Promise<void> {
  const form = await person.in(team).command(`/plan milestone ${text}`);
  await form?.close({ all: true });
}

/** The progress posts in a channel, as somebody sees them, the oldest first. */
export const postsIn = (person: Person, locale: Locale, team: string): string[] => {
  const title = postWords.in(locale).title({ day: '' });
  return person
    .sees(team)
    .filter(({ text }) => text.startsWith(title))
    .map(({ text }) => text);
};
