import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { oldestTried } from '../../metrics/leads/parts/age-bands.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricColumns } from '../../views/of-metrics.ts';
import { rateColumns, rateOf } from '../../views/rates.ts';
import { table } from '../../views/table.ts';
import type { PoolInput } from './run.ts';

/** Leads that are not given out, as none so old was ever taken. */
export interface Untried {
  readonly leads: number;
  /** The oldest that were taken, in days; null where ages are not known. */
  readonly oldestDays: number | null;
}

export async function untriedLeads({ engine }: Pick<PoolInput, 'engine'>): Promise<Untried> {
  const [row] = await engine.rows<ResultRow>(sql`
    select untried.leads, ages.oldest_days
    from (select count(*) as leads from allocation_leads where not is_tried) as untried
    cross join (${oldestTried}) as ages`);
  return { leads: numberOf(row?.['leads']) ?? 0, oldestDays: numberOf(row?.['oldest_days']) };
}

/** Ages of the leads to give out, and what came of leads that reps took at that age. */
export async function allocationAgesSection({ engine, lang }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    with waiting as (
      select age_band, count(*) as waiting, count(*) filter (where is_tried) as tried from allocation_leads group by age_band
    )
    select ages.*, coalesce(waiting.waiting, 0) as waiting, coalesce(waiting.tried, 0) as tried
    from taken_ages as ages left join waiting on waiting.age_band = ages.age_band
    order by ages.age_band`);
  return table<ResultRow>(
    lang,
    {
      id: 'allocation_ages',
      title: both(
        'Age of the leads to give out, and what came of leads taken at that age',
        '待分配线索的存续时长，及以往同样久的线索取得后的结果',
      ),
      place: 'basis',
      glance: {
        first: ['age', 'waiting', 'tried', 'taken', 'converted', 'conversion_rate', 'conversion_rate_low', 'conversion_rate_high'],
        hidden: [],
      },
      chart: { kind: 'dots', label: 'age', value: 'conversion_rate', low: 'conversion_rate_low', high: 'conversion_rate_high' },
    },
    {
      age: {
        title: both('Days since coming in', '存续天数'),
        type: 'text',
        basis: both('When taken, or, of leads to give out, today.', '取得时；待分配的线索按今天。'),
        value: ageText,
        code: ({ age_band: band }) => band ?? null,
      },
      waiting: {
        title: both('To give out', '待分配'),
        type: 'integer',
        unit: 'leads',
        basis: both('Leads of this age that can be given out.', '该存续时长的可分配线索数。'),
        value: ({ waiting }) => waiting ?? null,
      },
      tried: {
        title: both('Age tried', '有先例'),
        type: 'integer',
        unit: 'leads',
        basis: both(
          'Those of them no older than leads that reps took before; the others stay in the pool (pool.allocation.ages).',
          '其中不超过以往取得过的最久天数的线索数；其余留在公海（pool.allocation.ages）。',
        ),
        value: ({ tried }) => tried ?? null,
      },
      ...metricColumns('taken_ages', 'taken', 'converted'),
      ...rateColumns<ResultRow>(
        'conversion_rate',
        { title: both('Conversion', '转化率'), basis: both('Converted ÷ taken.', '已转化 ÷ 取得。') },
        ({ converted, taken }) => rateOf(converted, taken),
      ),
    },
    rows.length > 1 && rows.some(({ waiting }) => waiting !== 0) ? rows : [],
  );
}

function ageText({ from_days: from, to_days: to }: ResultRow): Localized {
  if (numberOf(from) === null) return both('not known', '不详');
  return numberOf(to) === null ? both(`${from} and more`, `${from} 及以上`) : both(`${from} to ${to}`, `${from} 至 ${to}`);
}
