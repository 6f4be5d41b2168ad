import type { IsoDate } from '../../lib/dates.ts';
import type { Localized } from '../../lib/localized.ts';
import type { Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, moneyText, percentText } from '../../views/number-words.ts';
import { firstToAct } from '../parts/first-to-act.ts';
import type { ScoreInput } from '../parts/scoring.ts';
import type { TierWord } from '../parts/scoring-words.ts';

/** What the act-now list and the orders say beside the sections. */
export interface Stakes {
  /** What those of the best tier who need something now usually spend in the horizon; null where it is not known. */
  readonly needy: number | null;
  /** The day of the first order; null without orders. */
  readonly since: IsoDate | null;
}

/** Who of the best tier needs something now, why, what it is worth and what to do; what the tier has brought. */
export function scoreAnswer(
  sections: readonly Section[],
  [best]: readonly TierWord[],
  { churn, money }: Pick<ScoreInput, 'churn' | 'money'>,
  { needy, since }: Stakes,
): Localized[] {
  const said = saidBy(sections);
  const [row] = said.rows('tiers');
  if (best === undefined || row?.['tier_code'] !== 'tier_1')
    return [
      { en: 'No customer is in the best tier: too little is known of each.', 'zh-CN': '没有客户进入最高层级：每位客户的已知信息过少。' },
    ];
  const customers = numberOf(row['customers']) ?? 0;
  return [
    whoNeeds(said, best, { customers, days: churn.horizon_days, worth: needy, money }),
    held(said, best, { customers, share: numberOf(row['revenue_share']), since, money }),
  ];
}

/** What the tier has brought, since when. */
function held(
  said: Said,
  best: TierWord,
  {
    customers,
    share,
    since,
    money,
  }: { readonly customers: number; readonly share: number | null; readonly since: IsoDate | null } & Pick<ScoreInput, 'money'>,
): Localized {
  const [number, isOne, revenue] = [amountText(customers), customers === 1, said.figure('overview', 'revenue')];
  if (share === null || revenue === null)
    return { en: `${number} customer${isOne ? ' is' : 's are'} in tier ${best.name}.`, 'zh-CN': `${best.name}层级共 ${number} 位客户。` };
  const from: Localized =
    since === null
      ? { en: '', 'zh-CN': '' }
      : {
          en: ` since ${since}; the period above is that of growth alone`,
          'zh-CN': `（自 ${since} 起；上方的统计期仅用于计算增长率）`,
        };
  return {
    en: `The ${number} customer${isOne ? '' : 's'} of tier ${best.name} brought ${percentText(share)} of all revenue in the files, ${moneyText(revenue, money)}${from.en}.`,
    'zh-CN': `${best.name}层级的 ${number} 位客户贡献了文件中全部销售额 ${moneyText(revenue, money)} 的 ${percentText(share)}${from['zh-CN']}。`,
  };
}

/** How many of the best tier need something now, what they bring, and who of them comes first. */
function whoNeeds(
  { rows, total }: Said,
  best: TierWord,
  {
    customers,
    days,
    worth,
    money,
  }: { readonly customers: number; readonly days: number; readonly worth: number | null } & Pick<ScoreInput, 'money'>,
): Localized {
  const needy = total('act_now');
  const steady = best.actions.steady.text;
  const all = amountText(customers);
  if (needy === 0)
    return {
      en: `${customers === 1 ? 'The one customer' : `None of the ${all} customers`} of tier ${best.name} needs ${customers === 1 ? 'nothing' : 'anything'} out of turn. ${steady}.`,
      'zh-CN': `${best.name}层级的 ${all} 位客户均无需额外处理。${steady}。`,
    };
  const number = amountText(needy);
  const first = firstToAct(rows('act_now')[0]);
  const pace: Localized =
    worth === null
      ? { en: '', 'zh-CN': '' }
      : { en: `, worth ${moneyText(worth, money)} every ${days} days`, 'zh-CN': `，每 ${days} 天约贡献 ${moneyText(worth, money)}` };
  return {
    en: `${number} of the ${all} customers of tier ${best.name} need${needy === 1 ? 's' : ''} action now${pace.en}${first.en}`,
    'zh-CN': `${best.name}层级 ${all} 位客户中有 ${number} 位需立即处理${pace['zh-CN']}${first['zh-CN']}`,
  };
}
