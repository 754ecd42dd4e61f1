import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { REQUEST_BOUNDS } from '../../src/client/model-requests.ts';
import { clientCardFollows, clientCardRow } from '../../src/client/rules-card.ts';
import {
  becomeJob,
  mayAsk,
  receive,
  reply,
  replyMark,
  type Requesting,
  requestOf,
  requestsOf,
  requestWaits,
  toldOf,
} from '../../src/client/rules-requests.ts';
import { personKey } from '../../src/kit/person.ts';
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
  later,
  must,
  newProject,
  NOW,
  sentBrief,
  someone,
} from '../support/arbitraries.ts';

const CLIENT = 'CCLIENT';
const tom = someone('Tom', 'TAGENCY');
const sent = frozen(must(withMember(sentBrief(drafted(newProject())), tom, 'deputy', NOW)));
const asking = (more: Partial<Requesting> = {}): Requesting => ({
  id: 'r1',
  kind: 'newRequest',
  text: 'A poster',
  wantedOn: null,
  since: null,
  by: { ...cleo, kind: 'guest' },
  from: CLIENT,
  zone: 'Europe/London',
  ...more,
});
const asked = (more: Partial<Requesting> = {}, project: Project = sent): Project =>
  frozen(must(receive(project, asking(more), NOW)));
const said = (text: string) => ({
  id: 'r1',
  text,
  seen: { channel: CLIENT, mark: replyMark(text) },
  by: { ...ana, kind: 'member' as const },
});

describe('who may ask by the client card', () => {
  const at = (more: object) => mayAsk(sent, { person: cleo.person, from: null, ...more });
  test('the client’s people of the project, wherever they are', () => {
    expect(at({})).toBe(true);
    expect(at({ from: 'CELSEWHERE' })).toBe(true);
  });

  test('a guest and another company’s person on no roster, in the client channel alone', () => {
    for (const kind of ['guest', 'external', 'unknown'] as const) {
      expect(at({ person: dora.person, kind, from: CLIENT })).toBe(true);
      expect(codeOf(at({ person: dora.person, kind, from: 'CELSEWHERE' }))).toBe('client.notHere');
      expect(codeOf(at({ person: dora.person, kind, from: null }))).toBe('client.notHere');
    }
  });

  test('nobody of the agency, on the roster or not, and nobody of whom it is not known', () => {
    expect(codeOf(at({ person: ana.person, kind: 'member', from: CLIENT }))).toBe('client.isClients');
    expect(codeOf(at({ person: ben.person, kind: 'guest', from: CLIENT }))).toBe('client.isClients');
    const colleague = someone('Cara', 'TAGENCY').person;
    expect(codeOf(at({ person: colleague, kind: 'member', from: CLIENT }))).toBe('client.isClients');
    expect(codeOf(at({ person: colleague, kind: 'unknown', from: CLIENT }))).toBe('project.whoAreYou');
  });

  test('nobody once the project has ended; on hold they may', () => {
    const life = { reason: 'x', since: NOW.toISOString(), by: ana.id };
    const cleos = { person: cleo.person, from: null };
    expect(mayAsk({ ...sent, life: { ...life, state: 'onHold' } }, cleos)).toBe(true);
    expect(codeOf(mayAsk({ ...sent, life: { ...life, state: 'ended', as: 'lost' } }, cleos))).toBe('client.askEnded');
  });
});

