import { describe, expect, it } from 'vitest';
import { demoRecords, grouped, sumOf } from './records.ts';
import type { DemoRecord } from './records.ts';

const read = demoRecords();
const targets = read('targets');

function of(level: string): DemoRecord[] {
  return targets.filter((target) => target.text('目标层级') === level);
}

describe('the targets of the demo', () => {
  it('cover the twelve months of 2026 for the company, four teams and twelve reps', () => {
    expect([of('公司').length, of('团队').length, of('个人').length]).toEqual([12, 48, 144]);
    const months = [...new Set(targets.map((target) => `${target.text('开始日期')} ${target.text('结束日期')}`))];
    expect(months).toHaveLength(12);
    expect(months[1]).toBe('2026-02-01 2026-02-28');
  });

  it.each(['目标值', '基准值'])('add up in %s: reps to their team, teams to the company, in every month', (header) => {
    for (const parent of [...of('公司'), ...of('团队')]) {
      const children = targets.filter(
        (target) => target.text('上级目标') === parent.text('目标对象') && target.text('开始日期') === parent.text('开始日期'),
      );
      expect(children).toHaveLength(parent.text('目标层级') === '公司' ? 4 : 3);
      expect(sumOf(children, header)).toBe(parent.cents(header));
    }
  });

  it('name the teams and reps of the rep list', () => {
    const teams = new Map(read('reps').map((rep) => [rep.text('姓名'), rep.text('所属团队')]));
    for (const target of of('个人')) expect(target.text('上级目标')).toBe(teams.get(target.text('目标对象')));
  });

  it('have as baseline what was completed in the same month of 2025', () => {
    const sold = read('orders').filter((line) => line.text('订单状态') === '已完成' && line.text('下单日期').startsWith('2025-'));
    const byMonth = grouped(of('公司'), '开始日期');
    for (const [start, [target]] of byMonth) {
      const month = sold.filter((line) => line.text('下单日期').slice(5, 7) === start.slice(5, 7));
      expect(target!.cents('基准值')).toBe(sumOf(month, '订单金额'));
    }
  });
});
