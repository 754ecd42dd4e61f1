import { answerBrief, withdrawBrief } from './answering.ts';
import type { BriefAnswers } from '../../src/brief/rules-draft.ts';
import { BRIEF_QUESTIONS, type Inside } from '../../src/brief/model.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Project } from '../../src/project/model.ts';
import { cleo, drafted, idMaker, later, must, newProject, sentBrief } from './arbitraries.ts';

/** The longest that people can enter, of one kind of text each; what Slack counts double or five times is among them. */
export const FILLERS: Readonly<Record<string, string>> = {
  letters: 'x',
  words: 'word ',
  Chinese: '春季上市',
  emoji: '😀',
  'signs that are escaped': '&<>',
  formatting: '`*_~> :tada: ',
  'mentions and links': '<!channel> <@UEVIL> <#CEVIL> <https://evil.example|x> @here ',
};
export const filled = (filler: string, length: number): string =>
  filler.repeat(length).slice(0, length).toWellFormed().replaceAll('\uFFFD', '.').trim();

/** As long as an id of ours. */
export const ID = 'x'.repeat(16);
const named = (filler: string) => ({
  client: filled(filler, BOUNDS.clientName),
  name: filled(filler, BOUNDS.projectName),
});

/** As many lines of a list as there may be, which together are as long as its question takes. */
function list(filler: string, mark: string, { most, max }: { most: number; max: number }): string {
  const each = Math.floor(max / most) - 1;
  const item = (at: number) => {
    // An expected result has a name and a target.
    const name = `${mark}${at} |`;
    return name + filled(filler, each - name.length);
  };
  return Array.from({ length: most }, (_, at) => item(at)).join('\n');
}

/** Every answer at its longest, and as many lines of each list as there may be. `mark` tells two versions apart. */
export function longest(filler: string, mark: string): BriefAnswers {
  const answer = mark + filled(filler, BOUNDS.longAnswer - mark.length);
  return {
    objective: answer,
    audience: answer,
    keyMessage: answer,
    kpis: list(filler, mark, { most: BOUNDS.kpis, max: BOUNDS.kpisAnswer }),
    mandatories: list(filler, mark, { most: BOUNDS.mandatories, max: BOUNDS.mandatoriesAnswer }),
    budget: filled(filler, BOUNDS.budget),
    deliverables: list(filler, mark, { most: BOUNDS.deliverables, max: BOUNDS.longAnswer }),
    dates: list(filler, mark, { most: BOUNDS.dates, max: BOUNDS.datesAnswer }),
    wantedOn: mark === '' ? '2027-03-14' : '2027-09-30',
    notKnown: [],
  };
}

/** What stays inside, at its longest. */
const longestInside = (filler: string): Inside => ({
  reason: 'ownWords',
  ownReason: filled(filler, BOUNDS.ownReason),
  whys: list(filler, '', { most: BOUNDS.whys, max: BOUNDS.whysAnswer }).split('\n'),
});

const ON = (project: Project) => ({ version: project.brief?.sent?.current.number ?? 0, step: 0 });
const answered = (project: Project, verb: 'confirmed' | 'changesRequested'): Project =>
  must(answerBrief(project, { on: ON(project), person: cleo.person, verb, reason: 'why' }, later(5)));

/** A project in each state that a view may show, filled up. */
export function projectsAtTheirLongest(filler: string): Readonly<Record<string, Project>> {
  const newId = idMaker();
  const started = { ...newProject('campaign', named(filler)), _id: ID, undelivered: 99 };
  const draft = drafted(started, longest(filler, ''), newId);
  const sent = sentBrief(draft);
  const edited = drafted(sent, longest(filler, '改 '), newId);
  const second = sentBrief(edited, later(1));
  const confirmed = answered(second, 'confirmed');
  const withdrawing = { on: ON(second), person: cleo.person, reason: 'why' };
  const notKnown = [...BRIEF_QUESTIONS];
  const nothing = Object.fromEntries(BRIEF_QUESTIONS.map((question) => [question, null]));
  const all = {
    started,
    job: { ...newProject('job', named(filler)), _id: ID },
    draft,
    sent,
    edited,
    second,
    confirmed,
    gaps: drafted(second, nothing, newId),
    changes: answered(second, 'changesRequested'),
    withdrawn: must(withdrawBrief(confirmed, withdrawing, later(6))),
    unknown: drafted(started, { ...nothing, notKnown }, newId),
    evaluation: { ...confirmed, work: { kind: 'campaign', stage: 'evaluation' } } as Project,
  };
  const called = filled(filler, PERSON_NAME);
  return Object.fromEntries(
    Object.entries(all).map(([state, project]) => [state, inside(renamed(project, called), filler)]),
  );
}

const inside = (project: Project, filler: string): Project =>
  project.brief ? { ...project, brief: { ...project.brief, inside: longestInside(filler) } } : project;

/** The longest name that Slack shows of a person. */
export const PERSON_NAME = 80;

/** Everybody in the project with this name. */
function renamed(project: Project, name: string): Project {
  const people = project.people.map((one) => ({ ...one, name }));
  const { brief } = project;
  if (!brief?.sent) return { ...project, people };
  const approvers = brief.sent.approval.approvers.map((one) => ({ ...one, name }));
  const sent = { ...brief.sent, approval: { ...brief.sent.approval, approvers } };
  return { ...project, people, brief: { ...brief, sent } };
}
