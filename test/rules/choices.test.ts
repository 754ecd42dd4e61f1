import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeChoices } from '../../src/io/choices.ts';

const at = (micros: number): string => `1795682792.${String(micros).padStart(6, '0')}`;

test('of the choices in one form, in whatever order they arrive, the newest alone is drawn at the end', () => {
  const times = fc.uniqueArray(fc.nat(999_999), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(times, (given) => {
      const { made } = makeChoices();
      const arrived = given.map((micros) => ({ micros, isNewest: made('V1', at(micros)) }));
      const drawn = arrived.filter(({ isNewest }) => isNewest()).map(({ micros }) => micros);
      expect(drawn).toEqual([Math.max(...given)]);
    }),
  );
});

test('an older choice that arrives later draws nothing', () => {
  const { made } = makeChoices();
  const newer = made('V1', at(2));
  const older = made('V1', at(1));
  expect([newer(), older()]).toEqual([true, false]);
});

test('a choice that is delivered again is drawn again', () => {
  const { made } = makeChoices();
  made('V1', at(1));
  expect(made('V1', at(1))()).toBe(true);
});

test('a choice in one form says nothing of another one’s', () => {
  const { made } = makeChoices();
  made('V1', at(2));
  expect(made('V2', at(1))()).toBe(true);
});

test('a choice of which Slack names no time is always drawn', () => {
  const { made } = makeChoices();
  made('V1', at(2));
  expect(made('V1', null)()).toBe(true);
});

test('a thousand forms later the first one is forgotten', () => {
  const { made } = makeChoices();
  made('V0', at(2));
  for (let count = 1; count <= 1000; count += 1) made(`V${count}`, at(2));
  expect(made('V0', at(1))()).toBe(true);
  expect(made('V1000', at(1))()).toBe(false);
});
