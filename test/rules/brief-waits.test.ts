import { describe, expect, test } from '@jest/globals';
import { supersede } from '../../src/approval/rules.ts';
import { withApproval } from '../../src/brief/rules-approval.ts';
import { nameFinders } from '../../src/brief/rules-finders.ts';
import { briefLacks, briefWaits } from '../../src/brief/rules-waits.ts';
import { personKey } from '../../src/kit/person.ts';
import type { Project } from '../../src/project/model.ts';
import { briefState, gateLacks } from '../../src/project/rules-gate.ts';
import { answerBrief, withdrawBrief } from '../support/answering.ts';
import {
  ana,
  ben,
  cleo,
  drafted,
  frozen,
  idMaker,
  later,
  must,
  newProject,
  sentBrief,
} from '../support/arbitraries.ts';

const ON = { version: 1, step: 0 };
const blank = newProject();
const complete = drafted(blank);
const sent = sentBrief(complete, later(1));
const saying = (project: Project, verb: 'confirmed' | 'changesRequested'): Project =>
  frozen(must(answerBrief(project, { on: ON, person: cleo.person, verb, reason: 'line 2' }, later(2))));
const confirmed = saying(sent, 'confirmed');
const changes = saying(sent, 'changesRequested');
const withdrawn = must(withdrawBrief(confirmed, { on: ON, person: cleo.person, reason: 'legal' }, later(3)));
const ended = (state: 'withdrawn' | 'expired') =>
  withApproval(sent, { ...sent.brief!.sent!.approval, state, stateSince: later(3).toISOString() });
const edit = (project: Project) => drafted(project, { audience: 'Families' }, idMaker(), later(4));

type Waiting = [who: string, kind: string, about: string, minutes: number];
const waiting = (project: Project): Waiting[] =>
  briefWaits(project).map(({ person, kind, about, since }) => [
    person,
    kind,
    about,
    (Date.parse(since) - later(0).getTime()) / 60_000,
  ]);
const [anas, bens, cleos] = [ana, ben, cleo].map(({ person }) => personKey(person)) as [string, string, string];

describe('what waits for whom because of the brief', () => {
  test.each<[string, Project, Waiting[]]>([
    ['nothing written: the manager writes it', blank, [[anas, 'brief.write', '', 0]]],
    ['gaps: the manager completes it', drafted(blank, { audience: null }), [[anas, 'brief.write', '', 0]]],
    ['complete: the manager sends it', complete, [[anas, 'brief.send', '', 0]]],
    ['sent: the approver decides', sent, [[cleos, 'brief.decide', '1', 1]]],
    ['confirmed: nobody', confirmed, []],
    ['changes requested: the manager revises it', changes, [[anas, 'brief.revise', '1', 2]]],
    ['taken back: the manager revises it', withdrawn, [[anas, 'brief.revise', '1', 3]]],
    ['request withdrawn: the manager revises it', ended('withdrawn'), [[anas, 'brief.revise', '1', 3]]],
    ['expired: the manager revises it', ended('expired'), [[anas, 'brief.revise', '1', 3]]],
    ['changes requested and edited: the manager sends it', edit(changes), [[anas, 'brief.send', '', 4]]],
    ['confirmed and edited: the manager sends it', edit(confirmed), [[anas, 'brief.send', '', 4]]],
  ])('%s', (_, project, expected) => expect(waiting(project)).toEqual(expected));

  test('edited while the approver decides: they still decide on what they have, the manager may send what is new', () => {
    const both: Waiting[] = [
      [cleos, 'brief.decide', '1', 1],
      [anas, 'brief.send', '', 4],
    ];
    expect(waiting(edit(sent))).toEqual(both);
  });

  test('what is not known waits for whoever finds it out, also once it was sent', () => {
    const unknown = drafted(blank, { audience: null, objective: null, notKnown: ['audience', 'objective'] });
    const named = must(nameFinders(unknown, { objective: { ...ana, kind: 'member' } }, ben, later(5)));
    const finding: Waiting[] = [
      [anas, 'brief.findOut', 'objective', 5],
      [bens, 'brief.findOut', 'audience', 5],
    ];
    expect(waiting(named)).toEqual([...finding, [anas, 'brief.send', '', 5]]);
    expect(waiting(sentBrief(named, later(6)))).toEqual([[cleos, 'brief.decide', '1', 6], ...finding]);
  });
});

describe('the gate after intake', () => {
  test.each<[string, Project, string, number]>([
    ['notWritten', blank, 'none', 0],
    ['notSent', complete, 'draft', 0],
    ['open', sent, 'open', 1],
    ['refused', changes, 'refused', 1],
    ['takenBack', withdrawn, 'takenBack', 1],
    ['withdrawn', ended('withdrawn'), 'withdrawn', 1],
    ['expired', ended('expired'), 'expired', 1],
  ])('lacks %s, and the card says the same', (lack, project, state, version) => {
    expect(briefLacks(project)).toEqual([lack]);
    expect(gateLacks(project)).toEqual([`brief.lack.${lack}`]);
    expect(briefState(project)).toEqual({ state, version });
  });

  test('is open once the current version is confirmed, and a draft that goes on does not close it', () => {
    expect([gateLacks(confirmed), gateLacks(edit(confirmed))]).toEqual([[], []]);
    expect(briefState(confirmed)).toEqual({ state: 'agreed', version: 1 });
  });

  test('closes again when a newer version is sent', () => {
    expect(gateLacks(sentBrief(edit(confirmed), later(9)))).toEqual(['brief.lack.open']);
  });

  test('stays closed where a version was replaced and nothing has taken its place', () => {
    const over = { ...sent.brief!.sent!, approval: supersede(sent.brief!.sent!.approval, later(2)).approval };
    expect(briefLacks({ ...sent, brief: { ...sent.brief!, sent: over } })).toEqual(['open']);
  });

  test.each(['proposal', 'execution', 'evaluation'] as const)('of %s waits for what that stage waits for', (stage) => {
    const project: Project = { ...confirmed, work: { kind: 'campaign', stage } };
    expect(gateLacks(project)).toEqual([`project.lack.${stage}`]);
  });

  test('a job has no gate', () => {
    expect(gateLacks(newProject('job'))).toEqual([]);
  });
});
