import type { Expected } from '../../forecast/leads/allocation/gains.ts';
import type { Localized } from '../../lib/localized.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { allocationParameters, allocationReads, openAllocation } from './parts/open-allocation.ts';

const interval = (id: string, title: Localized, meaning: Localized) => ({
  [id]: column.number(title, meaning),
  [`${id}_low`]: column.number(
    both(`${title.en}, low`, `${title['zh-CN']}下限`),
    both('Lower end of its 95% interval: over the rates that reps may have.', '其 95% 区间下限：按各销售可能的转化率。'),
  ),
  [`${id}_high`]: column.number(
    both(`${title.en}, high`, `${title['zh-CN']}上限`),
    both('Upper end of its 95% interval.', '其 95% 区间上限。'),
  ),
});

const ends = (id: string, { value, low, high }: Expected) => ({ [id]: value, [`${id}_low`]: low, [`${id}_high`]: high });

export const allocationPlans = defineMetric({
  id: 'allocation_plans',
  question: both('How many conversions are to be expected of each way to give out the leads?', '各种分配方式预期带来多少转化？'),
  grain: ['plan'],
  columns: {
    plan: column.id(
      both('Plan', '方案'),
      both(
        'today: leads stay as they are, and nobody works those in the pool; in_turn: all dealt out anew in turn, within the limits; by_strength: to whom they are likeliest to convert with, within the limits.',
        'today：维持现状，公海中的无人跟进；in_turn：在限额内逐条轮流分配；by_strength：在限额内分给最可能转化的销售。',
      ),
    ),
    is_proposed: column.flag(
      both('Proposed', '建议'),
      both('Whether it is the one that lead_allocation has.', '是否为 lead_allocation 采用的方案。'),
    ),
    leads: column.count(both('Leads with a rep', '有人承接'), both('Leads that somebody has.', '有销售承接的线索数。'), { unit: 'leads' }),
    ...interval(
      'expected',
      both('Conversions', '预期转化'),
      both(
        'Conversions to be expected of them, at the likely rates of leads of their kind and age when they were taken.',
        '按同类且存续时长相同的线索取得后的估计转化率计的预期转化数。',
      ),
    ),
    ...interval(
      'more_than_in_turn',
      both('More than in turn', '比轮流多'),
      both('Less those of dealing in turn, both with the same rates.', '与轮流分配之差，双方用同一组转化率。'),
    ),
    ...interval(
      'more_than_today',
      both('More than today', '比现状多'),
      both(
        'Less those of today, both with the same rates: those in the pool would convert nobody there.',
        '与现状之差，双方用同一组转化率；公海中的线索按无人跟进计。',
      ),
    ),
  },
  ...allocationReads,
  source: 'Expected conversions of allocation_flows; intervals: draws of all rates of a fixed seed, the same for all plans.',
  parameters: allocationParameters,
  compute: async (settings, read) => {
    const found = await openAllocation(read, settings);
    if (found === null) return [];
    const proposed = found.reason === 'strength' ? 'by_strength' : 'in_turn';
    return found.plans.map(({ plan, leads, expected, moreThanInTurn, moreThanToday }) => ({
      plan,
      is_proposed: plan === proposed,
      leads,
      ...ends('expected', expected),
      ...ends('more_than_in_turn', moreThanInTurn),
      ...ends('more_than_today', moreThanToday),
    }));
  },
});
