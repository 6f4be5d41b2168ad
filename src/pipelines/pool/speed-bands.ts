import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { type JudgedBand, judgedBands } from '../../metrics/leads/parts/speed-bands.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import type { PoolInput } from './run.ts';

function words(hours: number): Readonly<Record<JudgedBand, Localized>> {
  return {
    in_time: { en: `within ${hours} working hours`, 'zh-CN': `${hours} 工作小时内` },
    one_day: both('within a working day', '1 个工作日内'),
    three_days: both('within 3 working days', '3 个工作日内'),
    later: both('later', '更晚'),
    never: both('not contacted', '未跟进'),
    unknown: both('not on record', '没有记录'),
  };
}

/** Conversion by how fast the leads were contacted, fastest first; it shows no cause, and says so. */
export async function speedBandsSection({ engine, lang, settings }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`select * from speed_conversion`);
  const ordered = judgedBands.flatMap((band) => rows.filter((row) => row['speed_band'] === band));
  const named = words(settings.service_hours);
  return table<ResultRow>(
    lang,
    {
      id: 'speed_bands',
      title: both(
        'Conversion by speed: no proof of cause, fast calls may go to the better leads',
        '首次跟进快慢与转化：不代表因果，好线索可能更早被联系',
      ),
      glance: { first: ['speed_band', 'leads', 'converted', 'incidence', 'incidence_low', 'incidence_high'], hidden: [] },
      chart: { kind: 'dots', label: 'speed_band', value: 'incidence', low: 'incidence_low', high: 'incidence_high' },
    },
    {
      speed_band: {
        ...metricHeading('speed_conversion', 'speed_band'),
        title: both('First contact', '首次跟进'),
        value: (row) => named[row['speed_band'] as JudgedBand],
        code: (row) => row['speed_band'] ?? null,
      },
      ...metricColumns('speed_conversion', 'leads', 'converted', 'dated', 'incidence_days', 'incidence', 'incidence_low', 'incidence_high'),
    },
    ordered,
  );
}
