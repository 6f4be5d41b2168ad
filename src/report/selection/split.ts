import { CrmEvalError } from '../../errors.ts';
import type { Input, Result, Section, TableSection } from '../../result/result.ts';
import { cellsOf } from '../sections.ts';
import { columnNamed, refuseColumns } from './named-columns.ts';
import { pickedRows } from './picked-rows.ts';
import { addTo } from '../../lib/groups.ts';

export interface Part {
  /** Null: the rows in which the column is blank. */
  readonly value: string | null;
  readonly result: Result;
}

/** What stands for a blank. */
export const noValue = '(none)';

/**
 * A Result for each value of a column of words, with its rows of every table that has the column, in the order in which values come first.
 * Sentences, single figures, sums of files and findings speak of all rows, so they are left out; `answerOf` makes sentences of the tables of
 * a part. Throws a usage error where no table has the column, or the first one with it has numbers there.
 */
export function split(result: Result, name: string, answerOf: (sections: readonly Section[]) => string[] = () => []): Part[] {
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
  const values = new Set(placed.flatMap(({ places }) => [...places.keys()]));
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
        findings: [],
        not_computed: [],
      },
    };
  });
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
