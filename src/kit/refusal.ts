import type { Named } from './text.ts';

/**
 * What a refusal's sentence may name. People become mentions, texts are escaped, days and instants are formatted; `named`
 * are keys of other sentences, listed.
 */
export type RefusalValue =
  | string
  | number
  | readonly Named[]
  | { readonly at: string }
  | { readonly day: string }
  | { readonly named: readonly string[] };
export type RefusalParams = Readonly<Record<string, RefusalValue>>;

/**
 * An expected "no": a code, and what its sentence names. The sentence itself stands in the feature's `words.ts`, in both
 * languages, because rules do not know who reads it.
 */
export type Refusal = {
  readonly refused: true;
  readonly code: string;
  readonly params: RefusalParams;
  /** The question of a form that it is about. */
  readonly at?: string;
  /** The outbox key of the message that shows what holds now, to link to. */
  readonly see?: string;
};

/** The codes of one feature with what each sentence names; `words.ts` must word every one of them. */
export type RefusalCodes = Readonly<Record<string, RefusalParams>>;

/** The sentences that the refusals of a feature need: a code without its sentence does not compile. */
export type RefusalTexts<Codes extends RefusalCodes> = {
  [C in keyof Codes]: keyof Codes[C] extends never ? null : { [P in keyof Codes[C]]: string | number };
};

/**
 * Makes the `refuse` of one feature, typed by its codes.
 *
 * @example const refuse = refuser<BriefRefusals>(); return refuse('brief.notSent', {});
 */
export function refuser<Codes extends RefusalCodes>() {
  return <Code extends keyof Codes & string>(
    code: Code,
    params: Codes[Code],
    where: { at?: string; see?: string } = {},
  ): Refusal => ({ refused: true, code, params, ...where });
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
