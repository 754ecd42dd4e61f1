import type { Button } from '@slack/types';
import { bold, button, type Modal, modal, rich, run } from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { called, dateToken, type Named, shorten } from '../kit/text.ts';
import type { Approval, Approver } from './model.ts';
import { withdrawRequestForm } from './model-asking.ts';
import { DUE_IDS } from './model-due.ts';
import { approvalMeta, approvalValue, type Managed } from './model-manage.ts';
import { type Away, awaited } from './rules-people.ts';
import { isHeld } from './rules-steps.ts';
import { MANAGE_IDS } from './views-asking.ts';
import { askingWords } from './words-asking.ts';
import { dueWords } from './words-due.ts';

/** Of those who stand in or are missing, so many are named; the others have their row on the card, too. */
const NAMED = 8;
const NAME_LENGTH = 60;

const nameOf = ({ person, name }: Named): string => called({ person, name: name && shorten(name, NAME_LENGTH) });

/**
 * What the state of an open request does not say (`mrkdwn`): who is awaited since another time, through whom, who is away without a
 * stand-in, and until when it runs. Empty once it is over.
 */
export function managedLines(approval: Approval, away: Away, locale: Locale): string[] {
  if (approval.state !== 'open') return [];
  const words = askingWords.in(locale);
  const at = (iso: string) => ({ at: dateToken(new Date(iso), locale) });
  const waiting = awaited(approval, away);
  const alone = waiting.filter(({ asked }) => asked === null).map(({ approver }) => nameOf(approver));
  const through = waiting.flatMap(({ approver, asked }) => {
    const since = sinceOf(approval, approver);
    const named = { who: nameOf(approver), ...at(since) };
    if (asked && asked.id !== approver.id) return [words.waitsFor({ ...named, standIn: nameOf(asked) })];
    // The state's own line says since when it is open: only what differs is said besides.
    return asked && since !== approval.stateSince ? [words.waits(named)] : [];
  });
  const { expiresAt, gathered } = approval;
  return [
    ...through.slice(0, NAMED),
    ...(alone.length > 0 ? [words.awayAlone({ who: listed(alone.slice(0, NAMED), locale) })] : []),
    ...(gathered ? [words.gathered(at(gathered.at))] : []),
    ...(expiresAt ? [words.expires(at(expiresAt))] : []),
  ];
}

/** Since when somebody is awaited: since they were asked, which in a later step is when the one before agreed. */
function sinceOf({ approvers, openedAt }: Approval, { step, before }: Approver): string {
  const answered = approvers.flatMap((one) => (one.step === step - 1 && one.answer ? [one.answer.at] : []));
  return [openedAt, ...answered, ...before.map(({ at }) => at)].toSorted().at(-1) ?? openedAt;
}

/** What the account manager can do with a request that is open, on the team's card: only what would not be refused. */
export function manageButtons(managed: Managed, approval: Approval, away: Away, locale: Locale): Button[] {
  if (approval.state !== 'open') return [];
  const words = askingWords.in(locale);
  const value = approvalValue.encode(managed);
  const canRemind = awaited(approval, away).some(({ asked }) => asked?.person);
  const isSilent = approval.approvers.every(({ answer, confirmedLines }) => !answer && confirmedLines.length === 0);
  const canClose = !isSilent && (approval.gathered === null || isHeld(approval));
  const confirm = {
    title: words.closeRoundTitle(),
    text: words.closeRoundText(),
    yes: words.closeRoundYes(),
    no: words.goBack(),
  };
  return [
    ...(canRemind ? [button({ id: MANAGE_IDS.remind, text: words.remind(), value })] : []),
    ...(canClose ? [button({ id: MANAGE_IDS.closeRound, text: words.closeRound(), value, confirm })] : []),
    button({ id: DUE_IDS.open, text: dueWords.in(locale).button(), value }),
    button({ id: MANAGE_IDS.change, text: words.change(), value }),
    button({ id: MANAGE_IDS.withdrawRequest, text: words.withdrawRequest(), value }),
  ];
}

/** Why a request is taken back: the client reads it. */
export function withdrawRequestModal(
  managed: Managed,
  about: { project: string; title: string },
  locale: Locale,
): Modal {
  const words = askingWords.in(locale);
  const named = { project: bold(about.project), title: run(about.title) };
  return modal({
    id: MANAGE_IDS.withdrawRequestForm,
    title: words.withdrawTitle(),
    submit: words.withdrawSubmit(),
    close: words.cancel(),
    metadata: approvalMeta.encode(managed),
    blocks: [rich(...phrase(words.withdrawIntro, named)), ...formBlocks(withdrawRequestForm, words)],
  });
}
