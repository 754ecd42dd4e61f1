import type { DayName } from '../kit/work-days.ts';

/** As the data marks a day that is off instead of another one, after its name. */
const SUBSTITUTE = / \((?:substitute day|更换日)\)$/u;

/**
 * What a holiday is called in both languages, as well as it is known: the data has few names in Chinese, and those in the characters
 * of Taiwan and Hong Kong.
 * @param one its name in English, or where there is none in its country's language
 * @param chinese its name in Chinese, or where there is none in its country's language
 */
export function holidayName({ name, substitute }: { name: string; substitute?: boolean }, chinese: string): DayName {
  const en = name.replace(SUBSTITUTE, '');
  const own = simplified(chinese.replace(SUBSTITUTE, ''));
  const zh = IN_CHINESE[en] ?? (IS_CHINESE.test(own) ? own : en);
  return substitute ? { en: `${en} (substitute day)`, zh: `${zh}（补休）` } : { en, zh };
}

/** Chinese and nothing else: a Japanese name has kana, or is left as it is. */
const IS_CHINESE = /^[\p{Script=Han}\d /()（）]+$/u;

const TRADITIONAL = '農曆節耶穌難復聖誕勞動別區紀後國慶陽個華開兒淸雙親靑藝禁菸記軍僑臺灣憲觀媽關爺賽週';
const SIMPLIFIED = '农历节耶稣难复圣诞劳动别区纪后国庆阳个华开儿清双亲青艺禁烟记军侨台湾宪观妈关爷赛周';
const CHARACTERS = new Map(Array.from(TRADITIONAL, (character, at) => [character, SIMPLIFIED.charAt(at)]));

const simplified = (text: string): string =>
  Array.from(text, (character) => CHARACTERS.get(character) ?? character).join('');

/** The holidays that many countries have, and those of the countries agencies and their clients work in most. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  'New Year’s Day': '元旦',
  "New Year's Day": '元旦',
  "New Year's Eve": '除夕',
  'New Year Holiday': '新年假期',
  Epiphany: '主显节',
  'Shrove Monday': '忏悔星期一',
  'Shrove Tuesday': '忏悔星期二',
  'Ash Wednesday': '圣灰星期三',
  'Carnival Monday': '狂欢节星期一',
  'Carnival Tuesday': '狂欢节星期二',
  'Maundy Thursday': '濯足节',
  'Good Friday': '耶稣受难日',
  'The day following Good Friday': '耶稣受难日翌日',
  'Easter Saturday': '复活节星期六',
  'Easter Sunday': '复活节',
  'Easter Monday': '复活节星期一',
  'Orthodox Easter': '东正教复活节',
  'Orthodox Easter Monday': '东正教复活节星期一',
  'Orthodox Good Friday': '东正教耶稣受难日',
  'Orthodox Christmas': '东正教圣诞节',
  'Ascension Day': '耶稣升天节',
  Pentecost: '圣灵降临节',
  'Whit Monday': '圣灵降临节星期一',
  'Corpus Christi': '基督圣体节',
  Assumption: '圣母升天节',
  "All Saints' Day": '诸圣节',
  "All Souls' Day": '追思节',
  'Immaculate Conception': '圣母无染原罪节',
  'Reformation Day': '宗教改革日',
  'Saint Joseph': '圣若瑟节',
  'Saints Peter and Paul': '圣伯多禄圣保禄节',
  'Christmas Eve': '平安夜',
  'Christmas Day': '圣诞节',
  'Boxing Day': '节礼日',
  "International Women's Day": '国际妇女节',
  'Labour Day': '劳动节',
  'May Day': '五一节',
  "Children's Day": '儿童节',
  "Mother's Day": '母亲节',
  'Early May bank holiday': '五月初银行假日',
  'Spring bank holiday': '春季银行假日',
  'Summer bank holiday': '夏季银行假日',
  "Saint Patrick's Day": '圣帕特里克节',
  "St. Patrick's Day": '圣帕特里克节',
  'Independence Day': '独立日',
  'Constitution Day': '宪法日',
  'Republic Day': '共和国日',
  'National Day': '国庆日',
  'National Holiday': '国庆日',
  'Unity Day': '统一日',
  'Liberation Day': '解放日',
  'Victory Day': '胜利日',
  'Revolution Day': '革命日',
  'Armistice Day': '停战日',
  'Remembrance Day': '阵亡将士纪念日',
  'Bastille Day': '法国国庆日',
  'Emancipation Day': '解放奴隶日',
  'Public Holiday': '公共假日',
  'Martin Luther King Jr. Day': '马丁·路德·金纪念日',
  "Washington's Birthday": '总统日',
  "Presidents' Day": '总统日',
  'Memorial Day': '阵亡将士纪念日',
  Juneteenth: '六月节',
  'Columbus Day': '哥伦布日',
  'Veterans Day': '退伍军人节',
  'Thanksgiving Day': '感恩节',
  Thanksgiving: '感恩节',
  'Day after Thanksgiving Day': '感恩节翌日',
  'Canada Day': '加拿大国庆日',
  'Family Day': '家庭日',
  'Victoria Day': '维多利亚日',
  'Civic Holiday': '公民日',
  'Australia Day': '澳大利亚国庆日',
  'Anzac Day': '澳新军团日',
  'ANZAC Day': '澳新军团日',
  'Waitangi Day': '怀唐伊日',
  "King's Birthday": '国王诞辰日',
  'Kings Day': '国王日',
  'Chinese New Year': '农历新年',
  'Founding of the Republic of China': '元旦',
  'National Day / Double Tenth Day': '双十节',
  'Qingming Festival': '清明节',
  'The first weekday after Christmas Day': '圣诞节后第一个工作日',
  'The second weekday after Christmas Day': '圣诞节后第二个工作日',
  'Korean New Year': '韩国春节',
  'Korean Thanksgiving': '中秋节（韩国）',
  'Coming of Age Day': '成人节',
  'Foundation Day': '建国纪念日',
  "Emperor's Birthday": '天皇诞生日',
  'Spring Equinox Day': '春分日',
  'Showa Day': '昭和日',
  'Greenery Day': '绿之日',
  'Marine Day': '海之日',
  'Mountain Day': '山之日',
  'Respect-for-the-Aged Day': '敬老日',
  'Autumnal Equinox Day': '秋分日',
  'Sports Day': '体育日',
  'Culture Day': '文化日',
  'Labor Thanksgiving Day': '勤劳感谢日',
  "Buddha's Birthday": '佛诞日',
  'Vesak Day': '卫塞节',
  Deepavali: '排灯节',
  'Hari Raya Puasa': '开斋节',
  'Hari Raya Haji': '哈芝节',
  'End of Ramadan (Eid al-Fitr)': '开斋节',
  'Feast of the Sacrifice (Eid al-Adha)': '宰牲节',
  'Arafat Day': '阿拉法特日',
  'Islamic New Year': '伊斯兰新年',
  'Day of Ashura': '阿舒拉节',
  'Birthday of Muhammad (Mawlid)': '圣纪节',
  "Laylat al-Mi'raj": '登霄节',
  'First day of Ramadan': '斋月首日',
};
