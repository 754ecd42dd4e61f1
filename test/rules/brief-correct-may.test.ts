import { describe, expect, test } from '@jest/globals';
import { takeBack } from '../../src/approval/rules.ts';
import { changedSinceSent, maySend } from '../../src/brief/rules.ts';
import { withApproval } from '../../src/brief/rules-approval.ts';
import {
  correct,
  couldCorrect,
  mayCorrect,
  mayObject,
  objectToCorrection,
  standingLines,
} from '../../src/brief/rules-correct.ts';
import type { Project } from '../../src/project/model.ts';
import { withMember } from '../../src/project/rules.ts';
import {
  ana,
  ben,
  cleo,
  codeOf,
  dora,
  drafted,
  frozen,
  idMaker,
  later,
  must,
  newProject,
  NOW,
  sentBrief,
  someone,
} from '../support/arbitraries.ts';
import { confirmedBrief } from '../support/answering.ts';

const eve = someone('Eve', 'TAGENCY');
const newId = idMaker();
const wrote = (project: Project, objective: string) => drafted(project, { objective }, newId, later(5));

const confirmed = (project: Project): Project => confirmedBrief(project, later(2));

const started = must(withMember(newProject(), eve, 'deputy', NOW));
const sent = sentBrief(wrote(frozen(started), 'Trial among studnets'));
const agreed = confirmed(sent);
const fixed = wrote(agreed, 'Trial among students');
const corrected = frozen(must(correct(fixed, ana, later(6))));
const objecting = (by: typeof cleo, on = { version: 1, correction: 1 }) => ({
  ...on,
  by,
  reason: 'It means something else',
});
const objected = frozen(must(objectToCorrection(corrected, objecting(cleo), later(7))));
const said = (project: Project) => {
  const lines = project.brief?.sent ? standingLines(project.brief.sent) : [];
  return lines.map((line) => (line.state === 'answered' ? line.text : '?'))[0];
};

describe('a correction is made', () => {
  test('by the account manager or a deputy', () => {
    for (const by of [ana, eve]) expect(mayCorrect(fixed, by)).toBe(true);
    expect(couldCorrect(fixed)).toBe(true);
  });

  test('by nobody else, who is told who may', () => {
    const params = { who: [{ name: 'Ana' }, { name: 'Eve' }] };
    for (const by of [ben, cleo, dora]) {
      expect(mayCorrect(fixed, by)).toMatchObject({ code: 'project.mayNot', params });
      expect(codeOf(correct(fixed, by, NOW))).toBe('project.mayNot');
    }
  });

  test.each([
    ['brief.nothingToCorrect', 'never sent', drafted(newProject())],
    ['brief.nothingToCorrect', 'sent and not confirmed', wrote(sent, 'Trial among students')],
    ['brief.nothingToCorrect', 'confirmed, and withdrawn since', withdrawn(fixed)],
    ['brief.unchanged', 'with nothing to correct', agreed],
    ['brief.meaningMayChange', 'with another meaning', wrote(agreed, 'Trial among families')],
    [
      'brief.correctionUnseen',
      'of a client without a channel',
      { ...fixed, channels: { ...fixed.channels, client: null } },
    ],
    ['brief.correctionUnseen', 'that went outside Slack', outside(fixed)],
    ['brief.correctionObjected', 'that the client has objected to', objected],
  ])('%s: not of a brief %s', (code, _what, project) => {
    expect(codeOf(mayCorrect(project, ana))).toBe(code);
    expect(couldCorrect(project)).toBe(false);
  });
});

function withdrawn(project: Project): Project {
  const approval = project.brief?.sent?.approval;
  if (!approval) return project;
  const taking = { on: { version: 1, step: 0 }, person: cleo.person, reason: 'legal' };
  return withApproval(project, must(takeBack(approval, taking, { now: later(3) })).approval);
}

function outside(project: Project): Project {
  const { brief } = project;
  if (!brief?.sent) return project;
  const current = { ...brief.sent.current, reach: 'outside' as const };
  return { ...project, brief: { ...brief, sent: { ...brief.sent, current } } };
}

describe('what holds', () => {
  test('is the corrected text, with everything that was confirmed still confirmed and nothing to send', () => {
    expect(said(corrected)).toBe('Trial among students');
    expect(corrected.brief?.sent?.current).toEqual(agreed.brief?.sent?.current);
    expect(corrected.brief?.sent?.approval).toEqual(agreed.brief?.sent?.approval);
    expect([changedSinceSent(fixed), changedSinceSent(corrected)]).toEqual([true, false]);
    expect(codeOf(maySend(corrected, ana))).toBe('brief.unchanged');
    expect(codeOf(mayCorrect(corrected, ana))).toBe('brief.unchanged');
  });

  test('is the confirmed text again once somebody objects, and what differs can go as a new version', () => {
    expect(said(objected)).toBe('Trial among studnets');
    expect(changedSinceSent(objected)).toBe(true);
    expect(maySend(objected, ana)).toBe(true);
    const second = sentBrief(objected, later(9));
    expect(second.brief?.sent).toMatchObject({ current: { number: 2 }, corrected: null });
  });

  test('is the last of several corrections; a wrong one is put right by the next', () => {
    const again = must(correct(wrote(corrected, 'Trial among Students'), eve, later(8)));
    expect(again.brief?.sent?.corrected).toMatchObject({ number: 2, by: eve.id, objection: null });
    const back = must(correct(wrote(corrected, 'Trial among studnets'), ana, later(8)));
    expect(said(back)).toBe('Trial among studnets');
  });
});

describe('somebody objects', () => {
  test('of the client’s side, once; nobody of the agency’s, and no stranger', () => {
    expect(mayObject(corrected, objecting(cleo))).toBe(true);
    for (const by of [ana, ben, eve, dora]) {
      const refused = { code: 'project.mayNot', params: { who: [{ name: 'Cleo' }] } };
      expect(objectToCorrection(corrected, objecting(by), NOW)).toMatchObject(refused);
    }
    expect(codeOf(mayObject(objected, objecting(cleo)))).toBe('brief.objectedAlready');
  });

  test.each([
    ['another correction', corrected, { version: 1, correction: 2 }],
    ['another version', corrected, { version: 2, correction: 1 }],
    [
      'a version that was replaced since',
      sentBrief(wrote(corrected, 'Trial among families'), later(9)),
      { version: 1, correction: 1 },
    ],
  ])('and not to %s', (_what, project, on) => {
    expect(codeOf(mayObject(project, objecting(cleo, on)))).toBe('brief.correctionOver');
  });

  test('in their own words', () => {
    expect(objectToCorrection(corrected, { ...objecting(cleo), reason: null }, NOW)).toMatchObject({
      code: 'brief.objectionEmpty',
      at: 'objection',
    });
    expect(objected.brief?.sent?.corrected?.objection).toMatchObject({
      by: { name: 'Cleo' },
      reason: 'It means something else',
    });
  });
});
