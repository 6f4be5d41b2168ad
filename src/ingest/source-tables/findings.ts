import type { Localized } from '../../lib/localized.ts';
import type { Lang } from '../../lib/localized.ts';
import { type Trouble, trouble } from '../../quality/check.ts';
import type { LoadedTable } from '../table-plan.ts';
import { unknownWords, unreadCode } from '../unread-cells.ts';
import type { UnreadCells } from './account.ts';
import type { SourceField, SourcePlan } from './plan.ts';
import type { UnknownWord } from './words.ts';

/** Words of one column that are named one by one; the others are counted together. */
const namedWords = 100;

/** What a reader of the figures has to know about how the columns of a table are typed. */
export function typeTroubles(plan: SourcePlan, table: LoadedTable, zone: string | null): Trouble[] {
  const own = plan.fields.filter((field) => field.understand === undefined);
  return own.flatMap((field): Trouble[] => {
    const at = { table, column: field.header };
    if (field.column.kind === 'timestamptz' && zone === null) {
      return [
        trouble(
          'timezone-assumed',
          'warning',
          1,
          {
            en: 'instants with a zone are read in UTC: late hours may fall on the wrong day',
            'zh-CN': '带时区的时刻按 UTC 读取，日期可能差一天',
          },
          { en: 'name the zone: --timezone Asia/Shanghai', 'zh-CN': '请指定时区：--timezone Asia/Shanghai' },
          at,
        ),
      ];
    }
    if (field.column.kind !== 'float' || field.definition.type !== 'money') return [];
    const text = {
      en: `money is stored as ${field.column.type}, which is inexact; read to four decimals`,
      'zh-CN': `金额列类型为 ${field.column.type}，本身不精确；按四位小数读取`,
    };
    return [trouble('money-inexact', 'info', 1, text, null, at)];
  });
}

/** Cells that could not be read: for words one finding a word, for others one a column. */
export function unreadTroubles(table: LoadedTable, unread: readonly UnreadCells[], unknown: readonly UnknownWord[]): Trouble[] {
  return unread.flatMap(({ field, cells, example }) => {
    if (field.definition.type !== 'choice' && field.definition.type !== 'flag') {
      return [cellTrouble(table, field, cells, example, cellFix(table, field))];
    }
    const words = unknown.filter((word) => word.field.name === field.name);
    const message = unknownWords(words.map(({ word, rows }) => [word, rows]));
    const named = words
      .slice(0, namedWords)
      .map(({ word, rows }) => cellTrouble(table, field, rows, word, wordFix(table, field, word), message));
    const rest = cells - named.reduce((count, { count: rows }) => count + rows, 0);
    return rest > 0 ? [...named, cellTrouble(table, field, rest, null, wordFix(table, field, null))] : named;
  });
}

function cellTrouble(
  table: LoadedTable,
  field: SourceField,
  count: number,
  value: string | null,
  fix: Localized,
  said?: Localized,
): Trouble {
  const { code, message } = unreadCode(field.definition);
  return trouble(code, 'warning', count, said ?? message, fix, { table, column: field.header, value });
}

function wordFix({ entity }: LoadedTable, { name, definition }: SourceField, word: string | null): Localized {
  const values = definition.type === 'flag' ? ['true', 'false'] : Object.keys(definition.choices ?? {});
  const said = word ?? '…';
  const option = `--map ${entity.id}.${name}.<${values.join('|')}>=${said}`;
  const config = `sources.${entity.id}.values.${name}: {${values[0] ?? ''}: [${said}]}`;
  return { en: `say what it means: ${option}, or in the config ${config}`, 'zh-CN': `请说明含义：${option}，或在配置中写 ${config}` };
}

function cellFix({ entity, table }: LoadedTable, { name }: SourceField): Localized {
  return {
    en: `correct the rows in ${table.file}, or name another column as sources.${entity.id}.columns.${name}`,
    'zh-CN': `请修正 ${table.file} 中的数据，或在 sources.${entity.id}.columns.${name} 中改用另一列`,
  };
}

/** How to go on with a cell, for `--rejects`. */
export function fixOf(table: LoadedTable, field: SourceField, value: string, lang: Lang): string {
  const isWord = field.definition.type === 'choice' || field.definition.type === 'flag';
  return (isWord ? wordFix(table, field, value) : cellFix(table, field))[lang];
}
