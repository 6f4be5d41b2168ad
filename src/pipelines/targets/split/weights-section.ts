import { sql } from '../../../engine/sql.ts';
import { both } from '../../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../../result/result.ts';
import { metricColumns, metricHeading } from '../../../views/of-metrics.ts';
import { table } from '../../../views/table.ts';
import type { SplitInput, SplitRun } from './run.ts';
import { levelWords, metricWords } from '../../parts/target-words.ts';
import { stateWords } from './words.ts';

/** What the share of each owner rests on, the largest first, and who gets none. */
export async function weightsSection({ engine, lang }: SplitInput, { split }: SplitRun): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select * from split_weights
    order by case level when 'rep' then 1 when 'customer' then 2 else 3 end, share desc nulls last, last_value desc nulls last, owner`);
  const heading = (name: string) => metricHeading('split_weights', name);
  return table<ResultRow>(
    lang,
    {
      id: 'weights',
      title: both('What shares rest on', '份额依据'),
      place: 'detail',
      glance: { first: ['owner', 'parent', 'gets', 'share', 'history_share', 'potential_share', 'capacity_share'], most: 30 },
    },
    {
      level: {
        ...heading('level'),
        type: 'text',
        value: ({ level }) => levelWords[String(level)]!,
        code: ({ level = null }) => level,
      },
      owner: { ...heading('owner'), value: ({ name = null, owner = null }) => name ?? owner },
      id: {
        ...heading('owner'),
        title: both('Id', '编号'),
        value: ({ level, owner = null }) => (level === 'customer' ? owner : null),
      },
      ...metricColumns('split_weights', 'parent'),
      gets: { ...heading('state'), type: 'text', value: ({ state }) => stateWords[String(state)]!, code: ({ state = null }) => state },
      ...metricColumns('split_weights', 'share', 'history_share', 'potential_share', 'capacity_share'),
      last_value: { ...heading('last_value'), type: metricWords[split.metric]!.shows, value: ({ last_value: last = null }) => last },
      history: { ...heading('history'), type: metricWords[split.metric]!.shows, value: ({ history = null }) => history },
      ...metricColumns('split_weights', 'potential', 'capacity', 'customers', 'joined_on', 'last_on'),
    },
    rows,
  );
}
