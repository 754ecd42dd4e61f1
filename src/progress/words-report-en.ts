import type { Texts } from '../kit/i18n.ts';
import type { ReportWords } from './words-report-types.ts';

export const en: Texts<ReportWords> = {
  reportNew: 'New since the report of {day}:',
  reportNothingNew: 'Nothing else has changed since the report of {day}.',
  newStage: 'We have moved on to {stage}',
  newWanted: 'Wanted date: {day}',
  newAgreed: 'Agreed: {what}',
  newMilestone: '{what}: planned for {day}',
  newReached: '{what}: reached',
  newDropped: '{what}: not planned any more',
  newAnswered: '{request}: answered',
  newJob: '{request}: taken up as a job',
  reportDates: 'Next dates:',
  reportDate: '{what}: {day}',
  reportReview: '{what}: {day} · your review from {from}',
  reportMore: 'and {count} more',
  milestoneCalled:
    '{kind, select, creativeConfirmation {Creative confirmation} productionDone {Production done} mediaLaunch {Media launch} other {Milestone}}',
  request: '{kind, select, newRequest {Your request} problem {The problem that you raised} other {Your question}}',

  reportTitle: '{project} for {client}: client report of {day}',
  reportFallback: 'The client report of {day} for {project} is drafted: please look at it and send it',
  reportNoChannel:
    'This project has no client channel: nothing is posted. Copy the text, send it your own way, and say so here.',
  reportNotSeen: 'Who would read it could not be found out just now. It goes to the client channel of the project.',
  reportOutdated:
    'Since this text was edited, something else was released to the client. The text is as you left it: please look whether it still holds.',
  reportSend: 'Send to client',
  reportSentOutside: 'I have sent it',
  reportEdit: 'Edit',
  reportSkip: 'Skip this one',
  reportMeans: 'Drafted from what the client may see. Nothing is sent until you press.',
  reportLonger: 'The text goes on. All of it is under Edit.',
  reportWasSent: 'Sent by {who}, {at}',
  reportWasSkipped: 'Skipped by {who}, {at}. Nothing was sent.',
  reportReplaced: 'The draft of the client report for {project} was replaced by a newer one. Nothing was sent.',

  reportFormTitle: 'Edit the client report',
  reportFormSubmit: 'Keep as draft',
  reportCancel: 'Cancel',
  reportFormIntro: '{project}: the client reads {language, select, zh {Chinese} other {English}} in their channel.',
  reportTheirs:
    'Somebody else edited it meanwhile; their text is below. Yours is still here: keep it as draft, and it takes the place of theirs.',
  'report.label': 'What does the client read?',
  'report.placeholder': 'This week we finished the storyboard',
  'report.hint': 'It is kept as a draft. You see it once more before it is sent.',

  reportLine: 'Client report {number} sent to the client by {who}',
  reportLineOutside: 'Client report {number} sent to the client outside Slack by {who}',
  reportHead: '{project}: report of {day}',
  reportReminder:
    'The client report of {day} for {project} is not sent yet. The draft is further up in these messages; if you do nothing, the next report takes its place.',
  reportHere:
    'The client report for {project} is drafted. It is in your messages from Liaison: look at it there and send it.',
  reportHereTitle: 'Client report drafted',
  reportClose: 'Close',

  'progress.reportGone':
    'Nothing was done: this draft was replaced by a newer one, which is in your messages from Liaison.',
  'progress.reportSent': 'Nothing was done: this report was sent by {who}, {at}.',
  'progress.reportSkipped':
    'Nothing was done: this report was skipped by {who}, {at}. `/progress report` drafts a new one.',
  'progress.reportMoved':
    'Nothing was sent yet: something changed after this was shown. It is drawn again in your messages from Liaison; please look at it and press once more.',
  'progress.reportClash': 'Not kept yet: somebody else edited it meanwhile. What you wrote is still here.',
};
