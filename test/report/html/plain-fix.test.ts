import { describe, expect, it } from 'vitest';
import { plainFix, withoutOptions } from '../../../src/report/html/plain-fix.ts';

describe('what to do, for who runs no command', () => {
  it.each([
    ['if they are different customers: --map orders.customer_id.match=exact', 'if they are different customers'],
    [
      'name the column: --map orders.customer_id=HEADER, or export the orders with their customer',
      'name the column, or export the orders with their customer',
    ],
    ['to count placeholders as customers: --keep-placeholders', 'to count placeholders as customers'],
    ['read from the right columns: --map orders.order_id=HEADER, --map orders.customer_id=HEADER', 'read from the right columns'],
    ['if it is percents: --map orders.discount_rate=折扣; if money: --map orders.discount=折扣', 'if it is percents; if money'],
    ['where one means that: --map "opportunities.state.<won|lost>=To be decided"', 'where one means that'],
    ['若为不同客户：--map orders.customer_id.match=exact', '若为不同客户'],
    ['请指定列：--map orders.customer_id=列名，或导出带客户的订单', '请指定列，或导出带客户的订单'],
    ['name its columns: --map targets.value=HEADER --map targets.period_start=HEADER', 'name its columns'],
    ['where they are orders: --orders FILE', 'where they are orders'],
    ['to go by the orders: --as-of 2026-01-01', 'to go by the orders'],
  ])('%s has no option', (fix, text) => {
    expect(plainFix(fix)).toEqual({ text, isWhole: false });
  });

  it('is left as it is where it names none', () => {
    expect(plainFix('put them in order: base ≤ stretch ≤ challenge')).toEqual({
      text: 'put them in order: base ≤ stretch ≤ challenge',
      isWhole: true,
    });
  });

  it.each(['choose another --period, or add the orders of it', '或使用 --as-of 2026-01-01', 'run crm-eval load again'])(
    '%s cannot be followed without it',
    (fix) => {
      expect(plainFix(fix)).toEqual({ text: null, isWhole: false });
    },
  );

  it('leaves the rest of a sentence', () => {
    expect(withoutOptions('Add the file: --targets FILE; crm-eval schema targets lists the columns')).toBe(
      'Add the file; crm-eval schema targets lists the columns',
    );
  });
});
