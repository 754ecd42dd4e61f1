import type { KnownBlock, RichTextElement } from '@slack/types';
import { bold, button, buttons, context, message, type Message, paragraph, rich, run, section } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import type { Nudge, NudgeShown } from '../kit/nudge.ts';
import { dateToken, shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import { snoozeValue } from './model.ts';
import { digestWords } from './words.ts';

/** The action ids of what can be done about anything that is brought up. */
export const DIGEST_IDS = { hour: 'digest.hour', tomorrow: 'digest.tomorrow' } as const;

/** Something that is brought up, with how its feature says it. `key`: under which it waits. */
export type Brought = { key: string; nudge: Nudge; project: Project; shown: NudgeShown };

/** A phone shows about so much of a message. */
const PLAIN_LENGTH = 300;

/** What is due for one person, in one message: each with what ends it, and the ways to be left alone about it for a while. */
export function nudgesMessage(shown: readonly Brought[], left: number, locale: Locale): Message<'person'> {
  const words = digestWords.in(locale);
  const count = shown.length + left;
  const first = shorten(shown[0]?.shown.plain ?? '', PLAIN_LENGTH);
  const text = count > 1 ? words.nudgedAlso({ first, count: count - 1 }) : first;
  return message('person', text, [
    section(words.nudged({ count })),
    ...byProject(shown).flatMap((group, at) => groupBlocks(group, `nudge.${at}`, locale)),
    ...(left > 0 ? [context(words.nudgesLeft({ count: left }))] : []),
  ]);
}

/** Those of one project beside each other, in the order in which each project comes first. */
function byProject(shown: readonly Brought[]): Brought[][] {
  const groups = new Map<string, Brought[]>();
  for (const one of shown) groups.set(one.project._id, [...(groups.get(one.project._id) ?? []), one]);
  return [...groups.values()];
}

/** The project's name, and under it each thing with its buttons. @param id block ids begin with it */
export const groupBlocks = (group: readonly Brought[], id: string, locale: Locale): KnownBlock[] => [
  ...group.slice(0, 1).map(({ project }) => projectLine(project)),
  ...group.flatMap((one, at) => itemBlocks(one, `${id}.${at}`, locale)),
];

const projectLine = (project: Project): KnownBlock => rich(bold(titleOf(project)), run(` · ${project.client.name}`));

function itemBlocks({ shown, nudge, project }: Brought, id: string, locale: Locale): KnownBlock[] {
  const words = digestWords.in(locale);
  const value = snoozeValue.encode({ project: project._id, about: nudge.about });
  return [
    rich(...shown.line),
    ...(shown.draft ? [draftBlock(shown.draft)] : []),
    buttons(id, [
      ...shown.buttons,
      button({ id: DIGEST_IDS.hour, text: words.inAnHour(), value }),
      button({ id: DIGEST_IDS.tomorrow, text: words.tomorrow(), value }),
    ]),
  ];
}

const draftBlock = ({ intro, text }: { intro: string; text: readonly RichTextElement[] }): KnownBlock => ({
  type: 'rich_text',
  elements: [paragraph([run(intro)]), { type: 'rich_text_quote', elements: [...text] }],
});

/** What somebody who puts something off hears. */
export function putOffNote(until: Date, locale: Locale): Message<'person'> {
  const text = digestWords.in(locale).putOff({ at: dateToken(until, locale) });
  return message('person', text, [section(text)]);
}
