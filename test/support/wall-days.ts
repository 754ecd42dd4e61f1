import { seededRandom } from '../../sandbox/core/random.ts';
import { stage } from './stage.ts';
import { letOut, ROOM_ACTS } from './wall-acts-rooms.ts';
import { TALK_ACTS } from './wall-acts-talk.ts';
import { begin, send, sendTo, WORK_ACTS, write, writeInside } from './wall-acts-work.ts';
import { type Manager, MANAGERS, wallSeed } from './wall-cast.ts';
import type { Act, Play } from './wall-play.ts';
import { watchWall } from './wall-watch.ts';

const NOTHING: Act = { name: 'nothing', run: async () => 'nobody did anything' };

/** All that can happen, the more likely more than once. The first is what a failure is made smaller by. */
export const ACTS: readonly Act[] = [NOTHING, ...WORK_ACTS, ...ROOM_ACTS, ...TALK_ACTS];
const byName = new Map(ACTS.map((act) => [act.name, act]));

export type Step = { act: string; seed: number };

/** How often each act was done, and not in vain. */
export type Tally = Map<string, number>;

export type Days = {
  /** Of what stands there before the first step. */
  seed: number;
  steps: readonly Step[];
  /** Both briefs are with their clients, where they are to be. Else chance decides. */
  isSent?: boolean;
  tally?: Tally;
  /** Told what was done, act by act. */
  tell?: (act: string) => void;
  /** Something to be found: what a fault would have the bot show. */
  plant?: (play: Play) => Promise<void>;
};

/**
 * Plays these steps on a fresh stage: two managers, each with a client, whose briefs are written and mostly with the client.
 * @throws Error with what was done, where somebody was shown what is not theirs
 */
export async function playWall(days: Days): Promise<void> {
  const { seed, steps, isSent = false, tally = new Map(), tell = () => undefined, plant } = days;
  const on = await stage({ seed: wallSeed });
  const done: string[] = [];
  const keep = (act: string) => {
    done.push(act);
    tell(act);
  };
  try {
    const watch = watchWall(on);
    const play: Play = {
      on,
      watch,
      random: seededRandom(seed),
      counts: { projects: 0, texts: 0 },
      handles: new Map(),
    };
    for (const hand of Object.keys(MANAGERS) as Manager[]) keep(await furnish(play, hand, isSent));
    await watch.look();
    for (const step of steps) {
      keep(await doStep({ ...play, random: seededRandom(step.seed) }, step, tally));
      await watch.look();
    }
    await plant?.(play);
    await watch.look();
    await letOut(play);
    await watch.look();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error([said, 'after:', ...done.map((act) => `  ${act}`)].join('\n'), { cause: error });
  } finally {
    await on.end();
  }
}

/** A project with secrets in it; whether its brief is with the client is left to chance. */
async function furnish(play: Play, hand: Manager, isSent: boolean): Promise<string> {
  const team = await begin(play, hand);
  await write(play, hand, team);
  await writeInside(play, hand, team);
  if (isSent) return sendTo(play, hand, team, { channel: MANAGERS[hand].clientChannel, contact: null });
  return play.random.int(4) === 0 ? `${hand} began ${team}` : send(play, hand, team);
}

async function doStep(play: Play, { act: name }: Step, tally: Tally): Promise<string> {
  const act = byName.get(name) ?? NOTHING;
  try {
    const what = await act.run(play);
    tally.set(name, (tally.get(name) ?? 0) + 1);
    return what;
  } catch (error) {
    // What nobody sees now cannot be done. What is wrong with the bot is found by looking at what it showed.
    return `${name}, in vain: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  } finally {
    for (const handle of Object.keys(MANAGERS)) {
      const who = play.on.slack.as(handle);
      if (who.hasModal()) await who.modal().close({ all: true });
    }
  }
}
