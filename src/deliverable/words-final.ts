import { catalogue } from '../kit/i18n.ts';

/** The approved versions of a project. */
export const finalWords = catalogue<{
  title: null;
  close: null;
  intro: { project: string };
  nothing: null;
  version: { version: number };
  approvedBy: { at: string; who: string };
  approved: { at: string };
  hash: { hash: string };
  more: { count: number };
  moreFinals: { count: number };
  older: null;
  newer: { version: number };
  noRights: null;
  rights: { media: string; territory: string; until: string };
  rightsOpen: { media: string; territory: string };
}>({
  en: {
    title: 'Approved versions',
    close: 'Close',
    intro: '{project}: what is approved and stands, and nothing else. The last one approved is first.',
    nothing: 'Nothing is approved yet.',
    version: 'Version {version}',
    approvedBy: 'approved {at} by {who}',
    approved: 'approved {at}',
    hash: 'Hash of the version: {hash}',
    more: 'and {count} more, as the version shows them',
    moreFinals: 'and {count} more: `/approval export` has all of them.',
    older: 'What exactly it is stands on the record.',
    newer: 'Version {version} is being worked on. It is not approved.',
    noRights: 'Usage rights: not noted',
    rights: 'Usage rights: {media}; {territory}; until {until}',
    rightsOpen: 'Usage rights: {media}; {territory}; without an end',
  },
  zh: {
    title: '已批准版本',
    close: '关闭',
    intro: '{project}：只列出已批准且有效的版本，最近批准的在前。',
    nothing: '还没有已批准的版本。',
    version: '第 {version} 版',
    approvedBy: '{who} 于 {at} 批准',
    approved: '{at} 批准',
    hash: '版本哈希：{hash}',
    more: '另有 {count} 项，见该版本',
    moreFinals: '另有 {count} 项，用 `/approval 导出` 可查看全部。',
    older: '具体内容见项目记录。',
    newer: '第 {version} 版正在制作，尚未批准。',
    noRights: '使用权：尚未登记',
    rights: '使用权：{media}；{territory}；至 {until}',
    rightsOpen: '使用权：{media}；{territory}；无截止日',
  },
});
