import { describe, expect, it } from 'vitest';
import { crossSellFinding, crossSellNote } from '../../../src/pipelines/report/cross-sell-words.ts';
import type { Fact } from '../../../src/result/result.ts';
import { facts, resultOf, runsOf } from './parts.ts';

const runs = (values: Readonly<Record<string, number>>) => runsOf(resultOf('cross-sell', [facts('overview', values)]));

describe('the chapter of cross-selling', () => {
  it('says how many customers lack something, and what their first offers promise', () => {
    expect(crossSellFinding(runs({ offered_customers: 1080, expected_value: 102_136.4 }), {})).toEqual({
      en: '1,080 customers lack what others like them buy: 102,136 expected',
      'zh-CN': '1,080 位客户尚未购买同类客户会买的品项，期望 102,136',
    });
    expect(crossSellFinding(runs({ offered_customers: 3 }), {})?.en).toBe('3 customers lack what others like them buy');
    expect(crossSellFinding(runs({ offered_customers: 0 }), {})?.['zh-CN']).toBe('没有客户缺少同类客户会买的品项');
    expect(crossSellFinding(runsOf(), {})).toBeNull();
  });

  it('says below how such offers did on the past, or that nobody knows', () => {
    const overview = facts('overview', { hit_rate_rules: 0.2231, hit_rate_best_sellers: 0.2334, hit_rate_any: 0.1203 });
    const followed: Fact = { ...overview.facts[0]!, id: 'followed', type: 'text', value: 'best sellers lacked' };
    const told = { ...overview, facts: [...overview.facts.map((fact) => ({ ...fact, n: 1161 })), followed] };
    expect(crossSellNote(runsOf(resultOf('cross-sell', [told])))).toEqual({
      en: 'Of 1,161 such offers on past days 22.3% by the rules were taken up, of the best sellers that the same customers lacked 23.3%, of any item 12.0%. The list goes by: best sellers lacked.',
      'zh-CN':
        '用历史推荐日检验 1,161 个推荐：按规则命中 22.3%，未购买过的热销品项命中 23.3%，任意品项 12.0%。名单依据：best sellers lacked。',
    });
    expect(crossSellNote(runs({}))?.en).toBe('How good such offers are cannot be told yet: that takes a year of orders.');
  });
});
