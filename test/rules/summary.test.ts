import { describe, expect, test } from '@jest/globals';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { listedSchema } from '../../src/kit/listed.ts';
import { personKey } from '../../src/kit/person.ts';
import type { Project } from '../../src/project/model.ts';
import type { Member, Role } from '../../src/project/model-people.ts';
import { summarise } from '../../src/project/rules-summary.ts';
import { confirmedBrief } from '../support/answering.ts';
import {
  ana,
  ben,
  cleo,
  dora,
  drafted,
  frozen,
  later,
  newProject,
  sentBrief,
  someone,
} from '../support/arbitraries.ts';
import { filled } from '../support/hostile.ts';

const member = (who: typeof ana, role: Role, more: Partial<Member> = {}): Member => ({
  ...who,
  ...{ role, since: later(0).toISOString() },
  ...more,
});
const project = newProject();
const withPeople = (people: Member[], more: Partial<Project> = {}): Project => frozen({ ...project, people, ...more });
const keys = (...people: (typeof ana)[]) => people.map(({ person }) => personKey(person));

describe('what lists say of a project', () => {
  test('says what it is, where it stands and who runs it', () => {
    expect(summarise(project)).toMatchObject({
      ...{ name: 'Spring launch', client: { id: 'c1', name: 'Acme' }, stage: 'intake', life: 'live', end: null },
      ...{ wantedOn: '2027-03-14', awaitsSince: null, requests: 0, vacancies: 0, isHeld: false, parent: null },
      managers: [{ key: keys(ana)[0], id: ana.id, name: ana.name }],
    });
    expect(summarise(newProject('job')).stage).toBeNull();
  });

  test('tells apart who runs it, who helps, who oversees and who is the client’s; whoever is gone is a vacancy', () => {
    const eva = someone('Eva', 'TAGENCY');
    const finn = someone('Finn', 'TPARTNER');
    const channels = { ...project.channels, client: { id: 'CCLIENT', language: 'en' as const, hold: null } };
    const people = [
      member(ana, 'accountManager'),
      member(ben, 'deputy'),
      member(eva, 'accountDirector'),
      member(finn, 'partner'),
      member(cleo, 'approver'),
      member(dora, 'clientMember'),
      member(someone('Gus', 'TAGENCY'), 'teamMember', { gone: { since: later(1).toISOString() } }),
    ];
    expect(summarise(withPeople(people, { channels }))).toMatchObject({
      ...{ runs: keys(ana, ben), helps: keys(finn), directs: keys(eva), clients: keys(cleo, dora), vacancies: 1 },
    });
  });

  test('says nothing to the client’s people of what the client has nothing of: not of a pitch, nor of a job in their channel', () => {
    const people = [member(ana, 'accountManager'), member(cleo, 'clientMember')];
    const channels = { ...project.channels, client: { id: 'CCLIENT', language: 'en' as const, hold: null } };
    const parent = { project: 'p2', name: 'Spring launch', number: 1 };
    expect(summarise(withPeople(people)).clients).toEqual([]);
    expect(summarise(withPeople(people, { channels, parent })).clients).toEqual([]);
    expect(summarise(sentBrief(drafted(project), later(5))).clients).toEqual(keys(cleo));
  });

  test('says since when the client is waited for, until they have answered', () => {
    const sent = sentBrief(drafted(project), later(5));
    expect(summarise(sent).awaitsSince).toBe(later(5).toISOString());
    expect(summarise(sent).released.agreed).toBeNull();
    const confirmed = confirmedBrief(sent, later(6));
    expect(summarise(confirmed)).toMatchObject({
      awaitsSince: null,
      released: { agreed: { kind: 'brief', version: 1, see: expect.stringContaining('briefVersion') } },
    });
  });

  test.each([
    [
      'a hold of the team channel',
      { ...project.channels, team: { ...project.channels.team, hold: { reason: 'public', people: [] } } },
    ],
    [
      'a hold of the client channel',
      { ...project.channels, client: { id: 'C1', language: 'en', hold: { reason: 'archived', people: [] } } },
    ],
  ] as const)('says that posts are held: %s', (_, channels) =>
    expect(summarise({ ...project, channels: channels as unknown as Project['channels'] }).isHeld).toBe(true),
  );

  test('puts live projects first, then those on hold, then those that ended, and the soonest wanted first of each', () => {
    const since = { since: later(1).toISOString(), by: ana.id, reason: 'x' };
    const all: [string, Partial<Project>][] = [
      ['ended', { life: { state: 'ended', as: 'lost', ...since }, wantedOn: '2026-12-01' }],
      ['no day', { wantedOn: null }],
      ['later', { wantedOn: '2027-06-01' }],
      ['on hold', { life: { state: 'onHold', ...since }, wantedOn: '2026-12-01' }],
      ['sooner', { wantedOn: '2027-05-31' }],
    ];
    const sorted = (by: 'order' | 'sort') =>
      all
        .map(([name, more]) => ({ name, at: summarise({ ...project, ...more })[by] }))
        .toSorted((a, b) => (a.at < b.at ? -1 : 1))
        .map(({ name }) => name);
    for (const by of ['order', 'sort'] as const)
      expect(sorted(by)).toEqual(['sooner', 'later', 'no day', 'on hold', 'ended']);
    const zoe = summarise({ ...project, client: { id: 'c2', name: 'ÉCLAIR' }, wantedOn: '2026-12-01' });
    expect([zoe.sort, summarise(project).sort].toSorted()[0]).toBe(summarise(project).sort);
  });

  test('is a few kilobytes of a project with as many people and as long names as there can be', () => {
    const people = Array.from({ length: BOUNDS.people }, (_, at) => {
      const person = { team: 'T0123456789', user: `U0123456${String(at).padStart(3, '0')}` };
      return { ...member(ana, 'accountManager'), person, id: `id${at}`, name: filled('名', 80) };
    });
    const list = summarise(withPeople(people, { name: filled('名', BOUNDS.projectName) }));
    expect(list.managers).toHaveLength(3);
    expect(listedSchema.parse(list)).toEqual(list);
    expect(Buffer.byteLength(JSON.stringify(list))).toBeLessThan(8000);
  });

  test('gives the client nothing that was not released to them', () => {
    const secret = { handover: null, wantedOn: '2027-09-09' };
    const { released } = summarise(withPeople([member(ana, 'accountManager'), member(cleo, 'approver')], secret));
    expect(Object.keys(released).toSorted()).toEqual([
      'agreed',
      'channel',
      'client',
      'language',
      'life',
      'name',
      'stage',
    ]);
    const ended = {
      life: { state: 'ended', as: 'lost', reason: 'They pay late', since: '', by: '' },
    } as Partial<Project>;
    expect(JSON.stringify(summarise({ ...project, ...ended }).released)).not.toMatch(/lost|pay late/u);
  });
});
