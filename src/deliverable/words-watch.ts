import { catalogue } from '../kit/i18n.ts';

type Place = { file: string; name: string; version: number };

/** What was noticed of a deliverable's files in Slack, said in the team's thread. */
export const watchWords = catalogue<{
  deletedDraft: Place;
  deletedWithClient: Place;
  deletedSent: Place;
  deletedApproved: Place;
  offeredTeam: Place & { who: string };
  offeredClient: Place & { who: string };
  open: null;
}>({
  en: {
    deletedDraft:
      'The file {file} was deleted in Slack. It is part of version {version} of {name}, and cannot be passed on to the client any more: please bring it again as a new version.',
    deletedWithClient:
      'The file {file} was deleted in Slack. It is part of version {version} of {name}, which the client is deciding about. If they cannot see it any more, bring it again as a new version.',
    deletedSent:
      'The file {file} was deleted in Slack. It is part of version {version} of {name}, the last one that the client was asked about.',
    deletedApproved:
      'The file {file} was deleted in Slack. It is part of version {version} of {name}, which the client approved. The approval stays on the record as it is. Please make sure that somebody keeps the file.',
    offeredTeam:
      '{who} put {file} here. It is not part of version {version} of {name}. If it is to take that version’s place, bring it as a new version.',
    offeredClient:
      '{who} put {file} into the client’s thread. It is not part of version {version} of {name}, and nothing that is decided there is about it. If it is to take that version’s place, bring it as a new version.',
    open: 'Open the message',
  },
  zh: {
    deletedDraft:
      '文件 {file} 已在 Slack 中被删除。它属于 {name} 的第 {version} 版，已无法转给客户：请重新提交，作为新版本。',
    deletedWithClient:
      '文件 {file} 已在 Slack 中被删除。它属于 {name} 的第 {version} 版，客户正在审批。如果客户已看不到它，请重新提交，作为新版本。',
    deletedSent: '文件 {file} 已在 Slack 中被删除。它属于 {name} 的第 {version} 版，即上次请客户审批的版本。',
    deletedApproved:
      '文件 {file} 已在 Slack 中被删除。它属于 {name} 的第 {version} 版，客户已经批准。批准记录保持不变，请确认有人保存了这份文件。',
    offeredTeam: '{who} 在这里发了 {file}。它不属于 {name} 的第 {version} 版。如果要用它取代这一版，请作为新版本提交。',
    offeredClient:
      '{who} 在客户的消息回复里发了 {file}。它不属于 {name} 的第 {version} 版，那里的任何决定都与它无关。如果要用它取代这一版，请作为新版本提交。',
    open: '打开消息',
  },
});
