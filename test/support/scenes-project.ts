import { ALL_BUT_MANAGER, type Role, type Walk } from './cast.ts';
import { shown } from './acts.ts';
import type { Scene } from './scenes.ts';

const GUESTS = ['contact', 'freelancer', 'approver', 'stranger'] as const satisfies readonly Role[];
/** Verbs as they are typed in each language. */
const typed = ({ cast }: Walk, en: string, zh: string) => `/project ${cast.locale === 'zh' ? zh : en}`;

export const closeAll = async ({ as }: Walk): Promise<void> => {
  if (as('manager').hasModal()) await as('manager').modal().close({ all: true });
};

export const commandScenes: readonly Scene[] = [
  {
    list: 'commands',
    entry: '/project help',
    by: 'manager',
    act: (walk) =>
      walk
        .as('manager')
        .in('#general')
        .command(typed(walk, 'help', '帮助')),
    refused: 'everybody gets the help that fits them',
  },
  {
    list: 'commands',
    entry: '/brief help',
    by: 'manager',
    act: ({ as, cast }) =>
      as('manager')
        .in('#general')
        .command(`/brief ${cast.locale === 'zh' ? '帮助' : 'help'}`),
    refused: 'everybody gets the help that fits them',
  },
  {
    list: 'commands',
    entry: '/project new',
    by: 'manager',
    act: (walk) =>
      walk
        .as('manager')
        .in('#general')
        .command(typed(walk, 'new', '新建')),
    refused: GUESTS,
  },
  {
    list: 'submits',
    entry: 'project.startForm',
    by: 'manager',
    prepare: ({ as, cast, words: { project } }) =>
      as('manager')
        .modal()
        .fill({
          [project['client.label']()]: cast.client,
          [project['name.label']()]: cast.names[0],
          [project['work.label']()]: project['work.campaign'](),
          [project['wantedOn.label']()]: '2027-03-14',
        }),
    act: ({ as }) => as('manager').modal().submit(),
    after: async (walk) => {
      const { slack } = walk.on;
      const made = [...slack.engine.world.channels.values()].findLast(({ creator }) => creator === bot(walk));
      Object.assign(walk, { team: `#${made?.name ?? ''}` });
    },
    refused: GUESTS,
  },
  {
    list: 'commands',
    entry: '/project',
    by: 'manager',
    act: ({ as, team }) => as('manager').in(team).command('/project'),
    refused: GUESTS,
  },
];

const bot = ({ on }: Walk): string => on.slack.engine.world.app.botUserId;

export const projectScenes: readonly Scene[] = [
  {
    list: 'events',
    entry: 'member_joined_channel',
    by: 'manager',
    act: ({ as, team, cast }) => as('manager').in(team).invite(cast.people.teammate),
    refused: 'Slack itself tells it',
  },
  {
    list: 'presses',
    entry: 'project.joinerYes',
    by: 'manager',
    act: ({ as, words }) => as('manager').click(words.project.joinerYes()),
    refused: ALL_BUT_MANAGER,
  },
];

export const peopleScenes: readonly Scene[] = [
  {
    list: 'presses',
    entry: 'project.startStage',
    by: 'manager',
    act: ({ as, team, words: { project } }) =>
      as('manager').click(project.startNext({ stage: project['stage.name']({ stage: 'proposal' }) }), { in: team }),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'commands',
    entry: '/project record',
    by: 'manager',
    act: (walk) =>
      walk
        .as('manager')
        .in(walk.team)
        .command(typed(walk, 'record', '记录')),
    refused: GUESTS,
  },
  ...(['Older', 'Newer'] as const).map((way): Scene => ({
    list: 'presses',
    entry: `project.record${way}`,
    by: 'manager',
    act: ({ as, words }) => as('manager').modal().press(words.project[`record${way}`]()),
    ...(way === 'Newer' ? { after: closeAll } : {}),
    refused: 'only whoever was shown the record can turn its pages',
  })),
  {
    list: 'presses',
    entry: 'project.joinerNo',
    by: 'manager',
    prepare: ({ as, team, cast }) => as('manager').in(team).invite(cast.people.freelancer),
    act: ({ as, words }) => as('manager').click(words.project.joinerNo()),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'events',
    entry: 'member_left_channel',
    by: 'freelancer',
    act: ({ as, team }) => as('freelancer').in(team).leave(),
    refused: 'Slack itself tells it',
  },
  ...(['channel_shared', 'channel_unshared'] as const).map((entry): Scene => ({
    list: 'events',
    entry,
    by: 'manager',
    act: ({ on, team }) => on.slack.admin.share(team, entry === 'channel_shared'),
    refused: 'Slack itself tells it',
  })),
  {
    list: 'events',
    entry: 'app_home_opened',
    by: 'manager',
    act: ({ as }) => as('manager').home(),
    refused: 'everybody has a Home of their own',
  },
  {
    list: 'presses',
    entry: 'project.start',
    by: 'manager',
    act: async ({ as, words }) => shown(await (await as('manager').home()).press(words.home.newProject())),
    after: closeAll,
    refused: GUESTS,
  },
];
