import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Deliverable } from '../../src/deliverable/model.ts';
import { addDeliverable, withDeliverable } from '../../src/deliverable/rules.ts';
import type { Project } from '../../src/project/model.ts';
import { withMember } from '../../src/project/rules.ts';
import { ana, ben, cleo, dora, frozen, must, newProject, NOW, someone } from '../support/arbitraries.ts';
import { eli, type Who } from '../support/arbitraries-approval.ts';
import { DELIVERABLE, posterOf } from '../support/delivered.ts';
import { seen, type Step, waiting } from '../support/deliverable-act.ts';
import { answering, approvingParts, closing, takingBack, withdrawing } from '../support/deliverable-acts-client.ts';
import * as details from '../support/deliverable-acts-details.ts';
import * as team from '../support/deliverable-acts-team.ts';
import { isReady, newPlain, type Plain, whereItStands } from '../support/deliverable-plain.ts';
import { planned } from '../support/plan.ts';

const hal = someone('Hal', 'TAGENCY');
const TEAM: readonly Who[] = [ana, ben, hal];
const CLIENTS = [cleo, dora, eli];
const PARTS = ['300 × 250', '728 × 90', '160 × 600'];
const NOTHING = { estimate: null, requires: null, from: null, asking: null, isRoutine: false };

type Opening = Pick<Plain, 'parts' | 'criteria' | 'rounds'> & {
  kind: Deliverable['kind'];
  maker: Who;
  reviewers: Who[];
};
const openings: fc.Arbitrary<Opening> = fc.record({
  kind: fc.constantFrom('print', 'film', 'costEstimate'),
  maker: fc.constantFrom(...TEAM),
  reviewers: fc.subarray([...TEAM], { maxLength: 1 }),
  parts: fc.constantFrom([], PARTS),
  criteria: fc.constantFrom([], ['Shows the price']),
  rounds: fc.constantFrom(1, 3),
});

/** Ana's project with Ben and Hal, a media launch to come, and the first version of something. */
function begun({ kind, maker, reviewers, parts, criteria: wanted, rounds }: Opening): Project {
  const project = planned(must(withMember(newProject(), hal, 'teamMember', NOW)));
  const items = parts.map((name, index) => ({ id: `first-${index}`, name, content: null }));
  const criteria = wanted.map((text) => ({ id: text, text, line: 'line' }));
  const adding = { ...NOTHING, id: DELIVERABLE, name: 'Poster', kind, reviewers, items, criteria };
  const contents = [{ is: 'link' as const, url: 'https://review.example/1' }];
  const given = { contents, note: null, isOwnError: false, points: team.pointsOf({ kind, criteria }) };
  const added = must(addDeliverable(project, team.acting(maker, NOW), adding, given, NOW));
  return frozen(withDeliverable(added, { ...posterOf(added), rounds }));
}

const anybody = fc.constantFrom(...TEAM, ...TEAM, ...TEAM, cleo);
const manager = fc.constantFrom(ana, ana, ana, ana, ana, ana, ben, cleo);
const client = fc.constantFrom(...CLIENTS, ...CLIENTS, ...CLIENTS, ben);
const off = fc.constantFrom(...Array.from({ length: 14 }, () => 0), -1, 1);
const rarely = fc.constantFrom(null, null, 'because');
const reason = fc.constantFrom('because', 'because', 'because', 'other', null);
const days = fc.constantFrom(null, null, 0, 1, 3);
const seldom = (times: number) => fc.constantFrom(...Array.from({ length: times }, () => false), true);

/** Mostly where there is something to do it to, so that runs come far; now and then at any time. */
const apt = (isApt: (plain: Plain) => boolean, steps: fc.Arbitrary<Step>): fc.Arbitrary<Step> =>
  fc.tuple(steps, seldom(4)).map(([step, isWild]) => ({ ...step, check: (plain) => isWild || isApt(plain) }));
const isAsked = ({ sent, draft }: Plain) => sent?.state === 'open' && draft === null;
const isBack = ({ draft }: Plain) => draft === null || [draft.check, ...draft.reviews.values()].includes('sentBack');

