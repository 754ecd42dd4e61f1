/** Where a project names the files of a deliverable: what is made ready, what was sent last, and before that. */
export const DELIVERED = ['draft', 'sent.current', 'sent.previous'].map(
  (which) => `deliverables.${which}.contents.file`,
);

/**
 * Every collection with its indexes. mongoose declares keys and indexes, zod declares the rest and checks what comes
 * back; `strict: false` keeps what a newer version of this program may have written.
 */
export const COLLECTIONS = {
  projects: [
    // A team channel has one project, and the jobs inside it, each with a number of its own.
    {
      key: { workspace: 1, 'channels.team.id': 1, 'parent.number': 1 },
      unique: true,
      partial: { 'channels.team.id': { $type: 'string' } },
    },
    { key: { workspace: 1, 'channels.client.id': 1 } },
    { key: { workspace: 1, 'summary.waits.person': 1, 'summary.waitsSince': 1, _id: 1 } },
    { key: { workspace: 1, 'summary.list.awaitedBy': 1, 'summary.list.awaitedSince': 1, _id: 1 } },
    { key: { workspace: 1, 'client.id': 1 } },
    // Lists: of somebody's own projects, of the client's people, and portfolios. `_id` last: a page is found in the index alone.
    { key: { workspace: 1, 'summary.list.runs': 1, 'summary.list.order': 1, _id: 1 } },
    { key: { workspace: 1, 'summary.list.helps': 1, 'summary.list.order': 1, _id: 1 } },
    { key: { workspace: 1, 'summary.list.clients': 1, 'summary.list.order': 1, _id: 1 } },
    { key: { workspace: 1, 'summary.list.directs': 1, 'summary.list.sort': 1, _id: 1 } },
    { key: { workspace: 1, 'summary.list.client.id': 1, 'summary.list.sort': 1, _id: 1 } },
    { key: { workspace: 1, 'summary.list.sort': 1, _id: 1 } },
    // Those that were saved before there were lists, or whose list is in another form.
    { key: { workspace: 1, 'summary.list.form': 1 } },
    // Of which project's deliverables a file in Slack is a part: of every file that is deleted it is asked.
    ...DELIVERED.map(
      (path) => ({ key: { workspace: 1, [path]: 1 }, partial: { [path]: { $type: 'string' } } }) as const,
    ),
    { key: { workspace: 1, 'people.person.user': 1 } },
    { key: { workspace: 1, 'people.standIn.person.user': 1 } },
    // What is due by itself, the oldest first.
    { key: { workspace: 1, nextDueAt: 1 }, partial: { nextDueAt: { $type: 'date' } } },
    // Whose daily post is to be planned.
    { key: { workspace: 1, nextPostAt: 1 }, partial: { nextPostAt: { $type: 'date' } } },
  ],
  clients: [{ key: { workspace: 1, nameKey: 1 }, unique: true }],
  people: [
    { key: { workspace: 1, user: 1 } },
    // Absences that are not in all of somebody's projects yet.
    { key: { workspace: 1, carryingSince: 1 }, partial: { carryingSince: { $type: 'string' } } },
  ],
  versions: [{ key: { workspace: 1, project: 1, subject: 1, number: 1 }, unique: true }],
  approvals: [{ key: { workspace: 1, project: 1 } }],
  record: [
    { key: { 'entry.workspace': 1, 'entry.project': 1, 'entry.sequence': 1 }, unique: true },
    // Messages that prove an answer: of every edit in a channel it is asked whether it is one of them.
    {
      key: { 'entry.workspace': 1, 'content.evidence.message.channel': 1, 'content.evidence.message.ts': 1 },
      partial: { 'content.evidence.message.ts': { $type: 'string' } },
    },
  ],
  outbox: [
    { key: { workspace: 1, state: 1, at: 1, order: 1 } },
    // What people wait for, and whole lanes, out of a long queue of what nobody waits for.
    { key: { workspace: 1, at: 1, order: 1 }, partial: { state: 'pending', urgent: true } },
    { key: { workspace: 1, lane: 1, at: 1, order: 1 }, partial: { state: 'pending' } },
    { key: { workspace: 1, state: 1, wantedAt: 1 } },
    { key: { workspace: 1, project: 1, kind: 1 } },
    // Which message of ours a thread is under.
    { key: { workspace: 1, channel: 1, ts: 1 }, partial: { ts: { $type: 'string' } } },
  ],
  received: [{ key: { state: 1, at: 1 } }, { key: { workspace: 1, state: 1, at: 1 } }],
  nudges: [
    // Those that wait to be said, the longest waiting first; and those of one person.
    { key: { workspace: 1, notBefore: 1 }, partial: { notBefore: { $type: 'date' } } },
    { key: { workspace: 1, person: 1, state: 1 } },
    { key: { at: 1 } },
  ],
  // How often somebody was spoken to on a day.
  spoken: [{ key: { at: 1 } }],
  digests: [{ key: { workspace: 1, nextAt: 1 } }],
  // One document a workspace, and one a person; found by their ids.
  workspaces: [],
  homes: [],
  looks: [],
  sources: [{ key: { project: 1, heldAt: 1 } }],
  // Files that are being made, and those that are to be forgotten.
  exports: [{ key: { workspace: 1, claimedUntil: 1 }, partial: { state: 'wanted' } }, { key: { at: 1 } }],
  exportParts: [{ key: { at: 1 } }],
  leases: [],
} as const satisfies Record<string, readonly IndexSpec[]>;

/** Indexes of earlier versions that refuse what is allowed now, by their names in MongoDB; `migrate` drops them. */
export const RETIRED: Readonly<Partial<Record<keyof typeof COLLECTIONS, readonly string[]>>> = {
  // Until 0.3.0 a team channel had one project and nothing besides.
  projects: ['workspace_1_channels.team.id_1'],
};

export type IndexSpec = {
  key: Readonly<Record<string, 1>>;
  unique?: true;
  partial?: Readonly<Record<string, unknown>>;
};

export type CollectionName = keyof typeof COLLECTIONS;
