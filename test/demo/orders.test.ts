import { describe, expect, it } from 'vitest';
import { demoRecords, grouped, sumOf } from './records.ts';

const read = demoRecords();
const lines = read('orders');

describe('the orders of the demo', () => {
  it('have amounts of quantity × price × (1 − discount) to the cent', () => {
    for (const line of lines) {
      const exact = line.number('数量') * line.number('单价') * (1 - line.number('折扣率'));
      expect(Math.abs(line.number('订单金额') - exact)).toBeLessThan(0.005001);
    }
  });

  it('carry the date in their number and count the orders of a day', () => {
    for (const line of lines) {
      expect(line.text('订单编号')).toMatch(/^SO\d{8}-\d{4}$/);
      expect(line.text('订单编号').slice(2, 10)).toBe(line.text('下单日期').replaceAll('-', ''));
    }
  });

  it('have one customer, day and status each, and no product twice', () => {
    for (const order of grouped(lines, '订单编号').values()) {
      for (const header of ['客户编号', '下单日期', '订单状态']) expect(new Set(order.map((line) => line.text(header))).size).toBe(1);
      expect(new Set(order.map((line) => line.text('产品编号'))).size).toBe(order.length);
    }
  });

  it('are not older than their customer', () => {
    const created = new Map(read('customers').map((customer) => [customer.text('客户编号'), customer.text('创建时间').slice(0, 10)]));
    expect(lines.filter((line) => line.text('下单日期') < created.get(line.text('客户编号'))!)).toEqual([]);
  });

  it('end on the last day of the history', () => {
    expect(lines.at(-1)!.text('下单日期')).toBe('2026-10-31');
    expect(lines[0]!.text('下单日期').slice(0, 7)).toBe('2024-05');
  });

  it('are in every status, mostly completed, some paid in part', () => {
    const statuses = grouped(lines, '订单状态');
    expect([...statuses.keys()].toSorted()).toEqual(['已取消', '已完成', '已退款', '待付款']);
    expect(statuses.get('已完成')!.length / lines.length).toBeGreaterThan(0.85);
    const partly = statuses.get('已完成')!.filter((line) => Math.abs(line.number('已付金额')) < Math.abs(line.number('订单金额')));
    expect(partly.length).toBeGreaterThan(50);
    expect(statuses.get('已取消')!.every((line) => line.number('已付金额') === 0)).toBe(true);
  });

  it('have returns with every sign turned, and never cost more than they bring', () => {
    const returns = lines.filter((line) => line.number('数量') < 0);
    expect(returns.length).toBeGreaterThan(5);
    expect(returns.every((line) => line.number('订单金额') < 0 && (line.value('成本') === null || line.number('成本') < 0))).toBe(true);
    const known = lines.filter((line) => line.value('成本') !== null);
    expect(known.length / lines.length).toBeGreaterThan(0.9);
    expect(sumOf(known, '成本')).toBeLessThan(sumOf(known, '订单金额'));
  });

  it('leave unpaid for over 60 days what the customer list calls overdue', () => {
    const old = lines.filter((line) => line.text('下单日期') < '2026-09-01' && ['已完成', '待付款'].includes(line.text('订单状态')));
    const unpaid = new Map([...grouped(old, '客户编号')].map(([id, own]) => [id, sumOf(own, '订单金额') - sumOf(own, '已付金额')]));
    for (const customer of read('customers')) expect(customer.cents('逾期金额')).toBe(unpaid.get(customer.text('客户编号')) ?? 0);
  });
});

describe('the customers of the demo', () => {
  const buyers = [
    ...grouped(
      lines.filter((line) => line.text('订单状态') === '已完成'),
      '客户编号',
    ),
  ];

  it('are a heavy tail: about a fifth of the buyers make four fifths of the revenue', () => {
    const revenues = buyers.map(([, own]) => sumOf(own, '订单金额')).toSorted((left, right) => right - left);
    const total = revenues.reduce((sum, value) => sum + value, 0);
    const top = revenues.slice(0, Math.round(revenues.length * 0.2)).reduce((sum, value) => sum + value, 0);
    expect(top / total).toBeGreaterThan(0.75);
    expect(top / total).toBeLessThan(0.85);
  });

  it('include one-time buyers, long lost ones and ones without an order', () => {
    const orders = buyers.map(([, own]) => new Set(own.map((line) => line.text('下单日期'))));
    expect(orders.filter((days) => days.size === 1).length).toBeGreaterThanOrEqual(10);
    expect(orders.filter((days) => days.size > 2 && [...days].at(-1)! < '2025-10-31').length).toBeGreaterThanOrEqual(8);
    expect(read('customers').length - grouped(lines, '客户编号').size).toBeGreaterThanOrEqual(5);
  });

  it('include a seasonal buyer: three orders or more in each winter, none from March to September', () => {
    const months = buyers.map(([, own]) => own.map((line) => line.text('下单日期').slice(0, 7)));
    const seasonal = months.filter((own) => own.length > 6 && own.every((month) => ['10', '11', '12', '01'].includes(month.slice(5))));
    expect(seasonal).toHaveLength(1);
    for (const winter of ['2024-1', '2025-1']) expect(new Set(seasonal[0]!.filter((month) => month.startsWith(winter))).size).toBe(3);
  });
});
