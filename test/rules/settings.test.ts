import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  asMembers,
  changeSettings,
  type Changing,
  type Chosen,
  clashes,
  directorsMark,
  directorsOf,
  type Entered,
  marksAfter,
  marksOf,
  mayAdminister,
  nameDirectors,
  standing,
  wordsIn,
} from '../../src/admin/rules-settings.ts';
import { applied, overseenBy } from '../../src/admin/rules-directors.ts';
import { type ClientDirectors, type Settings, unsettled } from '../../src/kit/settings.ts';
import { withDirectors } from '../../src/project/rules-directors.ts';
import { INSIDE_WORDS, lookedFor } from '../../src/project/rules-outgoing.ts';
import { ana, ben, cleo, codeOf, dora, frozen, later, must, newProject } from '../support/arbitraries.ts';

const blank = frozen(unsettled('TAGENCY'));
const by: Changing = { id: ana.id, person: ana.person, others: [ana.person], isMember: true };
const nothing: Entered = { administrators: [], language: null, money: [], inside: [] };
const change = (current: Settings, entered: Partial<Entered>, opened = marksOf(current), who = by) =>
  changeSettings(current, { entered: { ...standing(current), ...entered }, opened, by: who }, later(1));

describe('the settings', () => {
  test('keep what was entered, with who changed what, and only the last fifty of it', () => {
    const saved = must(change(blank, { language: 'zh', money: ['moon price'] }));
    expect(saved).toMatchObject({ language: 'zh', outgoingWords: { money: ['moon price'], inside: [] } });
    expect(saved.changes).toEqual([{ at: later(1).toISOString(), by: ana.id, what: ['language', 'money'] }]);
    let now = saved;
    for (let at = 0; at < 60; at += 1) now = must(change(now, { money: [`word ${at}`] }));
    expect(now.changes).toHaveLength(50);
    expect(must(change(now, {})).changes).toEqual(now.changes);
  });

  test('name at least one administrator, where nobody else is one', () => {
    const alone = { ...by, others: [] };
    const named = must(change(blank, { administrators: [ana.person] }, marksOf(blank), alone));
    expect(codeOf(change(named, { administrators: [] }, marksOf(named), alone))).toBe('settings.noAdministratorLeft');
    expect(must(change(named, { administrators: [] })).administrators).toEqual([]);
  });

  test('can be changed by administrators who are full members, and by nobody else', () => {
    const who = [{ person: ana.person, name: ana.name }];
    expect(mayAdminister(blank, by, who)).toBe(true);
    expect(
      mayAdminister({ ...blank, administrators: [ben.person] }, { ...by, person: ben.person, others: [] }, who),
    ).toBe(true);
    expect(mayAdminister(blank, { ...by, isMember: false }, who)).toMatchObject({
      code: 'settings.onlyAdministrators',
      params: { who },
    });
    expect(codeOf(mayAdminister(blank, { ...by, person: ben.person }, who))).toBe('settings.onlyAdministrators');
  });

  test.each<[Chosen['kind'][], string | null]>([
    [['member', 'member'], null],
    [['member', 'guest'], 'settings.onlyMembers'],
    [['external', 'unknown'], 'settings.onlyMembers'],
    [['bot'], 'settings.onlyMembers'],
    [['member', 'unknown'], 'settings.notMetYet'],
  ])('take %j as people: %s', (kinds, code) => {
    const chosen = kinds.map((kind) => ({ ...ben, kind }));
    expect(codeOf(asMembers(chosen, 'administrators'))).toBe(code);
  });

  test('of two who change them at once, each keeps what only they changed; at the same question the second is asked', () => {
    const opened = marksOf(blank);
    const hers = must(change(blank, { money: ['moon price'] }, opened));
    const his = must(changeSettings(hers, { entered: { ...nothing, language: 'en' }, opened, by }, later(2)));
    expect(his).toMatchObject({ language: 'en', outgoingWords: { money: ['moon price'] } });

    const entered = { ...nothing, money: ['star price'] };
    expect(changeSettings(hers, { entered, opened, by }, later(2))).toMatchObject({
      code: 'settings.clash',
      at: 'money',
    });
    expect(clashes(hers, entered, opened)).toEqual(['money']);
    const again = must(changeSettings(hers, { entered, opened: marksAfter(hers, entered, opened), by }, later(3)));
    expect(again.outgoingWords).toEqual({ money: ['star price'], inside: [] });
  });

  test('do not mind in which order people are named', () => {
    const two = must(change(blank, { administrators: [ana.person, ben.person] }));
    const turned = must(change(two, { administrators: [ben.person, ana.person] }));
    expect(turned).toEqual(two);
  });
});

