import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/config/load.ts';
import { configText } from '../../../src/pipelines/init/init.ts';
import { tableReport } from '../table-report.ts';

const reports = [
  tableReport({ file: '订单.csv' }, 'orders', [
    ['订单编号', 'orders.order_id'],
    ['实付 "金额"', 'orders.amount'],
    ['备注\n第二行', null],
  ]),
  tableReport({ file: '订单.xlsx', sheet: 'Q3' }, 'orders', [['订单编号', 'orders.order_id']]),
  tableReport({ file: '-' }, 'customers', [['客户编号', 'customers.customer_id']]),
  tableReport({ file: 'x.xlsx', sheet: '说明' }, null, [['备注', null]]),
];

describe('configText', () => {
  it('is a config that means what was found', () => {
    expect(parseConfig(configText(reports, 'en'), 'c.yaml')).toEqual({
      ...parseConfig('', 'c.yaml'),
      sources: {
        customers: { columns: { customer_id: '客户编号' } },
        orders: { files: ['订单.csv', '订单.xlsx'], columns: { order_id: '订单编号', amount: '实付 "金额"' } },
      },
    });
  });

  it('lists columns without a field and tables without a role as comments on one line', () => {
    const text = configText(reports, 'zh-CN');
    expect(text).toContain('      ## 未识别的列：\n      ##   备注\\n第二行\n');
    expect(text).toContain('\n## x.xlsx › 说明: 不属于任何表，未使用\n');
  });

  it.each(['en', 'zh-CN'] as const)('names every other key with a default or example that is valid once the # is gone (%s)', (lang) => {
    const text = configText([], lang);
    const uncommented = text.replaceAll(/^#(?!#)/gm, '');
    const config = parseConfig(uncommented, 'c.yaml');
    expect(config).toMatchObject({
      lang: 'zh-CN',
      timezone: 'Asia/Shanghai',
      as_of: '2026-10-31',
      period: '2026-Q3',
      max_errors: 0,
      output: { limit: 50 },
    });
    expect(config.score.tier_names).toEqual(['A', 'B', 'C']);
    expect(parseConfig(text, 'c.yaml')).toEqual(parseConfig('', 'c.yaml'));
  });
});
