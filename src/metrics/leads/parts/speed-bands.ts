import { both } from '../../columns.ts';

/** How fast a lead was contacted for the first time, fastest first. */
export const speedBands = ['in_time', 'one_day', 'three_days', 'later', 'never'] as const;

/** Those of them, and what is known of none: when the lead was assigned, or whether it was contacted. */
export const judgedBands = [...speedBands, 'unknown'] as const;

export type JudgedBand = (typeof judgedBands)[number];

export const speedBandColumn = {
  title: both('Speed', '速度'),
  meaning: both(
    'in_time: contacted within the service level; one_day, three_days: within so many working days; later; never: not contacted until now or until it was lost, for longer than the service level.',
    'in_time 在时限内跟进；one_day、three_days 在 1、3 个工作日内；later 更晚；never 至今或至流失一直未跟进，且已超过时限。',
  ),
  empty: both(
    'Not contacted and within the service level so far, or closed without a contact on record at a time nobody knows or as a customer.',
    '尚未跟进但仍在时限内；或没有跟进记录即已转化，或流失时间不明。',
  ),
};
