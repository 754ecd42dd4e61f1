import { catalogue } from '../kit/i18n.ts';

type Words = {
  title: { day: string };
  fallback: { project: string; day: string; health: string };
  fallbackQuiet: { project: string; said: string };
  fallbackCounts: { done: number; due: number; late: number; waiting: number };

  health: { health: string };
  'health.is': { is: string };
  healthBecause: { health: string; reasons: string };
  healthSet: { health: string; reason: string; who: string; until: string };
  nobody: null;
  'why.overdue': { what: string; days: number };
  'why.blocked': { what: string };
  'why.soon': { what: string; days: number };
  'why.soonOff': { what: string };
  'why.answerOverdue': { days: number };
  'why.silent': { days: number };
  'why.checkIn': { who: string; said: string };
  semicolon: null;
  more: { count: number };

  doneSince: { day: string };
  doneFirst: null;
  due: null;
  dueLine: { what: string; day: string; who: string };
  dueAnswer: { what: string; day: string; who: string };
  dayToday: null;
  late: null;
  lateLine: { what: string; day: string; days: number; who: string };
  blockedLine: { what: string; day: string; who: string; at: string; why: string };
  lateAndBlocked: { line: string; at: string; why: string };
  waiting: null;
  waitingRequest: { kind: string; version: number };
  waitingNamed: { named: string; version: number };
  waitingQuestions: { count: number };
  waitingLine: { what: string; who: string; day: string; days: number };
  waitingDue: { line: string; day: string };
  checkIn: null;
  checkInLine: { who: string; state: string };
  checkInText: { line: string; text: string };
  next: null;
  nextLine: { what: string; day: string; days: number; who: string };
  nextNeeds: { line: string; needs: string };
  quiet: { day: string };
  quietFirst: null;
  quietNext: { line: string; what: string; day: string };
};

const HEALTH_EN = '{is, select, onTrack {On track} atRisk {At risk} other {Off track}}';
const HEALTH_ZH = '{is, select, onTrack {进展正常} atRisk {有风险} other {已偏离计划}}';
const DAYS_EN = '{days, plural, one {# working day} other {# working days}}';

/** The sentences of the daily progress post, in both languages. */
export const postWords = catalogue<Words>({
  en: {
    title: 'Progress, {day}',
    fallback: '{project}, progress, {day}: {health}',
    fallbackQuiet: '{project}: {said}',
    fallbackCounts: 'Done {done} · due {due} · overdue or blocked {late} · waiting for the client {waiting}',
    health: 'Health: {health}',
    'health.is': HEALTH_EN,
    healthBecause: '{health}: {reasons}',
    healthSet: '{health}, set by {who} until {until}: {reason}',
    nobody: 'somebody',
    'why.overdue': `{what} is ${DAYS_EN} overdue`,
    'why.blocked': '{what} is blocked',
    'why.soon':
      '{what} is due {days, plural, =0 {today} one {in # working day} other {in # working days}} and an answer is still open',
    'why.soonOff': '{what} is due before the next working day and an answer is still open',
    'why.answerOverdue': `an answer of the client is ${DAYS_EN} overdue`,
    'why.silent': `the client has been silent for ${DAYS_EN}`,
    'why.checkIn': '{who} says that their work is {said, select, blocked {blocked} other {at risk}}',
    semicolon: '; ',
    more: 'and {count} more',
    doneSince: 'Done since {day}',
    doneFirst: 'Done lately',
    due: 'Due by the next working day',
    dueLine: '{what}: {day}, {who}',
    dueAnswer: 'Answer to {what}: {day}, {who}',
    dayToday: 'today',
    late: 'Overdue and blocked',
    lateLine: `{what}: since {day}, ${DAYS_EN}, {who}`,
    blockedLine: '{what}, due {day}, {who}: blocked since {at}, {why}',
    lateAndBlocked: '{line}; blocked since {at}, {why}',
    waiting: 'Waiting for the client',
    waitingNamed: 'version {version} of {named}',
    waitingRequest:
      'version {version} of {kind, select, brief {the brief} plan {the plan} proposal {the proposal} deliverable {the deliverable} costEstimate {the cost estimate} contactReport {the contact report} evaluationReport {the evaluation report} other {the change request}}',
    waitingQuestions: '{count, plural, one {# question} other {# questions}} for the brief',
    waitingLine: '{what}: {who}, since {day} ({days, plural, =0 {today} one {# working day} other {# working days}})',
    waitingDue: '{line}, was due {day}',
    checkIn: 'Check-in',
    checkInLine: '{who}: {state}',
    checkInText: '{line}, {text}',
    next: 'Next milestones',
    nextLine: `{what}: {day}, in ${DAYS_EN}, {who}`,
    nextNeeds: '{line}. Needed: {needs}',
    quiet: 'Nothing new since {day}.',
    quietFirst: 'Nothing new yet.',
    quietNext: '{line} Next: {what}, {day}.',
  },
  zh: {
    title: '进度，{day}',
    fallback: '{project}，进度，{day}：{health}',
    fallbackQuiet: '{project}：{said}',
    fallbackCounts: '已完成 {done} · 将到期 {due} · 逾期或受阻 {late} · 等待客户 {waiting}',
    health: '项目状态：{health}',
    'health.is': HEALTH_ZH,
    healthBecause: '{health}：{reasons}',
    healthSet: '{health}（由 {who} 设定，至 {until}）：{reason}',
    nobody: '同事',
    'why.overdue': '{what}已逾期 {days} 个工作日',
    'why.blocked': '{what}受阻',
    'why.soon': '{what}{days, plural, =0 {今天到期} other {还有 # 个工作日到期}}，仍有未答复的事项',
    'why.soonOff': '{what}在下个工作日之前到期，仍有未答复的事项',
    'why.answerOverdue': '客户的答复已逾期 {days} 个工作日',
    'why.silent': '客户已有 {days} 个工作日没有答复',
    'why.checkIn': '{who} 表示手上的工作{said, select, blocked {受阻} other {有风险}}',
    semicolon: '；',
    more: '另有 {count} 项',
    doneSince: '{day}以来完成',
    doneFirst: '近期完成',
    due: '截至下个工作日到期',
    dueLine: '{what}：{day}，{who}',
    dueAnswer: '答复{what}：{day}，{who}',
    dayToday: '今天',
    late: '逾期与受阻',
    lateLine: '{what}：自 {day} 起，{days} 个工作日，{who}',
    blockedLine: '{what}，{day} 到期，{who}：自 {at} 受阻，{why}',
    lateAndBlocked: '{line}；自 {at} 受阻，{why}',
    waiting: '等待客户',
    waitingNamed: '{named}第 {version} 版',
    waitingRequest:
      '{kind, select, brief {简报} plan {计划} proposal {提案方案} deliverable {交付物} costEstimate {报价单} contactReport {会议纪要} evaluationReport {结案报告} other {需求变更单}}第 {version} 版',
    waitingQuestions: '简报的 {count} 个问题',
    waitingLine: '{what}：{who}，自 {day} 起（{days, plural, =0 {今天} other {# 个工作日}}）',
    waitingDue: '{line}，应于 {day} 答复',
    checkIn: '进展询问',
    checkInLine: '{who}：{state}',
    checkInText: '{line}，{text}',
    next: '后续关键节点',
    nextLine: '{what}：{day}，还有 {days} 个工作日，{who}',
    nextNeeds: '{line}。需要：{needs}',
    quiet: '{day}以来没有新进展。',
    quietFirst: '目前没有新进展。',
    quietNext: '{line}下一个：{what}，{day}。',
  },
});
