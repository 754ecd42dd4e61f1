/** An absolute term in a text. `at`: where it begins, in UTF-16 units from 0, as `String.prototype.slice` counts. */
export type FoundTerm = { term: string; at: number };

/**
 * Words that China's Advertising Law forbids in advertisements: Article 9 (3) names 国家级, 最高级 and 最佳 "and the like". What is like them
 * follows the practice of the market regulators, who hold 顶级 and 极品 to be, besides others.
 */
const ALONE = [
  '国家级',
  '世界级',
  '宇宙级',
  '顶级',
  '顶尖',
  '巅峰',
  '极品',
  '极致',
  '终极',
  '至尊',
  '独一无二',
  '独家',
  '绝无仅有',
  '史无前例',
  '前无古人',
  '空前绝后',
  '无与伦比',
  '无可比拟',
  '唯一',
  '首选',
  '首家',
  '首个',
  '首款',
  '全球首发',
  '全国首发',
  '全网首发',
  '销量冠军',
  '领袖品牌',
  '领导品牌',
  '填补国内空白',
  '万能',
  '绝对',
  '之最',
] as const;

/** What follows 最 in the longer ones of them; of the others the next character stands with it. */
const MOST_OF = [
  '先进',
  '优惠',
  '优秀',
  '高级',
  '高端',
  '便宜',
  '时尚',
  '流行',
  '受欢迎',
  '奢侈',
  '舒适',
  '大程度',
  '新技术',
  '新科学',
];
const MOST_NEW = ['科技', '工艺', '发明'].map((one) => `新${one}`);

/**
 * What sounds like one and is none: an order in time or place, a count, a date, advice on use, an official title (State Administration
 * for Market Regulation, Announcement 6 of 2023, guidelines on absolute terms, Articles 5 and 6).
 */
const FRIENDS = [
  // Order: 第一时间 is "at once", 第一季度 the first quarter.
  '第一(?:时间|次|步|天|日|周|年|月|季|期|届|代|批|部|集|章|节|条|款|项|页|课|讲|场|站|轮|局|回|幕|版|眼|线|手|印象|人称|反应|排|行|层|阶段|部分|财经|百|千|万|位数)',
  '第一个?(?:小时|星期|月|季度|十)',
  '最(?:后|近|终|末|初|早|迟|晚|少|起码|惠国|大化|优化|值)',
  // 最多 is "at most", but 最多人 a claim.
  '最多(?!人)',
  '最长(?:不|可|为)',
  '最(?:高|低|大|小|长)(?:可|不超|不得|限|气温|温度|消费|工资|起订|折扣额|面额)',
  `最新(?!${['技术', '科学', '科技', '工艺', '发明'].join('|')})`,
  '最佳(?:赏味|食用|饮用|使用|服用|保质|保存|观赏|观看|拍摄|阅读|浏览)',
  '唯一(?:识别|标识|编号|编码|性|码)',
  '绝对(?:值|化|路径|温度|湿度)',
  '国家级(?:非物质|非遗|自然保护|风景名胜|湿地|森林)',
  '万能(?:胶|表|键|钥匙)',
];

/** Blanks between the characters hide nothing. */
const spaced = (word: string): string => Array.from(word).join(String.raw`\s*`);

const longestFirst = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(spaced)
    .join('|');

const TERMS = new RegExp(
  [
    // A friend is matched before the term that it begins with, and is then passed over.
    `(?<friend>${FRIENDS.map((one) => one.replaceAll(/(\p{Script=Han})(?=(?:\(\?:)?\p{Script=Han})/gu, String.raw`$1\s*`)).join('|')})`,
    longestFirst(ALONE),
    String.raw`最\s*(?:${longestFirst([...MOST_OF, ...MOST_NEW])}|\p{Script=Han})`,
    String.raw`第\s*一`,
    String.raw`(?<![a-z0-9])(?:no\s*[.．]\s*|top\s*)1(?!\p{N})`,
  ].join('|'),
  'giu',
);

/**
 * The absolute terms in a text that is shown in mainland China, in their order. It points at what somebody should look at: whether a term is
 * allowed where it stands, they decide.
 * @returns each term without the blanks in it, and where it begins
 */
export function absoluteTerms(text: string): FoundTerm[] {
  return [...text.matchAll(TERMS)].flatMap((found) =>
    found.groups?.['friend'] === undefined ? [{ term: found[0].replaceAll(/\s/gu, ''), at: found.index }] : [],
  );
}
