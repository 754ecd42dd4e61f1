import type { Project } from './model.ts';
import type { Finding } from './model-outgoing.ts';
import { findings } from './rules-outgoing.ts';
import type { ProjectDeps } from './service.ts';

/** A text by its lines, numbered from 1. */
export const numberedLines = (text: string): { number: number; text: string }[] =>
  text.split('\n').map((line, index) => ({ number: index + 1, text: line }));

/**
 * Looks over what would leave the house. Where the other clients' names cannot be read now, it looks for everything else: the
 * check warns, and decides nothing.
 * @param lines numbered as the client will see them
 */
export async function lookOver(
  { archive, settings }: Pick<ProjectDeps, 'archive' | 'settings'>,
  { workspace, client }: Project,
  lines: readonly { number: number; text: string }[],
): Promise<Finding[]> {
  const otherClients = await archive.clientNames(workspace).catch(() => []);
  return findings(lines, { otherClients, client: client.name, words: settings.now().outgoingWords });
}
