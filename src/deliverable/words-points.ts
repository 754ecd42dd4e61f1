import { catalogue } from '../kit/i18n.ts';
import type { DELIVERABLE_KINDS } from './model.ts';
import type { CheckKey } from './model-points.ts';

type Words = { [K in CheckKey as `point.${K}`]: null } & {
  [K in (typeof DELIVERABLE_KINDS)[number] as `kind.${K}`]: null;
};

/** What is looked at before something leaves the house, and what kinds of things there are, in both languages. */
export const pointWords = catalogue<Words>({
  en: {
    'point.againstBrief': 'Checked against the brief',
    'point.typing': 'Typing and punctuation',
    'point.resolution': 'Resolution and colour',
    'point.size': 'Size and format',
    'point.logo': 'Logo',
    'point.priceDate': 'Prices and dates',
    'point.linkCode': 'Links and QR codes work',
    'point.legalLine': 'Legal line',
    'point.usageRights': 'Usage rights of pictures, music, fonts and people',
    'point.booking': 'Media schedule agrees with the booking',
    'point.sums': 'Sums, currency and tax are right',
    'point.absoluteTerms':
      'No absolute terms such as “the best” or “of national rank” (Advertising Law of China, Article 9)',
    'kind.print': 'Print',
    'kind.film': 'Film',
    'kind.social': 'Social',
    'kind.web': 'Web',
    'kind.outOfHome': 'Out of home',
    'kind.mediaPlan': 'Media plan',
    'kind.costEstimate': 'Cost estimate',
    'kind.other': 'Something else',
  },
  zh: {
    'point.againstBrief': '已对照简报检查',
    'point.typing': '文字与标点',
    'point.resolution': '分辨率与色彩',
    'point.size': '尺寸与格式',
    'point.logo': '标志',
    'point.priceDate': '价格与日期',
    'point.linkCode': '链接与二维码有效',
    'point.legalLine': '法律声明',
    'point.usageRights': '图片、音乐、字体与肖像的使用权',
    'point.booking': '媒介排期与预订一致',
    'point.sums': '金额、币种与税费无误',
    'point.absoluteTerms': '没有“国家级”“最高级”“最佳”等绝对化用语（《广告法》第九条）',
    'kind.print': '平面',
    'kind.film': '影片',
    'kind.social': '社交媒体',
    'kind.web': '网页',
    'kind.outOfHome': '户外',
    'kind.mediaPlan': '媒介计划',
    'kind.costEstimate': '报价单',
    'kind.other': '其他',
  },
});
