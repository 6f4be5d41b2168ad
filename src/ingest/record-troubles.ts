import type { FindingCode } from '../codes.ts';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, sql } from '../engine/sql.ts';
import type { Localized } from '../lib/localized.ts';
import { moneyInAll, type Trouble, trouble } from '../quality/check.ts';
import type { RecordProblem } from '../source/raw-table.ts';
import { columnShapes, surplusCell } from '../source/row-step.ts';
import { castField } from './casting/cast-field.ts';
import { moneyColumns } from './money-columns.ts';
import { moneyOf } from './rejects.ts';
import { recordWords } from '../model/record-words.ts';
import type { LoadedTable } from './table-plan.ts';
import { groupedBy } from '../lib/groups.ts';

/** Codes of records that were kept and whose figures are doubtful: they concern the rows that are used, and their money. */
const doubtful: ReadonlySet<FindingCode> = new Set(['record-short', 'cell-beside']);

/** Of more records than this, the engine is not asked which are used. */
const askedRecords = 10_000;

/** Records that the reader could not take or doubts, with their money, and what it decided of the file, by code. */
export async function recordTroubles(loaded: LoadedTable, engine: DuckDbEngine): Promise<Trouble[]> {
  const { rejected, problems } = loaded.table;
  const codeOf = ({ code }: RecordProblem): FindingCode => code;
  const groups = groupedBy(problems, codeOf);
  const troubles: Trouble[] = [];
  for (const [code, group] of groupedBy(rejected, codeOf))
    troubles.push(found(loaded, [...group, ...(groups.get(code) ?? [])], 'warning', await rejectedMoney(loaded, group, engine)));
  for (const [code, group] of groups) {
    if (rejected.some((problem) => problem.code === code)) continue;
    if (!doubtful.has(code)) {
      troubles.push(found(loaded, group, recordWords(code).level));
      continue;
    }
    const { used, amount } = await usedOf(loaded, group, engine);
    if (used.length > 0) troubles.push(found(loaded, used, recordWords(code).level, moneyInAll(amount)));
  }
  return troubles;
}

function found(loaded: LoadedTable, group: readonly RecordProblem[], level: 'warning' | 'info', money?: Localized): Trouble {
  const [first] = group as [RecordProblem, ...RecordProblem[]];
  const { message: what, fix } = recordWords(first.code);
  const message = first.lookedAt === undefined ? what : ofTheFirst(what, first.lookedAt);
  const said = { en: message.en + (money?.en ?? ''), 'zh-CN': message['zh-CN'] + (money?.['zh-CN'] ?? '') };
  const at = { table: loaded, column: first.column, value: first.value };
  return { ...trouble(first.code, level, group.length, said, fix, at), position: { line: first.line, cell: first.cell } };
}

function ofTheFirst(what: Localized, records: number): Localized {
  return {
    en: `${what.en} (counted in the first ${records} records only)`,
    'zh-CN': `${what['zh-CN']}（仅统计前 ${records} 行）`,
  };
}

async function usedOf(
  loaded: LoadedTable,
  group: readonly RecordProblem[],
  engine: DuckDbEngine,
): Promise<{ used: readonly RecordProblem[]; amount: number | null }> {
  if (group.length > askedRecords) return { used: group, amount: null };
  const records = group.flatMap(({ record }) => (record === null ? [] : [record]));
  const rows = await engine.rows<{ record: number; total: number | null }>(
    sql`select rowid as record, sum(${moneyOf(loaded)}) over () as total from ${identifier(loaded.name)}
      where _reason = 0 and rowid in (${join(records.map((record) => sql`${record}`))}) order by 1`,
  );
  const used = new Set(rows.map(({ record }) => record));
  return { used: group.filter(({ record }) => record !== null && used.has(record)), amount: rows[0]?.total ?? null };
}

/** The money of rejected records, as far as their cells tell it. */
async function rejectedMoney(loaded: LoadedTable, group: readonly RecordProblem[], engine: DuckDbEngine): Promise<Localized | undefined> {
  const money = moneyColumns.get(loaded.entity.id);
  const field = loaded.fields.find(({ name }) => name === money);
  const shapes = columnShapes(loaded.table.head, loaded.table.columns.length);
  if (field === undefined || shapes === null) return undefined;
  const amounts = group.flatMap(({ code, cells }) => {
    if (code !== 'extra-cell' || cells === undefined) return [];
    const surplus = surplusCell(cells, shapes);
    const isInStep = surplus === null && cells.slice(shapes.length).every((cell) => cell.trim() === '');
    if (surplus === null && !isInStep) return [];
    return [cells[field.index + (surplus !== null && surplus <= field.index ? 1 : 0)] ?? ''];
  });
  if (amounts.length === 0) return undefined;
  const value = castField(field.definition, sql`cell`, field.reading, null);
  const [row] = await engine.rows<{ total: number | null }>(
    sql`select sum(${value}) as total from (values ${join(amounts.map((cell) => sql`(${cell})`))}) as cells (cell)`,
  );
  const said = moneyInAll(row?.total ?? null);
  if (amounts.length === group.length || said.en === '') return said;
  return { en: `${said.en} in the ${amounts.length} that tell it`, 'zh-CN': `${said['zh-CN']}（仅含可判断金额的 ${amounts.length} 行）` };
}
