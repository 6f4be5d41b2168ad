import { capitalised, type Localized } from '../../lib/localized.ts';
import { type CohortUnit } from '../../metrics/choices.ts';
import { periodLabel, periodNumber } from '../../metrics/retention/parts/cohort-calendar.ts';
import type { ResultCell } from '../../result/result.ts';

interface UnitWords {
  /** `month`, and what 自然 stands before. */
  readonly one: Localized;
  /** `个月`: so many of them. */
  readonly counted: string;
  /** Ages at which an overview looks. */
  readonly milestones: readonly number[];
  /** The two of them that a sentence names: soon, and much later. */
  readonly said: readonly [number, number];
  /** Periods of a year. */
  readonly year: number;
}

export const unitWords: Readonly<Record<CohortUnit, UnitWords>> = {
  month: { one: { en: 'month', 'zh-CN': '月' }, counted: '个月', milestones: [1, 3, 6, 12], said: [3, 12], year: 12 },
  quarter: { one: { en: 'quarter', 'zh-CN': '季' }, counted: '个季度', milestones: [1, 2, 4, 8], said: [1, 4], year: 4 },
  year: { one: { en: 'year', 'zh-CN': '年' }, counted: '年', milestones: [1, 2, 3], said: [1, 2], year: 1 },
};

/** `Month 3`, `第3月`. */
export function ageTitle(unit: CohortUnit, age: number): Localized {
  const { en, 'zh-CN': zh } = unitWords[unit].one;
  return { en: `${capitalised(en)} ${age}`, 'zh-CN': `第${age}${zh}` };
}

/** `2026-03`, `2026-Q1` or `2026`: the period that the day lies in. */
export function periodOf(unit: CohortUnit, day: ResultCell | undefined): string {
  return periodLabel(unit, periodNumber(unit, String(day)));
}

/** `3 months`, `3 个月`. */
export function periodCount(unit: CohortUnit, count: number): Localized {
  const { one, counted } = unitWords[unit];
  return { en: `${count} ${one.en}${count === 1 ? '' : 's'}`, 'zh-CN': `${count} ${counted}` };
}

/** Why the model says nothing, by the reason it gives. */
export const cannotTell: ReadonlyMap<string, Localized> = new Map<string, Localized>([
  ['no-customers', { en: 'no cohort is old enough', 'zh-CN': '没有期龄足够的批次' }],
  ['nobody-left', { en: 'nobody has been lost yet', 'zh-CN': '尚无客户流失' }],
  ['nobody-stayed', { en: 'nobody has bought again', 'zh-CN': '没有客户再次购买' }],
  ['one-period', { en: 'only one period is old enough', 'zh-CN': '可判断存续的只有一期' }],
  ['loss-in-first-period-only', { en: 'customers were lost in the first period only', 'zh-CN': '客户只在第一期流失' }],
]);
