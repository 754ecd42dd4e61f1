import { z } from 'zod';
import type { Modal } from '../../sandbox/driver/modal.ts';
import { person, type Person } from '../../sandbox/driver/person.ts';
import { verifyAll } from '../../src/io/verify.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { briefFilling, openSending, openStep, TEXTS } from '../support/acts.ts';
import type { TEAM } from '../support/crowded.ts';
import type { Outside } from '../support/outside.ts';

export const ROOM = '#war-room';
export const CLIENT = '#acme-lantern';

/** People who wait for Slack's answer to what they do, and for nothing that follows from it. */
export function hasty({ server }: Outside): (handle: string) => Person {
  const context = { engine: server.engine, drafts: new Map(), idle: async () => undefined, paceMs: 0 };
  return (handle) => person(context, handle);
}

const ASKED = 'Where does the team work?';

/** The team works in #war-room, on a project of Mei's. */
export async function startInWarRoom({ as, until }: Outside): Promise<void> {
  await as('mei').in(ROOM).command('/project new');
  // It is asked once the channel has been looked at.
  await until('the room is asked for', () => as('mei').modal().labels.includes(ASKED));
  const answers = {
    'Which client is it for?': 'Acme',
    'What is the project called?': 'Spring launch',
    'When does the client want it?': '2027-03-14',
    [ASKED]: `This channel, ${ROOM}`,
  };
  await as('mei').modal().fill(answers).submit();
}

/** The brief goes to Olivia, once the preview says who will see it. */
export async function sendToOlivia({ as, until }: Outside): Promise<void> {
  await openSending(as('mei'), 'en', ROOM, { channel: CLIENT, approver: '@olivia' });
  await until('it is previewed', () => as('mei').modal().text.includes('people will see it'));
  const left = await as('mei').modal().submit();
  if (left) throw new Error(`the brief was not sent: ${JSON.stringify(left.errors)}`);
}

const CHINESE: readonly string[] = ['wei', 'hao', 'xia'] satisfies (typeof TEAM)[number][];
export const localeOf = (handle: string): Locale => (CHINESE.includes(handle) ? 'zh' : 'en');

/** What somebody of the team writes: their own objective. */
export const objectiveOf = (handle: string) => `What ${handle} wants to achieve`;

/** The form of the brief, open before somebody and filled. */
export async function filledBrief(one: Person): Promise<Modal> {
  const locale = localeOf(one.handle);
  const form = await openStep(one, locale, ROOM);
  const texts = { ...TEXTS.en, objective: objectiveOf(one.handle) };
  return form.fill(briefFilling(texts, locale));
}

const entrySchema = z.looseObject({ entry: z.looseObject({ kind: z.string() }) });

/** The kinds of all entries on the record, in their order, and where any record is broken. */
export async function recordOf({ db }: Outside): Promise<{ kinds: string[]; breaks: string[] }> {
  const entries = await db.collection('record').find().sort({ 'entry.sequence': 1 }).toArray();
  const breaks: string[] = [];
  for await (const verdict of verifyAll(db)) if (verdict.break) breaks.push(verdict.break.why);
  return { kinds: entries.map((one) => entrySchema.parse(one).entry.kind), breaks };
}

/** What stands in Slack more than once: every message carries the token of its row. */
export function saidTwice({ server }: Outside): string[] {
  const all = [...server.engine.world.channels.values()].flatMap(({ messages }) => messages);
  const tokens = all.map(({ metadata }) => metadata?.event_payload['key']);
  const isAgain = (index: number) => tokens[index] !== undefined && tokens.indexOf(tokens[index]) !== index;
  return all.filter((_, index) => isAgain(index)).map(({ text }) => text);
}

/** What the bots were told of from an entry of the journal on, each with what came of it. */
export const toldFrom = ({ server }: Outside, index: number) =>
  server.engine.journal.entries.slice(index).filter(({ direction }) => direction === 'to app');

/** What was not answered in time of all that the bots were told of since then. What is still under way is waited for first. */
export async function unansweredFrom(on: Outside, index: number) {
  await on.server.engine.dispatch.idle();
  return toldFrom(on, index).filter(({ outcome }) => outcome !== 'ok');
}
