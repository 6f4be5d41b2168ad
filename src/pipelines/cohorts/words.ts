import type { Localized } from '../../lib/localized.ts';
import type { CohortUnit } from '../../metrics/choices.ts';

interface UnitWords {
  readonly one: Localized;
  readonly many: Localized;
  /** Ages at which an overview looks. */
  readonly milestones: readonly number[];
}

export const unitWords: Readonly<Record<CohortUnit, UnitWords>> = {
  month: { one: { en: 'month', 'zh-CN': '个月' }, many: { en: 'months', 'zh-CN': '个月' }, milestones: [1, 3, 6, 12] },
  quarter: { one: { en: 'quarter', 'zh-CN': '个季度' }, many: { en: 'quarters', 'zh-CN': '个季度' }, milestones: [1, 2, 4, 8] },
  year: { one: { en: 'year', 'zh-CN': '年' }, many: { en: 'years', 'zh-CN': '年' }, milestones: [1, 2, 3] },
};

/** `Month 3`, `第3月`. */
export function ageTitle(unit: CohortUnit, age: number): Localized {
  const english: Readonly<Record<CohortUnit, string>> = { month: 'Month', quarter: 'Quarter', year: 'Year' };
  const chinese: Readonly<Record<CohortUnit, string>> = { month: '月', quarter: '季', year: '年' };
  return { en: `${english[unit]} ${age}`, 'zh-CN': `第${age}${chinese[unit]}` };
}

/** `3 months`, `3 个月`. */
export function periodCount(unit: CohortUnit, count: number): Localized {
  const { one, many } = unitWords[unit];
  return { en: `${count} ${count === 1 ? one.en : many.en}`, 'zh-CN': `${count} ${one['zh-CN']}` };
}

/** Why the model says nothing, by the reason it gives. */
export const cannotTell: ReadonlyMap<string, Localized> = new Map<string, Localized>([
  ['no-customers', { en: 'no cohort is old enough', 'zh-CN': '没有期龄足够的批次' }],
  ['nobody-left', { en: 'nobody has been lost yet', 'zh-CN': '尚无客户流失' }],
  ['nobody-stayed', { en: 'nobody has bought again', 'zh-CN': '没有客户再次购买' }],
  ['one-period', { en: 'only one period is old enough', 'zh-CN': '可判断存续的只有一期' }],
  ['loss-in-first-period-only', { en: 'customers were lost in the first period only', 'zh-CN': '客户只在第一期流失' }],
]);
