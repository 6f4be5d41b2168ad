import type { Localized } from '../../lib/localized.ts';
import type { Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, percentText } from '../../views/number-words.ts';
import type { ScoreInput } from '../parts/scoring.ts';
import type { TierWord } from '../parts/scoring-words.ts';

/** What the best tier brings, who of it needs something now, and with lifetime values what their probability is. */
export function scoreAnswer(
  sections: readonly Section[],
  [best]: readonly TierWord[],
  { churn, value }: Pick<ScoreInput, 'churn' | 'value'>,
): Localized[] {
  const said = saidBy(sections);
  const [row] = said.rows('tiers');
  if (best === undefined || row?.['tier_code'] !== 'tier_1')
    return [
      { en: 'No customer is in the best tier: too little is known of each.', 'zh-CN': '没有客户进入最高层级：每位客户的已知信息过少。' },
    ];
  const [customers, share, revenue] = [numberOf(row['customers']) ?? 0, numberOf(row['revenue_share']), said.figure('overview', 'revenue')];
  const number = amountText(customers);
  const held: Localized =
    share === null || revenue === null
      ? {
          en: `${number} customer${customers === 1 ? ' is' : 's are'} in tier ${best.name}`,
          'zh-CN': `${best.name}层级共 ${number} 位客户`,
        }
      : {
          en: `The ${number} customer${customers === 1 ? '' : 's'} of tier ${best.name} bring${customers === 1 ? 's' : ''} ${percentText(share)} of all revenue in the files, ${amountText(revenue)}`,
          'zh-CN': `${best.name}层级的 ${number} 位客户贡献了文件中全部销售额 ${amountText(revenue)} 的 ${percentText(share)}`,
        };
  const sentences: Localized[] = [
    { en: `${held.en}.`, 'zh-CN': `${held['zh-CN']}。` },
    toDo(said, best, { customers, days: churn.horizon_days }),
  ];
  if (value !== undefined && said.total('ranking') > 0) sentences.push(aliveSentence);
  return sentences;
}

/** How many of the best tier need something now, and who of them has the most. */
function toDo(
  { rows, total }: Said,
  best: TierWord,
  { customers, days }: { readonly customers: number; readonly days: number },
): Localized {
  const needy = total('act_now');
  const steady = best.actions.steady.text;
  if (needy === 0) return { en: `None of them needs anything out of turn. ${steady}.`, 'zh-CN': `均无需额外处理。${steady}。` };
  const number = amountText(needy);
  const all = needy === customers;
  const found: Localized = {
    en: `${all ? 'All' : number} of them need${needy === 1 && !all ? 's' : ''} action now`,
    'zh-CN': all ? '全部需要立即处理' : `其中 ${number} 位需要立即处理`,
  };
  const [first] = rows('act_now');
  if (first === undefined) return { en: `${found.en}.`, 'zh-CN': `${found['zh-CN']}。` };
  const name = String(first['customer_name'] ?? first['customer_id']);
  const [why, pace] = [String(first['why']), numberOf(first['expected_value'])];
  const worth: Localized =
    pace === null
      ? { en: '', 'zh-CN': '' }
      : { en: `; at its own pace ${amountText(pace)} every ${days} days`, 'zh-CN': `；按自身节奏每 ${days} 天约 ${amountText(pace)}` };
  return {
    en: `${found.en}, first ${name} (${why}${worth.en}).`,
    'zh-CN': `${found['zh-CN']}，首先是${name}（${why}${worth['zh-CN']}）。`,
  };
}

/** Why `--clv` and churn give a customer two probabilities. */
const aliveSentence: Localized = {
  en: 'P(alive) says whether a customer will ever buy again, the probability of churn whether it buys nothing for a time: one who buys rarely can have both high.',
  'zh-CN': '“存活概率”指客户今后是否还会购买，churn 的“不购概率”指一段时间内是否不购买：购买间隔长的客户两者可以同时较高。',
};
