import { addMonths, type IsoDate } from '../lib/dates.ts';
import { both, type Localized } from '../lib/localized.ts';
import { periodWords } from '../lib/period-words.ts';
import type { Column } from './columns.ts';

/** Something of a calendar month, which is known by its first day. */
interface OfMonth {
  readonly month: IsoDate;
}

/** The month as people call it. */
export function monthColumn(basis: Localized): Column<OfMonth> {
  return {
    title: both('Month', '月份'),
    type: 'text',
    basis,
    value: ({ month }) => periodWords({ from: month, to: addMonths(month, 1) }),
  };
}

/** The same for other programs. */
export const monthOnColumn: Column<OfMonth> = {
  title: both('First day', '首日'),
  type: 'date',
  basis: both('First day of the month.', '当月第一天。'),
  value: ({ month }) => month,
};
