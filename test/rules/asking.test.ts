import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Party } from '../../src/approval/model.ts';
import { askingSchema, chainSchema } from '../../src/approval/model-asking.ts';
import {
  arrange,
  arrangeOne,
  chainOf,
  choose,
  type Chosen,
  forNextVersion,
  fromChain,
  howHash,
  instantsOf,
  limitOf,
  mayAsk,
  mayRemindAgain,
  namesIn,
  readAmount,
  replaceAsked,
  stepsOf,
} from '../../src/approval/rules-asking.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { asks, ben, cleo, dora, idMaker, must, NOW, someone, typed } from '../support/arbitraries.ts';

const where = { dueOn: null, reach: 'clientChannel', channel: 'CCLIENT', language: 'en' } as const;
const chosen = (people: readonly Party[], names: readonly string[] = []): Chosen => ({ people, names, ...where });
const away = { standIn: dora, limit: { kind: 'layout' }, awayUntil: '2026-12-01' } as const;

describe('choosing who is asked', () => {
  test('keeps what was arranged about whoever is still chosen, and the order of the choice', () => {
    const arranged = must(arrangeOne(asks(cleo, ben), cleo.id, away));
    const next = choose(arranged, chosen([ben, cleo]), idMaker());
    expect(next.approvers).toEqual([
      { ...ben, standIn: null, limit: null, awayUntil: null },
      { ...cleo, ...away },
    ]);
  });

  test('somebody without an account keeps their id as long as their name is the same', () => {
    const newId = idMaker();
    const first = choose(asks(), chosen([], ['Wang Lei, Director', 'Li Na']), newId);
    const again = choose(first, chosen([], ['Li Na', 'wang  lei, director', 'Zhao Min']), newId);
    const ids = (asking: typeof first) => asking.approvers.map(({ id }) => id);
    expect(ids(again)).toEqual([ids(first)[1], ids(first)[0], 'new-3']);
    expect(again.approvers.every(({ person }) => person === null)).toBe(true);
  });

  test('names are read one a line, each once', () => {
    expect(namesIn(' Wang Lei, Director \n\nLi Na\nＷang Lei, director')).toEqual(['Ｗang Lei, director', 'Li Na']);
    expect(namesIn(null)).toEqual([]);
  });

  test('what it gives can be stored and read, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(typed(80), { maxLength: 8 }), (lines) => {
        const asking = choose(asks(cleo), chosen([cleo], namesIn(lines.join('\n'))), idMaker());
        expect(askingSchema.parse(asking)).toEqual(asking);
        expect(chainSchema.parse(chainOf(asking))).toEqual(chainOf(asking));
        expect(new Set(asking.approvers.map(({ id }) => id)).size).toBe(asking.approvers.length);
      }),
    );
  });

  test('nobody, too many and names too long are refused where they were entered', () => {
    const crowd = Array.from({ length: BOUNDS.approvers + 1 }, (_, at) => someone(`Eve${at}`, 'TCLIENT'));
    const long = choose(asks(), chosen([], ['x'.repeat(BOUNDS.partyName + 1)]), idMaker());
    expect(mayAsk(asks())).toMatchObject({ code: 'asking.nobody', at: 'approvers' });
    expect(mayAsk(asks(...crowd))).toMatchObject({ code: 'asking.tooMany', params: { most: 20 } });
    expect(mayAsk(long)).toMatchObject({ code: 'asking.nameTooLong', at: 'offSlack' });
    expect(mayAsk(asks(...crowd.slice(1)))).toBe(true);
  });
});

describe('how they are asked', () => {
  test('in order means that each agrees: any one or some of them is for side by side', () => {
    const some = { needs: 'some', count: 2 } as const;
    expect(arrange(asks(cleo, dora), { order: 'inOrder', needs: some, expiresOn: null })).toMatchObject({
      code: 'asking.inOrderNeedsAll',
      at: 'needs',
    });
    const beside = must(arrange(asks(cleo, dora), { order: 'sideBySide', needs: some, expiresOn: null }));
    expect(stepsOf(beside).steps).toEqual([some]);
  });

  test('every approver has a step, and every step an approver, whatever is chosen', () => {
    const orders = fc.constantFrom('sideBySide' as const, 'inOrder' as const);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), orders, (count, order) => {
        const people = Array.from({ length: count }, (_, at) => someone(`Eve${at}`, 'TCLIENT'));
        const { approvers, steps } = stepsOf({ ...asks(...people), order });
        expect(new Set(approvers.map(({ step }) => step))).toEqual(new Set(steps.keys()));
      }),
    );
  });

  test('nobody stands in for themselves, and nothing is arranged about somebody who is not asked', () => {
    expect(arrangeOne(asks(cleo), cleo.id, { ...away, standIn: cleo })).toMatchObject({ code: 'asking.ownStandIn' });
    expect(arrangeOne(asks(cleo), dora.id, away)).toMatchObject({ code: 'asking.noSuchPerson' });
  });

  test('whoever comes in the place of another brings no stand-in and no absence of theirs', () => {
    const arranged = must(arrangeOne(asks(cleo), cleo.id, away));
    expect(replaceAsked(arranged, cleo.id, ben).approvers).toEqual([
      { ...ben, standIn: null, limit: { kind: 'layout' }, awayUntil: null },
    ]);
  });

  test('whoever comes in the place of another and was chosen before is asked once, with what was arranged about them', () => {
    const arranged = must(arrangeOne(asks(dora, cleo), cleo.id, away));
    expect(replaceAsked(arranged, dora.id, cleo).approvers).toEqual([{ ...cleo, ...away }]);
  });

  test('the preview tells apart what is arranged behind the button, and not whom the form shows itself', () => {
    const plain = howHash(asks(cleo));
    expect(howHash(asks(cleo, dora))).toBe(plain);
    expect(howHash({ ...asks(cleo), order: 'inOrder' })).not.toBe(plain);
    expect(howHash({ ...asks(cleo), expiresOn: '2026-12-01' })).not.toBe(plain);
    for (const [key, value] of Object.entries(away)) {
      const one = must(arrangeOne(asks(cleo), cleo.id, { standIn: null, limit: null, awayUntil: null, [key]: value }));
      expect(howHash(one)).not.toBe(plain);
    }
  });
});

