import { z } from 'zod';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameter.ts';
import { exactSum } from './parts/exact-sum.ts';
import { readSplit } from './parts/split.ts';

const noBound = { empty: both('There is none.', '没有。') };

export const splitOwners = defineMetric({
  id: 'split_owners',
  question: both('What does each owner get in all, against what it reached the year before?', '每个对象共分得多少，较上年如何？'),
  grain: ['level', 'owner'],
  columns: {
    place: column.count(both('Place', '顺序'), both('The company first, each before what it is made of.', '公司在前，上级先于下级。')),
    level: column.id(
      both('Level', '层级'),
      both('company, team, rep, customer or product.', 'company 公司、team 团队、rep 个人、customer 客户、product 产品。'),
    ),
    owner: column.text(both('Of', '对象'), both('As in split_weights; empty for the company.', '同 split_weights；公司为空文本。')),
    parent: column.text(
      both('Part of', '上级'),
      both('Whose target it is a part of; empty: the company.', '所属上级目标的对象；空文本为公司。'),
      {
        empty: both('It is the company.', '公司本身。'),
      },
    ),
    total: column.wide(both('Target', '目标'), both('Of the whole period.', '整个期间合计。')),
    last_value: column.wide(
      both('Last year', '上年'),
      both('What the same months brought when they were last over.', '相同月份最近一次结束时的实际值之和。'),
      { empty: both('The orders do not cover all of them.', '订单未覆盖全部月份。') },
    ),
    difference: column.wide(both('Difference', '差额'), both('Target − last year.', '目标 − 上年。'), {
      empty: both('The last year is not known.', '上年未知。'),
    }),
    change: column.ratio(both('Change', '增减'), both('Target ÷ last year − 1.', '目标 ÷ 上年 − 1。'), {
      empty: both('The last year is not known, or nothing was reached.', '上年未知或为零。'),
    }),
    least: column.number(
      both('At least', '下限'),
      both('By the floor and the limits of the settings.', '按 floor 与设置中的限额。'),
      noBound,
    ),
    most: column.number(both('At most', '上限'), both('By the cap and the limits of the settings.', '按 cap 与设置中的限额。'), noBound),
    held_at: column.id(
      both('Held at', '受限于'),
      both(
        'least or most, where the target stands at that bound, to a step.',
        'least 下限、most 上限：目标落在该界（相差不足一个取整单位）。',
      ),
      {
        empty: both('Neither.', '均未触及。'),
      },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['split_plan', 'split_weights', 'split_months', 'sales_months', 'sales_days', 'rep_names', 'customer_potential'],
  usesIfComputed: ['target_rows', 'target_slips'],
  source: 'Sums of split_targets over the period.',
  parameters: z.object({ as_of: asOf, targets }),
  compute: async ({ as_of, targets: { split, calendar } }, read) => {
    const made = as_of === null ? null : await readSplit(read, { asOf: as_of, split, calendar });
    const { step } = made?.plan ?? { step: 1 };
    return (made?.targets.get('base') ?? []).map(({ owner, values, baselines }, place) => {
      const total = exactSum(values);
      const last = baselines.includes(null) ? null : exactSum(baselines as number[]);
      const { least, most } = { least: owner.bounds?.least ?? 0, most: owner.bounds?.most ?? Infinity };
      return {
        place,
        level: owner.level,
        owner: owner.owner,
        parent: owner.parent,
        total,
        last_value: last,
        difference: last === null ? null : exactSum([total, -last]),
        change: last === null || last <= 0 ? null : total / last - 1,
        least: least > 0 ? least : null,
        most: most < Infinity ? most : null,
        held_at: least > 0 && total < least + step ? 'least' : most < Infinity && total > most - step ? 'most' : null,
      };
    });
  },
});
