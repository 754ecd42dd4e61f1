import type { KnownBlock } from '@slack/types';
import { namesOf } from '../approval/views-people.ts';
import { pagesOf, quoted } from '../approval/views-pages.ts';
import { type Message, message, rich, run, section } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { Person } from '../kit/person.ts';
import { escape, mention } from '../kit/text.ts';
import type { Approval } from '../approval/model.ts';
import type { SentDeliverable } from './model.ts';
import { byHand, filesOf } from './rules-passed-on.ts';
import { showsAgain } from './rules-standing.ts';
import { nameOfFile, versionText } from './views-version.ts';
import { clientDeliverableWords } from './words-client.ts';

/**
 * What the team is told once a version was sent: who is asked, that it is the last of the agreed rounds, and what is still to be done by
 * hand. Outside Slack that is all of it: the text comes with it, to be copied.
 */
export function sentForTeam({ current, approval }: SentDeliverable, locale: Locale): Message<'team'>[] {
  const words = clientDeliverableWords.in(locale);
  const isOutside = current.reach === 'outside';
  const { name, number: version, round, rounds, contents } = current;
  const short = escape(words.titleShort({ name, version }));
  // Asked one after the other, the others wait for their turn.
  const who = namesOf(
    approval.approvers.filter(({ step }) => step === approval.step),
    locale,
  );
  const line = isOutside ? words.sentOutsideLine({ short, who }) : words.sentLine({ short, who });
  const files = filesOf(contents).filter(({ file }) => byHand(file) !== null);
  const names = listed(
    files.map(({ file }) => nameOfFile(file.name, locale)),
    locale,
  );
  const head: KnownBlock[] = [
    section(line),
    ...(round === rounds ? [section(words.sentLastRound({ rounds }))] : []),
    ...(files.length > 0 && !isOutside ? [rich(...phrase(words.sentByHand, { files: run(names) }))] : []),
    ...(isOutside ? [section(words.copyText())] : []),
  ];
  const pages = isOutside ? pagesOf(quoted(versionText(current, current.language))) : [];
  const [first, ...more] = pages;
  return [
    message('team', line, [...head, ...(first ? [first] : [])]),
    ...more.map((page) => message('team', line, [page])),
  ];
}

/** What the team does once the client has agreed, or wants something else (`mrkdwn`). */
export function nextSentence(
  approval: Approval,
  after: 'agreed' | 'revise',
  managers: readonly Person[],
  locale: Locale,
): string {
  const words = clientDeliverableWords.in(locale);
  const manager = listed(managers.map(mention), locale);
  if (after === 'revise') return words.reviseAsk({ manager });
  if (approval.state !== 'agreedWith') return words.agreedAsk({ manager });
  return showsAgain(approval) ? words.againAsk({ manager }) : words.changesMadeAsk({ manager });
}

/** What comes next, for the client's confirmation note: plain words. */
export function nextForClient(approval: Approval, locale: Locale): string {
  const words = clientDeliverableWords.in(locale);
  if (approval.state !== 'agreedWith') return words.noteNext({ kind: approval.subject.kind });
  return showsAgain(approval) ? words.noteNextAgain() : words.noteNextChanges();
}
