import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { draft, linesOf } from '../../src/brief/rules-draft.ts';
import { type Finder, nameFinders } from '../../src/brief/rules-finders.ts';
import { personKey } from '../../src/kit/person.ts';
import type { Project } from '../../src/project/model.ts';
import { answerJoiner, joined } from '../../src/project/rules-joiners.ts';
import { sideOf, withMember } from '../../src/project/rules.ts';
import {
  ana,
  ben,
  codeOf,
  dora,
  drafted,
  frozen,
  later,
  must,
  newProject,
  NOW,
  someone,
  typed,
} from '../support/arbitraries.ts';

const fay = someone('Fay', 'TAGENCY');
const gus = someone('Gus', 'TAGENCY');
const member = (who: typeof ana): Finder => ({ ...who, kind: 'member' });
const unknown = drafted(newProject(), { audience: null, objective: null, notKnown: ['audience', 'objective'] });
const lineOf = (project: Project, question: string) => linesOf(project).find((line) => line.question === question);

describe('who finds something out', () => {
  const asked = frozen(joined(unknown, { ...gus, outsider: false }, later(1)) ?? unknown);
  const sentAway = must(answerJoiner(asked, ana, personKey(gus.person), false, later(2)));

  test('is nobody whom the account manager has said is not on the team: only they can say otherwise', () => {
    const refused = nameFinders(sentAway, { audience: member(gus) }, ben, later(3));
    expect(refused).toMatchObject({ code: 'brief.finderOutside', at: 'audience' });
  });

  test('may be anybody else of the agency, whoever was sent away', () => {
    const named = must(nameFinders(sentAway, { audience: member(fay) }, ben, later(3)));
    expect(sideOf(named, fay.person)).toBe('agency');
  });

  test('may be somebody who is still asked about: whoever names them has answered', () => {
    const named = must(nameFinders(asked, { audience: member(gus) }, ben, later(3)));
    expect([sideOf(named, gus.person), named.joiners]).toMatchObject(['agency', [{ answer: 'onTheTeam' }]]);
  });

  test('may be a guest or another company’s person who is on the team already', () => {
    const withDora = must(withMember(unknown, dora, 'teamMember', NOW));
    const named = nameFinders(withDora, { audience: { ...dora, kind: 'outsider' } }, ben, NOW);
    expect(lineOf(must(named), 'audience')).toMatchObject({ finder: dora.person });
  });

  test('is refused at the question where it cannot be, whoever is named at the others', () => {
    const finders = { objective: { ...dora, kind: 'outsider' }, audience: member(ben) } as const;
    const refused = nameFinders(unknown, finders, ben, NOW);
    expect(refused).toMatchObject({ code: 'brief.finderOutside', at: 'objective' });
  });

  test('finds out what they were named for, and nothing else', () => {
    const named = must(nameFinders(unknown, { objective: member(ana) }, ben, NOW));
    expect([lineOf(named, 'objective'), lineOf(named, 'audience')]).toMatchObject([
      { finder: ana.person },
      { finder: ben.person },
    ]);
  });

  test('cannot be named before anything is written, and naming nobody is no fault', () => {
    const named = must(nameFinders(newProject(), { audience: member(fay) }, ben, NOW));
    expect([named.brief, linesOf(named)]).toEqual([null, []]);
    expect(codeOf(nameFinders(unknown, {}, ben, NOW))).toBeNull();
  });
});

describe('an answer that turns out not to be known', () => {
  test('is a question to find out, in the same line', () => {
    const known = drafted(newProject());
    const lost = drafted(known, { audience: null, notKnown: ['audience'] });
    const { id } = lineOf(known, 'audience') ?? {};
    expect(lineOf(lost, 'audience')).toEqual({ id, question: 'audience', state: 'notKnown', finder: ben.person });
  });

  test('and deliverables that were not known are new lines, whatever they say', () => {
    const blank = drafted(newProject(), { deliverables: null, notKnown: ['deliverables'] });
    const before = lineOf(blank, 'deliverables')?.id;
    const text = typed(30).filter(Boolean);
    fc.assert(
      fc.property(text, (deliverables) => {
        const ids = linesOf(drafted(blank, { deliverables }, () => 'new')).map(({ id }) => id);
        expect(ids).not.toContain(before);
      }),
    );
  });

  test('no list of what is not known is an empty one', () => {
    const drafting = { by: ben, zone: 'UTC', newId: () => 'new' };
    const answers = { objective: 'a', audience: null, keyMessage: null, deliverables: null, wantedOn: null };
    const lines = linesOf(must(draft(newProject(), { ...drafting, answers: { ...answers, notKnown: null } }, NOW)));
    expect(lines).toEqual([{ id: 'new', question: 'objective', state: 'answered', text: 'a' }]);
  });
});
