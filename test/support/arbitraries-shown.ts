import type { View } from '@slack/types';
import { briefCard, line } from '../../src/brief/views-card.ts';
import { clientCard, countParts, versionPart } from '../../src/brief/views-client.ts';
import { findersModal } from '../../src/brief/views-forms.ts';
import { sendModal } from '../../src/brief/views-send.ts';
import { editModal } from '../../src/brief/views-edit.ts';
import { overviewModal } from '../../src/brief/views-overview.ts';
import { briefWaitRow } from '../../src/brief/views-home.ts';
import { NOTHING_ASKED } from '../../src/approval/rules-asking.ts';
import { BRIEF_QUESTIONS, BRIEF_STEPS } from '../../src/brief/model.ts';
import { PROFILE_QUESTIONS, PROFILE_STEPS, profileSchema } from '../../src/client/model.ts';
import { profileModal } from '../../src/client/views.ts';
import { homeView } from '../../src/home/views.ts';
import { loadingModal, notice, noticeModal } from '../../src/io/failures.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { append, emptyHead, type Stored } from '../../src/kit/chain.ts';
import { clientShown } from './arbitraries-client-card.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import { STAGES } from '../../src/project/model-life.ts';
import { RECORD_KINDS } from '../../src/project/model-record.ts';
import { release } from '../../src/project/rules-released.ts';
import { projectCard, projectsShown, stageLine } from '../../src/project/views.ts';
import { startModal } from '../../src/project/views-start.ts';
import { help } from '../../src/project/views-help.ts';
import { joinerCard, joinerWaitRow } from '../../src/project/views-joiner.ts';
import { chooseModal, recordModal } from '../../src/project/views-record.ts';
import { cleo, NOW } from './arbitraries.ts';
import { evidenceShown } from './arbitraries-evidence.ts';
import { everyAnswer } from './arbitraries-answers.ts';
import { ofAsking } from './arbitraries-asking.ts';
import { ofCheckInAndReport } from './arbitraries-check-in.ts';
import { ofDeliverableClient } from './arbitraries-deliverable-client.ts';
import { ofDeliverableDetails } from './arbitraries-deliverable-details.ts';
import { ofDeliverableFiles } from './arbitraries-deliverable-files.ts';
import { ofDeliverableTeam } from './arbitraries-deliverable-team.ts';
import { ofExport } from './arbitraries-export.ts';
import { ofGathering } from './arbitraries-gather.ts';
import { ofRooms } from './arbitraries-rooms.ts';
import { ofSettings } from './arbitraries-settings.ts';
import { longestRemarks, ofWorkingDays } from './arbitraries-settings-days.ts';
import { ofNudges } from './arbitraries-nudges.ts';
import { ofPeople } from './arbitraries-people.ts';
import { ofPaper } from './arbitraries-paper.ts';
import { ofApprovals } from './arbitraries-approvals.ts';
import { ofPlan } from './arbitraries-plan.ts';
import { ofProgress } from './arbitraries-progress.ts';
import { ofStages } from './arbitraries-stages.ts';
import { fullestHome, otherHomes, waitRow } from './homes.ts';
import { filled, ID, longest, PERSON_NAME, projectsAtTheirLongest } from './arbitraries-views.ts';

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
    shows(`projectCard ${state}`, projectCard(counted, locale, longestRemarks('改 &', locale))),
    shows(`projectsShown ${state}`, projectsShown(here, 'mine', locale)),
  ];
  // The others show the project's names alone, which are the same in every state.
  if (state !== 'evaluation') return cards;
  return [
    ...cards,
    shows('projectsShown here', projectsShown(here, 'here', locale)),
    ...ofRooms(project, state, locale),
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
  ];
}

/** Everything that the brief's views can show of it, to the team and to the client. */
function ofBrief(project: Project, state: string, filler: string, locale: Locale): Shown[] {
  const by = { ...cleo, name: filled(filler, PERSON_NAME) };
  const where = { channel: 'CCLIENT', reach: 'clientChannel' as const, dueOn: null, language: locale };
  const entered = { ...where, approvers: ['UCLEO'], offSlack: filled(filler, PERSON_NAME) };
  const asking = { entered, asking: NOTHING_ASKED, how: '', remarks: longestRemarks(filler, locale) };
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
    ...ofSteps(project, state, filler, locale),
    opens(`findersModal ${state}`, findersModal(project, BRIEF_QUESTIONS, locale)),
    ...(isPreviewed ? previews : []).map((preview) =>
      opens(
        `sendModal ${state} ${preview.is}`,
        sendModal(project, { ...asking, preview: { zone: 'Europe/London', ...preview } }, locale),
      ),
    ),
    shows('line sentLine', line('sentLine', { version: 200, by: [by] }, locale)),
    ...ofSent(project, state, filler, locale),
  ];
}

