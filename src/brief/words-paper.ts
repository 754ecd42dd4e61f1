import { catalogue } from '../kit/i18n.ts';

type Words = {
  kind: null;
  agency: null;
  client: null;
  project: null;
  version: null;
  sentAt: null;
  hash: null;
  intro: null;
  confirmTitle: null;
  confirmHow: { version: number; hash: string };
  confirmExample: { project: string; version: number; hash: string };
  confirmChanges: null;
  confirmOpen: { open: number };
  footer: { version: number; hash: string };
  fileName: { version: number; hash: string };
  fileTitle: { project: string; version: number };
  page: { page: string; pages: string };
  continued: { heading: string };
  unprintable: { example: string };
  textTitle: { project: string; version: number };
  textPart: { part: number; parts: number };
  textFact: { label: string; value: string };
  textButton: null;
  paperButton: null;
  textModal: null;
  textDone: null;
  textClose: null;
  textHow: { project: string; version: string };
  textLabel: { part: number; parts: number };
  paperComes: { version: number };
};

/** What a printed brief says besides what people wrote, in both languages. */
export const paperWords = catalogue<Words>({
  en: {
    kind: 'Client brief',
    agency: 'Agency',
    client: 'Client',
    project: 'Project',
    version: 'Version',
    sentAt: 'Sent',
    hash: 'Hash',
    intro: 'Please check every line. What you confirm here is what we work to.',
    confirmTitle: 'How to confirm',
    confirmHow:
      'Please reply in writing, by e-mail or in the chat you use with us, and name version {version} and the first 12 digits of its hash, {hash}. For example:',
    confirmExample: '“We confirm version {version} of the brief for {project}, {hash}.”',
    confirmChanges: 'If something should change, please name the line by its number and write what it should say.',
    confirmOpen:
      '{open, plural, one {# line is still open. It} other {# lines are still open. They}} will come to you in a new version.',
    footer: 'Version {version} · {hash}',
    fileName: 'brief v{version} {hash}',
    fileTitle: '{project}: brief, version {version}',
    page: 'Page {page} of {pages}',
    continued: '{heading} (continued)',
    unprintable: 'A character that cannot be printed is shown by its Unicode number, such as {example}.',
    textTitle: '{project}: brief, version {version}',
    textPart: '({part} of {parts})',
    textFact: '{label}: {value}',
    textButton: 'As text',
    paperButton: 'As PDF',
    textModal: 'Brief as text',
    textDone: 'Done',
    textClose: 'Close',
    textHow:
      '{project}, brief version {version}. Copy it into an e-mail or a chat; what is changed here changes nothing.',
    textLabel: '{parts, plural, one {Text to copy} other {Text to copy, {part} of {parts}}}',
    paperComes: 'Version {version} comes into the thread of this card as a PDF, to be forwarded.',
  },
  zh: {
    kind: '客户简报',
    agency: '代理商',
    client: '客户',
    project: '项目',
    version: '版本',
    sentAt: '发送时间',
    hash: '校验码',
    intro: '请逐条核对。您在这里确认的内容就是我们工作的依据。',
    confirmTitle: '如何确认',
    confirmHow: '请通过邮件或与我们沟通的聊天工具书面回复，写明第 {version} 版以及校验码的前 12 位：{hash}。例如：',
    confirmExample: '“我们确认{project}的简报第 {version} 版，{hash}。”',
    confirmChanges: '如需修改，请写明该条的编号和修改后的内容。',
    confirmOpen: '还有 {open} 条尚未确定，确定后会以新版本发给您。',
    footer: '第 {version} 版 · {hash}',
    fileName: '简报 v{version} {hash}',
    fileTitle: '{project}：简报第 {version} 版',
    page: '第 {page} 页，共 {pages} 页',
    continued: '{heading}（续）',
    unprintable: '无法打印的字符以其 Unicode 编号表示，例如 {example}。',
    textTitle: '{project}：简报第 {version} 版',
    textPart: '（{part}/{parts}）',
    textFact: '{label}：{value}',
    textButton: '文字版',
    paperButton: 'PDF 版',
    textModal: '简报文字版',
    textDone: '完成',
    textClose: '关闭',
    textHow: '{project}，简报第 {version} 版。可复制到邮件或聊天里；在这里改动不会产生任何影响。',
    textLabel: '{parts, plural, =1 {待复制的文字} other {待复制的文字（{part}/{parts}）}}',
    paperComes: '第 {version} 版会以 PDF 形式出现在这张卡片的回复里，可转发给客户。',
  },
});
