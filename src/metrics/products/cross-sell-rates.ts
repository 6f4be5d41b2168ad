import { z } from 'zod';
import { join, type Sql, sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf, period } from '../parameters.ts';
import { comparisonWindows, lastTwelveMonths } from '../windows.ts';
import { goods, goodsFields, goodsNeeds } from './parts/goods.ts';

const customers = { unit: 'customers' };
const orders = { unit: 'orders' };
const notYet = both('Less than a quarter of history lies before the period.', '该期之前的历史不足一个季度。');

/** What a customer bought so many days before a period at most tells what is new to it: the same for both periods, or the later would see less of it. */
const mostLookback = 364;
const leastLookback = 91;

export const crossSellRates = defineMetric({
  id: 'cross_sell_rates',
  question: both(
    'How broadly do customers buy, and does cross-selling and upgrading come off?',
    '客户购买的广度如何，交叉销售与升级是否见效？',
  ),
  grain: ['side', 'group_kind', 'group_name'],
  columns: {
    side: column.id(
      both('Period', '期间'),
      both('after: the period; before: the one right before it.', 'after 本期；before 紧邻的上一期。'),
    ),
    group_kind: column.id(both('Group', '分组'), both('all, owner or tier.', 'all 全部、owner 负责人、tier 层级。')),
    group_name: column.id(
      both('Name', '名称'),
      both('The owner, or the number of the tier; "" of all and of the others.', '负责人或层级序号；全部及未填写为空文本。'),
    ),
    period_from: column.date(both('From', '起'), both('First day of the period.', '期间的第一天。')),
    period_to: column.date(both('To', '止'), both('First day after the period.', '期间结束的次日。')),
    buyers: column.count(both('Buyers', '购买客户数'), both('Customers who bought in the period.', '本期有购买的客户数。'), customers),
    broad_buyers: column.count(
      both('Of several categories', '多品类客户数'),
      both(
        'Those who bought two or more categories in it; products where no line has a category.',
        '本期购买两个及以上品类的客户数；没有品类时按产品计。',
      ),
      customers,
    ),
    orders: column.count(both('Orders', '订单数'), both('Orders of the period.', '本期订单数。'), orders),
    mixed_orders: column.count(
      both('Mixed orders', '多品类订单数'),
      both('Those that hold two or more categories.', '含两个及以上品类的订单数。'),
      orders,
    ),
    known_buyers: column.count(
      both('Buyers from before', '老客户数'),
      both(
        'Buyers who had bought in the year before the period, or in as much of it as lies before both periods.',
        '本期购买、且在该期之前一年内（历史不足时取两期均具备的长度）也有购买的客户数。',
      ),
      { ...customers, empty: notYet },
    ),
    crossed_buyers: column.count(
      both('Bought a new category', '购买新品类的老客户'),
      both('Those of them who bought a category that they had not bought in that time.', '其中购买了该段时间内未购买过的品类的客户数。'),
      { ...customers, empty: notYet },
    ),
    cross_revenue: column.money(
      both('Cross-sell revenue', '交叉销售额'),
      both('What they bought of such categories in the period.', '这些新品类在本期的销售额。'),
      { empty: both('There is none, or less than a quarter of history lies before the period.', '没有，或该期之前的历史不足一个季度。') },
    ),
    upgradable: column.count(
      both('May move up', '可升级客户数'),
      both('Customers who owned an edition, and none above it, when the period began.', '期初拥有某版本且未拥有更高版本的客户数。'),
      { ...customers, empty: notYet },
    ),
    upgraded: column.count(
      both('Moved up', '已升级客户数'),
      both('Those of them who bought a higher one in the period.', '其中本期购买更高版本的客户数。'),
      {
        ...customers,
        empty: notYet,
      },
    ),
  },
  requires: [...goodsNeeds, ['orders.ordered_at']],
  reads: goodsFields,
  uses: ['customer_profile'],
  usesIfComputed: ['customer_scores', 'upgrade_steps', 'edition_orders'],
  source:
    'Definition: share of customers with two or more categories, attach rate, cross-sell and upgrade rate, as cross-selling is rated.',
  parameters: z.object({ as_of: asOf, period }),
  sql: ({ as_of, period: asked }) => {
    const reviewed = asked ?? (as_of === null ? null : lastTwelveMonths(as_of));
    const compared = reviewed === null ? null : comparisonWindows(reviewed, as_of);
    const sides = compared === null ? [] : [['after', compared.current] as const, ['before', compared.previous] as const];
    const windows =
      sides.length === 0
        ? [sql`select '' as side, null::date as from_on, null::date as to_on`]
        : sides.map(([side, { from, to }]) => sql`select ${side} as side, ${from}::date as from_on, ${to}::date as to_on`);
    return sql`
    with ${goods(as_of)},
    windows as (${join(windows, ' union all ')}),
    levels as (select count(*) as lines from goods where broad_key is not null),
    kinds as (
      select customer_id, order_id, sold_on, amount, case when levels.lines > 0 then broad_key else product_key end as kind_id
      from goods cross join levels
      where sold_on is not null
    ),
    starts as (select min(sold_on) as start_on from kinds),
    spans as (
      select min(from_on) - min(start_on) as before_days, max(from_on) - min(start_on) as after_days, min(start_on) as start_on
      from windows cross join starts
    ),
    looks as (
      select start_on, least(${mostLookback}, case when before_days >= ${leastLookback} then before_days else after_days end) as look_days
      from spans
    ),
    earlier as (
      select side, customer_id, kind_id
      from kinds cross join windows cross join looks
      where kind_id is not null and sold_on < from_on and from_on - sold_on <= look_days
      group by side, customer_id, kind_id
    ),
    known as (select side, customer_id from earlier group by side, customer_id),
    bought as (
      select side, customer_id, order_id, kind_id, sum(amount) as amount
      from kinds cross join windows
      where kind_id is not null and sold_on >= from_on and sold_on < to_on
      group by side, customer_id, order_id, kind_id
    ),
    baskets as (select side, customer_id, order_id, count(*) as kinds from bought group by side, customer_id, order_id),
    ordered as (
      select side, customer_id, count(*) as orders, count(*) filter (where kinds >= 2) as mixed_orders from baskets group by side, customer_id
    ),
    held as (select side, customer_id, kind_id, sum(amount) as amount from bought group by side, customer_id, kind_id),
    told as (
      select
        held.side, held.customer_id, count(*) as kinds,
        max(case when known.customer_id is not null then 1 else 0 end) as is_known,
        max(case when known.customer_id is not null and earlier.customer_id is null then 1 else 0 end) as is_crossed,
        sum(amount) filter (where known.customer_id is not null and earlier.customer_id is null) as cross_revenue
      from held
      left join earlier
        on earlier.customer_id = held.customer_id and earlier.kind_id = held.kind_id and earlier.side = held.side
      left join known on known.customer_id = held.customer_id and known.side = held.side
      group by held.side, held.customer_id
    ),
    owned as (select customer_id, item_id, min(sold_on) as first_on from edition_orders group by customer_id, item_id),
    climbs as (
      select windows.side, windows.to_on, lower.customer_id, lower.item_id, min(upper.first_on) as moved_on, windows.from_on
      from owned as lower
      cross join windows
      join upgrade_steps on upgrade_steps.item_id = lower.item_id
      left join owned as upper on upper.customer_id = lower.customer_id and upper.item_id = upgrade_steps.next_id
      where lower.first_on < windows.from_on
      group by windows.side, windows.from_on, windows.to_on, lower.customer_id, lower.item_id
    ),
    climbers as (
      select side, customer_id, max(case when moved_on < to_on then 1 else 0 end) as is_moved
      from climbs
      where moved_on is null or moved_on >= from_on
      group by side, customer_id
    ),
    facts as (
      select
        told.side, told.customer_id, 1 as buyers, case when kinds >= 2 then 1 else 0 end as broad_buyers, orders, mixed_orders,
        is_known, is_crossed, cross_revenue, 0 as upgradable, 0 as upgraded
      from told join ordered on ordered.customer_id = told.customer_id and ordered.side = told.side
      union all
      select side, customer_id, 0, 0, 0, 0, 0, 0, null, 1, is_moved from climbers
    ),
    placed as (
      select facts.*, coalesce(customer_profile.owner, '') as owner, coalesce(cast(customer_scores.tier as varchar), '') as tier
      from facts
      left join customer_profile on customer_profile.customer_id = facts.customer_id
      left join customer_scores on customer_scores.customer_id = facts.customer_id
    ),
    grouped as (
      ${join(
        (['all', 'owner', 'tier'] as const).map((kind) => groupOf(kind)),
        ' union all ',
      )}
    )
    select
      grouped.side, group_kind, group_name, windows.from_on as period_from, windows.to_on as period_to, buyers, broad_buyers, orders, mixed_orders,
      case when look_days >= ${leastLookback} and windows.from_on - start_on >= look_days then known_buyers end as known_buyers,
      case when look_days >= ${leastLookback} and windows.from_on - start_on >= look_days then crossed_buyers end as crossed_buyers,
      case when look_days >= ${leastLookback} and windows.from_on - start_on >= look_days then cross_revenue end as cross_revenue,
      case when look_days >= ${leastLookback} and windows.from_on - start_on >= look_days then upgradable end as upgradable,
      case when look_days >= ${leastLookback} and windows.from_on - start_on >= look_days then upgraded end as upgraded
    from grouped join windows on windows.side = grouped.side cross join looks`;
  },
});

function groupOf(kind: 'all' | 'owner' | 'tier'): Sql {
  const name = { all: sql`''`, owner: sql`owner`, tier: sql`tier` }[kind];
  return sql`
    select
      side, ${kind} as group_kind, ${name} as group_name,
      sum(buyers) as buyers, sum(broad_buyers) as broad_buyers, sum(orders) as orders, sum(mixed_orders) as mixed_orders,
      sum(is_known) as known_buyers, sum(is_crossed) as crossed_buyers, sum(cross_revenue) as cross_revenue,
      sum(upgradable) as upgradable, sum(upgraded) as upgraded
    from placed
    group by side${kind === 'all' ? sql`` : sql`, ${name}`}`;
}
