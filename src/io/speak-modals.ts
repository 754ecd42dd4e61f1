import type { WebClient } from '@slack/web-api';
import type { View } from '@slack/types';
import type { Answer, Asked } from './answers.ts';
import type { Log } from './log.ts';

/** Only `views.*` is called with this client: people wait for it. */
type Modals = { views: WebClient; log: Log };

/** Draws a modal again, where something had to be looked up after the acknowledgement; unless by then it is out of date. */
export async function drawAgain(viewId: string | null, answer: Answer, voice: Modals, isWanted = () => true) {
  if (!('afterwards' in answer) || !answer.afterwards) return;
  const view = await answer.afterwards();
  if (view && isWanted()) await update(viewId, view, voice);
}

/**
 * Opens a modal over the one in which something was pressed. Three fit (docs.slack.dev, modals): the next one replaces the third.
 * @returns the view's id, or null where it did not open: Slack delivered twice, or the trigger had died.
 */
export async function open(
  view: View,
  trigger: string,
  voice: Modals,
  over: Asked['view'] = null,
): Promise<string | null> {
  const { views, log } = voice;
  if (over?.isThird) return update(over.id, view, voice).then(() => over.id);
  try {
    const how = { trigger_id: trigger, view };
    const opened = over ? await views.views.push(how) : await views.views.open(how);
    return opened.view?.id ?? null;
  } catch (error) {
    log.warn({ err: error }, 'a modal did not open');
    return null;
  }
}

/** Makes an open modal another one; it stays as it is where Slack does not. */
export async function update(viewId: string | null, view: View, { views, log }: Modals): Promise<void> {
  if (viewId === null) return;
  try {
    await views.views.update({ view_id: viewId, view });
  } catch (error) {
    log.warn({ err: error }, 'a modal was not drawn again');
  }
}
