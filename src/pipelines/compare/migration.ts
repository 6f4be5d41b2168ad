import { glanceOf } from '../../views/table.ts';
import { type Sql, sql } from '../../engine/sql.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import { segments } from '../../metrics/customers/parts/rfm-segments.ts';
import type { ResultCell, ResultColumn, TableSection } from '../../result/result.ts';
import { type ScoreInput, tiersOf } from '../score/settings.ts';

interface Moved {
  readonly [column: string]: ResultCell;
  readonly from_group: string | number | null;
  readonly to_group: string | number | null;
  readonly customers: number;
}

/** A tier or a segment. */
interface Group {
  readonly id: string;
  readonly title: string;
  readonly value: string | number;
}

/** Customers by their tier at the end of either period. */
export function tierMigrationSection(input: ScoreInput): Promise<TableSection> {
  const groups = tiersOf(input).map(({ name }, index): Group => ({ id: `tier_${index + 1}`, title: name, value: index + 1 }));
  return migration(input, groups, {
    id: 'tier_migration',
    title: { en: 'Tiers, from row to column', 'zh-CN': '层级迁移（行 → 列）' },
    query: sql`
      select earlier.tier as from_group, later.tier as to_group, count(*) as customers
      from customer_profile as profile
      left join earlier_scores as earlier on earlier.customer_id = profile.customer_id
      left join customer_scores as later on later.customer_id = profile.customer_id
      group by earlier.tier, later.tier`,
  });
}

/** Customers by their RFM segment at the end of either period. */
export function segmentMigrationSection(input: ScoreInput): Promise<TableSection> {
  const groups = Object.entries(segments).map(([id, title]): Group => ({ id, title: title[input.lang], value: id }));
  return migration(input, groups, {
    id: 'segment_migration',
    title: { en: 'RFM segments, from row to column', 'zh-CN': 'RFM 客群迁移（行 → 列）' },
    query: sql`
      select earlier.rfm_segment as from_group, later.rfm_segment as to_group, count(*) as customers
      from customer_profile as profile
      left join earlier_scores as earlier on earlier.customer_id = profile.customer_id
      left join rfm_scores as later on later.customer_id = profile.customer_id
      group by earlier.rfm_segment, later.rfm_segment`,
  });
}

interface Request {
  readonly id: string;
  readonly title: Localized;
  readonly query: Sql;
}

const words = {
  from: { en: 'From', 'zh-CN': '原来' },
  newlyScored: { en: 'Newly scored', 'zh-CN': '新评分' },
  gone: { en: 'Gone', 'zh-CN': '不再评分' },
  total: { en: 'All', 'zh-CN': '合计' },
} as const satisfies Record<string, Localized>;

const meanings = {
  cell: {
    en: 'Customers who were in the group of the row at the end of the earlier period and in this one at the end of the later period.',
    'zh-CN': '对比期末在该行分组、本期末在该列分组的客户数。',
  },
  from: {
    en: 'Group at the end of the earlier period, with the same settings; newly scored: without one then.',
    'zh-CN': '对比期末的分组（同样的设置）；“新评分”为当时尚无分组。',
  },
  gone: { en: 'Customers who have no group at the end of the later period.', 'zh-CN': '本期末已无分组的客户数。' },
  total: { en: 'All customers of the row.', 'zh-CN': '该行客户合计。' },
} as const satisfies Record<string, Localized>;

/** A matrix: one row a group before (and who had none), one column a group after (and who has none). Who has neither is left out. */
async function migration({ engine, lang }: ScoreInput, groups: readonly Group[], { id, title, query }: Request): Promise<TableSection> {
  const moved = await engine.rows<Moved>(query);
  const nobody = { value: null };
  const rows = [...groups, { id: 'newly_scored', title: words.newlyScored[lang], ...nobody }];
  const columns = [...groups, { id: 'gone', title: words.gone[lang], ...nobody }];
  const count = (from: Moved['from_group'], to: Moved['to_group']): number =>
    moved.find(({ from_group, to_group }) => from_group === from && to_group === to)?.customers ?? 0;
  return {
    id,
    title: title[lang],
    kind: 'table',
    columns: columnsOf(columns, lang),
    rows: rows.map((row) => {
      const known = columns.filter(({ value }) => value !== null || row.value !== null);
      const cells = known.map((column) => [column.id, count(row.value, column.value)] as const);
      const total = cells.reduce((sum, [, customers]) => sum + customers, 0);
      return { from: row.title, ...Object.fromEntries(cells), ...(row.value === null ? { gone: null } : {}), total, from_id: row.id };
    }),
    total: rows.length,
    glance: glanceOf(),
    chart: null,
  };
}

function columnsOf(columns: readonly Omit<Group, 'value'>[], lang: Lang): ResultColumn[] {
  const counted = (id: string, title: string, basis: Localized): ResultColumn => ({
    id,
    title,
    type: 'integer',
    unit: null,
    basis: basis[lang],
  });
  return [
    { id: 'from', title: words.from[lang], type: 'text', unit: null, basis: meanings.from[lang] },
    ...columns.map(({ id, title }) => counted(id, title, id === 'gone' ? meanings.gone : meanings.cell)),
    counted('total', words.total[lang], meanings.total),
    { id: 'from_id', title: { en: 'Id', 'zh-CN': '标识' }[lang], type: 'id', unit: null, basis: null },
  ];
}
