import type { FindingCode } from '../../codes.ts';
import { CrmEvalError } from '../../errors.ts';
import type { Input, Result, TableSection } from '../../result/result.ts';
import type { Localized } from '../../lib/localized.ts';
import { cellsOf } from '../sections.ts';
import { columnNamed, refuseColumns } from './named-columns.ts';
import { pickedRows } from './picked-rows.ts';
import type { AnswerOf } from './select.ts';
import { addTo } from '../../lib/groups.ts';

export interface Part {
  /** Null: the rows in which the column is blank. */
  readonly value: string | null;
  readonly result: Result;
}

/** Findings about the method and the periods: they name no row, customer, value or sum of the files, which may be those of others. */
const ofMethod: ReadonlySet<string> = new Set<FindingCode>([
  'churn-hardly-tested',
  'churn-not-predictable',
  'history-short',
  'inputs-unchanged',
  'period-ends-early',
  'period-lengths-differ',
  'period-partly-covered',
  'period-to-date',
  'projection-not-held',
  'since-later',
]);

/** What stands for a blank. */
export const noValue = '(none)';

/**
 * A Result for each value of a column of words, with its rows of every table that has the column, in the order in which values come first.
 * Sentences, single figures, sums of files and findings speak of all rows, so they are left out, but for findings about the method;
 * `answerOf` makes sentences of the tables of a part. Throws a usage error where no table has the column, the first one with it has numbers
 * there, or all rows are blank in it.
 */
export function split(result: Result, name: string, answerOf: AnswerOf = () => []): Part[] {
  const { lang } = result;
  const tables = result.sections.flatMap((section) => {
    const column = section.kind === 'table' ? columnNamed(section, name, lang) : null;
    return section.kind === 'table' && column !== null ? [{ section, column }] : [];
  });
  const [first] = tables;
  if (first === undefined) return refuseColumns([name], result.sections, lang);
  const { type, id } = first.column;
  if (type !== 'text' && type !== 'id')
    throw new CrmEvalError(
      'column-unfit',
      'usage',
      { en: `the column ${id} has no words to split by`, 'zh-CN': `列 ${id} 不是文本，无法按其拆分` },
      { fix: { en: 'name a column of words, such as owner', 'zh-CN': '请使用文本列，例如 owner' } },
    );
  const placed = tables.map(({ section, column }) => ({ section, places: placesOf(section, column.id) }));
  const findings = result.findings.filter(({ code }) => ofMethod.has(code));
  const values = new Set(placed.flatMap(({ places }) => [...places.keys()]));
  // A filter may leave no others.
  if (values.size === 1 && values.has('') && result.where === undefined) refuseBlank(id, placed);
  return [...values].map((value) => {
    const sections = placed.map(({ section, places }) => withRows(section, places.get(value) ?? []));
    return {
      value: value === '' ? null : value,
      result: {
        ...result,
        title: `${result.title} · ${value === '' ? noValue : value}`,
        answer: answerOf(sections),
        inputs: result.inputs.map(withoutSums),
        sections,
        findings,
        ...(findings.length < result.findings.length ? { findings_in_whole: true } : {}),
        not_computed: [],
      },
    };
  });
}

/** Files without such a column leave it blank in every row. */
function refuseBlank(id: string, tables: readonly { readonly section: TableSection }[]): never {
  const filled = [...new Set(tables.flatMap(({ section }) => filledColumns(section)))];
  throw new CrmEvalError(
    'column-unfit',
    'usage',
    { en: `the column ${id} is blank in every row`, 'zh-CN': `列 ${id} 在所有行中均为空` },
    { fix: fillOrChoose(filled) },
  );
}

/** The name is right, so no other is guessed. */
function fillOrChoose(filled: readonly string[]): Localized {
  const [list, zhList] = [filled.join(', '), filled.join('、')];
  return {
    en: `add a file that has it (such as a customer list with owners), or name its header with --map${list === '' ? '' : `; or split by one of: ${list}`}`,
    'zh-CN': `请加上含有该列的文件（如带负责人的客户表），或用 --map 指定对应的列名${zhList === '' ? '' : `；也可改按以下列拆分：${zhList}`}`,
  };
}

/** Columns of words that have a value in a row. */
function filledColumns({ columns, rows }: TableSection): string[] {
  return columns
    .filter(({ type, code_of: code }) => type === 'text' && code === undefined)
    .map(({ id }) => id)
    .filter((id) => [...cellsOf(rows, id)].some((cell) => cell !== null && cell !== ''));
}

/** The rows of each value; '' stands for a blank. */
function placesOf({ rows }: TableSection, column: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  let place = 0;
  for (const cell of cellsOf(rows, column)) {
    const value = String(cell ?? '').trim();
    addTo(places, value, place);
    place += 1;
  }
  return places;
}

function withRows(section: TableSection, places: readonly number[]): TableSection {
  const ids = section.columns.map(({ id }) => id);
  return { ...section, rows: pickedRows(section.rows, ids, places), total: places.length };
}

function withoutSums(input: Input): Input {
  const { amount: _, ...rest } = input;
  return { ...rest, sum_read: null, sum_used: null, sum_set_aside: null, sum_rejected: null, taken_off: {} };
}
