import { evidenceWords } from '../../src/approval/words-evidence.ts';
import { sendBrief, shown, TEXTS, writeBrief } from './acts.ts';
import { ALL_BUT_MANAGER, ALL_BUT_APPROVER, type Walk } from './cast.ts';
import { RECORD, saidFilling } from './evidence.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';

const ONLY_ITS_AUTHOR = 'only its author is asked, and nothing is decided by it';

const wordsIn = ({ cast }: Walk) => evidenceWords.in(cast.locale);
const inChinese = ({ cast }: Walk): boolean => cast.locale === 'zh';

/** The approver answers in words, in the thread of one of the two projects. @returns the message's ts */
const says = ({ as, cast }: Walk, text: string, project: 0 | 1): Promise<string> =>
  as('approver').in(cast.channel).post(text, { thread: cast.names[project] });

const sentence = (walk: Walk): string => (inChinese(walk) ? '我们确认第一版' : 'We confirm version 1');
const confirming = ({ words, ...walk }: Walk): string =>
  wordsIn({ words, ...walk }).recordAs({ verb: words.answers['verb.confirmed']() });

/** The first project's brief is asked about again, beside the second one's. */
async function askAgain({ as, cast, team }: Walk): Promise<void> {
  const keyMessage = cast.locale === 'zh' ? '真茶，当场泡' : 'Real tea, brewed before you';
  await writeBrief(as('manager'), cast.locale, team, { ...TEXTS[cast.locale], keyMessage });
  await sendBrief(as('manager'), cast.locale, team, { language: cast.locale });
}

/** What the client says beside the buttons, once two of their requests are open. */
export const evidenceScenes: readonly Scene[] = [
  {
    list: 'events',
    entry: 'message',
    by: 'approver',
    prepare: askAgain,
    act: (walk) => says(walk, inChinese(walk) ? '同意' : 'OK', 0),
    refused: ONLY_ITS_AUTHOR,
  },
  {
    list: 'presses',
    entry: 'approval.leave',
    by: 'approver',
    act: (walk) => walk.as('approver').click(wordsIn(walk).no()),
    refused: ALL_BUT_APPROVER,
  },
  {
    list: 'events',
    entry: 'reaction_added',
    by: 'approver',
    act: async ({ as, cast, words }) => {
      const title = words.brief.versionTitle({ project: cast.names[1], version: 1 });
      await as('approver').react('+1', title, { in: cast.channel });
    },
    refused: ONLY_ITS_AUTHOR,
  },
  {
    list: 'presses',
    entry: 'approval.recordHeard',
    by: 'approver',
    prepare: (walk) => says(walk, sentence(walk), 1),
    act: (walk) => walk.as('approver').click(confirming(walk)),
    refused: ALL_BUT_APPROVER,
  },
  {
    list: 'presses',
    entry: 'approval.object',
    by: 'approver',
    act: (walk) => walk.as('approver').click(wordsIn(walk).object(), { in: walk.cast.channel }),
    refused: ALL_BUT_APPROVER,
  },
  {
    list: 'submits',
    entry: 'approval.objectForm',
    by: 'approver',
    prepare: (walk) =>
      walk
        .as('approver')
        .modal()
        .fill({ [wordsIn(walk)['reason.label']()]: walk.cast.reason }),
    act: ({ as }) => as('approver').modal().submit(),
    refused: ALL_BUT_APPROVER,
  },
  {
    list: 'events',
    entry: 'message',
    by: 'approver',
    act: async (walk) => {
      const { as, cast } = walk;
      const own = as('approver')
        .sees(cast.channel)
        .findLast(({ text, by }) => by === cast.people.approver && text === sentence(walk));
      await as('approver')
        .in(cast.channel)
        .edit(own?.ts ?? '', inChinese(walk) ? '我们再看看' : 'We look at it again');
    },
    refused: 'what is recorded stays as it was, whoever edits what',
  },
  {
    list: 'shortcuts',
    entry: 'approval.record',
    by: 'manager',
    prepare: (walk) => walk.as('manager').in(walk.cast.channel).post(walk.cast.reason),
    act: ({ as, cast }) => as('manager').shortcut(RECORD, cast.reason, { in: cast.channel }),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'approval.recordChoose',
    by: 'manager',
    act: async (walk) => shown(await walk.as('manager').modal().press(wordsIn(walk).choose())),
    after: closeAll,
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'presses',
    entry: 'approval.recordOpen',
    by: 'manager',
    act: (walk) => walk.as('manager').click(wordsIn(walk).record()),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'submits',
    entry: 'approval.saidForm',
    by: 'manager',
    prepare: ({ as, cast }) =>
      as('manager')
        .modal()
        .fill(saidFilling({ verb: 'changesRequested', way: 'wechat', words: cast.reason }, cast.locale)),
    act: ({ as }) => as('manager').modal().submit(),
    refused: ALL_BUT_MANAGER,
  },
  {
    list: 'submits',
    entry: 'approval.whenForm',
    by: 'manager',
    act: ({ as }) => as('manager').modal().submit(),
    refused: ALL_BUT_MANAGER,
  },
];
