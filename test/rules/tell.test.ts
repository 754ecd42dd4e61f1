import { describe, expect, test } from '@jest/globals';
import { leadersOf } from '../../src/project/service-tell.ts';
import { ana, cleo, dora, frozen, newProject, NOW } from '../support/arbitraries.ts';

const since = NOW.toISOString();
const onlyGone = newProject().people.map((one) => ({ ...one, gone: { since } }));
const approver = { ...cleo, role: 'approver', since } as const;

describe('what is told of a project', () => {
  test('goes to whoever runs it', () => {
    expect(leadersOf(newProject(), [dora.person])).toEqual([ana.person]);
  });

  test('goes to the administrators where nobody does, but not to one who is the client’s here, or is gone', () => {
    const project = frozen({ ...newProject(), people: [...onlyGone, approver] });
    expect(leadersOf(project, [cleo.person, dora.person, ana.person])).toEqual([dora.person]);
  });
});
