import { describe, expect, it } from 'vitest';
import { moneyLeftOut } from '../../../src/pipelines/parts/money-left-out.ts';
import type { Finding, Input } from '../../../src/result/result.ts';

const orders = { role: 'orders' } as Input;
const finding = {
  code: 'money-left-out',
  level: 'warning',
  count: 1079,
  money: 16_465_426,
  message: 'rows with 34% (16,465,426) of the money of the orders are in no figure: no customer; 66% (31,276,881) counts',
} as Finding;

describe('money that no figure has', () => {
  it('is a sentence of the answer', () => {
    expect(moneyLeftOut([orders], [finding], 'en')).toEqual([
      '1,079 rows with 34% (16,465,426) of the money of the orders are in no figure: no customer; 66% (31,276,881) counts.',
    ]);
  });

  it('is none where the command reads no orders, or the config makes it a note', () => {
    expect(moneyLeftOut([{ ...orders, idle: true }], [finding], 'en')).toEqual([]);
    expect(moneyLeftOut([orders], [{ ...finding, level: 'info' }], 'en')).toEqual([]);
  });
});