const bringings = apt(
  (plain) => !isAsked(plain) && isBack(plain),
  fc.tuple(anybody, seldom(2), off, fc.webUrl({ size: 'xsmall' })).map((parts) => team.bringing(...parts)),
);
const checkings = apt(
  ({ draft }) => draft?.check === 'open',
  fc.tuple(anybody, fc.constantFrom(0, 0, 1), rarely, off).map((parts) => team.checking(...parts)),
);
const reviewings = apt(
  ({ draft }) => draft !== null && [...draft.reviews.values()].includes('asked'),
  fc.tuple(anybody, rarely, off).map((parts) => team.reviewing(...parts)),
);
const changes = fc.oneof(
  fc.record({ reviewers: fc.subarray([...TEAM], { maxLength: 2 }) }),
  fc.record({ rounds: fc.constantFrom(1, 1, 2, 3) }),
  fc.record({ parts: fc.constantFrom([], PARTS, PARTS, PARTS.slice(1)) }),
  fc.record({ criteria: fc.subarray(['Fits A1', 'Shows the price', 'Shows the price in CNY']) }),
);
const changings = fc.tuple(manager, changes).map((parts) => details.changing(...parts));
const how = fc.record({
  off,
  approvers: fc.subarray(CLIENTS, { minLength: 1 }),
  needs: fc.constantFrom(null, null, 1, 2, 3),
  dueIn: days,
  expiresIn: days,
  worth: fc.constantFrom(null, 0, 500, 12_000),
  isStale: seldom(9),
});
const sendings = apt(
  ({ draft }) => draft !== null,
  fc.tuple(manager, how).map((parts) => team.sending(...parts)),
);
const verbs = fc.constantFrom('approved', 'approved', 'approvedWithChanges', 'changesRequested', 'changesRequested');
const answers = apt(
  isAsked,
  fc.tuple(client, verbs, fc.record({ reason, again: fc.boolean(), off })).map((parts) => answering(...parts)),
);
const someParts = apt(
  (plain) => isAsked(plain) && plain.sent?.parts.length !== 0,
  fc.tuple(client, fc.subarray(PARTS, { minLength: 1 }), off).map((parts) => approvingParts(...parts)),
);
const back = apt(
  ({ stands }) => stands !== null,
  fc.tuple(client, reason, off).map((parts) => takingBack(...parts)),
);
const rights = apt(
  (plain) => whereItStands(plain).is === 'approved',
  fc
    .tuple(manager, fc.constantFrom('TV', 'Web'), fc.constantFrom(null, -1, 30))
    .map((parts) => details.notingRights(...parts)),
);
const ends = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(manager, seldom(3)).map((parts) => details.dropping(...parts)) },
  { weight: 4, arbitrary: manager.map(details.reopening) },
);
const rest = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(10, 400, 1500, 3000).map(waiting) },
  { weight: 2, arbitrary: fc.constant(null).map(closing) },
  { weight: 2, arbitrary: apt(isAsked, fc.constant(null).map(withdrawing)) },
  { weight: 1, arbitrary: apt(({ stands }) => stands !== null, fc.constant(null).map(details.launching)) },
);

/** Whatever comes next where nothing goes wrong, so that runs come to many versions and past the agreed rounds. */
const onwards = fc
  .record({ nth: fc.nat(5), own: seldom(4), how, verb: verbs, said: fc.record({ reason, again: fc.boolean(), off }) })
  .map(({ nth, own, how: asked, verb, said }): Step => {
    let done: Step = waiting(1);
    const next = (plain: Plain): Step => {
      const { draft, sent } = plain;
      const of = <T>(all: readonly T[], none: T): T => all[nth % all.length] ?? none;
      if (plain.dropped) return details.reopening(ana);
      if (nth === 0 && whereItStands(plain).is === 'approved') return details.notingRights(ana, 'TV', 30);
      if (draft === null && sent?.state === 'open' && nth === 0) return waiting(4000);
      if (draft === null && sent?.state === 'open')
        return answering(
          of(
            CLIENTS.filter(({ id }) => sent.voices.has(id)),
            cleo,
          ),
          verb,
          said,
        );
      if (draft === null || (isBack(plain) && nth > 1))
        return team.bringing(of(TEAM, ana), own, 0, `https://review.example/${nth}`);
      const others = TEAM.filter(({ id }) => id !== draft.maker);
      const sendBack = nth === 5 ? 'because' : null;
      if (draft.check === 'open') return team.checking(of(others, ben), 0, sendBack, 0);
      if (isReady(draft) || isBack(plain)) return team.sending(ana, asked);
      return team.reviewing(
        of(
          TEAM.filter(({ id }) => draft.reviews.get(id) === 'asked'),
          ben,
        ),
        sendBack,
        0,
      );
    };
    return {
      check: () => true,
      toString: () => String(done),
      run: (plain, real) => {
        done = next(plain);
        return done.run(plain, real);
      },
    };
  });

const acts = fc.commands(
  [
    ...[bringings, bringings, checkings, checkings, checkings, reviewings, reviewings, changings, sendings, sendings],
    ...[answers, answers, answers, someParts, someParts, someParts, back, back, ends, rights, rights, rest, rest],
    ...Array.from({ length: 12 }, () => onwards),
  ],
  { maxCommands: 100, size: 'max' },
);

const HAPPENS = [
  ...['checking', 'sentBack', 'reviewing', 'ready', 'withClient', 'revise', 'ended', 'approved', 'dropped'],
  ...['answered', 'linesConfirmed', 'gathered', 'closed', 'takenBack', 'withdrawn', 'expired', 'goodwill', 'rights'],
  ...['deliverable.ownCheck', 'deliverable.notTicked', 'deliverable.notChecked', 'deliverable.notReviewed'],
  ...['deliverable.wasSentBack', 'deliverable.versionMoved', 'deliverable.draftMoved', 'deliverable.goodwillMissing'],
  ...['deliverable.withClient', 'approval.replaced', 'approval.roundGoesOn', 'approval.launched', 'approval.already'],
];

test('what leaves the house was checked and looked at, and what is decided is decided on exactly that', () => {
  fc.assert(
    fc.property(openings, acts, (opening, commands) => {
      const setup = () => ({
        model: newPlain({ ...opening, maker: opening.maker.id, reviewers: opening.reviewers.map(({ id }) => id) }),
        real: { project: begun(opening), kept: new Map() },
      });
      fc.modelRun(setup, commands);
    }),
    { numRuns: 150 },
  );
  // Were one of these never to happen, nothing above would have been said of it.
  expect(HAPPENS.filter((one) => !seen.has(one))).toEqual([]);
}, 60_000);