describe('a request', () => {
  test('is there once, however often it is sent', () => {
    const once = asked();
    expect(receive(once, asking(), later(1))).toBe(once);
    expect(requestsOf(once)).toHaveLength(1);
    expect(requestOf(once, 'r1')).toMatchObject({ text: 'A poster', state: 'open', by: { id: cleo.id } });
  });

  test('is not for a day that has passed, by the calendar of whoever asks', () => {
    expect(codeOf(receive(sent, asking({ wantedOn: '2026-11-22' }), NOW))).toBe('project.dayPast');
    expect(codeOf(receive(sent, asking({ wantedOn: '2026-11-23' }), NOW))).toBeNull();
    expect(codeOf(receive(sent, asking({ wantedOn: '2026-11-23', zone: 'Pacific/Kiritimati' }), NOW))).toBe(
      'project.dayPast',
    );
  });

  test(`is refused beyond ${REQUEST_BOUNDS.open} open ones, and taken again once one is settled`, () => {
    const ids = Array.from({ length: REQUEST_BOUNDS.open }, (_, index) => `r${index + 1}`);
    const full = ids.reduce<Project>((project, id) => asked({ id }, project), sent);
    expect(codeOf(receive(full, asking({ id: 'more' }), NOW))).toBe('client.tooManyRequests');
    const settled = must(reply(full, said('Yes'), later(1)));
    expect(codeOf(receive(settled, asking({ id: 'more' }), NOW))).toBeNull();
  });

  test('calls the account manager, and of a problem the deputy as well; it waits for both, and for nobody who is gone', () => {
    expect(toldOf(sent, 'newRequest').map(({ id }) => id)).toEqual([ana.id]);
    expect(
      toldOf(sent, 'problem')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([ana.id, tom.id].toSorted());
    const waits = requestWaits(asked());
    expect(waits.map(({ person }) => person).toSorted()).toEqual(
      [personKey(ana.person), personKey(tom.person)].toSorted(),
    );
    expect(waits[0]).toMatchObject({
      kind: 'client.request',
      about: 'r1',
      facts: { request: 'newRequest', by: 'Cleo' },
    });
    const people = asked().people.map((one) =>
      one.id === tom.id ? { ...one, gone: { since: NOW.toISOString() } } : one,
    );
    expect(requestWaits({ ...asked(), people })).toHaveLength(1);
    expect(requestWaits(must(reply(asked(), said('Yes'), later(1))))).toEqual([]);
  });
});

describe('an answer', () => {
  test('goes as it was previewed, once, and nobody answers a second time', () => {
    const answered = must(reply(asked(), said('Yes'), later(1)));
    expect(requestOf(answered, 'r1')).toMatchObject({
      state: 'answered',
      closed: { by: { id: ana.id }, at: later(1).toISOString() },
    });
    expect(codeOf(reply(answered, said('Yes'), later(2)))).toBe('client.requestOver');
    expect(codeOf(becomeJob(answered, 'r1', { ...ana, kind: 'member' }, later(2)))).toBe('client.requestOver');
  });

  test('is previewed again where the text or the channel is another than the one that was shown', () => {
    const { seen, ...reply1 } = said('Yes');
    expect(codeOf(reply(asked(), { ...reply1, text: 'No', seen }, NOW))).toBe('client.replyMoved');
    expect(codeOf(reply(asked(), { ...reply1, seen: { ...seen, channel: 'COTHER' } }, NOW))).toBe('client.replyMoved');
  });

  test('is given by those who run the project, and by nobody else', () => {
    const by = (who: typeof ana) => reply(asked(), { ...said('Yes'), by: { ...who, kind: 'member' } }, NOW);
    expect(codeOf(by(tom))).toBeNull();
    for (const one of [ben, cleo, dora]) expect(codeOf(by(one))).not.toBeNull();
  });

  test('keeps all open requests and the last closed ones', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (answers) => {
        let project: Project = sent;
        for (const [index, isAnswered] of answers.entries()) {
          const id = `r${index}`;
          const next = receive(project, asking({ id }), later(index));
          if (codeOf(next)) continue;
          project = must(next);
          if (isAnswered) project = must(reply(project, { ...said('Yes'), id }, later(index)));
        }
        const closed = requestsOf(project).filter(({ state }) => state !== 'open');
        const open = requestsOf(project).filter(({ state }) => state === 'open');
        const given = answers.filter(Boolean).length;
        expect(closed).toHaveLength(Math.min(given, REQUEST_BOUNDS.closed));
        expect(open).toHaveLength(answers.length - given);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the client card follows', () => {
  const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);
  const rows = (before: Project | null, after: Project) => {
    const { first, last } = clientCardFollows(before, after);
    return { first: keysOf(first), last: keysOf(last) };
  };
  const NOTHING = { first: [], last: [] };
  const before = drafted(newProject());
  const posted = [clientCardRow('p1').key, 'pin:client:p1'];

  test('the client channel: posted and pinned before what is asked there, and drawn again after it, with the way to it', () => {
    expect(rows(null, before)).toEqual(NOTHING);
    const { first, last } = rows(before, sent);
    expect(first).toEqual(posted);
    expect(last).toEqual([expect.stringContaining('again:')]);
  });

  test('whatever the client may see, and nothing else', () => {
    const life = { state: 'onHold', reason: 'x', since: NOW.toISOString(), by: ana.id } as const;
    const held = { ...sent, life };
    expect(rows(sent, held)).toEqual({ first: [], last: posted });
    expect(rows(held, { ...held, life: { ...life, reason: 'another' } })).toEqual(NOTHING);
    expect(rows(sent, { ...sent, undelivered: 3, savedBy: 'id-2' })).toEqual(NOTHING);
    expect(rows(sent, asked())).toEqual({ first: [], last: posted });
  });

  test('a job inside a project pins nothing, and is shown once the client has something of it', () => {
    const parent = { project: 'p0', name: 'Spring', number: 1 };
    const channels = { ...before.channels, client: sent.channels.client };
    const job = { ...newProject('job'), parent, channels };
    expect(rows(null, job)).toEqual(NOTHING);
    expect(rows(job, { ...job, wantedOn: '2027-04-01' })).toEqual(NOTHING);
    expect(rows(job, { ...sent, parent }).first).toEqual([clientCardRow('p1').key]);
  });
});
