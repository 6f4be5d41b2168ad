import type { Engine } from '../../engine/engine.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import { type CheckedTable, type Trouble, trouble } from '../../quality/check.ts';

/** Lines of one number and customer with a gap of more days are of different orders: instalments come at least once a quarter. */
const farDays = 100;

/** From this share of numbers with several customers on different days on, numbers begin anew again and again: each day has its own orders. */
const restarts = 0.05;

/** What is known of numbers that may stand for several orders. */
export interface ReusedNumbers {
  /** Days without a line after which the same number of the same customer is another order. */
  readonly gap: number;
  /** Numbers that several customers have, each on other days. */
  readonly shared: number;
  /** Numbers that several customers have on the same day, with their lines and money. */
  readonly clashing: number;
  readonly clashingLines: number;
  readonly clashingAmount: number | null;
  readonly sharedExample: string | null;
  readonly clashingExample: string | null;
}

/**
 * Numbers that may stand for several orders, in lines (order_id, customer_id, day, amount) that count and have all of the first three; null
 * where there are none. In a large table it is asked of some of the numbers first, `some`: who numbers anew does so throughout.
 */
export async function reusedNumbers(lines: Sql, some: Sql | null, engine: Engine): Promise<ReusedNumbers | null> {
  if (some !== null && (await factsOf(sql`select * from (${lines}) as lines where ${some}`, engine)) === null) return null;
  return factsOf(lines, engine);
}

async function factsOf(lines: Sql, engine: Engine): Promise<ReusedNumbers | null> {
  const ask = async (gap: number) => {
    const [row] = await engine.rows<{
      numbers: number;
      far: number;
      shared: number;
      clashing: number;
      clashing_lines: number | null;
      clashing_amount: number | null;
      shared_example: string | null;
      clashing_example: string | null;
    }>(sql`
      select count(*) as numbers, count(*) filter (where far > 0) as far, count(*) filter (where buyers > 1 and days = buyers) as shared,
        count(*) filter (where days < buyers) as clashing, cast(sum(n) filter (where days < buyers) as bigint) as clashing_lines,
        sum(amount) filter (where days < buyers) as clashing_amount,
        min(order_id) filter (where buyers > 1 and days = buyers) as shared_example, min(order_id) filter (where days < buyers) as clashing_example
      from (
        select order_id, count(*) as buyers, count(distinct first_day) as days, sum(n) as n, sum(amount) as amount,
          max(case when last_day - first_day > ${gap} then 1 else 0 end) as far
        from (
          select order_id, customer_id, min(day) as first_day, max(day) as last_day, count(*) as n, sum(amount) as amount
          from (${lines}) as lines group by order_id, customer_id
        ) as pairs group by order_id
      ) as numbers`);
    return row;
  };
  const first = await ask(farDays);
  if (first === undefined) return null;
  const anew = first.shared > 1 && first.shared >= first.numbers * restarts;
  const row = (anew ? await ask(0) : first) ?? first;
  if (row.far + row.shared + row.clashing === 0) return null;
  return {
    gap: anew ? 0 : farDays,
    shared: row.shared,
    clashing: row.clashing,
    clashingLines: row.clashing_lines ?? 0,
    clashingAmount: row.clashing_amount,
    sharedExample: row.shared_example,
    clashingExample: row.clashing_example,
  };
}

/**
 * Which order of its number a line belongs to: (order_id, customer_id, day, part, again), only where `part` is above 1. Orders of a number
 * are counted by their first day; `again` where the customer has an earlier one. Days that only take back belong to the order before.
 */
export function orderParts(lines: Sql, { gap }: ReusedNumbers): Sql {
  return sql`
    select order_id, customer_id, day, part, stretch > 0 as again from (
      select order_id, customer_id, day, stretch, dense_rank() over (partition by order_id order by began, customer_id) as part from (
        select order_id, customer_id, day, stretch, min(day) over (partition by order_id, customer_id, stretch) as began from (
          select order_id, customer_id, day, sum(starts) over (partition by order_id, customer_id order by day) as stretch from (
            select order_id, customer_id, day, case when sells and day - before > ${gap} then 1 else 0 end as starts from (
              select order_id, customer_id, day, sells, max(case when sells then day end)
                over (partition by order_id, customer_id order by day rows between unbounded preceding and 1 preceding) as before
              from (select order_id, customer_id, day, max(amount) > 0 as sells from (${lines}) as lines group by order_id, customer_id, day) as days
            ) as gaps
          ) as beginnings
        ) as stretches
      ) as begun
    ) as numbered where part > 1`;
}

/** The number that such an order has instead. */
export function partNumber(number: Sql, part: Sql): Sql {
  return sql`${number} || ' (' || cast(${part} as varchar) || ')'`;
}

/** What was found, as findings; `parts` is what `orderParts` yields. */
export async function reusedNotes(found: ReusedNumbers, parts: Sql, table: CheckedTable, engine: Engine): Promise<Trouble[]> {
  const [own] = await engine.rows<{ n: number; example: string | null }>(
    sql`select count(distinct order_id) as n, min(order_id) as example from ${parts} where again`,
  );
  const { shared, clashing, clashingLines, clashingAmount, gap } = found;
  const [apart, zhApart] = gap === 0 ? ['on different days', '日期不同'] : [`more than ${gap} days apart`, `相隔超过 ${gap} 天`];
  return [
    trouble(
      'order-number-reused',
      'info',
      own?.n ?? 0,
      {
        en: `order numbers stand for several orders of one customer, ${apart}; each counts, the later ones as "NUMBER (2)"`,
        'zh-CN': `个订单编号被同一客户的多张订单共用（${zhApart}）；各自计数，较晚的记为“编号 (2)”`,
      },
      null,
      { table, value: own?.example ?? null },
    ),
    trouble(
      'order-number-shared',
      'info',
      shared,
      {
        en: 'order numbers stand with several customers, on different days; each has an order of its own',
        'zh-CN': '个订单编号对应多个客户，且日期不同；每个客户各计一张订单',
      },
      null,
      { table, value: found.sharedExample },
    ),
    trouble(
      'order-number-shared',
      'warning',
      clashing,
      (sum) => ({
        en: `order numbers stand with several customers on one day, ${clashingLines} lines${sum.en}; each has an order of its own`,
        'zh-CN': `个订单编号在同一天对应多个客户，共 ${clashingLines} 行${sum['zh-CN']}；每个客户各计一张订单`,
      }),
      {
        en: 'check that number and customer are read from the right columns: --map orders.order_id=HEADER, --map orders.customer_id=HEADER',
        'zh-CN': '请检查编号列与客户列是否正确：--map orders.order_id=列名、--map orders.customer_id=列名',
      },
      { table, value: found.clashingExample, money: clashingAmount },
    ),
  ];
}
