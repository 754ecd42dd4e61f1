import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { type Project, projectSchema } from '../../src/project/model.ts';
import { EARLIER_KINDS, STAGES, type Stage } from '../../src/project/model-life.ts';
import type { Role } from '../../src/project/model-people.ts';
import { nextStage, start, startNextStage, titleOf } from '../../src/project/rules.ts';
import { gateLacks, takenAsGiven } from '../../src/project/rules-gate.ts';
import { briefLacks, briefWaits } from '../../src/brief/rules-waits.ts';
import { attachEarlier, overrideGate, reopenStage, stagesBefore } from '../../src/stages/rules.ts';
import {
  ana,
  ben,
  cleo,
  codeOf,
  dora,
  drafted,
  frozen,
  must,
  newProject,
  NOW,
  sentBrief,
} from '../support/arbitraries.ts';

const inStage = (stage: Stage): Project => frozen({ ...newProject(), work: { kind: 'campaign', stage } });
const stageOf = ({ work }: Project): Stage | null => (work.kind === 'campaign' ? work.stage : null);
const as = (role: Role): Project => {
  const project = newProject();
  return frozen({ ...project, people: project.people.map((one) => (one.id === ben.id ? { ...one, role } : one)) });
};

const startingAt = (work: 'campaign' | 'job', stage: Stage | null): Project => {
  const answers = { client: 'Acme', name: 'Spring', work, wantedOn: '2027-03-14' } as const;
  const parts = { id: 'p1', workspace: 'TAGENCY', by: ana, clientId: 'c1', channel: 'CTEAM', language: 'en' } as const;
  return frozen(must(start({ ...parts, answers, stage, zone: 'UTC' }, NOW)));
};

const agreement = (kind: (typeof EARLIER_KINDS)[number], id = 'e1', agreedOn = '2026-09-01') => ({
  id,
  answers: { kind, what: 'Route “Morning”', by: 'Dana', agreedOn },
  file: null,
  zone: 'UTC',
});
const attached = (project: Project, kind: (typeof EARLIER_KINDS)[number], id?: string): Project =>
  frozen(must(attachEarlier(project, ana, agreement(kind, id), NOW)));

describe('starting where it stands', () => {
  test.each(STAGES)('a campaign can begin in %s, and what is before that is taken as given', (stage) => {
    const project = startingAt('campaign', stage);
    expect(stageOf(project)).toBe(stage);
    expect(takenAsGiven(project)).toEqual(STAGES.slice(0, STAGES.indexOf(stage)));
    expect(projectSchema.parse(project)).toEqual(project);
  });

  test('a job has no stage, whatever was chosen', () => {
    expect(startingAt('job', 'execution').work).toEqual({ kind: 'job' });
    expect(takenAsGiven(startingAt('job', 'execution'))).toEqual([]);
  });

  test('what is attached is not taken as given any more', () => {
    const project = attached(startingAt('campaign', 'evaluation'), 'proposal');
    expect(takenAsGiven(project)).toEqual(['intake', 'execution']);
    expect(takenAsGiven(attached(attached(project, 'brief', 'e2'), 'deliverable', 'e3'))).toEqual([]);
  });

  test('nobody is asked to write the brief of a stage that is past, nor one that was confirmed before', () => {
    const kinds = (project: Project) => briefWaits(project).map(({ kind }) => kind);
    expect(kinds(newProject())).toEqual(['brief.write']);
    expect(kinds(newProject('job'))).toEqual(['brief.write']);
    expect(kinds(startingAt('campaign', 'execution'))).toEqual([]);
    expect(kinds(attached(newProject(), 'brief'))).toEqual([]);
  });
});

describe('what was agreed before Liaison', () => {
  test('a brief opens the gate of intake until a version is sent, which counts instead', () => {
    const early = attached(newProject(), 'brief');
    expect(gateLacks(early)).toEqual([]);
    expect(briefLacks(drafted(early))).toEqual([]);
    expect(gateLacks(sentBrief(drafted(early)))).toEqual(['brief.lack.open']);
  });

  test('a proposal opens its gate, a deliverable stands for all of execution, and nothing else opens one', () => {
    for (const kind of EARLIER_KINDS) {
      const lacks = STAGES.map((stage) => gateLacks(attached(inStage(stage), kind)).length);
      expect(lacks).toEqual([kind === 'brief' ? 0 : 1, kind === 'proposal' ? 0 : 1, kind === 'deliverable' ? 0 : 1, 1]);
    }
  });

  test('is attached once, by whoever runs the project, of a day that has come, as often as its bound says', () => {
    const project = newProject();
    const once = attached(project, 'other');
    expect(attachEarlier(once, ana, agreement('other'), NOW)).toBe(once);
    for (const who of [ben, cleo, dora]) {
      const refused = codeOf(attachEarlier(project, who, agreement('other'), NOW));
      expect(['project.mayNot', 'project.onlyTeam']).toContain(refused);
    }
    expect(codeOf(attachEarlier(project, ana, agreement('other', 'e1', '2026-11-23'), NOW))).toBeNull();
    expect(attachEarlier(project, ana, agreement('other', 'e1', '2026-11-24'), NOW)).toMatchObject({
      code: 'stages.dayToCome',
      at: 'agreedOn',
    });
    const ahead = { ...agreement('other', 'e1', '2026-11-24'), zone: 'Pacific/Auckland' };
    expect(codeOf(attachEarlier(project, ana, ahead, NOW))).toBeNull();
    let full: Project = project;
    for (let at = 0; at < BOUNDS.earlier; at += 1) full = attached(full, 'other', `e${at}`);
    expect(attachEarlier(full, ana, agreement('other', 'more'), NOW)).toMatchObject({
      code: 'stages.tooManyEarlier',
      params: { most: BOUNDS.earlier },
    });
    expect(projectSchema.parse(full)).toEqual(full);
  });
});

