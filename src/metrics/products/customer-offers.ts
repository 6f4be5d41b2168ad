import { sql } from '../../engine/sql.ts';
import { type PastWindow, shrunkChance, windowsBefore } from '../../forecast/offers/chances.ts';
import {
  bestOffers,
  type Grounds,
  isWorthwhile,
  mostOffers,
  type Offer,
  offerGrounds,
  type OfferGround,
  offersOfBestSellers,
} from '../../forecast/offers/choose.ts';
import { openOffers, type OpenedOffers, testedOffers } from '../../forecast/offers/open-offers.ts';
import { typicalValues } from '../../forecast/offers/values.ts';
import type { Row } from '../../lib/rows.ts';
import type { Estimate } from '../../stats/estimate.ts';
import { bitSetOf, difference, hasBit } from '../../stats/market-basket/bit-set.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { itemId } from './goods-lines.ts';
import { offerParameters, offerSettings } from './parts/offer-settings.ts';

const noWindow = { empty: both('The data are too short to measure it on the past.', '数据时间太短，无法用历史衡量。') };
const noRule = { empty: both('The offer is a best seller, not made by a rule.', '该推荐取自热销品项，而非规则。') };

export const customerOffers = defineMetric({
  id: 'customer_offers',
  question: both('What should each customer be offered next?', '下一步向每位客户推荐什么？'),
  grain: ['customer_id', 'place'],
  columns: {
    customer_id: customerId,
    place: column.count(
      both('Place', '次序'),
      both('From 1, the best offer of the customer; three at most.', '从 1 起，1 为该客户的最佳推荐，至多三个。'),
    ),
    item_id: {
      ...itemId,
      meaning: both('What is offered: number or name of the product, or the category.', '所推荐产品的编号或名称，或品类。'),
    },
    item: column.text(
      both('Offer', '推荐'),
      both('Product or category that the customer has not bought, and that is still sold.', '客户尚未购买且仍在售的产品或品类。'),
    ),
    because: column.text(
      both('Because it bought', '依据：已购买'),
      both('What the customer bought that the rule goes by.', '规则所依据的、客户已购买的品项。'),
      noRule,
    ),
    chance: column.ratio(
      both('Chance', '成交概率'),
      both(
        'Share of active customers with the same purchases and without the item who first bought it within the days that follow, on past windows; few customers are drawn towards the rate of all who lacked it (as if 20 more had been asked).',
        '历史窗口中，购买情况相同且未购买该品项的活跃客户，在随后天数内首次购买的比例；样本少时向全部未购客户的比例收缩（相当于另加 20 位客户）。',
      ),
      noWindow,
    ),
    chance_low: column.ratio(both('Chance, low', '成交概率下限'), both('Lower end of its 95% interval.', '其 95% 区间下限。'), noWindow),
    chance_high: column.ratio(both('Chance, high', '成交概率上限'), both('Upper end of its 95% interval.', '其 95% 区间上限。'), noWindow),
    days: column.count(both('Within', '天数'), both('Days that the chance is for.', '成交概率对应的天数。'), { unit: 'days', ...noWindow }),
    asked_customers: column.count(
      both('Customers like it', '同类客户数'),
      both('Customers of past windows that the chance is measured on.', '历史窗口中用于衡量概率的客户数。'),
      {
        unit: 'customers',
        ...noWindow,
      },
    ),
    bought_customers: column.count(
      both('Of them bought', '其中购买'),
      both('Those of them who bought the item for the first time.', '其中首次购买该品项的客户数。'),
      {
        unit: 'customers',
        ...noWindow,
      },
    ),
    usual_chance: column.ratio(
      both('Chance of all', '全体比例'),
      both('The same share of all active customers who lacked the item.', '全部未购买该品项的活跃客户的同一比例。'),
      noWindow,
    ),
    typical_value: column.average(
      both('First purchase', '首购金额'),
      both(
        'What the first purchase of it brought: median of the 25 buyers whose usual order is nearest to that of the customer.',
        '首次购买该品项的金额：取通常订单额与该客户最接近的 25 位买家的中位数。',
      ),
      { empty: both('Fewer than three first purchases with an amount.', '有金额的首次购买不足三笔。') },
    ),
    expected_value: column.average(both('Expected value', '期望金额'), both('Chance × first purchase.', '成交概率 × 首购金额。'), {
      empty: both('The chance or the amount is not known.', '成交概率或首购金额未知。'),
    }),
  },
  requires: [['orders.ordered_at']],
  uses: ['goods_choice', 'goods_lines', 'goods_sold', 'offer_contests'],
  usesIfComputed: ['upgrade_steps', 'churn_status'],
  source: 'Definition: the list that did better on past days; customers who are not lost and bought within a year.',
  parameters: offerParameters,
  compute: async (parameters, rows) => {
    const settings = offerSettings(parameters);
    const opened = settings === null ? null : await openOffers(rows, settings);
    if (settings === null || opened === null) return [];
    const verdict = await testedOffers(rows, settings);
    const lost = await rows(sql`select customer_id from churn_status where status = 'lost'`);
    return offerRows(opened, new Set(lost.map((row) => String(row['customer_id']))), verdict?.list ?? 'rules');
  },
});

