import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { projectSchema, type Project } from '../../src/project/model.ts';
import { release } from '../../src/project/rules-released.ts';
import { documents } from '../support/arbitraries-schema.ts';
import { confirmedBrief } from '../support/answering.ts';
import { cleo, drafted, later, newProject, NOW, sentBrief } from '../support/arbitraries.ts';

/**
 * What a client may see of a project, by where it stands in the document. The texts of the brief that was sent are theirs, and so
 * are their own requests.
 */
const RELEASED = [
  /^_id$/u,
  /^name$/u,
  /^client\.name$/u,
  /^parent\.name$/u,
  /^brief\.sent(\.|$)/u,
  /^deliverables\.(id|sent(\..*)?)$/u,
  /^brief\.ask\.contact\.(person\.(team|user)|name)$/u,
  /^earlier\.by$/u,
  /^plan\.milestones\.(id|released\.(name|zone))$/u,
  /^requests\.(id|text|since|by\.name|by\.person\.(team|user))$/u,
];
const isReleased = (path: string): boolean => RELEASED.some((one) => one.test(path));

/** Every free text of a document says where it stands, and whether it is internal. */
const projects: fc.Arbitrary<Project> = documents(projectSchema, (path) =>
  fc.integer({ min: 0, max: 999 }).map((number) => `${isReleased(path) ? 'shown' : 'INSIDE'} ${path} ${number}`),
).map((one) => one as Project);

/** The same to a client: all that is released is the first one's, all else the second one's. */
function sameToClient(first: Project, second: Project): Project {
  const life =
    first.life?.state === second.life?.state
      ? second.life
      : first.life && { ...first.life, reason: 'INSIDE', by: 'INSIDE' };
  const { work } = first;
  return {
    ...second,
    _id: first._id,
    name: first.name,
    client: { ...second.client, name: first.client.name },
    work: work.kind === 'campaign' && second.work.kind === 'campaign' ? { ...second.work, stage: work.stage } : work,
    life,
    wantedOn: first.brief?.sent ? second.wantedOn : first.wantedOn,
    parent: first.parent ? { project: 'INSIDE', number: 7, name: first.parent.name } : null,
    channels: {
      team: { ...second.channels.team, language: first.channels.team.language },
      client: first.channels.client && {
        ...second.channels.client,
        ...{ id: 'INSIDE', hold: null },
        language: first.channels.client.language,
      },
    },
    brief: first.brief && {
      ...(second.brief ?? first.brief),
      sent: first.brief.sent,
      ...(first.brief.ask ? { ask: { ...first.brief.ask, typed: {}, given: {} } } : {}),
    },
    earlier: (first.earlier ?? []).map((one) => ({ ...one, what: 'INSIDE', file: null, addedBy: 'INSIDE' })),
    requests: (first.requests ?? []).map((one) => ({ ...one, closed: null })),
    deliverables: (first.deliverables ?? []).map((one) => sameDeliverable(one)),
    plan: first.plan && { milestones: first.plan.milestones.map(sameMilestone) },
  };
}

type Milestone = NonNullable<Project['plan']>['milestones'][number];

type Deliverable = NonNullable<Project['deliverables']>[number];

/** A deliverable of which the client was sent the same; whatever else is known of it is another thing. */
function sameDeliverable(one: Deliverable): Deliverable {
  const inside = { why: 'INSIDE', by: 'INSIDE', at: NOW.toISOString() };
  return {
    ...one,
    ...{ number: 7, name: 'INSIDE', isRoutine: !one.isRoutine, criteria: [], items: [], reviewers: [], goodwill: [] },
    ...{ from: null, draft: null, asking: null, rights: null, noticed: [], changedBy: 'INSIDE' },
    dropped: one.dropped && inside,
  };
}

/** A milestone of which the client was shown the same; whatever else is known of it is another thing. */
function sameMilestone(one: Milestone): Milestone {
  const by = { person: cleo.person, id: 'INSIDE', name: 'INSIDE' };
  const isReached = one.state === 'reached';
  return {
    ...one,
    kind: 'other',
    name: 'INSIDE',
    dueOn: '2031-01-01',
    owner: by,
    needs: 'INSIDE',
    reviewDays: 7,
    moves: [],
    blocked: { why: 'INSIDE', by, at: NOW.toISOString() },
    state: isReached ? 'reached' : 'dropped',
    stateSince: isReached ? one.stateSince : NOW.toISOString(),
    released: one.released && { ...one.released, by, headsUp: null },
  };
}

describe('what is released of a project', () => {
  test('holds no text of the agency’s own, whichever field of the project it stands in', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const seen = JSON.stringify(release(project));
        expect(seen.match(/INSIDE[^"]*/gu)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('is the same for two projects that differ only in what is the agency’s own', () => {
    fc.assert(
      fc.property(projects, projects, (first, second) => {
        expect(release(sameToClient(first, second))).toEqual(release(first));
      }),
      { numRuns: 300 },
    );
  });

  test('and the check above can fail: a released text is found where it is', () => {
    const [one] = fc.sample(projects, { numRuns: 1, seed: 7 });
    if (!one) throw new Error('no project');
    expect(JSON.stringify(release(one))).toContain(`shown name`);
    expect(JSON.stringify(one)).toContain('INSIDE people.id');
  });
});

describe('what a client is told of where things stand', () => {
  const sent = sentBrief(drafted(newProject()));

  test('what waits: the version, who is asked, since when, and by when', () => {
    expect(release(sent).waiting).toEqual([
      {
        is: 'request',
        kind: 'brief',
        id: sent.brief?.id,
        named: null,
        version: 1,
        who: [{ person: cleo.person, name: 'Cleo' }],
        since: NOW.toISOString(),
        due: null,
      },
    ]);
    expect(release(sent).agreed).toBeNull();
  });

  test('what was agreed last, when and by whom', () => {
    const confirmed = confirmedBrief(sent, later(5));
    expect(release(confirmed).waiting).toEqual([]);
    expect(release(confirmed).agreed).toEqual({
      kind: 'brief',
      id: sent.brief?.id,
      named: null,
      version: 1,
      at: later(5).toISOString(),
      by: [{ person: cleo.person, name: 'Cleo' }],
    });
  });

  test('the wanted date as they were shown it: what the team has changed since is its own until it is sent', () => {
    expect(release(newProject()).wantedOn).toBe('2027-03-14');
    expect(release({ ...sent, wantedOn: '2027-05-01' }).wantedOn).toBe('2027-03-14');
  });

  test('a job has no stage; on hold and ended say nothing of why', () => {
    expect(release(newProject('job')).stage).toBeNull();
    expect(release(sent)).toMatchObject({ stage: 'intake', life: 'live', parent: null });
    const life = {
      state: 'ended',
      as: 'lost',
      reason: 'They chose another',
      since: NOW.toISOString(),
      by: 'id-1',
    } as const;
    const ended = release({ ...sent, life });
    expect(ended.life).toBe('ended');
    expect(ended.waiting).toEqual([]);
    expect(JSON.stringify(ended)).not.toMatch(/lost|They chose/u);
  });
});
