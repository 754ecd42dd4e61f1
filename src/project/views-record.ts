import { bold, button, buttons, context, type Modal, modal, section, plainSection, rich } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { formatDay } from '../kit/calendar.ts';
import { shortHash, type Stored } from '../kit/chain.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { called, channelLink, dayToken, escape, shorten } from '../kit/text.ts';
import { milestoneName } from '../plan/views-name.ts';
import type { Project } from './model.ts';
import { LIAISON_ITSELF, RECORD_KINDS, type Recorded, recordedSchema } from './model-record.ts';
import { chooseValue, pageValue } from './model-metadata.ts';
import { titleOf } from './rules.ts';
import { projectCardWords } from './words-card.ts';
import { projectWords } from './words.ts';

export const RECORD_IDS = {
  newer: 'project.recordNewer',
  older: 'project.recordOlder',
  choose: 'project.recordChoose',
} as const;

/** Of a reason in somebody's own words; the whole is in the entry. */
const SHOWN = 200;

/** An entry with the link to the message that said it, where there is one. */
export type RecordEntry = { stored: Stored; link: string | null };

/** One page of the record, newest first. `from` is the number of its newest entry. */
export function recordModal(project: Project, from: number, entries: readonly RecordEntry[], locale: Locale): Modal {
  const words = projectWords.in(locale);
  const count = project.record.sequence;
  const named = { project: bold(project.name) };
  const filled = ({ project: name }: { project: string }) => words.recordIntro({ project: name, count });
  const intro = count === 0 ? phrase(words.recordEmpty, named) : phrase(filled, named);
  return modal({
    id: 'project.record',
    title: words.recordTitle(),
    close: words.close(),
    blocks: [
      rich(...intro),
      ...entries.map((entry) => section(line(project, entry, locale))),
      ...paging(project, from, locale),
    ],
  });
}

/**
 * One entry: its number, what happened, who, when, and the start of its hash.
 * @param what its sentence, where its reader is told it in other words
 */
export function line(
  project: Project,
  { stored, link }: RecordEntry,
  locale: Locale,
  what = sentence(project, stored, locale),
): string {
  const words = projectWords.in(locale);
  const { entry } = stored;
  const seen = words.recordLine({
    number: entry.sequence,
    what,
    who: nameOf(project, entry.actor, locale),
    at: dayToken(new Date(entry.at), locale),
    hash: shortHash(stored.hash),
  });
  return link ? `${seen} · ${words.recordSee({ link })}` : seen;
}

/** How much of an entry its sentence tells: people whom it names, how long a name is, and what somebody wrote. */
export type Telling = { people: number; name: number; text: number };
const WHOLE: Telling = { people: Infinity, name: Infinity, text: SHOWN };

/** What happened, in one sentence (`mrkdwn`, escaped). */
export function sentence(project: Project, { entry, content }: Stored, locale: Locale, most = WHOLE): string {
  const words = projectWords.in(locale);
  const kind = RECORD_KINDS.find((one) => one === entry.kind);
  if (!kind) return escape(entry.kind);
  const said = recordedSchema.catch({}).parse(content ?? {});
  const people = (said.people ?? said.about ?? []).map((id) => nameOf(project, id, locale, most.name));
  const [one = '', other = '–'] = people;
  const version = String(said.version ?? '');
  const of = said.subject?.kind ?? '';
  const text = words[`record.${kind}`]({
    version,
    correction: String(said.correction ?? ''),
    stage: said.stage ?? '',
    people: firstOf(people, most.people, locale),
    channel: said.channel ? channelLink(said.channel) : '',
    error: said.error ?? '',
    role: said.role ?? '',
    craft: said.craft ?? '',
    supplier: said.supplier ? called({ person: null, name: said.supplier }) : '',
    day: said.day ? formatDay(said.day, locale) : 'none',
    days: listed(
      (said.days ?? []).map((day) => formatDay(day, locale)),
      locale,
    ),
    subject: said.named
      ? words.recordSubjectNamed({ named: escape(said.named), version })
      : words.recordSubject({ of, version }),
    of,
    verb: said.verb ?? '',
    outcome: said.outcome ?? '',
    step: (said.step ?? 0) + 1,
    by: said.by ?? '',
    count: said.lines?.length ?? 0,
    way: said.evidence?.by ?? 'button',
    one,
    other,
    request: said.request ?? '',
    why: escape(shorten(said.why ?? '', most.text)),
    end: said.end ?? '',
    project: escape(said.project ?? ''),
    earlier: said.earlier ?? '',
    side: said.side ?? '',
    hold: said.reason ?? '',
    to: escape(said.to ?? ''),
    state: said.state ?? '',
    nudges: said.nudges?.count ?? 0,
    from: instantIn(said.nudges?.from, locale),
    until: instantIn(said.dueAt ?? said.nudges?.until, locale),
    ...daysSaid(said.milestone ?? said.deliverable, locale),
    milestone: said.milestone ? escape(milestoneName(said.milestone, locale)) : '',
    deliverable: escape(said.deliverable?.name ?? ''),
  });
  return content === null ? `${text} (${words.recordErased()})` : text;
}

