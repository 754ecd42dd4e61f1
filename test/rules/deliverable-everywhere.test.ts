import { describe, expect, test } from '@jest/globals';
import type { Deliverable } from '../../src/deliverable/model.ts';
import { canTakeBack } from '../../src/approval/rules-back.ts';
import { finalOf, finalsOf } from '../../src/deliverable/rules-final.ts';
import { deliverableWaits } from '../../src/deliverable/rules-waits.ts';
import { withDeliverable } from '../../src/deliverable/rules.ts';
import { personKey } from '../../src/kit/person.ts';
import { withDraft, withDuties, isAsked } from '../../src/people/rules-moved.ts';
import { reachMilestone } from '../../src/plan/rules-steps.ts';
import type { Project } from '../../src/project/model.ts';
import type { Member, Role } from '../../src/project/model-people.ts';
import { gateLacks } from '../../src/project/rules-gate.ts';
import { waitsOf } from '../../src/project/rules-life.ts';
import { isKnownToClient, release } from '../../src/project/rules-released.ts';
import { summarise } from '../../src/project/rules-summary.ts';
import { dutiesOf } from '../../src/rooms/rules-gone.ts';
import { end, mayEnd } from '../../src/stages/rules-life.ts';
import { confirmedBrief } from '../support/answering.ts';
import {
  ana,
  asks,
  ben,
  cleo,
  codeOf,
  dora,
  drafted,
  frozen,
  later,
  must,
  newProject,
  NOW,
  sentBrief,
} from '../support/arbitraries.ts';
import { delivered, fileContent, posterOf } from '../support/delivered.ts';
import { OWNER, planned, PLANNER } from '../support/plan.ts';

const ONE = fileContent('F1');
const TWO = fileContent('F2');
const member = (who: typeof ana, role: Role): Member => ({ ...who, role, since: NOW.toISOString() });
/** Ana runs it, Ben is on the team, Cleo decides for the client. */
const withTeam = (project: Project): Project =>
  frozen({ ...project, people: [member(ana, 'accountManager'), member(ben, 'teamMember'), member(cleo, 'approver')] });
const changed = (project: Project, change: (poster: Deliverable) => Deliverable): Project =>
  frozen(withDeliverable(project, change(posterOf(project))));
const keys = (waits: readonly { person: string; kind: string }[]) => waits.map(({ person, kind }) => [kind, person]);
const key = (who: typeof ana) => personKey(who.person);
const checked = (poster: Deliverable): Deliverable => ({
  ...poster,
  draft: poster.draft && {
    ...poster.draft,
    check: { ...poster.draft.check, state: 'passed', at: later(5).toISOString() },
  },
});
const reviewedBy =
  (who: typeof ana, is: 'asked' | 'sentBack' = 'asked') =>
  (poster: Deliverable): Deliverable => ({
    ...poster,
    draft: poster.draft && { ...poster.draft, reviews: [{ ...who, is, reason: null, at: null }] },
  });
const approved = withTeam(delivered({ sent: [[ONE]], state: 'agreed', stands: 1 }));

