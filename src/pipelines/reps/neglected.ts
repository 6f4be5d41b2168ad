import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyText } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { tierNames } from '../parts/scoring.ts';
import { tierCode } from '../parts/scoring-words.ts';
import { repColumn } from './drivers.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';
import { silenceText } from './silence-words.ts';

/** The key customers that are neglected, those that brought most first. Null where of none is known whether it is. */
export async function neglectedSection(
  input: RepsInput,
  { chosen, one }: People,
  rows: readonly ResultRow[],
): Promise<TableSection | null> {
  const [counted] = await input.engine.rows<{ n: number }>(
    sql`select count(*) as n from contact_customers where is_neglected is not null and ${chosen(sql`rep`)}`,
  );
  const key = counted?.n ?? 0;
  if (key === 0) return null;
  const days = input.settings.contact_days[0] ?? 30;
  const tiers = tierNames({ settings: input.score, lang: input.lang });
  return table<ResultRow>(
    input.lang,
    {
      id: 'neglected',
      place: rows.length === 0 ? 'detail' : 'answer',
      name: both('Neglected key customers', '被冷落的重点客户'),
      title:
        rows.length === 0
          ? both(`None of ${key} key customers is neglected`, `${key} 个重点客户均按节奏联系`)
          : both(
              `${rows.length} of ${key} key customers: no contact for ${days} days and longer than usual`,
              `${key} 个重点客户中 ${rows.length} 个超过 ${days} 天且超过通常间隔未联系（按销售额）`,
            ),
      chart: { kind: 'bars', label: 'customer_name', value: 'revenue_year' },
      glance: {
        first: [['customer_name', 'customer_id'], ...(one === null ? ['rep'] : []), 'tier', 'silent_days', 'rhythm_days', 'revenue_year'],
        most: 5,
      },
    },
    {
      ...metricColumns('contact_customers', 'customer_id'),
      ...metricColumns('customer_profile', 'customer_name'),
      rep: { ...metricHeading('contact_customers', 'rep'), value: repColumn.value },
      tier: {
        ...metricHeading('contact_customers', 'tier'),
        type: 'text',
        value: ({ tier }) => tiers.get(String(tier)) ?? null,
        code: ({ tier = null }) => tierCode(tier),
      },
      ...metricColumns(
        'contact_customers',
        'value_group',
        'last_contact_on',
        'silent_days',
        'rhythm_days',
        'contacts',
        'previous_contacts',
        'revenue_year',
        'bought',
      ),
    },
    rows,
  );
}

export function neglectedRows({ engine }: Pick<RepsInput, 'engine'>, { chosen }: Pick<People, 'chosen'>): Promise<ResultRow[]> {
  return engine.rows<ResultRow>(sql`
    select contacted.*, profile.customer_name
    from contact_customers as contacted
    left join customer_profile as profile on profile.customer_id = contacted.customer_id
    where contacted.is_neglected and ${chosen(sql`contacted.rep`)}
    order by contacted.revenue_year desc nulls last, contacted.silent_days desc nulls first, contacted.customer_id`);
}

/** The key customer that most money hangs on among those neglected, and whose it is; null where none with revenue is. */
export function neglectedSentence([row]: readonly ResultRow[], { money }: Pick<RepsInput, 'money'>): Localized | null {
  const revenue = numberOf(row?.['revenue_year']) ?? 0;
  if (row === undefined || revenue <= 0) return null;
  const name = String(row['customer_name'] ?? row['customer_id']);
  const [sold, rep] = [moneyText(revenue, money), String(row['rep'])];
  const silence = silenceText(row);
  return both(
    `The key customer ${name} (${sold} in twelve months, owned by ${rep}): ${silence.en}; call now.`,
    `重点客户${name}（近一年 ${sold}，负责人${rep}）${silence['zh-CN']}，应尽快联系。`,
  );
}
