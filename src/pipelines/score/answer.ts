import { sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import { amountText, percentText } from '../../views/number-words.ts';
import { type ScoreInput, tiersOf } from '../parts/scoring.ts';

type Tier = {
  readonly customers: number;
  readonly revenue: number | null;
  readonly share: number | null;
};

/** What the best tier brings, and what to do with it. */
export async function scoreAnswer(input: ScoreInput): Promise<Localized[]> {
  const [best] = await input.engine.rows<Tier>(sql`
    select count(*) filter (where tier = 1) as customers, cast(sum(revenue) as double precision) as revenue,
      cast(sum(revenue) filter (where tier = 1) as double precision) / nullif(cast(sum(revenue) as double precision), 0) as share
    from customer_profile as profile left join customer_scores as scores on scores.customer_id = profile.customer_id`);
  const [tier] = tiersOf(input);
  if (best === undefined || tier === undefined || best.customers === 0)
    return [
      {
        en: 'No customer could be scored: too little is known of each.',
        'zh-CN': '没有可评分的客户：每位客户的已知信息过少。',
      },
    ];
  const customers = amountText(best.customers);
  const noun = best.customers === 1 ? 'customer brings' : 'customers bring';
  const held: Localized =
    best.share === null || best.revenue === null
      ? { en: `${customers} in tier ${tier.name}`, 'zh-CN': `${tier.name}层级共 ${customers} 位客户` }
      : {
          en: `${customers} ${noun} ${percentText(best.share)} of the revenue of ${amountText(best.revenue)}: tier ${tier.name}`,
          'zh-CN': `${tier.name}层级的 ${customers} 位客户贡献了销售额 ${amountText(best.revenue)} 的 ${percentText(best.share)}`,
        };
  return [{ en: `${held.en}. ${tier.action}.`, 'zh-CN': `${held['zh-CN']}。${tier.action}。` }];
}
