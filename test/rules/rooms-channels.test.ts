import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HOLDS } from '../../src/kit/aggregate.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { withMember } from '../../src/project/rules.ts';
import {
  alongWith,
  asTeamChannel,
  intoClient,
  intoTeam,
  inviting,
  mailsIn,
  mayLeaveClient,
  withNewClient,
  withNewTeam,
  withoutClient,
} from '../../src/rooms/rules-channels.ts';
import { dutiesOf, withGone, withoutGone } from '../../src/rooms/rules-gone.ts';
import { inviteOf, withInvite } from '../../src/rooms/rules-invites.ts';
import { idChanged, renamed } from '../../src/rooms/rules-named.ts';
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
import { answered } from '../support/rooms.ts';

const open = sentBrief(drafted(newProject()));
const held = (project: Project, side: 'team' | 'client', reason: (typeof HOLDS)[number] | null): Project => {
  const channel = project.channels[side];
  return frozen({
    ...project,
    channels: { ...project.channels, [side]: channel && { ...channel, hold: reason && { reason, people: [] } } },
  });
};
const EMPTY = { language: 'en', invites: [] } as const;

describe('another team channel', () => {
  const seen = {
    seen: true,
    isMember: true,
    isArchived: false,
    isFrozen: false,
    isShared: false,
    isPrivate: true,
    members: [],
    more: false,
  } as const;

  test('is private, not shared, not archived, with Liaison in it, and nobody else’s', () => {
    expect(asTeamChannel(seen, false)).toBe(true);
    const bad = [
      { isPrivate: false },
      { isShared: true },
      { isArchived: true },
      { isMember: false },
      { isFrozen: true },
    ];
    for (const one of bad) expect(codeOf(asTeamChannel({ ...seen, ...one }, false))).toBe('rooms.notFree');
    expect(codeOf(asTeamChannel({ seen: false }, false))).toBe('rooms.notFree');
    expect(codeOf(asTeamChannel(seen, true))).toBe('rooms.notFree');
  });

  test('has its people on the team, and holds for whoever is an outsider there', () => {
    const gus = { ...someone('Gus', 'TAGENCY'), outsider: true };
    const fay = { ...someone('Fay', 'TAGENCY'), outsider: false };
    const into = { channel: 'CNEW', present: [gus, fay] };
    const next = must(intoTeam(held(newProject(), 'team', 'deleted'), ana, into, NOW));
    expect(next.channels.team).toMatchObject({ id: 'CNEW', hold: { reason: 'outsider', people: [gus.person] } });
    expect(next.people.map(({ id }) => id)).toContain(fay.id);
    expect(codeOf(intoTeam(newProject(), ana, { channel: 'CTEAM', present: [] }, NOW))).toBe('rooms.sameChannel');
  });

  test('is made where there is none that can be used, and not beside one that can', () => {
    const codes = HOLDS.map((reason) => [reason, codeOf(withNewTeam(held(newProject(), 'team', reason), ana))]);
    expect(Object.fromEntries(codes)).toEqual({
      outsider: 'rooms.teamIsThere',
      shared: 'rooms.teamIsThere',
      public: 'rooms.teamIsThere',
      removed: null,
      archived: null,
      deleted: null,
      severed: null,
    });
    expect(codeOf(withNewTeam(newProject(), ana))).toBe('rooms.teamIsThere');
    expect(must(withNewTeam(held(newProject(), 'team', 'deleted'), ana)).channels.team.id).toBeNull();
  });

  test('is for whoever may manage channels; a job lives where its project does, and an ended project stays where it is', () => {
    for (const who of [ben, cleo, dora]) {
      expect(codeOf(withNewTeam(held(newProject(), 'team', 'deleted'), who))).toBe('project.mayNot');
      expect(codeOf(withoutClient(open, who))).toBe('project.mayNot');
    }
    const job = { ...newProject('job'), parent: { project: 'p0', name: 'Spring launch', number: 1 } };
    expect(codeOf(withNewTeam(job, ana))).toBe('rooms.ofProject');
    const life = { state: 'ended', as: 'completed', reason: '', since: NOW.toISOString(), by: ana.id } as const;
    expect(codeOf(withNewTeam({ ...newProject(), life }, ana))).toBe('project.isEnded');
  });
});

