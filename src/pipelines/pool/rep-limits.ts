import { sql } from '../../engine/sql.ts';
import { both } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import type { PoolInput } from './run.ts';

const signalWords: Readonly<Record<string, { readonly en: string; readonly 'zh-CN': string }>> = {
  none: both('within chance', '未超出随机波动'),
  above: both('above the 95% limit', '高于 95% 界限'),
  below: both('below the 95% limit', '低于 95% 界限'),
  far_above: both('above the 99.8% limit', '高于 99.8% 界限'),
  far_below: both('below the 99.8% limit', '低于 99.8% 界限'),
};

/** What share of the leads they took each rep converted, between the limits of chance for so many leads. */
export async function repLimitsSection({ engine, lang }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`select * from rep_signals where rate = 'conversion' order by taken desc nulls last, rep`);
  return table<ResultRow>(
    lang,
    {
      id: 'rep_limits',
      title: both('Leads taken and converted by rep: within the limits it is chance', '每人取得数与转化率：界限之内属随机波动'),
      place: 'detail',
      glance: { first: ['rep', 'taken', 'part', 'value', 'signal'] },
      chart: {
        kind: 'limits',
        label: 'rep',
        value: 'value',
        n: 'taken',
        all: 'all_reps',
        limits: ['low', 'warning_low', 'warning_high', 'high'],
        signal: 'signal_code',
      },
    },
    {
      ...metricColumns('rep_signals', 'rep', 'taken', 'part'),
      value: {
        ...metricHeading('rep_signals', 'value'),
        title: both('Converted', '转化率'),
        basis: both('Converted while held ÷ taken and not converted before.', '持有期间转化 ÷ 取得（此前未转化）。'),
        value: ({ value = null }) => value,
      },
      ...metricColumns('rep_signals', 'others', 'all_reps', 'low', 'warning_low', 'warning_high', 'high'),
      signal: {
        ...metricHeading('rep_signals', 'signal'),
        type: 'text',
        value: ({ signal }) => signalWords[String(signal)] ?? null,
        code: ({ signal = null }) => signal,
      },
    },
    rows,
  );
}
