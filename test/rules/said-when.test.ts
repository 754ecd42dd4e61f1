import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Approver } from '../../src/approval/model.ts';
import { inTime, instantOfTs, saidInstant, timeOfDay } from '../../src/approval/rules-said-when.ts';
import { isNewer, markOf, type Proof, proves, saidBy } from '../../src/approval/rules-said-proof.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { dayIn, timeIn } from '../../src/kit/calendar.ts';
import { shorten } from '../../src/kit/text.ts';
import { cleo, codeOf, dora, later, NOW, someone, typed } from '../support/arbitraries.ts';

describe('a time of day', () => {
  test.each([
    ['14:30', 14, 30],
    ['9:05', 9, 5],
    ['9', 9, 0],
    ['2:30 pm', 14, 30],
    ['2.30PM', 14, 30],
    ['12 am', 0, 0],
    ['12 pm', 12, 0],
    ['12:15am', 0, 15],
    ['14 pm', 14, 0],
    ['１４：３０', 14, 30],
    ['下午2点半', 14, 30],
    ['上午9点', 9, 0],
    ['晚上8时15分', 20, 15],
    ['中午12:10', 12, 10],
    ['中午1点', 13, 0],
    ['中午11点', 11, 0],
    ['14h30', 14, 30],
    ['0:00', 0, 0],
    ['23:59', 23, 59],
  ])('“%s” is %d:%d', (text, hour, minute) => expect(timeOfDay(text)).toEqual({ hour, minute }));

  test.each(['', 'noon', '25:00', '14:60', '14:3', '-1', '14:30:00', 'half past two', '下午'])('“%s” is none', (text) =>
    expect(timeOfDay(text)).toBeNull(),
  );

  test('is read or not read, and never breaks', () => {
    fc.assert(
      fc.property(fc.oneof(typed(12), fc.string({ maxLength: 12 })), (text) => {
        const time = timeOfDay(text);
        expect(time === null || (time.hour < 24 && time.minute < 60)).toBe(true);
      }),
    );
  });
});

describe('when something was said', () => {
  const zones = fc.constantFrom(
    'utc',
    'Asia/Shanghai',
    'Europe/London',
    'America/New_York',
    'Asia/Kolkata',
    'no such zone',
  );
  const opened = later(-60 * 24 * 30).toISOString();

  test('is the moment that was meant, in the recorder’s own zone', () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 60 * 24 * 29 }), (zone, minutesAgo) => {
        const at = new Date(Math.floor(later(-minutesAgo).getTime() / 60_000) * 60_000);
        const entered = { day: dayIn(zone, at), time: timeIn(zone, at), zone };
        // The hour that a clock is set back over is there twice; neither is in these days.
        expect(saidInstant(entered, opened, NOW)).toEqual(at);
      }),
    );
  });

  test('is neither still to come, nor before the version went out, nor unclear', () => {
    const at = (minutes: number) => ({
      day: dayIn('utc', later(minutes)),
      time: timeIn('utc', later(minutes)),
      zone: 'utc',
    });
    expect(codeOf(saidInstant(at(1), opened, NOW))).toBe('evidence.notYet');
    expect(codeOf(saidInstant(at(0), NOW.toISOString(), NOW))).toBeNull();
    expect(codeOf(saidInstant(at(-1), NOW.toISOString(), NOW))).toBe('evidence.beforeSent');
    expect(codeOf(saidInstant({ ...at(0), time: 'soon' }, opened, NOW))).toBe('evidence.timeUnclear');
    // Within the minute in which it was sent, nobody can tell which came first.
    const half = new Date(NOW.getTime() + 30_000);
    expect(codeOf(inTime(NOW, half.toISOString(), half))).toBeNull();
  });

  test('of a message is when it was written', () => {
    expect(instantOfTs('1795435200.000200')).toEqual(new Date('2026-11-23T12:00:00.000Z'));
  });
});

const approver: Approver = {
  ...cleo,
  step: 0,
  standIn: dora,
  limit: null,
  confirmedLines: [],
  answer: null,
  told: null,
  before: [],
  remindedAt: null,
};
const message = (text: string, author: typeof cleo | null) => ({
  channel: 'CCLIENT',
  ts: '1795435200.000200',
  author: author?.person ?? null,
  mark: markOf(text),
});
const proof = (given: Partial<Proof>): Proof => ({
  approver,
  isAway: true,
  verb: 'confirmed',
  way: 'email',
  words: 'We confirm',
  file: null,
  message: null,
  ...given,
});
const refusedAt = (given: Partial<Proof>) => {
  const proven = proves(proof(given));
  return proven === true ? null : [proven.code, proven.at];
};

