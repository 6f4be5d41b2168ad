import { grouped } from '../../lib/grouped.ts';
import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, join, type Sql, sql } from '../../engine/sql.ts';
import { type Trouble, trouble } from '../../quality/check.ts';
import { reasonCode } from '../../model/row-reasons.ts';
import type { Export } from './several-exports.ts';

/** Names that say that a sheet or file holds what the others hold. */
const totalName =
  /(^|[^a-z])(all|total|totals|summary|overview|overall|combined|consolidated|year)([^a-z]|$)|汇总|合计|总计|总表|全部|全年|所有|总览|累计/i;

interface Sums {
  readonly export: Export;
  readonly rows: number;
  readonly total: number;
}

/**
 * A table of orders that sums up what the others hold, customer by customer and month by month (or as a whole, where its name says so): only
 * the others count.
 */
export async function setAsideSums(exports: readonly Export[], engine: DuckDbEngine): Promise<Trouble[]> {
  const sums: Sums[] = [];
  for (const one of exports.filter(({ loaded }) =>
    ['customer_id', 'ordered_at', 'amount'].every((field) => loaded.stored.includes(field)),
  )) {
    const [row] = await engine.rows<{ n: number; total: number | null }>(
      sql`select count(*) as n, sum(amount) as total from ${identifier(one.loaded.name)} where _reason = 0`,
    );
    if (row !== undefined && row.n > 0 && row.total !== null && row.total !== 0) sums.push({ export: one, rows: row.n, total: row.total });
  }
  for (const one of sums.toSorted((a, b) => a.rows - b.rows)) {
    const others = sums.filter((other) => other !== one);
    const rest = others.reduce((total, other) => total + other.total, 0);
    if (others.length === 0 || Math.abs(rest - one.total) > 0.005) continue;
    const { loaded } = one.export;
    const { file, sheet } = loaded.table;
    const named = totalName.test(sheet ?? file.replace(/^.*[\\/]/, ''));
    if (!(await isSumOf(one, others, named, engine))) continue;
    await engine.run(sql`update ${identifier(loaded.name)} set _reason = ${reasonCode('line-elsewhere')} where _reason = 0`);
    return [
      trouble(
        'line-elsewhere',
        'warning',
        one.rows,
        {
          en: `rows have, customer by customer, the amounts of the other files or sheets (${grouped(one.total)}); they count once, there`,
          'zh-CN': `行的金额按客户与其他文件或工作表相同（${grouped(one.total)}）；只在那里计一次`,
        },
        { en: 'if that is wrong, score the files or sheets one by one', 'zh-CN': '如不对，请分别对各文件或工作表评分' },
        { table: loaded, record: 0, money: one.total },
      ),
    ];
  }
  return [];
}

/** Whether every customer has the same sum in both, in every month unless the name tells enough; one customer alone proves nothing. */
async function isSumOf(one: Sums, others: readonly Sums[], named: boolean, engine: DuckDbEngine): Promise<boolean> {
  const lines = ({ export: { loaded } }: Sums, sign: Sql): Sql =>
    sql`select customer_id, ${named ? sql`0` : sql`date_trunc('month', ordered_at)`} as month, ${sign} * amount as amount from ${identifier(loaded.name)} where _reason = 0`;
  const all = [lines(one, sql`1`), ...others.map((other) => lines(other, sql`-1`))];
  const [row] = await engine.rows<{ customers: number; unequal: number }>(
    sql`select count(distinct customer_id) as customers, count(*) filter (where left_over <> 0) as unequal
      from (select customer_id, month, sum(amount) as left_over from (${join(all, ' union all ')}) group by all)`,
  );
  return row !== undefined && row.customers > 1 && row.unequal === 0;
}
