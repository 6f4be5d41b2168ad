import { identifier, sql } from '../../engine/sql.ts';
import { type Check, headerOf, tablesOf, trouble } from '../check.ts';

/** Order lines below zero, which are returns and corrections and are netted, and lines that cost nothing, which are purchases all the same. */
export const negativeAmounts: Check = async (context) => {
  const troubles = [];
  for (const table of tablesOf(context, 'orders').filter((candidate) => candidate.stored.includes('amount'))) {
    const [row] = await context.engine.rows<{
      n: number;
      total: number | null;
      first: number | null;
      free: number;
      free_first: number | null;
    }>(
      sql`select count(*) filter (where amount < 0) as n, sum(amount) filter (where amount < 0) as total, min(rowid) filter (where amount < 0) as first,
        count(*) filter (where amount = 0) as free, min(rowid) filter (where amount = 0) as free_first
        from ${identifier(table.name)} where _reason = 0 and amount <= 0`,
    );
    const at = (record: number | null | undefined) => ({ table, record: record ?? null, column: headerOf(table, 'amount') });
    const negative = trouble(
      'amount-negative',
      'info',
      row?.n ?? 0,
      (sum) => ({
        en: `lines with a negative amount${sum.en}, are netted as returns`,
        'zh-CN': `负金额行${sum['zh-CN']}，已作为退货冲减`,
      }),
      null,
      { ...at(row?.first), money: row?.total ?? null },
    );
    const free = trouble(
      'amount-zero',
      'info',
      row?.free ?? 0,
      {
        en: 'lines with the amount 0 (samples, gifts, free replacements) count as purchases and add nothing to the revenue',
        'zh-CN': '金额为 0 的行（样品、赠品、免费补发等），计为购买，不增加销售额',
      },
      null,
      at(row?.free_first),
    );
    troubles.push(negative, free);
  }
  return troubles;
};
