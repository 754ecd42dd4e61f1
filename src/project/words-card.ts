import { catalogue } from '../kit/i18n.ts';

/** What stands on the project's card besides its state: how it is, who is missing, what was agreed before. */
type Words = {
  people: null;
  channels: null;
  stage: null;
  plan: null;
  attach: null;
  director: null;
  onHold: { at: string; who: string; reason: string };
  ended: { as: string; at: string; who: string; reason: string };
  mergedInto: { project: string };
  merged: { projects: string };
  heldTeam: { reason: string; people: string };
  heldClient: { reason: string };
  invited: { state: string; people: string };
  vacant: { roles: string };
  vacancy: { role: string; who: string };
  away: { who: string; day: string };
  awayWith: { who: string; day: string; standIn: string };
  more: { count: number };
  comma: null;
  handover: { from: string; to: string; day: string };
  given: { stage: string; given: string };
  givenAt: { stage: string };
  earlier: { agreements: string };
  earlierOne: { kind: string; by: string; day: string };
  requests: { count: number };
  deliverables: { counts: string };
  deliverablesAre: { is: string; count: number };
  nobody: null;
  topicLife: { life: string };
};

const STAGE_EN = '{stage, select, intake {Intake} proposal {Proposal} execution {Execution} other {Evaluation}}';
const STAGE_ZH = '{stage, select, intake {需求沟通} proposal {提案} execution {执行} other {评估}}';

