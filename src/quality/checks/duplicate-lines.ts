import { identifier, sql } from '../../engine/sql.ts';
import { type Check, type CheckedTable, type Trouble, trouble } from '../check.ts';

/** Lines that equal an earlier line of the same file in every column. They are counted: two equal sales can both be real. */
export const duplicateLines: Check = async ({ engine, tables }) => {
  const troubles = [];
  for (const table of tables) {
    const name = identifier(table.name);
    const field = table.stored.includes('amount') ? identifier('amount') : sql`null::decimal(18,4)`;
    const [row] = await engine.rows<{ extra: number | null; first: number | null; money: number | null }>(
      // Sorting finds equal neighbours in half the time that grouping takes, where nearly every line is a group of its own.
      sql`with equal as (select _hash from (select _hash, lag(_hash) over (order by _hash) as before from ${name} where _reason = 0) where _hash = before)
      select sum(copies - 1)::bigint as extra, min(last)::bigint as first, sum(money) as money from (
        select count(*) as copies, max(rowid) as last, sum(${field}) - arg_min(${field}, rowid) as money from ${name} where _reason = 0 and _hash in (select _hash from equal) group by _hash)`,
    );
    if (row !== undefined && row.extra !== null) troubles.push(duplicatesNote(table, { ...row, extra: row.extra }));
  }
  return troubles;
};

/** Lines that equal another one: how many more than one of each, their money, and the first record that shows it. */
export function duplicatesNote(
  table: CheckedTable,
  { extra, money, first }: { readonly extra: number; readonly money: number | null; readonly first: number | null },
): Trouble {
  return trouble(
    'line-duplicate',
    'warning',
    extra,
    (sum) => ({
      en: `lines equal an earlier line in every column${sum.en}; they are counted`,
      'zh-CN': `与前面某行完全相同的行${sum['zh-CN']}；已照常计入`,
    }),
    { en: 'remove them from the file if they are copies', 'zh-CN': '如确为重复，请从文件中删除' },
    { table, record: first, money },
  );
}