/** The day of a milestone or a deliverable, and the one before. */
function daysSaid(about: Recorded['milestone'] | Recorded['deliverable'], locale: Locale) {
  const { dueOn, before } = about ?? {};
  return {
    dueOn: dueOn ? formatDay(dueOn, locale) : '',
    before: before ? formatDay(before, locale) : '',
  };
}

/** What is no instant is left out. */
function instantIn(at: string | undefined, locale: Locale): string {
  const instant = new Date(at ?? '');
  return Number.isNaN(instant.getTime()) ? '' : dayToken(instant, locale);
}

function firstOf(people: readonly string[], most: number, locale: Locale): string {
  const more = people.length - most;
  if (more <= 0) return listed(people, locale);
  return listed([...people.slice(0, most), projectCardWords.in(locale).more({ count: more })], locale);
}

/** The record names people by Liaison's own ids; the roster knows who they are. @returns `mrkdwn`, escaped */
export function nameOf(project: Project, id: string, locale: Locale, most = Infinity): string {
  if (id === LIAISON_ITSELF) return projectWords.in(locale).liaison();
  const outside = (project.offSlack ?? []).map((one) => ({ ...one, person: null }));
  // Whoever asks by the client card need not be on the roster.
  const asking = (project.requests ?? []).map(({ by }) => by);
  const known = [...project.people, ...project.joiners, ...outside, ...asking, ...(project.former ?? [])].find(
    (one) => one.id === id,
  );
  return known ? called({ ...known, name: known.name && shorten(known.name, most) }) : `\`${escape(id)}\``;
}

function paging(project: Project, from: number, locale: Locale) {
  const words = projectWords.in(locale);
  const of = project.record.sequence;
  if (of <= BOUNDS.recordPage) return [];
  const to = Math.max(1, from - BOUNDS.recordPage + 1);
  const go = (id: string, text: string, start: number) =>
    button({ id, text, value: pageValue.encode({ project: project._id, from: start }) });
  const newer = from < of ? [go(RECORD_IDS.newer, words.recordNewer(), Math.min(of, from + BOUNDS.recordPage))] : [];
  const older = to > 1 ? [go(RECORD_IDS.older, words.recordOlder(), to - 1)] : [];
  return [context(words.recordPage({ from, to, of })), buttons('project.recordPages', [...newer, ...older])];
}

/**
 * Asks which project of a channel that serves several. A job inside a project names that one.
 * @param metadata what is carried along to where one is chosen
 */
export function chooseModal(projects: readonly Project[], action: string, locale: Locale, metadata?: string): Modal {
  const words = projectWords.in(locale);
  const rows = projects.map((project) => {
    const value = chooseValue.encode({ project: project._id });
    const accessory = button({ id: action, text: words.choose(), value });
    return plainSection(`${titleOf(project)} · ${project.client.name}`, accessory);
  });
  const blocks = [section(words.chooseIntro()), ...rows];
  return modal({
    id: 'project.choosing',
    title: words.chooseTitle(),
    close: words.close(),
    ...(metadata ? { metadata } : {}),
    blocks,
  });
}
