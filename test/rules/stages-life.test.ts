import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { saveStep } from '../../src/brief/rules-merge.ts';
import { maySend } from '../../src/brief/rules.ts';
import { mayAskClient } from '../../src/brief/rules-ask.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { briefWaits } from '../../src/brief/rules-waits.ts';
import { type Project, projectSchema } from '../../src/project/model.ts';
import { ENDS } from '../../src/project/model-life.ts';
import { planned } from '../../src/people/rules-handover.ts';
import { handoverDropped } from '../../src/project/rules-people.ts';
import { startNextStage } from '../../src/project/rules.ts';
import { release } from '../../src/project/rules-released.ts';
import { asLive, asRunning, isEnded, isOnHold, lifeOf, waitsOf } from '../../src/project/rules-life.ts';
import { attachEarlier, overrideGate, reopenStage } from '../../src/stages/rules.ts';
import { jobIn, mayStartJob, numberOf, withJob } from '../../src/stages/rules-jobs.ts';
import {
  asSeen,
  end,
  endedWith,
  endingDue,
  finishedEnd,
  mayEnd,
  putOnHold,
  reopen,
  resume,
  sinceOf,
  withMerged,
} from '../../src/stages/rules-life.ts';
import {
  ana,
  ben,
  cleo,
  codeOf,
  COMPLETE,
  dora,
  drafted,
  frozen,
  idMaker,
  later,
  must,
  newProject,
  NOW,
  sentBrief,
} from '../support/arbitraries.ts';
import { found, handover } from '../support/roster.ts';

const held = (project = newProject()) => frozen(must(putOnHold(project, ana, 'Budget', NOW)));
const LOST = { as: 'lost', reason: 'Too dear', into: null } as const;
const ended = (project = newProject()) => frozen(must(end(project, ana, LOST, [], NOW)));
const sent = () => sentBrief(drafted(newProject()));
const NEW_JOB = { id: 'j1', name: 'Banner', wantedOn: '2027-03-14', zone: 'UTC' } as const;
const withOne = (project = newProject()) => frozen(must(withJob(project, ben, NEW_JOB, NOW)));
const job = (parent = withOne()) => frozen(jobIn(parent, ben, NEW_JOB, NOW));

describe('the life of a project', () => {
  test('is live where nothing is stored, on hold until it is resumed, ended until it is opened again', () => {
    expect(lifeOf(newProject())).toEqual({ state: 'live' });
    const life = { reason: 'Budget', since: NOW.toISOString(), by: ana.id, name: 'Ana' };
    expect(held().life).toEqual({ state: 'onHold', ...life });
    expect(must(resume(held(), ana, later(1))).life).toEqual({ state: 'live', since: later(1).toISOString() });
    expect(ended().life).toMatchObject({ state: 'ended', as: 'lost', reason: 'Too dear' });
    expect(must(reopen(ended(), ana, null, later(1))).life).toEqual({ state: 'live', since: later(1).toISOString() });
    expect(ended(held()).life).toMatchObject({ state: 'ended' });
    for (const project of [held(), ended()]) expect(projectSchema.parse(project)).toEqual(project);
  });

  test('is changed once: what is so already is said with when it became so', () => {
    const at = { at: { at: NOW.toISOString() } };
    expect(putOnHold(held(), ana, 'x', later(1))).toMatchObject({ code: 'stages.heldAlready', params: at });
    expect(end(ended(), ana, LOST, [], later(1))).toMatchObject({ code: 'stages.endedAlready', params: at });
    expect(codeOf(resume(newProject(), ana, NOW))).toBe('stages.notOnHold');
    expect(codeOf(reopen(newProject(), ana, null, NOW))).toBe('stages.notEnded');
    expect(codeOf(putOnHold(ended(), ana, 'x', NOW))).toBe('project.isEnded');
    expect(codeOf(resume(ended(), ana, NOW))).toBe('project.isEnded');
  });

  test('is not changed by what comes late: a form opened before it was held and resumed holds it no second time', () => {
    const before = newProject();
    const again = frozen(must(resume(held(before), ana, later(1))));
    const late = asSeen(again, sinceOf(before), putOnHold(again, ana, 'Budget', later(2)));
    expect(codeOf(late)).toBe('stages.lifeMoved');
    expect(must(asSeen(again, sinceOf(again), putOnHold(again, ana, 'Budget', later(2)))).life?.state).toBe('onHold');
    // Nothing was shown before a command that does it at once.
    expect(must(asSeen(again, undefined, putOnHold(again, ana, 'Budget', later(2)))).life?.state).toBe('onHold');
    const anew = frozen(must(putOnHold(again, ana, 'Budget', later(2))));
    expect(codeOf(asSeen(anew, sinceOf(held(before)), resume(anew, ana, later(3))))).toBe('stages.lifeMoved');
    // What it refuses anyhow is said as ever.
    expect(codeOf(asSeen(held(), '', putOnHold(held(), ana, 'x', NOW)))).toBe('stages.heldAlready');
  });

  test('is changed by whoever oversees the project, and nobody else', () => {
    for (const who of [ben, cleo, dora]) {
      const all = [
        putOnHold(newProject(), who, 'x', NOW),
        resume(held(), who, NOW),
        end(newProject(), who, LOST, [], NOW),
        reopen(ended(), who, null, NOW),
      ];
      expect(all.map(codeOf)).toEqual(all.map(() => 'project.mayNot'));
    }
  });
});