describe('past a closed gate', () => {
  const pass = (project: Project, who = ana, from: Stage = 'intake') =>
    overrideGate(project, who, { from, reason: 'It is agreed' }, gateLacks(project), NOW);

  test.each([
    ['accountManager', null],
    ['accountDirector', null],
    ['deputy', 'project.mayNot'],
    ['teamMember', 'project.mayNot'],
    ['partner', 'project.mayNot'],
    ['clientContact', 'project.mayNot'],
    ['approver', 'project.mayNot'],
  ] as const)('may go the %s? %s', (role, refused) => {
    expect(codeOf(pass(as(role), ben))).toBe(refused);
  });

  test('an administrator may, who is on no roster', () => {
    expect(codeOf(pass(newProject(), { ...dora, kind: 'member', isAdministrator: true } as typeof dora))).toBeNull();
    expect(codeOf(pass(newProject(), dora))).toBe('project.mayNot');
  });

  test('keeps what was missing, who and why, the last time for each gate', () => {
    const once = must(pass(newProject()));
    expect(once.overridden).toEqual([
      {
        stage: 'intake',
        lacks: ['brief.lack.notWritten'],
        reason: 'It is agreed',
        by: ana.id,
        name: 'Ana',
        at: NOW.toISOString(),
      },
    ]);
    const back = must(reopenStage(once, ana, { from: 'proposal', to: 'intake' }));
    const twice = must(overrideGate(back, ana, { from: 'intake', reason: 'Again' }, gateLacks(back), NOW));
    expect(twice.overridden?.map(({ reason }) => reason)).toEqual(['Again']);
    expect(projectSchema.parse(twice)).toEqual(twice);
  });

  test('where nothing is missing any more it is started like any other, and nothing was overridden', () => {
    const open = attached(newProject(), 'brief');
    const moved = must(pass(open));
    expect([stageOf(moved), moved.overridden]).toEqual(['proposal', undefined]);
    const director = attached(as('accountDirector'), 'brief');
    expect(codeOf(pass(director, ben))).toBe('project.mayNot');
  });

  test('does not exist for a job, after the last stage, or twice', () => {
    const reason = { from: 'intake', reason: 'x' } as const;
    expect(codeOf(overrideGate(newProject('job'), ana, reason, ['x'], NOW))).toBe('project.noStages');
    expect(codeOf(pass(inStage('evaluation'), ana, 'evaluation'))).toBe('project.lastStage');
    expect(codeOf(pass(must(pass(newProject()))))).toBe('project.stageMoved');
  });
});

describe('back to an earlier stage', () => {
  test('any of those before, and no other; not for a job, nor from a form of another stage', () => {
    for (const from of STAGES) {
      expect(stagesBefore(inStage(from))).toEqual(STAGES.slice(0, STAGES.indexOf(from)));
      for (const to of STAGES) {
        const decided = reopenStage(inStage(from), ana, { from, to });
        const isBefore = STAGES.indexOf(to) < STAGES.indexOf(from);
        expect(codeOf(decided)).toBe(isBefore ? null : 'stages.notEarlier');
        if (isBefore) expect(stageOf(must(decided))).toBe(to);
      }
    }
    const back = { from: 'proposal', to: 'intake' } as const;
    expect(codeOf(reopenStage(newProject('job'), ana, back))).toBe('project.noStages');
    expect(codeOf(reopenStage(inStage('execution'), ana, back))).toBe('project.stageMoved');
    expect(codeOf(reopenStage(inStage('proposal'), ben, back))).toBe('project.mayNot');
  });
});

test('a stage moves by these commands alone: one on, past or through the gate, or back; and where it began stays known', () => {
  const act = fc.record({
    what: fc.constantFrom('next', 'override', 'back', 'attach', 'draft'),
    who: fc.constantFrom(ana, ana, ben, cleo),
    from: fc.constantFrom(...STAGES),
    to: fc.constantFrom(...STAGES),
    kind: fc.constantFrom(...EARLIER_KINDS),
  });
  fc.assert(
    fc.property(fc.constantFrom(...STAGES), fc.array(act, { maxLength: 25, size: 'max' }), (begins, acts) => {
      let project = startingAt('campaign', begins);
      acts.forEach(({ what, who, from, to, kind }, at) => {
        const before = stageOf(project);
        const lacks = gateLacks(project);
        const next = nextStage(project);
        const decided = {
          next: () => startNextStage(project, who, from, lacks),
          override: () => overrideGate(project, who, { from, reason: 'x' }, lacks, NOW),
          back: () => reopenStage(project, who, { from, to }),
          attach: () => attachEarlier(project, who, agreement(kind, `e${at}`), NOW),
          draft: () => drafted({ ...project, people: newProject().people }),
        }[what]();
        if (codeOf(decided) !== null) return;
        project = frozen({ ...must(decided), people: project.people });
        const after = stageOf(project);
        const moves = { next, override: next, back: to, attach: before, draft: before };
        expect(after).toBe(moves[what]);
        if (what === 'next') expect(lacks).toEqual([]);
        if (what === 'next' || what === 'override' || what === 'back') expect([who, from]).toEqual([ana, before]);
        expect(project.work).toMatchObject(begins === 'intake' ? {} : { startedIn: begins });
      });
    }),
  );
});

test('a job inside a project is called by both names', () => {
  expect(titleOf(newProject())).toBe('Spring launch');
  expect(titleOf({ name: 'Banner', parent: { project: 'p1', name: 'Spring launch', number: 1 } })).toBe(
    'Spring launch › Banner',
  );
});
