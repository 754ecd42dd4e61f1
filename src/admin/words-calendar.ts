import type { QuestionWords } from '../kit/form.ts';
import { catalogue, type Texts } from '../kit/i18n.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { calendarForm, CalendarQuestion, CalendarRefusals } from './model-calendar.ts';

/** The sentences of the working days, with what each names. */
type Words = RefusalTexts<CalendarRefusals> &
  QuestionWords<typeof calendarForm> & { [Q in CalendarQuestion as `name.${Q}`]: null } & {
    button: null;
    title: null;
    intro: null;
    ours: null;
    change: null;
    clients: null;
    clientsIntro: null;
    noClients: null;
    chooseClient: null;
    ofClient: { client: string };
    ofOurs: null;
    clientLine: { client: string; when: string };
    moreClients: { count: number };
    save: null;
    saved: null;
    close: null;
    cancel: null;
    noRegion: null;
    region: { region: string; code: string };
    hours: { days: string; from: string; to: string; zone: string };
    range: { from: string; to: string };
    ownZone: null;
    next: null;
    nextOff: { day: string; name: string };
    nextOffUnnamed: { day: string };
    nextWorked: { day: string; name: string };
    nextWorkedUnnamed: { day: string };
    nothingNext: null;
    unknownYear: { year: string };
    clash: null;
    clashNow: { question: string; text: string };
    clashNothing: { question: string };
  };

const en: Texts<Words> = {
  button: 'Working days',
  title: 'Working days',
  intro:
    'Reminders and daily posts come in working time only, and a day on which somebody does not work is pointed out.',
  ours: 'The agency',
  change: 'Change',
  clients: 'Clients',
  clientsIntro: 'A client that is not listed works from Monday to Friday, 09:00 to 18:00, without public holidays.',
  noClients: 'There are no clients yet. The first project of a client makes it known here.',
  chooseClient: 'Client’s working days',
  ofClient: 'Client: {client}',
  ofOurs: 'Working days of the agency',
  clientLine: '{client}: {when}',
  moreClients: 'and {count, plural, one {# more client} other {# more clients}}',
  save: 'Save working days',
  saved: 'Saved.',
  close: 'Close',
  cancel: 'Cancel',
  noRegion: 'No public holidays',
  region: 'Public holidays of {region} ({code})',
  hours: '{days}, {from} to {to}, {zone}',
  range: '{from} to {to}',
  ownZone: 'by the clock of whoever runs the project, or of the client’s contact',
  next: 'Next:',
  nextOff: '{day}: {name}',
  nextOffUnnamed: '{day}: day off',
  nextWorked: '{day}: worked ({name})',
  nextWorkedUnnamed: '{day}: worked',
  nothingNext: 'No days off are known.',
  unknownYear:
    'The official days of {year} are not known yet. Wherever a day of that year is chosen, that is pointed out.',
  clash:
    'Another administrator changed this while you were writing. What you entered is still here; saving again replaces theirs.',
  clashNow: '{question} is now: {text}',
  clashNothing: '{question}: nothing any more',
  'region.label': 'Whose public holidays are kept?',
  'region.placeholder': 'England',
  'region.hint': 'A country or a part of one, by name or code: China, Hong Kong, England, US-CA. Empty: none.',
  'zone.label': 'By which clock?',
  'zone.placeholder': 'Europe/London',
  'zone.hint':
    'A zone or its city: Asia/Shanghai, London. Empty: that of whoever runs the project, or of the client’s contact.',
  'weekdays.label': 'On which weekdays is there work?',
  'weekdays.placeholder': 'Choose',
  'weekdays.hint': 'Days that are worked instead of a holiday are known for China; enter others below.',
  'weekdays.mon': 'Monday',
  'weekdays.tue': 'Tuesday',
  'weekdays.wed': 'Wednesday',
  'weekdays.thu': 'Thursday',
  'weekdays.fri': 'Friday',
  'weekdays.sat': 'Saturday',
  'weekdays.sun': 'Sunday',
  'from.label': 'From',
  'from.placeholder': '09:00',
  'from.hint': 'Nobody is reminded before.',
  'to.label': 'To',
  'to.placeholder': '18:00',
  'to.hint': 'Due on a day means by then.',
  'days.label': 'Days of its own',
  'days.placeholder': '2026-12-24 off Christmas Eve',
  'days.hint': 'One a line: the day, “off” or “working”, and its name. They go before the official days.',
  'name.region': 'Public holidays',
  'name.zone': 'Clock',
  'name.weekdays': 'Weekdays',
  'name.from': 'From',
  'name.to': 'To',
  'name.days': 'Days of its own',
  'calendar.regionUnknown':
    'Liaison knows no public holidays of a place with this name. Enter a country by its name or its code, such as Germany or DE.',
  'calendar.regionUnclear': 'It is not clear which place is meant. Enter one of these, by name or code: {nearest}.',
  'calendar.zoneUnknown': 'No zone has this name. Enter one such as Asia/Shanghai or Europe/London.',
  'calendar.zoneUnclear': 'No zone has this name. Near it are: {nearest}.',
  'calendar.notATime': 'This is not read as a time of day. Enter one such as 9:00 or 18:30.',
  'calendar.hoursTurned': 'Work ends after it begins. Enter a later time here.',
  'calendar.lineNotRead':
    'Line {number} is not clear: “{line}”. Enter the day, “off” or “working”, and a name: 2026-12-24 off Christmas Eve.',
  'calendar.dayTwice': '{day} is there twice. Keep one of the two lines.',
  'calendar.nameTooLong': 'The name in line {number} has more than {most} characters. Shorten it.',
  'calendar.tooManyDays': 'At most {most} days of its own. Take out those that are over.',
  'calendar.tooManyClients': 'At most {most} clients can have working days of their own.',
};

