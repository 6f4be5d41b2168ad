import { sql } from '../../engine/sql.ts';
import type { Fold } from '../../forecast/churn/folds.ts';
import type { Localized } from '../../lib/localized.ts';
import { trustOf } from '../../views/forecast/trust.ts';
import { amountText } from '../../views/number-words.ts';
import type { ForecastInput, ForecastRun } from '../parts/forecast-run.ts';

type Lists = {
  readonly at_risk: number;
  readonly watch: number;
  readonly scored: number;
  readonly value: number | null;
};

/** The customer with the most at stake. */
type Largest = {
  readonly customer_id: string;
  readonly customer_name: string | null;
  readonly owner: string | null;
  readonly value_at_risk: number | null;
  readonly silence_days: number | null;
  readonly cycle_days: number | null;
  readonly open_complaints: number | null;
};

/** Who is at risk and what hangs on them, whom to call first, and how far the list can be believed. */
export async function churnAnswer({ engine }: ForecastInput, { horizonDays }: ForecastRun, folds: readonly Fold[]): Promise<Localized[]> {
  const [lists] = await engine.rows<Lists>(sql`
    select count(*) filter (where list_id = 'at_risk') as at_risk, count(*) filter (where list_id = 'watch') as watch,
      count(*) filter (where list_id in ('at_risk', 'watch', 'active')) as scored,
      cast(sum(value_at_risk) filter (where list_id = 'at_risk') as double precision) as value
    from churn_lists`);
  if (lists === undefined || lists.scored === 0)
    return [
      {
        en: 'No customer can be judged yet: all of them are lost, bought once or came lately.',
        'zh-CN': '目前没有可评估的客户：均已流失、仅购买一次或首购不久。',
      },
    ];
  if (lists.at_risk === 0) return [nobody(lists), trustOf(folds)];
  const [largest] = await engine.rows<Largest>(sql`
    select churn_lists.customer_id, customer_name, owner, value_at_risk, silence_days, cycle_days, open_complaints
    from churn_lists
      left join customer_profile on customer_profile.customer_id = churn_lists.customer_id
      left join churn_status on churn_status.customer_id = churn_lists.customer_id
      left join churn_feedback on churn_feedback.customer_id = churn_lists.customer_id
    where list_id = 'at_risk'
    order by value_at_risk desc nulls last, churn_lists.customer_id limit 1`);
  return [atRisk(lists, largest!, horizonDays), todo(lists), trustOf(folds)];
}

function nobody({ watch }: Lists): Localized {
  return {
    en: `No customer is at risk${watch === 0 ? '' : `; ${amountText(watch)} ${watch === 1 ? 'is' : 'are'} to be watched`}.`,
    'zh-CN': `没有高风险客户${watch === 0 ? '' : `；需关注 ${amountText(watch)} 位`}。`,
  };
}

function atRisk({ at_risk: customers, value }: Lists, largest: Largest, horizonDays: number): Localized {
  const whom = customers === 1 ? '1 customer at risk holds' : `${amountText(customers)} customers at risk hold`;
  const stake =
    value === null
      ? {
          en: `${amountText(customers)} customer${customers === 1 ? ' is' : 's are'} at risk`,
          'zh-CN': `${amountText(customers)} 位客户有流失风险`,
        }
      : {
          en: `${whom} ${amountText(value)} of the next ${horizonDays} days`,
          'zh-CN': `${amountText(customers)} 位客户有流失风险，涉及未来 ${horizonDays} 天的 ${amountText(value)}`,
        };
  const name = largest.customer_name ?? largest.customer_id;
  const own = largest.value_at_risk;
  const part =
    customers === 1
      ? { en: name, 'zh-CN': name }
      : value === null || own === null
        ? { en: `first of them ${name}`, 'zh-CN': `首先是${name}` }
        : { en: `${amountText(own)} of it is ${name}`, 'zh-CN': `其中 ${amountText(own)} 来自${name}` };
  const facts = factsOf(largest);
  return {
    en: `${stake.en}${customers === 1 ? ': ' : '; '}${[part.en, ...facts.map(({ en }) => en)].join(', ')}.`,
    'zh-CN': `${stake['zh-CN']}${customers === 1 ? '：' : '；'}${[part['zh-CN'], ...facts.map((fact) => fact['zh-CN'])].join('，')}。`,
  };
}

function factsOf({ silence_days: days, cycle_days: cycle, open_complaints: complaints }: Largest): Localized[] {
  const facts: Localized[] = [];
  if (days !== null && cycle !== null)
    facts.push({
      en: `silent for ${amountText(days)} days (usually orders every ${amountText(Math.round(cycle))})`,
      'zh-CN': `已 ${amountText(days)} 天未购（通常 ${amountText(Math.round(cycle))} 天一单）`,
    });
  if (complaints !== null && complaints > 0)
    facts.push({
      en: `${amountText(complaints)} complaint${complaints === 1 ? '' : 's'} open`,
      'zh-CN': `${amountText(complaints)} 起投诉未结`,
    });
  return facts;
}

function todo({ at_risk: customers, watch }: Lists): Localized {
  const [them, others] = [customers === 1 ? 'it' : 'them', customers === 1 ? '该客户' : '名单上的客户'];
  return {
    en: `Call ${them} this week, the most value first${watch === 0 ? '' : `; keep an eye on ${amountText(watch)} more`}.`,
    'zh-CN': `请本周联系${others}，金额大的优先${watch === 0 ? '' : `；另有 ${amountText(watch)} 位需关注`}。`,
  };
}
