import type { View } from '@slack/types';
import type { Deliverable, DeliveredContent, Draft } from '../../src/deliverable/model.ts';
import { CHECK_KEYS } from '../../src/deliverable/model-points.ts';
import { deliverableCard } from '../../src/deliverable/views-card.ts';
import { checkModal } from '../../src/deliverable/views-check.ts';
import { addModal, reviewModal, versionModal } from '../../src/deliverable/views-forms.ts';
import { lookModal } from '../../src/deliverable/views-look.ts';
import { happenedLine } from '../../src/deliverable/views-said.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import { ana, cleo, NOW } from './arbitraries.ts';
import type { Shown } from './arbitraries-shown.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';

const AT = NOW.toISOString();
const DAY = '2026-09-30';
const shows = (name: string, one: Message): Shown => ({ name, is: 'message', message: one });
const opens = (name: string, view: View & { type: 'modal' }): Shown => ({ name, is: 'modal', view });

/** An address of ours as long as one may be: what people type may lead anywhere, and is not what is tested here. */
const OWN_LINK = `https://agency.slack.com/${'x'.repeat(BOUNDS.link - 40)}`;

/** As many contents as a version holds, of every kind, each at its longest. */
export const longestContents = (filler: string): DeliveredContent[] =>
  Array.from({ length: BOUNDS.contents }, (_, at): DeliveredContent => {
    if (at % 3 === 0) return { is: 'text', text: filled(filler, BOUNDS.longAnswer) };
    if (at % 3 === 1) return { is: 'link', url: at === 1 ? 'https://agency.slack.com/a' : OWN_LINK };
    const known = at % 2 === 0 ? { size: 2 ** 30, sha256: 'a'.repeat(64) } : { size: null, sha256: null };
    return {
      is: 'file',
      file: ID,
      name: filled(filler, 255),
      mimetype: 'application/pdf',
      ...known,
      unread: 'tooLarge',
    };
  });

const STATES = ['checking', 'sentBack', 'reviewing', 'ready'] as const;
type State = (typeof STATES)[number];

function longestDraft(filler: string, state: State, number: number): Draft {
  const by = { person: ana.person, id: ana.id, name: filled(filler, PERSON_NAME) };
  const points = [
    ...CHECK_KEYS.map((key) => ({ id: key, key, text: null })),
    ...Array.from({ length: BOUNDS.criteria }, (_, at) => ({
      id: `criterion.${at}`,
      key: null,
      text: filled(filler, BOUNDS.criterion),
    })),
  ].map((point) => ({ ...point, isTicked: state !== 'checking' }));
  const reviewed = state === 'ready' ? ('passed' as const) : ('asked' as const);
  return {
    number,
    contents: longestContents(filler),
    note: filled(filler, BOUNDS.reason),
    by,
    at: AT,
    isOwnError: true,
    check: {
      state: state === 'checking' ? 'open' : state === 'sentBack' ? 'sentBack' : 'passed',
      points,
      by: state === 'checking' ? null : by,
      at: state === 'checking' ? null : AT,
      reason: state === 'sentBack' ? filled(filler, BOUNDS.reason) : null,
    },
    reviews: Array.from({ length: BOUNDS.reviewers }, (_, at) => ({
      ...by,
      id: `${ID}${at}`,
      is: state === 'sentBack' ? ('sentBack' as const) : reviewed,
      reason: filled(filler, BOUNDS.reason),
      at: AT,
    })),
  };
}

const times = <T>(count: number, one: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => one(at));

/** A deliverable with everything that can be said of it at its longest, in whatever state its next version is. */
export function longestDeliverable(filler: string, state: State | null): Deliverable {
  const long = (length: number) => filled(filler, length);
  return {
    id: ID,
    number: 60,
    name: long(BOUNDS.deliverableName),
    kind: 'outOfHome',
    isRoutine: false,
    criteria: times(BOUNDS.criteria, (at) => ({ id: `c${at}`, text: long(BOUNDS.criterion), line: null })),
    items: times(BOUNDS.items, (at) => ({ id: `i${at}`, name: long(BOUNDS.itemName), content: null })),
    estimate: { amount: 999_999_999_999, currency: 'CNY', validUntil: DAY, po: long(BOUNDS.po) },
    requires: null,
    rounds: BOUNDS.rounds,
    reviewers: [],
    from: null,
    draft: state === null ? null : longestDraft(filler, state, 9),
    asking: null,
    sent: null,
    goodwill: times(20, (at) => ({
      round: at,
      as: 'absorbed',
      worth: { amount: 999_999_999_999, currency: at % 2 === 0 ? 'CNY' : 'EUR' },
      why: long(BOUNDS.reason),
      by: ID,
      at: AT,
    })),
    rights: { media: long(BOUNDS.rights), territory: long(BOUNDS.rights), until: DAY, by: ID, at: AT },
    noticed: times(20, (at) => ({ is: at % 2 === 0 ? 'deleted' : 'newer', file: ID, version: 9, at: AT })),
    dropped: null,
    addedAt: AT,
    changedAt: AT,
    changedBy: ana.id,
  };
}

