/**
 * What should not leave the house: looked for in every text before it goes to a client, shown in the preview, and left to
 * the account manager (docs/speaking.md, Before anything goes to a client). A name or a word may well be meant.
 */
export const FINDINGS = ['otherClient', 'money', 'inside', 'broadcast'] as const;
export type FindingKind = (typeof FINDINGS)[number];

/** `words` as they stand in the text; `number` of the line where they were found first. */
export type Finding = { kind: FindingKind; words: string; number: number };
