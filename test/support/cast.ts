import type { Person } from '../../sandbox/driver/person.ts';
import { answerWords } from '../../src/approval/words-answers.ts';
import { homeWords } from '../../src/home/words.ts';
import { briefWords } from '../../src/brief/words.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { projectWords } from '../../src/project/words.ts';
import type { Stage } from './stage.ts';

/** What somebody is to the project that the scenes are about. */
export const ROLES = ['manager', 'teammate', 'approver', 'contact', 'freelancer', 'colleague', 'stranger'] as const;
export type Role = (typeof ROLES)[number];

/** Who is refused what is the team's, what is the account manager's alone, and what is the approver's. */
export const NOT_ON_THE_TEAM = [
  'colleague',
  'contact',
  'freelancer',
  'approver',
  'stranger',
] as const satisfies readonly Role[];
export const ALL_BUT_MANAGER = ['teammate', ...NOT_ON_THE_TEAM] as const satisfies readonly Role[];
export const ALL_BUT_APPROVER = [
  'manager',
  'teammate',
  'colleague',
  'contact',
  'freelancer',
] as const satisfies readonly Role[];

/** Who plays whom, in which language, and what they call things. */
export type Cast = {
  locale: Locale;
  people: Readonly<Record<Role, string>>;
  /** Shared with the client. */
  channel: string;
  client: string;
  names: readonly [first: string, second: string];
  reason: string;
};

/** The approver is a Slack Connect partner; the contact a guest; the freelancer a guest on the agency's side. */
export const ENGLISH: Cast = {
  locale: 'en',
  people: {
    manager: 'mei',
    teammate: 'ines',
    approver: 'dana',
    contact: 'olivia',
    freelancer: 'kai',
    colleague: 'tom',
    stranger: 'zhou',
  },
  channel: '#acme-lantern',
  client: 'Acme',
  names: ['Spring launch', 'Summer sale'],
  reason: 'Line 2: families, not students',
};

/** The approver is a guest; the contact is another client's. */
export const CHINESE: Cast = {
  locale: 'zh',
  people: {
    manager: 'xia',
    teammate: 'hao',
    approver: 'zhou',
    contact: 'olivia',
    freelancer: 'kai',
    colleague: 'wei',
    stranger: 'dana',
  },
  channel: '#yunshan-lantern',
  client: '云山茶',
  names: ['春茶上市', '夏季促销'],
  reason: '第二条：受众是家庭，不是学生',
};

/** Where the scenes have come to. */
export type Walk = {
  on: Stage;
  cast: Cast;
  /** `#name` of the project's team channel, once there is one. */
  team: string;
  as: (role: Role) => Person;
  words: {
    project: ReturnType<typeof projectWords.in>;
    brief: ReturnType<typeof briefWords.in>;
    answers: ReturnType<typeof answerWords.in>;
    home: ReturnType<typeof homeWords.in>;
  };
};

export function beginWalk(on: Stage, cast: Cast): Walk {
  const { locale, people } = cast;
  const words = {
    project: projectWords.in(locale),
    brief: briefWords.in(locale),
    answers: answerWords.in(locale),
    home: homeWords.in(locale),
  };
  return { on, cast, team: '', as: (role) => on.slack.as(people[role]), words };
}
