import { z } from 'zod';
import type { Handling } from '../io/handling.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Content, Stored } from '../kit/chain.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal } from '../kit/refusal.ts';
import { sayToTeam } from '../kit/rows.ts';
import type { Named } from '../kit/text.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { OWNED_KINDS } from './model-shown.ts';
import type { Answering } from './service-answers.ts';
import { requestOf } from './service-requests.ts';
import { changedProof } from './views-evidence-notes.ts';
import { evidenceWords } from './words-evidence.ts';

/** What of a recorded answer is read again. */
const provedSchema = z.looseObject({
  subject: z.object({ kind: z.enum(OWNED_KINDS), id: z.string() }),
  version: z.int(),
  about: z.array(z.string()),
  evidence: z.looseObject({ words: z.string().nullable() }),
});
type Proved = z.infer<typeof provedSchema>;

export type ProofChanged = { channel: string; ts: string } & ({ how: 'edited'; text: string } | { how: 'deleted' });

/**
 * A message was edited or deleted. Where it proves an answer, that is noted, once for each change: what was recorded stays as it
 * was, and so do the words that are kept with it.
 */
export async function noteProofChanged(answering: Answering, handling: Handling, changed: ProofChanged): Promise<void> {
  const { channel, ts } = changed;
  const entries = await answering.deps.archive.provedBy(handling.workspace, { channel, ts });
  // One note a project, on what was recorded last: the same message may have been recorded again after an objection.
  const last = new Map(entries.map((stored) => [stored.entry.project, stored]));
  for (const [project, stored] of last) {
    const proved = provedSchema.safeParse(stored.content);
    if (!proved.success) continue;
    const own = { ...handling, delivery: `${handling.delivery}:${project}` };
    await answering.deps.store.decide(own, project, (current) =>
      noted(answering, current, { stored, proved: proved.data, changed }),
    );
  }
}

function noted(
  answering: Answering,
  project: Project,
  { stored, proved, changed }: { stored: Stored; proved: Proved; changed: ProofChanged },
): Change<Project> {
  const { version, subject, about, evidence } = proved;
  const { language } = project.channels.team;
  const found = requestOf(answering.owners, project, proved, language);
  const isCurrent = !isRefusal(found) && found.approval.version === version;
  const short = isCurrent ? found.shown.short : evidenceWords.in(language).ofVersion({ version });
  const thread = isRefusal(found) ? null : found.owner.threads(project, found.approval).team;
  const key = `approval:${project._id}:${project.record.sequence}:proof:0`;
  const { how, channel, ts } = changed;
  const said = how === 'edited' ? { words: shorten(changed.text, BOUNDS.longAnswer) } : {};
  const message = { channel, ts };
  const content: Content = { subject, version, about, entry: stored.entry.sequence, message, ...said };
  const kind = how === 'edited' ? 'approval.messageEdited' : 'approval.messageDeleted';
  const line = changedProof(how, { short, who: named(project, about[0]), words: evidence.words }, language);
  return {
    project,
    happened: [{ kind, actor: LIAISON_ITSELF, content, said: key }],
    rows: () => [sayToTeam(project._id, key, line, thread)],
  };
}

/** Whoever the record names by an id, as the project knows them. */
function named({ people, offSlack = [] }: Project, id: string | undefined): Named {
  const known = people.find((one) => one.id === id);
  if (known) return known;
  return { person: null, name: offSlack.find((one) => one.id === id)?.name ?? null };
}
