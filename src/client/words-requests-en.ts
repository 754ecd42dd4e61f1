import type { Texts } from '../kit/i18n.ts';
import type { RequestWords } from './words-requests-types.ts';

const KIND_EN = '{kind, select, newRequest {New request} problem {Problem} other {Status asked for}}';

export const en: Texts<RequestWords> = {
  'formTitle.newRequest': 'New request',
  'formTitle.problem': 'Raise a problem',
  'formTitle.status': 'Ask for status',
  formSubmit: 'Send to the team',
  formIntro:
    '{project}. It goes to your team at the agency, and stands in this project’s client channel as you write it.',
  cancel: 'Cancel',
  taken:
    'Received: your team for {project} has it. The answer will stand in the client channel, in the thread of the project’s card.',

  'need.label': 'What do you need?',
  'need.placeholder': 'A version of the key visual for bus stops',
  'need.hint': 'A few words will do; the team asks what is missing.',
  'neededBy.label': 'By when?',
  'neededBy.placeholder': 'Choose a day',
  'neededBy.hint': 'Leave it open if there is no day.',
  'happened.label': 'What happened?',
  'happened.placeholder': 'The film on the website shows the old price',
  'happened.hint': 'As you noticed it. The account manager and the deputy are called at once.',
  'noticed.label': 'Since when, or where?',
  'noticed.placeholder': 'Since this morning, on the campaign page',
  'noticed.hint': 'Whatever helps to find it.',
  'question.label': 'Is there something special you want to know?',
  'question.placeholder': 'Will the films be ready before the fair?',
  'question.hint': 'Leave it empty to hear how things stand in general.',

  received: `Received · ${KIND_EN}, {who}, {at}`,
  wanted: 'Needed by {day}',
  noticed: 'Since when, or where: {since}',
  noText: 'Nothing more was written.',

  teamTitle:
    '{kind, select, newRequest {New request} problem {Problem raised} other {Status asked for}} by {who} · {project}',
  teamFallback:
    '{kind, select, newRequest {New request} problem {Problem raised} other {Status asked for}} by {who} for {project}',
  teamAsk:
    '{who}, please {kind, select, newRequest {answer the client} problem {look into it and answer the client} other {tell the client how things stand}}.',
  teamAnswered: 'Answered by {who}, {at}',
  teamBecameJob: 'Taken up as a job by {who}, {at}',
  answer: 'Answer the client',
  startJob: 'Start a job from it',
  draftStatus: 'Draft a status',

  'reply.label': 'What do you answer?',
  'reply.placeholder': 'Thank you, we have seen it. It will be changed today.',
  'reply.hint': 'The client reads it as you write it.',
  replyTitle: 'Answer the client',
  replyPreview: 'Preview',
  replySubmit: 'Send to client',
  replyIntro:
    '{project}: {who} {kind, select, newRequest {needs something} problem {raised a problem} other {asked how things stand}}.',
  replyLooking: 'Looking at who will see it…',
  replyPreviewTitle: 'This is what the client will read:',
  replyChanged:
    'The text was changed after the preview, or the channel is another one. Nothing was sent yet: please look at it again.',
  replyNotSeen: 'Who would see it could not be found out just now. Nothing was sent; please press Preview again.',

  replied: '{who} to {whom}:',
  repliedLine: 'Answered by {who}',
  jobLine: 'Your request is taken up as a job of its own ({who}).',

  wait: '{kind, select, newRequest {New request} problem {Problem} other {Status asked for}} by {who}: {text}',

  'client.isClients':
    'Nothing was done: these buttons are the client’s. The team starts work with `/project job`, and writes to the client from the project’s cards.',
  'client.notHere': 'Nothing was done: these buttons are for the people in this project’s client channel.',
  'client.askEnded': 'Nothing was sent: this project has ended. Please write to your account manager in the channel.',
  'client.tooManyRequests':
    'Nothing was sent: {most} requests are open already. What you wrote is still here; please write in the channel if it cannot wait.',
  'client.requestOver': 'Nothing was sent: this was settled by {who}, {at}.',
  'client.requestGone': 'Nothing was sent: this request was settled long ago. The record names it.',
  'client.noChannel': 'Nothing was sent: the project has no client channel any more.',
  'client.replyMoved':
    'Nothing was sent yet: the text or the channel changed after the preview. Please look at it again.',
  'client.recordInside': 'This is the client’s part of the record. The whole of it is under `/project record`.',
  'client.recordNotYours': 'This record is for the client’s people who are named in this project.',
};
