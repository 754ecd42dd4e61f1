import type { PlainTextOption, StaticSelect } from '@slack/types';
import { shorten } from './text.ts';

/** Options, and labels of groups, have 75 characters; a select has 100 options, or 100 groups of them (docs.slack.dev, select menu). */
const TEXT_LENGTH = 75;
const GROUP = 100;

export type SelectParts = {
  /** The action id. */
  id: string;
  placeholder: string;
  /** By their order; at least one. */
  options: readonly { value: string; text: string }[];
  /** The value that is chosen already. */
  chosen: string | null;
};

/** A menu of one choice. More options than fit into one list come in groups, which are named by their first and last. */
export function select({ id, placeholder, options, chosen }: SelectParts): StaticSelect {
  const all = options.map(option);
  const initial = all.find(({ value }) => value === chosen);
  const common = {
    type: 'static_select',
    action_id: id,
    placeholder: { type: 'plain_text', text: placeholder, emoji: false },
    ...(initial ? { initial_option: initial } : {}),
  } as const;
  return all.length <= GROUP ? { ...common, options: all } : { ...common, option_groups: groups(all) };
}

type Option = PlainTextOption & { value: string };

const option = ({ value, text }: { value: string; text: string }): Option => ({
  value,
  text: { type: 'plain_text', text: shorten(text, TEXT_LENGTH), emoji: false },
});

function groups(all: readonly Option[]) {
  return Array.from({ length: Math.ceil(all.length / GROUP) }, (_, at) => {
    const options = all.slice(at * GROUP, (at + 1) * GROUP);
    const [first, last] = [options.at(0), options.at(-1)].map((one) =>
      shorten(one?.text.text ?? '', TEXT_LENGTH / 2 - 2),
    );
    return { label: { type: 'plain_text', text: `${first} – ${last}`, emoji: false } as const, options };
  });
}
