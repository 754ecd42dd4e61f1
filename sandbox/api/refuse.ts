/** How a handler says no: Slack answers HTTP 200 with `ok: false` and an error code. */
export type Refusal = { error: string } & Record<string, unknown>;

/** Ends the call with an error code, and whatever Slack adds to it. */
export function refuse(error: string, extra: Record<string, unknown> = {}): never {
  throw Object.assign(new Error(error), { refusal: { error, ...extra } });
}

/** The refusal that was thrown; undefined for a real fault of the sandbox. */
export function refusalOf(thrown: unknown): Refusal | undefined {
  return thrown instanceof Error && 'refusal' in thrown ? (thrown.refusal as Refusal) : undefined;
}

/** Slack's wording for arguments: code, and a message with a JSON pointer. */
export function refuseArguments(messages: string[]): never {
  return refuse('invalid_arguments', { response_metadata: { messages: messages.map((text) => `[ERROR] ${text}`) } });
}
