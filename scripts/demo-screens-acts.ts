import { setTimeout as sleep } from 'node:timers/promises';
import { type Round, wordsOf } from '../test/journeys/round.ts';
import { begin } from '../test/journeys/round-gather.ts';
import type { Window } from '../test/journeys/window.ts';

/** A form is looked over once more after it opened, as nobody would be fast enough to notice. */
export async function slowly(opens: () => Promise<void>): Promise<void> {
  await opens();
  await sleep(700);
}

/** A brief that could go to the client. */
export async function complete(round: Round): Promise<void> {
  const { texts } = round;
  const { brief } = wordsOf(round);
  await begin(round, {
    [brief['keyMessage.label']()]: texts.message,
    [brief['deliverables.label']()]: texts.document[0]?.[1] ?? '',
  });
}

/** Empties a box in which several people are chosen. */
export async function clear({ page }: Window, label: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  for (let presses = 0; presses < 4; presses += 1) await box.press('Backspace');
  await box.press('Tab');
  await sleep(700);
}
