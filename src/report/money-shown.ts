import { inUnit, type MoneyDisplay, moneyLabel, type MoneyUnit } from '../lib/money-display.ts';
import { fill, type Lang } from '../lib/localized.ts';
import { RowList } from '../lib/row-list.ts';
import type { Fact, FactsSection, Result, ResultCell, ResultColumn, ResultRow, ResultRows, TableSection } from '../result/result.ts';
import { cellOf, cellType } from './sections.ts';
import { reportWords } from './words.ts';

/**
 * The Result with its amounts as people want to read them: in a unit, with the unit and the currency behind titles. Sentences have been written so.
 * Who is to reckon with it has the amount itself in a column of its own beside the one in the unit.
 */
export function withMoneyShown(given: Result, display: MoneyDisplay, { beside }: { readonly beside: boolean } = { beside: false }): Result {
  const result = beside && (display.unit ?? null) !== null ? withWholeAmounts(given, display) : given;
  const label = moneyLabel(display);
  if (label === null) return result;
  const amount = (cell: ResultCell): ResultCell => (typeof cell === 'number' ? inUnit(cell, display) : cell);
  const { unit = null } = display;
  const shown: Shown = { label, lang: result.lang, counted: unit === null ? {} : { counted_in: unit }, amount };
  return {
    ...result,
    sections: result.sections.map((section) => (section.kind === 'facts' ? factsIn(section, shown) : tableIn(section, shown))),
  };
}

/** Each column of amounts that people see once more, as it is. */
function withWholeAmounts(result: Result, { currency }: MoneyDisplay): Result {
  const unit = currency ?? result.currency ?? fill(reportWords.wholeAmount, result.lang);
  return {
    ...result,
    sections: result.sections.map((section) => {
      if (section.kind === 'facts') return section;
      const { rows, glance } = section;
      const amounts = section.columns.filter((column) => isAmount(column) && !glance.hidden.includes(column.id)).map(({ id }) => id);
      const beside = (column: ResultColumn): ResultColumn => ({ ...column, id: wholeId(column.id), unit });
      return {
        ...section,
        columns: section.columns.flatMap((column) => (amounts.includes(column.id) ? [column, beside(column)] : [column])),
        rows:
          rows instanceof RowList
            ? amounts.reduce((list, id) => list.with(wholeId(id), [id], (cell) => cell), rows)
            : [...rows].map((row) => ({ ...row, ...Object.fromEntries(amounts.map((id) => [wholeId(id), cellOf(row, id)])) })),
      };
    }),
  };
}

/** Ids are of words and underscores, so that no other column is called so. */
function wholeId(id: string): string {
  return `${id}.whole`;
}

function isAmount({ id, type, type_from: from }: ResultColumn): boolean {
  return type === 'money' && from === undefined && !id.endsWith('.whole');
}

interface Shown {
  readonly label: string;
  readonly lang: Lang;
  readonly counted: { readonly counted_in?: MoneyUnit };
  readonly amount: (cell: ResultCell) => ResultCell;
}

function factsIn(section: FactsSection, { label, counted, amount }: Shown): FactsSection {
  const number = (value: number | null): number | null => amount(value) as number | null;
  const fact = (each: Fact): Fact =>
    each.type === 'money'
      ? { ...each, value: amount(each.value), low: number(each.low), high: number(each.high), unit: label, ...counted }
      : each;
  return { ...section, facts: section.facts.map(fact) };
}

function tableIn(section: TableSection, shown: Shown): TableSection {
  const whole = section.columns.filter(isAmount);
  const columns = section.columns.map((column) =>
    whole.includes(column)
      ? { ...column, ...shown.counted, unit: shown.label }
      : column.type_from === undefined
        ? column
        : { ...column, ...shown.counted },
  );
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
