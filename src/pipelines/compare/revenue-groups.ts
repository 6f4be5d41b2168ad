import { sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import type { TableSection } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { from, own, reads } from '../../views/list-columns.ts';
import { list } from '../../views/list.ts';
import { ascending, descending } from '../../views/list-source.ts';
import { metricHeading } from '../../views/of-metrics.ts';

/** What the change of revenue is broken down by. */
const dimensions = [
  {
    id: 'owner',
    blank: { en: '(no owner)', 'zh-CN': '（无负责人）' },
  },
  {
    id: 'category',
    blank: { en: '(no category)', 'zh-CN': '（无品类）' },
  },
] as const satisfies readonly { readonly id: string; readonly blank: Localized }[];

/** Orders, and those of them that name who sold them. */
type Counted = { readonly orders: number; readonly sold: number | null };

/** Whom an order is put down to: who sold it, who looks after its customer now, or the latter where the former is not known. */
function titleOf(dimension: 'owner' | 'category', { orders, sold }: Counted): Localized {
  if (dimension === 'category') return { en: 'Change of revenue by category', 'zh-CN': '销售额增减（按品类）' };
  if (sold === null || sold === 0)
    return { en: 'Change of revenue by who looks after the customer now', 'zh-CN': '销售额增减（按客户现负责人）' };
  if (sold === orders) return { en: 'Change of revenue by who sold the order', 'zh-CN': '销售额增减（按订单成交人）' };
  return {
    en: 'Change of revenue by who sold the order, or else looks after the customer now',
    'zh-CN': '销售额增减（按订单成交人，未写的按客户现负责人）',
  };
}

/** So many groups are seen unasked. */
const most = 6;

/** The revenue of both periods by owner and by category, the groups first that moved it most the way it went; empty where nothing is known of them. */
export async function revenueGroupSections(context: ViewContext): Promise<TableSection[]> {
  const { engine, lang } = context;
  const counts = await engine.rows<Counted & { dimension: string; members: number; difference: number | null }>(sql`
    select dimension, count(*) as members, sum(revenue_difference) as difference, sum(orders)::bigint as orders, sum(sold_orders)::bigint as sold
    from revenue_groups group by dimension order by dimension`);
  const sections: TableSection[] = [];
  for (const { id, blank } of dimensions) {
    const { members = 0, difference = null, orders = 0, sold = 0 } = counts.find(({ dimension }) => dimension === id) ?? {};
    const ordered = (difference ?? 0) > 0 ? descending : ascending;
    sections.push(
      await list(context, {
        id: `by_${id}`,
        title: titleOf(id, { orders, sold }),
        // One group says nothing that the whole does not.
        place: members > 1 ? 'answer' : 'detail',
        of: 'revenue_groups',
        where: sql`dimension = ${id}`,
        order: [...ordered('revenue_groups', 'revenue_difference'), ...ascending('revenue_groups', 'member')],
        columns: [
          own('member', metricHeading('revenue_groups', 'member'), reads('revenue_groups', 'member'), (member = null) =>
            member === '' ? blank[lang] : member,
          ),
          ...from(
            'revenue_groups',
            'before_revenue',
            'after_revenue',
            'revenue_difference',
            'customers',
            'orders',
            ...(id === 'owner' ? ['sold_orders'] : []),
          ),
        ],
        glance: { first: ['member', 'before_revenue', 'after_revenue', 'revenue_difference', 'customers'], most },
        chart: { kind: 'bars', label: 'member', value: 'revenue_difference' },
      }),
    );
  }
  return sections;
}