describe('what waits for whom because of a deliverable', () => {
  const draft = withTeam(delivered({ draft: [ONE] }));

  test('a version is checked by somebody other than its maker', () =>
    expect(keys(deliverableWaits(draft))).toEqual([['deliverable.check', key(ben)]]));

  test('then its internal reviewers look at it, and those who run the project send it', () => {
    const reviewing = changed(changed(draft, checked), reviewedBy(ben));
    expect(keys(deliverableWaits(reviewing))).toEqual([['deliverable.review', key(ben)]]);
    const ready = deliverableWaits(changed(draft, checked));
    expect(keys(ready)).toEqual([['deliverable.send', key(ana)]]);
    expect(ready[0]?.since).toBe(later(5).toISOString());
  });

  test('what was sent back waits for its maker', () =>
    expect(keys(deliverableWaits(changed(draft, reviewedBy(ben, 'sentBack'))))).toEqual([
      ['deliverable.revise', key(ana)],
    ]));

  test('a version that was sent waits for whoever decides, with exactly what they decide on; while it is on hold, too', () => {
    const sent = withTeam(delivered({ sent: [[ONE]] }));
    const [wait, ...others] = deliverableWaits(sent);
    expect(others).toEqual([]);
    expect(wait).toMatchObject({ kind: 'deliverable.decide', person: key(cleo), about: 'd1.1' });
    expect(wait?.facts).toMatchObject({ id: 'd1', kind: 'deliverable', name: 'Poster', version: 1, step: 0 });
    const held = { ...sent, life: { state: 'onHold', reason: 'x', since: NOW.toISOString(), by: ana.id } } as Project;
    expect(waitsOf(deliverableWaits)(held)).toHaveLength(1);
    const later2 = { ...draft, life: held.life };
    expect(waitsOf(deliverableWaits)(later2)).toEqual([]);
  });

  test.each([
    ['refused', 'client'],
    ['takenBack', 'client'],
    ['withdrawn', 'nobody'],
    ['expired', 'nobody'],
  ] as const)('after it was %s a new version waits for those who run the project', (state, from) => {
    const [wait] = deliverableWaits(withTeam(delivered({ sent: [[ONE]], state })));
    expect(wait).toMatchObject({ kind: 'deliverable.revise', person: key(ana), facts: { from, version: 1 } });
  });

  test('nothing waits once it is approved, or dropped', () => {
    expect(deliverableWaits(approved)).toEqual([]);
    expect(deliverableWaits(withTeam(delivered({ draft: [ONE], dropped: true })))).toEqual([]);
  });
});

describe('what somebody waits for', () => {
  test('is a check, for those who run the project and for its maker, but for nobody who is to do it', () => {
    const { awaited, awaitedBy } = summarise(withTeam(delivered({ draft: [ONE] })));
    expect(awaited).toMatchObject([
      { is: 'check', named: 'Poster', version: 1, maker: key(ana), who: [{ key: key(ben) }] },
    ]);
    expect(awaitedBy).toEqual([key(ana)]);
  });

  test('is a decision, also of somebody without Slack, who is named', () => {
    const sent = changed(withTeam(delivered({ sent: [[ONE]] })), (poster) => {
      if (!poster.sent) return poster;
      const approvers = poster.sent.approval.approvers.map((one) => ({ ...one, person: null, name: 'Herr Wolf' }));
      return { ...poster, sent: { ...poster.sent, approval: { ...poster.sent.approval, approvers } } };
    });
    expect(deliverableWaits(sent)).toEqual([]);
    expect(summarise(sent).awaited).toMatchObject([
      { is: 'decide', who: [{ key: null, name: 'Herr Wolf' }], count: 1 },
    ]);
    expect(summarise(approved).awaited).toEqual([]);
  });
});

describe('what the client is told of deliverables', () => {
  test('what waits and what was agreed last, by its name as it was sent', () => {
    const renamed = changed(withTeam(delivered({ sent: [[ONE]] })), (poster) => ({ ...poster, name: 'Inside name' }));
    expect(release(renamed).waiting).toMatchObject([{ is: 'request', id: 'd1', named: 'Poster', version: 1 }]);
    expect(release(approved).agreed).toMatchObject({ kind: 'deliverable', named: 'Poster', version: 1 });
    expect(JSON.stringify(release(renamed))).not.toContain('Inside name');
  });

  test('of brief and deliverable the one that was agreed later', () => {
    const brief = confirmedBrief(sentBrief(drafted(newProject())), later(30)).brief;
    expect(release({ ...approved, brief }).agreed).toMatchObject({ kind: 'brief' });
    const earlier = confirmedBrief(sentBrief(drafted(newProject()), later(-30)), later(-20)).brief;
    expect(release({ ...approved, brief: earlier }).agreed).toMatchObject({ kind: 'deliverable' });
  });

  test('nothing of what is being made ready: the client does not know of the project by it', () => {
    expect(isKnownToClient(delivered({ draft: [ONE] }))).toBe(false);
    expect(release(delivered({ draft: [ONE] })).deliverables).toEqual([]);
    expect(isKnownToClient(delivered({ sent: [[ONE]] }))).toBe(true);
  });
});

