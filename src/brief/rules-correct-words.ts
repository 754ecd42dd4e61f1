const listed = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split('|'));

/** Negations, numbers, days and what is said of people and of directions: put in another one's place they are never a typing error. */
const WEIGHING = new Set(
  listed([
    'not|no|none|never|without|within|cannot|nor|only|all|both|half|double|triple|once|twice|more|less|most|least|must|may|might',
    'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen',
    'nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|hundreds|thousands|millions',
    'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|next|quarter|quarterly',
    'january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|dec',
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|daily|weekly|monthly|yearly|hour|hours|days|weeks',
    'months|years|male|males|female|females|man|men|woman|women|boys|girls|before|after|from|until|above|below|north|south|east|west',
  ]),
);

/** Each Chinese sign is a word, and nearly every one is near every other: these are the ones that people decide by. */
const WEIGHING_HAN = new Set(
  [
    '不没未无非别勿莫否有可必须只仅',
    '〇零一二三四五六七八九十百千万亿两半双倍壹贰叁肆伍陆柒捌玖拾佰仟几',
    '年月日号周天时点分秒季旬早晚今明昨春夏秋冬初末',
    '元角块圆美欧英港折',
    '男女老少童青多大小高低长短上下前后左右内外里升降增减加涨跌进出买卖收付先始终开关新旧正反东南西北快慢轻重全部以达超',
  ].flatMap((signs) => Array.from(signs)),
);

/** A word of which another one changes what was agreed to. In lower case. */
export const weighs = (word: string): boolean => WEIGHING.has(word) || WEIGHING_HAN.has(word) || word.endsWith("n't");

const OPPOSING = ['un', 'in', 'im', 'il', 'ir', 'non', 'dis', 'a'] as const;
const OPPOSED = [
  ['in', 'de'],
  ['in', 'ex'],
  ['in', 'un'],
  ['im', 'ex'],
  ['im', 'em'],
  ['inter', 'exter'],
  ['inter', 'intra'],
  ['over', 'under'],
  ['out', 'in'],
  ['macro', 'micro'],
  ['maxi', 'mini'],
  ['pre', 'post'],
  ['pre', 'pro'],
  ['on', 'off'],
  ['up', 'down'],
] as const;

/** "Unlimited" is no way to spell "limited", nor "exclude" to spell "include". In lower case. */
export const isOpposite = (one: string, other: string): boolean =>
  OPPOSING.some((prefix) => one === `${prefix}${other}` || other === `${prefix}${one}`) ||
  OPPOSED.some(([a, b]) => isSwapped(one, other, a, b) || isSwapped(other, one, a, b));

const isSwapped = (one: string, other: string, a: string, b: string): boolean =>
  one.startsWith(a) && other.startsWith(b) && one.slice(a.length) === other.slice(b.length);
