/** What a gate lacks, each within a sentence. */
export const lacksEn = {
  'project.lack.proposal': 'the client has not accepted the proposal',
  'project.lack.milestones': 'not every milestone is reached or dropped',
  'project.lack.execution': 'not every deliverable is approved',
  'project.lack.deliverables':
    'not every deliverable of the brief has one here that was made for it, approved or dropped',
  'project.lack.evaluation': 'the results are not complete',
} as const;

export const lacksZh = {
  'project.lack.proposal': '客户还没有接受提案',
  'project.lack.milestones': '还有未达成也未取消的关键节点',
  'project.lack.execution': '交付物还没有全部确认',
  'project.lack.deliverables': '简报中还有交付物没有对应的成品（已批准或不再制作）',
  'project.lack.evaluation': '效果数据还不完整',
} as const;