/** What was sent, with the approval of a brief of the same project: what counts is how it is shown. */
export function sentLongest(project: Project, deliverable: Deliverable, filler: string): Deliverable {
  const approval = project.brief?.sent?.approval;
  if (!approval) return deliverable;
  const { name, kind, items, criteria, estimate } = deliverable;
  const current = {
    ...({ number: 8, hash: 'a'.repeat(64), language: 'en', sentAt: AT, sentBy: ana.id, reach: 'outside' } as const),
    ...{ name, kind, items, criteria, estimate, contents: longestContents(filler), round: BOUNDS.rounds },
    rounds: BOUNDS.rounds,
  };
  const own = { ...approval, subject: { kind: 'deliverable' as const, id: ID }, version: 8 };
  return { ...deliverable, sent: { current, previous: current, approval: own, stands: null } };
}

/** The team's card of a deliverable, its forms, and the lines in its thread. */
export function ofDeliverableTeam(project: Project, filler: string, locale: Locale): Shown[] {
  const known = STATES.map((state) => longestDeliverable(filler, state));
  const [deliverable = longestDeliverable(filler, 'checking')] = known;
  const { draft } = deliverable;
  if (!draft) return [];
  const by = { ...cleo, name: filled(filler, PERSON_NAME) };
  const who = times(BOUNDS.reviewers, () => by);
  const why = filled(filler, BOUNDS.reason);
  const facts = { version: 200, by };
  const cards = [...known, longestDeliverable(filler, null)].flatMap((one) => [one, sentLongest(project, one, filler)]);
  const dropped = { ...deliverable, dropped: { why, by: ID, at: AT } };
  return [
    ...[...cards, dropped].map((one) => shows('deliverableCard', deliverableCard(project, one, locale))),
    ...(['added', 'version', 'checkedReview', 'checkedReady', 'reviewedReady'] as const).flatMap((is) =>
      [who, []].map((all) =>
        shows(`happenedLine ${is}`, happenedLine(deliverable, { ...facts, is, who: all }, locale)),
      ),
    ),
    shows('happenedLine reviewed', happenedLine(deliverable, { ...facts, is: 'reviewed' }, locale)),
    shows('happenedLine sentBack', happenedLine(deliverable, { ...facts, is: 'sentBack', who, why }, locale)),
    opens('checkModal', checkModal(project, deliverable, draft, locale)),
    opens(
      'checkModal sure',
      checkModal(project, deliverable, draft, locale, { copy: '最佳'.repeat(500), isSure: true }),
    ),
    opens('reviewModal', reviewModal(project, deliverable, draft, locale)),
    opens('versionModal', versionModal(project, sentLongest(project, deliverable, filler), locale)),
    opens('lookModal', lookModal(project, deliverable, draft, locale)),
    ...adding(project, known, filler, locale),
  ];
}

function adding(project: Project, all: readonly Deliverable[], filler: string, locale: Locale): Shown[] {
  const known = times(20, (at) => ({
    ...(all[at % all.length] ?? longestDeliverable(filler, null)),
    id: `${ID}${at}`,
  }));
  const lines = times(BOUNDS.deliverables, (at) => ({
    id: `${ID}${at}`,
    text: filled(filler, BOUNDS.longAnswer / 20),
  }));
  const name = filled(filler, BOUNDS.deliverableName);
  const content = filled(filler, BOUNDS.longAnswer);
  const files = times(BOUNDS.contents, () => ({ file: 'F0123456789', name: filled(filler, 40) }));
  const meta = {
    project: ID,
    id: ID,
    known: known.map(({ id }) => id),
    lines: lines.map(({ id }) => id),
    wasSent: true,
  };
  const from = { channel: 'CTEAM', ts: '1234567890.123456' };
  const initial = { of: `${ID}1`, name, content, line: `${ID}2` };
  const shown = { known, lines, initial, isCut: true };
  return [
    opens(
      'addModal',
      addModal(project, { ...shown, meta: { ...meta, files: [], from: null, hasMessage: false } }, locale),
    ),
    opens(
      'addModal message',
      addModal(project, { ...shown, meta: { ...meta, files, from, hasMessage: true } }, locale),
    ),
  ];
}
