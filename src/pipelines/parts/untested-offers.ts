import { both } from '../../lib/localized.ts';

/** Where the past is too short to try offers on. */
export const untestedOffers = both(
  'How good such offers are cannot be told yet: that takes a year of orders.',
  '目前无法检验推荐的准确度：至少需要一年的订单。',
);
