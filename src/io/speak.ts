import type { WebClient } from '@slack/web-api';
import type { Message, Modal } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Answer, Asked } from './answers.ts';
import type { Choices } from './choices.ts';
import { LateError, within } from './deadline.ts';
import { type Door, type LinkTo, loadingModal, notice, noticeModal } from './failures.ts';
import type { Log } from './log.ts';
import { drawAgain, open, update } from './speak-modals.ts';
import { ioWords } from './words.ts';

/** A modal that shows nothing after this long shows that it is coming: the trigger to open one dies after three seconds. */
const OPEN_WITHIN_MS = 1000;

export type Ack = (response?: unknown) => Promise<void>;

export type Voice = {
  /** The client that people wait for; only `views.*` is called with it before an acknowledgement. */
  views: WebClient;
  tell: (to: { channel: string; person: Person; threadTs?: string }, what: Message<'person'>) => Promise<void>;
  door: Door;
  linkTo: LinkTo;
  choices: Choices;
  log: Log;
};

/** What came of a listener: an answer, or a sentence about why not. */
export type Result = { locale: Locale } & (
  { is: 'answer'; answer: Answer } | { is: 'said'; rich: string; plain: string; at: string | undefined }
);

/**
 * Waits for a listener and turns refusals and errors into sentences; it never throws.
 * @param what `decides`: something may have been saved, so that a late answer must say that its outcome is not known
 */
export async function resultOf(
  work: Promise<Answer | Refusal>,
  asked: Asked,
  what: { where: string; decides: boolean },
  voice: Voice,
): Promise<Result> {
  try {
    const outcome = await work;
    const refusal = isRefusal(outcome) ? outcome : 'refusal' in outcome ? outcome.refusal : undefined;
    if (refusal) voice.log.info({ where: what.where, code: refusal.code, person: asked.id }, 'refused');
    if (!isRefusal(outcome)) return { is: 'answer', answer: outcome, locale: asked.locale };
    return await said(outcome, asked.locale, voice);
  } catch (error) {
    const text = voice.door.error(error, what, asked.locale);
    return { is: 'said', rich: text, plain: text, at: undefined, locale: asked.locale };
  }
}

async function said(refusal: Refusal, locale: Locale, { door, linkTo }: Voice): Promise<Result> {
  const address = refusal.see ? await linkTo(refusal.see).catch(() => null) : null;
  const rich = door.refusal(refusal, locale);
  const seeing = address ? `${rich} ${ioWords.in(locale).see({ link: address })}` : rich;
  return { is: 'said', rich: seeing, plain: door.plainRefusal(refusal, locale), at: refusal.at, locale };
}

/** Answers a slash command: in the acknowledgement itself, or with a modal. */
export async function answerCommand(work: Promise<Result>, asked: Asked, trigger: string, ack: Ack, voice: Voice) {
  const result = await soonOr(work);
  if (result === 'late') return openLate(work, asked, trigger, ack, voice);
  if (result.is === 'said') return ack(ephemeral(notice(result.rich)));
  const { answer } = result;
  switch (answer.answer) {
    case 'done':
    case 'errors':
    case 'lookUp':
    case 'back':
      return ack();
    case 'tell':
      return ack(ephemeral(answer.message));
    case 'open':
    case 'replace': {
      const opened = await open(answer.view, trigger, voice);
      await ack();
      return drawAgain(opened, answer, voice);
    }
  }
}

