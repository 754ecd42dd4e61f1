import type { View } from '@slack/types';
import { checksFormModal, checksSaid } from '../../src/admin/views-checks.ts';
import { moveDueModal } from '../../src/approval/views-due.ts';
import type { EnteredChecks } from '../../src/admin/rules-checks.ts';
import type { Approval } from '../../src/approval/model.ts';
import type { ShownSubject } from '../../src/approval/model-shown.ts';
import { DELIVERABLE_KINDS, type Deliverable } from '../../src/deliverable/model.ts';
import { detailMarks, detailsOf } from '../../src/deliverable/rules-details.ts';
import { detailsModal, dropModal, rightsModal } from '../../src/deliverable/views-details.ts';
import { detailLine, type DetailStep } from '../../src/deliverable/views-details-said.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { type Settings, unsettled } from '../../src/kit/settings.ts';
import type { Project } from '../../src/project/model.ts';
import { cleo } from './arbitraries.ts';
import { longestDeliverable, sentLongest } from './arbitraries-deliverable-team.ts';
import type { Shown } from './arbitraries-shown.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';

const DAY = '2026-09-30';
const shows = (name: string, one: Message): Shown => ({ name, is: 'message', message: one });
const opens = (name: string, view: View & { type: 'modal' }): Shown => ({ name, is: 'modal', view });

/** As much as its form takes: the criteria from the brief besides. */
function longest(filler: string): Deliverable {
  const full = longestDeliverable(filler, 'checking');
  const own = Math.floor(BOUNDS.criteriaAnswer / (BOUNDS.criterion + 1));
  const parts = Math.floor(BOUNDS.itemsAnswer / (BOUNDS.itemName + 1));
  return {
    ...full,
    criteria: full.criteria.map((one, at) => ({ ...one, line: at < own ? null : `line ${at}` })),
    items: full.items.slice(0, parts),
    reviewers: Array.from({ length: BOUNDS.reviewers }, (_, at) => ({
      person: { team: 'TAGENCY', user: `U01234567${at}` },
      id: `${ID}${at}`,
      name: filled(filler, PERSON_NAME),
    })),
    requires: { kind: 'spend', amount: 999_999_999_999, currency: 'CNY' },
  };
}

const lines = (filler: string): string[] =>
  Array.from({ length: BOUNDS.checkPoints - 1 }, (_, at) => filled(`${at} ${filler}`, BOUNDS.checkPoint));

/** Settings in which every kind has as many points as it may have, each at its longest. */
function fullestChecks(filler: string): Settings {
  const points = lines(filler).map((text) => ({ key: null, text }));
  return { ...unsettled('TAGENCY'), checks: DELIVERABLE_KINDS.map((kind) => ({ kind, points })) };
}

const steps = (filler: string): DetailStep[] => [
  { is: 'changed', anew: true },
  { is: 'changed', anew: false },
  { is: 'rights' },
  { is: 'dropped', why: filled(filler, BOUNDS.reason) },
  { is: 'reopened' },
];

/** The forms for what a deliverable is, the lines in its thread, what is checked by the settings, and another day to decide by. */
export function ofDeliverableDetails(project: Project, filler: string, locale: Locale): Shown[] {
  const one = longest(filler);
  const sent = sentLongest(project, { ...one, kind: 'costEstimate' }, filler);
  const typed = { details: detailsOf(one), marks: detailMarks(one) };
  const rights = { media: filled(filler, BOUNDS.rights), territory: filled(filler, BOUNDS.rights), until: DAY };
  const by = { ...cleo, name: filled(filler, PERSON_NAME) };
  const checks = fullestChecks(filler);
  const points = [{ key: 'logo', text: null }];
  const entered = Object.fromEntries(DELIVERABLE_KINDS.map((kind) => [kind, points])) as EnteredChecks;
  const unlimited = { ...one, rights: one.rights && { ...one.rights, until: null } };
  return [
    opens('detailsModal', detailsModal(project, one, locale)),
    opens('detailsModal of an estimate', detailsModal(project, sent, locale, { isSaved: true })),
    opens('detailsModal clashed', detailsModal(project, one, locale, { typed })),
    opens('rightsModal', rightsModal(project, one, locale)),
    opens('rightsModal clashed', rightsModal(project, one, locale, rights)),
    opens('dropModal', dropModal(project, one, locale)),
    ...steps(filler).flatMap((step) => [
      shows(`detailLine ${step.is}`, detailLine(one, step, by, locale)),
      shows(`detailLine ${step.is}`, detailLine(unlimited, step, by, locale)),
    ]),
    opens('checksFormModal', checksFormModal(checks, null, locale)),
    opens('checksFormModal clashed', checksFormModal(checks, { entered, opened: {} }, locale)),
    opens('checksSaid', checksSaid(locale)),
    ...dueModals(project, filler, locale),
  ];
}

function dueModals(project: Project, filler: string, locale: Locale): Shown[] {
  const approval = project.brief?.sent?.approval;
  if (!approval) return [];
  const shown: ShownSubject = {
    ...({
      kind: 'deliverable',
      id: ID,
      project: ID,
      name: filled(filler, BOUNDS.projectName),
      client: 'Acme',
    } as const),
    ...{ language: locale, version: 200, hash: 'a'.repeat(64), named: filled(filler, BOUNDS.deliverableName) },
    ...{ exactly: [], title: filled(filler, 120), short: filled(filler, 120), lines: [] },
  };
  const managed = { project: ID, kind: 'deliverable', id: ID, version: 200 } as const;
  const zone = 'America/Argentina/Buenos_Aires';
  const modalOf = (one: Approval, isInSlack: boolean) =>
    moveDueModal(managed, { approval: one, shown, zone, isInSlack }, locale);
  return [
    opens('moveDueModal', modalOf({ ...approval, dueAt: '2026-12-04T10:00:00.000Z' }, true)),
    opens('moveDueModal without a day', modalOf({ ...approval, dueAt: null }, false)),
  ];
}
