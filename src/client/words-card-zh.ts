import type { Texts } from '../kit/i18n.ts';
import type { CardWords } from './words-card-types.ts';

const SUBJECT_ZH =
  '{kind, select, brief {简报} plan {执行计划} proposal {提案} deliverable {交付物} costEstimate {报价单} contactReport {会议纪要} evaluationReport {结案报告} other {需求变更单}}';

export const zh: Texts<CardWords> = {
  cardFallback: '{client} · {project}：{state}',
  parent: '属于 {parent}',
  stageState: '第 {number} 阶段，共 4 个 · {stage}：{meaning}',
  'stage.name': '{stage, select, intake {需求沟通} proposal {提案} execution {执行} other {评估}}',
  'stage.meaning':
    '{stage, select, intake {我们先弄清您的需求，由您确认简报} proposal {我们制定提案，由您决定} execution {我们制作，由您逐项审批} other {我们衡量效果，并与您一起回顾}}',
  jobState: '单项任务：简短简报，经您确认，即可完成',
  onHold: '已暂停：目前不再推进。恢复时，团队会在这里告诉您。',
  ended: '这个项目已经结束。您的记录仍然保留。',
  wantedDate: '期望日期',
  notKnown: '尚未确定',
  agreedLast: '最近一次确认',
  agreedNothing: '暂无',
  agreed: '{subject}，{at}，{who}',
  agreedPlain: '{subject}，{at}',
  subject: `${SUBJECT_ZH}第 {version} 版`,
  subjectNamed: '{named}第 {version} 版',

  waitingTitle: '等待您处理',
  waitingNothing: '目前没有等待您处理的事项。',
  waitingRequest: '{subject}：{who}，自 {at} 起',
  waitingDue: '请在 {at} 前答复',
  waitingQuestions: '简报的 {count} 个问题',
  waitingQuestionsFor: '{questions}：{who}，自 {at} 起',

  earlierTitle: '使用 Liaison 之前已确认',
  earlier:
    '{kind, select, brief {简报} proposal {提案} costEstimate {报价单} deliverable {交付物} other {其他}}：{who}，{day}',
  requestsTitle: '您提出的事项',
  request:
    '{kind, select, newRequest {新需求} problem {问题} other {询问进展}}：{who}，{at}，{state, select, open {团队处理中} becameJob {已作为单项任务处理} other {已答复}}',
  more: '另有 {count} 项',

  newRequest: '提出新需求',
  problem: '反映问题',
  status: '询问进展',
  record: '您的记录',
  export: '导出您的记录',
  buttonsMean:
    '*提出新需求*：您还需要别的内容 · *反映问题*：立即通知团队 · *询问进展*：了解目前的情况 · *您的记录*：发给您的、您答复的和双方确认的内容，由谁、在何时 · *导出您的记录*：同样的内容，存为文件。您提出的内容会显示在这条消息的回复里。',
  buttonsMeanEnded:
    '*您的记录*：发给您的、您答复的和双方确认的内容，由谁、在何时 · *导出您的记录*：同样的内容，存为文件。',

  recordTitle: '您的记录',
  recordIntro: '{project}：发给您的、您答复的和双方确认的内容，最新的在前。',
  recordEmpty: '{project}：这里没有与您有关的记录。',
  recordOlder: '更早',
  recordNewest: '回到最新',
  close: '关闭',
  'record.stageStarted': '阶段：{stage, select, intake {需求沟通} proposal {提案} execution {执行} other {评估}}',
  'record.earlierAttached': '登记了使用 Liaison 之前的一项确认',
  'record.putOnHold': '项目暂停',
  'record.resumed': '项目恢复',
  'record.ended': '项目结束',
  'record.reopened': '项目重新开启',
  'record.requestReceived': '{request, select, newRequest {提出新需求} problem {反映问题} other {询问进展}}',
  'record.requestAnswered':
    '{request, select, newRequest {新需求} problem {问题} other {询问进展}}：{by, select, job {已作为单项任务处理} other {已答复}}',

  statusTitle: '{client} · {project}，目前的情况',
  statusWanted: '期望日期：{day}',
  statusWaiting: '等待您处理：{what}',
  statusWaitingNothing: '目前没有等待您处理的事项。',
  statusAgreed: '最近一次确认：{what}',
};
