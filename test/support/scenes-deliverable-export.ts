import { cardWords } from '../../src/client/words-card.ts';
import { confirm, sentProject, shown } from './acts.ts';
import { exportFilling } from './acts-export.ts';
import { startJob } from './acts-stages.ts';
import { ALL_BUT_APPROVER, ALL_BUT_MANAGER, type Role, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';

const nameOf = ({ cast }: Walk): string => `${cast.names[0]} 25`;

/** A project of its own, whose client has confirmed the brief. */
async function begin(walk: Walk): Promise<void> {
  const { as, cast } = walk;
  const { locale: language, channel, people } = cast;
  const sending = { channel, approver: `@${people.approver}`, language };
  const team = await sentProject(as('manager'), language, { client: cast.client, name: nameOf(walk) }, sending);
  await confirm(as('approver'), language, channel);
  Object.assign(walk, { team });
}

const close =
  (role: Role) =>
  async ({ as }: Walk): Promise<void> => {
    if (as(role).hasModal()) await as(role).modal().close({ all: true });
  };

const asking = ({ as, cast, team }: Walk) =>
  as('manager')
    .in(team)
    .command(`/approval ${cast.locale === 'zh' ? '导出' : 'export'}`);

/** A form, filled in: a table, which is soon made. */
const sending = (entry: string, by: 'manager' | 'approver', refused: readonly Role[]): Scene => ({
  list: 'submits',
  entry,
  by,
  prepare: ({ as, cast }) =>
    as(by)
      .modal()
      .fill(exportFilling({ speaks: cast.locale, format: 'csv' })),
  act: ({ as }) => as(by).modal().submit(),
  after: close(by),
  refused,
});

/** The record as a file: for the agency by a command, for the client beside their record. */
export const exportScenes: readonly Scene[] = [
  {
    list: 'commands',
    entry: '/approval export',
    by: 'manager',
    prepare: begin,
    act: asking,
    refused: ALL_BUT_MANAGER,
  },
  sending('export.form', 'manager', ALL_BUT_MANAGER),
  {
    list: 'presses',
    entry: 'export.open',
    by: 'approver',
    act: async (walk) => {
      const { channel, locale } = walk.cast;
      const found = { in: channel, message: new RegExp(nameOf(walk), 'u') };
      shown(await walk.as('approver').click(cardWords.in(locale).export(), found));
    },
    refused: ALL_BUT_APPROVER,
  },
  sending('export.clientForm', 'approver', ALL_BUT_APPROVER),
  {
    list: 'presses',
    entry: 'export.choose',
    by: 'manager',
    prepare: async (walk) => {
      await startJob(walk.as('manager'), walk.cast.locale, walk.team, `${walk.cast.names[1]} 26`);
      await asking(walk);
    },
    act: (walk) => walk.as('manager').modal().press(walk.words.project.choose()),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
];
