import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import { isFee } from '../../model/fee-words.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { itemId, itemName } from './goods-lines.ts';

export const goodsSold = defineMetric({
  id: 'goods_sold',
  question: both('What is sold, and to how many?', '卖了哪些品项，卖给多少客户？'),
  grain: ['item_id'],
  columns: {
    item_id: itemId,
    item: { ...itemName, meaning: both('The name on most of its lines.', '其订单行中最常见的名称。') },
    is_goods: column.count(
      both('Is goods', '是否商品'),
      both(
        '0: postage, a fee, a deposit, a discount, a sample or the like, by its name; 1: anything else.',
        '0：名称为运费、手续费、定金、折扣、样品等；1：其他。',
      ),
    ),
    customers: column.count(both('Customers', '客户数'), both('Customers who bought it.', '购买过的客户数。'), { unit: 'customers' }),
    orders: column.count(both('Orders', '订单数'), both('Orders that hold it.', '包含该品项的订单数。'), { unit: 'orders' }),
    amount: column.money(both('Amount', '销售额'), both('Sum of its lines; returns are left out.', '订单行金额合计，不含退货。'), {
      empty: both('No line of it has an amount.', '相关订单行均无金额。'),
    }),
    last_on: column.date(both('Last sold on', '最近售出'), both('Day it was last sold.', '最近一次售出的日期。'), {
      empty: both('No line of it has a date.', '相关订单行均无日期。'),
    }),
  },
  requires: [],
  uses: ['goods_lines'],
  source: 'Definition: order lines by item; what is no goods is told by a list of words.',
  parameters: z.object({}),
  compute: async (_, rows) => {
    const names = await rows(sql`select item_id, item, sum(lines) as lines from goods_lines group by item_id, item`);
    const sums = await rows(sql`
      select item_id, count(*) as customers, sum(orders) as orders, sum(amount) as amount, max(last_on) as last_on
      from (
        select item_id, customer_id, count(*) as orders, sum(amount) as amount, max(sold_on) as last_on
        from goods_lines group by item_id, customer_id
      ) as pairs
      group by item_id`);
    const named = usualNames(names);
    return sums
      .map((row): Row => {
        const id = String(row['item_id']);
        const item = named.get(id) ?? id;
        return { ...row, item_id: id, item, is_goods: isFee(item) || isFee(id) ? 0 : 1 };
      })
      .toSorted((one, other) => (String(one['item_id']) < String(other['item_id']) ? -1 : 1));
  },
});

/** The name on most lines of each item, the first of several. */
function usualNames(names: readonly Row[]): Map<string, string> {
  const best = new Map<string, { readonly name: string; readonly lines: number }>();
  for (const row of names) {
    const [id, name, lines] = [String(row['item_id']), String(row['item'] ?? row['item_id']), Number(row['lines'])];
    const known = best.get(id);
    if (known === undefined || lines > known.lines || (lines === known.lines && name < known.name)) best.set(id, { name, lines });
  }
  return new Map([...best].map(([id, { name }]) => [id, name]));
}