const zh: Texts<Words> = {
  button: '工作日',
  title: '工作日',
  intro: '提醒和进度通报只在工作时间发出；选到有人休息的日子时会当场提示。',
  ours: '我方',
  change: '修改',
  clients: '客户',
  clientsIntro: '未列出的客户按周一至周五 09:00 至 18:00 工作，不计公共假期。',
  noClients: '还没有客户。启动某个客户的第一个项目后，会出现在这里。',
  chooseClient: '客户的工作日',
  ofClient: '客户：{client}',
  ofOurs: '我方的工作日',
  clientLine: '{client}：{when}',
  moreClients: '另有 {count} 个客户',
  save: '保存工作日',
  saved: '已保存。',
  close: '关闭',
  cancel: '取消',
  noRegion: '不计公共假期',
  region: '按{region}（{code}）的公共假期',
  hours: '{days}，{from} 至 {to}，{zone}',
  range: '{from}至{to}',
  ownZone: '按项目负责人或客户对接人的当地时间',
  next: '接下来：',
  nextOff: '{day}：{name}',
  nextOffUnnamed: '{day}：放假',
  nextWorked: '{day}：上班（{name}）',
  nextWorkedUnnamed: '{day}：上班',
  nothingNext: '暂无已知假期。',
  unknownYear: '{year} 年的法定假期安排尚不可知。选到该年的日子时会提示。',
  clash: '您填写期间，另一位管理员修改了这里。您填写的内容仍然保留；再次保存会替换对方的内容。',
  clashNow: '{question}现为：{text}',
  clashNothing: '{question}：已清空',
  'region.label': '按哪里的公共假期？',
  'region.placeholder': '中国',
  'region.hint': '国家或地区的名称或代码：中国、香港、英格兰、US-CA。留空则不计公共假期。',
  'zone.label': '按哪里的时间？',
  'zone.placeholder': 'Asia/Shanghai',
  'zone.hint': '时区或城市名：Asia/Shanghai、London。留空则按项目负责人或客户对接人的当地时间。',
  'weekdays.label': '每周哪几天工作？',
  'weekdays.placeholder': '请选择',
  'weekdays.hint': '中国的调休上班日已自动计入；其他的请在下面填写。',
  'weekdays.mon': '周一',
  'weekdays.tue': '周二',
  'weekdays.wed': '周三',
  'weekdays.thu': '周四',
  'weekdays.fri': '周五',
  'weekdays.sat': '周六',
  'weekdays.sun': '周日',
  'from.label': '上班时间',
  'from.placeholder': '9:00',
  'from.hint': '在此之前不发提醒。',
  'to.label': '下班时间',
  'to.placeholder': '18:30',
  'to.hint': '某日到期即指当天此时之前。',
  'days.label': '自行设定的日子',
  'days.placeholder': '2026-12-24 放假 平安夜',
  'days.hint': '每行一个：日期、“放假”或“上班”、名称。优先于法定安排。',
  'name.region': '公共假期',
  'name.zone': '时间',
  'name.weekdays': '工作的星期',
  'name.from': '上班时间',
  'name.to': '下班时间',
  'name.days': '自行设定的日子',
  'calendar.regionUnknown': 'Liaison 不知道该地的公共假期。请填写国家或地区的名称或代码，例如德国或 DE。',
  'calendar.regionUnclear': '无法确定是哪里。请按名称或代码填写其中之一：{nearest}。',
  'calendar.zoneUnknown': '没有这个时区。请填写例如 Asia/Shanghai 或 Europe/London。',
  'calendar.zoneUnclear': '没有这个时区。相近的有：{nearest}。',
  'calendar.notATime': '无法读作时间。请填写例如 9:00 或 18:30。',
  'calendar.hoursTurned': '下班须晚于上班。请在此填写更晚的时间。',
  'calendar.lineNotRead':
    '第 {number} 行看不明白：“{line}”。请填写日期、“放假”或“上班”、名称：2026-12-24 放假 平安夜。',
  'calendar.dayTwice': '{day} 出现了两次。请只保留一行。',
  'calendar.nameTooLong': '第 {number} 行的名称超过 {most} 个字符。请缩短。',
  'calendar.tooManyDays': '最多自行设定 {most} 天。请删去已经过去的。',
  'calendar.tooManyClients': '最多可为 {most} 个客户单独设定工作日。',
};

/** The sentences of the working days, in both languages. */
export const calendarWords = catalogue<Words>({ en, zh });
