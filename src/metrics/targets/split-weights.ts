import { z } from 'zod';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { targets } from '../target-parameter.ts';
import { readWeights } from './parts/weights.ts';

const notSaid = { empty: both('The files do not say.', '文件未提供。') };
const noShare = {
  empty: both('The owner gets no target, or the basis is not used or not known.', '不分配目标，或未采用、无法得出该依据。'),
};

export const splitWeights = defineMetric({
  id: 'split_weights',
  question: both('What does the share of each rep, customer and product rest on?', '每位销售、客户、产品的份额依据什么？'),
  grain: ['level', 'owner'],
  columns: {
    level: column.id(
      both('Level', '层级'),
      both('rep; customer and product where they are split to.', 'rep；分解到客户、产品时另有 customer、product。'),
    ),
    owner: column.text(both('Of', '对象'), both('Rep, id of the customer, category or product.', '销售、客户编号、品类或产品。')),
    name: column.text(both('Name', '名称'), both('Of the customer; of others as they are.', '客户名称；其他同对象。'), notSaid),
    parent: column.text(both('Part of', '上级'), both('Team of the rep, rep of the customer.', '销售的团队，客户的负责人。'), {
      empty: both('None is known.', '不详。'),
    }),
    state: column.id(
      both('Gets a target', '是否分配'),
      both(
        'gets; left: in no list of reps and no sale in targets.split.left_months months; leads: leads others and sold nothing; no_rep: of a customer whose owner gets none; none: nothing is to be expected of it.',
        'gets 分配；left 不在销售人员表且 targets.split.left_months 个月内无成交；leads 主管且自身无成交；no_rep 客户负责人不分配；none 无可预期。',
      ),
    ),
    joined_on: column.date(both('Joined on', '入职日期'), both('Of the list of reps.', '取自销售人员表。'), notSaid),
    last_on: column.date(both('Last sale', '最近成交'), both('Day of the last sale.', '最近一次成交的日期。'), {
      empty: both('There is none, or it is no rep.', '没有成交，或非销售。'),
    }),
    last_value: column.wide(
      both('Last year', '上年'),
      both('What was reached in the last twelve full months.', '最近 12 个完整月的实际值。'),
    ),
    history: column.number(
      both('History', '历史业绩'),
      both(
        'That of the last twelve full months; of who joined in them scaled to twelve months, of who joined less than 90 days ago the mean of the team.',
        '最近 12 个完整月的实际值；期间入职者折算为 12 个月，入职不足 90 天者取团队均值。',
      ),
      noShare,
    ),
    potential: column.number(
      both('Potential', '潜力'),
      both(
        'Of a rep: that of the customers; of a customer: what is expected of it; of a product: the last year and half of its growth.',
        '销售为其客户潜力之和；客户为预期销售额；产品为上年值加一半增长。',
      ),
      noShare,
    ),
    capacity: column.number(
      both('Capacity', '容量'),
      both('Of the list of reps; where it does not say the mean of the others.', '取自销售人员表，没有时取其他人的均值。'),
      noShare,
    ),
    customers: column.count(both('Customers', '客户数'), both('Customers of the rep that are not lost.', '名下未流失客户数。'), {
      unit: 'customers',
    }),
    history_share: column.ratio(both('By history', '历史占比'), both('Of all that get a target.', '占所有分配对象之和。'), noShare),
    potential_share: column.ratio(both('By potential', '潜力占比'), both('Of all that get a target.', '占所有分配对象之和。'), noShare),
    capacity_share: column.ratio(both('By capacity', '容量占比'), both('Of all that get a target.', '占所有分配对象之和。'), noShare),
    share: column.ratio(
      both('Share', '份额'),
      both(
        'Of its level, by the weights of targets.split.by; bounds and rounding come after it.',
        '在本层级中的份额，按 targets.split.by 加权；上下限与取整在其后。',
      ),
      noShare,
    ),
  },
  requires: [['orders.ordered_at']],
  reads: ['reps.name', 'reps.rep_id', 'reps.other_id', 'reps.capacity'],
  uses: ['sales_months', 'sales_days', 'rep_names', 'customer_potential'],
  source: 'Definition: shares of each basis, by the weights of the settings.',
  parameters: z.object({ as_of: asOf, targets }),
  compute: async ({ as_of, targets: { split } }, read) => {
    if (as_of === null) return [];
    return (await readWeights(read, { asOf: as_of, split })).map((row) => ({ ...row }));
  },
});
