import { describe, expect, it } from 'vitest';
import { noDatedOrders } from '../../../src/pipelines/parts/dated-orders.ts';

const input = {
  role: 'orders',
  file: 'orders.csv',
  sheet: null,
  encoding: 'utf-8',
  rows_read: 60,
  rows_used: 0,
  rows_set_aside: 0,
  rows_rejected: 60,
  reasons: { 'date-invalid': 60 },
  sum_read: null,
  sum_used: null,
  sum_set_aside: null,
  sum_rejected: null,
  taken_off: {},
  sha256: '',
};
const purpose = { en: 'a forecast', 'zh-CN': '预测' };

describe('the refusal of files without dated orders', () => {
  it('says what became of rows that were all left out, and where to see why', () => {
    const error = noDatedOrders('nothing-to-forecast', purpose, { inputs: [input] });
    expect(error).toMatchObject({ code: 'nothing-to-forecast', exit: 'usage' });
    expect(error.text.en).toBe(
      'a forecast needs orders with a customer and a date; none is among the rows used of orders.csv (Orders, 0/60: the date is no date (60))',
    );
    expect(error.fix?.en).toMatch(/^crm-eval check FILES/);
  });

  it('asks for the order file, or for its columns, where there is none', () => {
    const customers = { ...input, role: 'customers', file: 'c.csv', rows_used: 60, reasons: {} };
    const error = noDatedOrders('no-cohorts', purpose, { inputs: [customers] });
    expect(error.text['zh-CN']).toBe('预测需要带客户和日期的订单；已使用的行中没有：c.csv (客户, 60/60)');
    expect(error.fix?.en).toMatch(/^add the order file/);
  });
});
