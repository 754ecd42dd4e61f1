import type { NewFile } from '../../sandbox/core/files.ts';
import { read, startProject } from './acts.ts';
import { addToBrief } from './acts-gather.ts';
import { openOverview } from './acts-steps.ts';
import { beginWalk, type Cast, type Walk } from './cast.ts';
import { makeDocx, p, table } from './documents-docx.ts';
import type { Stage } from './stage.ts';

/** What a client writes, in the words of either language. */
export const SAID = {
  en: {
    headings: ['Objective', 'Target audience', 'Key message', 'Budget', 'Deliverables', 'Timing', 'Notes', 'KPIs'],
    objective: 'More students try the new blend',
    audience: 'Students, 18 to 24',
    keyMessage: 'Real tea, no powder',
    budget: '400,000 to 500,000 CNY',
    deliverables: ['Key visual', '3 films of 15 s'],
    dates: '1 Mar: in the shops',
    notes: 'We met at the fair',
    kpi: 'Awareness | 22→30 % | tracker | Dec',
    unread: 'Everybody should love it',
    messages: [
      'The audience also has parents in it',
      'No price claims',
      'Logo on every format',
      '20 Feb: sales conference',
      'A radio spot',
      'Trial | 5000 cups',
      'Our board asks why the campus shops went',
      'Sales are down since May',
      'Media are not in the budget',
    ],
  },
  zh: {
    headings: ['目标', '目标受众', '核心诉求', '预算', '交付物', '时间', '备注', 'KPI'],
    objective: '让更多大学生尝试新品',
    audience: '十八至二十四岁的学生',
    keyMessage: '真茶，不用茶粉',
    budget: '人民币 40 万至 50 万',
    deliverables: ['主视觉', '三支 15 秒短片'],
    dates: '3月1日：门店上架',
    notes: '我们在展会上见过',
    kpi: '知名度｜22→30 %｜追踪调研｜12月',
    unread: '大家都要喜欢',
    messages: [
      '受众也包括家长',
      '不出现价格',
      '每个尺寸都要有标志',
      '2月20日：经销商大会',
      '一条电台广告',
      '试饮｜5000 杯',
      '董事会问为什么校园店少了',
      '五月以来销量下降',
      '预算不含媒介费用',
    ],
  },
} as const;
export const QUESTIONS = [
  'audience',
  'mandatories',
  'mandatories',
  'dates',
  'deliverables',
  'kpis',
  'ownReason',
  'whys',
  'budget',
] as const;

/** The same brief as a document of Word. */
export const briefIn = ({ locale }: Cast, name = 'brief.docx'): NewFile => {
  const { headings, ...said } = SAID[locale];
  const bodies = [
    p(said.objective),
    p(said.audience),
    p(said.keyMessage),
    p(said.budget),
    said.deliverables.map((one) => p(one, { list: 'bullet' })).join(''),
    p(said.dates),
    p(said.notes),
    table([[said.kpi]]),
  ];
  const body = headings.map((heading, at) => p(heading, { style: '1' }) + (bodies[at] ?? '')).join('');
  return { name, bytes: makeDocx(body) };
};

async function begun(on: Stage, cast: Cast): Promise<Walk> {
  const walk = beginWalk(on, cast);
  const team = await startProject(walk.as('manager'), cast.locale, { client: cast.client, name: cast.names[0] });
  await walk.as('manager').in(team).invite(cast.people.teammate);
  await walk.as('manager').click(walk.words.project.joinerYes());
  return Object.assign(walk, { team });
}

/** A project whose brief has been begun by one message. */
export async function withBrief(on: Stage, cast: Cast): Promise<Walk> {
  const walk = await begun(on, cast);
  const { as, team } = walk;
  await as('manager').in(team).post(SAID[cast.locale].objective);
  const to = { in: team, question: 'objective' } as const;
  await addToBrief(as('manager'), cast.locale, SAID[cast.locale].objective, to);
  return walk;
}

export const overviewOf = async ({ as, cast, team }: Walk): Promise<string> => {
  const { text } = await openOverview(as('manager'), cast.locale, team);
  await as('manager').modal().close({ all: true });
  return text;
};
/** The team's card of the brief, as it is read. */
export const cardOf = ({ as, team }: Walk) =>
  read(as('manager'), team).find((text) => /^(Brief|简报|客户简报) ?·/u.test(text)) ?? '';
