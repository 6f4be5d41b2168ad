import { describe, expect, it } from 'vitest';
import { demoRecords, grouped, sumOf } from './records.ts';

const read = demoRecords();
const deals = read('opportunities');

describe('the opportunities of the demo', () => {
  it('are open, won and lost, each with what its state needs', () => {
    const states = grouped(deals, '商机结果');
    expect([...states.keys()].toSorted()).toEqual(['赢单', '输单', '进行中'].toSorted());
    expect([...states.values()].every((own) => own.length > 40)).toBe(true);
    for (const deal of deals) {
      const state = deal.text('商机结果');
      expect(deal.text('结束日期') === '').toBe(state === '进行中');
      expect(deal.text('输单原因') !== '').toBe(state === '输单');
      expect(deal.text('赢单原因') !== '').toBe(state === '赢单');
      expect(deal.number('商机金额')).toBeGreaterThan(0);
      if (deal.text('结束日期') !== '') expect(deal.text('创建时间') <= deal.text('结束日期')).toBe(true);
    }
  });

  it('are, when won, an order of the same customer, day and amount', () => {
    const amounts = new Set(
      [...grouped(read('orders'), '订单编号').values()].map(
        (order) => `${order[0]!.text('客户编号')} ${order[0]!.text('下单日期')} ${sumOf(order, '订单金额')}`,
      ),
    );
    const won = deals.filter((deal) => deal.text('商机结果') === '赢单');
    const missing = won.filter((deal) => !amounts.has(`${deal.text('客户编号')} ${deal.text('结束日期')} ${deal.cents('商机金额')}`));
    expect(missing).toEqual([]);
  });
});

describe('the market of the demo', () => {
  it('has five industries in three years, with sizes that follow the growth', () => {
    const industries = grouped(read('market'), '行业');
    expect(industries.size).toBe(5);
    for (const years of industries.values()) {
      expect(years.map((year) => year.number('年份'))).toEqual([2024, 2025, 2026]);
      for (const step of [1, 2]) {
        const growth = years[step]!.number('市场规模') / years[step - 1]!.number('市场规模') - 1;
        expect(growth).toBeCloseTo(Number.parseFloat(years[step]!.text('增长率')) / 100, 5);
      }
    }
  });

  it('names the industries of the customers', () => {
    const named = new Set(read('market').map((year) => year.text('行业')));
    expect(read('customers').filter((customer) => !named.has(customer.text('所属行业')))).toEqual([]);
  });
});