describe('the words to look out for', () => {
  test('stand one a line, each once; none, and the shipped ones, mean the shipped ones', () => {
    expect(wordsIn('money', ' moon price \n\nmoon price\n底价')).toEqual(['moon price', '底价']);
    expect(wordsIn('money', null)).toEqual([]);
    expect(wordsIn('inside', INSIDE_WORDS.inside.join('\n'))).toEqual([]);
    expect(lookedFor('money', null)).toBe(INSIDE_WORDS.money);
    expect(lookedFor('money', { money: [], inside: ['x'] })).toBe(INSIDE_WORDS.money);
    expect(lookedFor('inside', { money: [], inside: ['x'] })).toEqual(['x']);
  });

  test('are words and short phrases, and not too many', () => {
    expect(wordsIn('money', 'x'.repeat(61))).toMatchObject({ code: 'settings.wordTooLong', at: 'money' });
    const many = Array.from({ length: 201 }, (_, at) => String(at)).join('\n');
    expect(wordsIn('inside', many)).toMatchObject({ code: 'settings.tooManyWords', at: 'inside' });
  });

  test('read and written again are the same, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const words = wordsIn('money', text);
        if (Array.isArray(words)) expect(wordsIn('money', words.join('\n'))).toEqual(words);
      }),
    );
  });
});

const acme = { id: 'c1', name: 'Acme' };
const naming = (people: readonly (typeof ana)[], current: Settings = blank, opened = directorsMark(current, acme.id)) =>
  nameDirectors(current, { client: acme, people: [...people], opened, by: ana.id }, later(1));

describe('account directors', () => {
  test('are named by client; who is named no more is noted, to be taken off', () => {
    const first = must(naming([ben]));
    expect(directorsOf(first, acme.id)).toEqual([ben]);
    expect(first.directors[0]).toMatchObject({ pending: true, leaving: [] });
    const second = must(naming([dora], first));
    expect(second.directors[0]).toMatchObject({ people: [dora], leaving: [ben], pending: true });
    expect(must(naming([ben, dora], second)).directors[0]).toMatchObject({ leaving: [] });
    expect(naming([dora], second)).toBe(second);
    expect(codeOf(naming([ana], second, directorsMark(first, acme.id)))).toBe('settings.clash');
  });

  test('stand on a roster once; whoever runs the project, or is the client’s, stays what they are', () => {
    const project = newProject();
    const both = withDirectors(project, [ana, ben, dora], later(1));
    expect(both.people.map(({ role }) => role)).toEqual(['accountManager', 'accountDirector', 'accountDirector']);
    expect(withDirectors(both, [ana, ben, dora], later(2))).toBe(both);
    const theirs = { ...project, people: [...project.people, { ...cleo, role: 'approver', since: '' } as const] };
    expect(withDirectors(theirs, [cleo], later(1))).toBe(theirs);
  });

  test('are put on and taken off with an entry for each, by whoever named them; done again, nothing follows', () => {
    const named = (people: (typeof ana)[], leaving: (typeof ana)[] = []): ClientDirectors => ({
      ...{ client: acme, people, leaving, pending: true, by: 'id-admin' },
    });
    const on = overseenBy(newProject(), named([dora]), later(1));
    expect(on?.happened.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['project.personAdded', 'id-admin'],
      ['project.roleGiven', 'id-admin'],
    ]);
    expect(overseenBy(on!.project, named([dora]), later(2))).toBeNull();
    const off = overseenBy(on!.project, named([], [dora, ana, ben]), later(3));
    expect(off?.project.people.map(({ id }) => id)).toEqual([ana.id, ben.id]);
    expect(off?.happened).toEqual([
      { kind: 'project.personRemoved', actor: 'id-admin', content: { people: [dora.id] } },
    ]);
  });

  test('are done with once they stand on all rosters, unless others were named meanwhile', () => {
    const first = must(naming([ben]));
    const done = first.directors[0]!;
    expect(applied(first, done).directors[0]).toMatchObject({ people: [ben], pending: false });
    const second = must(naming([dora], first));
    expect(applied(second, done)).toEqual(second);
    const none = must(naming([], first));
    expect(applied(none, none.directors[0]!).directors).toEqual([]);
  });
});
