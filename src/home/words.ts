import { catalogue } from '../kit/i18n.ts';

type Words = {
  waits: null;
  nothing: null;
  nothingClient: null;
  since: { at: string };
  more: null;
  newProject: null;
  intro: null;
};

export const homeWords = catalogue<Words>({
  en: {
    waits: 'What waits for you',
    nothing: 'Nothing waits for you. What does will be here, with the button that finishes it.',
    nothingClient: 'Nothing waits for you. When something needs your answer, it will be here and in your channel.',
    since: 'since {at}',
    more: 'More waits. It comes up here as these are done.',
    newProject: 'New client project',
    intro: 'Client projects run in their channels: `/project help` shows what you can type.',
  },
  zh: {
    waits: '等待您处理',
    nothing: '目前没有等待您处理的事项。有的话会出现在这里，并附上处理按钮。',
    nothingClient: '目前没有等待您处理的事项。需要您答复时，会出现在这里和您的频道里。',
    since: '自 {at} 起',
    more: '还有其他事项等待处理，处理完以上事项后会显示。',
    newProject: '新建客户项目',
    intro: '客户项目在各自的频道里进行：输入 `/project 帮助` 查看可用命令。',
  },
});
