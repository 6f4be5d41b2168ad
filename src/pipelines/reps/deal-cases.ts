import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { Column } from '../../views/columns.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { kindNamed } from './case-words.ts';
import { repColumn } from './drivers.ts';
import type { People } from './people.ts';
import { stateWords } from './pipeline.ts';
import type { RepsInput } from './run.ts';

/** So many deals won, and as many lost, are told as examples. */
const mostExamples = 5;

/** Deals to talk through: won and lost in the period, those that show most of the patterns first, then the largest; without any, earlier ones. */
export async function casesSection({ engine, lang, money }: RepsInput, { chosen, one }: People): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    with told as (
      select deals.*, coalesce(examples.fits, 0) as fits, coalesce(examples.patterns, '') as patterns, profile.customer_name
      from deal_rows as deals
      join deal_features as features on features.deal_order = deals.deal_order
      left join deal_examples as examples on examples.deal_order = deals.deal_order
      left join customer_profile as profile on profile.customer_id = deals.customer_id
      where ${chosen(sql`deals.rep`)}
    ),
    ranked as (
      select
        told.*,
        row_number() over (partition by state order by in_period desc nulls last, fits desc nulls last, amount desc nulls last, deal_order) as place
      from told
    )
    select * from ranked where place <= ${mostExamples} order by state desc nulls last, place`);
  const current = rows.filter(({ in_period: inside }) => inside === true).length;
  return table<ResultRow>(
    lang,
    {
      id: 'cases',
      name: both('Cases to learn from', '成功与失败案例'),
      title:
        current === rows.length
          ? both('Deals won and lost in the period to talk through', '本期成功与失败案例')
          : both('Deals won and lost to talk through, those of the period first', '成功与失败案例（本期优先）'),
      place: one === null ? 'detail' : 'answer',
      glance: { first: ['state', ['name', 'opportunity_id'], 'rep', 'amount', 'took_days', 'reason', 'competitor'], most: 10 },
    },
    {
      state: {
        ...metricHeading('deal_rows', 'state'),
        type: 'text',
        value: ({ state }) => stateWords[String(state)]!,
        code: ({ state = null }) => state,
      },
      ...metricColumns('deal_rows', 'opportunity_id', 'name', 'customer_id'),
      ...metricColumns('customer_profile', 'customer_name'),
      rep: repColumn,
      ...metricColumns('deal_rows', 'amount', 'took_days', 'created_on', 'closed_on', 'in_period', 'stage', 'reason', 'competitor'),
      patterns: patternsColumn(money),
    },
    rows,
  );
}

function patternsColumn(money: RepsInput['money']): Column<ResultRow> {
  return {
    ...metricHeading('deal_examples', 'patterns'),
    value: ({ patterns }) => patternsText(String(patterns), money),
    code: ({ patterns = null }) => patterns || null,
  };
}

function patternsText(patterns: string, money: RepsInput['money']): Localized | null {
  if (patterns === '') return null;
  const named = patterns.split(';').map((pattern) => {
    const at = pattern.indexOf('=');
    return kindNamed(pattern.slice(0, at), pattern.slice(at + 1), money);
  });
  return both(named.map(({ en }) => en).join('; '), named.map((each) => each['zh-CN']).join('；'));
}
