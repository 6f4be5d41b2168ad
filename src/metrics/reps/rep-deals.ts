import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { wilson } from '../../stats/wilson.ts';
import { repCustomers } from './rep-customers.ts';

const noDecision = { empty: both('No deal of the rep was decided in the period.', '本期没有结束的商机。') };
const noAmount = { empty: both('No such deal has an amount.', '没有带金额的此类商机。') };

export const repDeals = defineMetric({
  id: 'rep_deals',
  question: both('What does each rep win, how fast, and what is open?', '每位销售赢单多少、多快，在手商机如何？'),
  grain: ['rep'],
  columns: {
    rep: repCustomers.columns['rep']!,
    deals: column.count(both('Deals', '商机数'), both('Deals decided in the period or open.', '本期结束的与进行中的商机。')),
    won: column.count(both('Won', '赢单'), both('Deals won in the period.', '本期赢单数。')),
    lost: column.count(both('Lost', '输单'), both('Deals lost in the period.', '本期输单数。')),
    win_rate: column.ratio(both('Win rate', '赢单率'), both('Won ÷ (won + lost).', '赢单 ÷（赢单 + 输单）。'), noDecision),
    win_rate_low: column.ratio(both('Win rate, low', '赢单率下限'), both('95% interval of Wilson.', 'Wilson 95% 区间下限。'), noDecision),
    win_rate_high: column.ratio(both('Win rate, high', '赢单率上限'), both('Upper end of it.', '区间上限。'), noDecision),
    won_amount: column.money(both('Amount won', '赢单金额'), both('Of the deals won.', '赢单的金额合计。'), noAmount),
    amount_rate: column.ratio(
      both('Win rate by amount', '金额赢单率'),
      both('Amount won ÷ amount of all decided, where deals lost have an amount.', '赢单金额 ÷ 已结束商机金额（输单有金额时）。'),
      { empty: both('No deal lost has an amount above 0, or none was decided.', '输单均无金额，或没有结束的商机。') },
    ),
    mean_won: column.average(
      both('Average won', '平均赢单额'),
      both('Amount won ÷ deals won with an amount.', '赢单金额 ÷ 有金额的赢单数。'),
      noAmount,
    ),
    cycle_days: column.number(both('Cycle', '赢单周期'), both('Mean days from opening to winning.', '创建至赢单的平均天数。'), {
      unit: 'days',
      empty: both('No deal won in the period has both days.', '本期赢单均缺日期。'),
    }),
    velocity: column.average(
      both('Velocity a day', '日均速度'),
      both(
        'Open deals × win rate × average won ÷ cycle: what the pipeline yields a day at this pace.',
        '进行中商机数 × 赢单率 × 平均赢单额 ÷ 周期：按此节奏每天的产出。',
      ),
      { empty: both('One of these is missing or 0 days.', '其中有缺失，或周期为 0。') },
    ),
    open: column.count(both('Open', '进行中'), both('Deals that are open.', '进行中的商机数。')),
    open_amount: column.money(both('Amount open', '在手金额'), both('Of the open deals.', '进行中商机的金额合计。'), noAmount),
    coverage: column.number(
      both('Pipeline coverage', '商机覆盖倍数'),
      both('Amount open ÷ amount won in the period.', '在手金额 ÷ 本期赢单金额。'),
      { empty: both('Nothing was won, or no open deal has an amount.', '本期无赢单金额，或在手商机无金额。') },
    ),
    age_days: column.number(both('Age of open deals', '在手平均天数'), both('Mean days open.', '进行中商机已开的平均天数。'), {
      unit: 'days',
      empty: both('No open deal says when it was opened.', '进行中的商机均无创建日期。'),
    }),
    at_risk: column.count(
      both('At risk', '有风险'),
      both('Open deals that are overdue or slow (deal_rows).', '逾期或过久的进行中商机（deal_rows）。'),
    ),
    at_risk_amount: column.money(both('Amount at risk', '风险金额'), both('Of these.', '上述商机的金额合计。'), noAmount),
  },
  requires: [],
  uses: ['deal_rows'],
  source: 'Interval: Wilson (1927). Velocity: deals × win rate × deal size ÷ cycle, the usual formula of sales operations.',
  parameters: z.object({}),
  compute: async (_, rows) => {
    const sums = await rows(sql`
      select
        rep,
        count(*) filter (where in_period or state = 'open') as deals,
        count(*) filter (where in_period and state = 'won') as won,
        count(*) filter (where in_period and state = 'lost') as lost,
        sum(amount) filter (where in_period and state = 'won') as won_amount,
        count(amount) filter (where in_period and state = 'won') as won_with_amount,
        sum(amount) filter (where in_period and state = 'lost') as lost_amount,
        sum(took_days) filter (where in_period and state = 'won') as cycle_sum,
        count(took_days) filter (where in_period and state = 'won') as cycles,
        count(*) filter (where state = 'open') as open,
        sum(amount) filter (where state = 'open') as open_amount,
        sum(open_days) as age_sum, count(open_days) as ages,
        count(risk) as at_risk, sum(amount) filter (where risk is not null) as at_risk_amount
      from deal_rows
      group by rep
      order by rep`);
    return sums.map((row) => {
      const number = (name: string): number | null => (row[name] === null || row[name] === undefined ? null : Number(row[name]));
      const ratio = (part: number | null, whole: number | null): number | null =>
        part === null || !(whole !== null && whole > 0) ? null : part / whole;
      const [won, lost, open] = [number('won')!, number('lost')!, number('open')!];
      const interval = won + lost === 0 ? null : wilson(won, won + lost);
      const [wonAmount, lostAmount] = [number('won_amount'), number('lost_amount')];
      const [rate, mean, cycle] = [
        ratio(won, won + lost),
        ratio(wonAmount, number('won_with_amount')),
        ratio(number('cycle_sum'), number('cycles')),
      ];
      const yielded = rate === null || mean === null ? null : open * rate * mean;
      return {
        rep: row['rep']!,
        deals: number('deals'),
        won,
        lost,
        win_rate: rate,
        win_rate_low: interval?.low ?? null,
        win_rate_high: interval?.high ?? null,
        won_amount: wonAmount,
        amount_rate: lostAmount !== null && lostAmount > 0 ? ratio(wonAmount ?? 0, (wonAmount ?? 0) + lostAmount) : null,
        mean_won: mean,
        cycle_days: cycle,
        velocity: ratio(yielded, cycle),
        open,
        open_amount: number('open_amount'),
        coverage: ratio(number('open_amount'), wonAmount),
        age_days: ratio(number('age_sum'), number('ages')),
        at_risk: number('at_risk'),
        at_risk_amount: number('at_risk_amount'),
      };
    });
  },
});
