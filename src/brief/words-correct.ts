import type { QuestionWords } from '../kit/form.ts';
import { catalogue } from '../kit/i18n.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { CorrectRefusals, objectionForm } from './model-correct.ts';

type Texts = {
  correct: null;
  title: null;
  submit: null;
  cancel: null;
  intro: { project: string; version: string; correction: string };
  seenIn: { channel: string };
  noteTitle: { project: string; version: number; correction: number };
  noteText: { who: string };
  object: null;
  over: null;
  asConfirmed: null;
  objected: { who: string; at: string };
  objectTitle: null;
  objectSubmit: null;
  objectIntro: { project: string; version: string; correction: string };
  objectedNote: { version: number; who: string };
  correctedLine: { version: number; correction: number; who: string };
  objectedLine: { version: number; correction: number; who: string };
  objectedAsk: { manager: string };
};

/** What is said of a correction without change of meaning. */
export const correctWords = catalogue<Texts & QuestionWords<typeof objectionForm> & RefusalTexts<CorrectRefusals>>({
  en: {
    correct: 'Correct a typo',
    title: 'Correct a typo',
    submit: 'Show the client',
    cancel: 'Cancel',
    intro:
      '{project}, brief version {version}, correction {correction}. Only wording changes: what was confirmed stays confirmed, and the client can object.',
    seenIn: 'This goes to {channel}, into the thread of the brief.',
    noteTitle: '{project}: correction {correction} to version {version} of the brief',
    noteText:
      '{who} put a typo right. What you confirmed stays as it is; if you read the meaning differently now, please object.',
    object: 'Object',
    asConfirmed: 'The text is again exactly as it was confirmed.',
    over: 'A later correction or version has taken its place.',
    objected: '{who} objected, {at}. The text holds as it was confirmed.',
    objectTitle: 'Object to a correction',
    objectSubmit: 'Object',
    objectIntro: '{project}, brief version {version}, correction {correction}',
    'objection.label': 'Why do you object?',
    'objection.placeholder': 'Line 2 means something else now',
    'objection.hint': 'In your own words. The team sees exactly this, and the text holds as it was confirmed.',
    objectedNote: '{who} objected to the correction of version {version}. The text holds as it was confirmed.',
    correctedLine: 'Brief v{version}: confirmed → correction {correction} shown to the client ({who})',
    objectedLine: 'Brief v{version}: correction {correction} → objected ({who})',
    objectedAsk:
      '{manager}, the text holds as it was confirmed. A change of meaning needs a new version. In their words:',
    'brief.nothingToCorrect': 'Nothing was changed: only a brief that the client has confirmed can be corrected.',
    'brief.correctionUnseen':
      'Nothing was changed: this client has no channel here to be shown a correction. Send a new version.',
    'brief.correctionObjected':
      'Nothing was changed: the client objected to exactly this correction. Send it as a new version.',
    'brief.meaningMayChange':
      'This is more than a typo: line {line} may mean something else now. Send it as a new version.',
    'brief.correctionOver': 'This was not recorded: another correction or version has taken its place.',
    'brief.objectedAlready': 'An objection is already recorded, {at}. Nothing was recorded twice.',
    'brief.objectionEmpty': 'Please say why, so that the team can act on it.',
  },
  zh: {
    correct: '更正错字',
    title: '更正错字',
    submit: '告知客户',
    cancel: '取消',
    intro:
      '{project}，简报第 {version} 版，第 {correction} 次更正。只改动文字：已确认的内容依然有效，客户可以提出异议。',
    seenIn: '将发送到 {channel} 中这份简报的回复里。',
    noteTitle: '{project}：简报第 {version} 版，第 {correction} 次更正',
    noteText: '{who} 更正了错字。您确认过的内容不变；如果您认为意思变了，请提出异议。',
    object: '提出异议',
    asConfirmed: '文字与原先确认的完全一致。',
    over: '已被之后的更正或新版本取代。',
    objected: '{who} 已于 {at} 提出异议。以原先确认的文字为准。',
    objectTitle: '对更正提出异议',
    objectSubmit: '提出异议',
    objectIntro: '{project}，简报第 {version} 版，第 {correction} 次更正',
    'objection.label': '您为什么有异议？',
    'objection.placeholder': '第 2 条现在的意思变了',
    'objection.hint': '请用您自己的话说明。团队会看到原文，并以原先确认的文字为准。',
    objectedNote: '{who} 对第 {version} 版的更正提出了异议。以原先确认的文字为准。',
    correctedLine: '简报第 {version} 版：已确认 → 第 {correction} 次更正已告知客户（{who}）',
    objectedLine: '简报第 {version} 版：第 {correction} 次更正 → 有异议（{who}）',
    objectedAsk: '{manager}，以原先确认的文字为准。如需改变意思，请发送新版本。客户原话：',
    'brief.nothingToCorrect': '未作更改：只有客户确认过的简报才能更正。',
    'brief.correctionUnseen': '未作更改：这位客户在这里没有频道，看不到更正。请发送新版本。',
    'brief.correctionObjected': '未作更改：客户已对这次更正提出异议。请作为新版本发送。',
    'brief.meaningMayChange': '这不只是错字：第 {line} 条的意思可能变了。请作为新版本发送。',
    'brief.correctionOver': '未记录：已被之后的更正或新版本取代。',
    'brief.objectedAlready': '异议已于 {at} 记录。没有重复记录。',
    'brief.objectionEmpty': '请说明原因，方便团队处理。',
  },
});
