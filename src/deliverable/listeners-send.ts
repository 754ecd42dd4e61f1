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
import { versionValue } from './model-metadata.ts';
import { goodwillForm, sendForm, sendMeta } from './model-send.ts';
import { enteredIn, openSend, previewAgain, previewSend, type Sent } from './service-preview.ts';
import { sendDeliverable } from './service-send.ts';
import { SEND_IDS } from './views-send.ts';

type Deps = ProjectDeps;

/** Opens with what was entered before; where it goes, and what should not leave the house, is looked at afterwards. */
async function openSending(asked: Asked, deps: Deps, sent: Sent): Replied {
  const opened = await openSend(deps, asked, sent);
  if (isRefusal(opened)) return opened;
  const { view, entered } = opened;
  return { answer: 'open', view, afterwards: () => previewSend(deps, asked, sent, entered) };
}

const chosen = async (asked: Asked, deps: Deps): Replied => {
  const meta = sendMeta.decode(asked.view?.metadata);
  const entered = enteredIn(asked.view?.state ?? {}, asked);
  return meta ? { answer: 'lookUp', afterwards: () => previewSend(deps, asked, meta, entered) } : DONE;
};

export const sendingPresses: readonly PressEntry<Deps>[] = [
  pressed(SEND_IDS.open, versionValue, (asked, deps: Deps, sent) => openSending(asked, deps, sent), true),
  ...sendForm.flatMap((question) =>
    'tells' in question ? [{ action: question.tells, opens: false, run: chosen }] : [],
  ),
];

const formFor = ({ isBeyond }: { isBeyond: boolean }) => (isBeyond ? [...sendForm, ...goodwillForm] : sendForm);

export const sendingSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(SEND_IDS.form, sendMeta, formFor, async (asked, deps: Deps, meta) => {
    const { project, id, version, seen, draft, how, zone } = meta;
    const entered = enteredIn(asked.view?.state ?? {}, asked);
    const previewed = { channel: seen, draft, how, zone };
    const sent = await sendDeliverable(deps, asked, { project, id, version }, { entered, previewed });
    // What changed after the preview is previewed again: nothing that was entered is lost, and nothing has left.
    const again = isRefusal(sent) ? await previewAgain(deps, asked, meta, entered, sent) : null;
    if (isRefusal(sent)) return again ? { answer: 'replace', view: again, refusal: sent } : sent;
    return DONE;
  }),
];
