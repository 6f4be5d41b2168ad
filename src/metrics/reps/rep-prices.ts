import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import { priceVolumeMix } from '../../stats/price-volume-mix.ts';
import { settledParts } from '../../stats/settled-parts.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { repCustomers } from './rep-customers.ts';
import { against } from './rep-drivers.ts';

export const repPrices = defineMetric({
  id: 'rep_prices',
  question: both(
    'Did quantities, the mix of products or prices move the revenue of each rep?',
    '每位销售的业绩变化来自销量、产品结构还是价格？',
  ),
  grain: ['rep', 'against', 'part'],
  columns: {
    rep: repCustomers.columns['rep']!,
    against,
    part: column.id(
      both('Part', '部分'),
      both(
        'Of products sold in both periods: volume (other quantity at the average price before), mix (dearer or cheaper products), price (other prices). new_products, discontinued: sold in one period only. other: without a product, a quantity, or one above 0.',
        '两期均售的产品：volume 销量（按对比期均价）、mix 结构（产品贵贱占比）、price 价格。new_products 新产品、discontinued 停售产品：仅一期销售。other：产品或数量未知，或数量不为正。',
      ),
    ),
    part_order: column.count(both('Order', '顺序'), both('The order of the parts.', '各部分顺序。')),
    amount: column.money(
      both('Effect on revenue', '对销售额的影响'),
      both(
        'What the part adds; the six of a rep sum to the change of its revenue to the last digit.',
        '该部分增加的金额；六项之和精确等于该销售的销售额变化。',
      ),
    ),
  },
  requires: [],
  uses: ['rep_goods'],
  source:
    'Price-volume-mix: volume = (Q1 − Q0) · R0 / Q0, mix = Σ q1p0 − Q1 · R0 / Q0, price = R1 − Σ q1p0. Cents are settled by largest remainder.',
  parameters: z.object({}),
  compute: async (_, rows) => (await rows(sql`select * from rep_goods order by rep, against`)).flatMap(partsOf),
});

function partsOf(row: Row): Row[] {
  const number = (name: string): number => Number(row[name]);
  const { volume, mix, price } = priceVolumeMix({
    quantityBefore: number('before_quantity'),
    quantityAfter: number('after_quantity'),
    revenueBefore: number('before_revenue'),
    revenueAfter: number('after_revenue'),
    afterAtOldPrices: number('repriced') / 10_000,
  }) ?? { volume: 0, mix: 0, price: 0 };
  const parts = {
    volume,
    mix,
    price,
    new_products: number('new_revenue'),
    discontinued: -number('gone_revenue'),
    other: number('other_after') - number('other_before'),
  };
  const before = number('before_revenue') + number('gone_revenue') + number('other_before');
  const after = number('after_revenue') + number('new_revenue') + number('other_after');
  const settled = settledParts(Object.values(parts), after - before);
  return Object.keys(parts).map((part, index) => ({
    rep: row['rep']!,
    against: row['against']!,
    part,
    part_order: index + 1,
    amount: settled[index]!,
  }));
}
