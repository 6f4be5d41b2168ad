import type { Localized } from '../../lib/localized.ts';
import type { ResultRow, Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, percentText } from '../../views/number-words.ts';
import { periodWords } from '../../lib/period-words.ts';
import type { ComparedPeriods } from '../../metrics/windows.ts';
import { type Advice, adviceText } from './advice/advice.ts';
import { rateText } from './rate-text.ts';

/** So many pieces of advice are said at once. */
const mostAdvice = 2;

/** What the answer is made of. */
export interface AnswerParts {
  readonly sections: readonly Section[];
  readonly periods: ComparedPeriods | null;
  readonly advice: readonly Advice[];
  /** Leads of the pool of which nobody knows who had them. */
  readonly forgotten: number;
}

/** How well the pool is used and whether that changed, whether nothing is known of reps, and the first of the advice. */
export function poolAnswer({ sections, periods, advice, forgotten }: AnswerParts): Localized[] {
  const now = state(saidBy(sections), periods);
  return [...(now === null ? [] : [now]), ...(forgotten > 0 ? [notByRep] : []), ...advice.slice(0, mostAdvice).map(adviceText)];
}

/** The leads in all, and how those of the period fare, beside the period before. */
function state(said: Said, periods: ComparedPeriods | null): Localized | null {
  const leads = said.figure('overview', 'leads') ?? 0;
  const all = said.fact('overview', 'conversion_rate_all');
  const came = said.figure('overview', 'entered') ?? 0;
  if (leads === 0) return null;
  const share = numberOf(all?.value);
  const total: Localized = {
    en: `${amountText(leads)} leads, ${share === null ? 'none of them on record as converted' : `${percentText(share)} of them converted`}`,
    'zh-CN': `共 ${amountText(leads)} 条线索，${share === null ? '没有转化记录' : `已转化 ${percentText(share)}`}`,
  };
  if (periods === null || came === 0) return { en: `${total.en}.`, 'zh-CN': `${total['zh-CN']}。` };
  const rates = new Map(said.rows('changes', Infinity).map((row) => [String(row['rate']), row]));
  const parts = ['conversion_rate', 'utilisation_rate'].flatMap((id) => changeText(id, rates.get(id)) ?? []);
  if ((said.figure('overview', 'available') ?? 0) > 0 && !rates.has('utilisation_rate')) parts.push(noContacts);
  const when = periodWords(periods.after);
  return {
    en: `${total.en}; ${when.en}: ${[`${amountText(came)} came in`, ...parts.map(({ en }) => en)].join(', ')}.`,
    'zh-CN': `${total['zh-CN']}；${when['zh-CN']}：${[`新进 ${amountText(came)} 条`, ...parts.map((each) => each['zh-CN'])].join('，')}。`,
  };
}

/** What stands in place of the reps where a list has forgotten who had the leads of the pool. */
const notByRep: Localized = {
  en: 'What each rep converts cannot be told: the list does not say who had the leads of the pool before. To do: add the log of claims and returns.',
  'zh-CN': '各销售的转化无法得出：线索表未记录公海线索此前由谁持有。建议：加入领取与退回的流转记录。',
};

/** What stands in place of a share of which nobody knows how many were contacted. */
const noContacts: Localized = {
  en: 'utilisation of the pool not known for want of recorded contacts',
  'zh-CN': '公海利用率因没有跟进记录无法得出',
};

const rateNames: Readonly<Record<string, Localized>> = {
  conversion_rate: { en: 'of which converted', 'zh-CN': '其中转化' },
  utilisation_rate: { en: 'utilisation of the pool', 'zh-CN': '公海利用率' },
};

/** `of which converted 8.9% (12.8% before, within the usual fluctuation)`. */
function changeText(id: string, row: ResultRow | undefined): Localized | null {
  const [before, after] = [numberOf(row?.['before']), numberOf(row?.['after'])];
  const name = rateNames[id];
  if (after === null || name === undefined) return null;
  const chance = chanceWords[String(row?.['verdict_code'])];
  const beside: Localized =
    before === null
      ? { en: '', 'zh-CN': '' }
      : { en: ` (${rateText(before)} before${chance?.en ?? ''})`, 'zh-CN': `（上期 ${rateText(before)}${chance?.['zh-CN'] ?? ''}）` };
  return { en: `${name.en} ${rateText(after)}${beside.en}`, 'zh-CN': `${name['zh-CN']} ${rateText(after)}${beside['zh-CN']}` };
}

const chanceWords: Readonly<Record<string, Localized>> = {
  more_than_chance: { en: ', more than the usual fluctuation', 'zh-CN': '，超出随机波动' },
  within_chance: { en: ', within the usual fluctuation', 'zh-CN': '，未超出随机波动' },
};
