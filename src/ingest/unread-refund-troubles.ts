import { grouped } from '../lib/grouped.ts';
import type { Engine } from '../engine/engine.ts';
import { identifier, join, literal, type Sql, sql } from '../engine/sql.ts';
import { moneyInAll, type Trouble, trouble } from '../quality/check.ts';
import { castField } from './casting/cast-field.ts';
import { dateEvidence } from './casting/date-evidence.ts';
import { decideReading } from './casting/decide-reading.ts';
import { nothingSaid } from './overrides.ts';
import { rawColumn } from './raw-records.ts';
import type { LoadedTable } from './table-plan.ts';
import { type SuspectColumn, suspectColumns } from './unread-refunds.ts';

/** Columns of a file that speak of refunds or cancellations and were not read, with the rows that count and the money they say. */
export async function unreadRefundTroubles(table: LoadedTable, engine: Engine): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  for (const suspect of suspectColumns(table)) {
    const raw = rawColumn(suspect.index);
    const money = suspect.kind === 'money' ? moneyOf(table, suspect) : null;
    const amount = table.stored.includes('amount') ? identifier('amount') : sql`null::decimal(18,4)`;
    const says = money !== null ? sql`${money} <> 0` : saysYes(raw, suspect);
    const [row] = await engine.rows<{ n: number; total: number | null; first: number | null }>(
      sql`select count(*) as n, sum(${money ?? amount}) as total, min(line.rowid) as first
        from ${identifier(table.name)} as line inner join ${table.records} as raw on raw._record = line.rowid where line._reason = 0 and ${says}`,
    );
    if (row !== undefined && row.n > 0) troubles.push(unreadRefundTrouble(table, suspect, row));
  }
  return troubles;
}

function saysYes(value: Sql, { kind, words }: SuspectColumn): Sql {
  if (kind === 'words') return sql`${value} in (${join(words.map(literal))})`;
  return sql`${value} is not null and trim(${value}) not in ('', '-', '0')`;
}

function unreadRefundTrouble(
  table: LoadedTable,
  { header, kind, field }: SuspectColumn,
  { n, total, first }: { readonly n: number; readonly total: number | null; readonly first: number | null },
): Trouble {
  const sum = total ?? 0;
  const what = field === 'cancelled' ? { en: 'cancellations', zh: '取消' } : { en: 'refunds', zh: '退款' };
  const message =
    kind === 'money'
      ? {
          en: `rows count in full although "${header}", which is not read, speaks of ${what.en}: ${grouped(sum)} in all`,
          'zh-CN': `行已全额计入，但未读取的“${header}”列涉及${what.zh}，该列合计 ${grouped(sum)}`,
        }
      : {
          en: `rows count${moneyInAll(sum).en}, although "${header}", which is not read, speaks of ${what.en}`,
          'zh-CN': `行已计入${moneyInAll(sum)['zh-CN']}，但未读取的“${header}”列表明有${what.zh}`,
        };
  const option = `--map orders.${kind === 'money' ? 'refunded_amount' : field}=${header}`;
  const fix = { en: `read it: ${option}`, 'zh-CN': `如需读取：${option}` };
  return trouble('refund-column-unread', 'warning', n, message, fix, { table, record: first, column: header, money: total });
}

function moneyOf(table: LoadedTable, { index, header }: SuspectColumn): Sql {
  const definition = table.entity.fields['refunded_amount']!;
  const values = [...new Set(table.table.head.map((record) => record[index] ?? '').filter((value) => value !== ''))];
  return castField(
    definition,
    rawColumn(index),
    decideReading({ field: definition, header, values, evidence: dateEvidence([]), overrides: nothingSaid }),
    null,
  );
}

/** Of a table of a database, by the rows of its head alone. */
export function unreadInHead(table: LoadedTable): Trouble[] {
  const amounts = table.fields.find(({ name }) => name === 'amount');
  return suspectColumns(table).flatMap((suspect) => {
    const says = table.table.head.filter((record) => {
      const cell = (record[suspect.index] ?? '').trim();
      return suspect.kind === 'words' ? suspect.words.includes(cell) : cell !== '' && cell !== '-' && Number(cell) !== 0;
    });
    const column = suspect.kind === 'money' ? suspect.index : amounts?.index;
    const total = column === undefined ? 0 : says.reduce((sum, record) => sum + Math.round((Number(record[column]) || 0) * 100), 0) / 100;
    return says.length === 0 ? [] : [unreadRefundTrouble(table, suspect, { n: says.length, total, first: null })];
  });
}
