import type { View } from '@slack/types';
import { changesForTeam, confirmedForTeam } from '../../src/brief/views-answers.ts';
import { briefCard, line } from '../../src/brief/views-card.ts';
import { answerNote, clientCard, confirmationNote, countParts, versionPart } from '../../src/brief/views-client.ts';
import { findersModal, reasonModal, sendModal } from '../../src/brief/views-forms.ts';
import { editModal } from '../../src/brief/views-edit.ts';
import { briefWaitRow } from '../../src/brief/views-home.ts';
import { BRIEF_QUESTIONS } from '../../src/brief/model.ts';
import { homeView } from '../../src/home/views.ts';
import { loadingModal, notice, noticeModal } from '../../src/io/failures.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { append, emptyHead, type Stored } from '../../src/kit/chain.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { type Project, RECORD_KINDS, STAGES } from '../../src/project/model.ts';
import { release } from '../../src/project/rules.ts';
import { help, projectCard, projectsShown, stageLine, startModal } from '../../src/project/views.ts';
import { heldNote, joinerCard, joinerWaitRow, undeliveredNote } from '../../src/project/views-joiner.ts';
import { chooseModal, recordModal } from '../../src/project/views-record.ts';
import { cleo, NOW } from './arbitraries.ts';
import { filled, ID, PERSON_NAME, projectsAtTheirLongest } from './arbitraries-views.ts';

const LINK = `https://agency.slack.com/archives/C012345678/p${'1'.repeat(16)}?thread_ts=1111111111.111111&cid=C012345678`;

export type Shown = { name: string } & ({ is: 'message'; message: Message } | { is: 'modal' | 'home'; view: View });
const shows = (name: string, message: Message): Shown => ({ name, is: 'message', message });
const opens = (name: string, view: View & { type: 'modal' }): Shown => ({ name, is: 'modal', view });

/** A record whose page names as many people as a project holds. */
function recordOf(project: Project): Stored[] {
  const people = Array.from({ length: BOUNDS.people }, (_, at) => (at === 0 ? cleo.id : `${ID}${at}`));
  const drafts = [...RECORD_KINDS, 'some.laterKind'].map((kind) => ({
    kind,
    actor: kind.startsWith('brief') ? `${ID}${ID}` : 'liaison',
    at: NOW.toISOString(),
    content: { version: 200, stage: 'evaluation', people, channel: 'CCLIENT' },
  }));
  const { stored } = append(
    { workspace: 'TAGENCY', project: project._id },
    emptyHead('TAGENCY', project._id),
    drafts,
    () => '00',
  );
  return stored.map((one, at) => (at === 0 ? { ...one, content: null, salt: null } : one));
}

/** Everything that the project's views can show of it. */
function ofProject(project: Project, state: string, locale: Locale): Shown[] {
  const joiner = { ...project.people[0]!, outsider: true, askedAt: NOW.toISOString() };
  const counted = { ...project, record: { sequence: 9999, hash: 'f'.repeat(64) } };
  const stored = recordOf(project);
  const entries = stored.map((one) => ({ stored: one, link: LINK }));
  const pages = [entries.slice(0, BOUNDS.recordPage), entries.slice(-BOUNDS.recordPage), []];
  const here = Array.from({ length: BOUNDS.projectsNamed }, (_, at) => ({
    project: { ...project, _id: `${ID}${at}` },
    card: LINK,
  }));
  const cards = [
    shows(`projectCard ${state}`, projectCard(counted, locale)),
    shows(`projectsShown ${state}`, projectsShown(here, 'mine', locale)),
  ];
  // The others show the project's names alone, which are the same in every state.
  if (state !== 'evaluation') return cards;
  return [
    ...cards,
    shows('projectsShown here', projectsShown(here, 'here', locale)),
    shows(`heldNote ${state}`, heldNote(project, locale)),
    shows(`undeliveredNote ${state}`, undeliveredNote(project, 'restricted_action_non_threadable_channel', locale)),
    ...[true, false].flatMap((outsider) =>
      ([null, 'onTheTeam', 'notOnTheTeam'] as const).map((answer) =>
        shows(`joinerCard ${answer}`, joinerCard(project, { ...joiner, outsider, answer }, locale)),
      ),
    ),
    ...pages.map((page) => opens(`recordModal ${page.length}`, recordModal(counted, 5000, page, locale))),
    opens('recordModal empty', recordModal(project, 0, [], locale)),
    opens(
      'chooseModal',
      chooseModal(
        here.map((one) => one.project),
        'project.choose',
        locale,
      ),
    ),
    opens('reasonModal', reasonModal('reason', { id: ID, name: project.name }, { version: 200, step: 9 }, locale)),
    opens(
      'reasonModal withdraw',
      reasonModal('withdraw', { id: ID, name: project.name }, { version: 200, step: 9 }, locale),
    ),
  ];
}

