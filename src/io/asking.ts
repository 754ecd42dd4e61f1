import { z } from 'zod';
import { type Locale, localeSchema } from '../kit/locale.ts';
import { metadata } from '../kit/metadata.ts';
import { type Person, samePerson } from '../kit/person.ts';
import type { Asked, Replied } from './answers.ts';
import { deadline } from './deadline.ts';
import { workspaceCandidates } from './payloads.ts';
import type { People } from './people.ts';
import type { WorkspaceOf } from './receiver.ts';

/** What is needed to know who asks. */
export type AskParts = {
  people: People;
  now: () => Date;
  /** What is spoken to people of whom we know no language. */
  language: () => Locale;
  /** As the settings name them; they are in memory. */
  administrators: () => readonly Person[];
};

type Delivered = Parameters<typeof workspaceCandidates>[0] & {
  message?: { bot_id?: string | null | undefined } | null | undefined;
};

/**
 * The workspace of a press, a command or a submission.
 * @throws where it has not installed this app
 */
export function workspaceFor(payload: Delivered, workspaceOf: WorkspaceOf): string {
  const workspace = workspaceOf(workspaceCandidates(payload), payload.message?.bot_id);
  if (workspace === undefined) throw new Error('a delivery for a workspace that has not installed this app');
  return workspace;
}

/** `failed`: why it is not known who asks; then nothing is done, and that is said. */
export type Asking = Asked & { failed: unknown };

/** Runs a listener, only where it is known who asks, and gives up waiting for it at its deadline. @throws LateError then */
export const unlessFailed = (asked: Asking, run: () => Replied): Replied =>
  asked.failed === null ? asked.handling.deadline.race(run()) : Promise.reject(asked.failed);

/** Where it was asked, and Slack's id of the delivery. */
type Where = { delivery: string | null; carried?: string | undefined } & Partial<
  Pick<Asked, 'channel' | 'message' | 'view'>
>;

/** Who asks: one read at most, none for somebody who was seen before. Never throws: see `failed`. */
export async function ask(
  { people, now, language, administrators }: AskParts,
  workspace: string,
  person: Person,
  { delivery, carried, channel = null, message = null, view = null }: Where,
  withinMs?: number,
): Promise<Asking> {
  const until = deadline(withinMs);
  const guessed = languageIn(carried) ?? language();
  const at = now();
  const place = { workspace, person, now: at, channel, message, view };
  const handling = { workspace, delivery, now: at, deadline: until, actor: null, person };
  try {
    const { id, kind, name, locale, zone } = await until.race(people.known(workspace, person));
    const heard = { locale: locale ?? guessed, zone: zone ?? 'utc' };
    // Somebody who was a full member when they were named, and is a guest now, administers nothing.
    const isAdministrator = kind === 'member' && administrators().some((one) => samePerson(one, person));
    return { ...place, handling: { ...handling, actor: id }, id, kind, isAdministrator, name, ...heard, failed: null };
  } catch (error) {
    return {
      ...place,
      handling,
      id: '',
      name: null,
      kind: 'unknown',
      isAdministrator: false,
      locale: guessed,
      zone: 'utc',
      failed: error,
    };
  }
}

/**
 * People of other companies tell us no language (docs.slack.dev, users.info). What they press in a client channel carries
 * the language of that channel, and they are answered in it, errors included.
 */
function languageIn(carried: string | undefined): Locale | undefined {
  const { language } = carriedSchema.decode(carried) ?? {};
  return language;
}

const carriedSchema = metadata('modal', z.looseObject({ language: localeSchema.optional().catch(undefined) }));
