import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { absoluteTerms } from '../../src/deliverable/rules-terms.ts';

const terms = (text: string) => absoluteTerms(text).map(({ term }) => term);

describe('absolute terms', () => {
  test.each([
    ['国家级品质，值得信赖', ['国家级']],
    ['最佳选择，最高级的享受', ['最佳', '最高级']],
    ['全国销量第一', ['第一']],
    ['行业第一品牌', ['第一']],
    ['独一无二的口味，史无前例的优惠', ['独一无二', '史无前例']],
    ['采用最先进的工艺', ['最先进']],
    ['最新科技，最受欢迎', ['最新科技', '最受欢迎']],
    ['顶级工艺打造的极品', ['顶级', '极品']],
    ['最多人选择', ['最多']],
    ['最长续航', ['最长']],
    ['世界之最', ['之最']],
    ['口碑NO.1，TOP 1 之选', ['NO.1', 'TOP1']],
    ['最低价', ['最低']],
    ['全球首发', ['全球首发']],
  ])('%s: what Article 9 forbids is found', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  test.each([
    '我们第一时间回复您',
    '第一季度上市，第一次打开',
    '第一百货公司',
    '第一个月免费',
    '最后三天',
    '最近更新，最终解释权归本公司所有',
    '每人最多购买两件，最少一件',
    '最早明天送达',
    '最新消息',
    '最佳食用期为三个月',
    '每个订单最高可减100元',
    '商品唯一识别码',
    '取绝对值',
    '国家级非物质文化遗产',
    '室内最高温度26度',
    '价值最大化',
    'top 10 of the week, No. 12',
    '夏日新品，清凉上市',
    '',
  ])('%s: what only sounds like it is passed over', (text) => {
    expect(terms(text)).toEqual([]);
  });

  test('are found behind a false friend, where it was one', () => {
    expect(absoluteTerms('第一时间，为您奉上第一的品质')).toEqual([{ term: '第一', at: 9 }]);
  });

  test('are found with blanks between their characters', () => {
    expect(absoluteTerms('本品 最 佳，国 家 级')).toEqual([
      { term: '最佳', at: 3 },
      { term: '国家级', at: 7 },
    ]);
    expect(terms('第 一 时间')).toEqual([]);
  });

  test('stand where they are said to stand, in any text, and nothing is found twice', () => {
    const piece = fc.oneof(
      fc.constantFrom('最佳', '第一', '第一时间', '国家级', '最后', '顶级', 'NO.1', ' ', '，', '\n'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12, size: 'max' }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const { term, at } of absoluteTerms(text)) {
          expect(at).toBeGreaterThanOrEqual(end);
          const rest = text.slice(at).replaceAll(/\s/gu, '');
          expect(rest.startsWith(term)).toBe(true);
          end = at + term.length;
        }
      }),
    );
  });
});
