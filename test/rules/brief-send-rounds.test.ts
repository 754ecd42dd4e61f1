import { describe, expect, test } from '@jest/globals';
import type { Asking } from '../../src/approval/model-asking.ts';
import { takeBack } from '../../src/approval/rules.ts';
import { closeRound } from '../../src/approval/rules-round.ts';
import { arrange, howHash } from '../../src/approval/rules-asking.ts';
import { draftHash } from '../../src/brief/rules-draft.ts';
import { maySend } from '../../src/brief/rules.ts';
import { withApproval } from '../../src/brief/rules-approval.ts';
import { askingOf, ticked } from '../../src/brief/rules-asked.ts';
import { send } from '../../src/brief/rules-send.ts';
import type { Project } from '../../src/project/model.ts';
import {
  ana,
  asks,
  cleo,
  codeOf,
  dora,
  drafted,
  frozen,
  later,
  LOOK,
  must,
  NOW,
  SENDING,
} from '../support/arbitraries.ts';
import { answerBrief, approvalIn } from '../support/answering.ts';
import { lei, ready, sending, sentTo } from '../support/asked-brief.ts';

const answering = (project: Project, who: typeof cleo, verb: 'confirmed' | 'changesRequested', minutes = 1) => {
  const { version, step } = approvalIn(project);
  const said = { on: { version, step }, person: who.person, verb, reason: 'line 2' };
  return frozen(must(answerBrief(project, said, later(minutes))));
};

describe('days', () => {
  test('to decide by end at 18:00 of the zone that was named, and a request with its last day', () => {
    const asking: Asking = { ...asks(cleo), dueOn: '2026-11-25', expiresOn: '2026-11-27' };
    const previewed = { channel: LOOK.channel, draft: draftHash(ready), how: howHash(asking), zone: 'Asia/Shanghai' };
    const project = must(send(ready, { ...SENDING, asking, previewed }, NOW));
    expect(approvalIn(project)).toMatchObject({
      dueAt: '2026-11-25T10:00:00.000Z',
      expiresAt: '2026-11-27T16:00:00.000Z',
    });
    expect(askingOf(project)).toMatchObject({ dueOn: null, expiresOn: null });
  });

  test('that are over are refused at their question', () => {
    expect(sending({ ...asks(cleo), dueOn: '2026-11-22' })).toMatchObject({ code: 'asking.dayPast', at: 'dueOn' });
    const early: Asking = { ...asks(cleo), dueOn: '2026-11-25', expiresOn: '2026-11-24' };
    expect(sending(early)).toMatchObject({ code: 'asking.endsBeforeDue', at: 'dueOn' });
  });

  test('end a round, and a request, without anybody doing it', () => {
    const project = sentTo({ ...asks(cleo, dora), dueOn: '2026-11-23', expiresOn: '2026-11-24' });
    expect(ticked(project, later(60)).events).toEqual([]);
    expect(approvalIn(ticked(project, later(7 * 60)).project).gathered).toMatchObject({ by: 'due' });
    expect(approvalIn(ticked(project, later(40 * 60)).project).state).toBe('expired');
  });
});

describe('a new version', () => {
  const refused = answering(sentTo(asks(cleo, dora)), cleo, 'changesRequested');
  const edited = (project: Project) => drafted(project, { audience: 'Families' });

  test('waits for the round: whoever is still awaited is named', () => {
    const moved = edited(refused);
    expect(maySend(moved, ana)).toMatchObject({
      code: 'approval.roundGoesOn',
      params: { who: [{ name: 'Dora' }] },
    });
    expect(codeOf(sending(askingOf(moved), moved, later(2)))).toBe('approval.roundGoesOn');
  });

  test('may be sent once the manager has closed the round, and begins the next one', () => {
    const closed = withApproval(refused, must(closeRound(approvalIn(refused), later(2))).approval);
    const next = must(sending(askingOf(closed), edited(closed), later(3)));
    expect(approvalIn(next)).toMatchObject({ version: 2, round: 2, state: 'open' });
  });

  test('may be sent once the day is over', () => {
    const project = answering(sentTo({ ...asks(cleo, dora), dueOn: '2026-11-23' }), cleo, 'changesRequested');
    const late = ticked(edited(project), later(7 * 60)).project;
    expect(approvalIn(must(sending(askingOf(late), late, later(7 * 60)))).round).toBe(2);
  });

  test('that corrects what nobody has answered is no new round, nor is one after an agreement was taken back', () => {
    const silent = edited(sentTo(asks(cleo)));
    expect(approvalIn(must(sending(askingOf(silent), silent, later(2)))).round).toBe(1);
    const agreed = answering(sentTo(asks(cleo)), cleo, 'confirmed');
    const taking = { on: { version: 1, step: 0 }, person: cleo.person, reason: 'legal' };
    const back = withApproval(agreed, must(takeBack(approvalIn(agreed), taking, { now: later(2) })).approval);
    expect(approvalIn(must(sending(askingOf(back), back, later(3)))).round).toBe(1);
  });

  test('asks the same people in the same way', () => {
    const how = { order: 'inOrder', needs: { needs: 'all' }, expiresOn: null } as const;
    const first = edited(sentTo(must(arrange(asks(dora, cleo, lei), how))));
    const second = must(sending(askingOf(first), first, later(2)));
    expect(approvalIn(second).approvers).toEqual(approvalIn(first).approvers);
  });
});
