import { sql } from '../../engine/sql.ts';
import { afterChinese, both, type Lang } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import { from, type ListColumn, ownOf, reads } from '../../views/list-columns.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { list } from '../../views/list.ts';
import type { CrossSellInput } from './input.ts';

/** Owners of an edition below another: those who are ready first, most expected value first. Not on the first screen where there is nobody. */
export async function upgradesSection(input: CrossSellInput): Promise<TableSection> {
  const [found] = await input.engine.rows<{ n: number }>(sql`select count(*) as n from customer_upgrades`);
  return list(input, {
    place: (found?.n ?? 0) === 0 ? 'detail' : 'answer',
    id: 'upgrades',
    title: both('Who may move up to the next edition, the ready first', '可升级客户（就绪者在前）'),
    of: 'customer_upgrades',
    by: 'customer_id',
    order: [
      ...descending('customer_upgrades', 'is_ready', 'expected_value', 'chance'),
      ...ascending('customer_upgrades', 'customer_id', 'item_id'),
    ],
    columns: [
      ...from('customer_profile', 'customer_id', 'customer_name', 'owner'),
      ...from('customer_upgrades', 'item', 'next_item', 'chance', 'expected_value'),
      reasonColumn(input.lang),
      ...from(
        'customer_upgrades',
        'is_ready',
        'worth',
        'recent_orders',
        'before_orders',
        'first_on',
        'last_on',
        'quantity',
        'price_gap',
        'chance_low',
        'chance_high',
        'owners',
        'moved',
        'item_id',
      ),
      ...from('customer_profile', 'team', 'region'),
    ],
    glance: {
      first: [['customer_name', 'customer_id'], 'owner', 'next_item', 'chance', 'expected_value'],
      below: ['reason'],
      hidden: ['item'],
      most: 10,
    },
  });
}

/** How it uses what it has, and how many moved up from there. */
function reasonColumn(lang: Lang): ListColumn {
  const heading = {
    title: both('Why', '依据'),
    type: 'text',
    basis: both(
      'Orders of the edition in the last year and the year before, and how many of all who began with it came to buy a higher one.',
      '该版本近一年与前一年的订单数，以及全部由该版本起步的客户中已升级的人数。',
    ),
  } as const;
  return ownOf(
    'reason',
    heading,
    reads('customer_upgrades', 'item', 'recent_orders', 'before_orders', 'owners', 'moved'),
    ({ item, recent_orders: recent, before_orders: before, owners, moved }) =>
      both(
        `owns ${item}; ordered it ${times(Number(recent))} in a year, ${times(Number(before))} in the year before; ${moved} of ${owners} moved up from it`,
        `${afterChinese('已有', String(item))}；近一年订购 ${recent} 次，前一年 ${before} 次；由此升级的客户 ${moved}/${owners}`,
      )[lang],
  );
}

function times(count: number): string {
  return count === 0 ? 'not' : count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
