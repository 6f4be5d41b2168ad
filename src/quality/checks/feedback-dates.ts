import { identifier, sql } from '../../engine/sql.ts';
import type { FindingCode } from '../../codes.ts';
import type { Localized } from '../../lib/localized.ts';
import { type Check, headerOf, tablesOf, trouble } from '../check.ts';

/** Days that cannot lie before the day the feedback came in. */
const later: readonly { readonly field: string; readonly code: FindingCode; readonly text: Localized }[] = [
  {
    field: 'closed_on',
    code: 'feedback-closed-before-opened',
    text: {
      en: 'feedback is closed before it came in: it counts as closed, but how long that took is not known',
      'zh-CN': '反馈的关闭日期早于反馈时间：按已关闭计，但不计处理用时',
    },
  },
  {
    field: 'due_on',
    code: 'feedback-due-before-opened',
    text: {
      en: 'actions were to be done before the feedback came in: while open they count as overdue from that day',
      'zh-CN': '措施的计划完成日期早于反馈时间：未完成时自该日起计为逾期',
    },
  },
];

/** Complaints and actions that were closed or due before the feedback came in: one of the two days is a slip. */
export const feedbackDates: Check = async (context) => {
  const troubles = [];
  for (const table of tablesOf(context, 'feedback')) {
    if (!table.stored.includes('at')) continue;
    for (const { field, code, text } of later.filter((each) => table.stored.includes(each.field))) {
      const day = identifier(field);
      const [row] = await context.engine.rows<{ n: number; first: number | null; value: string | null }>(
        sql`select count(*) as n, min(rowid) as first, arg_min(${day}, rowid)::varchar as value
          from ${identifier(table.name)} where _reason = 0 and cast(${day} as date) < cast(${identifier('at')} as date)`,
      );
      troubles.push(
        trouble(
          code,
          'warning',
          row?.n ?? 0,
          text,
          { en: 'correct one of the two dates', 'zh-CN': '请更正其中一个日期' },
          { table, record: row?.first ?? null, column: headerOf(table, field), value: row?.value ?? null },
        ),
      );
    }
  }
  return troubles;
};
