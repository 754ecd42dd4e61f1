import { describe, expect, test } from '@jest/globals';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { versionSchema } from '../../src/deliverable/model.ts';
import { askingOf, defaultAsking, ticked } from '../../src/deliverable/rules-asked.ts';
import { byHand } from '../../src/deliverable/rules-passed-on.ts';
import { readyFor } from '../../src/deliverable/rules-send.ts';
import { withDeliverable } from '../../src/deliverable/rules.ts';
import type { Project } from '../../src/project/model.ts';
import { ana, asks, ben, cleo, codeOf, dora, drafted, later, newProject, sentBrief } from '../support/arbitraries.ts';
import { lei } from '../support/asked-brief.ts';
import { DELIVERABLE, delivered, fileContent, posterOf } from '../support/delivered.ts';
import { answers, LINK, readyPoster, renewed, sends, sentPoster } from '../support/sent-deliverable.ts';

const sentOf = (project: Project) => posterOf(project).sent;
const approvalIn = (project: Project) => {
  const approval = sentOf(project)?.approval;
  if (!approval) throw new Error('nothing was sent');
  return approval;
};
const PARTS = [
  { id: 'i1', name: '300 × 250', content: null },
  { id: 'i2', name: '728 × 90', content: null },
];

describe('a version that is sent', () => {
  test('is kept as it is, and the approver is asked to decide on exactly that', () => {
    const project = sentPoster(readyPoster({ items: PARTS }));
    const { current, previous, approval } = sentOf(project) ?? {};
    expect(versionSchema.parse(current)).toEqual(current);
    expect(current).toMatchObject({ number: 1, name: 'Poster', contents: [LINK], round: 1, rounds: 3, sentBy: ana.id });
    expect([previous, approval?.state, approval?.version]).toEqual([null, 'open', 1]);
    expect(approval?.subject).toEqual({ kind: 'deliverable', id: DELIVERABLE });
    expect(approval?.lines).toEqual(['i1', 'i2']);
    expect(posterOf(project).draft).toBeNull();
    expect(project.channels.client?.id).toBe('CCLIENT');
    expect(project.people.some(({ person, role }) => person.user === cleo.person.user && role === 'approver')).toBe(
      true,
    );
  });

  test('has another hash once anything of it is another', () => {
    const hashes = [
      readyPoster(),
      readyPoster({ name: 'Posters' }),
      readyPoster({ items: PARTS }),
      readyPoster({}, [{ is: 'text', text: 'Real tea' }]),
      readyPoster({}, [fileContent('F1')]),
      readyPoster({}, [fileContent('F1', { sha256: 'a'.repeat(64) })]),
    ].map((project) => sentOf(sentPoster(project))?.current.hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('of a cost estimate asks for the authority over its sum, unless another one was said', () => {
    const estimate = { amount: 50_000, currency: 'CNY', validUntil: null, po: null };
    const project = sentPoster(readyPoster({ kind: 'costEstimate', estimate }));
    expect(approvalIn(project)).toMatchObject({
      subject: { kind: 'costEstimate' },
      requires: { kind: 'spend', amount: 50_000, currency: 'CNY' },
    });
    const asked = sentPoster(readyPoster({ kind: 'costEstimate', estimate, requires: { kind: 'artwork' } }));
    expect(approvalIn(asked).requires).toEqual({ kind: 'artwork' });
  });

  test('goes outside Slack to whoever is not there, and no channel becomes the client’s', () => {
    const project = sentPoster(readyPoster(), { asking: { ...asks(lei), reach: 'outside' } });
    expect(sentOf(project)?.current.reach).toBe('outside');
    expect(project.channels.client).toBeNull();
  });
});

describe('a version is not sent', () => {
  test('before somebody else checked it, while it is looked at inside, and once it was sent back', () => {
    const which = { id: DELIVERABLE, version: 1 };
    const by = { ...ana, kind: 'member' as const };
    const made = delivered({ draft: [LINK] });
    expect(readyFor(made, which, by)).toMatchObject({ code: 'deliverable.notChecked' });
    const ready = readyPoster();
    const found = posterOf(ready);
    if (!found.draft) throw new Error('nothing is made ready');
    const review = { ...ben, is: 'asked' as const, reason: null, at: null };
    const looked = { ...found, draft: { ...found.draft, reviews: [review] } };
    expect(readyFor(withDeliverable(ready, looked), which, by)).toMatchObject({
      code: 'deliverable.notReviewed',
      params: { who: [{ name: 'Ben' }] },
    });
    const back = { ...found, draft: { ...found.draft, check: { ...found.draft.check, state: 'sentBack' as const } } };
    expect(readyFor(withDeliverable(ready, back), which, by)).toMatchObject({ code: 'deliverable.wasSentBack' });
    expect(readyFor(ready, { ...which, version: 2 }, by)).toMatchObject({ code: 'deliverable.versionMoved' });
    expect(readyFor(ready, which, { ...ben, kind: 'member' })).toMatchObject({ code: 'project.mayNot' });
  });

  test('where anything is another than in the preview', () => {
    expect(sends(readyPoster(), { draft: 'another' })).toMatchObject({ code: 'deliverable.draftMoved' });
    expect(sends(readyPoster(), { how: 'another' })).toMatchObject({ code: 'asking.howMoved' });
  });

  test('while somebody wants changes and others are still to be heard', () => {
    const project = sentPoster(readyPoster(), { asking: asks(cleo, dora) });
    const held = renewed(answers(project, 'changesRequested'));
    expect(codeOf(sends(held, { asking: asks(cleo, dora) }))).toBe('approval.roundGoesOn');
  });

  test('to those who may not agree to it, but for one of whom no answer is needed', () => {
    const requires = { kind: 'spend', amount: 900, currency: 'CNY' } as const;
    const limit = { kind: 'spend', amount: 500, currency: 'CNY' } as const;
    const ready = readyPoster({ requires });
    const two = asks(cleo, dora);
    const limited = { ...two, approvers: two.approvers.map((one, at) => (at === 0 ? { ...one, limit } : one)) };
    expect(sends(ready, { asking: limited })).toMatchObject({
      code: 'deliverable.beyondAuthority',
      at: 'approvers',
      params: { who: [{ name: 'Cleo' }] },
    });
    expect(codeOf(sends(ready, { asking: { ...limited, needs: { needs: 'some', count: 1 } } }))).toBeNull();
    expect(codeOf(sends(ready, { asking: two }))).toBeNull();
  });
});

describe('who is asked', () => {
  test('begins as it was about the last deliverable, else as about the brief, without their days', () => {
    expect(askingOf(readyPoster(), DELIVERABLE).approvers).toEqual([]);
    const withBrief = sentBrief(drafted(newProject()));
    expect(defaultAsking(withBrief).approvers).toMatchObject([{ id: cleo.id }]);
    const sent = sentPoster(readyPoster(), { asking: { ...asks(dora), dueOn: '2026-12-01' } });
    expect(defaultAsking({ ...sent, brief: withBrief.brief })).toMatchObject({
      approvers: [{ id: dora.id }],
      dueOn: null,
    });
  });

  test('keeps the day that was chosen before anybody was', () => {
    const asking = { ...asks(), dueOn: '2026-12-01' };
    const project = { ...readyPoster({ asking }), brief: sentBrief(drafted(newProject())).brief };
    expect(askingOf(project, DELIVERABLE)).toMatchObject({ approvers: [{ id: cleo.id }], dueOn: '2026-12-01' });
  });

  test('is asked until the day by which the gathering ends by itself', () => {
    const project = sentPoster(readyPoster(), { asking: { ...asks(cleo), dueOn: '2026-11-24' } });
    expect(ticked(project, DELIVERABLE, later(60)).events).toEqual([]);
    const over = ticked(project, DELIVERABLE, later(2 * 24 * 60));
    expect(approvalIn(over.project).gathered).toMatchObject({ by: 'due' });
  });
});

describe('a file', () => {
  test('is passed on up to what is held in memory, and posted by hand where it is larger or cannot be read', () => {
    expect(byHand(fileContent('F1', { size: BOUNDS.passedOnBytes }))).toBeNull();
    expect(byHand(fileContent('F1', { size: null }))).toBeNull();
    expect(byHand(fileContent('F1', { size: BOUNDS.passedOnBytes + 1 }))).toBe('tooLarge');
    expect(byHand(fileContent('F1', { unread: 'tooLarge' }))).toBe('tooLarge');
    expect(byHand(fileContent('F1', { unread: 'gone' }))).toBe('unread');
    expect(byHand(fileContent('F1', { unread: 'unreachable' }))).toBeNull();
  });
});