describe('the gate of execution', () => {
  const at = (project: Project): Project => ({ ...project, work: { kind: 'campaign', stage: 'execution' } });
  const line =
    (id: string) =>
    (poster: Deliverable): Deliverable => ({
      ...poster,
      criteria: [{ id: 'c1', text: 'A poster', line: id }],
    });
  const brief = confirmedBrief(sentBrief(drafted(newProject())), NOW).brief;
  const asked = (brief?.sent?.current.lines ?? []).filter(({ question }) => question === 'deliverables');

  test('stays closed while nothing is approved, or anything that is not dropped is open', () => {
    expect(gateLacks(at(newProject()))).toEqual(['project.lack.execution']);
    for (const project of [
      delivered({ draft: [ONE] }),
      delivered({ sent: [[ONE]] }),
      delivered({ sent: [[ONE]], draft: [TWO], stands: 1 }),
    ])
      expect(gateLacks(at(project))).toEqual(['project.lack.execution']);
    expect(gateLacks(at(approved))).toEqual([]);
    expect(gateLacks(at(delivered({ draft: [ONE], dropped: true })))).toEqual([]);
  });

  test('asks for each deliverable of the confirmed brief, unless one was approved before Liaison', () => {
    expect(asked.length).toBeGreaterThan(0);
    expect(gateLacks(at({ ...approved, brief }))).toEqual(['project.lack.deliverables']);
    const [only, ...others] = asked;
    const met = changed({ ...approved, brief }, line(only?.id ?? ''));
    expect(gateLacks(at(met))).toEqual(others.length > 0 ? ['project.lack.deliverables'] : []);
    const file = {
      id: 'e1',
      kind: 'deliverable',
      what: 'Film',
      by: 'Cleo',
      agreedOn: '2026-11-01',
      file: null,
    } as const;
    const earlier = [{ ...file, addedBy: ana.id, addedAt: NOW.toISOString() }];
    expect(gateLacks(at({ ...approved, brief, earlier }))).toEqual([]);
    expect(gateLacks(at({ ...newProject(), earlier }))).toEqual([]);
  });
});

describe('what is approved', () => {
  test('is the version that stands, also while a newer one is being made', () => {
    expect(finalsOf(approved)).toMatchObject([{ number: 1, hash: 'hash1', version: { contents: [{ file: 'F1' }] } }]);
    const newer = delivered({ sent: [[ONE], [TWO]], draft: [ONE], stands: 1 });
    expect(finalsOf(newer)).toMatchObject([{ number: 1, by: [], version: { contents: [{ file: 'F1' }] } }]);
    const old = delivered({ sent: [[ONE], [TWO], [ONE]], stands: 1 });
    expect(finalsOf(old)).toMatchObject([{ number: 1, version: null }]);
  });

  test('is nothing that was never agreed to, or that is dropped, or that is to be shown again', () => {
    expect(finalsOf(delivered({ sent: [[ONE]] }))).toEqual([]);
    expect(finalOf(posterOf(delivered({ sent: [[ONE]], stands: 1, dropped: true })))).toBeNull();
    const again = changed(delivered({ sent: [[ONE]], state: 'agreedWith', stands: 1 }), (poster) => {
      if (!poster.sent) return poster;
      const approvers = poster.sent.approval.approvers.map((one) => ({
        ...one,
        answer: {
          ...{ verb: 'approvedWithChanges' as const, at: NOW.toISOString(), by: cleo, reason: 'Logo', points: [] },
          ...{ showAgain: true, alsoAgreed: null, evidence: null },
        },
      }));
      return { ...poster, sent: { ...poster.sent, approval: { ...poster.sent.approval, approvers } } };
    });
    expect(finalsOf(again)).toEqual([]);
  });
});

