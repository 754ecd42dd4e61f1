import type { Texts } from '../kit/i18n.ts';
import type { RequestWords } from './words-requests-types.ts';

const KIND_ZH = '{kind, select, newRequest {新需求} problem {问题} other {询问进展}}';

export const zh: Texts<RequestWords> = {
  'formTitle.newRequest': '提出新需求',
  'formTitle.problem': '反映问题',
  'formTitle.status': '询问进展',
  formSubmit: '发给团队',
  formIntro: '{project}。内容会发给代理商的团队，并原样显示在这个项目的客户频道里。',
  cancel: '取消',
  taken: '已收到：{project} 的团队已经看到。答复会出现在客户频道里，在项目卡片的回复中。',

  'need.label': '您需要什么？',
  'need.placeholder': '一版用于公交站的主视觉',
  'need.hint': '几句话即可，团队会再向您了解。',
  'neededBy.label': '什么时候需要？',
  'neededBy.placeholder': '选择日期',
  'neededBy.hint': '没有确定日期可以留空。',
  'happened.label': '发生了什么？',
  'happened.placeholder': '网站上的影片还是旧价格',
  'happened.hint': '按您看到的写即可。客户经理和副手会立即收到通知。',
  'noticed.label': '从什么时候开始，或在哪里？',
  'noticed.placeholder': '今天上午起，活动页面上',
  'noticed.hint': '任何有助于查找的信息。',
  'question.label': '有特别想了解的内容吗？',
  'question.placeholder': '影片能在展会之前完成吗？',
  'question.hint': '留空即表示了解总体进展。',

  received: `已收到 · ${KIND_ZH}，{who}，{at}`,
  wanted: '需要日期：{day}',
  noticed: '时间或地点：{since}',
  noText: '没有填写其他内容。',

  teamTitle: '{who} {kind, select, newRequest {提出新需求} problem {反映问题} other {询问进展}} · {project}',
  teamFallback: '{project}：{who} {kind, select, newRequest {提出新需求} problem {反映问题} other {询问进展}}',
  teamAsk: '{who}，请{kind, select, newRequest {答复客户} problem {查明情况并答复客户} other {告诉客户目前的进展}}。',
  teamAnswered: '{who} 已答复，{at}',
  teamBecameJob: '{who} 已作为单项任务处理，{at}',
  answer: '答复客户',
  startJob: '据此新建任务',
  draftStatus: '起草进展说明',

  'reply.label': '您如何答复？',
  'reply.placeholder': '谢谢，我们已经看到，今天会改好。',
  'reply.hint': '客户会看到您写的原文。',
  replyTitle: '答复客户',
  replyPreview: '预览',
  replySubmit: '发给客户',
  replyIntro: '{project}：{who} {kind, select, newRequest {提出了新需求} problem {反映了问题} other {询问了进展}}。',
  replyLooking: '正在查看谁会看到…',
  replyPreviewTitle: '客户会看到以下内容：',
  replyChanged: '预览之后内容有改动，或者频道已更换。还没有发出，请再看一遍。',
  replyNotSeen: '暂时无法查明谁会看到。没有发出，请再按一次预览。',

  replied: '{who} 答复 {whom}：',
  repliedLine: '{who} 已答复',
  jobLine: '您的需求已作为一项单独的任务处理（{who}）。',

  wait: '{who} {kind, select, newRequest {提出新需求} problem {反映问题} other {询问进展}}：{text}',

  'client.isClients': '没有执行：这些按钮是给客户用的。团队用 `/project 任务` 新建任务，并通过项目的卡片答复客户。',
  'client.notHere': '没有执行：这些按钮是给本项目客户频道里的人用的。',
  'client.askEnded': '没有发出：这个项目已经结束。请在频道里联系您的客户经理。',
  'client.tooManyRequests':
    '没有发出：已有 {most} 项请求等待处理。您写的内容还在这里；如果不能等，请直接在频道里说明。',
  'client.requestOver': '没有发出：{who} 已于 {at} 处理。',
  'client.requestGone': '没有发出：这项请求早已处理完毕，可在记录中查到。',
  'client.noChannel': '没有发出：这个项目已经没有客户频道。',
  'client.replyMoved': '还没有发出：预览之后内容或频道有变动。请再看一遍。',
  'client.recordInside': '这是客户的那部分记录。完整记录请用 `/project 记录` 查看。',
  'client.recordNotYours': '这份记录仅供本项目中列名的客户方成员查看。',
};
