import type { Button, KnownBlock } from '@slack/types';
import { pagesOf, quoted } from '../approval/views-pages.ts';
import { plainName } from '../approval/views-people.ts';
import { seen as seenBy } from '../approval/views-sending.ts';
import {
  bold,
  button,
  buttons,
  context,
  divider,
  type Message,
  message,
  type Modal,
  modal,
  rich,
  run,
  section,
  warning,
} from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { markOf } from '../kit/merge.ts';
import type { Person } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import { called, dateToken, escape, type Named } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Finding } from '../project/model-outgoing.ts';
import { release, type Released } from '../project/rules-released.ts';
import { titleOf } from '../project/rules.ts';
import { outgoingNotice } from '../project/views-outgoing.ts';
import type { Report } from './model.ts';
import { reportForm, reportMeta, reportSendValue, reportValue } from './model-report.ts';
import { factKeys, isOutdated, reportMark, type ReportNow, reportOf } from './rules-report.ts';
import { reportText } from './views-report-text.ts';
import { reportWords } from './words-report.ts';

/** The action ids of a report's buttons, and the callback id of its form. */
export const REPORT_IDS = {
  send: 'progress.reportSend',
  edit: 'progress.reportEdit',
  skip: 'progress.reportSkip',
  choose: 'progress.reportChoose',
  form: 'progress.reportForm',
} as const;

/** As it would be drafted now, without anybody's words. */
export function draftedNow(project: Project): ReportNow {
  const released = release(project);
  return { text: reportText(released, project.progress?.reported), facts: factKeys(released) };
}

/** As it would leave now: as it was edited, else as it is drafted. */
export function reportNow(project: Project, report: Report): ReportNow {
  const drafted = draftedNow(project);
  return report.text === null ? drafted : { ...drafted, text: report.text };
}

/** Who would read it: the people in the client channel; `notSeen` where Slack did not tell, `none` where there is no channel. */
export type Readers = { is: 'none' } | { is: 'notSeen' } | { is: 'seen'; channel: string; people: readonly Person[] };

/** A report in the direct messages of whoever may send it: who will read it, what they will read, and what should perhaps not leave. */
export function reportCard(
  project: Project,
  report: Report,
  { readers, found, now = reportNow(project, report) }: Omit<Before, 'now'> & { now?: ReportNow },
  locale: Locale,
): Message<'person'> {
  const words = reportWords.in(locale);
  const day = formatDay(report.day, locale);
  const places = { project: bold(titleOf(project)), client: bold(project.client.name), day: run(day) };
  const pages = pagesOf(quoted(now.text));
  return message('person', words.reportFallback({ project: escape(titleOf(project)), day }), [
    rich(...phrase(words.reportTitle, places)),
    ...(report.closed ? [] : beforeSending(report, { readers, found, now }, locale)),
    ...pages.slice(0, 1),
    ...(pages.length > 1 ? [context(words.reportLonger())] : []),
    ...ending(project, report, now, locale),
  ]);
}

/** `now`: what would leave, as it was looked over. */
type Before = { readers: Readers; found: readonly Finding[]; now: ReportNow };

function beforeSending(report: Report, { readers, found, now }: Before, locale: Locale): KnownBlock[] {
  const words = reportWords.in(locale);
  return [
    ...(isOutdated(report, now.facts) ? [warning(words.reportOutdated())] : []),
    ...(readers.is === 'none' ? [section(words.reportNoChannel())] : []),
    ...(readers.is === 'notSeen' ? [section(words.reportNotSeen())] : []),
    ...(readers.is === 'seen' ? seenBy(readers, locale) : []),
    ...outgoingNotice(found, locale),
  ];
}

function ending(project: Project, report: Report, now: ReportNow, locale: Locale): KnownBlock[] {
  const words = reportWords.in(locale);
  if (!report.closed)
    return [buttons('progress.report', choices(project, report, now, locale)), context(words.reportMeans())];
  const { as, by, at } = report.closed;
  const facts = { who: called(by), at: dateToken(new Date(at), locale) };
  return [context(as === 'sent' ? words.reportWasSent(facts) : words.reportWasSkipped(facts))];
}

