/** Ways through a payload whose shape is not yet known to be right. */
import type { Fault } from './faults.ts';

export type Json = Readonly<Record<string, unknown>>;
/** An object of the payload and its JSON pointer. */
export type Place = { value: Json; pointer: string };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list, with the pointer of each; nothing where it is no list. */
export function items(list: unknown, pointer: string): Place[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, index) => (isObject(value) ? [{ value, pointer: `${pointer}/${index}` }] : []));
}

/** The object under a key, as a list of one or none. */
export function child({ value, pointer }: Place, key: string): Place[] {
  const found = value[key];
  return isObject(found) ? [{ value: found, pointer: `${pointer}/${key}` }] : [];
}

/** Every element of a block that a person can act on, and images. */
export function elementsOf(block: Place): Place[] {
  if (block.value['type'] === 'rich_text') return [];
  return [
    ...items(block.value['elements'], `${block.pointer}/elements`),
    ...child(block, 'accessory'),
    ...child(block, 'element'),
  ];
}

/** A fault for each place whose `key` repeats that of an earlier place. */
export function repeats(places: readonly Place[], key: string): Fault[] {
  const seen = new Set<unknown>();
  return places.flatMap(({ value, pointer }) => {
    const id = value[key];
    if (typeof id !== 'string') return [];
    if (seen.has(id)) return [{ message: `\`${key}\` "${id}" already exists`, pointer: `${pointer}/${key}` }];
    seen.add(id);
    return [];
  });
}

/** How many characters stand in all the `text` strings below a value. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item: unknown) => sum + textLength(item), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : textLength(inner)),
    0,
  );
}
