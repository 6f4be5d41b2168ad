import type { ListContest, OfferList } from '../../forecast/offers/offer-tests.ts';
import { testedOffers } from '../../forecast/offers/open-offers.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { offerParameters, offerSettings } from './parts/offer-settings.ts';

const cannotTell = { empty: both('The past offers are too few to tell.', '历史推荐过少，无法判断。') };

export const offerContests = defineMetric({
  id: 'offer_contests',
  question: both('Which list of offers has proved better on your own past?', '在自己的历史数据上，哪份推荐名单更准？'),
  grain: ['list_id', 'against_id'],
  columns: {
    list_id: column.id(both('List', '名单'), both('rules or best_sellers; see offer_tests.', 'rules 或 best_sellers，见 offer_tests。')),
    against_id: column.id(both('Against', '对照'), both('best_sellers or any; see offer_tests.', 'best_sellers 或 any，见 offer_tests。')),
    followed: column.count(
      both('Followed', '是否采用'),
      both('1: offers are made by this list; 0: by another.', '1：推荐采用该名单；0：采用另一份。'),
    ),
    lift: column.number(
      both('Lift', '提升倍数'),
      both('Hits of the list ÷ hits of the other, all past days together.', '名单命中数 ÷ 对照命中数，合计各推荐日。'),
      {
        empty: both('The other had no hit.', '对照没有命中。'),
      },
    ),
    lift_low: column.number(
      both('Lift, low', '提升倍数下限'),
      both('Lower end of its 95% interval, customers drawn anew (BCa).', '其 95% 区间下限，按客户重抽样（BCa）。'),
      cannotTell,
    ),
    lift_high: column.number(both('Lift, high', '提升倍数上限'), both('Upper end of its 95% interval.', '其 95% 区间上限。'), cannotTell),
    difference: column.ratio(
      both('Difference', '命中率之差'),
      both('Hit rate of the list less that of the other.', '名单命中率 − 对照命中率。'),
    ),
    difference_low: column.ratio(
      both('Difference, low', '命中率之差下限'),
      both('Lower end of its 95% interval, customers paired and drawn anew (BCa).', '其 95% 区间下限，按客户配对重抽样（BCa）。'),
      cannotTell,
    ),
    difference_high: column.ratio(
      both('Difference, high', '命中率之差上限'),
      both('Upper end of its 95% interval.', '其 95% 区间上限。'),
      cannotTell,
    ),
  },
  requires: [['orders.ordered_at']],
  uses: ['goods_choice', 'goods_lines', 'goods_sold'],
  usesIfComputed: ['upgrade_steps'],
  source: 'Efron (1987), JASA 82, 171-185: the same customers in both lists, drawn with replacement.',
  parameters: offerParameters,
  compute: async (parameters, rows) => {
    const settings = offerSettings(parameters);
    const verdict = settings === null ? null : await testedOffers(rows, settings);
    if (verdict === null) return [];
    return [
      ...contestRow('best_sellers', 'any', verdict.bestSellersAgainstAny, verdict.list),
      ...contestRow('rules', 'any', verdict.rulesAgainstAny, verdict.list),
      ...contestRow('rules', 'best_sellers', verdict.rulesAgainstBestSellers, verdict.list),
    ];
  },
});

function contestRow(list: OfferList, against: OfferList, contest: ListContest | null, followed: OfferList): Row[] {
  if (contest === null) return [];
  const { lift, liftInterval, difference, interval } = contest;
  return [
    {
      list_id: list,
      against_id: against,
      followed: list === followed ? 1 : 0,
      lift,
      lift_low: liftInterval?.low ?? null,
      lift_high: liftInterval?.high ?? null,
      difference,
      difference_low: interval?.low ?? null,
      difference_high: interval?.high ?? null,
    },
  ];
}
