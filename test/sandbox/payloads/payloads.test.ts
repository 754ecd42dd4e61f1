import { describe, expect, test } from '@jest/globals';
import { bad, good } from './collection.ts';
import type { Payload, Told } from './payload.ts';
import { send } from './scene.ts';

/** The payloads by name; two of one name would hide each other in the report. */
function table<One extends Payload>(list: readonly One[]): [string, One][] {
  return list.map((one, index) => [`${index + 1}. ${one.on}: ${one.name}`, one]);
}

const worded = ({ message, pointer }: Told): string =>
  pointer === undefined ? message : `${message} [json-pointer:${pointer}]`;

describe('what Slack takes, the sandbox takes', () => {
  test.each(table(good))('%s', (_, payload) => {
    const { ok, error, response_metadata: why } = send(payload);
    expect({ ok, error, why: error && why }).toEqual({ ok: true });
  });
});

describe('what Slack refuses, the sandbox refuses in the same words', () => {
  test.each(table(bad))('%s', (_, payload) => {
    const texts = payload.told.map(worded);
    const { ok, error, errors, response_metadata: why } = send(payload);
    const told = texts.length > 0 ? { messages: texts.map((text) => `[ERROR] ${text}`) } : undefined;
    expect({ ok, error, why }).toEqual({ ok: false, error: payload.error, why: told });
    if (error === 'invalid_blocks') expect(errors).toEqual(texts);
  });
});

test('every payload names where its rule is from', () => {
  const strange = [...good, ...bad].filter(
    ({ source }) => !/^(docs\.slack\.dev\/|seen in the wild$|assumed$)/.test(source),
  );
  expect(strange.map(({ name }) => name)).toEqual([]);
});