describe('a proof', () => {
  test('has words or a picture, and words wherever something is to be changed', () => {
    expect(refusedAt({})).toBeNull();
    expect(refusedAt({ words: null, file: 'F1' })).toBeNull();
    expect(refusedAt({ words: null })).toEqual(['evidence.nothingShown', 'words']);
    expect(refusedAt({ words: null, file: 'F1', verb: 'changesRequested' })).toEqual(['evidence.wordsNeeded', 'words']);
    expect(refusedAt({ words: null, file: 'F1', verb: 'approvedWithChanges' })).toEqual([
      'evidence.wordsNeeded',
      'words',
    ]);
    // A call proves nothing, so nothing is asked of it.
    expect(refusedAt({ words: null, way: 'telephone', verb: 'changesRequested' })).toBeNull();
  });

  test('from a message is what the approver wrote, or who stands in for them, word for word', () => {
    const by = (author: typeof cleo | null, words = 'We confirm') =>
      refusedAt({ way: 'message', words, message: message('We confirm', author) });
    expect([by(cleo), by(dora)]).toEqual([null, null]);
    const there = { isAway: false, way: 'message', message: message('We confirm', dora) } as const;
    expect(refusedAt(there)).toEqual(['evidence.notTheirMessage', 'way']);
    expect(refusedAt({ ...there, message: message('We confirm', cleo) })).toBeNull();
    for (const author of [someone('Ana', 'TAGENCY'), someone('Cleo', 'TELSEWHERE'), null]) {
      expect(by(author)).toEqual(['evidence.notTheirMessage', 'way']);
    }
    expect(by(cleo, 'We confirm all of it')).toEqual(['evidence.notTheirWords', 'words']);
    expect(refusedAt({ way: 'message' })).toEqual(['evidence.notTheirMessage', 'way']);
  });

  test('is the stand-in’s answer where they wrote it, else the approver’s', () => {
    const of = (way: Proof['way'], author: typeof cleo | null) =>
      saidBy(way, author && message('We confirm', author), approver).id;
    expect([of('message', dora), of('message', cleo)]).toEqual([dora.id, cleo.id]);
    expect([of('email', dora), of('message', null)]).toEqual([cleo.id, cleo.id]);
  });

  test('of what was said before the approver answered themselves is no change of mind', () => {
    const answer = { verb: 'confirmed', at: later(5).toISOString(), by: cleo, reason: null, points: [] } as const;
    const given = { ...answer, points: [], showAgain: null, alsoAgreed: null, evidence: null };
    const newer = (recordedBy: string | null, minutes: number) => {
      const wrote = { by: 'message', words: 'Yes', saidAt: later(2).toISOString(), message: null, file: null } as const;
      const evidence = recordedBy === null ? null : { ...wrote, recordedBy };
      return codeOf(isNewer({ ...approver, answer: { ...given, evidence } }, later(minutes)));
    };
    expect([newer(null, 4), newer(null, 5)]).toEqual(['evidence.answeredSince', null]);
    // Of their own words it counts when they wrote them.
    expect([newer(cleo.id, 1), newer(cleo.id, 2)]).toEqual(['evidence.answeredSince', null]);
    // What somebody else recorded is put right whenever it was said.
    expect([newer('id-UANA', 1), codeOf(isNewer(approver, later(-9)))]).toEqual([null, null]);
    const half = { ...given, at: new Date(later(5).getTime() + 30_000).toISOString() };
    expect(codeOf(isNewer({ ...approver, answer: half }, later(5)))).toBeNull();
  });

  test('is the same whatever the form does to ends of lines and to spaces around it, and for nothing else', () => {
    fc.assert(
      fc.property(typed(200), typed(200), (text, other) => {
        const form = shorten(text, BOUNDS.longAnswer);
        expect(markOf(`  ${form.replaceAll('\n', '\r\n')}\n`)).toBe(markOf(form));
        fc.pre(text.trim() !== other.trim());
        expect(markOf(text)).not.toBe(markOf(other));
      }),
    );
  });
});
