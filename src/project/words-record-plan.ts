/** What the record says of milestones. */
export const planRecordEn = {
  'record.plan.milestoneSet': 'Milestone set: {milestone}, {dueOn}; {people} sees to it',
  'record.plan.milestoneChanged': 'Milestone changed: {milestone}, {dueOn}; {people} sees to it',
  'record.plan.milestoneMoved': 'Milestone moved: {milestone}, {before} → {dueOn}. Why: {why}',
  'record.plan.milestoneReached': 'Milestone reached: {milestone}, due {dueOn}',
  'record.plan.milestoneDropped':
    '{state, select, undone {Milestone taken back: {milestone}, {dueOn}} other {Milestone dropped: {milestone}, {dueOn}. Why: {why}}}',
  'record.plan.milestoneReopened': 'Milestone open again: {milestone}, {dueOn}',
  'record.plan.milestoneBlocked': 'Milestone blocked: {milestone}, {dueOn}. Why: {why}',
  'record.plan.milestoneUnblocked': 'Milestone goes on again: {milestone}, {dueOn}',
  'record.plan.milestoneReleased':
    '{state, select, dropped {Client told that it is no longer planned} other {Milestone shown to the client}}: {milestone}, {dueOn}',
  'record.plan.reviewOpened': 'Client’s review announced to them: {milestone}, {dueOn}',
  'record.plan.reviewMissed': 'Client’s review passed without being announced to them: {milestone}, {dueOn}',
} as const;

export const planRecordZh = {
  'record.plan.milestoneSet': '设定关键节点：{milestone}，{dueOn}，由 {people} 负责',
  'record.plan.milestoneChanged': '修改关键节点：{milestone}，{dueOn}，由 {people} 负责',
  'record.plan.milestoneMoved': '关键节点改期：{milestone}，{before} → {dueOn}。原因：{why}',
  'record.plan.milestoneReached': '关键节点达成：{milestone}，原定 {dueOn}',
  'record.plan.milestoneDropped':
    '{state, select, undone {撤销关键节点：{milestone}，{dueOn}} other {取消关键节点：{milestone}，{dueOn}。原因：{why}}}',
  'record.plan.milestoneReopened': '关键节点重新打开：{milestone}，{dueOn}',
  'record.plan.milestoneBlocked': '关键节点受阻：{milestone}，{dueOn}。原因：{why}',
  'record.plan.milestoneUnblocked': '关键节点恢复推进：{milestone}，{dueOn}',
  'record.plan.milestoneReleased':
    '{state, select, dropped {已告知客户不再安排} other {已向客户公布关键节点}}：{milestone}，{dueOn}',
  'record.plan.reviewOpened': '已向客户预告审阅期：{milestone}，{dueOn}',
  'record.plan.reviewMissed': '客户审阅期已过，未向客户预告：{milestone}，{dueOn}',
} as const;
