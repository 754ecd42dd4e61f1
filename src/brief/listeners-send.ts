import {
  type Asked,
  DONE,
  type PressEntry,
  pressed,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { ProjectDeps } from '../project/service.ts';
import { sendForm } from './model.ts';
import { openValue, sendMeta } from './model-metadata.ts';
import { enteredIn, openSend, previewAgain, previewSend } from './service-preview.ts';
import { sendBrief } from './service-send.ts';
import { BRIEF_IDS } from './views-card.ts';

type Deps = ProjectDeps;

/** Opens with what was entered before; where it goes, and what should not leave the house, is looked at afterwards. */
async function openSending(asked: Asked, deps: Deps, id: string): Replied {
  const opened = await openSend(deps, asked, id);
  if (isRefusal(opened)) return opened;
  const { view, entered } = opened;
  return { answer: 'open', view, afterwards: () => previewSend(deps, asked, id, entered) };
}

const chosen = async (asked: Asked, deps: Deps): Replied => {
  const meta = sendMeta.decode(asked.view?.metadata);
  const entered = enteredIn(asked.view?.state ?? {}, asked);
  return meta ? { answer: 'lookUp', afterwards: () => previewSend(deps, asked, meta.project, entered) } : DONE;
};

export const sendPresses: readonly PressEntry<Deps>[] = [
  pressed(BRIEF_IDS.send, openValue, (asked, deps: Deps, { project }) => openSending(asked, deps, project), true),
  ...sendForm.flatMap((question) =>
    'tells' in question ? [{ action: question.tells, opens: false, run: chosen }] : [],
  ),
];

export const sendSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(BRIEF_IDS.sendForm, sendMeta, sendForm, async (asked, deps: Deps, { project, seen, ...previewed }) => {
    const entered = enteredIn(asked.view?.state ?? {}, asked);
    const sent = await sendBrief(deps, asked, project, { entered, previewed: { channel: seen, ...previewed } });
    // What changed after the preview is previewed again: nothing that was entered is lost, and nothing has left.
    const again = isRefusal(sent) ? await previewAgain(deps, asked, project, entered, sent) : null;
    if (isRefusal(sent)) return again ? { answer: 'replace', view: again, refusal: sent } : sent;
    return DONE;
  }),
];
