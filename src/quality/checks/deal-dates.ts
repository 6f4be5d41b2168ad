import { identifier, sql } from '../../engine/sql.ts';
import { type Check, headerOf, tablesOf, trouble } from '../check.ts';

/** Deals that are won or lost before they began: one of the two days is a slip, and so is the cycle between them. */
export const dealDates: Check = async (context) => {
  const troubles = [];
  for (const table of tablesOf(context, 'opportunities')) {
    if (!['state', 'created_on', 'closed_on'].every((field) => table.stored.includes(field))) continue;
    const [row] = await context.engine.rows<{ n: number; first: number | null; value: string | null }>(
      sql`select count(*) as n, min(rowid) as first, arg_min(closed_on, rowid)::varchar as value
        from ${identifier(table.name)} where _reason = 0 and state in ('won', 'lost') and closed_on < created_on`,
    );
    troubles.push(
      trouble(
        'deal-closed-before-created',
        'warning',
        row?.n ?? 0,
        {
          en: 'deals are closed before they were created: they count, but how long they took is not known',
          'zh-CN': '商机的结束日期早于创建日期：照常计入，但不计成交周期',
        },
        { en: 'correct one of the two dates', 'zh-CN': '请更正其中一个日期' },
        { table, record: row?.first ?? null, column: headerOf(table, 'closed_on'), value: row?.value ?? null },
      ),
    );
  }
  return troubles;
};
