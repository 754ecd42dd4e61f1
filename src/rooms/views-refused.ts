import type { RichTextElement } from '@slack/types';
import { bold, button, buttons, type Message, message, rich, run, who } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import { escape, mention } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { writeValue } from '../project/model-metadata.ts';
import { PROJECT_IDS } from '../project/views.ts';
import type { RefusedAction } from './model-refused.ts';
import { reasonOf, SCOPE_OF } from './rules-refused.ts';
import { heldWords } from './words-held.ts';
import { refusedWords } from './words-refused.ts';

/** What Slack refused. `error` is its own code; `whom`: who was to be invited, on Slack or by e-mail. */
export type Refused = { action: RefusedAction; error: string; whom: readonly (Person | string)[] };

/** People who are named before the rest is left out: an invitation may be of a hundred. */
const NAMED = 10;

/** Tells an account manager what was not done, why, and how it is done by hand. */
export function refusedNote(project: Project, { action, error, whom }: Refused, locale: Locale): Message<'person'> {
  const words = refusedWords.in(locale);
  const why = words[`why.${reasonOf(error)}`]({ scope: SCOPE_OF[action], error });
  const named = whom.slice(0, NAMED);
  const could = words[`could.${action}`];
  const how = words[`how.${action}`];
  const plain = named.map((one) => (typeof one === 'string' ? escape(one) : mention(one))).join(' ');
  const text = `${could({ project: escape(project.name) })} ${escape(why)} ${how({ who: plain })}`;
  return message('person', text, [
    rich(...phrase(could, { project: bold(project.name) }), run(` ${why}\n`), ...phrase(how, { who: elements(named) })),
    ...ways(project, action, locale),
  ]);
}

const elements = (whom: readonly (Person | string)[]): RichTextElement[] =>
  whom.flatMap((one) => [typeof one === 'string' ? run(one) : who(one), run(' ')]);

/** What concerns a channel is done under Channels. */
function ways(project: Project, action: RefusedAction, locale: Locale) {
  if (action !== 'makeTeam' && action !== 'makeClient' && action !== 'inviteShared') return [];
  const value = writeValue.encode({ project: project._id });
  return [buttons('rooms.ways', [button({ id: PROJECT_IDS.rooms, text: heldWords.in(locale).openRooms(), value })])];
}
