import { both, type Localized } from '../../lib/localized.ts';

/** Words that only the first sheet of a report has. */
export const summaryWords = {
  basis: both('Rests on', '依据'),
  againstOther: both('held against {target}', '对比{target}'),
  reached: both('Reached', '完成'),
  changeShare: both('Change, %', '变化 %'),
  verdict: both('Verdict', '结论'),
  months: both('The last {n} months', '近 {n} 个月'),
  toDo: both('What to do', '怎么做'),
  owner: both('Owner', '负责人'),
  due: both('Due', '截止'),
  expected: both('Expected value', '预期金额'),
  why: both('Why', '依据'),
  more: both('→ {sheet}', '→ {sheet}'),
  allOf: both('all {n}: {sheet}', '全部 {n} 项：{sheet}'),
  notValued: both('not estimated', '未估值'),
  missing: both('Not in these files: {list}', '文件不支持，未包含：{list}'),
  notation: both(
    'Dark = actual · light grey = period before · grey dash = target · line through a dot = 95% interval. Blue = favourable, brown = unfavourable, always with a word beside it.',
    '深色 = 实际 · 浅灰 = 对比期 · 灰色短横 = 目标 · 穿过圆点的线 = 95% 区间。蓝 = 有利，棕 = 不利，均另有文字。',
  ),
} as const satisfies Record<string, Localized>;
