import { expect } from '@jest/globals';
import {
  type Deliverable,
  deliverableSchema,
  type DeliverableVersion,
  type SentDeliverable,
} from '../../src/deliverable/model.ts';
import { finalOf } from '../../src/deliverable/rules-final.ts';
import { isFinal, standingOf } from '../../src/deliverable/rules-standing.ts';
import { factLines } from '../../src/deliverable/views-facts.ts';
import { hashOf } from '../../src/kit/chain.ts';
import type { Project } from '../../src/project/model.ts';
import { expectEqual } from './approval-checks.ts';
import { DELIVERABLE, posterOf } from './delivered.ts';
import { finalNumber, type Plain, whereItStands } from './deliverable-plain.ts';

/** However long it goes on: the present version and the one before, and who answered (characters). */
const MOST_STORED = 12_000;

/** Nothing leaves the house unchecked, checked by its maker, sent back, or before everybody asked inside has looked at it. */
export function expectGone({ _id, workspace }: Project, { draft }: Deliverable, { current }: SentDeliverable): void {
  if (!draft) throw new Error('nothing was made ready');
  const { check, reviews, by } = draft;
  expectEqual([check.state, check.points.every(({ isTicked }) => isTicked)], ['passed', true]);
  expect(check.by?.id).not.toBe(by.id);
  expectEqual(
    reviews.filter(({ is }) => is !== 'passed'),
    [],
  );
  expectEqual([current.number, current.contents], [draft.number, draft.contents]);
  // Whoever has the version can work out its hash.
  const { number, language, name, kind, contents, items, criteria, estimate } = current;
  const what = { number, language, name, kind, contents, items, criteria, estimate };
  expect(current.hash).toBe(hashOf({ workspace, project: _id, deliverable: DELIVERABLE, ...what }));
}

/** The deliverable is what was kept on paper, and its parts agree with each other. */
export function expectSame(plain: Plain, project: Project, kept: ReadonlyMap<number, DeliverableVersion>): void {
  const poster = posterOf(project);
  expectEqual(standingOf(poster), whereItStands(plain));
  expectEqual(
    [isFinal(poster), finalOf(poster)?.number ?? null],
    [whereItStands(plain).is === 'approved', finalNumber(plain)],
  );
  expectDraft(plain, poster);
  if (poster.sent) expectSent(plain, poster.sent, kept);
  expectEqual(poster.sent === null, plain.sent === null);
  expectEqual([poster.rounds, poster.dropped !== null], [plain.rounds, plain.dropped]);
  expectEqual(poster.rights && `${poster.rights.media} ${poster.rights.until}`, plain.rights);
  expectGoodwill(plain, poster);
  const stored = JSON.stringify(poster);
  expectEqual(deliverableSchema.parse(JSON.parse(stored)), poster);
  expect(stored.length).toBeLessThan(MOST_STORED);
}

function expectDraft({ draft, criteria: wanted }: Plain, { draft: real, criteria }: Deliverable): void {
  expectEqual(
    criteria.map(({ text }) => text),
    wanted,
  );
  const points = real?.check.points.map(({ text }) => text) ?? [];
  // Whatever it has to fulfil is ticked by itself, unless it went back before that was wanted.
  if (real && real.check.state !== 'sentBack')
    expectEqual(
      wanted.filter((text) => !points.includes(text)),
      [],
    );
  expectEqual(
    real && {
      number: real.number,
      maker: real.by.id,
      own: real.isOwnError,
      check: real.check.state,
      checker: real.check.by?.id ?? null,
      reviews: new Map(real.reviews.map(({ id, is }) => [id, is])),
    },
    draft,
  );
}

/** What is decided on is one exact version, which stays as it left the house. */
function expectSent(plain: Plain, real: SentDeliverable, kept: ReadonlyMap<number, DeliverableVersion>): void {
  const { sent, hashes } = plain;
  if (!sent) throw new Error('nothing was sent on paper');
  const { current, previous, approval, stands } = real;
  expectEqual([current, previous], [kept.get(sent.number), kept.get(sent.number - 1) ?? null]);
  expectEqual(
    [current.number, approval.version, current.round, approval.round, current.rounds],
    [...[sent.number, sent.number, sent.round, sent.round, sent.rounds]],
  );
  expectEqual(stands && [stands.version, stands.hash], plain.stands && [plain.stands, hashes.get(plain.stands)]);
  expectEqual([approval.state, approval.gathered?.by ?? null], [sent.state, sent.gathered]);
  const nameOf = (id: string) => current.items.find((one) => one.id === id)?.name;
  expectEqual(
    approval.approvers.map(({ id, answer, confirmedLines }) => [
      id,
      answer && [answer.verb, answer.reason, answer.showAgain],
      confirmedLines.map(nameOf),
    ]),
    [...sent.voices].map(([id, { said, parts }]) => [
      id,
      said && [said.verb, said.reason, said.again],
      sent.parts.filter((part) => parts.has(part)),
    ]),
  );
}

/** Rounds beyond the agreed ones are each accounted for once, and summed. */
function expectGoodwill({ goodwill }: Plain, poster: Deliverable): void {
  expectEqual(
    poster.goodwill.map(({ round, worth }) => ({ round, worth: worth?.amount ?? 0 })),
    goodwill,
  );
  expectEqual(new Set(goodwill.map(({ round }) => round)).size, goodwill.length);
  const sum = goodwill.reduce((all, { worth }) => all + worth, 0);
  const text = JSON.stringify(factLines(poster, 'en'));
  if (sum > 0) expect(text).toContain(`${sum.toLocaleString('en-GB')} CNY`);
}
