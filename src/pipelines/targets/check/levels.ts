import { groupedBy } from '../../../lib/groups.ts';
import { both, capitalised, type Localized } from '../../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../../result/result.ts';
import { codeOf } from '../../../views/codes.ts';
import type { Column } from '../../../views/columns.ts';
import type { ViewContext } from '../../../views/context.ts';
import { numberOf } from '../../../views/number-of.ts';
import { metricHeading } from '../../../views/of-metrics.ts';
import { table } from '../../../views/table.ts';
import { ambitionWords, metricTitles, periodText, shownAs } from '../../parts/target-words.ts';
import { periodHeading, showsHeading, worded } from './rows.ts';

const ambitions = ['base', 'stretch', 'challenge'] as const;

const verdicts: Readonly<Record<string, Localized>> = {
  in_order: both('in order', '递增'),
  reversed: both('a higher one is less', '高档低于低档'),
  base_missing: both('no base', '缺目标档'),
};

/** Targets of one owner, metric and period that have more than one ambition. */
export interface LevelRow {
  readonly row: ResultRow;
  readonly values: Readonly<Record<(typeof ambitions)[number], number | null>>;
  readonly verdict: keyof typeof verdicts;
}

export function levelRows(targets: readonly ResultRow[]): LevelRow[] {
  const groups = groupedBy(targets, ({ owner, level, parent, metric, period_start: from, period_end: to }) =>
    JSON.stringify([owner, level, parent, metric, from, to]),
  );
  return [...groups.values()]
    .filter((rows) => rows.some(({ ambition }) => ambition !== 'base'))
    .map((rows) => {
      const valueOf = (ambition: string): number | null => numberOf(rows.find((row) => row['ambition'] === ambition)?.['value']);
      const values = { base: valueOf('base'), stretch: valueOf('stretch'), challenge: valueOf('challenge') };
      const known = ambitions.flatMap((ambition) => values[ambition] ?? []);
      const isReversed = known.some((value, index) => index > 0 && value < known[index - 1]!);
      return { row: rows[0]!, values, verdict: isReversed ? 'reversed' : values.base === null ? 'base_missing' : 'in_order' };
    });
}

/** Base, stretch and challenge beside each other; those in the wrong order first. */
export function levelsSection({ lang }: ViewContext, levels: readonly LevelRow[]): TableSection {
  const order = ['reversed', 'base_missing', 'in_order'];
  const figure = (ambition: (typeof ambitions)[number]): Column<LevelRow> => ({
    title: { en: capitalised(ambition), 'zh-CN': ambitionWords[ambition]!['zh-CN'] },
    type: 'number',
    typeFrom: 'shows',
    basis: { en: `The ${ambition} target.`, 'zh-CN': `${ambitionWords[ambition]!['zh-CN']}档的目标值。` },
    value: ({ values }) => values[ambition],
  });
  const metric = worded('target_rows', 'metric', metricTitles);
  return table(
    lang,
    {
      id: 'levels',
      title: { en: 'Base, stretch and challenge', 'zh-CN': '目标、冲刺与挑战' },
      glance: { most: 10, hidden: ['shows'] },
    },
    {
      owner: { ...metricHeading('target_rows', 'owner'), value: ({ row }) => row['owner'] ?? null },
      metric: {
        ...metricHeading('target_rows', 'metric'),
        type: 'text',
        value: ({ row }) => metric.value(row),
        code: ({ row }) => codeOf(row['metric'] ?? null),
      },
      period: { ...periodHeading, value: ({ row }) => periodText(row['period_start'], row['period_end']) },
      base: figure('base'),
      stretch: figure('stretch'),
      challenge: figure('challenge'),
      verdict: {
        title: { en: 'Verdict', 'zh-CN': '结论' },
        type: 'text',
        basis: { en: 'Each ambition is at least as much as the one below it.', 'zh-CN': '各档目标值应逐档不减。' },
        value: ({ verdict }) => verdicts[verdict]!,
        code: ({ verdict }) => verdict,
      },
      shows: { ...showsHeading, value: ({ row }) => shownAs(row['metric'], row['value']) },
    },
    levels.toSorted((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict)),
  );
}
