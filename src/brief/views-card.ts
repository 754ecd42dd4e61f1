import { bold, button, buttons, context, type Message, message, richText, section, rich } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { called, dateToken, escape, type Named } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { calledIn } from '../project/rules.ts';
import type { SentBrief } from './model.ts';
import { openValue } from './model-metadata.ts';
import { changedSinceSent } from './rules.ts';
import { gaps, linesOf } from './rules-draft.ts';
import { linesOnCard, questionName } from './views-lines.ts';
import { briefWords } from './words.ts';

/** The action and callback ids of the brief, shared by views and listeners. */
export const BRIEF_IDS = {
  edit: 'brief.edit',
  editForm: 'brief.editForm',
  findersForm: 'brief.findersForm',
  send: 'brief.send',
  sendForm: 'brief.sendForm',
  confirm: 'brief.confirm',
  requestChanges: 'brief.requestChanges',
  reasonForm: 'brief.reasonForm',
  withdraw: 'brief.withdraw',
  withdrawForm: 'brief.withdrawForm',
} as const;

/** The living card of a brief, for the team: the draft's lines, where it stands with the client, and what to do next. */
export function briefCard(project: Project, locale: Locale): Message<'team'> {
  const words = briefWords.in(locale);
  const { brief } = project;
  const state = teamState(project, locale);
  const lines = linesOnCard(linesOf(project), locale);
  const blocks = [
    rich(bold(words.cardTitle({ project: project.name }))),
    section(state),
    ...(lines.length > 0 ? [richText(lines)] : []),
    buttons('brief.next', nextButtons(project, locale)),
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
  const stands = sentState(sent, locale);
  if (!changedSinceSent(project)) return stands;
  const edited = missing.length > 0 ? draft : words.changedState({ version: sent.current.number });
  return `${stands}\n${edited}`;
}

/** Where the last version stands, with who and when. */
export function sentState({ current, approval }: SentBrief, locale: Locale): string {
  const words = briefWords.in(locale);
  const people = approval.approvers.map(called);
  const facts = {
    version: current.number,
    who: listed(people, locale),
    at: dateToken(new Date(approval.stateSince), locale),
  };
  switch (approval.state) {
    case 'open':
      return words.openState(facts);
    case 'confirmed':
      return words.confirmedState(facts);
    case 'changesRequested':
      return words.changesState(facts);
    case 'withdrawn':
      return words.withdrawnState(facts);
    case 'superseded':
      return words.replacedState({ version: current.number });
  }
}

const fallbackState = (project: Project, locale: Locale): string => teamState(project, locale).split('\n')[0] ?? '';

/** Send to client comes first when it is what is next; else editing does. */
function nextButtons(project: Project, locale: Locale) {
  const words = briefWords.in(locale);
  const value = openValue.encode({ project: project._id });
  const edit = { id: BRIEF_IDS.edit, text: words.edit(), value };
  const send = { id: BRIEF_IDS.send, text: words.sendButton(), value };
  if (gaps(project).length > 0) return [button(edit)];
  if (changedSinceSent(project)) return [button({ ...send, style: 'primary' }), button(edit)];
  // Taken back by mistake: the same lines may be sent again.
  return project.brief?.sent?.approval.state === 'withdrawn' ? [button(edit), button(send)] : [button(edit)];
}

/** State lines with an arrow, in the thread under the team's card. */
export function line(
  kind: 'sentLine' | 'confirmedLine' | 'changesLine' | 'withdrawnLine',
  { version, by }: { version: number; by: readonly Named[] },
  locale: Locale,
): Message<'team'> {
  const text = briefWords.in(locale)[kind]({ version, who: listed(by.map(called), locale) });
  return message('team', text, [section(text)]);
}
