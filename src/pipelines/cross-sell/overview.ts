import { type Sql, sql } from '../../engine/sql.ts';
import type { OfferList } from '../../forecast/offers/offer-tests.ts';
import { horizonDays } from '../../forecast/offers/owned.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { FactsSection } from '../../result/result.ts';
import { factsSection, type FactText } from '../../views/facts.ts';
import { metricFacts, metricHeading } from '../../views/of-metrics.ts';
import { rateOf } from '../../views/rates.ts';
import type { CrossSellInput } from './input.ts';
import type { GoodsChoice } from './refusals.ts';
import type { Verdict } from './verdict.ts';
import { followedWords, listWords } from './words.ts';

const counts = ['baskets', 'items', 'itemsets', 'rules', 'significant_rules', 'redundant_rules', 'kept_rules', 'least_count'] as const;

/** How many offers there are and what they promise, how such offers did on the past, and what the rules rest on. */
export async function overviewSection(input: CrossSellInput, choice: GoodsChoice, verdict: Verdict): Promise<FactsSection> {
  const { engine, lang } = input;
  const [counted] = await engine.rows(sql`select * from basket_counts`);
  const first = [
    'offered_customers',
    'offers',
    'expected_value',
    'ready_upgrades',
    'upgraded_share',
    'followed',
    'hit_rate_rules',
    'hit_rate_best_sellers',
    'lift',
    'kept_rules',
  ];
  return factsSection(lang, { id: 'overview', title: both('Overview', '总览'), first }, [
    ...(await offerFacts(input)),
    ...(await upgradeFacts(input)),
    ...verdictFacts(verdict),
    ...choiceFacts(choice),
    ...metricFacts('basket_counts', counts, counted),
  ]);
}

async function offerFacts({ engine }: CrossSellInput): Promise<FactText[]> {
  const [row] = await engine.rows<{ customers: number; offers: number }>(
    sql`select count(*) as offers, count(*) filter (where place = 1) as customers from customer_offers`,
  );
  return [
    {
      id: 'offered_customers',
      title: both('Customers with an offer', '有推荐的客户数'),
      type: 'integer',
      value: row?.customers ?? 0,
      unit: 'customers',
      basis: both(
        'Active customers, who bought within a year and are not lost, with an offer that at least 5% like them took up.',
        '一年内有购买且未流失、且至少有一项推荐的成交概率不低于 5% 的客户。',
      ),
    },
    {
      id: 'offers',
      title: both('Offers', '推荐数'),
      type: 'integer',
      value: row?.offers ?? 0,
      unit: 'offers',
      basis: both('Three a customer at most.', '每位客户至多三个。'),
    },
    {
      id: 'expected_value',
      title: both('Expected of the first offers', '首选推荐的期望金额'),
      type: 'money',
      value: await expectedOf(engine),
      basis: both(
        'Chance × typical first purchase, summed over the best offer of each customer, as far as both are known.',
        '每位客户首选推荐的成交概率 × 首购金额之和，仅含两者均已知者。',
      ),
    },
  ];
}

/** Who may move up, and who did. */
async function upgradeFacts({ engine }: CrossSellInput): Promise<FactText[]> {
  const ladders = await engine.rows<{ owners: number; moved: number }>(
    sql`select item_id, max(owners) as owners, max(moved) as moved from customer_upgrades group by item_id`,
  );
  if (ladders.length === 0) return [];
  const total = (column: 'owners' | 'moved'): number => ladders.reduce((sum, row) => sum + row[column], 0);
  const [ready] = await engine.rows<{ owners: number }>(sql`select count(*) as owners from customer_upgrades where is_ready = 1`);
  return [
    {
      id: 'ready_upgrades',
      title: both('Ready to move up', '就绪可升级数'),
      type: 'integer',
      value: ready?.owners ?? 0,
      basis: both(
        'Editions that an active customer owns, none above them, and ordered twice within a year or more often than in the year before.',
        '活跃客户拥有、尚无更高版本，且一年内订购两次及以上或多于前一年的版本数。',
      ),
    },
    {
      id: 'upgrade_expected_value',
      title: both('Expected of these', '就绪升级的期望金额'),
      type: 'money',
      value: await summed(
        engine,
        sql`select expected_value as value from customer_upgrades where is_ready = 1 and expected_value is not null order by customer_id, item_id`,
      ),
      basis: both('Chance × price difference × usual quantity, summed.', '升级概率 × 价差 × 通常数量之和。'),
    },
    {
      id: 'upgraded_share',
      title: both('Moved up so far', '已升级占比'),
      type: 'ratio',
      ...rateOf(total('moved'), total('owners')),
      basis: both(
        'Of all who began with an edition that somebody may still move up from, those who came to buy a higher one.',
        '由目前仍可升级的版本起步的全部客户中，之后购买更高版本的占比。',
      ),
    },
  ];
}

