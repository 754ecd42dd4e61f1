import { z } from 'zod';
import { outcomeOf } from './sender-outcome.ts';
import type { Clients } from './slack.ts';

/** While Slack does not answer at start, it is asked again after 1 s, 2 s, 4 s ... at most this. */
const LONGEST_WAIT_MS = 30_000;

const authSchema = z.looseObject({
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
  user_id: z.string(),
  bot_id: z.string(),
  url: z.string(),
  team: z.string().nullish(),
});

/** One workspace that has this app. */
export type Installation = {
  /** The installed team's id: the workspace of everything that is stored. */
  workspace: string;
  enterprise: string | null;
  botUser: string;
  botId: string;
  /** What the workspace is called: the agency's name. */
  name: string;
  /** The workspace's own address, for links. */
  url: string;
  token: string;
};

export type InstallationParts = { token: string; wait: (ms: number) => Promise<void> };

/**
 * The installation that the environment's token belongs to (docs.slack.dev, auth.test). Asks until Slack answers.
 * @throws where Slack answers that the token is not good, or is not a bot's: waiting would not help
 */
export async function installation(clients: Clients, { token, wait }: InstallationParts): Promise<Installation> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await ask(clients);
    if (answer !== null) return asInstallation(answer, token);
    await wait(Math.min(LONGEST_WAIT_MS, 1000 * 2 ** attempt));
  }
}

/** @returns null where there was no answer worth believing. */
async function ask({ interactive, log }: Clients): Promise<unknown> {
  try {
    return await interactive.auth.test();
  } catch (error) {
    const outcome = outcomeOf(error);
    const isNo = outcome.is === 'refused' || outcome.is === 'shutOut';
    if (isNo)
      throw new Error(`Slack refuses the bot token (${outcome.error}); see docs.slack.dev, auth.test`, {
        cause: error,
      });
    log.warn({ err: error }, 'Slack does not answer yet');
    return null;
  }
}

function asInstallation(answer: unknown, token: string): Installation {
  const parsed = authSchema.safeParse(answer);
  if (!parsed.success) throw new Error('the token is not a bot token: auth.test names no bot');
  const { team_id: workspace, enterprise_id: enterprise, user_id: botUser, bot_id: botId, url, team } = parsed.data;
  return { workspace, enterprise: enterprise ?? null, botUser, botId, name: team ?? url, url, token };
}