describe('a job inside a project that lives elsewhere now', () => {
  const { team } = newProject().channels;
  const elsewhere = { ...team, id: 'CTEAM2' };
  const client = { id: 'COTHER', language: 'zh' as const, hold: null, invites: [] };

  test('lives there as well; who reads along there and who is invited is the project’s', () => {
    const hold = { reason: 'outsider' as const, people: [dora.person] };
    const { channels } = alongWith(open, { team: { ...elsewhere, hold }, client });
    expect(channels.team).toEqual(elsewhere);
    expect(channels.client).toEqual({ id: 'COTHER', language: 'zh', hold: null });
  });

  test('keeps the client channel in which an answer is awaited, where its project has none', () => {
    const kept = alongWith(open, { team: elsewhere, client: null }).channels.client;
    expect(kept).toEqual(open.channels.client);
    const over = answered(open, cleo, later(1));
    expect(alongWith(over, { team: elsewhere, client: null }).channels.client).toBeNull();
  });
});

describe('another client channel', () => {
  const another = { channel: 'COTHER', language: 'zh' } as const;

  test('is not chosen, made or done without while an answer is awaited in the present one', () => {
    expect(codeOf(intoClient(open, ana, another))).toBe('rooms.requestIsThere');
    expect(codeOf(withNewClient(open, ana, { ...EMPTY, invites: [] }))).toBe('rooms.requestIsThere');
    expect(codeOf(withoutClient(open, ana))).toBe('rooms.requestIsThere');
    const still = (['removed', 'archived'] as const).map((reason) => mayLeaveClient(held(open, 'client', reason), ana));
    expect(still.map(codeOf)).toEqual(['rooms.requestIsThere', 'rooms.requestIsThere']);
  });

  test('is chosen once the answer is there, or where the present one is lost for good', () => {
    const decided = answered(open, cleo, later(1));
    for (const project of [decided, held(open, 'client', 'deleted'), held(open, 'client', 'severed')]) {
      const next = must(intoClient(project, ana, another));
      expect(next.channels.client).toEqual({ id: 'COTHER', language: 'zh', hold: null });
      expect(must(withoutClient(project, ana)).channels.client).toBeNull();
    }
  });

  test('the present one again changes its language and nothing else', () => {
    const next = must(intoClient(open, ana, { channel: 'CCLIENT', language: 'zh' }));
    expect(next.channels.client).toEqual({ ...open.channels.client, language: 'zh' });
    expect(codeOf(intoClient(open, ana, { channel: 'CCLIENT', language: 'en' }))).toBe('rooms.sameChannel');
  });

  test('is made beside none that can be used', () => {
    const decided = answered(open, cleo, later(1));
    expect(codeOf(withNewClient(decided, ana, { ...EMPTY, invites: [] }))).toBe('rooms.clientIsThere');
    const made = must(withNewClient(newProject(), ana, { language: 'zh', invites: [] }));
    expect(made.channels.client).toEqual({ id: null, language: 'zh', hold: null, invites: [] });
  });
});

describe('who is invited', () => {
  test.each([
    [null, []],
    ['  ', []],
    ['Dana@Acme.com', ['dana@acme.com']],
    [
      'dana@acme.com, nora@acme.com；zhou@yunshan.cn\n dana@acme.com',
      ['dana@acme.com', 'nora@acme.com', 'zhou@yunshan.cn'],
    ],
  ])('“%s” is read as %j', (text, mails) => expect(mailsIn(text)).toEqual(mails));

  test.each(['dana', 'dana@', '@acme.com', 'dana@acme', '<!channel>@acme.com', `${'a'.repeat(250)}@acme.com`])(
    '“%s” is no address, and refused at its question',
    (text) => expect(mailsIn(`nora@acme.com\n${text}`)).toMatchObject({ code: 'rooms.notMail', at: 'emails' }),
  );

  test('however many are typed, never more than can be invited, and never a word that is none', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.emailAddress(), fc.string()), { maxLength: 40 }), (typed) => {
        const mails = mailsIn(typed.join('\n'));
        if (isRefusal(mails)) return;
        expect(mails.length).toBeLessThanOrEqual(20);
        for (const mail of mails) expect(mail).toMatch(/^[^\s@<>|]+@[^\s@<>|]+$/u);
      }),
    );
  });

  test('guests come in by account, other companies’ people by an invitation; colleagues are refused by name', () => {
    const guest = { ...dora, outsider: true, kind: 'guest' };
    const other = { ...cleo, outsider: true, kind: 'external' };
    let count = 0;
    const given = { newId: () => `i${(count += 1)}`, now: NOW };
    const invited = must(inviting([guest, other], ['dana@acme.com'], given));
    expect(invited.people).toEqual([dora.person]);
    expect(invited.invites).toMatchObject([
      { id: 'i1', to: 'Cleo', person: cleo.person, state: 'pending' },
      { id: 'i2', to: 'dana@acme.com', person: null, state: 'pending' },
    ]);
    const refused = inviting([{ ...ben, outsider: false, kind: 'member' }], [], given);
    expect(refused).toMatchObject({ code: 'rooms.notClients', at: 'guests', params: { who: [{ name: 'Ben' }] } });
  });
});

