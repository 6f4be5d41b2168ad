import { both, type Lang } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import { judgementColumn } from '../../views/judgement.ts';
import { table } from '../../views/table.ts';
import { type Figure, unitText } from './figures.ts';

const columns: Columns<Figure> = {
  figure: { title: both('Figure', '指标'), type: 'text', basis: both('What is measured', '指标名称'), value: ({ title }) => title },
  value: {
    title: both('Value', '数值'),
    type: 'number',
    typeFrom: 'shows',
    basis: both('Of the period', '本期数值'),
    value: ({ value }) => value,
  },
  unit: {
    title: both('Unit', '单位'),
    type: 'text',
    basis: both('Of the value', '数值的单位'),
    value: ({ unit }) => (unit === null ? null : unitText(unit)),
  },
  target: {
    title: both('Target', '目标'),
    type: 'number',
    typeFrom: 'shows',
    basis: both('From the targets file', '取自目标文件'),
    value: ({ target }) => target,
  },
  target_name: {
    title: both('Target of', '目标口径'),
    type: 'text',
    basis: both('Of what the target is, where it is not of the period', '目标不属于本期时的口径'),
    value: ({ id }) => (id === 'year_to_date' ? both("the year's target", '全年目标') : null),
  },
  attainment: {
    title: both('Attainment', '达成率'),
    type: 'ratio',
    basis: both('Value divided by target', '数值除以目标'),
    value: ({ value, target }) => (typeof value !== 'number' || target === null || target <= 0 ? null : value / target),
  },
  before: {
    title: both('Before', '上期'),
    type: 'number',
    typeFrom: 'shows',
    basis: both('Of the period before', '上期数值'),
    value: ({ before }) => before,
  },
  before_name: {
    title: both('Compared with', '对比'),
    type: 'text',
    basis: both('What “before” is of; empty where it has no name', '“上期”所指；没有名称时为空'),
    value: ({ before_name: name }) => name,
  },
  difference: {
    title: both('Change', '变化'),
    type: 'number',
    typeFrom: 'shows_difference',
    basis: both('Value less that of the period before', '本期减上期'),
    value: ({ difference }) => difference,
  },
  relative: {
    title: both('Change, %', '变化率'),
    type: 'ratio',
    basis: both('Change divided by the value before; rates have none', '变化除以上期数值；比率类指标没有'),
    value: ({ relative }) => relative,
  },
  verdict: {
    title: both('Verdict', '结论'),
    type: 'text',
    basis: both('Whether the change is more than chance, as in compare and pool', '变化是否超出随机波动，与 compare、pool 一致'),
    value: ({ verdict }) => verdict,
    code: ({ verdict_code }) => verdict_code,
  },
  judgement: judgementColumn(({ judgement }) => (judgement === 'better' || judgement === 'worse' ? judgement : null)),
  n: {
    title: both('n', '样本数'),
    type: 'integer',
    basis: both('What the figure is counted over', '计算所依据的数量'),
    value: ({ n }) => n,
  },
  k: {
    title: both('Of these', '其中'),
    type: 'integer',
    basis: both('Of a rate: how many of n', '比率的分子'),
    value: ({ k }) => k,
  },
  low: {
    title: both('Low (95%)', '下限（95%）'),
    type: 'number',
    typeFrom: 'shows',
    basis: both('Lower end of the interval of a rate', '比率的区间下限'),
    value: ({ low }) => low,
  },
  high: {
    title: both('High (95%)', '上限（95%）'),
    type: 'number',
    typeFrom: 'shows',
    basis: both('Upper end of the interval of a rate', '比率的区间上限'),
    value: ({ high }) => high,
  },
  weighted: {
    title: both('Weighted', '加权'),
    type: 'money',
    basis: both('Of open deals: amount × probability, as in reps', '在手商机：金额 × 赢率，与 reps 一致'),
    value: ({ weighted }) => weighted,
  },
  meaning: {
    title: both('Meaning', '含义'),
    type: 'text',
    basis: both('What the figure is computed from', '指标口径'),
    value: ({ basis }) => basis,
  },
  id: { title: both('Id', '标识'), type: 'id', basis: both('The same in every language', '各语言相同'), value: ({ id }) => id },
  shows: { title: both('Type', '类型'), type: 'id', basis: both('How the value is shown', '数值的显示方式'), value: ({ type }) => type },
  shows_difference: {
    title: both('Type of the change', '变化的类型'),
    type: 'id',
    basis: both('How the change is shown', '变化的显示方式'),
    value: ({ type }) => (type === 'ratio' ? 'points' : type),
  },
};

/** The figures as a table, drawn side by side on a page. */
export function figuresSection(figures: readonly Figure[], lang: Lang, history?: string): TableSection {
  return table(
    lang,
    {
      id: 'figures',
      title: both('The month in figures', '本期关键数字'),
      place: 'headline',
      glance: {
        first: ['figure', 'value', 'target', 'attainment', 'before', 'before_name', 'relative', 'verdict'],
        hidden: ['id', 'shows', 'shows_difference', 'target_name', 'meaning', 'low', 'high', 'k', 'weighted', 'judgement'],
      },
      chart: { kind: 'figures', label: 'figure', value: 'value', ...(history === undefined ? {} : { history }) },
    },
    columns,
    figures,
  );
}
