import { catalogue } from '../kit/i18n.ts';
import type { AnswerWords } from './words-answers-types.ts';

/** What is said differently of what is approved, and has parts, than of what is confirmed, and has lines. */
type PartsWords = Pick<
  AnswerWords,
  | 'someLines'
  | 'withNote'
  | 'takeBack'
  | 'sureText'
  | 'someTitle'
  | 'someSubmit'
  | 'someIntro'
  | 'someBefore'
  | 'someGroup'
  | 'noteTitle'
  | 'comment.placeholder'
  | 'reason.placeholder'
  | 'reason.hint'
  | 'lines.label'
  | 'lines.placeholder'
  | 'lines.hint'
  | 'rest.label'
  | 'rest.confirmed'
  | 'takeBackTitle'
  | 'takeBackSubmit'
  | 'takeBackIntro'
  | 'withdrawReason.placeholder'
  | 'linesConfirmed'
  | 'linesChanges'
  | 'linesOpen'
  | 'rowLines'
  | 'lineLines'
  | 'pointLine'
  | 'pointGone'
>;

export const partsWords = catalogue<PartsWords>({
  en: {
    someLines: 'Approve some parts',
    withNote: 'Approve with a note',
    takeBack: 'Withdraw my approval',
    sureText:
      'You approve {lines, plural, =0 {exactly this version} one {exactly this version with its # part} other {exactly this version with all its # parts}}. It goes on the record with your name.',
    someTitle: 'Approve some parts',
    someSubmit: 'Approve these parts',
    someIntro: 'The parts that you leave out stay open, and wait for you.',
    someBefore: 'Parts approved by you already: {lines}.',
    someGroup: 'Parts {from} to {to}',
    noteTitle: 'Approve with a note',
    'comment.placeholder': 'We like it very much',
    'reason.placeholder': 'The logo is too small',
    'reason.hint': 'In your own words. The team and whoever else decides see exactly this.',
    'lines.label': 'Which parts is it about?',
    'lines.placeholder': 'Choose parts',
    'lines.hint': 'Only where the text does not say it. “2: ...” at the beginning of a line is about part 2.',
    'rest.label': 'And the other parts?',
    'rest.confirmed': 'The other parts are approved',
    takeBackTitle: 'Withdraw approval',
    takeBackSubmit: 'Withdraw approval',
    takeBackIntro:
      '{project}, {title}. It no longer counts as approved then, the account manager is told at once, and a new version will be sent.',
    'withdrawReason.placeholder': 'Legal has not agreed to the claim',
    linesConfirmed: 'Parts approved: {lines}',
    linesChanges: 'Parts to be changed: {lines}',
    linesOpen: 'Parts still open: {lines}',
    rowLines: '{who}: parts approved: {lines}; the others are open',
    lineLines: '{short}: {who} → parts approved: {lines}; the others are open',
    pointLine: '{number}. Part {line}, {name}',
    pointGone: '{number}. A part that is not there any more',
  },
  zh: {
    someLines: '批准部分内容',
    withNote: '批准并附上说明',
    takeBack: '撤回我的批准',
    sureText: '您将批准{lines, plural, =0 {这一版本} other {这一版本及其全部 # 个部分}}。这会连同您的姓名记录在案。',
    someTitle: '批准部分内容',
    someSubmit: '批准这些部分',
    someIntro: '没有勾选的部分仍待您决定。',
    someBefore: '您已经批准的部分：{lines}。',
    someGroup: '第 {from} 至 {to} 部分',
    noteTitle: '批准并附上说明',
    'comment.placeholder': '我们非常满意',
    'reason.placeholder': '标志太小',
    'reason.hint': '用您自己的话。团队和其他审批人会原样看到。',
    'lines.label': '是关于哪几个部分的？',
    'lines.placeholder': '选择部分',
    'lines.hint': '文字里没有写明时才需要。一行以“2：……”开头，就是关于第 2 部分的。',
    'rest.label': '其他部分呢？',
    'rest.confirmed': '其他部分批准',
    takeBackTitle: '撤回批准',
    takeBackSubmit: '撤回批准',
    takeBackIntro: '{project}，{title}。撤回后不再算作批准，客户经理会立即得知，之后会发送新版本。',
    'withdrawReason.placeholder': '法务尚未同意这一宣传语',
    linesConfirmed: '已批准的部分：{lines}',
    linesChanges: '需要修改的部分：{lines}',
    linesOpen: '尚未决定的部分：{lines}',
    rowLines: '{who}：已批准的部分：{lines}；其余尚未决定',
    lineLines: '{short}：{who} → 已批准的部分：{lines}；其余尚未决定',
    pointLine: '{number}. 第 {line} 部分，{name}',
    pointGone: '{number}. 已经不在其中的一个部分',
  },
});
