import type { ResultRow, TableSection } from '../../../result/result.ts';
import type { Columns } from '../../../views/columns.ts';
import type { ViewContext } from '../../../views/context.ts';
import { numberOf } from '../../../views/number-of.ts';
import { metricColumns, metricHeading } from '../../../views/of-metrics.ts';
import { table } from '../../../views/table.ts';
import { ambitionWords, metricTitles, periodText, shownAs } from '../../parts/target-words.ts';
import { periodHeading, showsHeading, worded } from './rows.ts';
import { dimensionWords, kindWords, sumVerdictWords } from './words.ts';

/** Where parts do not add up to the target above them. */
export function isGap({ verdict }: ResultRow): boolean {
  return verdict === 'over' || verdict === 'short';
}

/** Every target that has parts, with their sum: the largest gaps first. */
export function sumsSection({ lang }: ViewContext, sums: readonly ResultRow[]): TableSection {
  const ordered = sums.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      Math.abs(numberOf(other['gap']) ?? 0) - Math.abs(numberOf(one['gap']) ?? 0) ||
      Number(one['sum_order']) - Number(other['sum_order']),
  );
  return table(
    lang,
    {
      id: 'sums',
      title: { en: 'Parts against their target', 'zh-CN': '分解一致性' },
      glance: {
        first: ['owner', 'metric', 'period', 'children', 'children_sum', 'parent_value', 'gap', 'verdict', 'kind'],
        most: 10,
        hidden: ['shows', 'target_order', 'sum_order'],
      },
      // Of several metrics one scale says nothing.
      ...(new Set(sums.map(({ metric }) => metric)).size === 1
        ? { chart: { kind: 'columns', label: 'owner', value: 'children_sum', against: 'parent_value' } as const }
        : {}),
    },
    sumColumns(),
    ordered,
  );
}

function rank(row: ResultRow): number {
  if (isGap(row)) return 0;
  return ['parent_missing', 'blank', 'incomplete', 'adds_up'].indexOf(String(row['verdict'])) + 1;
}

function sumColumns(): Columns<ResultRow> {
  const figure = (id: string): Columns<ResultRow> => ({
    [id]: { ...metricHeading('target_sums', id), typeFrom: 'shows', value: (row) => row[id] ?? null },
  });
  return {
    ...metricColumns('target_sums', 'owner'),
    metric: worded('target_sums', 'metric', metricTitles),
    ambition: worded('target_sums', 'ambition', ambitionWords),
    period: { ...periodHeading, value: (row) => periodText(row['period_start'], row['period_end']) },
    kind: worded('target_sums', 'kind', kindWords),
    dimension: worded('target_sums', 'dimension', dimensionWords),
    ...metricColumns('target_sums', 'children'),
    ...figure('children_sum'),
    ...figure('parent_value'),
    ...figure('gap'),
    verdict: worded('target_sums', 'verdict', sumVerdictWords),
    ...metricColumns('target_sums', 'left_out'),
    ...figure('left_out_sum'),
    ...metricColumns('target_sums', 'period_start', 'period_end', 'target_order', 'sum_order'),
    shows: { ...showsHeading, value: ({ metric }) => shownAs(metric) },
  };
}
