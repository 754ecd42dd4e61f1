import type { z } from 'zod';

/** What a button or a modal carries, in one typed place: what is written is what is read. */
export type Metadata<T> = {
  encode: (value: T) => string;
  /** Null where it is not ours: tampered with, or of a form that is no longer known. */
  decode: (text: string | undefined) => T | null;
};

/** Slack's limits: a button's value 2,000 characters, a modal's private_metadata 3,000 (docs.slack.dev). */
const MAX_LENGTH = { button: 2000, modal: 3000 } as const;

/**
 * Declares the metadata of a button or a modal by its schema.
 *
 * @throws when what is encoded is longer than Slack takes: a bug, never a person's doing.
 */
export function metadata<S extends z.ZodType>(where: keyof typeof MAX_LENGTH, schema: S): Metadata<z.infer<S>> {
  return {
    encode: (value) => {
      const text = JSON.stringify(value);
      if (text.length > MAX_LENGTH[where]) throw new Error(`metadata of a ${where} is ${text.length} characters long`);
      return text;
    },
    decode: (text) => {
      const parsed = schema.safeParse(parseJson(text));
      return parsed.success ? parsed.data : null;
    },
  };
}

function parseJson(text: string | undefined): unknown {
  // Most deliveries carry none, and an error costs more than a look.
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