describe('an ended project takes nothing new', () => {
  const over = frozen({ ...ended(drafted(newProject())) });
  const step = { answers: COMPLETE, by: ana, zone: 'UTC', newId: idMaker(), opened: undefined };
  const early = {
    id: 'e1',
    answers: { kind: 'brief', what: 'x', by: 'x', agreedOn: '2026-01-01' },
    file: null,
    zone: 'UTC',
  } as const;

  test.each([
    ['a brief', () => saveStep(over, step, NOW)],
    ['a version', () => maySend(over, ana)],
    ['a question to the client', () => mayAskClient(over, ana)],
    ['a stage', () => startNextStage(over, ana, 'intake', [])],
    ['a stage past its gate', () => overrideGate(over, ana, { from: 'intake', reason: 'x' }, ['x'], NOW)],
    ['an earlier stage', () => reopenStage(over, ana, { from: 'intake', to: 'intake' })],
    ['a job', () => mayStartJob(over, ana)],
    ['an earlier agreement', () => attachEarlier(over, ana, early, NOW)],
  ])('%s', (_what, act) => {
    expect(codeOf(act())).toBe('project.isEnded');
  });

  test('on hold, no stage and no job is started, and everything else goes on', () => {
    const project = held(drafted(newProject()));
    expect(codeOf(startNextStage(project, ana, 'intake', []))).toBe('project.isOnHold');
    expect(codeOf(mayStartJob(project, ana))).toBe('project.isOnHold');
    expect([saveStep(project, step, NOW), maySend(project, ana), mayAskClient(project, ana)].map(codeOf)).toEqual([
      null,
      null,
      null,
    ]);
    expect([asLive(project), codeOf(asRunning(project))]).toEqual([true, 'project.isOnHold']);
  });
});

describe('what waits', () => {
  const waits = waitsOf(briefWaits);

  test('nothing of what has ended, of what is on hold the client’s alone, else everything', () => {
    const open = drafted(sent(), { objective: 'Another one' });
    const people = (project: Project) => waits(project).map(({ person }) => person);
    expect(people(open)).toEqual(['TCLIENT:UCLEO', 'TAGENCY:UANA']);
    expect(waits(open)).toEqual(briefWaits(open));
    expect(people(held(open))).toEqual(['TCLIENT:UCLEO']);
    expect(people(held())).toEqual([]);
    expect(people(ended(drafted(newProject())))).toEqual([]);
    expect(people(must(resume(held(open), ana, NOW)))).toEqual(people(open));
  });
});

