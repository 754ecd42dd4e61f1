import type { Project } from '../../src/project/model.ts';
import { type Ask, answerSteps } from '../../src/brief/model-ask.ts';
import { WORDED_QUESTIONS } from '../../src/brief/model-questions.ts';
import { GATHERED_QUESTIONS, type Source, type SourcePart } from '../../src/brief/model-gather.ts';
import { correct } from '../../src/brief/rules-correct.ts';
import { SPLIT_BOUNDS } from '../../src/brief/rules-split.ts';
import { answeredForTeam, askCard, askedForTeam, askModal, askWaitRow } from '../../src/brief/views-ask.ts';
import { answerModal } from '../../src/brief/views-ask-answers.ts';
import {
  correctedForTeam,
  correctionPart,
  correctModal,
  countCorrection,
  objectedForTeam,
  objectedNote,
  objectModal,
} from '../../src/brief/views-correct.ts';
import { addModal, documentModal, readingModal } from '../../src/brief/views-gather-add.ts';
import { checkModal } from '../../src/brief/views-gather.ts';
import { overviewModal } from '../../src/brief/views-overview.ts';
import { homeView } from '../../src/home/views.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Message, Modal } from '../../src/kit/blocks.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { release } from '../../src/project/rules-released.ts';
import { ana, cleo, drafted, idMaker, later, must, newProject, NOW, sentBrief } from './arbitraries.ts';
import { confirmedBrief } from './answering.ts';
import type { Shown } from './arbitraries-shown.ts';
import { fullestHome, waitRow } from './homes.ts';
import { filled, ID, longest, PERSON_NAME } from './arbitraries-views.ts';

/** A person of that name, wherever they are named. */
const nobody = (filler: string) => ({ ...cleo, name: filled(filler, PERSON_NAME) });

function begun(filler: string): Project {
  const named = { client: filled(filler, BOUNDS.clientName), name: filled(filler, BOUNDS.projectName) };
  const kinds = ['message', 'document', 'pasted', 'client'] as const;
  const sources = Array.from({ length: 100 }, (_, at): Source => ({
    id: `${ID}${at}`,
    kind: kinds[at % kinds.length] ?? 'message',
    name: at === 0 ? null : filled(filler, 200),
    link: at % 2 ? `https://agency.slack.com/archives/C012345678/p${'1'.repeat(16)}` : null,
    at: NOW.toISOString(),
    by: ana.id,
    fed: [...GATHERED_QUESTIONS],
    toCheck: Array.from({ length: SPLIT_BOUNDS.parts }, (_part, place) => place),
    isCut: true,
  }));
  const project = drafted({ ...newProject('campaign', named), _id: ID }, longest(filler, ''));
  return project.brief ? { ...project, brief: { ...project.brief, sources, ask: asked(filler) } } : project;
}

const asked = (filler: string): Ask => ({
  number: 200,
  questions: [...WORDED_QUESTIONS],
  contact: nobody(filler),
  askedAt: NOW.toISOString(),
  typed: Object.fromEntries(
    answerSteps(WORDED_QUESTIONS)
      .flat()
      .map((question) => [question, filled(filler, question === 'budget' ? BOUNDS.budget : BOUNDS.datesAnswer)]),
  ),
  given: {},
  answered: { by: nobody(filler), at: NOW.toISOString() },
});

const partsOf = (filler: string): SourcePart[] =>
  Array.from({ length: SPLIT_BOUNDS.parts }, (_, at) => ({
    heading: at % 2 ? filled(filler, 400) : null,
    text: filled(filler, SPLIT_BOUNDS.text),
    question: GATHERED_QUESTIONS[at % GATHERED_QUESTIONS.length] ?? null,
  }));

const confirmed = (project: Project): Project => confirmedBrief(sentBrief(project), later(1));

const shows = (name: string, message: Message): Shown => ({ name, is: 'message', message });
const opens = (name: string, view: Modal | null): Shown[] => (view ? [{ name, is: 'modal', view }] : []);

/** Everything that gathering, asking the client and correcting show, with everything in it at its longest. */
export const ofGathering = (filler: string, locale: Locale): Shown[] => [
  ...gathering(filler, locale),
  ...asking(filler, locale),
  ...askingMessages(filler, locale),
  ...corrections(filler, locale),
];

/** Every form of gathering. */
function gathering(filler: string, locale: Locale): Shown[] {
  const project = begun(filler);
  const [source] = project.brief?.sources ?? [];
  if (!source) throw new Error('no source');
  const projects = Array.from({ length: BOUNDS.projectsNamed }, (_, at) => ({ ...project, _id: `${ID}${at}` }));
  const files = Array.from({ length: 10 }, (_, at) => ({ id: `F${at}`, name: at === 0 ? null : filled(filler, 255) }));
  const text = filled(filler, BOUNDS.longAnswer);
  const place = { channel: 'CCLIENT', ts: '1111111111.111111', threadTs: '1111111111.111111' };
  const adding = { source: ID, message: place, text, files, isCut: true };
  const page = { skipped: Array.from({ length: 30 }, (_, at) => at), overtaken: [1, 2, 3] };
  const parts = partsOf(filler);
  return [
    ...opens('addModal', addModal({ ...adding, projects: [project], name: filled(filler, PERSON_NAME) }, locale)),
    ...opens('addModal to one of several', addModal({ ...adding, projects, name: null }, locale)),
    ...opens('documentModal', documentModal(project, ID, locale, { warning: filled(filler, 300), pasted: text })),
    ...opens('readingModal', readingModal(locale)),
    ...opens('checkModal', checkModal(project, source, parts, locale)),
    ...opens('checkModal overtaken', checkModal(project, source, parts, locale, page)),
    ...opens('overviewModal of sources', overviewModal(project, locale)),
  ];
}

