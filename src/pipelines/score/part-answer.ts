import type { Localized } from '../../lib/localized.ts';
import type { Section } from '../../result/result.ts';
import { saidBy } from '../../views/answer.ts';
import { amountText, moneyText } from '../../views/number-words.ts';
import { columnSum } from '../parts/column-sum.ts';
import { firstToAct } from '../parts/first-to-act.ts';
import { type ScoreInput, tiersOf } from '../parts/scoring.ts';

/** Of the customers of one part, such as those of a rep: how many of the best tier need something now, what they bring, and who comes first. */
export function scorePartAnswer(
  sections: readonly Section[],
  input: Pick<ScoreInput, 'settings' | 'churn' | 'lang' | 'money'>,
): Localized[] {
  const { rows, total } = saidBy(sections);
  const needy = total('act_now');
  if (needy + total('ranking') === 0) return [];
  const tier = tiersOf(input)[0]!.name;
  const [number, isOne, days] = [amountText(needy), needy === 1, input.churn.horizon_days];
  const [first] = [...rows('act_now'), ...rows('ranking')];
  const [worth, next] = [columnSum(sections, 'act_now', 'expected_value'), firstToAct(first)];
  const pace: Localized =
    worth === null
      ? { en: '', 'zh-CN': '' }
      : {
          en: `, worth ${moneyText(worth, input.money)} every ${days} days`,
          'zh-CN': `，每 ${days} 天约贡献 ${moneyText(worth, input.money)}`,
        };
  const found: Localized =
    needy === 0
      ? { en: `No customer of tier ${tier} needs action now`, 'zh-CN': `${tier}层级没有需立即处理的客户` }
      : {
          en: `${number} ${isOne ? 'customer' : 'customers'} of tier ${tier} ${isOne ? 'needs' : 'need'} action now${pace.en}`,
          'zh-CN': `${tier}层级有 ${number} 位客户需立即处理${pace['zh-CN']}`,
        };
  return [{ en: found.en + next.en, 'zh-CN': found['zh-CN'] + next['zh-CN'] }];
}
