/**
 * Block elements, and where each may stand. Source: docs.slack.dev/reference/block-kit/block-elements.
 *
 * The sandbox covers what the bot sends, strictly: an element that is not listed here is refused as unsupported, even
 * where Slack knows it (timepicker, datetimepicker, number_input, multi_external_select and others). Add it here first.
 */
import { z } from 'zod';
import {
  colour,
  confirm,
  dispatchActionConfig,
  id,
  imageFields,
  linkOption,
  MAX_URL,
  richOption,
} from './composition.ts';
import { selects } from './selects.ts';
import { filled, mrkdwn, plainText, upTo } from './text.ts';

/** (assumed) */
const MAX_FILETYPE = 255;

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id.optional(),
  text: plainText(75),
  value: filled(2000).optional(),
  url: filled(MAX_URL).optional(),
  style: colour.optional(),
  accessibility_label: filled(75).optional(),
  confirm: confirm.optional(),
});

const pickOne = {
  action_id: id.optional(),
  options: z.array(richOption).min(1).max(10),
  focus_on_load: z.boolean().optional(),
  confirm: confirm.optional(),
};

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...pickOne,
  // That an empty list is refused is assumed.
  initial_options: z.array(richOption).min(1).max(10).optional(),
});

const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...pickOne,
  initial_option: richOption.optional(),
});

/** Older docs ask for two options at least; one is accepted today, so only none and six are refused. */
const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: id.optional(),
  options: z.array(linkOption).min(1).max(5),
  confirm: confirm.optional(),
});

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  action_id: id.optional(),
  initial_date: z.string().refine(isDay, 'must be a date in the format YYYY-MM-DD').optional(), // wording assumed
  placeholder: plainText(150).optional(),
  focus_on_load: z.boolean().optional(),
  confirm: confirm.optional(),
});

const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: id.optional(),
  // The docs name no limit for the initial value: that of max_length is assumed.
  initial_value: upTo(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3000).optional(),
  max_length: z.number().int().min(1).max(3000).optional(),
  placeholder: plainText(150).optional(),
  dispatch_action_config: dispatchActionConfig.optional(),
  focus_on_load: z.boolean().optional(),
});

/** That it stands in a modal, and tells nothing before it is submitted, is checked in rules.ts. */
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: id.optional(),
  // That an empty list is refused is assumed.
  filetypes: z.array(filled(MAX_FILETYPE)).min(1).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});

const image = z.strictObject(imageFields);

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  // 30 February becomes 2 March, so a day that comes back changed does not exist.
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/** What may stand in an actions block. */
export const actionsElement = z.discriminatedUnion('type', [
  button,
  checkboxes,
  radioButtons,
  overflow,
  datepicker,
  ...selects,
]);

/** What may stand beside the text of a section. */
export const accessory = z.discriminatedUnion('type', [
  button,
  checkboxes,
  radioButtons,
  overflow,
  datepicker,
  image,
  ...selects,
]);

/** What may stand in an input block. */
export const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  checkboxes,
  radioButtons,
  datepicker,
  fileInput,
  ...selects,
]);

/** What may stand in a context block. */
export const contextElement = z.discriminatedUnion('type', [image, plainText(), mrkdwn()]);
