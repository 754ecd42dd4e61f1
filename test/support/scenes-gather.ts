import { gatherWords } from '../../src/brief/words-gather.ts';
import { shown, startProject } from './acts.ts';
import { ADD, choosing } from './acts-gather.ts';
import { openOverview } from './acts-steps.ts';
import { NOT_ON_THE_TEAM, type Walk } from './cast.ts';
import { makeDocx, p } from './documents-docx.ts';
import type { Scene } from './scenes.ts';
import { askScenes, correctScenes } from './scenes-ask.ts';
import { closeAll } from './scenes-project.ts';

const gather = ({ cast }: Walk) => gatherWords.in(cast.locale);
const submit = ({ as }: Walk) => as('manager').modal().submit();
const overview = ({ as, cast, team }: Walk) => openOverview(as('manager'), cast.locale, team);
const press = (walk: Walk, label: string) => walk.as('manager').modal().press(label);

/** What a client writes, where the language does not matter. */
const SAID = { en: 'Shops on every campus', zh: '每个校园都有店' } as const;
const said = ({ cast }: Walk): string => SAID[cast.locale];

/** A file is called as the client calls it. */
const fileOf = ({ cast }: Walk): string => (cast.locale === 'zh' ? '简报.docx' : 'brief.docx');

/** A project of its own, and a message of the client's with a file in its team channel. */
async function begin(walk: Walk): Promise<void> {
  const { as, cast } = walk;
  const name = `${cast.names[0]} 2`;
  const team = await startProject(as('manager'), cast.locale, { client: cast.client, name });
  Object.assign(walk, { team });
  const file = { name: fileOf(walk), bytes: makeDocx(p(said(walk))) };
  await as('manager')
    .in(team)
    .post(said(walk), { files: [file] });
}

/** Answers from messages and documents, which the team checks. */
const fromPapers: readonly Scene[] = [
  {
    list: 'shortcuts',
    entry: 'brief.add',
    by: 'manager',
    prepare: begin,
    act: (walk) => walk.as('manager').shortcut(ADD, said(walk), { in: walk.team }),
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'presses',
    entry: 'brief.readFile',
    by: 'manager',
    act: (walk) => press(walk, gather(walk).readFile({ name: fileOf(walk) })),
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'submits',
    entry: 'brief.checkForm',
    by: 'manager',
    prepare: ({ as, cast }) => choosing(as('manager').modal(), cast.locale, ['mandatories']),
    act: submit,
    after: closeAll,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'submits',
    entry: 'brief.addForm',
    by: 'manager',
    prepare: async (walk) => {
      const form = shown(await walk.as('manager').shortcut(ADD, said(walk), { in: walk.team }));
      await form.fill({ [gather(walk)['question.label']()]: gather(walk)['question.audience']() });
    },
    act: submit,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'presses',
    entry: 'brief.takeApart',
    by: 'manager',
    prepare: async (walk) => {
      await walk
        .as('manager')
        .in(walk.team)
        .post(`${said(walk)}. `.repeat(500));
      const ts = walk.as('manager').sees(walk.team).at(-1)?.ts ?? '';
      await walk.as('manager').shortcut(ADD, ts, { in: walk.team });
    },
    act: (walk) => press(walk, gather(walk).takeApart()),
    after: async (walk) => {
      const page = walk.as('manager').modal();
      await choosing(
        page,
        walk.cast.locale,
        page.labels.map(() => 'leaveOut' as const),
      ).submit();
      await closeAll(walk);
    },
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'presses',
    entry: 'brief.document',
    by: 'manager',
    prepare: overview,
    act: (walk) => press(walk, gather(walk).documentButton()),
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'submits',
    entry: 'brief.documentForm',
    by: 'manager',
    prepare: (walk) =>
      walk
        .as('manager')
        .modal()
        .fill({ [gather(walk)['pasted.label']()]: said(walk) }),
    act: submit,
    after: closeAll,
    refused: NOT_ON_THE_TEAM,
  },
  {
    list: 'presses',
    entry: 'brief.check',
    by: 'manager',
    prepare: overview,
    act: (walk) => press(walk, gather(walk).checkButton({ left: 1 })),
    after: closeAll,
    refused: NOT_ON_THE_TEAM,
  },
];

/** How a brief is gathered, asked for and corrected, in a project of its own. */
export const gatherScenes: readonly Scene[] = [...fromPapers, ...askScenes, ...correctScenes];