describe('an approval of something made', () => {
  const subject = (kind: 'deliverable' | 'brief') => ({ subject: { kind, id: 'd1' } });
  const ended = (project: Project) =>
    must(end(project, PLANNER, { as: 'completed', into: null, reason: 'Done' }, [], later(1)));

  test('can be taken back until the media launch is reached, else until the project has ended', () => {
    const open = planned(approved, { kind: 'mediaLaunch' });
    expect(canTakeBack(open, subject('deliverable'))).toBe(true);
    const launched = must(reachMilestone(open, OWNER, { id: 'm1' }, NOW));
    expect(codeOf(canTakeBack(launched, subject('deliverable')))).toBe('approval.launched');
    expect(codeOf(canTakeBack(ended(approved), subject('deliverable')))).toBe('approval.over');
    expect(canTakeBack(launched, subject('brief'))).toBe(true);
    const done = must(reachMilestone(planned(approved, { kind: 'productionDone' }), OWNER, { id: 'm1' }, NOW));
    expect(canTakeBack(done, subject('deliverable'))).toBe(true);
  });
});

describe('who leaves, and what they had to do with deliverables', () => {
  const asked = withTeam(delivered({ sent: [[ONE]] }));
  const reviewing = changed(withTeam(delivered({ draft: [ONE] })), (poster) => ({
    ...reviewedBy(ben)(poster),
    reviewers: [ben],
  }));
  const of = (project: Project, who: typeof ana): Member => {
    const found = project.people.find(({ id }) => id === who.id);
    if (!found) throw new Error('not on the roster');
    return found;
  };

  test('whoever is to decide is not just taken off the roster, and a project does not end while they are asked', () => {
    expect(isAsked(asked, of(asked, cleo))).toBe(true);
    expect(isAsked(approved, of(approved, cleo))).toBe(false);
    expect(codeOf(mayEnd(asked, PLANNER))).toBe('stages.requestOpen');
    expect(mayEnd(approved, PLANNER)).toBe(true);
  });

  test('what waits for whoever is gone is named', () => {
    expect(dutiesOf(asked, of(asked, cleo)).decides).toEqual([
      { kind: 'deliverable', id: 'd1', named: 'Poster', version: 1 },
    ]);
    expect(dutiesOf(reviewing, of(reviewing, ben)).reviews).toEqual(['Poster']);
  });

  test('an internal review that was not given is the successor’s, once', () => {
    const moved = withDuties(reviewing, of(reviewing, ben), dora);
    expect(posterOf(moved).draft?.reviews).toMatchObject([{ id: dora.id, is: 'asked' }]);
    expect(posterOf(moved).reviewers).toMatchObject([{ id: dora.id }]);
    const both = changed(reviewing, (poster) => ({
      ...poster,
      draft: poster.draft && {
        ...poster.draft,
        reviews: [...poster.draft.reviews, { ...dora, is: 'asked', reason: null, at: null }],
      },
    }));
    expect(posterOf(withDuties(both, of(both, ben), dora)).draft?.reviews).toHaveLength(1);
    const said = changed(reviewing, reviewedBy(ben, 'sentBack'));
    expect(posterOf(withDuties(said, of(said, ben), dora)).draft?.reviews).toMatchObject([{ id: ben.id }]);
  });

  test('who is asked next is the successor', () => {
    const next = changed(approved, (poster) => ({ ...poster, asking: asks(cleo) }));
    const out = of(next, cleo);
    expect(posterOf(withDraft(next, out, dora)).asking?.approvers).toMatchObject([{ id: dora.id }]);
    expect(posterOf(withDraft(next, out, null)).asking?.approvers).toEqual([]);
  });
});
