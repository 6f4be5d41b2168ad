import { describe, expect, it } from 'vitest';
import { cohortAnswer } from '../../../src/pipelines/cohorts/answer.ts';
import { madeFacts } from '../made-sections.ts';

const figures = {
  repeat_rate: 0.7,
  retention_3: { value: 0.43, n: 136 },
  retention_12: 0.394,
  survival_12: 0.778,
  retention_newer: 0.28,
  retention_older: 0.35,
  retention_change: { value: -0.07, n: 80, low: -0.27, high: 0.14 },
  gross_retention: 0.769,
  net_retention: 0.91,
};
const said = (more: Parameters<typeof madeFacts>[1] = {}, lang: 'en' | 'zh-CN' = 'en') =>
  cohortAnswer([madeFacts('overview', { ...figures, ...more })], 'month').map((sentence) => sentence[lang]);

describe('the answer of cohorts', () => {
  it('says how many of a hundred come back, what last year’s customers bring, and what to do', () => {
    expect(said()).toEqual([
      'Customers of the year before spend 9% less than then (23% went with those who left or buy less, 14% came from those who buy more): win back what was lost; crm-eval compare names who buys less, crm-eval churn who is about to leave.',
      'Of 100 new customers 43 buy 3 months after their first purchase and 39 after 12 months; 78 keep buying for 12 months or longer; newer customers do not clearly differ from those before.',
    ]);
    expect(said({}, 'zh-CN')).toEqual([
      '上年的老客户近 12 个月消费减少 9%（因流失或少买减少 23%，因多买增加 14%）：请先挽回流失的收入，crm-eval compare 列出少买的客户，crm-eval churn 列出即将流失的客户。',
      '每 100 个新客户中，首购后第 3 个月有 43 个购买，第 12 个月有 39 个；78 个在 12 个月后仍会购买；新近的客户与此前的无明显差别。',
    ]);
  });

  it('calls newer cohorts worse or better only where chance does not explain it, and asks why they are worse', () => {
    const worse = said({ retention_change: { value: -0.07, n: 800, low: -0.12, high: -0.02 } });
    expect(worse[0]).toBe(
      'Newer customers come back less often than those before (28 against 35): find out what changed in how customers are won and looked after; the table shows since when.',
    );
    expect(worse[1]).not.toContain('newer customers');
    expect(worse[2]).toMatch(/^Customers of the year before spend 9% less than then/);
    const better = said({ retention_newer: 0.5, retention_change: { value: 0.15, n: 800, low: 0.1, high: 0.2 } });
    expect(better[1]).toContain('newer customers come back more often than those before (50 against 35)');
  });

  it('asks for a second purchase where most bought once and nothing else is known, and says that few are behind it', () => {
    const few = { retention_3: { value: 0.1, n: 40 }, retention_12: null, survival_12: null, retention_change: null, net_retention: null };
    expect(said({ ...few, repeat_rate: 0.25 })).toEqual([
      '75% of all customers have bought only once: bring new ones to a second purchase soon.',
      'Of 100 new customers 10 buy 3 months after their first purchase; only 40 customers are behind these shares, so take them as rough.',
    ]);
  });

  it('says what is well where nothing calls for action', () => {
    expect(said({ net_retention: 1.05 })[0]).toBe(
      'Customers of the year before spend 5% more than then (23% went with those who left or buy less, 28% came from those who buy more): nothing here calls for action; crm-eval churn names who is about to leave.',
    );
    expect(said({ net_retention: null })[0]).toMatch(/^Newer customers do not clearly differ from those before: nothing here/);
    expect(said({ net_retention: null, retention_change: null }, 'zh-CN')[0]).toBe('目前无需特别处理，crm-eval churn 列出即将流失的客户。');
  });

  it('says that the orders are too short where no cohort is old enough', () => {
    expect(said({ retention_3: null })).toEqual(['The orders do not reach far enough to say how many customers come back.']);
  });
});