export const projectCardWords = catalogue<Words>({
  en: {
    people: 'People',
    channels: 'Channels',
    stage: 'Stage',
    plan: 'Milestones',
    attach: 'Earlier agreement',
    director: 'Account director',
    onHold: 'On hold since {at} ({who}): {reason}',
    ended:
      'Ended on {at} ({who}), {as, select, completed {completed} lost {presentation lost} cancelled {cancelled} other {merged into another project}}: {reason}',
    mergedInto: 'It goes on in {project}.',
    merged: 'Merged into this project: {projects}',
    heldTeam:
      'Nothing is posted in the team channel: {reason, select, outsider {{people} could read along. Say whether they are on the team, or remove them from it} shared {it is shared with another company. Stop sharing it, or choose another one under Channels} public {everybody in the workspace can read it. Make it private, or choose another one under Channels} removed {Liaison was removed from it. Invite it again, or choose another one under Channels} archived {it is archived. Unarchive it, or choose another one under Channels} deleted {it was deleted. Choose another one under Channels} other {the connection with the other company was cut. Choose another one under Channels}}.',
    heldClient:
      'Nothing is posted in the client channel: {reason, select, outsider {somebody is in it who is not this client’s. Remove them from it} shared {it is shared with a company that is not this client. Stop sharing it with them, or choose another one under Channels} public {everybody in the workspace can read it. Make it private, or choose another one under Channels} removed {Liaison was removed from it. Invite it again, or choose another one under Channels} archived {it is archived. Unarchive it, or choose another one under Channels} deleted {it was deleted. Choose another one under Channels} other {the connection with the client’s company was cut. Invite them again, or choose another one under Channels}}.',
    invited:
      'Client channel: {state, select, pending {waiting for {people} to accept the invitation} approvalNeeded {an administrator still has to approve the invitation of {people}} declined {{people} declined the invitation. Invite them again under Channels} other {the invitation of {people} did not go out. Try again under Channels}}.',
    vacant: 'Vacant: {roles}',
    vacancy:
      '{role, select, accountManager {account manager} deputy {deputy} accountDirector {account director} teamMember {team member} partner {partner agency} clientContact {client contact} approver {approver} other {client member}} ({who})',
    away: '{who} is away until {day}.',
    awayWith: '{who} is away until {day}; {standIn} stands in.',
    more: 'and {count} more',
    comma: ', ',
    handover: '{from} hands the project over to {to} on {day}.',
    given: `Began here in the stage ${STAGE_EN}. Taken as given: {given}.`,
    givenAt:
      '{stage, select, intake {the brief is confirmed} proposal {the proposal is accepted} execution {the deliverables are approved} other {the results are complete}}',
    earlier: 'Confirmed before Liaison: {agreements}',
    earlierOne:
      '{kind, select, brief {brief} proposal {proposal} costEstimate {cost estimate} deliverable {deliverable} other {other}} ({by}, {day})',
    requests:
      '{count, plural, one {# request of the client is waiting for an answer} other {# requests of the client are waiting for an answer}}.',
    deliverables: 'Deliverables: {counts}',
    deliverablesAre:
      '{count} {is, select, checking {to check} sentBack {sent back} reviewing {in internal review} ready {ready to send} withClient {with the client} revise {to revise} approved {approved} other {closed without a decision}}',
    nobody: 'somebody',
    topicLife: '{life, select, onHold {On hold} other {Ended}}',
  },
  zh: {
    people: '人员',
    channels: '频道',
    stage: '阶段',
    plan: '关键节点',
    attach: '既往确认',
    director: '客户总监',
    onHold: '自 {at} 起暂停（{who}）：{reason}',
    ended:
      '{at} 结束（{who}），{as, select, completed {已完成} lost {提案未中} cancelled {已取消} other {并入其他项目}}：{reason}',
    mergedInto: '后续在 {project} 进行。',
    merged: '已并入本项目：{projects}',
    heldTeam:
      '团队频道暂停发布：{reason, select, outsider {{people} 可能看到内部内容。请确认对方是否是团队成员，或将其移出频道} shared {频道与其他公司共享。请停止共享，或在“频道”中另选} public {工作区里所有人都能看到。请改为私密，或在“频道”中另选} removed {Liaison 已被移出。请重新邀请，或在“频道”中另选} archived {频道已归档。请取消归档，或在“频道”中另选} deleted {频道已删除。请在“频道”中另选} other {与对方公司的连接已断开。请在“频道”中另选}}。',
    heldClient:
      '客户频道暂停发布：{reason, select, outsider {有不属于该客户的人在里面。请将其移出频道} shared {频道与该客户以外的公司共享。请停止与其共享，或在“频道”中另选} public {工作区里所有人都能看到。请改为私密，或在“频道”中另选} removed {Liaison 已被移出。请重新邀请，或在“频道”中另选} archived {频道已归档。请取消归档，或在“频道”中另选} deleted {频道已删除。请在“频道”中另选} other {与客户公司的连接已断开。请重新邀请，或在“频道”中另选}}。',
    invited:
      '客户频道：{state, select, pending {{people} 尚未接受邀请} approvalNeeded {对 {people} 的邀请尚待管理员批准} declined {{people} 谢绝了邀请。可在“频道”中重新邀请} other {对 {people} 的邀请没有发出。可在“频道”中重试}}。',
    vacant: '空缺：{roles}',
    vacancy:
      '{role, select, accountManager {客户经理} deputy {副手} accountDirector {客户总监} teamMember {团队成员} partner {合作代理商} clientContact {客户对接人} approver {审批人} other {客户方成员}}（{who}）',
    away: '{who} 外出至 {day}。',
    awayWith: '{who} 外出至 {day}，由 {standIn} 代理。',
    more: '另有 {count} 项',
    comma: '、',
    handover: '{from} 将于 {day} 把项目移交给 {to}。',
    given: `在本系统中从${STAGE_ZH}阶段开始。视为已具备：{given}。`,
    givenAt:
      '{stage, select, intake {简报已确认} proposal {提案已接受} execution {交付物已确认} other {效果数据已完整}}',
    earlier: '使用 Liaison 之前已确认：{agreements}',
    earlierOne:
      '{kind, select, brief {简报} proposal {提案} costEstimate {报价单} deliverable {交付物} other {其他}}（{by}，{day}）',
    requests: '客户有 {count} 项请求等待答复。',
    deliverables: '交付物：{counts}',
    deliverablesAre:
      '{is, select, checking {待检查} sentBack {已退回} reviewing {内部审阅中} ready {待发送} withClient {待客户审批} revise {待修改} approved {已批准} other {未决定即结束}} {count} 项',
    nobody: '某人',
    topicLife: '{life, select, onHold {已暂停} other {已结束}}',
  },
});
