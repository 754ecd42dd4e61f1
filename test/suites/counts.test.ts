import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { beginWalk, ENGLISH, type Walk } from '../support/cast.ts';
import { deliveryOf, nameOf, SCENES } from '../support/scenes.ts';
import { type Body, stage } from '../support/stage.ts';

/** What may happen between a delivery and its acknowledgement. */
type Cost = { reads: number; writes: number; calls: readonly string[] };

const DECISION = { reads: 1, calls: [] } as const;
const EVENT = { reads: 0, writes: 1, calls: [] } as const;

/** Every way in has its budget: a new one fails until it has one too. */
const BUDGETS: Readonly<Record<string, Cost>> = {
  '/project help': { reads: 0, writes: 0, calls: [] },
  '/brief help': { reads: 0, writes: 0, calls: [] },
  '/project new': { reads: 0, writes: 0, calls: ['views.open'] },
  'project.startForm': { reads: 2, writes: 10, calls: [] },
  '/project': { reads: 2, writes: 0, calls: [] },
  '/brief': { reads: 1, writes: 0, calls: ['views.open'] },
  '/project record': { reads: 2, writes: 0, calls: ['views.open'] },
  'project.start': { reads: 0, writes: 0, calls: ['views.open'] },
  'project.writeBrief': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.edit': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.send': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.requestChanges': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.withdraw': { reads: 1, writes: 0, calls: ['views.open'] },
  'brief.chooseChannel': { reads: 0, writes: 0, calls: [] },
  'brief.chooseFinder': { reads: 0, writes: 0, calls: [] },
  'brief.chooseLanguage': { reads: 0, writes: 0, calls: [] },
  'brief.choose': { reads: 1, writes: 0, calls: [] },
  'project.recordChoose': { reads: 2, writes: 0, calls: [] },
  'project.recordOlder': { reads: 2, writes: 0, calls: [] },
  'project.recordNewer': { reads: 2, writes: 0, calls: [] },
  'brief.editForm': { ...DECISION, writes: 5 },
  // Who was named in it, by one query.
  'brief.findersForm': { ...DECISION, reads: 2, writes: 5 },
  // What was seen of the channel, and whose it is: two reads more, raced against the same two seconds.
  'brief.sendForm': { ...DECISION, reads: 3, writes: 10 },
  'brief.confirm': { ...DECISION, writes: 10 },
  'brief.reasonForm': { ...DECISION, writes: 10 },
  'brief.withdrawForm': { ...DECISION, writes: 10 },
  'project.startStage': { ...DECISION, writes: 6 },
  'project.joinerYes': { ...DECISION, writes: 6 },
  'project.joinerNo': { ...DECISION, writes: 6 },
  member_joined_channel: EVENT,
  member_left_channel: EVENT,
  channel_shared: EVENT,
  channel_unshared: EVENT,
  app_home_opened: EVENT,
};

const READS = new Set(['find', 'aggregate', 'count', 'distinct']);
const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify']);

let walk: Walk;
/** What is under way now, and what each delivery cost until it was acknowledged, by its name. */
let counted: Cost | null = null;
const costs = new Map<string, Cost>();

beforeAll(async () => {
  const on = await stage({ monitored: true });
  walk = beginWalk(on, ENGLISH);
  let callsBefore = 0;
  on.db.connection.getClient().on('commandStarted', ({ commandName }) => {
    if (!counted) return;
    if (READS.has(commandName)) counted = { ...counted, reads: counted.reads + 1 };
    if (WRITES.has(commandName)) counted = { ...counted, writes: counted.writes + 1 };
  });
  on.wire.watch = (what, body) => {
    const calls = on.slack.journal.calls().map(({ name }) => name);
    if (what === 'delivered') {
      callsBefore = calls.length;
      counted = { reads: 0, writes: 0, calls: [] };
    } else if (counted) {
      costs.set(nameIn(body), { ...counted, calls: calls.slice(callsBefore) });
      counted = null;
    }
  };
});
afterAll(() => walk.on.end());

type Named = {
  command?: string;
  actions?: { action_id: string }[];
  view?: { callback_id: string };
  event?: { type: string };
};

/** As the driver names a delivery. */
function nameIn(body: Body): string {
  const { command, actions, view, event } = body as Named;
  if (command) return command;
  if (actions) return `block_actions ${actions[0]?.action_id ?? ''}`;
  return event?.type ?? `view_submission ${view?.callback_id ?? ''}`;
}

test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))(
  '%s costs no more than it may before anybody is answered',
  async (_name, scene) => {
    await scene.prepare?.(walk);
    costs.clear();
    await scene.act(walk);
    const cost = costs.get(deliveryOf(scene));
    await scene.after?.(walk);
    const budget = BUDGETS[scene.entry];
    expect(cost).toBeDefined();
    expect(budget).toBeDefined();
    expect({ entry: scene.entry, calls: cost?.calls }).toEqual({ entry: scene.entry, calls: budget?.calls });
    expect(cost?.reads).toBeLessThanOrEqual(budget?.reads ?? 0);
    expect(cost?.writes).toBeLessThanOrEqual(budget?.writes ?? 0);
  },
);
