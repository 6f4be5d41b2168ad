import { identifier, sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import { segments } from '../../metrics/customers/parts/rfm-segments.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import type { Column } from '../../views/columns.ts';
import type { ViewContext } from '../../views/context.ts';
import type { MetricColumn } from '../../views/list-columns.ts';
import { table, type TableHead } from '../../views/table.ts';
import { type ScoreInput, tiersOf } from '../parts/scoring.ts';

/** A tier or a segment; that of those who have none has the value null. */
interface Group {
  readonly id: string;
  readonly title: Localized;
  readonly value: ResultCell;
}

/** Customers by their tier at the end of either period. */
export function tierMigrationSection(input: ScoreInput): Promise<TableSection> {
  const title = { en: 'Tiers, from row to column', 'zh-CN': '层级迁移（行 → 列）' };
  const groups = tiersOf(input).map(({ name }, index) => ({
    id: `tier_${index + 1}`,
    title: { en: name, 'zh-CN': name },
    value: index + 1,
  }));
  return migration(
    input,
    { id: 'tier_migration', title, place: 'detail' },
    groups,
    { metric: 'customer_scores', column: 'tier' },
    { step: 'from_id' },
  );
}

/** Customers by their RFM segment at the end of either period. */
export function segmentMigrationSection(input: ScoreInput): Promise<TableSection> {
  const title = { en: 'RFM segments, from row to column', 'zh-CN': 'RFM 客群迁移（行 → 列）' };
  const groups = Object.entries(segments).map(([id, segment]) => ({ id, title: segment, value: id }));
  return migration(input, { id: 'segment_migration', title, place: 'detail' }, groups, { metric: 'customer_state', column: 'rfm_segment' });
}

const newlyScored: Group = { id: 'newly_scored', title: { en: 'Newly scored', 'zh-CN': '新评分' }, value: null };

const gone: Group = { id: 'gone', title: { en: 'Gone', 'zh-CN': '不再评分' }, value: null };

/** A matrix: one row a group before (and who had none), one column a group after (and who has none). Who has neither is left out. */
async function migration(
  { engine, lang }: ViewContext,
  head: TableHead,
  groups: readonly Group[],
  { metric, column }: MetricColumn,
  order: { readonly step?: string } = {},
): Promise<TableSection> {
  const group = identifier(column);
  const moved = await engine.rows<{ from_group: ResultCell; to_group: ResultCell; customers: number }>(sql`
    select earlier.${group} as from_group, later.${group} as to_group, count(*) as customers
    from customer_profile as profile
    left join earlier_scores as earlier on earlier.customer_id = profile.customer_id
    left join ${identifier(metric)} as later on later.customer_id = profile.customer_id
    group by earlier.${group}, later.${group}`);
  const count = (from: Group, to: Group): number | null =>
    from.value === null && to.value === null
      ? null
      : (moved.find(({ from_group, to_group }) => from_group === from.value && to_group === to.value)?.customers ?? 0);
  const after = [...groups, gone];
  const counted = (to: Group): Column<Group> => ({
    title: to.title,
    type: 'integer',
    basis: to === gone ? goneBasis : cellBasis,
    value: (from) => count(from, to),
  });
  return table<Group>(
    lang,
    { ...head, glance: { hidden: ['from_id'] }, chart: { kind: 'matrix', label: 'from', values: after.map(({ id }) => id), ...order } },
    {
      from: { title: { en: 'From', 'zh-CN': '原来' }, type: 'text', basis: fromBasis, value: (from) => from.title[lang] },
      ...Object.fromEntries(after.map((to) => [to.id, counted(to)])),
      total: {
        title: { en: 'All', 'zh-CN': '合计' },
        type: 'integer',
        basis: { en: 'All customers of the row.', 'zh-CN': '该行客户合计。' },
        value: (from) => after.reduce((sum, to) => sum + (count(from, to) ?? 0), 0),
      },
      from_id: {
        title: { en: 'Id', 'zh-CN': '标识' },
        type: 'id',
        basis: { en: 'The group of the row, as the columns are named.', 'zh-CN': '该行分组的标识，与各列标识一致。' },
        value: (from) => from.id,
      },
    },
    [...groups, newlyScored],
  );
}

const cellBasis: Localized = {
  en: 'Customers who were in the group of the row at the end of the earlier period and in this one at the end of the later period.',
  'zh-CN': '对比期末在该行分组、本期末在该列分组的客户数。',
};

const goneBasis: Localized = {
  en: 'Customers who have no group at the end of the later period.',
  'zh-CN': '本期末已无分组的客户数。',
};

const fromBasis: Localized = {
  en: 'Group at the end of the earlier period, with the same settings; newly scored: without one then.',
  'zh-CN': '对比期末的分组（同样的设置）；“新评分”为当时尚无分组。',
};
