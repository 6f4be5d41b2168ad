import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import type { FactText } from '../../views/facts.ts';
import { numberOf } from '../../views/number-of.ts';
import { metricColumns, metricFact } from '../../views/of-metrics.ts';
import { rateColumns, rateOf } from '../../views/rates.ts';
import { table } from '../../views/table.ts';
import { calendarWords } from './calendar-words.ts';
import type { PoolInput } from './run.ts';

const dimensionWords: Readonly<Record<string, Localized>> = {
  all: both('All', '全部'),
  rep: both('Rep', '销售'),
  pool: both('Pool', '公海'),
  source: both('Source', '来源'),
};

/** How fast leads are contacted: all of them, then reps, pools and sources, the least in time first. */
export async function speedSection({ engine, lang, settings }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select * from contact_speed
    order by
      case dimension when 'all' then 0 when 'rep' then 1 when 'pool' then 2 else 3 end,
      case when judged > 0 then in_time::double precision / judged end nulls last,
      leads desc nulls last, member`);
  const calendar = calendarWords(settings);
  return table<ResultRow>(
    lang,
    {
      id: 'speed',
      title: both('Time to the first contact', '首次跟进速度'),
      glance: {
        first: ['by', 'member', 'leads', 'in_time_rate', 'median_hours', 'p90_hours', 'unanswered'],
        most: 15,
        hidden: ['in_time', 'without_time'],
      },
      chart: { kind: 'dots', label: 'member', value: 'in_time_rate', low: 'in_time_rate_low', high: 'in_time_rate_high' },
    },
    {
      by: {
        title: both('By', '维度'),
        type: 'text',
        basis: both('What the leads are told apart by.', '按什么区分线索。'),
        value: (row) => dimensionWords[String(row['dimension'])] ?? null,
        code: (row) => row['dimension'] ?? null,
      },
      ...memberColumn,
      ...metricColumns('contact_speed', 'leads', 'contacted', 'unanswered', 'judged', 'in_time'),
      ...rateColumns(
        'in_time_rate',
        {
          title: both('In time', '及时率'),
          basis: {
            en: `Contacted within ${settings.service_hours} working hours ÷ judged. ${calendar.en}`,
            'zh-CN': `${settings.service_hours} 工作小时内跟进 ÷ 可判断。${calendar['zh-CN']}`,
          },
        },
        (row) => rateOf(row['in_time'], row['judged']),
      ),
      ...metricColumns(
        'contact_speed',
        'median_hours',
        'p90_hours',
        'median_calendar_hours',
        'median_waiting_hours',
        'median_conversion_days',
        'without_time',
      ),
    },
    rows.filter(({ judged = null, median_hours: median = null }) => judged !== null || median !== null),
  );
}

const memberColumn: Columns<ResultRow> = {
  member: {
    ...metricColumns<ResultRow>('contact_speed', 'member')['member']!,
    value: (row) => (row['dimension'] === 'all' ? dimensionWords['all']! : (row['member'] ?? null)),
  },
};

/** How fast the leads were contacted, for the overview. */
export function speedFacts({ settings }: PoolInput, row: ResultRow | undefined): FactText[] {
  const calendar = calendarWords(settings);
  const rate = rateOf(row?.['in_time'], row?.['judged']);
  const n = numberOf(row?.['contacted'] ?? null);
  const hours = (id: string, column: string): FactText => ({
    ...metricFact('contact_speed', column, { value: row?.[column] ?? null, n }, calendar),
    id,
  });
  return [
    { ...hours('median_first_contact_hours', 'median_hours'), title: both('First contact, median', '首次跟进中位数') },
    { ...hours('p90_first_contact_hours', 'p90_hours'), title: both('First contact, 90% within', '首次跟进 90% 分位') },
    {
      id: 'first_contact_in_time_rate',
      title: both('Contacted in time', '及时跟进率'),
      type: 'ratio',
      basis: {
        en: `Contacted within ${settings.service_hours} working hours ÷ leads contacted or waiting longer than that. ${calendar.en}`,
        'zh-CN': `${settings.service_hours} 工作小时内跟进 ÷ 已跟进及等待超过时限的线索。${calendar['zh-CN']}`,
      },
      ...rate,
    },
    metricFact('contact_speed', 'unanswered', { value: row?.['unanswered'] ?? null }),
  ];
}

/** All leads of `contact_speed`; undefined where nothing is known. */
export async function allSpeeds({ engine }: Pick<PoolInput, 'engine'>): Promise<ResultRow | undefined> {
  const [row] = await engine.rows<ResultRow>(sql`select * from contact_speed where dimension = 'all'`);
  return row;
}
