import type { KnownBlock, RichTextElement } from '@slack/types';
import { bold, context, divider, type Message, message, type Modal, modal, rich, run, section } from '../kit/blocks.ts';
import type { Day } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Rhythm } from '../kit/settings.ts';
import { escape, shorten, takeFrom } from '../kit/text.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { TYPED_DAY_LENGTH } from '../kit/typed.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import { healthForm, nowMeta, pauseForm, PROGRESS_IDS, progressMeta, rhythmMeta } from './model-forms.ts';
import type { Post } from './rules-post.ts';
import type { TypedHealth } from './rules-typed.ts';
import { healthRuns } from './views-health.ts';
import { postBlocks } from './views-post.ts';
import { ownInputs } from './views-rhythm.ts';
import { progressWords } from './words.ts';

/** Of what was typed behind the command. */
const TYPED_LENGTH = 200;

const named = (project: Project): RichTextElement => bold(titleOf(project));

/** `mayPost`: whoever looks may post it, and there can be a post. `isPosted`: today's stands in the channel already. */
export type NowShown = { post: Post; mayPost: boolean; isPosted: boolean; pausedUntil: Day | null };

/** The progress post as it would be now, for one person. */
export function nowModal(project: Project, shown: NowShown, locale: Locale): Modal {
  const words = progressWords.in(locale);
  const { post, mayPost, isPosted, pausedUntil } = shown;
  const remark = isPosted ? words.nowPosted() : words.nowToPost();
  return modal({
    id: PROGRESS_IDS.nowForm,
    title: words.nowTitle(),
    ...(mayPost ? { submit: isPosted ? words.nowAgain() : words.nowSubmit() } : {}),
    close: words.close(),
    metadata: nowMeta.encode({ project: project._id, day: post.day }),
    blocks: [
      rich(...phrase(words.nowFor, { project: named(project) })),
      ...(pausedUntil === null ? [] : [section(words.nowPaused({ day: dayInWords(pausedUntil, locale) }))]),
      divider(),
      ...postBlocks(project, post, locale),
      divider(),
      // Nobody is offered what they may not do.
      ...(mayPost ? [context(remark), context(words.nowMore())] : []),
    ],
  });
}

/** What could not be read stands before the form that asks for it. */
function unread(typed: string | null, locale: Locale): KnownBlock[] {
  if (typed === null) return [];
  return [rich(...phrase(progressWords.in(locale).unread, { typed: run(shorten(typed, TYPED_LENGTH)) }))];
}

/** @param typed what was typed for a day, and was none */
export function pauseModal(project: Project, typed: string | null, locale: Locale): Modal {
  const words = progressWords.in(locale);
  return modal({
    id: PROGRESS_IDS.pauseForm,
    title: words.pauseTitle(),
    submit: words.pauseSubmit(),
    close: words.cancel(),
    metadata: progressMeta.encode({ project: project._id }),
    blocks: [
      ...unread(typed, locale),
      rich(...phrase(words.pauseIntro, { project: named(project) })),
      ...formBlocks(pauseForm, words, { pauseUntil: typed && takeFrom(typed, TYPED_DAY_LENGTH) }),
    ],
  });
}

export type HealthAsked = { now: Post['health']; typed: (TypedHealth & { text: string }) | null };

/** How the project is doing. `typed`: what was typed, where not all of it could be read. */
export function healthModal(project: Project, { now, typed }: HealthAsked, locale: Locale): Modal {
  const words = progressWords.in(locale);
  const places = { project: named(project), health: healthRuns(now, locale) };
  return modal({
    id: PROGRESS_IDS.healthForm,
    title: words.healthTitle(),
    submit: words.healthSubmit(),
    close: words.cancel(),
    metadata: progressMeta.encode({ project: project._id }),
    blocks: [
      ...unread(typed?.text ?? null, locale),
      rich(...phrase(words.healthIntro, places)),
      ...formBlocks(healthForm, words, {
        is: typed?.is ?? null,
        reason: typed?.reason ? takeFrom(typed.reason, BOUNDS.reason) : null,
        healthUntil: typed?.until ? takeFrom(typed.until, TYPED_DAY_LENGTH) : null,
      }),
    ],
  });
}

/** When the post comes, and what else the project says by itself. @param agency what holds where it has nothing of its own */
export function rhythmModal(project: Project, agency: Rhythm, locale: Locale): Modal {
  const words = progressWords.in(locale);
  const own = project.progress?.rhythm ?? {};
  const zone = project.zone ?? null;
  return modal({
    id: PROGRESS_IDS.settingsForm,
    title: words.settingsTitle(),
    submit: words.settingsSubmit(),
    close: words.cancel(),
    metadata: rhythmMeta.encode({ project: project._id, minute: own.postMinute ?? null }),
    blocks: [
      rich(...phrase(words.settingsIntro, { project: named(project) })),
      ...ownInputs(own, agency, zone, locale),
    ],
  });
}

/** What was done, read back: in the place of the form. */
export function saidModal(said: readonly RichTextElement[], locale: Locale): Modal {
  const words = progressWords.in(locale);
  return modal({ id: 'progress.said', title: words.saidTitle(), close: words.close(), blocks: [rich(...said)] });
}

/** The same, to whoever typed a command. */
export function saidNotice(said: readonly RichTextElement[]): Message<'person'> {
  const plain = said.map((one) => (one.type === 'text' ? one.text : '')).join('');
  return message('person', escape(plain), [rich(...said)]);
}
