import { offerLists } from '../../forecast/offers/offer-tests.ts';
import { testedOffers } from '../../forecast/offers/open-offers.ts';
import { horizonDays } from '../../forecast/offers/owned.ts';
import { addDays } from '../../lib/dates.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { offerParameters, offerSettings } from './parts/offer-settings.ts';

export const offerTests = defineMetric({
  id: 'offer_tests',
  question: both('What would offers made on past days have come to?', '过去若按同样方法推荐，结果如何？'),
  grain: ['origin', 'list_id'],
  columns: {
    origin: column.date(
      both('Offers of', '推荐日'),
      both('The offers know nothing of what came after this day.', '推荐仅用截至该日的数据。'),
    ),
    list_id: column.id(
      both('List', '名单'),
      both(
        'rules: by the rules; best_sellers: what most customers bought of late, of what the customer lacks; any: any item that it lacks.',
        'rules 按规则；best_sellers 客户未购买过的热销品项；any 客户未购买过的任意品项。',
      ),
    ),
    customers: column.count(both('Customers', '客户数'), both('Customers who would have been made offers.', '获得推荐的客户数。'), {
      unit: 'customers',
    }),
    offers: column.count(
      both('Offers', '推荐数'),
      both('Up to three a customer, as many by each list.', '每位客户至多三个，各名单数量相同。'),
      { unit: 'offers' },
    ),
    hits: column.number(
      both('Taken up', '命中数'),
      both(
        `Offers of an item that the customer bought for the first time within ${horizonDays} days; of any items what is to be expected.`,
        `客户在之后 ${horizonDays} 天内首次购买了所推荐品项的推荐数；any 为期望值。`,
      ),
      { unit: 'offers' },
    ),
    hit_rate: column.ratio(both('Hit rate', '命中率'), both('Taken up ÷ offers.', '命中数 ÷ 推荐数。'), {
      empty: both('No offer could be made.', '没有可作的推荐。'),
    }),
  },
  requires: [['orders.ordered_at']],
  uses: ['goods_choice', 'goods_lines', 'goods_sold'],
  usesIfComputed: ['upgrade_steps'],
  source:
    'Definition: offers with what was known on past days, half a year apart, against the first purchases of the half year after each.',
  parameters: offerParameters,
  compute: async (parameters, rows) => {
    const settings = offerSettings(parameters);
    const verdict = settings === null ? null : await testedOffers(rows, settings);
    if (settings === null || verdict === null) return [];
    return verdict.tests.flatMap(({ age, customers, offers, hits }) =>
      offerLists.map((list) => ({
        origin: addDays(settings.asOf, -age),
        list_id: list,
        customers,
        offers,
        hits: hits[list],
        hit_rate: offers === 0 ? null : hits[list] / offers,
      })),
    );
  },
});
