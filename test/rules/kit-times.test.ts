import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minuteInWords, readMinute } from '../../src/kit/times.ts';
import { readZone } from '../../src/kit/zone-typed.ts';

test.each([
  ['9', 540],
  ['9:30', 570],
  ['09:30', 570],
  ['９：３０', 570],
  ['9.30', 570],
  ['9am', 540],
  ['6 pm', 1080],
  ['12am', 0],
  ['12pm', 720],
  ['9点', 540],
  ['9点半', 570],
  ['18点30分', 1110],
  ['下午6点', 1080],
  ['上午 9:30', 570],
  ['晚上9点半', 1290],
  ['晚上12点', 1440],
  ['下午12点', 720],
  ['晚上1点', null],
  ['0:00', 0],
  ['24:00', 1440],
  ['24:01', null],
  ['25', null],
  ['9:60', null],
  ['13pm', null],
  ['0am', null],
  ['', null],
  ['nine', null],
  ['9-18', null],
])('a time of day that is typed as “%s” is read as minute %s', (typed, minute) => {
  expect(readMinute(typed)).toBe(minute);
});

test('a time of day is read as it is shown', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (minute) => readMinute(minuteInWords(minute)) === minute));
});

test('whatever is typed for a time or a zone, nothing breaks', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 100, size: 'max' }), fc.constant('9'.repeat(5000)));
  fc.assert(
    fc.property(texts, (typed) => {
      const minute = readMinute(typed);
      expect(minute === null || (minute >= 0 && minute <= 1440)).toBe(true);
      const zone = readZone(typed);
      if (zone.is === 'unclear') expect(zone.nearest.length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['Asia/Shanghai', 'Asia/Shanghai'],
  ['asia/shanghai', 'Asia/Shanghai'],
  ['Shanghai', 'Asia/Shanghai'],
  ['new york', 'America/New_York'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['utc', 'UTC'],
])('a zone that is typed as “%s” is read as %s', (typed, zone) => {
  expect(readZone(typed)).toEqual({ is: 'read', zone });
});

test('a zone that is misspelt is answered with those near it, and nonsense with none', () => {
  const near = readZone('Asia/Shangai');
  expect(near.is === 'unclear' && near.nearest[0]).toBe('Asia/Shanghai');
  expect(readZone('the moon and the stars')).toEqual({ is: 'unclear', nearest: [] });
});
