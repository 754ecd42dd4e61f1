import type { View } from '@slack/types';
import { HOLDS, INVITE_STATES } from '../../src/kit/aggregate.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { Project } from '../../src/project/model.ts';
import { EARLIER_KINDS, ENDS, type Earlier, type Life, STAGES } from '../../src/project/model-life.ts';
import { type Member, ROLES } from '../../src/project/model-people.ts';
import { projectCard, projectsShown } from '../../src/project/views.ts';
import { doneNotice, stagesModal } from '../../src/stages/views.ts';
import {
  attachModal,
  backModal,
  endModal,
  holdModal,
  jobModal,
  overrideModal,
  reopenModal,
} from '../../src/stages/views-forms.ts';
import { earlierLine, jobLine, lifeLine, mergedLine, stageLineWhy } from '../../src/stages/views-lines.ts';
import { ana, cleo, NOW } from './arbitraries.ts';
import type { Shown } from './arbitraries-shown.ts';
import { longestRemarks } from './arbitraries-settings-days.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';

const AT = NOW.toISOString();
const FILE = 'https://agency.slack.com/files/U012345678/F012345678/';
const LINK = `https://agency.slack.com/archives/C012345678/p${'1'.repeat(16)}`;

const shows = (name: string, message: Message): Shown => ({ name, is: 'message', message });
const opens = (name: string, view: View & { type: 'modal' }): Shown => ({ name, is: 'modal', view });

/** Lives at their longest: on hold, and each end. */
const lives = (filler: string): Life[] => {
  const why = { reason: filled(filler, BOUNDS.reason), since: AT, by: `${ID}-gone`, name: filled(filler, PERSON_NAME) };
  const into = { project: ID, name: filled(filler, BOUNDS.projectName) };
  return [
    { state: 'live' },
    { state: 'onHold', ...why },
    ...ENDS.map((as): Life => ({ state: 'ended', as, ...why, into: as === 'merged' ? into : null })),
  ];
};

const agreements = (filler: string): Earlier[] =>
  Array.from({ length: BOUNDS.earlier }, (_, at) => ({
    id: `${ID}${at}`,
    kind: EARLIER_KINDS[at % EARLIER_KINDS.length] ?? 'other',
    what: filled(filler, BOUNDS.earlierWhat),
    by: filled(filler, BOUNDS.partyName),
    agreedOn: '2026-09-30',
    file:
      at === 0 ? null : { id: 'F1', name: filled(filler, 120), link: at === 1 ? null : `${FILE}${'x'.repeat(120)}` },
    addedBy: ID,
    addedAt: AT,
  }));

/** As many people as there may be, each of them missing, or away with somebody in their place. */
function crowd(filler: string, how: 'gone' | 'away'): Member[] {
  const name = filled(filler, PERSON_NAME);
  const standIn = { person: ana.person, id: ana.id, name };
  const away = { until: '2026-12-24', zone: 'Europe/London' };
  return Array.from({ length: BOUNDS.people }, (_, at) => ({
    person: { team: 'TAGENCY', user: `U0123456${at}` },
    id: `${ID}${at}`,
    name: at % 3 === 0 ? null : name,
    role: ROLES[at % ROLES.length] ?? 'teamMember',
    since: AT,
    ...(how === 'gone' ? { gone: { since: AT } } : { away, standIn: at % 2 === 0 ? standIn : null }),
  }));
}

/** A project with everything on its card that can stand there at once. */
function crowded(project: Project, filler: string, life: Life, how: 'gone' | 'away'): Project {
  const name = filled(filler, BOUNDS.projectName);
  const named = Array.from({ length: 20 }, (_, at) => ({ project: `${ID}${at}`, name }));
  const person = { id: ana.id, person: ana.person, name: filled(filler, PERSON_NAME) };
  return {
    ...project,
    life,
    people: crowd(filler, how),
    work: { kind: 'campaign', stage: 'evaluation', startedIn: 'evaluation' },
    earlier: agreements(filler).filter(({ kind }) => how === 'away' || kind === 'other'),
    overridden: STAGES.slice(0, 3).map((stage) => ({
      stage,
      lacks: [`project.lack.${stage === 'intake' ? 'proposal' : stage}`, 'brief.lack.notSent'],
      reason: filled(filler, BOUNDS.reason),
      by: `${ID}-gone`,
      name: null,
      at: AT,
    })),
    jobs: named,
    merged: named,
    handover: {
      id: ID,
      from: ana.id,
      to: person,
      on: '2027-01-31',
      zone: 'UTC',
      note: null,
      clientLine: null,
      by: ana.id,
      at: AT,
    },
    requests: Array.from({ length: 50 }, (_, at) => ({
      id: `${ID}${at}`,
      kind: 'status' as const,
      by: person,
      text: filled(filler, 200),
      wantedOn: null,
      at: AT,
      state: 'open' as const,
    })),
  };
}

