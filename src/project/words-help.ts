import { catalogue } from '../kit/i18n.ts';

/** What can be typed, in groups: each group a heading and a line for each command. */
type Words = {
  helpStarting: null;
  helpAgreeing: null;
  helpApproving: null;
  helpStages: null;
  helpPeople: null;
  helpProgress: null;
  helpHelp: null;
};

export const helpWords = catalogue<Words>({
  en: {
    helpStarting:
      '*Start and find*\n`/project new` starts a client project: four answers, and it gets its own team channel.\n`/project` shows the project of the channel you are in.\n`/project job Banner resize` starts a job inside it.',
    helpAgreeing:
      '*Agree*\n`/brief` writes or edits the brief; the account manager sends it to the client from its card.\n`/project agreed` attaches what the client agreed to before Liaison.\n`/project record` lists what was decided, by whom and when.\n`/project profile` is what the agency knows of the client.',
    helpApproving:
      '*Approve*\n`/approval` lists what waits for you and what you wait for.\n`/approval new https://… Key visual` sends something for approval; so does “Send for approval” in a message’s menu.\n`/approval final` lists what the client has approved.\n`/approval export` gives you the record and the approvals as a file.',
    helpStages:
      '*Stages*\n`/project stage` shows what the next gate lacks, and starts it.\n`/project hold waiting for budget` puts the project on hold, `/project resume` goes on.\n`/project end` ends it.\n`/plan` shows the milestones, `/plan milestone Media launch 14 Mar @owner review 3d` sets one.',
    helpPeople:
      '*People and channels*\n`/project people` shows who is who, and changes it.\n`/project handover @new from 14 Mar` hands the project over.\n`/project away until fri @stand-in` says that you are away, `/project back` that you are back.\n`/project channels` shows where team and client talk.',
    helpProgress:
      '*Progress*\n`/progress` shows the progress post as it would be now, and posts it if you like.\n`/progress pause until fri` pauses the posts, `/progress resume` brings them back.\n`/progress health at risk because the proofs are late until fri` says how it is doing.\n`/progress settings` says when the post comes.\n`/progress report` drafts a report to the client.',
    helpHelp: 'Typed in a channel with several projects, each asks which one is meant.',
  },
  zh: {
    helpStarting:
      '*启动与查找*\n`/project 新建` 启动客户项目：四个回答，自动建立团队频道。\n`/project` 查看当前频道的项目。\n`/project 任务 横幅改尺寸` 在项目里新建单项任务。',
    helpAgreeing:
      '*确认*\n`/brief` 填写或修改简报；客户经理从简报卡片上发给客户。\n`/project 既往确认` 附上使用 Liaison 之前客户已确认的内容。\n`/project 记录` 查看决定了什么、谁决定的、什么时候。\n`/project 客户档案` 查看公司对客户的了解。',
    helpApproving:
      '*审批*\n`/approval` 查看哪些在等您、您在等哪些。\n`/approval 新建 https://… 主视觉` 提交审批；也可以用消息菜单里的“Send for approval”。\n`/approval 定稿` 列出客户已批准的版本。\n`/approval 导出` 以文件形式给您记录与审批。',
    helpStages:
      '*阶段*\n`/project 阶段` 查看下一关口还缺什么，并进入下一阶段。\n`/project 暂停 等待预算` 暂停项目，`/project 恢复` 继续。\n`/project 结束` 结束项目。\n`/plan` 查看关键节点，`/plan 节点 媒介上线 3月14日 @负责人 审阅 3天` 设定一个。',
    helpPeople:
      '*人员与频道*\n`/project 人员` 查看和调整谁负责什么。\n`/project 移交 @新负责人 从3月14日` 移交项目。\n`/project 外出 到周五 @代理人` 登记外出，`/project 回来` 表示已回来。\n`/project 频道` 查看团队和客户在哪里沟通。',
    helpProgress:
      '*进度*\n`/progress` 查看此刻的进度通报，也可立即发布。\n`/progress 暂停 到周五` 暂停通报，`/progress 恢复` 恢复。\n`/progress 状态 有风险 因为打样延迟 到周五` 设定项目状态。\n`/progress 设置` 设定通报时间。\n`/progress 报告` 拟一份客户报告。',
    helpHelp: '频道里有多个项目时，会先问是哪一个。',
  },
});
