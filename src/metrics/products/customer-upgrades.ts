import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { type EditionOrder, type Moves, type Step, type Upgrade, upgradesOf } from '../../forecast/offers/upgrades.ts';
import { horizonDays } from '../../forecast/offers/owned.ts';
import type { Read } from '../../forecast/read.ts';
import { addDays, type IsoDate } from '../../lib/dates.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';
import { itemId } from './goods-lines.ts';

const noWindow = { empty: both('The data are too short to measure it on the past.', '数据时间太短，无法用历史衡量。') };
const noWorth = {
  empty: both('A price or the quantity is not known, or the next edition costs no more.', '价格或数量未知，或上级版本价格不更高。'),
};
const days = { unit: 'orders' };

export const customerUpgrades = defineMetric({
  id: 'customer_upgrades',
  question: both('Who may move up to the next edition, and what is it worth?', '谁可以升级到更高版本，价值多少？'),
  grain: ['customer_id', 'item_id'],
  columns: {
    customer_id: customerId,
    item_id: { ...itemId, meaning: both('The edition that the customer owns.', '客户拥有的版本。') },
    item: column.text(
      both('Owns', '现有版本'),
      both('The edition that the customer owns, and none above it.', '客户拥有的版本，且未拥有更高版本。'),
    ),
    next_item: column.text(both('Upgrade to', '可升级至'), both('The next edition up.', '上一级版本。')),
    is_ready: column.count(
      both('Ready', '是否就绪'),
      both(
        '1: ordered it twice or more within a year, or more often than in the year before; 0: neither.',
        '1：一年内订购两次及以上，或多于前一年；0：均不满足。',
      ),
    ),
    recent_orders: column.count(
      both('Orders of a year', '近一年订单'),
      both('Orders of it in the last 364 days.', '近 364 天内含该产品的订单数。'),
      days,
    ),
    before_orders: column.count(
      both('Orders before', '前一年订单'),
      both('Those of the 364 days before.', '此前 364 天内的订单数。'),
      days,
    ),
    first_on: column.date(both('Owned since', '首次购买'), both('Day of its first order.', '首次订购的日期。')),
    last_on: column.date(both('Last ordered', '最近购买'), both('Day of its last order.', '最近订购的日期。')),
    chance: column.ratio(
      both('Chance', '升级概率'),
      both(
        `Share of owners of the edition, as ready or not, who bought a higher one within ${horizonDays} days in past half years, drawn towards that of all editions where they are few.`,
        `历史各半年中，拥有该版本且就绪情况相同的客户在 ${horizonDays} 天内购买更高版本的比例；样本少时向全部版本的比例收缩。`,
      ),
      noWindow,
    ),
    chance_low: column.ratio(both('Chance, low', '升级概率下限'), both('Lower end of its 95% interval.', '其 95% 区间下限。'), noWindow),
    chance_high: column.ratio(both('Chance, high', '升级概率上限'), both('Upper end of its 95% interval.', '其 95% 区间上限。'), noWindow),
    quantity: column.number(
      both('Quantity', '通常数量'),
      both('Mean quantity of its orders of the edition.', '每次订购该版本的平均数量。'),
      {
        empty: both('No quantity is known.', '数量未知。'),
      },
    ),
    price_gap: column.money(
      both('Price difference', '价差'),
      both('List price of the next edition less that of this one.', '上级版本标价 − 现有版本标价。'),
      noWorth,
    ),
    worth: column.average(both('Worth', '升级价值'), both('Price difference × usual quantity.', '价差 × 通常数量。'), noWorth),
    expected_value: column.average(both('Expected value', '期望金额'), both('Chance × worth.', '升级概率 × 升级价值。'), {
      empty: both('The chance or the worth is not known.', '概率或价值未知。'),
    }),
    owners: column.count(
      both('Owners so far', '累计拥有客户'),
      both('Customers who owned the edition before any higher one.', '先于更高版本拥有该版本的客户数。'),
      {
        unit: 'customers',
      },
    ),
    moved: column.count(
      both('Moved up', '已升级客户'),
      both('Those of them who came to buy a higher one.', '其中之后购买更高版本的客户数。'),
      {
        unit: 'customers',
      },
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['upgrade_steps', 'edition_orders', 'purchase_days'],
  usesIfComputed: ['churn_status'],
  source: 'Definition: owners of an edition who own none above it and are not lost; chances measured on past half years.',
  parameters: z.object({ as_of: asOf }),
  compute: async ({ as_of: day }, rows) => (day === null ? [] : upgradeRows(day, rows)),
});

async function upgradeRows(day: IsoDate, rows: Read): Promise<Row[]> {
  const steps = await rows(sql`select * from upgrade_steps`);
  const orders = await rows(
    sql`select customer_id, item_id, quantity, ${day}::date - sold_on as age from edition_orders where sold_on is not null`,
  );
  const bought = await rows(sql`
    select purchase_days.customer_id, ${day}::date - purchase_days.purchased_on as age
    from purchase_days
    join (select customer_id from edition_orders group by customer_id) as owners on owners.customer_id = purchase_days.customer_id`);
  const [span] = await rows(sql`select ${day}::date - min(purchased_on) as days from purchase_days`);
  const gone = await rows(sql`select customer_id from churn_status where status = 'lost'`);
  const lost = new Set(gone.map((row) => String(row['customer_id'])));
  const activeAges = new Map<string, number[]>();
  for (const row of bought) {
    const customer = String(row['customer_id']);
    activeAges.set(customer, [...(activeAges.get(customer) ?? []), Number(row['age'])]);
  }
  const { upgrades, moves } = upgradesOf(steps.map(stepOf), orders.map(orderOf), { activeAges, span: Number(span?.['days'] ?? 0) });
  const words = new Map(steps.filter((row) => row['rungs'] === 1).map((row) => [String(row['item_id']), row]));
  const isActive = (customer: string): boolean =>
    !lost.has(customer) && (activeAges.get(customer) ?? []).some((age) => age < 2 * horizonDays);
  return upgrades
    .filter(({ customer }) => isActive(customer))
    .map((upgrade) => upgradeRow(upgrade, day, { words: words.get(upgrade.step.item)!, moves: moves.get(upgrade.step.item)! }));
}

function upgradeRow(upgrade: Upgrade, day: IsoDate, { words, moves }: { readonly words: Row; readonly moves: Moves }): Row {
  const { customer, step, chance, quantity } = upgrade;
  const [price, next] = [words['price'] ?? null, words['next_price'] ?? null];
  const gap = price === null || next === null || Number(next) <= Number(price) ? null : Number(next) - Number(price);
  const worth = gap === null || quantity === null ? null : gap * quantity;
  return {
    customer_id: customer,
    item_id: step.item,
    item: words['item'] ?? null,
    next_item: words['next_item'] ?? null,
    is_ready: upgrade.ready ? 1 : 0,
    recent_orders: upgrade.recent,
    before_orders: upgrade.before,
    first_on: addDays(day, -upgrade.firstAge),
    last_on: addDays(day, -upgrade.lastAge),
    chance: chance?.value ?? null,
    chance_low: chance?.interval.low ?? null,
    chance_high: chance?.interval.high ?? null,
    quantity,
    price_gap: gap,
    worth,
    expected_value: chance === null || worth === null ? null : chance.value * worth,
    owners: moves.owners,
    moved: moves.moved,
  };
}

function stepOf(row: Row): Step {
  return { item: String(row['item_id']), next: String(row['next_id']), rungs: Number(row['rungs']) };
}

function orderOf(row: Row): EditionOrder {
  const quantity = row['quantity'] ?? null;
  return {
    customer: String(row['customer_id']),
    item: String(row['item_id']),
    age: Number(row['age']),
    quantity: quantity === null ? null : Number(quantity),
  };
}
