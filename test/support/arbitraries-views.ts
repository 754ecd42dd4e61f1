import { answerBrief, withdrawBrief } from '../../src/brief/rules.ts';
import type { BriefAnswers } from '../../src/brief/rules-draft.ts';
import { BRIEF_QUESTIONS } from '../../src/brief/model.ts';
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

/** Every answer at its longest, and as many deliverables as there may be. `mark` tells two versions apart. */
export function longest(filler: string, mark: string): BriefAnswers {
  const answer = mark + filled(filler, BOUNDS.longAnswer - mark.length);
  const each = Math.floor(BOUNDS.longAnswer / BOUNDS.deliverables) - 1;
  const item = (at: number) => {
    const name = `${mark}${at} `;
    return name + filled(filler, each - name.length);
  };
  const deliverables = Array.from({ length: BOUNDS.deliverables }, (_, at) => item(at)).join('\n');
  const wantedOn = mark === '' ? '2027-03-14' : '2027-09-30';
  return { objective: answer, audience: answer, keyMessage: answer, deliverables, wantedOn, notKnown: [] };
}

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
  const nothing = { objective: null, audience: null, keyMessage: null, deliverables: null, wantedOn: null };
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
  return Object.fromEntries(Object.entries(all).map(([state, project]) => [state, renamed(project, called)]));
}

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
