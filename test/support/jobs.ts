import type { Stage } from './stage.ts';

/** Runs one of the recurring jobs now, as the clock would, and lets what follows from it come to its end. */
export async function runJob({ bot, slack }: Pick<Stage, 'bot' | 'slack'>, name: string): Promise<void> {
  const job = bot.jobs.find((one) => one.name.startsWith(name));
  if (!job) throw new Error(`there is no job ${name}`);
  await job.run(new Date(slack.clock.now()));
  await slack.idle();
}
