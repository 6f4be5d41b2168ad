import type { Lang } from '../../lib/localized.ts';
import type { ValueType } from '../../result/result.ts';
import type { Shape } from '../format.ts';
import type { ChartPlan } from './charts/chart-plan.ts';
import type { SheetRows } from './rows.ts';
import type { SheetMarks } from './marks.ts';

export interface SheetColumn extends Shape {
  readonly title: string;
  /** Of each row, where they differ. */
  readonly types?: readonly ValueType[];
  /** For programs: there, but not seen. */
  readonly hidden?: boolean;
}

export interface TableSheet {
  /** What its table is called for formulas and programs. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** One line below the title. */
  readonly message: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: SheetRows;
  readonly lang: Lang;
  /** How many of the first columns stay in view. */
  readonly keyColumns: number;
  /** How many of the first columns are printed. */
  readonly printed: number | 'all';
  /** For looking things up: one page of it is printed. */
  readonly isDetail?: boolean;
  /** There, but out of sight until somebody unhides it. */
  readonly isHidden?: boolean;
  readonly marks?: SheetMarks;
  /** The picture above the table. */
  readonly chart?: ChartPlan | null;
}

/** Title, message and header. */
export const plainHead = 3;
/** Rows that a chart takes, and one more to the table. */
const chartRows = 17;

/** The row of the header. */
export function headRowOf({ chart = null }: Pick<TableSheet, 'chart'>): number {
  return chart === null ? plainHead : plainHead + chartRows;
}
