import { sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import type { Verdict } from '../../metrics/comparison/parts/change-rows.ts';
import { declared } from '../../metrics/comparison/parts/measures.ts';
import { verdictWords } from '../parts/verdict-words.ts';
import { meaningHeading, nameHeading } from './customers.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { unitWord } from '../../result/unit-words.ts';
import { codeOf } from '../../views/codes.ts';
import type { Column, Columns } from '../../views/columns.ts';
import type { ViewContext } from '../../views/context.ts';
import { type Judgement, judgementOf } from '../../result/judgement.ts';
import { beyondChanceWords, judgementColumn } from '../../views/judgement.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';

/** One row a measure: both figures, their difference, and whether that is more than chance. */
export async function changesSection({ engine, lang }: ViewContext): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`select * from period_changes order by measure_order`);
  const tests = rows.filter((row) => row['p'] !== null).length;
  const measure = (row: ResultRow) => declared({ id: String(row['measure']) });
  const judgement = (row: ResultRow): Judgement | null =>
    row['verdict'] === 'more_than_chance'
      ? judgementOf(measure(row).better, numberOf(row['difference_per_day']) ?? numberOf(row['difference']))
      : null;
  const worded = (id: string, words: Readonly<Record<string, Localized>>): Column<ResultRow> => ({
    ...metricHeading('period_changes', id),
    type: 'text',
    value: ({ [id]: word }) => (typeof word === 'string' ? (words[word]?.[lang] ?? word) : null),
    code: ({ [id]: word = null }) => codeOf(word),
  });
  return table(
    lang,
    {
      id: 'changes',
      title: { en: 'What changed', 'zh-CN': '指标变化' },
      place: 'basis',
      glance: {
        first: [
          'title',
          'before',
          'after',
          'difference',
          'relative_difference',
          'relative_difference_per_day',
          'verdict',
          'p_adjusted',
          'low',
          'high',
          'difference_per_day',
          'low_per_day',
          'high_per_day',
        ],
        hidden: ['shows', 'shows_difference', 'shows_per_day', 'measure', 'judgement'],
      },
    },
    {
      title: { ...nameHeading, value: (row) => measure(row).title[lang] },
      ...figures('shows', 'before', 'after'),
      ...figures('shows_difference', 'difference'),
      ...plain('relative_difference'),
      verdict: {
        ...worded('verdict', verdictWords),
        value: (row) =>
          row['verdict'] === 'more_than_chance' ? beyondChanceWords(judgement(row)) : verdictWords[row['verdict'] as Verdict],
      },
      judgement: judgementColumn(judgement),
      p_adjusted: { ...metricHeading('period_changes', 'p_adjusted'), basis: adjusted(tests), value: (row) => row['p_adjusted'] ?? null },
      ...plain('p'),
      ...figures('shows_difference', 'low', 'high'),
      ...figures('shows_per_day', 'before_per_day', 'after_per_day', 'difference_per_day'),
      ...plain('relative_difference_per_day'),
      ...figures('shows_per_day', 'low_per_day', 'high_per_day'),
      ...plain('n_before', 'n_after'),
      test: worded('test', testWords),
      unit: {
        ...metricHeading('period_changes', 'unit'),
        value: ({ unit }) => (typeof unit === 'string' ? unitWord(unit, lang) : null),
        code: ({ unit = null }) => codeOf(unit),
      },
      ...plain('shows'),
      shows_difference: {
        ...metricHeading('period_changes', 'shows'),
        ...shownDifference,
        value: ({ shows = null }) => (shows === 'ratio' ? 'points' : shows),
      },
      ...plain('shows_per_day'),
      meaning: { ...meaningHeading, value: (row) => measure(row).meaning[lang] },
      ...plain('measure'),
    },
    rows,
  );
}

function plain(...columns: readonly string[]): Columns<ResultRow> {
  return metricColumns('period_changes', ...columns);
}

const shownDifference = {
  title: { en: 'Kind of difference', 'zh-CN': '增减的数值类型' },
  basis: {
    en: 'How the difference and its bounds are read: as the figures of the row, of rates in percentage points.',
    'zh-CN': '增减及其上下限的格式：与该行数值相同，比率之差为百分点。',
  },
} as const;

/** Columns whose figures are amounts, counts or rates: the column `shows` says which. */
function figures(shows: string, ...columns: readonly string[]): Columns<ResultRow> {
  return Object.fromEntries(Object.entries(plain(...columns)).map(([id, column]) => [id, { ...column, typeFrom: shows }]));
}

function adjusted(tests: number): Localized {
  return {
    en: `Adjusted by Holm for the ${tests} measures tested here; the verdict goes by it, the interval is that of one measure alone.`,
    'zh-CN': `按 Holm 法对此处检验的 ${tests} 个指标校正，结论以此为准；区间仅就单个指标而言。`,
  };
}

const testWords: Readonly<Record<string, Localized>> = {
  bootstrap: { en: 'bootstrap of customers', 'zh-CN': '按客户自助抽样' },
  score: { en: 'two proportions, score', 'zh-CN': '两比例 score 检验' },
  fisher: { en: 'two proportions, Fisher', 'zh-CN': '两比例 Fisher 检验' },
};
