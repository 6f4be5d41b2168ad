import type { Chart, Result, ResultColumn, ResultRow, TableSection } from '../../../../src/result/result.ts';
import { capitalised } from '../../../../src/lib/localized.ts';
import { awkward } from '../../awkward-result.ts';

export function column(id: string, title: string, type: ResultColumn['type'], unit: string | null = null): ResultColumn {
  return { id, title, type, unit, basis: null };
}

export function section(id: string, chart: Chart | null, columns: ResultColumn[], rows: ResultRow[]): TableSection {
  return {
    id,
    title: `Finding of ${id}`,
    name: id,
    kind: 'table',
    place: 'answer',
    columns,
    rows,
    total: rows.length,
    glance: { first: columns.map((each) => each.id), most: 20, below: [], hidden: [] },
    chart,
  };
}

const months = ['2026-10', '2026-09', '2026-08'];

/** A section of each kind of chart, with gaps, a step across 0, and names that would break what is not escaped. */
export const sections = {
  columns: section(
    'trend',
    { kind: 'columns', label: 'month', value: 'actual', against: 'target', before: 'before' },
    [column('month', 'Month', 'text'), ...['actual', 'target', 'before'].map((id) => column(id, capitalised(id), 'money', 'CNY'))],
    months.map((month, index) => ({ month, actual: index === 1 ? null : 250_000 - 50_000 * index, target: 300_000, before: 200_000 })),
  ),
  bars: section(
    'by_customer',
    { kind: 'bars', label: 'name', value: 'value' },
    [column('name', 'Name', 'text'), column('value', 'Value', 'number')],
    Array.from({ length: 20 }, (_, index) => ({ name: index === 0 ? '=1+1 <b>&"\'' : `客户 ${index}`, value: 20 - index })),
  ),
  waterfall: section(
    'bridge',
    { kind: 'waterfall', label: 'step', value: 'amount' },
    [column('step', 'Step', 'text'), { ...column('amount', 'Amount', 'number'), better: 'high' }],
    [
      { step: 'Before', amount: 3 },
      { step: 'Lost', amount: -5 },
      { step: 'New', amount: 6 },
      { step: 'After', amount: 4 },
    ],
  ),
  lines: section(
    'curves',
    { kind: 'lines', label: 'age', values: ['observed', 'projected'] },
    [column('age', 'Age', 'integer'), column('observed', 'Observed', 'ratio'), column('projected', 'Projected', 'ratio')],
    [
      { age: 0, observed: 1, projected: 0.9 },
      { age: 1, observed: 0.6, projected: 0.7 },
      { age: 2, observed: null, projected: 0.65 },
    ],
  ),
  dots: section(
    'rates',
    { kind: 'dots', label: 'rep', value: 'rate', low: 'low', high: 'high', against: 'usual' },
    [column('rep', 'Rep', 'text'), ...['rate', 'low', 'high', 'usual'].map((id) => column(id, `${id} of rep`, 'ratio'))],
    [
      { rep: 'A', rate: 0.25, low: 0.125, high: 0.5, usual: 0.375 },
      { rep: 'B', rate: 0.5, low: null, high: null, usual: null },
    ],
  ),
  pace: section(
    'pace',
    { kind: 'pace', label: 'month', value: 'actual', against: 'target', before: 'before', forecast: 'forecast', low: 'low', high: 'high' },
    [column('month', 'Month', 'text'), ...['actual', 'target', 'before', 'forecast', 'low', 'high'].map((id) => column(id, id, 'money'))],
    [
      { month: 'November 2025', actual: 10_000, target: 20_000, before: 5000, forecast: null, low: null, high: null },
      { month: 'December 2025', actual: 30_000, target: null, before: 15_000, forecast: 30_000, low: 30_000, high: 30_000 },
      { month: 'January 2026', actual: null, target: 60_000, before: 20_000, forecast: 50_000, low: 40_000, high: 70_000 },
    ],
  ),
  limits: section(
    'limits',
    { kind: 'limits', label: 'rep', value: 'rate', n: 'taken', all: 'all', limits: ['l2', 'l1', 'h1', 'h2'], signal: 'signal' },
    [
      column('rep', 'Rep', 'text'),
      column('taken', 'Taken', 'integer'),
      ...['rate', 'all', 'l2', 'l1', 'h1', 'h2'].map((id) => column(id, id, 'ratio')),
    ],
    [
      { rep: 'A', taken: 100, rate: 0.05, all: 0.2, l2: 0.08, l1: 0.12, h1: 0.28, h2: 0.32, signal: 'far_below' },
      { rep: 'B', taken: 50, rate: 0.2, all: 0.2, l2: 0.02, l1: 0.09, h1: 0.31, h2: 0.4, signal: 'none' },
    ],
  ),
  pareto: section(
    'ranking',
    { kind: 'pareto', label: 'name', value: 'revenue' },
    [column('name', 'Name', 'text'), column('revenue', 'Revenue', 'money')],
    [10, 50, 20, 15, 5].map((revenue, index) => ({ name: `C${index}`, revenue })),
  ),
} as const;

/** A Result of all of them. */
export const charted: Result = { ...awkward, sections: [...awkward.sections, ...Object.values(sections)] };
