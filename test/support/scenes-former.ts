import { aboutValue, formMeta } from '../../src/approval/model-answers.ts';
import { ANSWER_IDS } from '../../src/approval/views-buttons.ts';
import { FORMER_IDS } from '../../src/brief/listeners-former.ts';
import { formerDecisionMeta, formerDecisionValue } from '../../src/brief/model-former.ts';
import { ALL_BUT_APPROVER, type Walk } from './cast.ts';
import { formerSlack } from './former-files.ts';
import { sendAgain } from './scenes-brief.ts';
import type { Scene } from './scenes.ts';

// What is retired is drawn nowhere any more. So each scene puts what 0.1.0 had drawn in the place of what stands there today,
// and then people press and submit it as they would.

type Button = { action_id?: string; value?: string };

/** The newest button of today's in the client channel becomes the one that 0.1.0 had posted there: same label, own id and value. */
async function drawnBefore({ on, cast }: Walk, today: string, former: string): Promise<void> {
  const { messages } = on.slack.channel(cast.channel);
  const buttons = messages.flatMap(({ blocks }) =>
    blocks.flatMap((block): Button[] => (block.type === 'actions' ? (block.elements as Button[]) : [])),
  );
  const button = buttons.findLast(({ action_id: action }) => action === today);
  const about = aboutValue.decode(button?.value);
  if (!button || !about) throw new Error(`no button ${today} stands in ${cast.channel}`);
  const { project, on: version, language } = about;
  Object.assign(button, {
    action_id: former,
    value: formerDecisionValue.encode({ project, on: version, language }),
  });
}

/** The approver's open form becomes the one that 0.1.0 had opened. */
function openedBefore({ on, as, cast }: Walk, former: string): void {
  const { world } = on.slack.engine;
  const record = world.views.get(world.stacks.get(as('approver').id)?.at(-1) ?? '');
  const today = record?.view;
  const about = formMeta.decode(today && 'private_metadata' in today ? today.private_metadata : undefined);
  const found = formerSlack(cast.locale).forms.find(({ view }) => 'callback_id' in view && view.callback_id === former);
  if (!record || !about || !found) throw new Error(`no form in the place of ${former}`);
  const { project, on: version, language } = about;
  const metadata = formerDecisionMeta.encode({ project, on: version, language });
  record.view = { ...found.view, private_metadata: metadata };
}

const pressing = (
  entry: string,
  today: string,
  label: (words: Walk['words']['answers']) => string,
  before: (walk: Walk) => Promise<unknown> = async () => undefined,
): Scene => ({
  list: 'presses',
  entry,
  by: 'approver',
  prepare: async (walk) => {
    await before(walk);
    await drawnBefore(walk, today, entry);
  },
  act: ({ as, cast, words }) => as('approver').click(label(words.answers), { in: cast.channel }),
  refused: ALL_BUT_APPROVER,
});

const submitting = (entry: string): Scene => ({
  list: 'submits',
  entry,
  by: 'approver',
  prepare: async (walk) => {
    openedBefore(walk, entry);
    const form = walk.as('approver').modal();
    const [label = ''] = form.labels;
    await form.fill({ [label]: walk.cast.reason });
  },
  act: ({ as }) => as('approver').modal().submit(),
  refused: ALL_BUT_APPROVER,
});

const again = (texts: Readonly<Record<'en' | 'zh', string>>) => (walk: Walk) =>
  sendAgain(walk, texts[walk.cast.locale]);

/** The buttons and forms of 0.1.0, for as long as they are answered. */
export const formerScenes: readonly Scene[] = [
  pressing(FORMER_IDS.requestChanges, 'approval.changesRequested', (words) => words['verb.changesRequested']()),
  submitting(FORMER_IDS.reasonForm),
  pressing(
    FORMER_IDS.confirm,
    'approval.confirmed',
    (words) => words['verb.confirmed'](),
    again({ en: 'Real tea, picked by hand', zh: '真茶，手工采摘' }),
  ),
  pressing(FORMER_IDS.withdraw, ANSWER_IDS.takeBack, (words) => words.takeBack()),
  {
    ...submitting(FORMER_IDS.withdrawForm),
    after: again({ en: 'Real tea, as it was', zh: '真茶，本来的味道' }),
  },
];
