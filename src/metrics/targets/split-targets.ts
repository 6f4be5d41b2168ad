import { z } from 'zod';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameter.ts';
import { exactSum } from './parts/exact-sum.ts';
import { periodsOf, readSplit } from './parts/split.ts';

export const splitTargets = defineMetric({
  id: 'split_targets',
  question: both('Which target does each owner get in each period?', '每个对象在每个期间的目标是多少？'),
  grain: ['ambition', 'level', 'owner', 'period_start'],
  columns: {
    target_order: column.count(
      both('Place', '顺序'),
      both('By ambition, owner and period; each owner before what it is made of.', '按档位、对象、期间；上级先于下级。'),
    ),
    ambition: column.id(
      both('Ambition', '档位'),
      both('base, and stretch and challenge where they are asked for.', 'base 目标；要求时另有 stretch 冲刺、challenge 挑战。'),
    ),
    level: column.id(
      both('Level', '层级'),
      both('company, team, rep, customer or product.', 'company 公司、team 团队、rep 个人、customer 客户、product 产品。'),
    ),
    owner: column.text(both('Owner', '目标对象'), both('As in split_weights; empty for the company.', '同 split_weights；公司为空文本。')),
    parent: column.text(
      both('Part of', '上级目标'),
      both('Whose target it is a part of; empty: the company.', '所属上级目标的对象；空文本为公司。'),
      {
        empty: both('It is the company.', '公司本身。'),
      },
    ),
    period_start: column.date(both('From', '开始日期'), both('First day.', '第一天。')),
    period_end: column.date(both('To', '结束日期'), both('Last day.', '最后一天。')),
    value: column.wide(
      both('Target', '目标值'),
      both(
        'Parts add up to what they are parts of in every period, and periods to the whole, exactly.',
        '任一期间内下级之和等于上级，各期之和等于总数，分毫不差。',
      ),
    ),
    baseline: column.wide(
      both('Baseline', '基准值'),
      both('What the same months brought when they were last over.', '相同月份最近一次结束时的实际值。'),
      {
        empty: both('The orders do not cover them.', '订单未覆盖。'),
      },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['split_owners', 'split_plan', 'split_weights', 'split_months', 'sales_months', 'sales_days', 'rep_names', 'customer_potential'],
  usesIfComputed: ['target_rows', 'target_slips'],
  source:
    'Definition: totals by largest remainders, then tables of owners and months by controlled rounding: Cox (1987), JASA 82, 520-524; seasons of products by iterative proportional fitting.',
  parameters: z.object({ as_of: asOf, targets }),
  compute: async ({ as_of, targets: { split, calendar } }, read) => {
    const made = as_of === null ? null : await readSplit(read, { asOf: as_of, split, calendar });
    if (made === null) return [];
    const periods = periodsOf(made.plan.months, split.each);
    const rows = [...made.targets].flatMap(([ambition, owners]) =>
      owners.flatMap(({ owner, values, baselines }) =>
        periods.map(({ start, end, from, to }) => {
          const before = baselines.slice(from, to);
          return {
            ambition,
            level: owner.level,
            owner: owner.owner,
            parent: owner.parent,
            period_start: start,
            period_end: end,
            value: exactSum(values.slice(from, to)),
            baseline: before.includes(null) ? null : exactSum(before as number[]),
          };
        }),
      ),
    );
    return rows.map((row, place) => ({ target_order: place + 1, ...row }));
  },
});