function choices(project: Project, report: Report, now: ReportNow, locale: Locale): Button[] {
  const words = reportWords.in(locale);
  const about = { project: project._id, report: report.id };
  const channel = project.channels.client?.id ?? null;
  const sending = reportSendValue.encode({ ...about, seen: reportMark(now), channel });
  const value = reportValue.encode(about);
  const text = channel === null ? words.reportSentOutside() : words.reportSend();
  return [
    button({ id: REPORT_IDS.send, text, value: sending, style: 'primary' }),
    button({ id: REPORT_IDS.edit, text: words.reportEdit(), value }),
    button({ id: REPORT_IDS.skip, text: words.reportSkip(), value }),
  ];
}

/** What becomes of a draft that a newer one has replaced. */
export function replacedCard(project: Project, locale: Locale): Message<'person'> {
  const words = reportWords.in(locale);
  const text = words.reportReplaced({ project: escape(titleOf(project)) });
  return message('person', text, [rich(...phrase(words.reportReplaced, { project: bold(titleOf(project)) }))]);
}

/** The form for its text. @param clash what somebody typed who was overtaken: theirs stays, and the other's is shown */
export function reportModal(project: Project, report: Report, clash: string | null, locale: Locale): Modal {
  const words = reportWords.in(locale);
  const { text } = reportNow(project, report);
  const { language } = release(project);
  const intro = phrase(({ project: name }: { project: string }) => words.reportFormIntro({ project: name, language }), {
    project: bold(titleOf(project)),
  });
  return modal({
    id: REPORT_IDS.form,
    title: words.reportFormTitle(),
    submit: words.reportFormSubmit(),
    close: words.reportCancel(),
    metadata: reportMeta.encode({ project: project._id, report: report.id, opened: markOf(text) }),
    blocks: [
      ...(clash === null ? [] : [warning(words.reportTheirs())]),
      rich(...intro),
      ...formBlocks(reportForm, words, { report: clash ?? text }),
      ...(clash === null ? [] : [divider(), ...pagesOf(quoted(text))]),
    ],
  });
}

/** The report in the client channel, frozen as it was previewed. A channel may serve several projects: it names this one. */
export function reportForClient(
  { name, language }: Released,
  { text, day: on }: Pick<Report, 'day'> & { text: string },
): Message<'client'>[] {
  const words = reportWords.in(language);
  const day = formatDay(on, language);
  const head = rich(...phrase(words.reportHead, { project: bold(name), day: run(day) }));
  const fallback = words.reportHead({ project: escape(name), day });
  return pagesOf(quoted(text)).map((page, index) => message('client', fallback, index === 0 ? [head, page] : [page]));
}

/** The line under the project's card. */
export function reportLine(by: Named, number: number, isOutside: boolean, locale: Locale): Message<'team'> {
  const words = reportWords.in(locale);
  const facts = { who: called({ person: null, name: plainName(by) }), number };
  const text = isOutside ? words.reportLineOutside(facts) : words.reportLine(facts);
  return message('team', text, [section(text)]);
}

/** Once, of a draft that nobody has sent. */
export function reminderNote(project: Project, locale: Locale): Message<'person'> {
  const words = reportWords.in(locale);
  const day = formatDay(reportOf(project)?.day ?? '', locale);
  const text = words.reportReminder({ project: escape(titleOf(project)), day });
  const places = { project: bold(titleOf(project)), day: run(day) };
  return message('person', text, [rich(...phrase(words.reportReminder, places))]);
}

/** The same in the place of the question which project was meant. */
export function draftedModal(project: Project, locale: Locale): Modal {
  const words = reportWords.in(locale);
  const { blocks } = draftedNote(project, locale);
  return modal({ id: 'progress.reportDrafted', title: words.reportHereTitle(), close: words.reportClose(), blocks });
}

/** To whoever typed the command: where the draft is. */
export function draftedNote(project: Project, locale: Locale): Message<'person'> {
  const text = reportWords.in(locale).reportHere({ project: escape(titleOf(project)) });
  return message('person', text, [section(text)]);
}