describe('an invitation', () => {
  const invite = { id: 'i1', to: 'dana@acme.com', person: null, state: 'pending', at: NOW.toISOString() } as const;
  const invited = must(withNewClient(newProject(), ana, { language: 'en', invites: [{ ...invite, slackId: 'I1' }] }));
  const stateOf = (project: Project | null) => project?.channels.client?.invites?.[0]?.state;

  test('goes forward and never back, in whichever order its answers are told', () => {
    const accepted = withInvite(invited, 'i1', 'accepted');
    expect(stateOf(accepted)).toBe('accepted');
    expect(withInvite(accepted ?? invited, 'i1', 'approvalNeeded')).toBeNull();
    expect(withInvite(accepted ?? invited, 'i1', 'accepted')).toBeNull();
    const waiting = withInvite(invited, 'i1', 'approvalNeeded');
    expect([stateOf(waiting), stateOf(withInvite(waiting ?? invited, 'i1', 'declined'))]).toEqual([
      'approvalNeeded',
      'declined',
    ]);
    expect(withInvite(newProject(), 'i1', 'accepted')).toBeNull();
  });

  test('is known by Slack’s id, else by whom it went to', () => {
    const told = { slackId: 'I1', email: null, user: null };
    expect(inviteOf(invited, told)?.id).toBe('i1');
    expect(inviteOf(invited, { ...told, slackId: 'I2', email: 'dana@acme.com' })).toBeUndefined();
    const kept = must(withNewClient(newProject(), ana, { language: 'en', invites: [invite] }));
    expect(inviteOf(kept, { ...told, email: 'dana@acme.com' })?.id).toBe('i1');
    expect(inviteOf(kept, { ...told, email: 'nora@acme.com' })).toBeUndefined();
  });
});

describe('somebody whose account is gone', () => {
  test('keeps their place as a vacancy with all that waits for them, until they are back', () => {
    const gone = must(withGone(open, cleo.person, later(1)) ?? open);
    const member = gone.people.find(({ id }) => id === cleo.id);
    expect(member?.gone).toEqual({ since: later(1).toISOString() });
    expect(withGone(gone, cleo.person, later(2))).toBeNull();
    expect(withGone(gone, dora.person, later(2))).toBeNull();
    expect(member && dutiesOf(gone, member)).toEqual({
      decides: [{ kind: 'brief', id: expect.any(String), named: null, version: 1 }],
      ...{ reviews: [], answers: false, findsOut: 0, minds: [] },
    });
    const back = withoutGone(gone, cleo.person);
    expect(back?.people.find(({ id }) => id === cleo.id)?.gone).toBeNull();
    expect(withoutGone(open, cleo.person)).toBeNull();
  });

  test('had these to find out, and minded those', () => {
    const drafting = drafted(newProject(), { audience: null, notKnown: ['audience'] });
    const supplier = { id: 's1', name: 'North Print', supplies: null, minder: ben.id };
    const project = { ...drafting, suppliers: [supplier] };
    const [, member] = project.people;
    expect(member?.id).toBe(ben.id);
    expect(member && dutiesOf(project, member)).toMatchObject({ decides: [], findsOut: 1, minds: ['North Print'] });
    const decided = answered(open, cleo, later(1));
    const approver = must(withMember(decided, cleo, 'approver', NOW)).people.find(({ id }) => id === cleo.id);
    expect(approver && dutiesOf(decided, approver).decides).toEqual([]);
  });
});

describe('a channel', () => {
  test('that is renamed is told of once, under whatever name', () => {
    const next = must(renamed(newProject(), 'team', 'spring') ?? newProject());
    expect(next.channels.team).toMatchObject({ id: 'CTEAM', name: 'spring' });
    expect([renamed(next, 'team', 'spring'), renamed(next, 'client', 'spring')]).toEqual([null, null]);
  });

  test('whose id changes is the same channel with the same messages', () => {
    const next = must(idChanged(open, 'CCLIENT', 'CCLIENT2') ?? open);
    expect(next.channels.client).toMatchObject({ id: 'CCLIENT2', former: ['CCLIENT'] });
    expect([next.channels.team, idChanged(next, 'CCLIENT', 'CCLIENT3')]).toEqual([open.channels.team, null]);
  });
});
