import { describe, expect, test } from '@jest/globals';
import type { Approval } from '../../src/approval/model.ts';
import type { Moved } from '../../src/approval/model-events.ts';
import { reasonModal } from '../../src/approval/views-reason-form.ts';
import { askSentence } from '../../src/approval/views-status.ts';
import { toldToClient } from '../../src/approval/views-told-client.ts';
import { toldToTeam } from '../../src/approval/views-told-team.ts';
import { objectToEvidence, recordEvidence } from '../../src/approval/rules-evidence.ts';
import { confirmLines } from '../../src/approval/rules.ts';
import { pointsIn } from '../../src/approval/rules-points.ts';
import type { ShownSubject } from '../../src/approval/model-shown.ts';
import { cleo, dora, later, must } from '../support/arbitraries.ts';
import {
  after,
  asks,
  away,
  eli,
  fay,
  LINES,
  moved,
  nobodyAway,
  onOf,
  press,
  some,
  type Who,
  written,
} from '../support/arbitraries-approval.ts';
import { remind } from '../../src/approval/rules-manage.ts';

const shown: ShownSubject = {
  kind: 'brief',
  id: 'b1',
  project: 'p1',
  name: 'Spring launch',
  client: 'Acme',
  language: 'en',
  version: 1,
  hash: 'f'.repeat(64),
  title: 'brief version 1',
  short: 'Brief v1',
  named: null,
  exactly: [],
  lines: LINES.map((id, at) => ({ id, number: at + 1, name: 'Audience', text: 'Students', isKnown: true })),
};

const happening = (before: Approval, done: Moved, by: Who | null, absent: readonly Who[] = []) => ({
  before,
  after: done.approval,
  events: done.events,
  by,
  shown,
  away: away(...absent),
  lead: cleo,
  locale: 'en' as const,
});
const toClient = (...of: Parameters<typeof happening>) => toldToClient(happening(...of)).map(({ text }) => text);
const next = { agreed: { sentence: 'On.', button: null }, revise: { sentence: 'Anew.', button: null } };
const toTeam = (...of: Parameters<typeof happening>) => toldToTeam(happening(...of), next).map(({ text }) => text);
const pingsIn = (text = ''): string[] => [...text.matchAll(/<@(\w+)>/gu)].map(([, user]) => user ?? '');

describe('who is called on', () => {
  const covered = asks({ approvers: [{ ...cleo, standIn: fay }, { ...dora, standIn: fay }, eli] });

  test('by a version are those who are to act: a stand-in for whoever is away, once, and nobody who has answered', () => {
    const pings = (approval: Approval, ...absent: Who[]) => pingsIn(askSentence(approval, away(...absent), 'en'));
    expect(pings(covered)).toEqual(['UCLEO', 'UDORA', 'UELI']);
    expect(pings(covered, cleo, dora)).toEqual(['UFAY', 'UELI']);
    expect(pings(after(covered, eli, 'confirmed'), cleo)).toEqual(['UFAY', 'UDORA']);
    // Without anybody in their place it stays theirs.
    expect(pings(covered, cleo, fay)).toEqual(['UCLEO', 'UDORA', 'UELI']);
  });

  test('by a reminder is everybody once, whomever they stand in for', () => {
    const done = must(remind(covered, { now: later(9), away: away(cleo, dora), mayAgain: () => true }));
    expect(toClient(covered, done, null, [cleo, dora]).map(pingsIn)).toEqual([['UFAY', 'UELI']]);
  });

  test('is nobody of a step who had answered before it was opened again', () => {
    const asked = asks({ steps: [some(1), some(1)], approvers: [cleo, { ...dora, step: 1 }] });
    const recording = { approver: cleo.id, verb: 'confirmed', reason: null, points: [], evidence: written() } as const;
    const first = must(recordEvidence(asked, recording, later(1)));
    expect(toClient(asked, first, cleo).map(pingsIn)).toEqual([['UDORA']]);
    const closed = after(first.approval, dora, 'confirmed');
    const open = moved(objectToEvidence(closed, { approver: cleo.id, by: cleo, reason: 'no' }, later(3)));
    const again = must(press(open, cleo, 'confirmed', { minutes: 4 }));
    expect(again.events.map(({ kind }) => kind)).toContain('stepOpened');
    expect(toClient(open, again, cleo)).toEqual([]);
  });
});

test('the team reads for whom a stand-in answered', () => {
  const asked = asks({ approvers: [{ ...cleo, standIn: fay }, dora] });
  const done = must(press(asked, fay, 'changesRequested', { absent: [cleo] }));
  expect(toTeam(asked, done, fay, [cleo])).toEqual([
    'Brief v1: Fay for Cleo, as stand-in → changes requested (1 of 2)',
  ]);
  const own = must(press(asked, cleo, 'changesRequested'));
  expect(toTeam(asked, own, cleo)).toEqual(['Brief v1: Cleo → changes requested (1 of 2)']);
});

describe('the form that asks why', () => {
  type Input = { block_id?: string; element?: { initial_options?: { value: string }[] } };
  const chosenIn = (approval: Approval, mine: Who, by: Who = mine) => {
    const theirs = approval.approvers.find(({ id }) => id === mine.id);
    if (!theirs) throw new Error('not asked');
    const view = reasonModal('changesRequested', { approval, mine: theirs, by, shown, locale: 'en' });
    const blocks: readonly Input[] = view.blocks as Input[];
    const of = (id: string) =>
      blocks.find((block) => block.block_id === id)?.element?.initial_options?.map(({ value }) => value) ?? [];
    return { lines: of('lines'), rest: of('rest'), text: JSON.stringify(blocks) };
  };
  const says = (approval: Approval, reason: string, chosen: readonly string[] = [], restConfirmed = false) =>
    after(approval, cleo, 'changesRequested', { reason, points: pointsIn(reason, shown.lines, chosen), restConfirmed });

  test('confirms no line that was left open before', () => {
    const some_ = { on: onOf(asks()), person: cleo.person, lines: ['l1'] };
    const partly = moved(confirmLines(asks(), some_, { now: later(1), away: nobodyAway }));
    expect(chosenIn(says(partly, '2: families'), cleo).rest).toEqual([]);
    expect(chosenIn(says(partly, '2: families', [], true), cleo).rest).toEqual(['confirmed']);
    expect(chosenIn(says(asks(), 'all of it', LINES), cleo).rest).toEqual([]);
  });

  test('sent again as it stands, it says the same of the same lines', () => {
    expect(chosenIn(says(asks(), 'All too long\n2: families'), cleo).lines).toEqual([]);
    expect(chosenIn(says(asks(), 'Too long', ['l2', 'l3']), cleo).lines).toEqual(['2', '3']);
  });

  test('tells a stand-in for whom it is, and nobody else', () => {
    const asked = asks({ approvers: [{ ...cleo, standIn: fay }, fay] });
    expect(chosenIn(asked, cleo, fay).text).toContain('Fay for Cleo, as stand-in');
    expect(chosenIn(asked, fay).text).not.toContain('as stand-in');
  });
});