/** Everything that the brief's views can show of it, to the team and to the client. */
function ofBrief(project: Project, state: string, filler: string, locale: Locale): Shown[] {
  const reason = filled(filler, BOUNDS.longAnswer);
  const by = { ...cleo, name: filled(filler, PERSON_NAME) };
  const entered = { channel: 'CCLIENT', approver: 'UCLEO', language: locale };
  // Marking what differs costs the most: each kind of it once is enough.
  const isPreviewed = ['draft', 'edited', 'unknown'].includes(state);
  const crowd = Array.from({ length: 40 }, (_, at) => ({ team: 'TCLIENT', user: `U0123456${at}` }));
  const previews = [
    { is: 'none' } as const,
    { is: 'refused', reason: filled(filler, 300) } as const,
    { is: 'seen', channel: 'CCLIENT', people: [cleo.person] } as const,
    { is: 'seen', channel: 'CCLIENT', people: crowd } as const,
  ];
  return [
    shows(`briefCard ${state}`, briefCard(project, locale)),
    opens(`editModal ${state}`, editModal(project, locale)),
    opens(`findersModal ${state}`, findersModal(project, BRIEF_QUESTIONS, locale)),
    ...(isPreviewed ? previews : []).map((preview) =>
      opens(`sendModal ${state} ${preview.is}`, sendModal(project, entered, preview, locale)),
    ),
    shows(`confirmedForTeam ${state}`, confirmedForTeam(project, 200, by, locale)),
    ...(['changesLine', 'withdrawnLine'] as const).flatMap((kind) =>
      changesForTeam(kind, project, { version: 200, by, reason }, locale).map((said, at) =>
        shows(`changesForTeam ${kind}.${at + 1}`, said),
      ),
    ),
    shows('line sentLine', line('sentLine', { version: 200, by: [by] }, locale)),
    ...ofSent(project, state, by, locale),
  ];
}

function ofSent(project: Project, state: string, by: typeof cleo, locale: Locale): Shown[] {
  const sent = project.brief?.sent;
  if (!sent) return [];
  const released = { ...release(project), language: locale };
  const { current, previous } = sent;
  const isDrawn = ['sent', 'second', 'confirmed'].includes(state);
  const both = [{ version: current, previous }, ...(previous ? [{ version: previous, previous: null }] : [])];
  const versions = isDrawn ? both : [];
  const [entry] = recordOf(project);
  return [
    shows(`clientCard ${state}`, clientCard(released, sent)),
    ...versions.flatMap((shown) =>
      Array.from({ length: countParts(shown, released) }, (_, at) =>
        shows(
          `versionPart ${state} ${shown.version.number}.${at + 1}`,
          versionPart(shown, at + 1, released, shown.version === current ? sent : null),
        ),
      ),
    ),
    ...[true, false].flatMap((isJob) =>
      entry ? [shows('confirmationNote', confirmationNote(released, sent, { by, entry, isJob }))] : [],
    ),
    shows('answerNote changes', answerNote('changesNote', released, 200, by)),
    shows('answerNote withdrawn', answerNote('withdrawnNote', released, 200, by)),
  ];
}

/** App Home with as much as fits on it, of one kind of waiting each. */
function homes(projects: Readonly<Record<string, Project>>, locale: Locale): Shown[] {
  const second = projects['second'];
  if (!second) return [];
  const joiner = { ...cleo, outsider: true, askedAt: NOW.toISOString(), answer: null };
  const kinds: readonly (readonly [string, string])[] = [
    ...(['brief.write', 'brief.send', 'brief.decide'] as const).map((kind) => [kind, ''] as const),
    ['brief.revise', '200'],
    ...BRIEF_QUESTIONS.map((question) => ['brief.findOut', question] as const),
    ['project.joiner', 'TCLIENT:UCLEO'],
  ];
  return kinds.map(([kind, about]) => {
    const rows = Array.from({ length: BOUNDS.waitsOnHome }, (_, at) => {
      const project = { ...second, _id: `${ID}${at}`, joiners: [joiner] };
      const wait = { person: 'TAGENCY:UANA', kind, about, since: NOW.toISOString() };
      const blocks =
        briefWaitRow(project, wait, { link: LINK }, locale) ?? joinerWaitRow(project, wait, {}, locale) ?? [];
      return { project: project.name, client: project.client.name, since: wait.since, blocks };
    });
    return { name: `homeView ${kind}`, is: 'home', view: homeView(rows, true, 'project.start', locale) };
  });
}

/** Every message, modal and App Home of ours, with everything in it at its longest. */
export function everything(filler: string, locale: Locale): Shown[] {
  const projects = projectsAtTheirLongest(filler);
  const long = filled(filler, 80);
  return [
    ...Object.entries(projects).flatMap(([state, project]) => [
      ...ofProject(project, state, locale),
      ...ofBrief(project, state, filler, locale),
    ]),
    ...homes(projects, locale),
    { name: 'homeView empty', is: 'home', view: homeView([], false, 'project.start', locale) },
    { name: 'homeView of a guest', is: 'home', view: homeView([], false, null, locale) },
    opens('startModal', startModal(ID, locale, null)),
    opens('startModal here', startModal(ID, locale, { channel: 'CTEAM', name: long })),
    ...STAGES.map((stage) => shows('stageLine', stageLine(stage, stage, '<@UANA>', locale))),
    shows('help', help(false, locale)),
    shows('help of a guest', help(true, locale)),
    shows('notice', notice('A sentence.')),
    opens('noticeModal', noticeModal('A sentence.', locale)),
    opens('loadingModal', loadingModal(locale)),
  ];
}
