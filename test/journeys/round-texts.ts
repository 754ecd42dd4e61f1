import type { Locale } from '../../src/kit/locale.ts';

/** What is typed on the way, by the agency's people and the client's. */
export type Texts = {
  objective: string;
  audience: string;
  /** What stands in the client's document: headings and what is below them. */
  document: readonly (readonly [heading: string, text: string])[];
  fileName: string;
  message: string;
  kpis: string;
  readBack: string | RegExp;
  changes: string;
  newAudience: string;
  bare: string;
};

export const TEXTS: Readonly<Record<Locale, Texts>> = {
  en: {
    objective: 'One in ten students has tried the new blend by the end of term',
    audience: 'Students in London, 18 to 24',
    document: [
      ['Deliverables', 'Key visual'],
      ['Budget', '400,000 to 500,000 CNY, media not included'],
      ['About us', 'Acme was founded in 1984.'],
    ],
    fileName: 'Acme spring brief.docx',
    message: 'Olivia on the phone: if they remember one thing, it is real fruit, no powder',
    kpis: 'Awareness | 22→30 % | tracker | Dec\nTrial | 5000 cups',
    readBack: /Awareness: from 22.* to 30 %; measured by tracker; when: Dec/,
    changes: '2: families as well, they buy the large bottles',
    newAudience: 'Students and families in London',
    bare: 'ok',
  },
  zh: {
    objective: '让十分之一的大学生在期末前尝过新茶',
    audience: '上海的大学生，18 至 24 岁',
    document: [
      ['交付物', '主视觉'],
      ['预算', '人民币 40 万至 50 万，不含媒介费'],
      ['公司介绍', '云山茶创立于 1984 年。'],
    ],
    fileName: '云山茶春季需求.docx',
    message: '周总电话里说：如果只记得一句话，就是“真茶，不用茶粉”',
    kpis: '知名度｜22→30 %｜追踪调研｜12月\n试饮｜5000 杯',
    readBack: /知名度：从 22.*到 30 %；衡量方式：追踪调研；时间：12月/,
    changes: '2：家庭也要，他们买大包装',
    newAudience: '上海的大学生和他们的家人',
    bare: '同意',
  },
};
