import type { MoneyDisplay } from '../../lib/money-display.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { ResultRow, Section } from '../../result/result.ts';
import { saidBy } from '../../views/answer.ts';
import { amountText, listed, moneyText } from '../../views/number-words.ts';
import { columnSum } from '../parts/column-sum.ts';
import { firstToAct } from '../parts/first-to-act.ts';
import { facts } from './answer.ts';

/** Of the customers of one part, such as those of a rep: how many are at risk or to be watched, what hangs on them, and who comes first. */
export function churnPartAnswer(
  sections: readonly Section[],
  { days, money }: { readonly days: number; readonly money?: MoneyDisplay | undefined },
): Localized[] {
  const { rows, total } = saidBy(sections);
  const [atRisk, watch] = [total('at_risk'), total('watch')];
  const held = (list: string): Localized => {
    const amount = columnSum(sections, list, 'value_at_risk');
    return amount === null
      ? { en: '', 'zh-CN': '' }
      : { en: ` (${moneyText(amount, money)} of the next ${days} days)`, 'zh-CN': `（涉及未来 ${days} 天的 ${moneyText(amount, money)}）` };
  };
  const [risk, watched] = [held('at_risk'), held('watch')];
  const number = amountText(atRisk);
  const isOne = atRisk === 1;
  const [first] = [...rows('at_risk'), ...rows('watch')];
  const because = (lang: Lang): ResultRow | undefined =>
    first && {
      ...first,
      why: listed(
        facts(first).map((fact) => fact[lang]),
        lang,
      ),
    };
  return [
    {
      en: `${atRisk === 0 ? 'No customer is' : `${number} ${isOne ? 'customer is' : 'customers are'}`} at risk${risk.en}${watch === 0 ? '' : `, ${amountText(watch)} to be watched${watched.en}`}${firstToAct(because('en')).en}`,
      'zh-CN': `${atRisk === 0 ? '没有高风险客户' : `${number} 位客户有流失风险${risk['zh-CN']}`}${watch === 0 ? '' : `，${amountText(watch)} 位需关注${watched['zh-CN']}`}${firstToAct(because('zh-CN'))['zh-CN']}`,
    },
  ];
}