/** The steps of a brief, its overview, and the profile of its client. */
function ofSteps(project: Project, state: string, filler: string, locale: Locale): Shown[] {
  const long = filled(filler, BOUNDS.longAnswer);
  const answers = { ...longest(filler, '改 '), ownReason: filled(filler, BOUNDS.ownReason), whys: filled(filler, 99) };
  const source = { label: filled(filler, 200), url: LINK };
  const sources = Array.from({ length: 30 }, (_, at) => (at === 0 ? { ...source, url: null } : source));
  const stamp = { revision: 1, changedAt: NOW.toISOString(), changedBy: cleo.person };
  const profile = profileSchema.parse({ ...stamp, ...Object.fromEntries(PROFILE_QUESTIONS.map((one) => [one, long])) });
  const theirs = { answers: Object.fromEntries(PROFILE_QUESTIONS.map((one) => [one, 'x'])), opened: {} };
  return [
    ...BRIEF_STEPS.flatMap(({ id }) => [
      opens(`editModal ${state} ${id}`, editModal(project, id, locale)),
      opens(`editModal ${state} ${id} clashed`, editModal(project, id, locale, { answers, opened: {} })),
    ]),
    opens(`overviewModal ${state}`, overviewModal(project, locale, { sources })),
    ...PROFILE_STEPS.flatMap(({ id }) => [
      opens(`profileModal empty ${id}`, profileModal(project, null, id, locale)),
      opens(`profileModal ${id}`, profileModal(project, profile, id, locale)),
      opens(`profileModal ${id} clashed`, profileModal(project, profile, id, locale, theirs)),
    ]),
  ];
}

function ofSent(project: Project, state: string, filler: string, locale: Locale): Shown[] {
  const sent = project.brief?.sent;
  if (!sent) return [];
  const released = { ...release(project), language: locale };
  const { current, previous } = sent;
  const isDrawn = ['sent', 'second', 'confirmed'].includes(state);
  const both = [{ version: current, previous }, ...(previous ? [{ version: previous, previous: null }] : [])];
  const versions = isDrawn ? both : [];
  const answers = state === 'second' ? everyAnswer(project, filler, locale) : [];
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
    ...answers.map((one) => ('view' in one ? opens(one.name, one.view) : shows(one.name, one.message))),
  ];
}

/** App Home with as much as fits on it, of one kind of waiting each. */
function homes(projects: Readonly<Record<string, Project>>, filler: string, locale: Locale): Shown[] {
  const second = projects['second'];
  if (!second) return [];
  const joiner = { ...cleo, outsider: true, askedAt: NOW.toISOString(), answer: null };
  const kinds: readonly (readonly [string, string])[] = [
    ...(['brief.write', 'brief.send', 'brief.decide'] as const).map((kind) => [kind, ''] as const),
    ['brief.revise', '200'],
    ...BRIEF_QUESTIONS.map((question) => ['brief.findOut', question] as const),
    ['project.joiner', 'TCLIENT:UCLEO'],
  ];
  const facts = {
    ...{ subject: { kind: 'brief', id: ID }, version: 200, step: 3, lines: 27, open: 27 },
    ...{ person: joiner.person, outsider: true },
  };
  const { name, client } = second;
  return kinds.map(([kind, about]) => {
    const rows = Array.from({ length: BOUNDS.waitsOnHome }, (_, at) => {
      const project = { id: `${ID}${at}`, name, client };
      const wait = { person: 'TAGENCY:UANA', kind, about, since: NOW.toISOString(), facts };
      const blocks =
        briefWaitRow(project, wait, { link: LINK }, locale) ?? joinerWaitRow(project, wait, {}, locale) ?? [];
      return waitRow(name, blocks);
    });
    return { name: `homeView ${kind}`, is: 'home', view: homeView(fullestHome(rows, filler), locale) };
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
    ...(projects['second'] ? ofAsking(projects['second'], filler, locale) : []),
    ...(projects['second'] ? ofPaper(projects['second'], filler, locale) : []),
    ...(projects['second'] ? ofExport(projects['second'], locale) : []),
    ...(projects['second'] ? ofStages(projects['second'], filler, locale) : []),
    ...(projects['second'] ? ofDeliverableTeam(projects['second'], filler, locale) : []),
    ...(projects['second'] ? ofDeliverableClient(projects['second'], filler, locale) : []),
    ...(projects['second'] ? ofDeliverableFiles(projects['second'], filler, locale) : []),
    ...(projects['second'] ? ofDeliverableDetails(projects['second'], filler, locale) : []),
    ...(projects['second'] ? ofApprovals(projects['second'], filler, locale) : []),
    ...(projects['second'] ? ofPlan(projects['second'], filler, locale) : []),
    ...(projects['second'] ? ofProgress(projects['second'], filler, locale) : []),
    ...(projects['second'] ? ofNudges(projects['second'], filler, locale) : []),
    ...homes(projects, filler, locale),
    ...evidenceShown(filler, locale),
    ...ofGathering(filler, locale),
    ...ofPeople(filler, locale),
    ...ofSettings(filler, locale),
    ...ofWorkingDays(filler, locale),
    ...clientShown(filler, locale),
    ...ofCheckInAndReport(filler, locale),
    ...otherHomes(filler).map(({ name, shown }): Shown => ({
      name: `homeView ${name}`,
      is: 'home',
      view: homeView(shown, locale),
    })),
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
