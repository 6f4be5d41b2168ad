import type { Localized } from '../../../lib/localized.ts';
import type { Input, ResultRow, TableSection } from '../../../result/result.ts';
import { codeOf } from '../../../views/codes.ts';
import type { Column, Columns } from '../../../views/columns.ts';
import { numberOf } from '../../../views/number-of.ts';
import { metricColumns, metricHeading } from '../../../views/of-metrics.ts';
import { table } from '../../../views/table.ts';
import { ambitionWords, levelWords, metricTitles, ownerText, periodText, shownAs } from '../../parts/target-words.ts';
import { doubts } from './doubts.ts';
import type { TargetCheckInput } from './run.ts';
import { comparedWords, type Letter, letters } from './words.ts';

/** One row a target: what is wrong with it first, before what is over. */
export function rowsSection({ lang, ingested: { asOf, inputs } }: TargetCheckInput, targets: readonly ResultRow[]): TableSection {
  const isOver = ({ period_end: to }: ResultRow): boolean => asOf !== null && typeof to === 'string' && to <= asOf;
  const ordered = targets.toSorted(
    (one, other) =>
      Number(other['failed']) - Number(one['failed']) ||
      reach(one) - reach(other) ||
      Number(isOver(one)) - Number(isOver(other)) ||
      (numberOf(other['stretch_index']) ?? 0) - (numberOf(one['stretch_index']) ?? 0) ||
      Number(one['target_order']) - Number(other['target_order']),
  );
  return table(
    lang,
    {
      id: 'rows',
      title: { en: 'Targets, letter by letter', 'zh-CN': '逐条检验' },
      glance: {
        first: ['owner', 'period', 'value', 'achievable', 'stretch_index', 'metric', 'percentile', 'past_periods'],
        below: ['why', 'fix'],
        hidden: ['shows', 'target_order', 'needs'],
      },
      // Targets of a company and of a rep are of one scale only beside what each had before.
      chart: { kind: 'bars', label: 'owner', value: 'stretch_index' },
    },
    columnsOf(inputs),
    ordered,
  );
}

const reachOrder = ['out_of_reach', 'ambitious', 'easy', 'cannot_tell', 'realistic'];

function reach({ achievable }: ResultRow): number {
  return reachOrder.indexOf(String(achievable));
}

function columnsOf(inputs: readonly Input[]): Columns<ResultRow> {
  const plain = (metric: string, ...columns: readonly string[]): Columns<ResultRow> => metricColumns(metric, ...columns);
  const figure = (metric: string, id: string): Columns<ResultRow> => ({
    [id]: { ...metricHeading(metric, id), typeFrom: 'shows', value: (row) => row[id] ?? null },
  });
  return {
    owner: {
      ...metricHeading('target_rows', 'owner'),
      value: (row) => (row['level'] === 'company' ? ownerText(row['owner']) : (row['owner'] ?? null)),
    },
    level: worded('target_rows', 'level', levelWords),
    metric: worded('target_rows', 'metric', metricTitles),
    ambition: worded('target_rows', 'ambition', ambitionWords),
    period: { ...periodHeading, value: (row) => periodText(row['period_start'], row['period_end']) },
    ...figure('target_rows', 'value'),
    verdict: { ...verdictHeading, value: verdictOf, code: (row) => (Number(row['failed']) === 0 ? 'sound' : 'not_sound') },
    specific: letter('specific'),
    measurable: letter('measurable'),
    achievable: letter('achievable'),
    relevant: letter('relevant'),
    time_bound: letter('time_bound'),
    why: { ...whyHeading, value: (row) => joined(row, 'why', inputs) },
    fix: { ...fixHeading, value: (row) => joined(row, 'fix', inputs) },
    ...plain('target_checks', 'stretch_index', 'percentile', 'past_periods'),
    compared_with: worded('target_checks', 'compared_with', comparedWords),
    ...figure('target_checks', 'base'),
    ...figure('target_checks', 'required_per_day'),
    ...figure('target_checks', 'recent_per_day'),
    ...plain('target_rows', 'parent', 'unit', 'period_start', 'period_end'),
    ...plain('target_checks', 'failed', 'unit_factor', 'needs'),
    shows: { ...showsHeading, value: ({ metric, value }) => shownAs(metric, value) },
    ...plain('target_rows', 'target_order'),
  };
}

/** A column whose values are ids of words. */
export function worded(metric: string, id: string, words: Readonly<Record<string, Localized>>): Column<ResultRow> {
  return {
    ...metricHeading(metric, id),
    type: 'text',
    value: ({ [id]: word = null }) => (typeof word === 'string' ? (words[word] ?? word) : null),
    code: ({ [id]: word = null }) => codeOf(word),
  };
}

function letter(id: Letter): Column<ResultRow> {
  return worded('target_checks', id, Object.fromEntries(Object.entries(letters[id]).map(([reason, { cell }]) => [reason, cell])));
}

function verdictOf({ failed }: ResultRow): Localized {
  const n = Number(failed);
  return n === 0 ? { en: 'sound', 'zh-CN': '合格' } : { en: `${n} of 5 fail`, 'zh-CN': `${n} 项不合格` };
}

/** What is said of every letter that does not hold. */
function joined(row: ResultRow, what: 'why' | 'fix', inputs: readonly Input[]): Localized | null {
  const texts = doubts(row, inputs).flatMap((doubt) => doubt[what] ?? []);
  if (texts.length === 0) return null;
  return { en: texts.map(({ en }) => en).join('; '), 'zh-CN': texts.map((text) => text['zh-CN']).join('；') };
}

export const periodHeading = {
  title: { en: 'Period', 'zh-CN': '期间' },
  type: 'text',
  basis: { en: 'From its first to its last day.', 'zh-CN': '起止日期所在的期间。' },
} as const;

export const showsHeading = {
  title: { en: 'Kind of value', 'zh-CN': '数值类型' },
  type: 'id',
  basis: { en: 'How the figures of the row are read.', 'zh-CN': '该行数值的格式。' },
} as const;

const verdictHeading = {
  title: { en: 'SMART', 'zh-CN': 'SMART' },
  type: 'text',
  basis: {
    en: 'sound: none of the five letters fails; an easy target, or one that cannot be told, is sound.',
    'zh-CN': '合格：五项均无不成立；偏易或无法判断不算不合格。',
  },
} as const;

const whyHeading = {
  title: { en: 'Why', 'zh-CN': '问题' },
  type: 'text',
  basis: { en: 'Of each letter that fails.', 'zh-CN': '各不成立项的原因。' },
} as const;

const fixHeading = {
  title: { en: 'To do', 'zh-CN': '处理' },
  type: 'text',
  basis: { en: 'For each letter that fails.', 'zh-CN': '各不成立项的处理办法。' },
} as const;
