import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import { drivers } from '../../metrics/reps/parts/drivers.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { largestOf } from './drivers.ts';
import { moneyChange } from '../../views/number-words.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';
import { driverWords } from './words.ts';

interface Step {
  readonly [column: string]: string | number;
  readonly step: string;
  readonly amount: number;
}

/** The ends of the bridge, beside the factors between them. */
const ends: Readonly<Record<string, Localized>> = { before: both('Period before', '上期'), after: both('This period', '本期') };

/** From the revenue of the period before to this one by the factors, of all who are reviewed together; null where nobody can be compared. */
export async function bridgeSection(input: RepsInput, { chosen, one }: People): Promise<TableSection | null> {
  const { engine, lang, money } = input;
  const steps = await engine.rows<Step>(sql`
    with compared as (select rep, driver, driver_order, amount from rep_drivers where against = 'previous' and ${chosen(sql`rep`)}),
    people as (select rep from compared group by rep),
    ends as (
      select totals.period, sum(totals.revenue) as amount from rep_totals as totals join people on people.rep = totals.rep
      where totals.period in ('previous', 'current') group by totals.period
    )
    select case when period = 'previous' then 'before' else 'after' end as step, amount,
      case when period = 'previous' then 0 else 100 end as step_order
    from ends
    union all
    select driver as step, sum(amount) as amount, driver_order as step_order from compared group by driver, driver_order
    order by step_order`);
  const amountOf = (id: string): number | null => numberOf(steps.find(({ step }) => step === id)?.amount);
  const [before, after] = [amountOf('before'), amountOf('after')];
  if (before === null || after === null) return null;
  const mostly = largestOf(Object.fromEntries(steps.map(({ step, amount }) => [step, amount])), drivers, money);
  const difference = moneyChange(after - before, money);
  return table<Step>(
    lang,
    {
      id: 'bridge',
      name: both('From the revenue of the period before to this one', '上期到本期的业绩变化'),
      title: both(`Revenue ${difference} against the period before: ${mostly.en}`, `业绩较上期 ${difference}：${mostly['zh-CN']}`),
      place: one === null ? 'detail' : 'answer',
      chart: { kind: 'waterfall', label: 'title', value: 'amount' },
      glance: { first: ['title', 'amount'], hidden: ['step'] },
    },
    {
      title: {
        title: both('Step', '步骤'),
        type: 'text',
        basis: both('Both ends, and the factors of rep_drivers between them.', '首尾为两期业绩，中间为 rep_drivers 的各因素。'),
        value: ({ step }) => ends[step] ?? driverWords[step]!,
      },
      amount: {
        ...metricHeading('rep_drivers', 'amount'),
        basis: both(
          'Of the ends the revenue, of a factor what it moved, added over all who are reviewed; the factors sum to the difference.',
          '首尾为业绩；各因素为其影响额，按所选销售合计，各因素之和等于两期之差。',
        ),
        value: ({ amount }) => amount,
      },
      step: { ...metricHeading('rep_drivers', 'driver'), value: ({ step }) => step },
    },
    steps,
  );
}
