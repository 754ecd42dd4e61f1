type Texts = {
  cardFallback: { project: string; client: string; state: string };
  parent: { parent: string };
  stageState: { number: string; stage: string; meaning: string };
  'stage.name': { stage: string };
  'stage.meaning': { stage: string };
  jobState: null;
  onHold: null;
  ended: null;
  wantedDate: null;
  notKnown: null;
  agreedLast: null;
  agreedNothing: null;
  agreed: { subject: string; at: string; who: string };
  agreedPlain: { subject: string; at: string };
  subject: { kind: string; version: number };
  subjectNamed: { named: string; version: number };

  waitingTitle: null;
  waitingNothing: null;
  waitingRequest: { subject: string; who: string; at: string };
  waitingDue: { at: string };
  waitingQuestions: { count: number };
  waitingQuestionsFor: { questions: string; who: string; at: string };

  earlierTitle: null;
  earlier: { kind: string; who: string; day: string };
  requestsTitle: null;
  request: { kind: string; who: string; at: string; state: string };
  more: { count: number };

  newRequest: null;
  problem: null;
  status: null;
  record: null;
  export: null;
  buttonsMean: null;
  buttonsMeanEnded: null;

  recordTitle: null;
  recordIntro: { project: string };
  recordEmpty: { project: string };
  recordOlder: null;
  recordNewest: null;
  close: null;
  'record.stageStarted': { stage: string };
  'record.earlierAttached': null;
  'record.putOnHold': null;
  'record.resumed': null;
  'record.ended': null;
  'record.reopened': null;
  'record.requestReceived': { request: string };
  'record.requestAnswered': { request: string; by: string };

  statusTitle: { project: string; client: string };
  statusWanted: { day: string };
  statusWaiting: { what: string };
  statusWaitingNothing: null;
  statusAgreed: { what: string };
};

export type CardWords = Texts;
