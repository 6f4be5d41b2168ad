import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { contactChannels } from '../../metrics/reps/parts/contact-channels.ts';
import { metricById } from '../../metrics/registry.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { percentText } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import type { RepsInput } from './run.ts';

const ways: Readonly<Record<string, Localized>> = {
  contact: both('Any contact', '任何方式'),
  ...Object.fromEntries(contactChannels.map(({ id, title }) => [id, title])),
};

/** By the number of the group. */
const groups: readonly (readonly [code: string, words: Localized])[] = [
  ['all', both('all', '全部')],
  ['first', both('top 20%', '最高 20%')],
  ['second', both('next 30%', '其后 30%')],
  ['third', both('the others', '其余')],
  ['none', both('nothing', '无销售额')],
];

/** Whether customers contacted in the period before bought more often: an association among all reps, no cause. Null where nothing can be told. */
export async function contactEffectsSection({ engine, lang }: RepsInput): Promise<TableSection | null> {
  const rows = await engine.rows<ResultRow>(sql`select * from contact_effects order by way_order, value_group`);
  if (rows.length === 0) return null;
  const figures = Object.keys(metricById('contact_effects').columns).filter(
    (name) => !['contacted_by', 'way_order', 'value_group'].includes(name),
  );
  return table<ResultRow>(
    lang,
    {
      id: 'contact_effects',
      name: both('Purchases after contacts', '联系与之后的购买'),
      title: titleOf(rows[0]!),
      place: 'detail',
      chart: { kind: 'dots', label: 'contacted_by', value: 'difference', low: 'difference_low', high: 'difference_high' },
      glance: {
        first: ['contacted_by', 'value_group', 'contacted_customers', 'contacted_rate', 'other_customers', 'other_rate', 'difference'],
        most: 12,
      },
    },
    {
      contacted_by: {
        ...metricHeading('contact_effects', 'contacted_by'),
        type: 'text',
        value: ({ contacted_by: way }) => ways[String(way)]!,
        code: ({ contacted_by: way = null }) => way,
      },
      value_group: {
        ...metricHeading('contact_effects', 'value_group'),
        type: 'text',
        value: ({ value_group: group }) => groups[Number(group)]![1],
        code: ({ value_group: group }) => groups[Number(group)]![0],
      },
      ...metricColumns('contact_effects', ...figures),
    },
    rows,
  );
}

function titleOf(row: ResultRow): Localized {
  const rate = (side: 'contacted' | 'other'): Localized => {
    const value = numberOf(row[`${side}_rate`]);
    const [share, n] = [value === null ? '–' : percentText(value), row[`${side}_customers`]];
    return both(`${share} (n = ${n})`, `${share}（n = ${n}）`);
  };
  const [contacted, other] = [rate('contacted'), rate('other')];
  const [low, high] = [numberOf(row['difference_low']), numberOf(row['difference_high'])];
  const isClear = low !== null && high !== null && (low > 0 || high < 0);
  const verdict = isClear
    ? both('the difference holds among customers of like value', '在价值相近的客户中差异仍成立')
    : both('no difference that would hold among customers of like value', '在价值相近的客户中没有站得住的差异');
  return both(
    `Contacted in the period before: ${contacted.en} bought; not contacted: ${other.en}; ${verdict.en} (association, not cause)`,
    `上期联系过的客户本期购买率 ${contacted['zh-CN']}，未联系的 ${other['zh-CN']}；${verdict['zh-CN']}（仅为相关，不代表因果）`,
  );
}