describe('what is kept for later', () => {
  const asking = { ...must(arrangeOne(asks(cleo), cleo.id, away)), expiresOn: '2026-12-01', dueOn: '2026-11-30' };

  test('the next version is asked of the same people; its days are chosen anew', () => {
    expect(forNextVersion(asking)).toEqual({ ...asking, expiresOn: null, dueOn: null });
  });

  test('the client’s next project begins with people, stand-ins and limits, without days, absences or a channel', () => {
    const next = fromChain(chainOf(asking));
    expect(next).toMatchObject({ approvers: [{ ...cleo, standIn: dora, limit: away.limit, awayUntil: null }] });
    expect(next).toMatchObject({ expiresOn: null, dueOn: null, channel: null });
  });
});

describe('a limit of authority', () => {
  test.each([
    ['50000 CNY', { amount: 50_000, currency: 'CNY' }],
    ['CNY 50,000', { amount: 50_000, currency: 'CNY' }],
    ['￥5万', { amount: 50_000, currency: 'CNY' }],
    ['50 000 元', { amount: 50_000, currency: 'CNY' }],
    ['€1’200', { amount: 1200, currency: 'EUR' }],
    ['１２ usd', { amount: 12, currency: 'USD' }],
  ])('is read from %s', (text, read) => {
    expect(limitOf('spend', text)).toEqual({ kind: 'spend', ...read });
  });

  test.each(['', '50000', 'CNY', 'a lot', '12.50 EUR', '-5 EUR', '¥5 CNY', '5 EURO'])(
    'is not guessed from “%s”',
    (text) => {
      expect(readAmount(text)).toBeNull();
      expect(limitOf('spend', text)).toMatchObject({ code: 'asking.amountUnclear', at: 'upTo' });
    },
  );

  test('of another kind needs no amount, and none is none', () => {
    expect([limitOf('none', null), limitOf('artwork', null)]).toEqual([null, { kind: 'artwork' }]);
  });
});

describe('days', () => {
  test('count in the zone of whoever decides', () => {
    const asking = { ...asks(cleo), dueOn: '2026-11-23', expiresOn: '2026-11-23' };
    expect(instantsOf(asking, 'America/New_York', NOW)).toEqual({
      dueAt: new Date('2026-11-23T23:00:00.000Z'),
      expiresAt: new Date('2026-11-24T05:00:00.000Z'),
    });
    expect(instantsOf(asking, 'Asia/Shanghai', NOW)).toMatchObject({ code: 'asking.dayPast', at: 'dueOn' });
    expect(instantsOf({ ...asking, dueOn: null }, 'Asia/Tokyo', new Date('2026-11-23T15:00:00Z'))).toMatchObject({
      code: 'asking.dayPast',
      at: 'expiresOn',
    });
  });

  test('a reminder is due once a working day of the person; a weekend belongs to its Friday', () => {
    const friday = '2026-11-27T09:00:00.000Z';
    const at = (day: string) => new Date(`2026-11-${day}:00:00Z`);
    expect(mayRemindAgain(null, 'Europe/London', at('28T09'))).toBe(true);
    for (const day of ['27T15', '28T09', '29T23']) expect(mayRemindAgain(friday, 'Europe/London', at(day))).toBe(false);
    expect(mayRemindAgain(friday, 'Europe/London', at('30T00'))).toBe(true);
    // It is Monday in Shanghai already.
    expect(mayRemindAgain(friday, 'Asia/Shanghai', at('29T17'))).toBe(true);
    expect(mayRemindAgain('2026-11-23T09:00:00.000Z', 'Europe/London', at('24T08'))).toBe(true);
  });
});
