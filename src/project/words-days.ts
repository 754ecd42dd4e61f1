import { catalogue } from '../kit/i18n.ts';

type Side = { day: string; side: string };

/** What is said at once of a day that somebody chose: who does not work then, or whether that is not known yet. */
type Words = {
  off: Side & { name: string };
  offUnnamed: Side;
  weekend: Side;
  makeUp: Side & { name: string };
  makeUpUnnamed: Side;
  yearUnknown: { year: string; side: string };
};

const SIDE_EN = '{side, select, team {at the agency} client {at the client} other {on both sides}}';
const FOR_EN = '{side, select, team {for the agency} client {for the client} other {for both sides}}';
const SIDE_ZH = '{side, select, team {我方} client {客户方} other {双方}}';

export const dayWords = catalogue<Words>({
  en: {
    off: `{day} is {name} ${SIDE_EN}`,
    offUnnamed: `{day} is a day off ${SIDE_EN}`,
    weekend: `{day} is a weekend ${FOR_EN}`,
    makeUp: `{day} is worked ${SIDE_EN} ({name})`,
    makeUpUnnamed: `{day} is worked ${SIDE_EN} although it is usually a day off`,
    yearUnknown: `The official days of {year} are not known yet ${FOR_EN}; check again later`,
  },
  zh: {
    off: `{day}${SIDE_ZH}放假（{name}）`,
    offUnnamed: `{day}${SIDE_ZH}放假`,
    weekend: `{day}是${SIDE_ZH}的休息日`,
    makeUp: `{day}${SIDE_ZH}上班（{name}）`,
    makeUpUnnamed: `{day}${SIDE_ZH}上班（平时休息）`,
    yearUnknown: `${SIDE_ZH} {year} 年的法定假期安排尚不可知，届时请再核对`,
  },
});
