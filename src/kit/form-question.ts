import type { InputBlock } from '@slack/types';

/**
 * One question of a form. A feature lists its questions once; the modal, the parser, the errors, the words that are
 * needed and the type of the answers all follow from the list.
 */
export type Question = {
  readonly id: string;
  readonly required: boolean;
  /** The action id by which a choice is told to the bot at once, because what follows depends on it. */
  readonly tells?: string;
} & (
  | { readonly kind: 'text'; readonly long: boolean; readonly max: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** `boxes`: each is seen and ticked where it stands; ten at most (docs.slack.dev, checkbox group). */
  | { readonly kind: 'choices'; readonly options: readonly string[]; readonly boxes?: true }
  | { readonly kind: 'day' }
  | { readonly kind: 'person' }
  /** One or several people, at most `most`; unlike the choice of one, it can be emptied again. */
  | { readonly kind: 'people'; readonly most: number }
  | { readonly kind: 'channel' }
  /** One file at most, of 10 MB at most; only in modals (docs.slack.dev, file input element). `types`: endings without the dot. */
  | { readonly kind: 'file'; readonly types: readonly string[] }
);

/** One question as it is shown: with its words, and what was entered before. */
export type Asked = {
  question: Question;
  label: string;
  hint: string;
  placeholder: string;
  optionLabels: Readonly<Record<string, string>>;
  initial: string | readonly string[] | null | undefined;
};

/** Block id and action id are the question's, but for a question that tells: presses are told apart by their action id. */
export const actionOf = (question: Question): string => question.tells ?? question.id;

/** What is filled in: the part of an input block that holds the answer. */
export function element({ question, placeholder, optionLabels: labels, initial }: Asked): InputBlock['element'] {
  const common = { action_id: actionOf(question) };
  const hinted = placeholder ? { ...common, placeholder: { type: 'plain_text', text: placeholder } as const } : common;
  const text = typeof initial === 'string' && initial !== '' ? initial : undefined;
  const option = (value: string) => ({ text: { type: 'plain_text', text: labels[value] ?? value } as const, value });
  switch (question.kind) {
    case 'text':
      return {
        type: 'plain_text_input',
        ...hinted,
        multiline: question.long,
        max_length: question.max,
        ...(text ? { initial_value: text } : {}),
      };
    case 'choice':
      return {
        type: 'static_select',
        ...hinted,
        options: question.options.map(option),
        ...(text ? { initial_option: option(text) } : {}),
      };
    case 'choices': {
      const chosen = Array.isArray(initial) ? (initial as string[]).map(option) : [];
      const options = question.options.map(option);
      const entered = chosen.length > 0 ? { initial_options: chosen } : {};
      if (question.boxes) return { type: 'checkboxes', ...common, options, ...entered };
      return { type: 'multi_static_select', ...hinted, options, ...entered };
    }
    case 'day':
      return { type: 'datepicker', ...hinted, ...(text ? { initial_date: text } : {}) };
    case 'person':
      return { type: 'users_select', ...hinted, ...(text ? { initial_user: text } : {}) };
    case 'people': {
      const users = Array.isArray(initial) ? (initial as string[]) : [];
      return {
        type: 'multi_users_select',
        ...hinted,
        max_selected_items: question.most,
        ...(users.length > 0 ? { initial_users: users } : {}),
      };
    }
    case 'channel':
      return {
        type: 'conversations_select',
        ...hinted,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(text ? { initial_conversation: text } : {}),
      };
    case 'file':
      return { type: 'file_input', ...common, filetypes: [...question.types], max_files: 1 };
  }
}