describe('ending', () => {
  test('is refused while the client is being asked, in the project or in a job inside it, by name', () => {
    const refused = mayEnd(sent(), ana);
    expect(refused).toMatchObject({ code: 'stages.requestOpen', params: { projects: 'Spring launch', count: 1 } });
    const open = frozen({ ...job(), brief: sent().brief });
    expect(mayEnd(newProject(), ana, [job(), open])).toMatchObject({
      params: { projects: 'Spring launch › Banner', count: 1 },
    });
    expect(mayEnd(newProject(), ana, [job()])).toBe(true);
  });

  test.each(ENDS)('as %s keeps how and why, and where it goes on', (as) => {
    const into = as === 'merged' ? { project: 'p2', name: 'Summer' } : null;
    const over = must(end(newProject(), ana, { as, reason: 'Because', into }, [], NOW));
    expect(over.life).toMatchObject({ state: 'ended', as, reason: 'Because', ...(into ? { into } : {}) });
  });

  test('merged takes the project that it goes on in, and nothing else does', () => {
    const into = { project: 'p2', name: 'Summer' };
    const ends = (as: (typeof ENDS)[number], where: typeof into | 'gone' | null) =>
      end(newProject(), ana, { as, reason: 'x', into: where }, [], NOW);
    expect(ends('merged', null)).toMatchObject({ code: 'stages.mergeWhere', at: 'into' });
    expect(ends('merged', 'gone')).toMatchObject({ code: 'stages.mergeGone', at: 'into' });
    expect(ends('lost', into)).toMatchObject({ code: 'stages.mergeOnly', at: 'into' });
  });

  test('is noted once in the project that it was merged into', () => {
    const noted = withMerged(newProject(), { ...newProject(), _id: 'p2', name: 'Summer' });
    expect(noted?.merged).toEqual([{ project: 'p2', name: 'Summer' }]);
    expect(noted && withMerged(noted, { ...newProject(), _id: 'p2' })).toBeNull();
  });

  test('ends the jobs inside, each once, but for those in which the client was asked meanwhile', () => {
    const over = ended(withOne());
    expect(endedWith(job(), over)?.life).toMatchObject({ state: 'ended', as: 'lost', reason: 'Too dear', by: ana.id });
    expect(endedWith(must(end(job(), ana, LOST, [], NOW)), over)).toBeNull();
    expect(endedWith({ ...job(), brief: sent().brief }, over)).toBeNull();
    expect(endedWith(job(), newProject())).toBeNull();
  });

  test('a job is opened again only while its project is there', () => {
    const over = ended(job());
    expect(reopen(over, ana, ended(withOne()), NOW)).toMatchObject({
      code: 'stages.parentEnded',
      params: { project: 'Spring launch' },
    });
    expect(codeOf(reopen(over, ana, withOne(), NOW))).toBeNull();
  });

  test('drops a handover that was planned, which does not happen even where it is opened again', () => {
    const waiting = planned(newProject(), handover(ana.id, found('Gus'), '2026-12-04'));
    const over = must(end(waiting, ana, LOST, [], NOW));
    expect(over.handover).toBeNull();
    expect(handoverDropped(waiting, over, ana.id).map(({ kind }) => kind)).toEqual(['project.handoverCancelled']);
    expect(endedWith(waiting, ended())?.handover).toBeNull();
  });

  test('with jobs inside, or merged, is due until all is done that follows from it', () => {
    expect(endingDue(ended())).toBeNull();
    const parent = must(end({ ...newProject(), jobs: [{ project: 'j1', name: 'Banner' }] }, ana, LOST, [], NOW));
    expect(endingDue(parent)?.getTime()).toBe(NOW.getTime() + 60_000);
    expect(endedWith(newProject(), parent)?.life).not.toHaveProperty('isUnfinished');
    const done = finishedEnd(parent, parent);
    expect(done && endingDue(done)).toBeNull();
    expect(done && finishedEnd(done, parent)).toBeNull();
    expect(finishedEnd(must(reopen(parent, ana, null, NOW)), parent)).toBeNull();
  });

  test('whatever is done, ended is ended until it is opened again', () => {
    const act = fc.record({
      what: fc.constantFrom('hold', 'resume', 'end', 'reopen', 'stage', 'job', 'draft'),
      who: fc.constantFrom(ana, ana, ben, cleo, dora),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30, size: 'max' }), (acts) => {
        let project = newProject();
        acts.forEach(({ what, who }, at) => {
          const before = lifeOf(project).state;
          const decided = {
            hold: () => putOnHold(project, who, 'x', NOW),
            resume: () => resume(project, who, NOW),
            end: () => end(project, who, LOST, [], NOW),
            reopen: () => reopen(project, who, null, NOW),
            stage: () => startNextStage(project, who, 'intake', []),
            job: () => withJob(project, who, { ...NEW_JOB, id: `j${at}` }, NOW),
            draft: () =>
              saveStep(project, { answers: COMPLETE, by: who, zone: 'UTC', newId: idMaker(), opened: undefined }, NOW),
          }[what]();
          if (codeOf(decided) === null) project = frozen(must(decided));
          const after = lifeOf(project).state;
          if (before === 'ended' && after !== 'ended') expect([what, who]).toEqual(['reopen', ana]);
          if (before !== after) expect([who, ['hold', 'resume', 'end', 'reopen'].includes(what)]).toEqual([ana, true]);
          if (codeOf(decided) === null) expect(before === 'ended' ? what : 'reopen').toBe('reopen');
          expect(isEnded(project) && isOnHold(project)).toBe(false);
        });
      }),
    );
  });
});

