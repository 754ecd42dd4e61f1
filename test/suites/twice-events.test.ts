import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { read, startProject, TEXTS, writeBrief } from '../support/acts.ts';
import { arrives } from '../support/forge.ts';
import { unfinished } from '../support/outcome.ts';
import { lostOnTheWay, type Stage, stage } from '../support/stage.ts';

/** What happens in a team channel: Kai, a guest, comes or goes; it is shared with another company, or no longer is. */
type Happening = 'joined' | 'left' | 'shared' | 'unshared';

let on: Stage;
let team: string;
beforeAll(async () => {
  on = await stage();
  team = await startProject(mei(), 'en', { client: 'Acme', name: 'Spring launch' });
});
afterAll(() => on.end());

const mei = () => on.slack.as('mei');

async function happens(what: Happening): Promise<unknown> {
  switch (what) {
    case 'joined':
      return mei().in(team).invite('kai');
    case 'left':
      return on.slack.as('kai').in(team).leave();
    case 'shared':
    case 'unshared':
      return on.slack.admin.share(team, what === 'shared');
    default:
      return what satisfies never;
  }
}

const EVENTS: Record<Happening, string> = {
  joined: 'member_joined_channel',
  left: 'member_left_channel',
  shared: 'channel_shared',
  unshared: 'channel_unshared',
};

/** All orders of some things. */
function orders<T>(things: readonly T[]): T[][] {
  if (things.length === 0) return [[]];
  return things.flatMap((first, at) => orders(things.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

const HISTORIES: readonly { before: readonly Happening[]; lost: readonly Happening[] }[] = [
  { before: [], lost: ['joined', 'left'] },
  { before: [], lost: ['joined', 'left', 'joined'] },
  { before: ['joined'], lost: ['left', 'joined'] },
  { before: ['joined'], lost: ['left', 'joined', 'left'] },
  { before: [], lost: ['shared', 'unshared'] },
  { before: [], lost: ['shared', 'unshared', 'shared'] },
  { before: [], lost: ['joined', 'shared', 'left'] },
];

const CASES = HISTORIES.flatMap(({ before, lost }) =>
  orders([...lost.keys()]).map((order) => ({ before, lost, order: order.map((at) => at + 1) })),
);

/** What holds in the end, as Slack says it. */
function isSo({ before, lost }: (typeof HISTORIES)[number]) {
  const all = [...before, ...lost];
  const isThere = all.findLast((what) => what === 'joined' || what === 'left') === 'joined';
  const isShared = all.findLast((what) => what === 'shared' || what === 'unshared') === 'shared';
  return { isThere, isShared };
}

/** Delivers what was lost in some order, and then all of it once more, as Slack does when it is unsure. */
async function arrive(ids: readonly string[]): Promise<void> {
  for (const id of ids) await arrives(on, id);
  for (const id of ids.toReversed()) await arrives(on, id);
}

/** Nobody is there who should not be, and nobody reads along: as it was before. */
async function backToNormal({ isThere, isShared }: ReturnType<typeof isSo>): Promise<void> {
  if (isThere) await happens('left');
  if (isShared) await happens('unshared');
}

let count = 0;

test.each(CASES)('after $before, $lost arrive in the order $order and what Slack says is so', async (given) => {
  for (const what of given.before) await happens(what);
  const ids: string[] = [];
  for (const what of given.lost) {
    await lostOnTheWay(on, () => happens(what));
    ids.push(on.slack.journal.deliveries(EVENTS[what]).at(-1)?.id ?? '');
  }

  await arrive(given.order.map((at) => ids[at - 1] ?? ''));

  const so = isSo(given);
  const { text } = await mei().home();
  expect(text.includes('@kai joined the team channel')).toBe(so.isThere);
  const keyMessage = `Real tea, number ${(count += 1)}`;
  await writeBrief(mei(), 'en', team, { ...TEXTS.en, keyMessage });
  const isPosted = read(mei(), team).some((message) => message.includes(keyMessage));
  expect(isPosted).toBe(!so.isThere && !so.isShared);
  expect(await unfinished(on)).toEqual([]);
  on.slack.expectNoErrors();
  await backToNormal(so);
});
