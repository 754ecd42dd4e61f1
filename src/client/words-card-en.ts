import type { Texts } from '../kit/i18n.ts';
import type { CardWords } from './words-card-types.ts';

const SUBJECT_EN =
  '{kind, select, brief {the brief} plan {the plan} proposal {the proposal} deliverable {the deliverable} costEstimate {the cost estimate} contactReport {the contact report} evaluationReport {the evaluation report} other {the change request}}';

export const en: Texts<CardWords> = {
  cardFallback: '{project} for {client}: {state}',
  parent: 'part of {parent}',
  stageState: 'Stage {number} of 4 · {stage}: {meaning}',
  'stage.name': '{stage, select, intake {Intake} proposal {Proposal} execution {Execution} other {Evaluation}}',
  'stage.meaning':
    '{stage, select, intake {we make sure that we understand what you need, and you confirm the brief} proposal {we work out a proposal, and you decide on it} execution {we make it, and you approve what is made} other {we measure the results, and go through them with you}}',
  jobState: 'Job: a short brief, your confirmation, done',
  onHold: 'On hold: nothing moves on for now. Your team will tell you here when it does.',
  ended: 'This project has ended. Your record stays.',
  wantedDate: 'Wanted date',
  notKnown: 'Not known yet',
  agreedLast: 'Agreed last',
  agreedNothing: 'Nothing yet',
  agreed: '{subject}, {at}, {who}',
  agreedPlain: '{subject}, {at}',
  subject: `Version {version} of ${SUBJECT_EN}`,
  subjectNamed: 'Version {version} of {named}',

  waitingTitle: 'Waiting for you',
  waitingNothing: 'Nothing is waiting for you.',
  waitingRequest: '{subject}: {who}, since {at}',
  waitingDue: 'please answer by {at}',
  waitingQuestions: '{count, plural, one {# question} other {# questions}} for the brief',
  waitingQuestionsFor: '{questions}: {who}, since {at}',

  earlierTitle: 'Agreed before Liaison',
  earlier:
    '{kind, select, brief {Brief} proposal {Proposal} costEstimate {Cost estimate} deliverable {Deliverable} other {Other}}: {who}, {day}',
  requestsTitle: 'What you asked for',
  request:
    '{kind, select, newRequest {New request} problem {Problem} other {Status}}: {who}, {at}, {state, select, open {with the team} becameJob {taken up as a job} other {answered}}',
  more: 'and {count} more',

  newRequest: 'New request',
  problem: 'Raise a problem',
  status: 'Ask for status',
  record: 'Your record',
  export: 'Your record as a file',
  buttonsMean:
    '*New request*: something else that you need · *Raise a problem*: your team is called at once · *Ask for status*: where things stand · *Your record*: what was sent, said and agreed, by whom and when · *Your record as a file*: the same, to keep. What you ask stands in the thread of this message.',
  buttonsMeanEnded:
    '*Your record*: what was sent, said and agreed, by whom and when · *Your record as a file*: the same, to keep.',

  recordTitle: 'Your record',
  recordIntro: '{project}: what you were sent, what you said and what was agreed, newest first.',
  recordEmpty: '{project}: there are no entries of yours here.',
  recordOlder: 'Older',
  recordNewest: 'Back to the newest',
  close: 'Close',
  'record.stageStarted':
    'Stage: {stage, select, intake {Intake} proposal {Proposal} execution {Execution} other {Evaluation}}',
  'record.earlierAttached': 'An agreement from before Liaison noted',
  'record.putOnHold': 'Project put on hold',
  'record.resumed': 'Project resumed',
  'record.ended': 'Project ended',
  'record.reopened': 'Project reopened',
  'record.requestReceived':
    '{request, select, newRequest {New request} problem {Problem raised} other {Status asked for}}',
  'record.requestAnswered':
    '{request, select, newRequest {New request} problem {Problem} other {Request for status}} {by, select, job {taken up as a job} other {answered}}',

  statusTitle: '{project} for {client}, as it stands now',
  statusWanted: 'Wanted date: {day}',
  statusWaiting: 'Waiting for you: {what}',
  statusWaitingNothing: 'Nothing is waiting for you at present.',
  statusAgreed: 'Agreed last: {what}',
};
