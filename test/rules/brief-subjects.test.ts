import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  briefRow,
  clientBriefSubject,
  clientThread,
  currentVersionKey,
  teamThread,
  versionAndPart,
  versionSubject,
} from '../../src/brief/rules-subjects.ts';
import { cardKey, teamOf } from '../../src/kit/rows.ts';
import { drafted, later, newProject, sentBrief } from '../support/arbitraries.ts';

const blank = newProject();
const { _id: id } = blank;
const sent = sentBrief(drafted(blank));

describe('the cards of a brief', () => {
  test('are one for the team and one for the client, and a project has no second of either', () => {
    expect(briefRow(id)).toMatchObject({ kind: 'card', place: teamOf(id), key: teamThread(id) });
    expect(clientThread(id)).toBe(cardKey(clientBriefSubject(id)));
    expect(new Set([teamThread(id), clientThread(id), teamThread('p2'), clientThread('p2')]).size).toBe(4);
  });

  test('keep the names under which they were posted in earlier days', () => {
    const keys = [teamThread('p1'), clientThread('p1'), cardKey(versionSubject('p1', 2, 1))];
    expect(keys).toEqual(['card:brief:p1', 'card:briefForClient:p1', 'card:briefVersion:p1:2.1']);
  });

  test('are one for each part of each version, and each says which it is', () => {
    const number = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(number, number, (version, part) => {
        const { about } = versionSubject(id, version, part);
        expect(versionAndPart(about ?? '')).toEqual({ version, part });
      }),
    );
  });
});

test('what holds now is read where the current version begins; before one was sent, nowhere', () => {
  expect([currentVersionKey(blank), currentVersionKey(drafted(blank))]).toEqual([null, null]);
  expect(currentVersionKey(sent)).toBe(cardKey(versionSubject(id, 1, 1)));
  const second = sentBrief(drafted(sent, { audience: 'Families' }), later(5));
  expect(currentVersionKey(second)).toBe(cardKey(versionSubject(id, 2, 1)));
});
