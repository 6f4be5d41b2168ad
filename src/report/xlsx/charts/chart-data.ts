import { columnLetters } from '../../../lib/column-letters.ts';
import { fill, type Lang } from '../../../lib/localized.ts';
import { sheetText } from '../cells.ts';
import { quietStyle, type WorkbookWriter } from '../styles.ts';
import type { ChartPlan, ChartSeries } from './chart-plan.ts';
import { chartWords } from './chart-sheet-words.ts';

/** Cells of the sheet of chart data, as a formula names them, with what they hold. */
export interface CellRange<Value> {
  readonly formula: string;
  readonly values: readonly Value[];
}

/** A series with its cells. */
export interface PlacedSeries extends ChartSeries {
  readonly name: CellRange<string>;
  readonly cells: CellRange<number | null>;
}

/** A chart with its cells. */
export interface PlacedChart {
  readonly plan: ChartPlan;
  readonly labels: CellRange<string | number>;
  readonly series: readonly PlacedSeries[];
  readonly interval: { readonly below: PlacedSeries; readonly above: PlacedSeries } | null;
}

/** What charts draw, block below block on a sheet of its own: tables may be sorted and filtered without a chart becoming another. */
export class ChartData {
  readonly #sheetName: string;
  readonly #rows: (readonly (string | number | null)[])[] = [];

  constructor(sheetName: string) {
    this.#sheetName = sheetName;
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  /** Gives the chart its cells: a title, a line of heads, a row a label, and a blank line. */
  place(plan: ChartPlan): PlacedChart {
    const columns = [...plan.series, ...(plan.interval === undefined ? [] : [plan.interval.below, plan.interval.above])];
    this.#rows.push([plan.title], [plan.labelTitle, ...columns.map(({ title }) => title)]);
    const head = this.#rows.length;
    const [first, last] = [head + 1, head + plan.labels.length];
    plan.labels.forEach((label, row) => this.#rows.push([label, ...columns.map(({ figures }) => figures[row] ?? null)]));
    this.#rows.push([]);
    const range = (column: number, from: number, to: number): string => {
      const letters = columnLetters(column);
      const cell = (row: number): string => `$${letters}$${row}`;
      return `'${this.#sheetName}'!${from === to ? cell(from) : `${cell(from)}:${cell(to)}`}`;
    };
    const placed = columns.map((series, index): PlacedSeries => ({
      ...series,
      name: { formula: range(index + 2, head, head), values: [series.title] },
      cells: { formula: range(index + 2, first, last), values: series.figures },
    }));
    const [below, above] = placed.slice(plan.series.length);
    return {
      plan,
      labels: { formula: range(1, first, last), values: plan.labels },
      series: placed.slice(0, plan.series.length),
      interval: below === undefined || above === undefined ? null : { below, above },
    };
  }

  /** Writes the sheet, out of sight. */
  write(workbook: WorkbookWriter): void {
    const sheet = workbook.addWorksheet(this.#sheetName, { state: 'hidden', views: [{ showGridLines: false }] });
    sheet.columns = [{ width: 30 }, ...Array.from({ length: 8 }, () => ({ width: 18 }))];
    for (const values of this.#rows) {
      const row = sheet.addRow([]);
      values.forEach((value, index) => {
        if (value === null) return;
        row.getCell(index + 1).value = typeof value === 'string' ? sheetText(value) : value;
      });
      if (values.length === 1) row.getCell(1).style = quietStyle;
      row.commit();
    }
    sheet.commit();
  }
}

export function chartDataName(lang: Lang): string {
  return fill(chartWords.data, lang);
}
