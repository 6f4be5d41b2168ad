import { identifier, sql } from '../../engine/sql.ts';
import { type Check, headerOf, tablesOf, trouble } from '../check.ts';

/** Negative order lines: returns and corrections. They are netted. */
export const negativeAmounts: Check = async (context) => {
  const troubles = [];
  for (const table of tablesOf(context, 'orders').filter((candidate) => candidate.stored.includes('amount'))) {
    const [row] = await context.engine.rows<{ n: number; total: number | null; first: number | null }>(
      sql`select count(*) as n, sum(amount) as total, min(rowid) as first from ${identifier(table.name)} where _reason = 0 and amount < 0`,
    );
    if (row === undefined || row.n === 0) continue;
    troubles.push(
      trouble(
        'amount-negative',
        'info',
        row.n,
        {
          en: `lines with a negative amount, ${row.total} in all, are netted as returns`,
          'zh-CN': `负金额行，合计 ${row.total}，已作为退货冲减`,
        },
        null,
        { table, record: row.first, column: headerOf(table, 'amount') },
      ),
    );
  }
  return troubles;
};
