import { BRIEF_QUESTIONS } from './model-questions.ts';

/** What a heading may be about: the shared questions of a brief in their order, and the real reason, which is internal. */
export const QUESTION_GUESSES = [...BRIEF_QUESTIONS, 'reason'] as const;
export type QuestionGuess = (typeof QUESTION_GUESSES)[number];

/** The words that clients use for each question, in lower case. The longest one that a heading holds decides. */
const WORDS: Readonly<Record<QuestionGuess, readonly string[]>> = {
  objective: [
    'objective|objectives|goal|goals|aim|aims|purpose|mission|marketing objective|campaign objective|project goals|ambition',
    'what do we want to achieve|what we want to achieve|what should it achieve|the ask|the task|challenge|the challenge|task',
    '目标|目的|目標|项目目标|项目目的|传播目标|传播目的|营销目标|营销目的|推广目标|推广目的|活动目标|活动目的|沟通目标|品牌目标|商业目标|本次目标|传播任务|课题|專案目標|傳播目標|行銷目標',
  ],
  audience: [
    'audience|audiences|target audience|target audiences|target group|target market|target customer|target customers|target consumer|target consumers',
    'who are we talking to|who is it for|who it is for|who is this for|consumer profile|personas|persona|customer profile|ta',
    '目标受众|受众|目标人群|目标消费者|目标用户|目标客户|目标客群|核心人群|人群画像|用户画像|消费者画像|受众人群|传播对象|沟通对象|目标群体|人群|目標受眾|受眾|目標族群|目標客群|目標消費者',
  ],
  keyMessage: [
    'key message|key messages|core message|main message|single-minded proposition|single minded proposition|smp|proposition|key takeaway|key takeaways',
    'message|messages|messaging|what do we want to say|what we want to say|what should they remember|usp|selling point|selling points|key selling points|the one thing to say',
    '核心诉求|诉求点|诉求|核心信息|关键信息|主要信息|传播信息|核心卖点|卖点|主张|核心主张|品牌主张|传播主题|核心概念|沟通信息|主诉求|核心訊息|關鍵訊息|訴求|賣點',
  ],
  kpis: [
    'kpi|kpis|kpi targets|kpi goals|success metrics|success criteria|metrics|measures of success|measurement|expected results|expected outcomes|expected outcome|success|targets|how will we measure success|what does success look like|results expected',
    '预期效果|预期结果|预期成果|期望结果|考核指标|衡量指标|评估指标|效果指标|效果评估|衡量标准|成功标准|成功指标|指标|关键指标|kpi目标|目标kpi|传播kpi|kpi指标|kpi要求|数据指标|量化目标|預期效果|預期成效|衡量指標',
  ],
  mandatories: [
    'mandatory|mandatories|mandatory elements|must-have|must-haves|must have|must haves|musts|constraints|restrictions|limitations|requirements|considerations|guidelines|brand guidelines',
    'dos and donts|do’s and don’ts|dos and don’ts|do’s & don’ts|dos & donts|donts|no-gos|no-go|legal|legal requirements|legal line|things to avoid|what to avoid|please note|tone of voice|tone and manner',
    '必备元素|必备元素与限制条件|限制条件|限制|注意事项|必要元素|必须元素|必须包含|必须出现|硬性要求|强制要求|要求|设计要求|具体要求|执行要求|法务要求|法律要求|合规要求|禁忌|禁用|品牌规范|规范|调性|调性要求|避免|必備元素|注意事項|限制條件',
  ],
  budget: [
    'budget|budgets|budget range|budget breakdown|cost|costs|investment|spend|fee|fees|how much|price range|our budget|total budget|media budget|production budget',
    '预算|项目预算|预算范围|预算框架|预算构成|总预算|费用|费用预算|报价|媒介预算|制作预算|活动预算|經費|預算|總預算|预算金额',
  ],
  deliverables: [
    'deliverable|deliverables|scope|scope of work|sow|output|outputs|what we need|what do we need|what you need to deliver|assets|assets needed|formats|format|materials|items|work required|requirements list',
    '交付物|交付内容|交付清单|交付成果|产出|产出物|产出内容|输出物|输出内容|需求内容|制作内容|物料|物料清单|物料需求|工作内容|工作范围|服务范围|服务内容|需求清单|设计内容|内容需求|交付項目|產出|工作範圍|尺寸|尺寸规格|需要的物料|传播内容',
  ],
  dates: [
    'timing|timings|timeline|timelines|schedule|key dates|dates|milestones|milestone|time plan|timing plan|calendar|campaign period|period|timeframe|time frame|flight dates|when|important dates',
    '时间|时间表|时间节点|时间安排|时间规划|时间计划|关键时间|关键时间节点|关键节点|重要节点|重要时间|节点|排期|执行排期|排期表|项目排期|进度|进度安排|项目进度|周期|项目周期|活动时间|传播周期|投放周期|推广周期|時間|時程|時程表|時間表|排程|檔期',
  ],
  wantedOn: [
    'deadline|deadlines|due|due date|due by|wanted by|wanted date|needed by|need by|required by|delivery date|final delivery|launch date|launch|go-live|go live|go-live date|live date|on air|on-air date|by when',
    '截止时间|截止日期|截稿时间|交付时间|交付日期|交付期限|完成时间|完成日期|期限|上线时间|上线日期|投放时间|发布时间|上市时间|上市日期|交稿时间|交稿日期|截止|期望完成时间|希望完成时间|截止日|上線時間|上線日期|交期|交稿日',
  ],
  reason: [
    'background|the background|context|situation|why|why now|reason|reason for the brief|reasons|project background|brand background|business background|market background|the problem|problem|business problem|business challenge|introduction|overview|insight|insights|rationale',
    '背景|项目背景|品牌背景|市场背景|产品背景|传播背景|营销背景|活动背景|业务背景|需求背景|需求动因|动因|缘由|原因|项目缘起|项目概述|项目简介|概述|现状|市场现状|问题|洞察|為什麼|背景說明|專案背景|项目介绍',
  ],
};

