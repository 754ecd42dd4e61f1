import { isOverview, read, startProject, writeBrief } from './acts.ts';
import { askClient, type AskingFor } from './acts-gather.ts';
import { writeReason } from './acts-steps.ts';
import { beginWalk, type Cast, type Role, type Walk } from './cast.ts';
import type { Stage } from './stage.ts';

/** What the team wrote for itself, and what the client answers. */
export const ASKED = {
  en: {
    secret: 'They pay late',
    draft: 'DRAFT of the team',
    audience: 'Families <!channel> & *friends*',
    budget: 'About 400,000',
  },
  zh: { secret: '他们付款慢', draft: '团队草稿', audience: '家庭 <!channel> & *朋友*', budget: '大约四十万' },
} as const;

export const asking = ({ people, channel, locale }: Cast, more: Partial<AskingFor> = {}): AskingFor => ({
  contact: `@${people.approver}`,
  channel,
  language: locale,
  ...more,
});

/** A project whose team has written something of the brief, and something that stays inside. */
export async function begun(on: Stage, cast: Cast): Promise<Walk> {
  const walk = beginWalk(on, cast);
  const manager = walk.as('manager');
  const team = await startProject(manager, cast.locale, { client: cast.client, name: cast.names[0] });
  await manager.in(team).invite(cast.people.teammate);
  await manager.click(walk.words.project.joinerYes());
  await writeBrief(manager, cast.locale, team, { objective: ASKED[cast.locale].draft });
  await writeReason(manager, cast.locale, team, { reason: 'driveSales', whys: ASKED[cast.locale].secret });
  return Object.assign(walk, { team });
}

/** The same, and the client is asked. */
export async function asked(on: Stage, cast: Cast, more: Partial<AskingFor> = {}): Promise<Walk> {
  const walk = await begun(on, cast);
  const left = await askClient(walk.as('manager'), cast.locale, walk.team, asking(cast, more));
  if (!isOverview(left, cast.locale)) throw new Error(`the client was not asked: ${JSON.stringify(left?.errors)}`);
  await left?.close({ all: true });
  return walk;
}

/** All that somebody reads in the client's channel. */
export const seenBy = ({ as, cast }: Walk, role: Role = 'approver'): string => read(as(role), cast.channel).join('\n');
/** The newest card of the questions there. */
export const cardIn = ({ as, cast }: Walk) =>
  as('approver')
    .sees(cast.channel)
    .findLast(({ fallback }) => fallback.includes(cast.names[0]));
export const homeOf = async ({ as }: Walk, role: Role): Promise<string> => (await as(role).home()).text;
