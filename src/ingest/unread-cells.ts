import type { FindingCode } from '../codes.ts';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import { identifier, join, sql } from '../engine/sql.ts';
import type { Localized } from '../lib/localized.ts';
import type { Field } from '../model/define.ts';
import { type Trouble, trouble } from '../quality/check.ts';
import { rawColumn } from './raw-records.ts';
import type { FieldPlan, LoadedTable } from './table-plan.ts';
import { fieldBit, holdsCells, unreadFields } from './unread-mask.ts';
import { groupedBy } from '../lib/groups.ts';

/** A cell that holds something that could not be read as its field. */
export interface UnreadCell {
  readonly table: LoadedTable;
  readonly field: FieldPlan;
  readonly record: number;
  readonly value: string;
}

/** At most so many cells of one table are kept for `--rejects`; the counts are of all. */
const keptCells = 1_000_000;

/** Finds the unread cells of a table, those of lines that are no records (a sum, the header once more) left out; the file is read once more, and only when there are any. */
export async function unreadCells(table: LoadedTable, engine: DuckDbEngine): Promise<UnreadCell[]> {
  const fields = await unreadFields(table, engine);
  if (fields.length === 0) return [];
  const cells = join(
    fields.map((field) => {
      return sql`select ${field.index} as position, record, ${rawColumn(field.index)} as value from marked where (mask & ${fieldBit(table.fields.indexOf(field))}) <> 0`;
    }),
    ' union all ',
  );
  const rows = await engine.rows<{ position: number; record: number; value: string }>(sql`
    with marked as (select lines.rowid as record, lines._bad as mask, raw.* from ${identifier(table.name)} as lines inner join ${table.records} as raw on raw._record = lines.rowid where lines._bad <> 0 and lines.${holdsCells})
    select position, record, value from (${cells}) order by record, position limit ${keptCells}`);
  const byPosition = new Map(fields.map((field) => [field.index, field]));
  return rows.map((row) => ({ table, field: byPosition.get(row.position)!, record: row.record, value: row.value }));
}

/** One finding a column: how many cells, the first of them, what was expected; for choices one a word, each with all words of the column. */
export function unreadTroubles(cells: readonly UnreadCell[]): Trouble[] {
  const groups = groupedBy(cells, ({ table, field, value }) =>
    JSON.stringify([table.name, field.name, isChoice(field.definition) ? value : '']),
  );
  const columnOf = ({ table, field }: UnreadCell): string => JSON.stringify([table.name, field.name]);
  const columns = groupedBy(
    [...groups.values()].filter(([first]) => isChoice(first!.field.definition)),
    ([first]) => columnOf(first!),
  );
  const words = new Map([...columns].map(([column, own]) => [column, unknownWords(own.map((group) => [group[0]!.value, group.length]))]));
  return [...groups.values()].map((group) => {
    const [first] = group as [UnreadCell];
    const what = unreadCode(first.field.definition);
    const message = words.get(columnOf(first)) ?? what.message;
    return trouble(what.code, 'warning', group.length, message, fixFor(first), {
      table: first.table,
      record: first.record,
      column: first.field.header,
      value: first.value,
    });
  });
}

/** So many words are named. */
const namedWords = 5;

/** `words that are not understood: "shipped" (52), "held" (36)`, the most frequent first. */
export function unknownWords(words: readonly (readonly [word: string, count: number])[]): Localized {
  const ordered = words.toSorted(([one, rows], [other, others]) => others - rows || (one < other ? -1 : 1));
  const named = ordered.slice(0, namedWords);
  const more = ordered.length - named.length;
  return {
    en: `words that are not understood: ${named.map(([word, count]) => `"${word}" (${count})`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    'zh-CN': `无法识别的取值：${named.map(([word, count]) => `“${word}”（${count} 处）`).join('、')}${more > 0 ? `，另有 ${more} 种` : ''}`,
  };
}

/** Code and words for a cell that is not what its field holds. */
export function unreadCode(field: Field): { code: FindingCode; message: Localized } {
  switch (field.type) {
    case 'id':
      return {
        code: 'id-lossy',
        message: {
          en: 'the id was cut to scientific notation and has lost digits; it is not joined on',
          'zh-CN': '编号被改成科学计数法，已丢失位数，不参与关联',
        },
      };
    case 'date':
    case 'instant':
      return { code: 'date-invalid', message: { en: 'not a date', 'zh-CN': '不是有效日期' } };
    case 'flag':
    case 'choice':
      return { code: 'word-unknown', message: { en: 'a word that is not understood', 'zh-CN': '无法识别的取值' } };
    default:
      return { code: 'number-invalid', message: { en: 'not a number', 'zh-CN': '不是有效数字' } };
  }
}

function isChoice(field: Field): boolean {
  return field.type === 'choice' || field.type === 'flag';
}

/** How to go on with a cell that could not be read. */
export function fixFor({ table, field, value }: UnreadCell): Localized {
  const name = `${table.entity.id}.${field.name}`;
  if (field.definition.type === 'choice') {
    const values = Object.keys(field.definition.choices ?? {}).join('|');
    return { en: `say what it means: --map ${name}.<${values}>=${value}`, 'zh-CN': `请说明含义：--map ${name}.<${values}>=${value}` };
  }
  if (field.definition.type === 'date' || field.definition.type === 'instant') {
    return {
      en: `correct the cells, or say how dates are written: --map ${name}.order=day-first`,
      'zh-CN': `请修正单元格，或说明日期写法：--map ${name}.order=day-first`,
    };
  }
  return {
    en: `correct the cells, or map another column: --map ${name}=HEADER`,
    'zh-CN': `请修正单元格，或改用另一列：--map ${name}=列名`,
  };
}
