import { catalogue } from '../kit/i18n.ts';

const SUBJECT_EN =
  '{kind, select, brief {Brief} plan {Plan} proposal {Proposal} deliverable {Deliverable} costEstimate {Cost estimate} contactReport {Contact report} evaluationReport {Evaluation report} other {Change request}}';
const SUBJECT_ZH =
  '{kind, select, brief {简报} plan {执行计划} proposal {提案} deliverable {交付物} costEstimate {报价单} contactReport {会议纪要} evaluationReport {结案报告} other {需求变更单}}';

/** What waits for somebody and what they wait for, over all of their projects. */
export const overviewWords = catalogue<{
  title: null;
  close: null;
  /** Over the lists once something was done in them. */
  done: null;
  mine: null;
  mineNothing: null;
  theirs: null;
  theirsNothing: null;
  /** What a version is of: by its own name where it has one. */
  subject: { kind: string; version: number };
  subjectNamed: { named: string; version: number };
  awaitedDecide: { what: string; who: string; at: string };
  awaitedCheck: { what: string; who: string; at: string };
  awaitedReview: { what: string; who: string; at: string };
  due: { at: string };
  more: { count: number };
  nobody: null;
  range: { from: number; to: number; count: number };
  earlierMine: null;
  nextMine: null;
  earlierTheirs: null;
  nextTheirs: null;
  foot: null;
}>({
  en: {
    title: 'Approvals',
    close: 'Close',
    done: 'Done. So it stands now:',
    mine: 'Waits for you',
    mineNothing: 'Nothing waits for your approval, your check or your next step.',
    theirs: 'You wait for',
    theirsNothing: 'You wait for nobody’s approval, check or review.',
    subject: `${SUBJECT_EN} version {version}`,
    subjectNamed: '{named} version {version}',
    awaitedDecide: '{what}: {who} to decide, since {at}',
    awaitedCheck: '{what}: {who} to check, since {at}',
    awaitedReview: '{what}: {who} to look at it inside, since {at}',
    due: 'due {at}',
    more: '{count, plural, one {# more} other {# more}} in this project',
    nobody: 'nobody yet',
    range: 'Projects {from}–{to} of {count}',
    earlierMine: 'Longer waiting for you',
    nextMine: 'More waits for you',
    earlierTheirs: 'Longer waited for',
    nextTheirs: 'More you wait for',
    foot: '`/approval final` lists what is approved in a project. `/approval new` sends something for approval.',
  },
  zh: {
    title: '审批',
    close: '关闭',
    done: '已完成，目前情况如下：',
    mine: '等待您处理',
    mineNothing: '没有等待您审批、检查或处理的事项。',
    theirs: '您在等待',
    theirsNothing: '您没有在等待任何审批、检查或审阅。',
    subject: `${SUBJECT_ZH}第 {version} 版`,
    subjectNamed: '{named}第 {version} 版',
    awaitedDecide: '{what}：等待 {who} 决定，自 {at} 起',
    awaitedCheck: '{what}：等待 {who} 检查，自 {at} 起',
    awaitedReview: '{what}：等待 {who} 内部审阅，自 {at} 起',
    due: '截止 {at}',
    more: '这个项目里还有 {count} 项',
    nobody: '暂无人选',
    range: '第 {from}–{to} 个项目，共 {count} 个',
    earlierMine: '等待您更久的',
    nextMine: '更多等待您的',
    earlierTheirs: '您等待更久的',
    nextTheirs: '更多您在等待的',
    foot: '`/approval 定稿` 列出项目中已批准的版本，`/approval 送审` 发起审批。',
  },
});
