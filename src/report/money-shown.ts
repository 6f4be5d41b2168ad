import { inUnit, type MoneyDisplay, moneyLabel } from '../lib/money-display.ts';
import { fill, type Lang } from '../lib/localized.ts';
import { RowList } from '../lib/row-list.ts';
import type { Fact, FactsSection, Result, ResultCell, ResultRow, ResultRows, TableSection } from '../result/result.ts';
import { cellType } from './sections.ts';
import { reportWords } from './words.ts';

/** The Result with its amounts as people want to read them: in a unit, with the unit and the currency behind titles. Sentences have been written so. */
export function withMoneyShown(result: Result, display: MoneyDisplay): Result {
  const label = moneyLabel(display);
  if (label === null) return result;
  const shown: Shown = { label, lang: result.lang, amount: (cell) => (typeof cell === 'number' ? inUnit(cell, display) : cell) };
  return {
    ...result,
    sections: result.sections.map((section) => (section.kind === 'facts' ? factsIn(section, shown) : tableIn(section, shown))),
  };
}

interface Shown {
  readonly label: string;
  readonly lang: Lang;
  readonly amount: (cell: ResultCell) => ResultCell;
}

function factsIn(section: FactsSection, { label, amount }: Shown): FactsSection {
  const number = (value: number | null): number | null => amount(value) as number | null;
  const fact = (each: Fact): Fact =>
    each.type === 'money' ? { ...each, value: amount(each.value), low: number(each.low), high: number(each.high), unit: label } : each;
  return { ...section, facts: section.facts.map(fact) };
}

function tableIn(section: TableSection, shown: Shown): TableSection {
  const whole = section.columns.filter((column) => column.type === 'money' && column.type_from === undefined);
  const columns = section.columns.map((column) => (whole.includes(column) ? { ...column, unit: shown.label } : column));
  const rows = amountsIn(
    section.rows,
    whole.map(({ id }) => id),
    shown,
  );
  return {
    ...section,
    columns,
    rows: section.columns.some((column) => column.type_from !== undefined) ? mixedRows(section, rows, shown) : rows,
  };
}

function amountsIn(rows: ResultRows, ids: readonly string[], { amount }: Shown): ResultRows {
  if (ids.length === 0) return rows;
  if (rows instanceof RowList) return ids.reduce((list: RowList, id) => list.with(id, [id], amount), rows);
  return [...rows].map((row) => ({
    ...row,
    ...Object.fromEntries(ids.filter((id) => Object.hasOwn(row, id)).map((id) => [id, amount(row[id] ?? null)])),
  }));
}

/** Rows that say themselves what their figures are: the name of those of money has the unit. */
function mixedRows({ columns }: TableSection, rows: ResultRows, { label, lang, amount }: Shown): ResultRows {
  const name = columns.find(({ type }) => type === 'text')?.id;
  return [...rows].map((row): ResultRow => {
    const ids = columns.filter((column) => column.type_from !== undefined && cellType(row, column) === 'money').map(({ id }) => id);
    if (ids.length === 0) return row;
    const named = name === undefined ? {} : { [name]: fill(reportWords.withUnit, lang, { title: String(row[name] ?? ''), unit: label }) };
    return { ...row, ...Object.fromEntries(ids.map((id) => [id, amount(row[id] ?? null)])), ...named };
  });
}
