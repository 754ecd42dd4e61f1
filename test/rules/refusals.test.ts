import { describe, expect, test } from '@jest/globals';
import { wordingOf } from '../../src/io/failures.ts';
import { LateError } from '../../src/io/deadline.ts';
import { errorDoor } from '../../src/io/failures.ts';
import type { Log } from '../../src/io/log.ts';
import { type Locale, LOCALES } from '../../src/kit/locale.ts';
import type { Refusal, RefusalParams } from '../../src/kit/refusal.ts';
import { liaison } from '../../src/liaison.ts';
import { ana, ben, HOSTILE, NOW } from '../support/arbitraries.ts';

const logged: object[] = [];
const keep = (fields: object) => void logged.push(fields);
const log = { warn: keep, error: keep } as unknown as Log;
const door = errorDoor(wordingOf(liaison.words), log, () => 'reference-and-more');
const refusal = (code: string, params: RefusalParams): Refusal => ({ refused: true, code, params });
const both = (code: string, params: RefusalParams): string[] =>
  LOCALES.map((locale) => door.refusal(refusal(code, params), locale));
const plainly = (code: string, params: RefusalParams): string[] =>
  LOCALES.map((locale) => door.plainRefusal(refusal(code, params), locale));

const TRIED = { act: { named: ['act.sendToClient'] }, roles: { named: ['may.accountManager', 'may.deputy'] } };

describe('a refusal', () => {
  test('names who can, as people', () => {
    const who = [ana, ben];
    expect(both('project.mayNot', { ...TRIED, who })).toEqual([
      'Nothing was done: only the account manager and the deputy can send to the client. In this project: <@UANA> and <@UBEN>.',
      '未执行：只有客户经理和副手可以发送给客户。本项目中：<@UANA>和<@UBEN>。',
    ]);
    for (const said of both('project.mayNot', { ...TRIED, who: [] })) expect(said).toMatch(/nobody|暂无/u);
  });

  test('names them by name under a question, where mentions are not shown', () => {
    const unnamed = { person: { team: 'TCLIENT', user: 'UNEW' }, name: null };
    expect(plainly('project.mayNot', { ...TRIED, who: [ana, ben] })).toEqual([
      'Nothing was done: only the account manager and the deputy can send to the client. In this project: Ana and Ben.',
      '未执行：只有客户经理和副手可以发送给客户。本项目中：Ana和Ben。',
    ]);
    for (const said of plainly('approval.notYours', { who: [ana, unnamed] })) expect(said).toMatch(/Ana.+UNEW/u);
    for (const said of plainly('project.mayNot', { ...TRIED, who: [] })) expect(said).toMatch(/nobody|暂无/u);
    for (const name of HOSTILE) {
      for (const said of plainly('project.mayNot', { ...TRIED, who: [{ ...ana, name }] })) expect(said).toContain(name);
    }
  });

  test('says when under a question, as text that names its zone', () => {
    const at = { at: NOW.toISOString() };
    const [en, zh] = plainly('approval.already', { verb: 'confirmed', at });
    expect(en).toContain('23 Nov 2026 12:00 UTC');
    expect(zh).toContain('2026年11月23日 12:00 UTC');
  });

  test('says when, on each reader’s own clock', () => {
    const at = { at: NOW.toISOString() };
    for (const said of both('approval.already', { verb: 'confirmed', at })) {
      expect(said).toMatch(/<!date\^1795435200\^[^<>]+ UTC>/u);
    }
    expect(both('approval.closed', { state: 'withdrawn', at }).join(' ')).toMatch(/withdrawn.+已撤回/su);
  });

  test('names all that is missing, in words', () => {
    const questions = { named: ['brief.question.objective', 'brief.question.audience', 'brief.question.wantedOn'] };
    const [en, zh] = both('brief.gaps', { questions });
    expect(en).toContain('Objective, Target audience and Wanted date');
    expect(zh).toContain('目标、目标受众和期望日期');
    const lacks = { named: ['brief.lack.notSent', 'project.lack.proposal'] };
    expect(both('project.gateClosed', { lacks })[0]).toContain('the brief has not been sent to the client and');
  });

  test.each(HOSTILE)('repeats “%s” as text, in a message and under a question', (client) => {
    for (const locale of LOCALES) {
      const refused = refusal('asking.channelOtherClient', { client });
      expect(door.refusal(refused, locale)).not.toMatch(/[<>]/u);
      expect(door.plainRefusal(refused, locale)).toContain(client);
    }
  });

  test('that nobody words is a bug, and is not said', () => {
    expect(() => door.refusal(refusal('brief.unheardOf', {}), 'en')).toThrow('brief.unheardOf');
  });
});

describe('an error', () => {
  const what = { where: 'submit brief.sendForm', decides: true };
  const say = (error: unknown, decides: boolean, locale: Locale = 'en') =>
    door.error(error, { ...what, decides }, locale);

  test('gives a reference that is in the log, and nothing of what went wrong', () => {
    const error = new Error('password=secret at 10.0.0.1');
    for (const locale of LOCALES) {
      const said = say(error, true, locale);
      expect(said).toContain('referenc');
      expect(said).not.toMatch(/secret|10\.0|password/u);
    }
    expect(logged.at(-1)).toMatchObject({ err: error, where: what.where, reference: 'referenc' });
  });

  test('that is a late answer says so: where something was asked, that its outcome is not known', () => {
    const late = new LateError();
    expect(say(late, true)).toContain('the outcome is not known yet');
    expect(say(late, false)).not.toContain('outcome');
    expect(say(late, true, 'zh')).toContain('还不知道结果');
  });
});
