import type { Button, KnownBlock } from '@slack/types';
import { bold, button, buttons, context, type Message, message, richText, section, rich } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { dateToken, escape, type Named } from '../kit/text.ts';
import { recordButton } from '../approval/views-evidence.ts';
import { manageButtons, managedLines } from '../approval/views-manage.ts';
import { namesOf } from '../approval/views-people.ts';
import { standsSentence, stateSentence, statusBlocks } from '../approval/views-status.ts';
import type { Project } from '../project/model.ts';
import { calledIn } from '../project/rules.ts';
import { awayIn } from '../project/rules-people.ts';
import type { SentBrief } from './model.ts';
import { openValue } from './model-metadata.ts';
import { changedSinceSent } from './rules.ts';
import { couldCorrect } from './rules-correct.ts';
import { gaps, linesOf } from './rules-draft.ts';
import { askedLines, linesOnCard, questionName } from './views-lines.ts';
import { paperButtons } from './views-text.ts';
import { CORRECT_IDS } from './views-correct.ts';
import { briefWords } from './words.ts';
import { correctWords } from './words-correct.ts';

/** The action and callback ids of the brief, shared by views and listeners. */
export const BRIEF_IDS = {
  edit: 'brief.edit',
  editForm: 'brief.editForm',
  findersForm: 'brief.findersForm',
  send: 'brief.send',
  sendForm: 'brief.sendForm',
} as const;

/** The living card of a brief, for the team: the draft's lines, where it stands with the client, and what to do next. */
export function briefCard(project: Project, locale: Locale): Message<'team'> {
  const words = briefWords.in(locale);
  const { brief } = project;
  const state = teamState(project, locale);
  const lines = linesOnCard(linesOf(project), locale, brief?.sent?.approval.approvers.length);
  const blocks = [
    rich(bold(words.cardTitle({ project: project.name }))),
    section(state),
    ...(brief?.sent ? statusBlocks(brief.sent.approval, askedLines(brief.sent.current, locale), locale) : []),
    ...(lines.length > 0 ? [richText(lines)] : []),
    ...buttonRows(project, locale),
    ...(brief
      ? [
          context(
            words.cardContext({
              who: calledIn(project, brief.changedBy),
              at: dateToken(new Date(brief.changedAt), locale),
            }),
          ),
        ]
      : []),
  ];
  return message(
    'team',
    words.cardFallback({ project: escape(project.name), state: fallbackState(project, locale) }),
    blocks,
  );
}

/** A brief that was sent and edited since says both: where the version stands, and that the client has not seen the edits. */
function teamState(project: Project, locale: Locale): string {
  const words = briefWords.in(locale);
  const missing = gaps(project);
  const questions = listed(
    missing.map((question) => questionName(question, locale)),
    locale,
  );
  const draft = missing.length > 0 ? words.draftGaps({ questions }) : words.draftState();
  const sent = project.brief?.sent;
  if (!sent) return draft;
  const stands = [sentState(sent, locale), ...openState(project, sent, locale)].join('\n');
  if (!changedSinceSent(project)) return stands;
  const edited = missing.length > 0 ? draft : words.changedState({ version: sent.current.number });
  return `${stands}\n${edited}`;
}

/** Where the last version stands, with who and when, and what stands beside it (`mrkdwn`). */
export const sentState = ({ approval, stands }: SentBrief, locale: Locale): string =>
  [stateSentence(approval, locale), ...standsSentence(approval, stands?.version ?? null, locale)].join('\n');

const fallbackState = (project: Project, locale: Locale): string => teamState(project, locale).split('\n')[0] ?? '';

/** Who is awaited, and until when, as the roster stood at the last change; the card is drawn again at every one. */
const awayNow = (project: Project) => awayIn(project, new Date(project.savedAt));

function openState(project: Project, { approval, current }: SentBrief, locale: Locale): string[] {
  const isOutside = approval.state === 'open' && current.reach === 'outside';
  return [
    ...(isOutside ? [briefWords.in(locale).outsideState({ version: current.number })] : []),
    ...managedLines(approval, awayNow(project), locale),
  ];
}

/**
 * What can be done, in two rows at most: what is likeliest first, what is rare last. While the client is asked that is the
 * request, unless there is something new to send; outside Slack it is the text and the PDF, which nobody sends but the team.
 */
function buttonRows(project: Project, locale: Locale): KnownBlock[] {
  const next = nextButtons(project, locale);
  const papers = paperButtons(project, locale);
  const request = requestButtons(project, locale);
  const row = (id: string, all: Button[]) => (all.length > 0 ? [buttons(id, all)] : []);
  if (!request) return row('brief.next', [...next, ...papers]);
  const { record, manage } = request;
  if (project.brief?.sent?.current.reach === 'outside') {
    return [...row('brief.next', [...papers, record]), ...row('brief.request', [...next, ...manage])];
  }
  const [first, ...others] = manage;
  const managing = row('brief.request', [...(first ? [first] : []), record, ...others]);
  const editing = row('brief.next', [...next, ...papers]);
  return changedSinceSent(project) ? [...editing, ...managing] : [...managing, ...editing];
}

/** What can be done with the request that is open; null where none is. */
function requestButtons(project: Project, locale: Locale): { record: Button; manage: Button[] } | null {
  const approval = project.brief?.sent?.approval;
  if (approval?.state !== 'open') return null;
  const { version, step } = approval;
  const on = { version, step };
  const managed = { project: project._id, kind: 'brief', version } as const;
  const asked = { project: project._id, subject: { kind: 'brief', id: approval.subject.id }, on } as const;
  const manage = manageButtons(managed, approval, awayNow(project), locale);
  return { record: recordButton(asked, locale), manage };
}

/** Send to client comes first when it is what is next; else editing does. */
function nextButtons(project: Project, locale: Locale) {
  const words = briefWords.in(locale);
  const value = openValue.encode({ project: project._id });
  const edit = { id: BRIEF_IDS.edit, text: words.edit(), value };
  const send = { id: BRIEF_IDS.send, text: words.sendButton(), value };
  if (gaps(project).length > 0) return [button(edit)];
  if (couldCorrect(project)) {
    const correct = { id: CORRECT_IDS.open, text: correctWords.in(locale).correct(), value };
    return [button({ ...correct, style: 'primary' }), button(send), button(edit)];
  }
  if (changedSinceSent(project)) return [button({ ...send, style: 'primary' }), button(edit)];
  // Taken back by mistake, or ended without a decision: the same lines may be sent again.
  const { state = 'open' } = project.brief?.sent?.approval ?? {};
  const isEnded = state === 'takenBack' || state === 'withdrawn' || state === 'expired';
  return isEnded ? [button(edit), button(send)] : [button(edit)];
}

/** State lines with an arrow, in the thread under the team's card. */
export function line(
  kind: 'sentLine' | 'sentOutsideLine',
  { version, by }: { version: number; by: readonly Named[] },
  locale: Locale,
): Message<'team'> {
  const text = briefWords.in(locale)[kind]({ version, who: namesOf(by, locale) });
  return message('team', text, [section(text)]);
}
