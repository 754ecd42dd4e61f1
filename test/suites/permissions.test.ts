import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entry } from '../../sandbox/core/journal.ts';
import { approvalWords } from '../../src/approval/words.ts';
import { evidenceWords } from '../../src/approval/words-evidence.ts';
import { askWords } from '../../src/brief/words-ask.ts';
import { requestWords } from '../../src/client/words-requests.ts';
import { checkInWords } from '../../src/progress/words-check-in.ts';
import { projectWords } from '../../src/project/words.ts';
import { beginWalk, ENGLISH, type Walk } from '../support/cast.ts';
import { ACT_OF, type Asks } from '../support/entries-acts.ts';
import { asIfBy, couldSee, sendChanged, toldSince } from '../support/forge.ts';
import { type Kind, KINDS, PROMISED } from '../support/kinds.ts';
import { everyKind, introduceKinds, letIn, playing, userOf } from '../support/kinds-there.ts';
import { decided } from '../support/outcome.ts';
import { LISTED } from '../support/listed.ts';
import { deliveryOf, lost, nameOf, play, type Scene, SCENES } from '../support/scenes.ts';
import { stage } from '../support/stage.ts';

const ASKING = ['commands', 'presses', 'submits', 'shortcuts'] as const;

/** What is the client's: whom it is refused to is told of the approver. */
const THEIRS: readonly Asks[] = ['own', 'answerAsClient', 'readClientRecord', 'askAgency'];

/** What is said to those who are not told who can, because there is something else that they can do. */
const INSTEAD: readonly string[] = [
  projectWords.in('en')['project.commandsAreInside'](),
  projectWords.in('en')['project.whoAreYou'](),
  askWords.in('en')['brief.answerInside'](),
  evidenceWords.in('en')['evidence.onlyClient'](),
  approvalWords.in('en')['approval.nothingToTakeBack'](),
  requestWords.in('en')['client.isClients'](),
  checkInWords.in('en')['progress.checkInNotYours'](),
  requestWords.in('en')['client.recordInside'](),
  requestWords.in('en')['client.recordNotYours'](),
];

/** Everybody who is refused is told so in a form, or in one over it: more in a minute than Slack lets an app open. */
const RATE_MINUTE_MS = 60_000;

/** As much of what somebody was told as a failing test repeats. */
const MOST_TOLD = 300;

const asks = ({ list, entry }: Scene): Asks => (list === 'events' ? 'anybody' : (ACT_OF[list][entry] ?? 'own'));

/** The kinds of people who may come in here. */
function whoMay(of: Asks, walk: Walk): readonly Kind[] {
  switch (of) {
    case 'anybody':
      return KINDS;
    case 'own':
    case 'reviewer':
      return [];
    case 'told':
      return ['accountManager'];
    case 'start':
      return KINDS.filter((kind) => userOf(walk.on, kind).kind === 'member');
    case 'work':
      return KINDS.filter(
        (kind) => ['freelancer', 'partnersPerson'].includes(kind) || userOf(walk.on, kind).kind === 'member',
      );
    case 'administer':
      return ['administrator'];
    default:
      return PROMISED[of];
  }
}

/** The texts by which somebody is told who can, or what to do instead. */
function hintsTo(walk: Walk, of: Asks): string[] {
  // The walk itself has a manager and an approver in each of its projects, besides the kinds.
  const { manager, approver, teammate } = walk.cast.people;
  const asked = of === 'reviewer' ? [teammate] : [];
  const may = [...whoMay(of, walk).map(playing), THEIRS.includes(of) ? approver : manager, ...asked];
  const people = [...walk.on.slack.engine.world.users.values()].filter(({ handle }) => may.includes(handle));
  return [...people.flatMap(({ id, name }) => [`<@${id}>`, name]), ...INSTEAD];
}

/** What is wrong with what somebody was told: it is one sentence that names who can, and no form opens, and no page of a record. */
function wrongIn(walk: Walk, kind: Kind, scene: Scene, entry: Entry): string[] {
  // Slack would show them nothing to press; all that counts is that nothing comes of it.
  if (!couldSee(walk.on, playing(kind), entry)) return [];
  const told = toldSince(walk.on, entry);
  const views = [...told.matchAll(/callback_id\\*":\\*"([\w.]+)/gu)].map(([, id]) => id);
  const opened = views.filter((id) => id !== 'io.notice' && id !== 'io.loading').map((id) => `the ${kind} saw ${id}`);
  const isSaid = /"text\\*":|"errors\\*":/u.test(told);
  // Where nothing is decided yet, as by a choice in somebody else's form, nothing need be said.
  if (!isSaid) return typeof scene.refused === 'string' ? opened : [...opened, `the ${kind} was told nothing`];
  const isNamed = hintsTo(walk, asks(scene)).some((hint) => told.includes(hint));
  return isNamed ? opened : [...opened, `the ${kind} was told: ${told.slice(0, MOST_TOLD)}`];
}

/** Quick to compare: every save of a project counts. What is none is seen by what was decided. */
const revisions = async ({ on }: Walk): Promise<string> =>
  JSON.stringify(
    await on.db
      .collection('projects')
      .find({}, { projection: { revision: 1 } })
      .toArray(),
  );

/** One of them does it, as if they had been the one. @returns what is wrong with how they were refused */
async function refusedTo(walk: Walk, kind: Kind, scene: Scene): Promise<string[]> {
  const was = await revisions(walk);
  const entry = await sendChanged(walk.on, deliveryOf(scene), asIfBy(walk.on, playing(kind)));
  const wrong = wrongIn(walk, kind, scene, entry);
  const person = walk.on.slack.as(playing(kind));
  if (person.hasModal()) await person.modal().close({ all: true });
  return (await revisions(walk)) === was ? wrong : [...wrong, `the ${kind} saved something`];
}

/** Everybody who may not does it, one after the other. @returns what is wrong with how they were refused */
async function refusedToOthers(walk: Walk, scene: Scene): Promise<string[]> {
  const may = whoMay(asks(scene), walk);
  const leave = await letIn(walk.on);
  try {
    const before = await decided(walk.on);
    const wrong: string[] = [];
    for (const kind of KINDS) if (!may.includes(kind)) wrong.push(...(await refusedTo(walk, kind, scene)));
    return (await decided(walk.on)) === before ? wrong : [...wrong, 'one of them changed something'];
  } finally {
    await leave();
  }
}

test.each(ASKING)('of each of the %s it is said who may', (list) => {
  expect(Object.keys(ACT_OF[list]).toSorted()).toEqual(LISTED[list].toSorted());
});

describe('whoever may not by the table', () => {
  let walk: Walk;
  beforeAll(async () => {
    const on = await stage({ seed: everyKind, administrators: [playing('administrator')] });
    walk = beginWalk(on, ENGLISH);
    await introduceKinds(on);
  });
  afterAll(() => walk.on.end());

  test.each(SCENES.map((scene) => [nameOf(scene), asks(scene), scene] as const))(
    '%s asks for %s: everybody else is told who can, and nothing changes',
    async (_name, _asks, scene) => {
      if (scene.list === 'events' || asks(scene) === 'anybody') return play(scene, walk);
      await walk.on.slack.clock.advance(RATE_MINUTE_MS);
      await scene.prepare?.(walk);
      await lost(scene, walk);
      const wrong = await refusedToOthers(walk, scene);
      await scene.act(walk);
      await scene.after?.(walk);
      expect(wrong).toEqual([]);
    },
  );

  test('was refused nothing that the others needed', () => {
    walk.on.slack.expectNoErrors();
  });
});
