import type { KnownBlock } from '@slack/types';
import type { Wait } from '../kit/aggregate.ts';
import { bold, buttons, rich, run } from '../kit/blocks.ts';
import type { WaitingIn } from '../kit/listed.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { requestFactsSchema } from './model-requests.ts';
import { requestButtons } from './views-requests.ts';
import { requestWords } from './words-requests.ts';

/** What the client asked for and waits to be answered, on App Home. Null where it is something else. */
export function requestWaitRow({ id }: WaitingIn, wait: Wait, _where: unknown, locale: Locale): KnownBlock[] | null {
  if (wait.kind !== 'client.request') return null;
  const facts = requestFactsSchema.safeParse(wait.facts);
  if (!facts.success) return [];
  const { request: kind, by, text, isJob } = facts.data;
  const words = requestWords.in(locale);
  const sentence = phrase((places: { who: string; text: string }) => words.wait({ kind, ...places }), {
    who: bold(by ?? '?'),
    text: run(text === '' ? words.noText() : text),
  });
  return [
    rich(...sentence),
    buttons(`client.request:${id}:${wait.about}`, requestButtons(id, { id: wait.about, kind, isJob }, locale)),
  ];
}