function offerRows(opened: OpenedOffers, lost: ReadonlySet<string>, list: 'rules' | 'best_sellers'): Row[] {
  const { ownership, lines, instead, mined } = opened;
  const gone = lines.customers.flatMap((customer, place) => (lost.has(customer) ? [place] : []));
  const customers = difference(ownership.activeAt(0), bitSetOf(gone, lines.customers.length));
  const grounds: Grounds = { ownership, age: 0, customers, instead };
  const windows = windowsBefore(0, lines.span);
  const known = mined === null ? [] : offerGrounds(mined, windows, grounds);
  const offers = list === 'best_sellers' ? offersOfBestSellers(() => mostOffers, grounds) : bestOffers(known, grounds);
  const groundOf = groundsBy(known);
  const worthwhile = offers.filter((offer) => isWorthwhile(groundOf(offer)));
  const valueOf = typicalValues(lines);
  const places = new Map<number, number>();
  return worthwhile.map((offer) => {
    const place = (places.get(offer.customer) ?? 0) + 1;
    places.set(offer.customer, place);
    const told = chanceOf(groundOf(offer), windows);
    const value = valueOf(offer.customer, offer.item);
    return {
      customer_id: lines.customers[offer.customer]!,
      place,
      item_id: lines.items[offer.item]!,
      item: lines.names[offer.item]!,
      because:
        groundOf(offer)
          ?.left?.map((item) => lines.names[item]!)
          .join(' + ') ?? null,
      chance: told?.value ?? null,
      chance_low: told?.interval?.low ?? null,
      chance_high: told?.interval?.high ?? null,
      days: told?.days ?? null,
      asked_customers: told?.customers ?? null,
      bought_customers: told?.bought ?? null,
      usual_chance: told?.usual ?? null,
      typical_value: value,
      expected_value: told === null || value === null ? null : told.value * value,
    };
  });
}

interface ToldChance extends Estimate {
  readonly days: number;
  readonly customers: number;
  readonly bought: number;
  readonly usual: number;
}

function chanceOf(ground: OfferGround | null, [window]: readonly PastWindow[]): ToldChance | null {
  if (window === undefined || ground === null || ground.taken === null || ground.base === null) return null;
  const { taken, base } = ground;
  return { ...shrunkChance(taken, base), ...taken, days: window.days, usual: base };
}

/** On what ground an offer stands, whatever list it is of. */
function groundsBy(known: readonly OfferGround[]): (offer: Offer) => OfferGround | null {
  const byItem = new Map<number, OfferGround[]>();
  for (const ground of known) byItem.set(ground.item, [...(byItem.get(ground.item) ?? []), ground]);
  return ({ item, customer, ground }) => ground ?? byItem.get(item)?.find(({ customers }) => hasBit(customers, customer)) ?? null;
}
