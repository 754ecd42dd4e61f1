import { describe, expect, test } from '@jest/globals';
import type { Party } from '../../src/approval/model.ts';
import type { Asking } from '../../src/approval/model-asking.ts';
import { arrange, arrangeOne, howHash } from '../../src/approval/rules-asking.ts';
import { draftHash } from '../../src/brief/rules-draft.ts';
import { maySend } from '../../src/brief/rules.ts';
import { isOutside } from '../../src/brief/rules-asked.ts';
import { send } from '../../src/brief/rules-send.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { awayIn, inRole, withRole } from '../../src/project/rules-people.ts';
import {
  ana,
  asks,
  ben,
  cleo,
  codeOf,
  dora,
  drafted,
  later,
  LOOK,
  must,
  NOW,
  SENDING,
  sends,
  someone,
} from '../support/arbitraries.ts';
import { approvalIn } from '../support/answering.ts';
import { finn, lei, ready, sending, sentTo } from '../support/asked-brief.ts';

describe('several approvers', () => {
  test('are asked side by side, and all of them, unless something else is chosen', () => {
    const { approvers, steps } = approvalIn(sentTo(asks(cleo, dora, finn)));
    expect(approvers.map(({ name, step }) => [name, step])).toEqual([
      ['Cleo', 0],
      ['Dora', 0],
      ['Finn', 0],
    ]);
    expect(steps).toEqual([{ needs: 'all' }]);
  });

  test('are asked one after the other, in the order in which they were chosen', () => {
    const asking = must(arrange(asks(dora, cleo), { order: 'inOrder', needs: { needs: 'all' }, expiresOn: null }));
    const { approvers, steps } = approvalIn(sentTo(asking));
    expect(approvers.map(({ name, step }) => [name, step])).toEqual([
      ['Dora', 0],
      ['Cleo', 1],
    ]);
    expect(steps).toEqual([{ needs: 'all' }, { needs: 'all' }]);
  });

  test('are any one, or so many of them', () => {
    for (const count of [1, 2]) {
      const how = { order: 'sideBySide', needs: { needs: 'some', count }, expiresOn: null } as const;
      expect(approvalIn(sentTo(must(arrange(asks(cleo, dora, finn), how)))).steps).toEqual([{ needs: 'some', count }]);
    }
  });

  test('bring their stand-ins and limits, who must be in the channel as well', () => {
    const limit = { kind: 'spend', amount: 50_000, currency: 'CNY' } as const;
    const with_ = (standIn: Party) => must(arrangeOne(asks(cleo), cleo.id, { standIn, limit, awayUntil: null }));
    const project = sentTo(with_(finn));
    expect(approvalIn(project).approvers).toMatchObject([{ standIn: { id: finn.id }, limit }]);
    expect(project.people.map(({ name, role }) => [name, role])).toContainEqual(['Finn', 'approver']);
    expect(sending(with_(someone('Gus', 'TCLIENT')))).toMatchObject({
      code: 'asking.standInNotThere',
      at: 'approvers',
    });
    expect(sending(with_(ana))).toMatchObject({ code: 'asking.approverInside', at: 'approvers' });
  });

  test('who are away are noted as such, by the clock that the form named', () => {
    const asking = must(arrangeOne(asks(cleo), cleo.id, { standIn: null, limit: null, awayUntil: '2026-11-24' }));
    const project = sentTo(asking);
    expect(awayIn(project, NOW)(cleo)).toBe(true);
    expect(awayIn(project, later(3 * 24 * 60))(cleo)).toBe(false);
  });

  test('somebody must be asked', () => {
    expect(sending(asks())).toMatchObject({ code: 'asking.nobody', at: 'approvers' });
  });
});

describe('somebody who is not on Slack', () => {
  test('is asked beside those who are, by name, and named in the project', () => {
    const project = sentTo(asks(cleo, lei));
    expect(approvalIn(project).approvers).toMatchObject([{ name: 'Cleo' }, { person: null, name: lei.name }]);
    expect(project.offSlack).toEqual([{ id: approvalIn(project).approvers[1]?.id, name: lei.name }]);
    expect(project.channels.client?.id).toBe(LOOK.channel);
  });

  test('alone needs no channel: the version is made, and none is chosen', () => {
    const asking: Asking = { ...asks(lei), reach: 'outside' };
    const previewed = { channel: null, draft: draftHash(ready), how: howHash(asking), zone: 'utc' };
    const project = must(send(ready, { previewed, look: null, asking, language: 'zh', by: ana }, NOW));
    expect(isOutside(project)).toBe(true);
    expect(project.channels.client).toBeNull();
    expect(project.brief?.sent?.current).toMatchObject({ number: 1, language: 'zh', reach: 'outside' });
    expect(approvalIn(project)).toMatchObject({ state: 'open', approvers: [{ person: null, name: lei.name }] });
  });

  test('leaves outside Slack alone: whoever has an account would see nothing', () => {
    const asking: Asking = { ...asks(cleo, lei), reach: 'outside' };
    expect(sending(asking)).toMatchObject({ code: 'asking.outsideWithSlack', at: 'reach' });
  });

  test('without a channel cannot be asked in it', () => {
    expect(codeOf(sends(ready, { ...SENDING, asking: asks(lei), look: null }, NOW))).toBe('asking.lookMissing');
  });
});

describe('what leaves is what was previewed', () => {
  const shown = { channel: LOOK.channel, draft: draftHash(ready), how: howHash(SENDING.asking), zone: 'Europe/London' };

  test('nothing leaves to a channel whose people the sender was not shown', () => {
    const elsewhere = { ...SENDING, previewed: { ...shown, channel: null } };
    expect(send(ready, elsewhere, NOW)).toMatchObject({ code: 'asking.notPreviewed', at: 'channel' });
  });

  test('nothing leaves that was written after the preview', () => {
    const edited = drafted(ready, { objective: 'Internal: their margin is 12 %' });
    expect(send(edited, { ...SENDING, previewed: shown }, NOW)).toMatchObject({ code: 'brief.draftMoved' });
    expect(isRefusal(send(ready, { ...SENDING, previewed: shown }, NOW))).toBe(false);
  });

  test('nobody is asked in another way than the form said', () => {
    const asking = must(arrange(asks(cleo), { order: 'inOrder', needs: { needs: 'all' }, expiresOn: null }));
    expect(send(ready, { ...SENDING, asking, previewed: shown }, NOW)).toMatchObject({ code: 'asking.howMoved' });
  });
});

describe('the deputy', () => {
  test('sends as the account manager does; the rest of the team does not', () => {
    const project = must(withRole(ready, 'deputy', ben, NOW));
    expect(maySend(ready, ben)).toMatchObject({ code: 'project.mayNot' });
    expect(maySend(project, ben)).toBe(true);
    expect(maySend(project, dora)).toMatchObject({ params: { who: [{ name: 'Ana' }, { name: 'Ben' }] } });
  });

  test('and the client’s lead contact of the last project is theirs in this one, too', () => {
    expect(inRole(sentTo({ ...asks(cleo), contact: finn }), 'clientContact')).toMatchObject({ name: 'Finn' });
  });
});
