import { partsWords } from '../../src/approval/words-parts.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { clientDeliverableWords } from '../../src/deliverable/words-client.ts';
import { startProject } from './acts.ts';
import { bring, bringNext, checkIt } from './acts-deliverable.ts';
import { versionFilling } from './acts-deliverable-client.ts';
import { enrol } from './acts-stages.ts';
import { ALL_BUT_APPROVER, ALL_BUT_MANAGER, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';

const CHOOSING = 'only whoever opened the form can choose in it, and nothing is decided by it';

const wordsOf = ({ cast }: Walk) => clientDeliverableWords.in(cast.locale);
const manager = ({ as }: Walk) => as('manager');

/** A project of its own, with a version that somebody of the team has checked. */
async function begin(walk: Walk): Promise<void> {
  const { on, cast, as } = walk;
  const { locale, people, client, names } = cast;
  const team = await startProject(as('manager'), locale, { client, name: `${names[1]} 21` });
  await enrol(on, team, people.teammate, 'teamMember');
  await as('manager').in(team).invite(people.teammate);
  Object.assign(walk, { team });
  await bring(as('manager'), locale, team, { name: partsWords.in(locale).someTitle(), content: cast.reason });
  await checkIt(as('teammate'), locale, team);
}

/** Something is chosen in the form for sending, which looks at what depends on it. */
const choosing = (entry: string, more: Parameters<typeof versionFilling>[0] | 'approver' | 'channel'): Scene => ({
  list: 'presses',
  entry: `deliverable.${entry}`,
  by: 'manager',
  act: (walk) => {
    const { people, channel, locale } = walk.cast;
    const named = more === 'approver' ? { approver: `@${people.approver}` } : more === 'channel' ? { channel } : more;
    const form = manager(walk).modal();
    return form.fill(versionFilling(named, form, locale));
  },
  refused: CHOOSING,
});

const approvers = (walk: Walk, chosen: string[]) =>
  manager(walk)
    .modal()
    .fill({ [wordsOf(walk)['approvers.label']()]: chosen });

const inClientChannel = (walk: Walk) =>
  manager(walk)
    .modal()
    .fill({ [wordsOf(walk)['reach.label']()]: wordsOf(walk)['reach.clientChannel']() });

/** One of the approver's buttons under the version. */
const answering = (entry: 'approved' | 'approvedWithChanges'): Scene => ({
  list: 'presses',
  entry: `approval.${entry}`,
  by: 'approver',
  act: ({ as, cast, words }) => as('approver').click(words.answers[`verb.${entry}`](), { in: cast.channel }),
  refused: ALL_BUT_APPROVER,
});

/** A version is sent to the client, and answered; at the end another one is ready. */
export const deliverableClientScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'deliverable.toClient',
    by: 'manager',
    prepare: begin,
    act: (walk) => manager(walk).click(deliverableWords.in(walk.cast.locale).send(), { in: walk.team }),
    refused: ALL_BUT_MANAGER,
  },
  choosing('chooseChannel', 'channel'),
  {
    ...choosing('chooseLanguage', {}),
    act: (walk) => {
      const form = manager(walk).modal();
      return form.fill(versionFilling({ language: walk.cast.locale }, form, walk.cast.locale));
    },
  },
  // A working day far away: nothing that is played later comes near it.
  choosing('chooseDue', { dueOn: '2027-06-09' }),
  choosing('chooseApprovers', 'approver'),
  // The way is asked where nobody chosen is on Slack.
  {
    ...choosing('chooseReach', { reach: 'outside' }),
    prepare: (walk) => approvers(walk, []),
    after: async (walk) => {
      await inClientChannel(walk);
      await approvers(walk, [`@${walk.cast.people.approver}`]);
    },
  },
  {
    list: 'submits',
    entry: 'deliverable.sendForm',
    by: 'manager',
    act: (walk) => manager(walk).modal().submit(),
    refused: ALL_BUT_MANAGER,
  },
  {
    ...answering('approvedWithChanges'),
    after: async ({ as }) => {
      if (as('approver').hasModal()) await as('approver').modal().close({ all: true });
    },
  },
  {
    ...answering('approved'),
    after: async (walk) => {
      await bringNext(manager(walk), walk.cast.locale, walk.team, { content: `${walk.cast.reason} 2` });
    },
  },
];