async function expectedOf(engine: CrossSellInput['engine']): Promise<number | null> {
  return summed(
    engine,
    sql`select expected_value as value from customer_offers where place = 1 and expected_value is not null order by customer_id`,
  );
}

/** Summed in the order of the query: floats differ by it. */
async function summed(engine: CrossSellInput['engine'], query: Sql): Promise<number | null> {
  const rows = await engine.rows<{ value: number }>(query);
  return rows.length === 0 ? null : rows.reduce((sum, { value }) => sum + value, 0);
}

function verdictFacts({ days, offers, hits, rules, followed }: Verdict): FactText[] {
  const rate = (list: OfferList): FactText => ({
    id: `hit_rate_${list}`,
    title: rateTitles[list],
    type: 'ratio',
    value: offers === 0 ? null : hits[list] / offers,
    n: offers,
    basis: both(
      `Offers of ${days} past days, ${listWords('en').get(list)}, whose item the customer bought for the first time within ${horizonDays} days ÷ offers; as many offers to the same customers by each list.`,
      `${days} 个历史推荐日“${listWords('zh-CN').get(list)}”的推荐中，客户在之后 ${horizonDays} 天内首次购买的占比；各名单的客户与推荐数相同。`,
    ),
  });
  return [
    {
      id: 'followed',
      title: both('Offers by', '推荐依据'),
      type: 'text',
      value: followedWords[followed],
      code: followed,
      basis: both(
        'The rules where they beat the best sellers that each customer lacked beyond chance on past days, or could not be tested; else those best sellers.',
        '历史检验中规则显著优于“未购买过的热销品项”，或无法检验时，按规则；否则按热销品项。',
      ),
    },
    rate('rules'),
    rate('best_sellers'),
    rate('any'),
    {
      id: 'lift',
      title: both('Rules against best sellers', '规则相对热销的倍数'),
      type: 'number',
      value: rules?.lift ?? null,
      low: rules?.low ?? null,
      high: rules?.high ?? null,
      basis: both(
        'Offers taken up by the rules ÷ by the best sellers; 95% interval by customer.',
        '规则命中数 ÷ 热销命中数；95% 区间按客户重抽样。',
      ),
    },
    {
      id: 'past_days',
      title: both('Past days tested', '检验的推荐日数'),
      type: 'integer',
      value: days,
      basis: both('Half a year apart, as far as half a year of history lies before each.', '相隔半年，且此前至少有半年历史。'),
    },
  ];
}

const rateTitles: Readonly<Record<OfferList, Localized>> = {
  rules: both('Taken up, by the rules', '命中率：按规则'),
  best_sellers: both('Taken up, best sellers', '命中率：热销品项'),
  any: both('Taken up, any items', '命中率：任意品项'),
};

function choiceFacts({ level, basis }: GoodsChoice): FactText[] {
  return [
    {
      id: 'level',
      title: metricHeading('goods_choice', 'level').title,
      type: 'text',
      value: level === 'product' ? both('products', '产品') : both('categories', '品类'),
      code: level,
      basis: metricHeading('goods_choice', 'level').basis,
    },
    {
      id: 'basis',
      title: metricHeading('goods_choice', 'basis').title,
      type: 'text',
      value: basis === 'orders' ? both('lines of one order', '同一订单') : both('all that a customer bought', '同一客户的历史'),
      code: basis,
      basis: metricHeading('goods_choice', 'basis').basis,
    },
  ];
}
