import { describe, expect, test } from '@jest/globals';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { readRegion, regionName } from '../../src/io/regions.ts';
import { LOCALES } from '../../src/kit/locale.ts';

const codeOf = async (typed: string) => {
  const reading = await readRegion(typed);
  return reading.is === 'read' ? reading.region.code : reading.nearest.map(({ code }) => code);
};

describe('a country or region is read', () => {
  test.each([
    ['CN', 'CN'],
    ['china', 'CN'],
    ['中国', 'CN'],
    ['HK', 'HK'],
    ['Hong Kong', 'HK'],
    ['香港', 'HK'],
    ['gb-eng', 'GB-ENG'],
    ['England', 'GB-ENG'],
    ['英格兰', 'GB-ENG'],
    ['us-ca', 'US-CA'],
    ['California', 'US-CA'],
    [' 加州 ', 'US-CA'],
    ['Deutschland', 'DE'],
    ['Bayern', 'DE-BY'],
    ['Bavaria', 'DE-BY'],
    ['österreich', 'AT'],
    ['Osterreich', 'AT'],
    ['日本', 'JP'],
    ['UK', 'GB'],
    ['ＵＳＡ', 'US'],
    ['New Orleans', 'US-LA-NO'],
    // The country before the state of that name.
    ['Georgia', 'GE'],
  ])('“%s” as %s', async (typed, code) => {
    expect(await codeOf(typed)).toBe(code);
  });

  test('as nothing where it is not clear, with the nearest that it could be', async () => {
    expect(await codeOf('Enland')).toContain('GB-ENG');
    expect((await codeOf('Enland')).length).toBeLessThanOrEqual(3);
    expect(await codeOf('Atlantis')).not.toContain('GB-ENG');
    expect(await codeOf('')).toEqual([]);
  });

  test('from the name by which it is shown, in both languages, and from its code: of every one that there is', async () => {
    const data = new Holidays();
    const codes = Object.keys(data.getCountries()).flatMap((country) => [
      country,
      ...Object.keys(data.getStates(country) ?? {}).flatMap((state) => [
        `${country}-${state}`,
        ...Object.keys(data.getRegions(country, state) ?? {}).map((part) => `${country}-${state}-${part}`),
      ]),
    ]);
    expect(codes.length).toBeGreaterThan(500);
    const wrong: string[] = [];
    for (const code of codes) {
      const name = await regionName(code);
      for (const typed of [code, code.toLowerCase(), ...LOCALES.map((locale) => name[locale])]) {
        if ((await codeOf(typed)) !== code) wrong.push(`${code}: ${typed}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('whatever is typed for one, nothing breaks', async () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200, size: 'max' }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '<!channel>',
      '*'.repeat(5000),
      '\u0000',
      '🎉',
      'toString',
      '-',
      '\ud800',
    ),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (typed) => {
      const reading = await readRegion(typed);
      if (reading.is === 'unclear') expect(reading.nearest.length).toBeLessThanOrEqual(3);
    }),
    { numRuns: 60 },
  );
});

test('a code that nobody knows is called by itself', async () => {
  expect(await regionName('XX-Y')).toEqual({ en: 'XX-Y', zh: 'XX-Y' });
});
