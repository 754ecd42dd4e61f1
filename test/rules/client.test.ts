import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { houseForm, marketForm, PROFILE_QUESTIONS, type Profile, profileSchema } from '../../src/client/model.ts';
import { editProfile, marksAfter, marksOf, type ProfileAnswers } from '../../src/client/rules.ts';
import { isRefusal, type Refusal } from '../../src/kit/refusal.ts';
import { withMember } from '../../src/project/rules.ts';
import {
  ana,
  ben,
  cleo,
  codeOf,
  dora,
  drafted,
  frozen,
  later,
  must,
  newProject,
  NOW,
  sentBrief,
} from '../support/arbitraries.ts';

const project = newProject();
const edit = (
  profile: Profile | null,
  answers: ProfileAnswers,
  opened = marksOf(profile, PROFILE_QUESTIONS),
  by = ben,
) => editProfile(project, profile, { answers, opened, by }, NOW);
const edited = (profile: Profile | null, answers: ProfileAnswers): Profile => frozen(must(edit(profile, answers)));

describe('what the agency knows of a client', () => {
  test('is saved step by step: what another step holds stays, and each save is counted', () => {
    const first = edited(null, { industry: 'Tea', competition: null, positioning: null, pastMarketing: null });
    const second = edited(first, { challenges: 'Staff', culture: null, reading: 'One page' });
    expect(second).toMatchObject({ industry: 'Tea', challenges: 'Staff', reading: 'One page', revision: 2 });
    expect(second).toMatchObject({ changedAt: NOW.toISOString(), changedBy: ben.person });
  });

  test('keeps what is not a question of it, such as the default decision chain', () => {
    const profile = { ...edited(null, { industry: 'Tea' }), chain: [{ approver: 'UCLEO' }] };
    expect(edited(profile, { industry: 'Coffee' })['chain']).toEqual(profile.chain);
  });

  test('is read whatever parts of it were stored', () => {
    const stored = { revision: 1, changedAt: later(1).toISOString(), changedBy: ana.person };
    expect(profileSchema.parse(stored)).toMatchObject({ industry: null, reading: null });
  });

  test('asks each question in exactly one step', () => {
    expect([...marketForm, ...houseForm].map(({ id }) => id)).toEqual([...PROFILE_QUESTIONS]);
  });

  test('is for the team alone: the client’s people and strangers are told who can add them, a guest on the team may', () => {
    const sent = sentBrief(drafted(newProject()));
    const answers = { industry: 'Tea' };
    const by = (who: typeof ana, of = sent) =>
      editProfile(of, null, { answers, opened: marksOf(null, ['industry']), by: who }, NOW);
    expect([cleo, dora].map((who) => codeOf(by(who)))).toEqual(['project.mayNot', 'project.onlyTeam']);
    expect(codeOf(by(dora, must(withMember(sent, dora, 'teamMember', NOW))))).toBeNull();
  });
});

describe('two people who edit it at the same time', () => {
  const answer = fc.constantFrom('A', 'B', null);
  const answers = fc.record(Object.fromEntries(PROFILE_QUESTIONS.map((question) => [question, answer])));

  test('lose nothing without a word, whatever they write, and may replace what clashed', () => {
    fc.assert(
      fc.property(answers, answers, answers, (first, theirs, mine) => {
        const before = edited(null, first);
        const now = edited(before, theirs);
        const opened = marksOf(before, PROFILE_QUESTIONS);
        const after: Profile | Refusal = edit(now, mine, opened);
        const both = PROFILE_QUESTIONS.filter(
          (q) => mine[q] !== first[q] && theirs[q] !== first[q] && mine[q] !== theirs[q],
        );
        const again = must(edit(now, mine, marksAfter(now, mine, opened)));
        for (const q of PROFILE_QUESTIONS) {
          const isMine = both.includes(q) || mine[q] !== first[q];
          expect(again[q]).toBe(isMine ? mine[q] : theirs[q]);
        }
        if (isRefusal(after)) return expect([after.code, after.at]).toEqual(['client.clash', both[0]]);
        expect([both, after]).toEqual([[], again]);
      }),
    );
  });

  test('somebody who may not see it is not told what clashes', () => {
    const now = edited(null, { industry: 'Tea' });
    expect(codeOf(edit(now, { industry: 'Coffee' }, marksOf(null, ['industry']), cleo))).toBe('project.onlyTeam');
  });
});
