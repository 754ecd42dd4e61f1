import type { KnownBlock } from '@slack/types';
import { elementsOf } from '../../sandbox/core/messages.ts';
import type { Random } from '../../sandbox/core/random.ts';
import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import { FLAVOURS } from './hostile.ts';

const WORDS = [
  'Acme',
  'Spring launch',
  '云山茶',
  '春茶上市',
  'Students, 18 to 24',
  'Film\nPoster',
  ...Object.values(FLAVOURS).map((flavour) => flavour('U0NOBODY')),
];
const HANDLES = ['mei', 'tom', 'ines', 'olivia', 'dana', 'zhou', 'kai'];

/** @throws where there is nothing to choose from */
export const pick = <T>(random: Random, from: readonly T[]): T => {
  const one = from[random.int(from.length)];
  if (one === undefined) throw new Error('there is nothing to choose from');
  return one;
};

/** Fills some of a modal's fields with something that fits their kind. @returns the labels of those that took it. */
export async function fillAtRandom(who: Person, modal: Modal, random: Random): Promise<string> {
  const filled: string[] = [];
  for (const { label, type, options } of fieldsOf(modal)) {
    if (random.int(5) === 0) continue;
    const filling = fillingFor(type, options, who, random);
    if (filling === undefined) continue;
    // A picker offers not everybody and not every channel to everybody.
    const took = await who
      .modal()
      .fill({ [label]: filling })
      .then(
        () => true,
        () => false,
      );
    if (took) filled.push(label);
    if (!who.hasModal()) break;
  }
  return filled.join(', ') || 'nothing';
}

/** The buttons of a modal that is not to be submitted. */
export const buttonsIn = ({ raw }: Modal): string[] =>
  (raw.blocks as KnownBlock[])
    .flatMap(elementsOf)
    .flatMap((element) => (element.type === 'button' ? [(element['text'] as { text: string }).text] : []));

type Field = { label: string; type: string; options: readonly string[] };

function fieldsOf({ raw }: Modal): Field[] {
  return (raw.blocks as KnownBlock[]).flatMap((block) => {
    if (block.type !== 'input') return [];
    return elementsOf(block).map((element) => ({
      label: block.label.text,
      type: element.type,
      options: optionTexts(element),
    }));
  });
}

function optionTexts(element: object): string[] {
  if (!('options' in element) || !Array.isArray(element.options)) return [];
  return element.options.map((option: { text: { text: string } }) => option.text.text);
}

function fillingFor(type: string, options: readonly string[], who: Person, random: Random): Filling | undefined {
  switch (type) {
    case 'plain_text_input':
      return pick(random, WORDS);
    case 'datepicker':
      return `20${30 + random.int(60)}-0${1 + random.int(9)}-1${random.int(10)}`;
    case 'users_select':
      return pick(random, HANDLES);
    case 'conversations_select':
      return pick(random, who.channels());
    case 'static_select':
    case 'radio_buttons':
      return pick(random, options);
    case 'checkboxes':
      return options.filter(() => random.int(2) === 0);
    default:
      return undefined;
  }
}
