import type { Button, KnownBlock } from '@slack/types';
import type { OwnedKind } from '../approval/model-shown.ts';
import { recordButton } from '../approval/views-evidence.ts';
import { manageButtons } from '../approval/views-manage.ts';
import { button, buttons } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import type { Project } from '../project/model.ts';
import type { Deliverable } from './model.ts';
import { deliverableValue, versionValue } from './model-metadata.ts';
import { nextNumber } from './rules.ts';
import { standingOf } from './rules-standing.ts';
import { DETAIL_IDS } from './views-details.ts';
import { DELIVERABLE_IDS } from './views-forms.ts';
import { SEND_IDS } from './views-send.ts';
import { awayNow } from './views-state.ts';
import { deliverableWords } from './words.ts';

type Row = [string, Button[]];
type Labels = { id: string; text: string; isPrimary?: boolean };

/** Brings the next version; also where a newer file was noticed. */
export function newVersionButton(project: Pick<Project, '_id'>, deliverable: Deliverable, locale: Locale): Button {
  const { id } = deliverable;
  return button({
    id: DELIVERABLE_IDS.newVersion,
    text: deliverableWords.in(locale).newVersion(),
    value: versionValue.encode({ project: project._id, id, version: nextNumber(deliverable) }),
  });
}

/**
 * What can be done, the likeliest thing first: with the version that is being made ready, with the request that is open, and with what it
 * is. Only what would not be refused to whoever may do it.
 */
export function buttonRows(project: Project, deliverable: Deliverable, locale: Locale): KnownBlock[] {
  const next: Row = ['deliverable.next', nextButtons(project, deliverable, locale)];
  const request: Row = ['deliverable.request', requestButtons(project, deliverable, locale)];
  const about: Row = ['deliverable.about', aboutButtons(project, deliverable, locale)];
  // While the client is asked, that is what is worked on, unless a newer version is under way.
  const rows = deliverable.draft ? [next, request, about] : [request, next, about];
  return rows.flatMap(([id, all]) => (all.length > 0 ? [buttons(id, all)] : []));
}

/** With the version that is being made ready, or shown. */
function nextButtons(project: Project, deliverable: Deliverable, locale: Locale): Button[] {
  const words = deliverableWords.in(locale);
  const { id, draft, sent } = deliverable;
  const standing = standingOf(deliverable);
  if (standing.is === 'dropped') return [];
  const number = draft?.number ?? sent?.current.number ?? 1;
  const about = ({ id: action, text, isPrimary }: Labels): Button =>
    button({
      id: action,
      text,
      value: versionValue.encode({ project: project._id, id, version: number }),
      ...(isPrimary ? { style: 'primary' as const } : {}),
    });
  const look = about({ id: DELIVERABLE_IDS.look, text: words.look() });
  const version = newVersionButton(project, deliverable, locale);
  switch (standing.is) {
    case 'checking':
      return [about({ id: DELIVERABLE_IDS.check, text: words.check(), isPrimary: true }), look, version];
    case 'reviewing':
      return [about({ id: DELIVERABLE_IDS.review, text: words.review(), isPrimary: true }), look, version];
    case 'ready':
      return [about({ id: SEND_IDS.open, text: words.send(), isPrimary: true }), look, version];
    case 'withClient':
    case 'approved':
      return [look, version];
    default:
      return [{ ...version, style: 'primary' }, look];
  }
}

/** With the request that is open. */
function requestButtons(project: Project, deliverable: Deliverable, locale: Locale): Button[] {
  const approval = deliverable.sent?.approval;
  if (approval?.state !== 'open') return [];
  const { version, step, subject } = approval;
  const kind: OwnedKind = subject.kind === 'costEstimate' ? 'costEstimate' : 'deliverable';
  const managed = { project: project._id, kind, id: deliverable.id, version };
  const asked = { project: project._id, subject: { kind, id: subject.id }, on: { version, step } };
  const [first, ...others] = manageButtons(managed, approval, awayNow(project), locale);
  return [...(first ? [first] : []), recordButton(asked, locale), ...others];
}

/** With what it is. Where and until when it may be used is asked first, once it is approved. */
function aboutButtons(project: Project, deliverable: Deliverable, locale: Locale): Button[] {
  const words = deliverableWords.in(locale);
  const value = deliverableValue.encode({ project: project._id, id: deliverable.id });
  const { is } = standingOf(deliverable);
  if (is === 'dropped') return [button({ id: DETAIL_IDS.reopen, text: words.reopen(), value })];
  const details = button({ id: DETAIL_IDS.details, text: words.details(), value });
  const rights = button({ id: DETAIL_IDS.rights, text: words.rightsButton(), value });
  const drop = button({ id: DETAIL_IDS.drop, text: words.drop(), value });
  if (is !== 'approved') return [details, drop];
  return deliverable.rights ? [rights, details] : [{ ...rights, style: 'primary' }, details];
}