/** Answers a press of a button, or a choice, in a message, a modal or App Home. `madeAt` is Slack's time of it. */
export async function answerPress(
  work: Promise<Result>,
  asked: Asked,
  at: { trigger: string; opens: boolean; madeAt?: string | null },
  ack: Ack,
  voice: Voice,
) {
  const result = at.opens ? await soonOr(work) : await work;
  if (result === 'late') return openLate(work, asked, at.trigger, ack, voice);
  if (result.is === 'said') return tellPresser(notice(result.rich), asked, at.trigger, ack, voice);
  const { answer } = result;
  switch (answer.answer) {
    case 'done':
    case 'errors':
      return ack();
    case 'tell':
      return tellPresser(answer.message, asked, at.trigger, ack, voice);
    case 'open': {
      const opened = await open(answer.view, at.trigger, voice, asked.view);
      await ack();
      return drawAgain(opened, answer, voice);
    }
    case 'replace':
      await ack();
      await update(asked.view?.id ?? null, answer.view, voice);
      return drawAgain(asked.view?.id ?? null, answer, voice);
    case 'lookUp':
    case 'back': {
      const isNewest = voice.choices.made(asked.view?.id ?? '', at.madeAt ?? null);
      await ack();
      return drawAgain(asked.view?.id ?? null, answer, voice, isNewest);
    }
  }
}

/** Answers a submitted modal in its acknowledgement. What was typed stays in the modal unless it was taken. */
export async function answerSubmit(work: Promise<Result>, asked: Asked, ack: Ack, voice: Voice) {
  const result = await work;
  if (result.is === 'said') return ack(refusedSubmit(result, asked));
  const { answer } = result;
  switch (answer.answer) {
    case 'done':
    case 'lookUp':
      return ack({ response_action: 'clear' });
    case 'errors':
      return ack({ response_action: 'errors', errors: answer.errors });
    case 'back':
      // An empty answer closes this modal alone (docs.slack.dev, view submissions).
      await ack();
      return drawAgain(asked.view?.beneath ?? null, answer, voice);
    case 'open':
    case 'replace':
      await ack({ response_action: 'update', view: answer.view });
      return drawAgain(asked.view?.id ?? null, answer, voice);
    case 'tell':
      return ack({ response_action: 'update', view: noticeModal(answer.message.text, result.locale) });
  }
}

/** Slack takes errors only at input blocks; a modal without any becomes the sentence instead. */
function refusedSubmit(result: Result & { is: 'said' }, asked: Asked) {
  const questions = Object.keys(asked.view?.state ?? {});
  const at = questions.find((id) => id === result.at) ?? questions[0];
  if (at === undefined) return { response_action: 'update', view: noticeModal(result.rich, result.locale) };
  return { response_action: 'errors', errors: { [at]: result.plain } };
}

const ephemeral = ({ text, blocks }: Message<'person'>) => ({ response_type: 'ephemeral', text, blocks });

async function soonOr(work: Promise<Result>): Promise<Result | 'late'> {
  try {
    return await within(work, OPEN_WITHIN_MS);
  } catch (error) {
    if (error instanceof LateError) return 'late';
    throw error;
  }
}

/** Opens a modal that says that the answer is coming, and puts the answer there. */
export async function openLate(work: Promise<Result>, asked: Asked, trigger: string, ack: Ack, voice: Voice) {
  const opened = await open(loadingModal(asked.locale), trigger, voice, asked.view);
  await ack();
  const result = await work;
  if (result.is === 'said') return update(opened, noticeModal(result.rich, result.locale), voice);
  const { answer } = result;
  if (answer.answer === 'tell') return update(opened, messageModal(answer.message, result.locale), voice);
  if (answer.answer === 'open' || answer.answer === 'replace') {
    await update(opened, answer.view, voice);
    return drawAgain(opened, answer, voice);
  }
}

const messageModal = (what: Message<'person'>, locale: Locale): Modal => ({
  ...noticeModal(what.text, locale),
  blocks: what.blocks,
});

/** A private message where the press was made in a channel, a modal where it was made in a modal or App Home. */
async function tellPresser(what: Message<'person'>, asked: Asked, trigger: string, ack: Ack, voice: Voice) {
  if (asked.channel === null) {
    await open(messageModal(what, asked.locale), trigger, voice, asked.view);
    return ack();
  }
  await ack();
  const threadTs = asked.message?.threadTs;
  return voice.tell({ channel: asked.channel, person: asked.person, ...(threadTs ? { threadTs } : {}) }, what);
}
