import { describe, expect, it } from 'vitest';
import { moneySection } from '../../../src/pipelines/check/money-section.ts';
import type { Finding, Input } from '../../../src/result/result.ts';

const finding = (code: string, level: Finding['level'], money?: number): Finding => ({
  code,
  level,
  file: null,
  sheet: null,
  line: null,
  cell: null,
  column: null,
  value: null,
  fix: null,
  count: 3,
  message: `of ${code}`,
  ...(money === undefined ? {} : { money }),
});
const inputs = [
  { role: 'orders', sum_used: 400 },
  { role: 'opportunities', sum_used: 9000 },
] as Input[];

describe('money in doubt', () => {
  it('has what touches money, notes as well, the most first, with its share of the orders that count', () => {
    const findings = [
      finding('amount-negative', 'info', -30),
      finding('names', 'error'),
      finding('line-duplicate', 'warning', 10),
      finding('line-duplicate', 'warning', 90),
      finding('money-left-out', 'warning', 500),
      finding('amount-zero', 'info', 0),
    ];
    const section = moneySection('en', findings, inputs);
    expect(section.place).toBe('answer');
    expect(section.rows).toEqual([
      {
        what: 'of line-duplicate',
        what_code: 'line-duplicate',
        money: 100,
        share: 0.25,
        times: 6,
        level: 'warning',
        level_code: 'warning',
        fix: null,
      },
      {
        what: 'of amount-negative',
        what_code: 'amount-negative',
        money: 30,
        share: 0.075,
        times: 3,
        level: 'note',
        level_code: 'info',
        fix: null,
      },
    ]);
  });

  it('is no part of the first screen where nothing touches money, and has no share where no order counts', () => {
    expect(moneySection('en', [finding('names', 'error')], inputs)).toMatchObject({ place: 'detail', rows: [] });
    expect(moneySection('zh-CN', [finding('line-duplicate', 'warning', 5)], []).rows).toMatchObject([{ share: null, level: '警告' }]);
  });
});
