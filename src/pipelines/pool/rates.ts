import type { Localized } from '../../lib/localized.ts';
import type { Better, ResultRow } from '../../result/result.ts';
import { both } from '../../lib/localized.ts';

/** A rate of one period: two counts of `pool_periods`. */
export interface PoolRate {
  readonly id: string;
  readonly title: Localized;
  /** Numerator and denominator in words. */
  readonly basis: Localized;
  /** Which way is favourable. */
  readonly better: Better;
  readonly part: string;
  readonly whole: string;
}

const logged = {
  en: ' Needs the log of the pool.',
  'zh-CN': '需要公海流转记录。',
};

/** The rates of the pool, in the order of the reader's interest. */
export const poolRates: readonly PoolRate[] = [
  {
    id: 'conversion_rate',
    title: both('Conversion of those who came in', '新进线索转化率'),
    basis: both(
      'Leads that came in during the period and converted by its end (those without a date included) ÷ leads that came in. Section conversion compares at equal age.',
      '本期进入且在本期结束前转化（含没有日期的转化）÷ 本期进入的线索。同龄对比见 conversion 部分。',
    ),
    better: 'high',
    part: 'cohort_converted',
    whole: 'entered',
  },
  {
    id: 'period_conversion_rate',
    title: both('Conversion of those contacted', '跟进线索转化率'),
    basis: both(
      'Leads that converted in the period ÷ leads contacted in the period, whenever they came in.',
      '本期转化 ÷ 本期有跟进的线索，不论何时进入。',
    ),
    better: 'high',
    part: 'converted',
    whole: 'contacted',
  },
  {
    id: 'utilisation_rate',
    title: both('Utilisation', '公海利用率'),
    basis: both(
      `Claimed and contacted ÷ available (in the pool at the start, came in or came back).${logged.en}`,
      `领取并跟进 ÷ 可领取（期初存量、新进与回到公海）的线索。${logged['zh-CN']}`,
    ),
    better: 'high',
    part: 'utilised',
    whole: 'available',
  },
  {
    id: 'claim_rate',
    title: both('Claimed', '领取率'),
    basis: both(`Claimed or given ÷ available.${logged.en}`, `被领取或分配 ÷ 可领取的线索。${logged['zh-CN']}`),
    better: 'high',
    part: 'claimed',
    whole: 'available',
  },
  {
    id: 'follow_up_rate',
    title: both('Followed up', '跟进率'),
    basis: both(`Claimed and contacted ÷ claimed.${logged.en}`, `领取并跟进 ÷ 被领取的线索。${logged['zh-CN']}`),
    better: 'high',
    part: 'utilised',
    whole: 'claimed',
  },
  {
    id: 'recycle_rate',
    title: both('Recycled', '回收率'),
    basis: both(
      `Times that the rules took a lead back ÷ times that a lead was held in the period.${logged.en}`,
      `被规则收回的次数 ÷ 本期处于持有状态的次数。${logged['zh-CN']}`,
    ),
    better: 'low',
    part: 'recycled',
    whole: 'held',
  },
  {
    id: 'return_rate',
    title: both('Given back', '退回率'),
    basis: both(
      `Times that a rep gave a lead back ÷ times that a lead was held in the period.${logged.en}`,
      `主动退回的次数 ÷ 本期处于持有状态的次数。${logged['zh-CN']}`,
    ),
    better: 'low',
    part: 'returned',
    whole: 'held',
  },
  {
    id: 'invalid_rate',
    title: both('Invalid', '无效率'),
    basis: both('Leads that came in during the period and are invalid ÷ leads that came in.', '本期进入且已判无效 ÷ 本期进入的线索。'),
    better: 'low',
    part: 'cohort_invalid',
    whole: 'entered',
  },
];

/** Both counts of a rate in a period; null where one is not known or they are no share. */
export function countsOf(
  { part, whole }: PoolRate,
  row: ResultRow | undefined,
): { readonly successes: number; readonly trials: number } | null {
  const [successes, trials] = [row?.[part], row?.[whole]];
  if (typeof successes !== 'number' || typeof trials !== 'number' || successes > trials) return null;
  return { successes, trials };
}
