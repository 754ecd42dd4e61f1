import { describe, expect, test } from '@jest/globals';
import { personKey } from '../../src/kit/person.ts';
import { cardKey } from '../../src/kit/rows.ts';
import { LIAISON_ITSELF } from '../../src/project/model-record.ts';
import { holds, joined, joinerOf, joinerRows, newcomers } from '../../src/project/rules-joiners.ts';
import { withMember } from '../../src/project/rules.ts';
import { ana, ben, cleo, dora, must, newProject, NOW } from '../support/arbitraries.ts';
import { shared } from '../support/rooms.ts';

const project = newProject();
const withDora = must(withMember(project, dora, 'teamMember', NOW));

describe('the record says', () => {
  test('who came onto the roster, all of them in one entry, and by whom', () => {
    const both = must(withMember(withDora, cleo, 'approver', NOW));
    const entry = (...people: (typeof ana)[]) => ({
      kind: 'project.personAdded',
      actor: ana.id,
      content: { people: people.map(({ id }) => id) },
    });
    expect(newcomers(project, both, ana.id)).toEqual([entry(dora, cleo)]);
    expect(newcomers(withDora, both, ana.id)).toEqual([entry(cleo)]);
  });

  test('nothing of people where nobody came', () => {
    expect(newcomers(project, project, ana.id)).toEqual([]);
  });

  test('that posts are held, why, and that they go on: nobody of flesh decides it', () => {
    const isShared = shared(project, true) ?? project;
    const guest = joined(project, { ...dora, outsider: true }, NOW) ?? project;
    const entry = (kind: string, reason: string) => [{ kind, actor: LIAISON_ITSELF, content: { reason } }];
    expect(holds(project, isShared)).toEqual(entry('project.postsHeld', 'shared'));
    expect(holds(isShared, project)).toEqual(entry('project.postsReleased', 'shared'));
    expect(holds(project, guest)).toEqual(entry('project.postsHeld', 'outsider'));
  });

  test('that a project began with its posts held', () => {
    const guest = joined(project, { ...dora, outsider: true }, NOW) ?? project;
    expect(holds(null, guest)).toMatchObject([{ kind: 'project.postsHeld' }]);
    expect(holds(null, project)).toEqual([]);
  });

  test('nothing of posts where another reason takes over, or more people are waited for', () => {
    const guest = joined(project, { ...dora, outsider: true }, NOW) ?? project;
    expect(holds(guest, shared(guest, true) ?? guest)).toEqual([]);
    expect(holds(guest, joined(guest, { ...cleo, outsider: true }, NOW) ?? guest)).toEqual([]);
  });
});

describe('the question about somebody who joined', () => {
  const second = { ...ben, role: 'accountManager', since: NOW.toISOString() } as const;
  const managed = { ...project, people: [project.people[0]!, second] };

  test('goes to every account manager, in private, each with a card of their own', () => {
    const rows = joinerRows(managed, dora.person);
    expect(rows.map(({ place }) => place)).toEqual(
      [ana, ben].map(({ person }) => ({ kind: 'person', person, project: project._id })),
    );
    const about = [ana, ben].map(({ person }) => `${personKey(dora.person)}>${personKey(person)}`);
    const subjects = about.map((each) => ({ kind: 'joiner', project: project._id, about: each }));
    expect(rows).toMatchObject(subjects.map((subject) => ({ kind: 'card', subject, key: cardKey(subject) })));
  });

  test('says on its card whom it is about', () => {
    const abouts = joinerRows(managed, dora.person).map((row) => (row.kind === 'card' ? row.subject.about : null));
    expect(abouts.map((about) => joinerOf(about ?? ''))).toEqual([personKey(dora.person), personKey(dora.person)]);
  });
});
