import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { type ReportCommand, rowsOf, type Runs } from './runs.ts';

/** A figure as it was. */
export interface CoursePoint {
  /** First day of the month that it is of or ends in. */
  readonly month: string;
  readonly value: number | null;
}

/** Where the months of a figure stand, the earliest first: table, column, and that of the day they are of or end on. */
interface CourseSource {
  readonly command: ReportCommand;
  readonly section: string;
  readonly column: string;
  readonly day: string;
}

const ofCompare = (column: string): CourseSource => ({ command: 'compare', section: 'months', column, day: 'month_on' });
const ofPool = (column: string): CourseSource => ({ command: 'pool', section: 'rate_months', column, day: 'last_day' });

/** By the id of the figure. */
const sources: Readonly<Record<string, CourseSource>> = {
  margin: ofCompare('margin'),
  customers: ofCompare('customers'),
  turnover: ofCompare('lost'),
  average_order: ofCompare('average_order'),
  orders: ofCompare('orders'),
  retention: { command: 'churn', section: 'retention_months', column: 'retention_rate', day: 'last_on' },
  net_retention: { command: 'cohorts', section: 'revenue_retention_months', column: 'net_retention', day: 'last_on' },
  pipeline: { command: 'reps', section: 'open_deals_months', column: 'open_amount', day: 'last_on' },
  conversion_rate: ofPool('conversion_rate'),
  utilisation_rate: ofPool('utilisation_rate'),
  nps: { command: 'satisfaction', section: 'trend', column: 'nps', day: 'quarter_on' },
  csat: { command: 'satisfaction', section: 'trend', column: 'csat', day: 'quarter_on' },
};

/** The months of a figure from the first that is known, the earliest first; none where its command does not tell them. */
export function courseOf(runs: Runs, id: string): CoursePoint[] {
  const source = sources[id];
  if (source === undefined) return [];
  const { command, section, column, day } = source;
  const points = Array.from(rowsOf(runs, command, section), (row: ResultRow) => ({
    month: `${String(row[day]).slice(0, 7)}-01`,
    value: numberOf(row[column]),
  }));
  const first = points.findIndex(({ value }) => value !== null);
  return first === -1 ? [] : points.slice(first);
}
