/**
 * Rules that join several fields, which a schema of one field cannot say. They run on payloads of any shape, so that
 * one call reports everything; a part that is missing or of the wrong kind is the schema's matter.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Fault } from './faults.ts';
import { child, elementsOf, isObject, items, repeats } from './walk.ts';
import type { Place } from './walk.ts';

/** What a surface allows beyond the rules that hold everywhere. */
export type Surface = 'message' | 'modal' | 'home';

/** Faults of the blocks together and of each one, whatever the surface. `pointer` is that of the list. */
export function blockRules(blocks: unknown, pointer: string, surface: Surface): Fault[] {
  const places = items(blocks, pointer);
  return [
    ...repeats(places, 'block_id'),
    ...oneFocus(places.flatMap(elementsOf)),
    ...places.flatMap((block) => [
      ...sectionRule(block),
      ...(block.value['type'] === 'image' ? imageRules(block) : []),
      ...repeats(elementsOf(block), 'action_id'),
      ...elementsOf(block).flatMap((element) => elementRules(element, block, surface)),
    ]),
  ];
}

/** A modal with an input needs `submit`. Slack's pointer ends in `/input`, though no such key exists. */
export function submitRule(view: Place): Fault[] {
  if (view.value['submit'] !== undefined) return [];
  return items(view.value['blocks'], `${view.pointer}/blocks`)
    .filter(({ value }) => value['type'] === 'input')
    .map(({ pointer }) => ({
      message: 'must define `submit` to use an `input` block in modals',
      pointer: `${pointer}/input`,
    }));
}

function sectionRule({ value, pointer }: Place): Fault[] {
  if (value['type'] !== 'section' || 'text' in value || 'fields' in value) return [];
  return [{ message: 'must define either `text` or `fields`', pointer: `${pointer}/type` }];
}

/** The docs say so of a view; that messages are held to it too is assumed, and so is the wording. */
function oneFocus(elements: readonly Place[]): Fault[] {
  return elements
    .filter(({ value }) => value['focus_on_load'] === true)
    .slice(1)
    .map(({ pointer }) => ({
      message: 'only one element can set `focus_on_load` to true',
      pointer: `${pointer}/focus_on_load`,
    }));
}

function elementRules(element: Place, block: Place, surface: Surface): Fault[] {
  switch (element.value['type']) {
    case 'image':
      return imageRules(element);
    case 'static_select':
    case 'multi_static_select':
      return [...exactlyOne(element, 'options', 'option_groups'), ...initialRules(element)];
    case 'checkboxes':
    case 'radio_buttons':
      return initialRules(element);
    case 'conversations_select':
    case 'multi_conversations_select':
    case 'channels_select':
      return [...child(element, 'filter').flatMap(filterRule), ...responseUrlRule(element, block, surface)];
    case 'plain_text_input':
      return lengthsRule(element);
    case 'file_input':
      return fileInputRule(element, block, surface);
    default:
      return [];
  }
}

/** Without any source Slack asks for `image_url`. */
function imageRules(image: Place): Fault[] {
  const { value, pointer } = image;
  if (!('image_url' in value || 'slack_file' in value)) {
    return [{ message: 'missing required field: image_url', pointer }];
  }
  return [
    ...exactlyOne(image, 'image_url', 'slack_file'),
    ...child(image, 'slack_file').flatMap((file) => exactlyOne(file, 'id', 'url')),
  ];
}

/** Of two ways to say the same, one must be used and only one (wording assumed, after the section's). */
function exactlyOne({ value, pointer }: Place, one: string, other: string): Fault[] {
  if (one in value !== other in value) return [];
  const both = one in value;
  return [{ message: `must define ${both ? 'only one of' : 'either'} \`${one}\` or \`${other}\``, pointer }];
}

/** What is chosen at first must equal one of the options in every field (wording assumed). */
function initialRules({ value, pointer }: Place): Fault[] {
  const groups = items(value['option_groups'], '').flatMap((group) => listOf(group.value['options']));
  const options = [...listOf(value['options']), ...groups];
  const given = [
    ...listOf(value['initial_options']).map((option, index) => ({ option, at: `initial_options/${index}` })),
    ...(isObject(value['initial_option']) ? [{ option: value['initial_option'], at: 'initial_option' }] : []),
  ];
  return given
    .filter(({ option }) => !options.some((other) => isDeepStrictEqual(option, other)))
    .map(({ at }) => ({ message: 'must match one of the provided options', pointer: `${pointer}/${at}` }));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Wording assumed. */
function filterRule({ value, pointer }: Place): Fault[] {
  return Object.keys(value).length > 0 ? [] : [{ message: 'must provide at least 1 properties', pointer }];
}

/** A response_url comes with the submission of a modal, so only its inputs may ask for one (wording assumed). */
function responseUrlRule({ value, pointer }: Place, block: Place, surface: Surface): Fault[] {
  const fits = surface === 'modal' && block.value['type'] === 'input';
  if (value['response_url_enabled'] !== true || fits) return [];
  return [
    {
      message: '`response_url_enabled` is only available in an `input` block of a modal',
      pointer: `${pointer}/response_url_enabled`,
    },
  ];
}

/** That Slack refuses a minimum above the maximum is assumed: nobody could fill it. */
function lengthsRule({ value, pointer }: Place): Fault[] {
  const { min_length: least, max_length: most } = value;
  if (typeof least !== 'number' || typeof most !== 'number' || least <= most) return [];
  return [{ message: '`min_length` must not exceed `max_length`', pointer: `${pointer}/min_length` }];
}

/** docs.slack.dev, file input element and input block (wording assumed). */
function fileInputRule({ pointer }: Place, block: Place, surface: Surface): Fault[] {
  if (surface !== 'modal') return [{ message: '`file_input` is only available in modals', pointer }];
  if (block.value['dispatch_action'] !== true) return [];
  return [
    { message: '`dispatch_action` must not be true for `file_input`', pointer: `${block.pointer}/dispatch_action` },
  ];
}
