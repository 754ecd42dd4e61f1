import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { delivery } from '../deliveries.ts';
import type { Ground } from '../ground.ts';
import type { Answer } from '../load.ts';
import { explain, explainNoise, figure, short } from '../say.ts';
import { median } from '../stats.ts';
import type { Doc } from '../walk.ts';

/** Slack gives up then (docs.slack.dev, handling user interaction). */
const AIM_MS = 3000;
/** The product's own deadline: who waits for so long is told that the outcome will show (src/io/deadline.ts). */
const UNSURE_MS = 2000;
const PEOPLE = 20;
const ROUNDS = 5;
/** Between somebody's two presses. */
const AGAIN_MS = 500;

/**
 * Twenty people who are all asked press Confirm at the same moment, and again half a second later, on one project, each
 * press to another of two processes: everyone's answer is a transaction on the same document.
 */
export async function measureWorstWait(ground: Ground): Promise<void> {
  const { approver } = ground.walked;
  const users = Array.from(
    { length: PEOPLE },
    (_, index) => `U${String(index).padStart(approver.user.length - 1, '0')}`,
  );
  const alter = (project: Doc) => askedAll(project, approver.user, users);
  const dataset = await ground.dataset({ projects: ROUNDS + 1, alter });
  const servers = [await ground.product(dataset), await ground.product(dataset)];
  const round = async (project: string): Promise<Answer[]> => {
    const press = (again: number) =>
      users.map(async (user, index) => {
        const names = [[approver.user, user]] as const;
        const server = servers[(index + again) % servers.length];
        if (!server) throw new Error('there is no process');
        return server.post(delivery(ground.walked, 'confirm', { project, names }));
      });
    const first = Promise.all(press(0));
    await sleep(AGAIN_MS);
    return (await Promise.all([first, Promise.all(press(1))])).flat();
  };
  const [warmUp = '', ...projects] = dataset.ids;
  await round(warmUp);
  const answers: Answer[] = [];
  for (const project of projects) answers.push(...(await round(project)));
  const saved = await savedOn(dataset.db.collection('record'), projects);
  const tookMs = answers.map((one) => one.tookMs);
  const inTime = answers.filter((one) => one.status === 200 && one.tookMs < AIM_MS).length;
  explain(`${inTime} of ${answers.length} presses acknowledged within 3 s, median ${short(median(tookMs))} ms`);
  const unsure = tookMs.filter((ms) => ms >= UNSURE_MS).length;
  explain(`${unsure} of them told after 2 s that the outcome is not known yet`);
  explain(`${saved} of ${PEOPLE * ROUNDS} confirmations stand on the record`);
  explainNoise();
  figure('worst-wait-ms', { value: Math.max(...tookMs), aim: AIM_MS, aa: null });
}

type Found = { countDocuments: (filter: object) => Promise<number> };

const savedOn = (record: Found, projects: readonly string[]): Promise<number> =>
  record.countDocuments({ 'entry.kind': 'approval.answered', 'entry.project': { $in: projects } });

const askedSchema = z.looseObject({
  brief: z.looseObject({
    sent: z.looseObject({
      approval: z.looseObject({ approvers: z.array(z.looseObject({ person: z.object({ team: z.string() }) })) }),
    }),
  }),
});

/** The same project, with all of them asked instead of one. */
function askedAll(project: Doc, approver: string, users: readonly string[]): Doc {
  const { brief } = askedSchema.parse(project);
  const [one] = brief.sent.approval.approvers;
  const approvers = users.map((user) => ({ ...one, id: `id-${user}`, person: { ...one?.person, user } }));
  const approval = { ...brief.sent.approval, approvers };
  return { ...project, brief: { ...brief, sent: { ...brief.sent, approval } } };
}
