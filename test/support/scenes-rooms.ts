import { projectCardWords } from '../../src/project/words-card.ts';
import { heldWords } from '../../src/rooms/words-held.ts';
import { roomsWords } from '../../src/rooms/words.ts';
import { sentProject, shown, startProject } from './acts.ts';
import { ALL_BUT_MANAGER, type Role, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';
import { accountScenes, clientRoomScenes, invited, newestRoom, teamRoomScenes } from './scenes-rooms-events.ts';

/** A colleague may look where a project lives. */
const GUESTS = ['contact', 'freelancer', 'approver', 'stranger'] as const satisfies readonly Role[];
const ONLY_WHOEVER_OPENED = 'only whoever opened the form can choose in it, and nothing is decided by it';

const words = ({ cast }: Walk) => roomsWords.in(cast.locale);
const press = (walk: Walk, label: string) => walk.as('manager').modal().press(label);
const typing = ({ as, cast, team }: Walk) =>
  as('manager')
    .in(team)
    .command(cast.locale === 'zh' ? '/project 频道' : '/project channels');
const openByCard = async ({ as, cast, team }: Walk) =>
  shown(await as('manager').click(projectCardWords.in(cast.locale).channels(), { in: team }));

/** A project of its own. */
async function begin(walk: Walk): Promise<void> {
  const { as, cast } = walk;
  const team = await startProject(as('manager'), cast.locale, { client: cast.client, name: `${cast.names[0]} 9` });
  Object.assign(walk, { team });
}

/** And another one of the same client, in the same client channel. */
async function beginAnother({ as, cast }: Walk): Promise<void> {
  const { locale: language, channel, people } = cast;
  const sending = { channel, approver: `@${people.approver}`, language };
  await sentProject(as('manager'), language, { client: cast.client, name: `${cast.names[1]} 9` }, sending);
}

/** A room that others use already, of which whoever manages the account is a member. */
const OTHER_ROOM = '#pitch-room';
async function enterOther({ on, as, cast }: Walk): Promise<void> {
  if (!as('manager').channels().includes(OTHER_ROOM)) {
    await on.slack.as('mei').in(OTHER_ROOM).invite(cast.people.manager);
  }
}

/** A button of the modal, which opens a form over it. */
const opening = (entry: string, label: 'makeClient' | 'chooseClient' | 'chooseTeam'): Scene => ({
  list: 'presses',
  entry: `rooms.${entry}`,
  by: 'manager',
  act: async (walk) => shown(await press(walk, words(walk)[label]())),
  refused: ALL_BUT_MANAGER,
});

/** A channel is chosen in a form. */
const choosing = (side: 'team' | 'client', channel: (walk: Walk) => string): Scene => ({
  list: 'presses',
  entry: `rooms.${side}Chosen`,
  by: 'manager',
  act: (walk) =>
    walk
      .as('manager')
      .modal()
      .fill({ [words(walk)[`${side}Channel.label`]()]: channel(walk) }),
  refused: ONLY_WHOEVER_OPENED,
});

const submitting = (form: 'makeForm' | 'clientForm' | 'teamForm'): Scene => ({
  list: 'submits',
  entry: `rooms.${form}`,
  by: 'manager',
  act: ({ as }) => as('manager').modal().submit(),
  after: closeAll,
  refused: ALL_BUT_MANAGER,
});

const shownScenes: readonly Scene[] = [
  {
    list: 'commands',
    entry: '/project channels',
    by: 'manager',
    prepare: begin,
    act: typing,
    after: closeAll,
    refused: GUESTS,
  },
  { list: 'presses', entry: 'rooms.open', by: 'manager', act: openByCard, refused: GUESTS },
];

/** A client channel is made, for whoever has no account here. */
const makingScenes: readonly Scene[] = [
  opening('makeClient', 'makeClient'),
  {
    ...submitting('makeForm'),
    prepare: async (walk) => {
      for (const scope of ['write', 'manage']) await walk.on.slack.admin.grantScope(`conversations.connect:${scope}`);
      await walk
        .as('manager')
        .modal()
        .fill({ [words(walk)['emails.label']()]: invited(walk).join('\n') });
    },
  },
];

/** Another client channel, where the first is lost; and none. */
const clientScenes: readonly Scene[] = [
  { ...opening('chooseClient', 'chooseClient'), prepare: openByCard },
  choosing('client', ({ cast }) => cast.channel),
  submitting('clientForm'),
  {
    list: 'presses',
    entry: 'rooms.choose',
    by: 'manager',
    prepare: async (walk) => {
      await beginAnother(walk);
      await typing({ ...walk, team: walk.cast.channel });
    },
    act: (walk) => press(walk, walk.words.project.choose()),
    after: closeAll,
    refused: GUESTS,
  },
  {
    list: 'presses',
    entry: 'rooms.noClient',
    by: 'manager',
    prepare: openByCard,
    act: (walk) => press(walk, words(walk).noClient()),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
];

/** A new team channel, where the first is lost; and one that is there. */
const teamScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'rooms.makeTeam',
    by: 'manager',
    prepare: async ({ as, cast }) => shown(await as('manager').click(heldWords.in(cast.locale).openRooms())),
    act: (walk) => press(walk, words(walk).makeTeam()),
    after: async (walk) => {
      await closeAll(walk);
      Object.assign(walk, { team: newestRoom(walk) });
    },
    refused: ALL_BUT_MANAGER,
  },
  {
    ...opening('chooseTeam', 'chooseTeam'),
    prepare: async (walk) => {
      await enterOther(walk);
      await openByCard(walk);
    },
  },
  choosing('team', () => OTHER_ROOM),
  {
    ...submitting('teamForm'),
    after: async (walk) => {
      await closeAll(walk);
      Object.assign(walk, { team: OTHER_ROOM });
    },
  },
];

/** What happens to channels and to people, and the form of the channels. */
export const roomScenes: readonly Scene[] = [
  ...shownScenes,
  ...makingScenes,
  ...clientRoomScenes,
  ...clientScenes,
  ...teamRoomScenes,
  ...teamScenes,
  ...accountScenes,
];