const GUESSES: ReadonlyMap<string, QuestionGuess> = new Map(
  QUESTION_GUESSES.flatMap((guess) =>
    WORDS[guess].flatMap((row) => row.split('|')).map((word) => [word, guess] as const),
  ),
);

/** Words that name a question where they stand alone, and in a longer heading may be about anything. */
const ONLY_ALONE = new Set(
  (
    'launch|message|messages|messaging|when|why|task|success|period|problem|ta|format|formats|items|fee|due|mission|overview|context|' +
    'situation|materials|output|calendar|challenge|musts|targets|notes|introduction|on air|live date|问题|原因|现状|规范'
  ).split('|'),
);

/** No word of the list is longer, in either way of counting; parts of headings beyond it are not looked up. */
const LONGEST_WORD = Math.max(...[...GUESSES.keys()].map((word) => word.length));
/** As many pieces of a heading are looked at. */
const PIECES = 6;

/** As the list has it: without numbers before it, marks around it, and what stands in brackets. */
function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['`´‘]/g, '’')
    .replaceAll(/^[\s\p{P}\p{S}]*(?:第?[\d一二三四五六七八九十]+(?:\.\d+)*(?:部分|章|节)?[\s.、．)）:：]+)?/gu, '')
    .replaceAll(/[\s\p{P}\p{S}]+$/gu, '')
    .replaceAll(/\s+/g, ' ');
}

/**
 * The question that is named by a label, and by nothing else in it: `Budget`, `目标受众 / Target audience`, `Budget (net)`.
 * For what stands in the middle of a text, where a sentence may hold any of the words.
 */
export function namedBy(label: string): QuestionGuess | null {
  const whole = plain(label);
  if (whole.length > 3 * LONGEST_WORD) return null;
  const exact = GUESSES.get(whole);
  if (exact) return exact;
  const bare = whole.replaceAll(/\s*[([【].*$/gu, '').trim();
  const pieces = [bare, ...whole.split(/[()[\]【】/|,、&]|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u)];
  const named = pieces.slice(0, PIECES).flatMap((piece) => GUESSES.get(plain(piece)) ?? []);
  return named[0] ?? null;
}

/** The question that a heading is about: the longest word of the list in it. Of two as long, the first one in the heading. */
export function guessOf(heading: string): QuestionGuess | null {
  const named = namedBy(heading);
  if (named) return named;
  const text = plain(heading);
  const words = text.split(/[^\p{L}\p{N}’-]+/u).slice(0, 40);
  const found = [...runsOfWords(words), ...runsOfHan(text)].filter((run) => GUESSES.has(run) && !ONLY_ALONE.has(run));
  const longest = found.reduce((best, run) => (weight(run) > weight(best) ? run : best), '');
  return GUESSES.get(longest) ?? null;
}

/** A Chinese character says about as much as three letters. */
const weight = (word: string): number => word.length * (/\p{Script=Han}/u.test(word) ? 3 : 1);

/** Every run of up to six words. */
const runsOfWords = (words: readonly string[]): string[] =>
  words.flatMap((_, from) => [6, 5, 4, 3, 2, 1].map((count) => words.slice(from, from + count).join(' ')));

/** Every run of two to eight characters of a text that has Chinese in it; one alone is no word of the list. */
function runsOfHan(text: string): string[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const characters = text.slice(0, 60).split('');
  return characters.flatMap((_, from) =>
    [8, 7, 6, 5, 4, 3, 2].map((count) => characters.slice(from, from + count).join('')),
  );
}
