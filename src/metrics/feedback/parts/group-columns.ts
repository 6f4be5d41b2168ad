import { both, column } from '../../columns.ts';
import type { MetricColumn } from '../../define.ts';
import { fewAnswers } from './survey-review.ts';

/** What the figure of a group metric is called, and its columns are made by. */
export interface FigureWords {
  readonly en: string;
  readonly zh: string;
  /** What it rests on: `Answers`. */
  readonly base: { readonly en: string; readonly zh: string };
  readonly better: 'high' | 'low';
  /** A score of points, or a share. */
  readonly kind: 'score' | 'share';
  readonly meaning: { readonly en: string; readonly zh: string };
  readonly interval: { readonly en: string; readonly zh: string };
}

const nothing = { empty: both('There is nothing to count.', '没有可计的数据。') };
const untested = { empty: both('One of the two has too little to compare.', '其中一方数据不足，无法比较。') };
const periods = [
  { of: 'previous', en: 'before', zh: '上期', meant: 'in the period before' },
  { of: 'year_ago', en: 'a year ago', zh: '去年同期', meant: 'in the same period a year before' },
] as const;

/** The columns of `groupRows`. */
export function groupColumns(words: FigureWords): Record<string, MetricColumn> {
  const make = words.kind === 'score' ? column.number : column.ratio;
  const change = words.kind === 'score' ? column.number : column.points;
  const lower = words.kind === 'score' ? words.en : words.en.toLowerCase();
  const difference = (of: string, en: string, zh: string): Record<string, MetricColumn> => ({
    [`${of}_difference`]: change(
      both(`Difference, ${en}`, `与${zh}之差`),
      both(`${words.en} of the group less the one compared with.`, `本组${words.zh} − 对比对象的${words.zh}。`),
      {
        better: words.better,
        ...untested,
      },
    ),
    [`${of}_low`]: change(
      both(`Difference, ${en}, low`, `与${zh}之差下限`),
      both('Lower end of its 95% interval.', '95% 区间下限。'),
      untested,
    ),
    [`${of}_high`]: change(both(`Difference, ${en}, high`, `与${zh}之差上限`), both('Upper end of it.', '区间上限。'), untested),
    [`${of}_p_adjusted`]: column.number(
      both(`p, ${en}`, `与${zh}比较的 p 值`),
      both('Adjusted by Holm for all groups of the breakdown.', '按 Holm 法对同一维度的各组校正。'),
      untested,
    ),
    [`${of}_verdict`]: column.id(
      both(of === 'rest' ? 'Others' : en === 'before' ? 'Against before' : 'Against a year ago', `与${zh}相比`),
      both(
        `more_than_chance: adjusted p below 0.05; within_chance_adjusted: only the p of the group alone is; within_chance; cannot_tell: fewer than ${fewAnswers} on one side, or fewer than 30 and no difference seen.`,
        `more_than_chance 超出随机波动（校正后 p < 0.05）；within_chance_adjusted 仅单独检验时超出；within_chance 未超出；cannot_tell 一方不足 ${fewAnswers} 个，或不足 30 个且看不出差别。`,
      ),
      of === 'rest' ? { empty: both('It is all together.', '为全部合计。') } : {},
    ),
  });
  return {
    breakdown: column.id(
      both('By', '维度'),
      both(
        'all; rep, product and channel of the feedback; attribute: that of the customer which --by names.',
        'all 全部；rep 销售、product 产品、channel 渠道；attribute 由 --by 指定的客户属性。',
      ),
    ),
    breakdown_order: column.count(both('Order of the breakdown', '维度顺序'), both('From 1 on.', '从 1 开始。')),
    group_name: column.text(
      both('Group', '分组'),
      both('Its name; empty of all and of those of whom it is not known.', '分组名称；全部与未知者为空。'),
    ),
    group_order: column.count(
      both('Order', '顺序'),
      both(
        `Within the breakdown: the worst first; groups with fewer than ${fewAnswers} behind them come after all others and are not ranked.`,
        `维度内的顺序：最差的在前；不足 ${fewAnswers} 个的排在其后，不作排名。`,
      ),
    ),
    base: column.count(both(words.base.en, words.base.zh), both('Of the period; what the figure rests on.', '本期数量，即该指标的基数。')),
    value: make(both(words.en, words.zh), both(words.meaning.en, words.meaning.zh), { better: words.better, ...nothing }),
    low: make(both(`${words.en}, low`, `${words.zh}下限`), both(words.interval.en, words.interval.zh), nothing),
    high: make(both(`${words.en}, high`, `${words.zh}上限`), both('Upper end of it.', '区间上限。'), nothing),
    is_few: column.flag(
      both('Too few', 'n 太少'),
      both(`Fewer than ${fewAnswers} behind the figure: it is not compared.`, `基数不足 ${fewAnswers}，不作比较。`),
    ),
    ...Object.assign(
      {},
      ...periods.map(({ of, en, zh, meant }) => ({
        [`${of}_base`]: column.count(
          both(`${words.base.en} ${en}`, `${zh}${words.base.zh}`),
          both('What that figure rests on.', '该指标的基数。'),
        ),
        [`${of}_value`]: make(
          both(`${words.en} ${en}`, `${zh}${words.zh}`),
          both(`The ${lower} ${meant}.`, `${zh}的${words.zh}。`),
          nothing,
        ),
        ...difference(of, en, zh),
      })),
    ),
    ...difference('rest', 'others', '其余各组'),
  };
}