/** Every hold of both channels, with invitations in every state. */
function heldFor(project: Project, filler: string, reason: (typeof HOLDS)[number]): Project {
  const hold = { reason, people: Array.from({ length: 12 }, (_, at) => ({ team: 'TCLIENT', user: `U0123456${at}` })) };
  const invites = INVITE_STATES.flatMap((state) =>
    Array.from({ length: 7 }, (_, at) => ({
      id: `${ID}${at}`,
      to: filled(filler, 120),
      person: null,
      state,
      at: AT,
    })),
  );
  return {
    ...project,
    channels: {
      team: { ...project.channels.team, hold },
      client: { id: 'CCLIENT', language: 'en', hold, invites },
    },
  };
}

/** The card in all that it can say, the stage's modal with its forms, and the lines of what was done there. */
export function ofStages(project: Project, filler: string, locale: Locale): Shown[] {
  const name = filled(filler, BOUNDS.projectName);
  const why = filled(filler, BOUNDS.reason);
  const who = `<@${cleo.person.user}>`;
  const [on, , ended = on] = lives(filler);
  const job: Project = { ...project, work: { kind: 'job' }, parent: { project: ID, name, number: 99 } };
  const all = [
    ...lives(filler).flatMap((life) => (['gone', 'away'] as const).map((how) => crowded(project, filler, life, how))),
    ...HOLDS.map((reason) => heldFor(project, filler, reason)),
    job,
    { ...project, work: { kind: 'campaign', stage: 'proposal', startedIn: 'proposal' } } as Project,
  ];
  const worst = heldFor(crowded(project, filler, ended ?? { state: 'live' }, 'away'), filler, 'outsider');
  const here = Array.from({ length: BOUNDS.projectsNamed }, (_, at) => ({
    project: { ...worst, parent: job.parent, _id: `${ID}${at}` },
    card: LINK,
  }));
  const around = {
    jobs: [job],
    others: Array.from({ length: BOUNDS.projectsInChannel }, (_, at) => ({
      ...project,
      _id: `${ID.slice(3)}${100 + at}`,
    })),
  };
  const proof = agreements(filler)[2];
  return [
    ...[...all, worst].flatMap((one, at) => [
      shows(`projectCard full ${at}`, projectCard(one, locale, longestRemarks('改 &', locale))),
      opens(`stagesModal ${at}`, stagesModal(one, locale)),
    ]),
    shows('projectsShown full', projectsShown(here, 'mine', locale)),
    opens('overrideModal', overrideModal(project, 'intake', locale)),
    opens('backModal', backModal(worst, 'evaluation', locale)),
    opens('attachModal', attachModal(job, ID, locale)),
    opens('holdModal', holdModal(job, locale, why)),
    opens('endModal', endModal(worst, around, locale)),
    opens('endModal alone', endModal(job, { jobs: [], others: [] }, locale)),
    opens('reopenModal', reopenModal(job, locale)),
    opens('jobModal', jobModal(project, ID, locale, filled(filler, 300))),
    shows('doneNotice', doneNotice('heldNow', job, locale)),
    shows('doneNotice resumed', doneNotice('resumedNow', job, locale)),
    ...(['overridden', 'reopened'] as const).map((is) =>
      shows('stageLineWhy', stageLineWhy({ is, from: 'intake', to: 'proposal', who, reason: why }, locale)),
    ),
    ...lives(filler).map((life) =>
      shows('lifeLine', lifeLine({ state: 'live' }, life, { who, reason: life.state === 'live' ? null : why }, locale)),
    ),
    ...(proof ? [shows('earlierLine', earlierLine(proof, who, locale))] : []),
    shows('mergedLine', mergedLine(name, who, locale)),
    shows('jobLine', jobLine(name, who, locale)),
  ];
}
