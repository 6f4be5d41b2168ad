import { join, sql, trusted } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { metricById } from '../../metrics/registry.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import { oneDecimal } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { repColumn } from './drivers.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';

const recordWords = {
  none: both('none', '无'),
  none_in_period: both('none in the period', '本期无'),
  recorded: both('yes', '有'),
};

/** Of the period before, shown beside those of the period. */
const compared = [
  'contacts',
  'visits',
  'customers',
  'contacts_a_day',
  'key_contacted',
  'key_coverage',
  'due',
  'kept',
  'kept_rate',
] as const;

/**
 * What each rep does for which customers, who loses sight of most money first; reps without a record at the end, as such. Null where no contact
 * of any rep is on record.
 */
export async function activitiesSection({ engine, lang }: RepsInput, { chosen }: People): Promise<TableSection | null> {
  const rows = await engine.rows<ResultRow>(sql`
    with before as (select rep, ${join(compared.map((name) => sql`${trusted(name)} as ${trusted(`previous_${name}`)}`))} from rep_activities where period = 'previous')
    select current.*, rep_people.team, rep_people.manager, ${join(compared.map((name) => trusted(`before.previous_${name}`)))}
    from (select * from rep_activities where period = 'current') as current
    left join rep_people on rep_people.rep = current.rep
    left join before on before.rep = current.rep
    where ${chosen(sql`current.rep`)}
    order by current.has_records desc nulls last, current.neglected_revenue desc nulls last, current.rep`);
  if (!rows.some(({ has_records: has }) => has === true)) return null;
  const figures = Object.keys(metricById('rep_activities').columns).filter((name) => !['rep', 'period', 'has_records'].includes(name));
  return table<ResultRow>(
    lang,
    {
      id: 'activities',
      name: both('Activities by rep', '各销售的客户跟进'),
      title: titleOf(rows, await tierContacts(engine)),
      chart: { kind: 'dots', label: 'rep', value: 'kept_rate', low: 'kept_rate_low', high: 'kept_rate_high' },
      glance: {
        first: ['rep', 'contacts', 'visits', 'key_contacted', 'key_customers', 'neglected_revenue', 'kept_rate', 'contacts_a_day'],
        most: 12,
        hidden: ['with_customers'],
      },
    },
    {
      rep: repColumn,
      ...metricColumns('rep_people', 'team', 'manager'),
      records: {
        title: both('Records', '跟进记录'),
        type: 'text',
        basis: metricHeading('rep_activities', 'has_records').basis,
        value: (row) => recordWords[recordsOf(row)],
        code: recordsOf,
      },
      ...metricColumns('rep_activities', ...figures),
      ...Object.assign({}, ...compared.map(columnBefore)),
    },
    rows,
  );
}

function recordsOf({ has_records: has = null, contacts = null }: ResultRow): keyof typeof recordWords {
  if (has !== true) return 'none';
  return contacts === 0 ? 'none_in_period' : 'recorded';
}

function columnBefore(name: string): Columns<ResultRow> {
  const heading = metricHeading('rep_activities', name);
  const title = both(`${heading.title.en}, before`, `上期${heading.title['zh-CN']}`);
  return { [`previous_${name}`]: { ...heading, title, value: (row: ResultRow) => row[`previous_${name}`] ?? null } };
}

/** Contacts a customer of the first tier and of the last, of all reps. */
async function tierContacts(engine: RepsInput['engine']): Promise<{ first: number; last: number } | null> {
  const tiers = await engine.rows<{ contacts: number; customers: number }>(sql`
    select tier, sum(contacts) as contacts, count(*) as customers
    from contact_customers
    where is_there and tier is not null
    group by tier
    order by tier`);
  const means = tiers.map(({ contacts, customers }) => contacts / customers);
  return means.length < 2 ? null : { first: means[0]!, last: means.at(-1)! };
}

/** Who records nothing, else whether the best customers are contacted more than the others. */
function titleOf(rows: readonly ResultRow[], tiers: { first: number; last: number } | null): Localized {
  const silent = rows.filter((row) => recordsOf(row) === 'none').length;
  if (silent > 0)
    return both(
      `Activities by rep; ${silent} of ${rows.length} have no contact on record`,
      `各销售的客户跟进；${rows.length} 人中 ${silent} 人没有任何跟进记录`,
    );
  if (rows.every(({ key_contacted: told }) => told === null))
    return both(
      'Activities by rep; the records do not say whom enough of them were with',
      '各销售的客户跟进；多数记录未写明对象，覆盖情况未知',
    );
  if (tiers === null) return both('Activities by rep', '各销售的客户跟进');
  const [first, last] = [oneDecimal(tiers.first), oneDecimal(tiers.last)];
  return tiers.first > tiers.last
    ? both(
        `Activities by rep; ${first} contacts a customer of the first tier, ${last} of the last`,
        `各销售的客户跟进；最高层级客均联系 ${first} 次，最低层级 ${last} 次`,
      )
    : both(
        `Activities by rep; customers of the first tier get no more contacts (${first}) than those of the last (${last})`,
        `各销售的客户跟进；最高层级客均联系 ${first} 次，不多于最低层级的 ${last} 次`,
      );
}
