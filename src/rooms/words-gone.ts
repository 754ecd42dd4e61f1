import { catalogue } from '../kit/i18n.ts';

const ROLE_EN =
  '{role, select, accountManager {account manager} deputy {deputy} accountDirector {account director} teamMember {team member} partner {partner} clientContact {client contact} approver {approver} other {of the client’s people}}';
const ROLE_ZH =
  '{role, select, accountManager {客户经理} deputy {副手} accountDirector {客户总监} teamMember {团队成员} partner {合作伙伴} clientContact {客户对接人} approver {审批人} other {客户方成员}}';

/** What happened to somebody's account or place: who they are to the project, and what waits for them. */
export const goneWords = catalogue<{
  gone: { who: string; project: string; role: string };
  back: { who: string; project: string; role: string };
  maybe: { who: string; name: string; project: string; role: string };
  leftClient: { who: string; project: string; role: string };
  decides: { version: number };
  decidesNamed: { named: string; version: number };
  decidesMore: { count: number };
  reviews: { names: string };
  answers: null;
  findsOut: { count: number };
  minds: { names: string };
  waits: null;
  nothing: null;
  nobody: null;
  people: null;
  changeWho: null;
}>({
  en: {
    gone: `{who} has no Slack account any more. In {project} they are ${ROLE_EN}.`,
    back: `{who} has a Slack account again. In {project} they are ${ROLE_EN}, as before. Invite them to its channels again where they are not in them.`,
    maybe: `{who} has a new Slack account. They may be the same person as {name}, ${ROLE_EN} in {project}, who has none any more. If so, choose them under People in place of the former one.`,
    leftClient: `{who} has left the client channel of {project} and cannot read it any more. They are ${ROLE_EN} there. Invite them again, or change who decides.`,
    decides: 'Version {version} of the brief waits for their decision.',
    decidesNamed: 'Version {version} of {named} waits for their decision.',
    decidesMore: '{count, plural, one {# more decision waits} other {# more decisions wait}} for them.',
    reviews: 'Their internal review is missing of: {names}.',
    answers: 'Questions of the brief wait for their answers.',
    findsOut:
      '{count, plural, one {# answer of the brief is theirs to find out.} other {# answers of the brief are theirs to find out.}}',
    minds: 'They mind these suppliers: {names}.',
    waits: 'What waits for them:',
    nothing: 'Nothing waits for them.',
    nobody: 'Liaison puts nobody in their place by itself.',
    people: 'People',
    changeWho: 'Change who decides',
  },
  zh: {
    gone: `{who} 已没有 Slack 账号。对方在{project}中是${ROLE_ZH}。`,
    back: `{who} 重新拥有 Slack 账号，在{project}中仍是${ROLE_ZH}。如果对方不在相关频道里，请重新邀请。`,
    maybe: `{who} 有了新的 Slack 账号，可能就是已没有账号的 {name}（{project}的${ROLE_ZH}）。如果是同一人，请在“人员”里用新账号接替原账号。`,
    leftClient: `{who} 离开了{project}的客户频道，无法再看到里面的内容。对方是${ROLE_ZH}。请重新邀请，或更换审批人。`,
    decides: '简报第 {version} 版等待对方决定。',
    decidesNamed: '{named}第 {version} 版等待对方决定。',
    decidesMore: '另有 {count} 项等待对方决定。',
    reviews: '等待对方内部审阅：{names}。',
    answers: '简报的问题等待对方回答。',
    findsOut: '简报中有 {count} 项由对方去了解。',
    minds: '对方负责这些供应商：{names}。',
    waits: '等待对方处理：',
    nothing: '没有等待对方处理的事项。',
    nobody: 'Liaison 不会自行安排接替的人。',
    people: '人员',
    changeWho: '更换审批人',
  },
});
