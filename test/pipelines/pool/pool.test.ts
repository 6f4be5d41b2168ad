import { describe, expect, it } from 'vitest';
import { poolCard } from '../../../src/pipelines/pool/card.ts';
import { factOf, lines } from './pool-facts.ts';
import { poolFiles } from './run-pool.ts';

const leads = lines(
  '线索编号,公司名称,负责人,线索状态,创建时间,转化时间',
  'L1,海川,,待分配,2026-01-10 09:00:00,',
  'L2,远望,张三,已转化,2026-02-10 09:00:00,2026-04-05 09:00:00',
);

describe('pool', () => {
  it('has sections of its card that hold anything, in their order', async () => {
    const { sections } = await poolFiles({ '线索.csv': leads }, { asOf: '2026-04-30' });
    const ids = sections.map(({ id }) => id);
    expect(poolCard.sections.map(({ id }) => id as string).filter((id) => ids.includes(id))).toEqual(ids);
    expect(ids).toContain('overview');
  });

  it('counts all leads, and those of the last three months that are over', async () => {
    const result = await poolFiles({ '线索.csv': leads }, { asOf: '2026-04-30' });
    expect(result.period).toEqual({ from: '2026-02-01', to: '2026-05-01' });
    expect(factOf(result, 'overview', 'leads')).toMatchObject({ value: 2 });
    expect(factOf(result, 'overview', 'in_pool')).toMatchObject({ value: 1 });
    expect(factOf(result, 'overview', 'conversion_rate')).toMatchObject({ value: 1, n: 1 });
    expect(factOf(result, 'overview', 'utilisation_rate')).toBeUndefined();
  });

  it('says of a list without dates and owners what it can', async () => {
    const bare = lines('Lead ID,Lead Source,Converted', '1,Web,1', '2,Web,0', '3,Fair,0');
    const result = await poolFiles({ 'Leads.csv': bare });
    expect(result.period).toBeNull();
    expect(result.answer).toEqual(['3 leads, 33% of them converted.']);
    const overview = result.sections.find(({ id }) => id === 'overview');
    expect(overview?.kind === 'facts' && overview.facts.map(({ id }) => id)).toEqual([
      'leads',
      'leads_converted',
      'conversion_rate_all',
      'lost',
      'open_leads',
    ]);
  });

  it('is refused without leads', async () => {
    await expect(poolFiles({ 'orders.csv': lines('订单编号,客户编号,下单日期,金额', '1,A,2026-01-05,10') })).rejects.toMatchObject({
      code: 'no-leads',
      exit: 'usage',
    });
  });

  it('divides the cost by the leads that have one', async () => {
    const costs = lines(
      '线索编号,创建时间,转化时间,线索成本',
      'L1,2026-03-01 09:00:00,2026-03-20 09:00:00,100',
      'L2,2026-03-02 09:00:00,,50',
      'L3,2026-03-03 09:00:00,2026-03-20 09:00:00,',
      'L4,2026-03-04 09:00:00,,',
      'L5,2025-03-04 09:00:00,2025-03-20 09:00:00,900',
    );
    const result = await poolFiles({ '线索.csv': costs }, { asOf: '2026-04-30' });
    expect(factOf(result, 'overview', 'cost')).toMatchObject({ value: 150 });
    expect(factOf(result, 'overview', 'cost_per_lead')).toMatchObject({ value: 75, n: 2 });
    expect(factOf(result, 'overview', 'cost_per_customer')).toMatchObject({ value: 150, n: 1 });
  });
});
