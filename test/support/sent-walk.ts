import type { Person } from '../../sandbox/driver/person.ts';
import type { SeenMessage } from '../../sandbox/driver/seen.ts';
import { deliverableWords } from '../../src/deliverable/words.ts';
import { shown, startProject } from './acts.ts';
import { bring, type Bringing, checkIt } from './acts-deliverable.ts';
import { enrol } from './acts-stages.ts';
import type { Cast } from './cast.ts';
import type { Stage } from './stage.ts';

/** What a deliverable is called, its copy, and where it can be looked at. */
export const POSTER = {
  en: {
    name: 'Poster',
    link: 'https://review.example/poster',
    copy: 'Real tea <!channel>',
    parts: '300 × 250\n728 × 90',
  },
  zh: { name: '海报', link: 'https://review.example/haibao', copy: '真茶 <!channel>', parts: '竖版\n横版' },
} as const;

/** A project with a deliverable in it, and those who work on it and decide on it. */
export type SentWalk = {
  team: string;
  manager: Person;
  checker: Person;
  approver: Person;
  /** How many messages were in the client's channel when it began. */
  before: number;
};

/** A version is brought and checked; nothing of it has left the house. `about` changes what it is, by the form's own fields. */
export async function readyWalk(
  on: Stage,
  { locale, people, client, names, channel }: Cast,
  { bringing, about = {} }: { bringing?: Bringing; about?: Readonly<Record<string, string>> } = {},
): Promise<SentWalk> {
  const [manager, checker, approver] = [people.manager, people.teammate, people.approver].map((one) =>
    on.slack.as(one),
  );
  if (!manager || !checker || !approver) throw new Error('three take part');
  const team = await startProject(manager, locale, { client, name: names[0] });
  await enrol(on, team, people.teammate, 'teamMember');
  await manager.in(team).invite(people.teammate);
  const { name, link } = POSTER[locale];
  must(await bring(manager, locale, team, bringing ?? { name, content: link }));
  if (Object.keys(about).length > 0) {
    const form = shown(await manager.click(deliverableWords.in(locale).details(), { in: team }));
    must(await form.fill({ ...about }).submit());
  }
  must(await checkIt(checker, locale, team));
  return { team, manager, checker, approver, before: approver.sees(channel).length };
}

function must(left: { errors: unknown; text: string } | undefined): void {
  if (left) throw new Error(`it was not done: ${JSON.stringify(left.errors)} ${left.text}`);
}

/** What came into the client's channel since, as the approver sees it. */
export const came = ({ approver, before }: SentWalk, channel: string): SeenMessage[] =>
  approver.sees(channel).slice(before);

/** All of it, as one text. */
export const clientReads = (walk: SentWalk, channel: string): string =>
  came(walk, channel)
    .map(({ text }) => text)
    .join('\n');

/** All that the team reads in its channel. */
export const teamReads = ({ manager, team }: SentWalk): string =>
  manager
    .sees(team)
    .map(({ text }) => text)
    .join('\n');
