/** What the record says of deliverables. */
export const deliverableRecordEn = {
  'record.deliverable.added': 'Deliverable added: {deliverable}',
  'record.deliverable.versionAdded': '{deliverable}: version {version} brought by {one}',
  'record.deliverable.checked': '{deliverable}: version {version} checked by {one}',
  'record.deliverable.sentBack': '{deliverable}: version {version} sent back by {one}. Why: {why}',
  'record.deliverable.reviewed': '{deliverable}: version {version} passed the internal review of {one}',
  'record.deliverable.changed': '{deliverable}: what it is and how it is checked was changed',
  'record.deliverable.sent': '{deliverable}: version {version} sent to {people}',
  'record.deliverable.superseded': '{deliverable}: version {version} replaced by a newer one',
  'record.deliverable.goodwill':
    '{deliverable}: a round beyond the agreed ones, {state, select, absorbed {paid for by the agency} other {let pass}}. Why: {why}',
  'record.deliverable.rightsSet': '{deliverable}: usage rights noted',
  'record.deliverable.dropped': '{deliverable}: dropped. Why: {why}',
  'record.deliverable.reopened': '{deliverable}: taken up again',
  'record.deliverable.fileDeleted': '{deliverable}: the file of version {version} was deleted in Slack',
  'record.deliverable.newerOffered': '{deliverable}: a newer file was offered in the thread after version {version}',
  'record.record.exported': 'Record exported ({state})',
} as const;

export const deliverableRecordZh = {
  'record.deliverable.added': '新增交付物：{deliverable}',
  'record.deliverable.versionAdded': '{deliverable}：{one} 提交第 {version} 版',
  'record.deliverable.checked': '{deliverable}：第 {version} 版由 {one} 检查通过',
  'record.deliverable.sentBack': '{deliverable}：第 {version} 版被 {one} 退回。原因：{why}',
  'record.deliverable.reviewed': '{deliverable}：第 {version} 版通过 {one} 的内部审阅',
  'record.deliverable.changed': '{deliverable}：修改了内容说明与检查方式',
  'record.deliverable.sent': '{deliverable}：第 {version} 版已发送给 {people}',
  'record.deliverable.superseded': '{deliverable}：第 {version} 版被新版本取代',
  'record.deliverable.goodwill':
    '{deliverable}：超出约定轮次的一轮，{state, select, absorbed {由公司承担} other {破例放行}}。原因：{why}',
  'record.deliverable.rightsSet': '{deliverable}：登记了使用权',
  'record.deliverable.dropped': '{deliverable}：不再制作。原因：{why}',
  'record.deliverable.reopened': '{deliverable}：重新启用',
  'record.deliverable.fileDeleted': '{deliverable}：第 {version} 版的文件已在 Slack 中被删除',
  'record.deliverable.newerOffered': '{deliverable}：第 {version} 版之后，消息回复里出现了更新的文件',
  'record.record.exported': '导出了记录（{state}）',
} as const;
