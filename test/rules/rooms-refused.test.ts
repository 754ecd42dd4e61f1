import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '../../src/kit/locale.ts';
import { clientOf, directTo, teamOf } from '../../src/kit/rows.ts';
import { ACTIONS, REASONS } from '../../src/rooms/model-refused.ts';
import { actionOf, reasonOf } from '../../src/rooms/rules-refused.ts';
import { refusedNote } from '../../src/rooms/views-refused.ts';
import { validateMessage } from '../../sandbox/blockkit/validate.ts';
import { ana, HOSTILE, newProject } from '../support/arbitraries.ts';

describe('what Slack refuses', () => {
  test.each([
    ['missing_scope', 'scope'],
    ['restricted_action', 'policy'],
    ['restricted_action_non_threadable_channel', 'policy'],
    ['not_paid', 'plan'],
    ['cant_invite', 'person'],
    ['ura_max_channels', 'person'],
    ['user_is_restricted', 'person'],
    ['too_many_pins', 'full'],
    ['name_taken', 'name'],
    ['is_archived', 'room'],
    ['wall_team', 'wall'],
    ['something_new_of_2031', 'unknown'],
  ])('as %s is understood as %s', (error, reason) => expect(reasonOf(error)).toBe(reason));

  test('is told as what was to be done', () => {
    const create = { do: 'createChannel', name: 'acme' } as const;
    const invite = { do: 'inviteShared', invite: 'i1', email: 'dana@acme.example', person: null } as const;
    const asked = [
      { kind: 'do', place: teamOf('p1'), doing: create },
      { kind: 'do', place: clientOf('p1'), doing: create },
      { kind: 'do', place: clientOf('p1'), doing: invite },
      { kind: 'card', place: teamOf('p1') },
      { kind: 'say', place: directTo(ana.person, 'p1') },
    ] as const;
    expect(asked.map(actionOf)).toEqual(['makeTeam', 'makeClient', 'inviteShared', 'post', 'write']);
  });

  test('has a sentence and a way by hand for everything, in both languages, whatever the codes and names are', () => {
    for (const locale of LOCALES) {
      const said = ACTIONS.flatMap((action) =>
        [...REASONS, 'missing_scope', ...HOSTILE].map((error) => {
          const project = newProject('campaign', { name: error });
          const note = refusedNote(project, { action, error, whom: [ana.person, 'dana@acme.example'] }, locale);
          expect(validateMessage(note)).toEqual([]);
          expect(note.text).not.toMatch(/<!/u);
          return note.text;
        }),
      );
      expect(new Set(said).size).toBeGreaterThan(ACTIONS.length * 3);
    }
  });
});
