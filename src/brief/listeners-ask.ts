import {
  answered,
  type Answer,
  type Asked,
  DONE,
  type PressEntry,
  pressed,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Refusal } from '../kit/refusal.ts';
import type { ProjectDeps } from '../project/service.ts';
import { answerForm, answerMeta, answerValue, askForm, askFormFor, askMeta, askValue } from './model-ask.ts';
import { WORDED_QUESTIONS } from './model-questions.ts';
import { overviewAgain } from './service.ts';
import { askAgain, openAsk, previewAsk, sendAsk } from './service-ask.ts';
import { openAnswer, saveAnswers } from './service-ask-answers.ts';
import { ASK_IDS } from './views-ask.ts';

type Deps = ProjectDeps;

/** Opens with what is open; who would see it is looked at afterwards. */
async function openAsking(asked: Asked, deps: Deps, id: string): Replied {
  const opened = await openAsk(deps, asked, id);
  if (isRefusal(opened)) return opened;
  const { view, entered } = opened;
  if (entered.channel === null) return { answer: 'open', view };
  return { answer: 'open', view, afterwards: () => previewAsk(deps, asked, id, entered) };
}

const chosen = async (asked: Asked, deps: Deps): Replied => {
  const meta = askMeta.decode(asked.view?.metadata);
  const state = asked.view?.state ?? {};
  return meta ? { answer: 'lookUp', afterwards: () => previewAsk(deps, asked, meta.project, state) } : DONE;
};

export const askPresses: readonly PressEntry<Deps>[] = [
  pressed(ASK_IDS.open, askValue, (asked, deps: Deps, { project }) => openAsking(asked, deps, project), true),
  ...askForm.map(({ tells }) => ({ action: tells, opens: false, run: chosen })),
  pressed(
    ASK_IDS.answer,
    answerValue,
    async (asked, deps: Deps, about) => shown(await openAnswer(deps, asked, { ...about, step: 0 }), 'open'),
    true,
  ),
];

const shown = (view: Modal | null | Refusal, answer: 'open' | 'replace') =>
  answered(view, (one): Answer => (one ? { answer, view: one } : DONE));

export const askSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(
    ASK_IDS.form,
    askMeta,
    ({ isChannelKnown }) => askFormFor(isChannelKnown),
    async (asked, deps: Deps, { project, seen, after }, { channel, language, ...answers }) => {
      const entered = { ...answers, channel: channel ?? null, language: language ?? asked.locale };
      const sent = await sendAsk(deps, asked, project, { entered, previewed: { channel: seen, after } });
      // What changed after the preview is previewed again: nothing that was entered is lost, and nothing has left.
      const again = isRefusal(sent) ? await askAgain(deps, asked, project, sent) : null;
      if (isRefusal(sent) && again) return { answer: 'replace', view: again, refusal: sent };
      return answered(sent, () =>
        asked.view?.beneath ? { answer: 'back', afterwards: overviewAgain(deps, asked, project) } : DONE,
      );
    },
  ),
  submitted(
    ASK_IDS.answerForm,
    answerMeta,
    ({ opened }) => answerForm(WORDED_QUESTIONS.filter((question) => question in opened)),
    async (asked, deps: Deps, { opened, ...page }, answers) => {
      const saved = await saveAnswers(deps, asked, page, { answers, opened });
      if (isRefusal(saved) && saved.code === 'brief.answerClash')
        return shown(await openAnswer(deps, asked, page, { answers, opened }), 'replace');
      return shown(saved, 'replace');
    },
  ),
];