/** Every form of asking the client, and App Home full of it. */
function asking(filler: string, locale: Locale): Shown[] {
  const project = begun(filler);
  const ask = asked(filler);
  const about = { id: project._id, name: project.name };
  const entered = { questions: [...WORDED_QUESTIONS], contact: 'UCLEO', channel: 'CCLIENT', language: locale };
  const crowd = Array.from({ length: 40 }, (_, at) => ({ team: 'TCLIENT', user: `U0123456${at}` }));
  const previews = [
    { is: 'none' } as const,
    { is: 'refused', reason: filled(filler, 300) } as const,
    { is: 'seen', channel: 'CCLIENT', people: crowd } as const,
  ];
  const moved = filled(filler, 200);
  const typed = { answers: Object.fromEntries(WORDED_QUESTIONS.map((one) => [one, filled(filler, 300)])), opened: {} };
  const rows = Array.from({ length: BOUNDS.waitsOnHome }, (_, at) => {
    const kind = at % 2 ? 'brief.answer' : 'brief.check';
    const facts = { number: 200, count: 20, source: ID, left: 40 };
    const wait = { person: 'TCLIENT:UCLEO', kind, about: '200', since: NOW.toISOString(), facts };
    const blocks = askWaitRow({ id: `${ID}${at}`, name: project.name, client: project.client }, wait, {}, locale) ?? [];
    return waitRow(filler, blocks);
  });
  return [
    ...previews.flatMap((preview) => {
      const view = askModal(project, { entered, contact: cleo.person, preview, moved }, locale);
      return opens(`askModal ${preview.is}`, view);
    }),
    ...[0, 1].flatMap((step) => [
      ...opens(`answerModal ${step}`, answerModal(about, ask, { step, language: locale }, locale)),
      ...opens(`answerModal ${step} clashed`, answerModal(about, ask, { step, language: locale }, locale, typed)),
    ]),
    { name: 'homeView of asking', is: 'home', view: homeView(fullestHome(rows, filler), locale) },
  ];
}

/** Every message of asking the client. */
function askingMessages(filler: string, locale: Locale): Shown[] {
  const project = begun(filler);
  const released = { ...release(project), language: locale };
  const ask = asked(filler);
  const by = nobody(filler);
  const unnamed = { ...ask, answered: { by: { ...by, name: null }, at: NOW.toISOString() } };
  return [
    shows('askCard', askCard(released, { ...ask, answered: null })),
    shows('askCard answered', askCard(released, ask)),
    shows('askCard answered by somebody without a name', askCard(released, unnamed)),
    shows('askCard replaced', askCard(released, null)),
    shows('askedForTeam', askedForTeam(ask, locale)),
    shows('answeredForTeam', answeredForTeam(project, { by, count: 8, source: ID }, locale)),
  ];
}

/** A brief that was confirmed and corrected, each line of which had a typing error; and as it was before. */
function correctedProject(filler: string) {
  const newId = idMaker();
  const first = confirmed(drafted(begun(filler), longest(filler, 'Tpyo '), newId));
  const edited = drafted(first, longest(filler, 'Typo '), newId);
  const project = must(correct(edited, ana, later(9)));
  const sent = project.brief?.sent;
  const corrected = sent?.corrected;
  if (!sent || !corrected) throw new Error('nothing was corrected');
  return { edited, project, sent, corrected };
}

/** Everything of a correction of a brief. */
function corrections(filler: string, locale: Locale): Shown[] {
  const { edited, project, sent, corrected } = correctedProject(filler);
  const released = { ...release(project), language: locale };
  const by = nobody(filler);
  const reason = filled(filler, BOUNDS.longAnswer);
  const numbers = { version: 200, correction: 99, by, reason };
  const states = {
    'as it holds': { of: corrected, isCurrent: true },
    over: { of: corrected, isCurrent: false },
    objected: { of: { ...corrected, objection: { by, at: NOW.toISOString(), reason } }, isCurrent: true },
  };
  const parts = Array.from({ length: countCorrection(sent.current, corrected, released) }, (_, at) => at + 1);
  const nothing = { ...sent, corrected: null };
  return [
    ...parts.flatMap((part) =>
      Object.entries(states).map(([name, { of, isCurrent }]) =>
        shows(`correctionPart ${part} ${name}`, correctionPart(sent.current, of, part, released, { by, isCurrent })),
      ),
    ),
    ...objectedForTeam(project, numbers, locale).map((one, at) => shows(`objectedForTeam of a brief ${at}`, one)),
    shows('correctedForTeam', correctedForTeam(numbers, locale)),
    shows('objectedNote', objectedNote(released, 200, by)),
    ...opens('correctModal', correctModal(edited, sent, locale)),
    ...opens('correctModal of nothing', correctModal({ ...edited, wantedOn: project.wantedOn }, nothing, locale)),
    ...opens('objectModal to a correction', objectModal({ id: ID, name: project.name }, numbers, locale)),
  ];
}
