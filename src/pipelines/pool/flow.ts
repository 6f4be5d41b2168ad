import { sql } from '../../engine/sql.ts';
import { both } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { metricColumns } from '../../views/of-metrics.ts';
import { rateColumns, rateOf } from '../../views/rates.ts';
import { table } from '../../views/table.ts';
import type { PoolInput } from './run.ts';

/** What each rep does with the leads: most recycled without a contact first, then most held without one. */
export async function flowSection({ engine, lang }: PoolInput): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(
    sql`select * from rep_leads order by recycled_uncontacted desc nulls last, held_uncontacted desc nulls last, recycled desc nulls last, rep`,
  );
  const ofTaken = (part: string) => (row: ResultRow) => rateOf(row[part], row['taken']);
  return table<ResultRow>(
    lang,
    {
      id: 'flow',
      title: both('How each rep works the leads', '各销售的线索流转'),
      glance: {
        first: ['rep', 'taken', 'follow_up_rate', 'conversion_rate', 'recycle_rate', 'held', 'held_uncontacted'],
        hidden: [],
      },
    },
    {
      ...metricColumns('rep_leads', 'rep', 'team', 'taken', 'claimed', 'contacted'),
      ...rateColumns(
        'follow_up_rate',
        { title: both('Contacted', '跟进率'), basis: both('Contacted while held ÷ taken.', '持有期间有跟进 ÷ 取得。') },
        ofTaken('contacted'),
      ),
      ...metricColumns('rep_leads', 'converted'),
      ...rateColumns(
        'conversion_rate',
        {
          title: both('Converted', '转化率'),
          basis: both('Converted while held ÷ taken; those still held may convert yet.', '持有期间转化 ÷ 取得；在手线索仍可能转化。'),
        },
        ofTaken('converted'),
      ),
      ...metricColumns('rep_leads', 'recycled'),
      ...rateColumns(
        'recycle_rate',
        { title: both('Recycled', '回收率'), basis: both('Taken back by the rules ÷ taken.', '被规则收回 ÷ 取得。') },
        ofTaken('recycled'),
      ),
      ...metricColumns(
        'rep_leads',
        'recycled_uncontacted',
        'returned',
        'passed_on',
        'invalid',
        'held',
        'held_uncontacted',
        'holding_limit',
        'over_limit',
      ),
    },
    rows,
  );
}