test('why it is held, past which gate it went and what exactly was agreed stays inside', () => {
  const past = must(overrideGate(sent(), ana, { from: 'intake', reason: 'inside only' }, ['brief.lack.open'], NOW));
  const answers = { kind: 'brief', what: 'inside only', by: 'Dana', agreedOn: '2026-01-01' } as const;
  const early = must(attachEarlier(past, ana, { id: 'e1', answers, file: null, zone: 'UTC' }, NOW));
  const project = must(putOnHold(early, ana, 'inside only', NOW));
  expect(JSON.stringify(project).match(/inside only/gu)).toHaveLength(3);
  expect(JSON.stringify(release(project))).not.toContain('inside only');
});

describe('a job inside a project', () => {
  test('is a project of its own, with the same client, people and channels, and a number', () => {
    const one = job();
    const parent = withOne();
    expect(one).toMatchObject({ _id: 'j1', client: parent.client, people: parent.people, work: { kind: 'job' } });
    expect(one.channels.team.id).toBe('CTEAM');
    expect(one.parent).toEqual({ project: 'p1', name: 'Spring launch', number: 1 });
    expect(projectSchema.parse(one)).toEqual(one);
    const gone = { ...ben, role: 'teamMember', since: NOW.toISOString(), gone: { since: NOW.toISOString() } } as const;
    expect(jobIn({ ...parent, people: [gone] }, ana, NEW_JOB, NOW).people).toEqual([]);
  });

  test('what is wrong with the project’s channels holds it, and invitations stay the project’s', () => {
    const hold = { reason: 'shared', people: [] } as const;
    const client = { id: 'CCLIENT', language: 'zh', hold: { reason: 'archived', people: [] }, invites: [] } as const;
    const parent = {
      ...withOne(),
      channels: { team: { ...withOne().channels.team, hold }, client },
    } as unknown as Project;
    const { channels } = jobIn(parent, ana, NEW_JOB, NOW);
    expect(channels.team.hold).toEqual(hold);
    expect(channels.client).toEqual({ id: 'CCLIENT', language: 'zh', hold: client.hold });
  });

  test('keeps no outsider of its own, whom nobody would take off it: the project’s hold counts for it while it lasts', () => {
    const hold = { reason: 'outsider' as const, people: [dora.person] };
    const parent = { ...withOne(), channels: { team: { ...withOne().channels.team, hold }, client: null } };
    expect(jobIn(parent, ana, NEW_JOB, NOW).channels.team.hold).toBeNull();
  });

  test('is taken once, by the team, with numbers that count', () => {
    const once = withOne();
    expect(withJob(once, ben, NEW_JOB, NOW)).toBe(once);
    const twice = must(withJob(once, ana, { ...NEW_JOB, id: 'j2' }, NOW));
    expect([numberOf(twice, 'j1'), numberOf(twice, 'j2'), numberOf(twice, 'j3')]).toEqual([1, 2, 0]);
    for (const who of [cleo, dora]) expect(codeOf(mayStartJob(newProject(), who))).not.toBeNull();
  });

  test('is refused in a job, before there is a channel, for a day that has passed, and past its bound', () => {
    expect(codeOf(mayStartJob(job(), ana))).toBe('stages.jobInJob');
    const making = {
      ...newProject(),
      channels: { team: { id: null, language: 'en', hold: null }, client: null },
    } as const;
    expect(codeOf(mayStartJob(making, ana))).toBe('stages.noChannelYet');
    expect(withJob(newProject(), ana, { ...NEW_JOB, wantedOn: '2026-11-22' }, NOW)).toMatchObject({
      code: 'project.dayPast',
      at: 'wantedOn',
    });
    const jobs = Array.from({ length: BOUNDS.jobs }, (_, at) => ({ project: `j${at}`, name: 'x' }));
    expect(mayStartJob({ ...newProject(), jobs }, ana)).toMatchObject({
      code: 'stages.tooManyJobs',
      params: { most: BOUNDS.jobs },
    });
  });
});
