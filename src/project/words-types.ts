import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { roomForm, standForm, startForm, ProjectRefusals } from './model.ts';
import type { RECORD_KINDS } from './model-record.ts';

type Texts = {
  startTitle: null;
  startSubmit: null;
  startIntro: null;
  cancel: null;
  close: null;
  'room.thisChannelNamed': { channel: string };

  'work.state': { number: string; stage: string; meaning: string };
  'stage.name': { stage: string };
  'stage.meaning': { stage: string };
  'job.meaning': null;

  cardFallback: { project: string; client: string; state: string };
  manager: null;
  wantedDate: null;
  brief: null;
  clientChannel: null;
  notKnown: null;
  noClientChannel: null;
  briefState: { state: string; version: number };
  undelivered: { count: number };
  cardContext: { number: number; at: string; who: string };
  writeBrief: null;
  startNext: { stage: string };
  startNextTitle: { stage: string };
  startNextText: null;
  startNextYes: null;
  goBack: null;
  topic: { project: string; client: string; stage: string };
  topicJob: { project: string; client: string };

  stageLine: { from: string; to: string; who: string };

  helpIntro: null;
  helpGuest: null;
  here: null;
  mine: null;
  openCard: null;

  joinerTitle: { who: string; project: string };
  joinerAsk: null;
  joinerHeld: null;
  joinerYes: null;
  joinerNo: null;
  joinerIsIn: { who: string };
  joinerIsNot: { who: string };
  joinerIsNotHeld: { who: string };
  joinerFallback: { project: string };

  recordTitle: null;
  recordIntro: { project: string; count: number };
  recordEmpty: { project: string };
  recordLine: { number: number; what: string; who: string; at: string; hash: string };
  recordErased: null;
  recordSubject: { of: string; version: string };
  /** Of one of several of its kind, by its name. */
  recordSubjectNamed: { named: string; version: string };
  recordNewer: null;
  recordOlder: null;
  recordPage: { from: number; to: number; of: number };
  recordSee: { link: string };
  chooseTitle: null;
  chooseIntro: null;
  choose: null;
  liaison: null;
};

type RecordWords = {
  [K in (typeof RECORD_KINDS)[number] as `record.${K}`]: {
    version: string;
    correction: string;
    stage: string;
    people: string;
    channel: string;
    error: string;
    role: string;
    day: string;
    /** Several days, named one by one. */
    days: string;
    craft: string;
    /** Of a supplier, as it was typed. */
    supplier: string;
    /** What an approval is of, as `recordSubject` words it, and its kind. */
    subject: string;
    of: string;
    verb: string;
    outcome: string;
    step: number;
    by: string;
    count: number;
    /** By which way it was said, where no button was pressed. */
    way: string;
    /** The first and the second of the people that it is about. */
    one: string;
    other: string;
    /** What kind of thing the client asked for. */
    request: string;
    /** Which channel it is to the project, and why nothing is posted there. */
    side: string;
    hold: string;
    /** Why something was done, in somebody's own words; how a project ended; which project or job it was about. */
    why: string;
    end: string;
    project: string;
    /** What kind of thing was agreed before Liaison. */
    earlier: string;
    /** Of an invitation: to whom, and what came of it. */
    to: string;
    state: string;
    /** Of what was brought up: how much, and of which times. */
    nudges: number;
    from: string;
    until: string;
    /** Of a milestone: what it is called, its day, and the day that it was on before. */
    milestone: string;
    dueOn: string;
    before: string;
    /** Of a deliverable: its name. */
    deliverable: string;
  };
};

type Lacks = {
  [L in 'milestones' | 'deliverables' | 'proposal' | 'execution' | 'evaluation' as `project.lack.${L}`]: null;
};

export type ProjectWords = QuestionWords<typeof startForm> &
  QuestionWords<typeof roomForm> &
  QuestionWords<typeof standForm> &
  Texts &
  RecordWords &
  Lacks &
  RefusalTexts<ProjectRefusals>;
