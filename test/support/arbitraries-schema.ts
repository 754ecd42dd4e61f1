import fc from 'fast-check';
import { z } from 'zod';

/** What a text stands for in a document: where it is, as `people.name`; the items of a list have no number. */
export type TextAt = (path: string) => fc.Arbitrary<string>;

const DAY = fc.integer({ min: 0, max: 700 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)));

/**
 * Documents of a schema, with every field that it knows: whoever adds a field to the schema has it here as well.
 * @param text what stands in a field of free text
 */
export function documents(schema: z.core.$ZodType, text: TextAt, path = ''): fc.Arbitrary<unknown> {
  const inner = (of: z.core.$ZodType, name?: string) =>
    documents(of, text, name === undefined ? path : path === '' ? name : `${path}.${name}`);
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(
      ([name, of]) => [name, inner(of as z.core.$ZodType, name)] as const,
    );
    return fc.record(Object.fromEntries(fields));
  }
  if (schema instanceof z.ZodArray) return fc.array(inner(schema.element), { minLength: 1, maxLength: 2 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map((one) => inner(one)));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodCatch)
    return inner(schema.def.innerType);
  if (schema instanceof z.ZodNullable) return fc.option(inner(schema.def.innerType), { nil: null, freq: 8 });
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...Object.values(schema.def.entries));
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.def.values);
  if (schema instanceof z.ZodRecord)
    return fc.dictionary(keysOf(schema.def.keyType, text, path), inner(schema.def.valueType), { maxKeys: 2 });
  if (schema instanceof z.ZodPipe) return inner(schema.def.out);
  if (schema instanceof z.ZodNumber) return fc.integer({ min: 1, max: 9 });
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodDate) return DAY;
  if (schema instanceof z.ZodUnknown) return text(path);
  if (schema instanceof z.ZodISODate) return DAY.map((day) => day.toISOString().slice(0, 10));
  if (schema instanceof z.ZodISODateTime) return DAY.map((day) => day.toISOString());
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return text(path);
  throw new Error(`no documents of ${schema._zod.def.type} at ${path}`);
}

function keysOf(schema: z.core.$ZodType, text: TextAt, path: string): fc.Arbitrary<string> {
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...Object.values(schema.def.entries).map(String));
  return text(path);
}
