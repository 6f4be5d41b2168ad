import { sql } from '../../engine/sql.ts';
import { type PurchaseFitRow, fitRows } from '../../forecast/purchases/fit-rows.ts';
import { type GroupRow, groupOf, purchaseModels } from '../../forecast/purchases/models.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { fitColumns, parameterColumns } from './parts/purchase-fit-columns.ts';
import { origin } from './purchase-history.ts';
import { type PurchaseFit, fitPurchases } from '../../stats/purchases/fit.ts';
import { z } from 'zod';
import { groupedBy } from '../../lib/groups.ts';

export const purchaseFits = defineMetric({
  id: 'purchase_fits',
  question: both('How fast do customers buy, and how soon do they stop?', '客户购买得多快，多久会停止？'),
  grain: ['origin', 'model', 'position'],
  columns: {
    origin,
    model: column.id(both('Model', '模型'), both('bg-nbd, mbg-nbd or pareto-nbd.', 'bg-nbd、mbg-nbd 或 pareto-nbd。')),
    position: column.count(both('Position', '序号'), both('Of the parameter, from 1.', '参数的序号，从 1 起。')),
    ...parameterColumns,
    ...fitColumns,
    customers: column.count(
      both('Customers', '客户数'),
      both(
        'Customers the model was fitted on: those with a purchase by the origin; where all origins have more than 30,000 different histories, every k-th of them.',
        '拟合所用的客户：观察日及之前有购买的客户；各观察日的不同历史合计超过 30,000 组时每隔 k 组取一组。',
      ),
      {
        unit: 'customers',
      },
    ),
    repeat_customers: column.count(both('Repeat customers', '复购客户数'), both('Of them, with a repeat purchase.', '其中有复购的客户。'), {
      unit: 'customers',
    }),
    groups: column.count(both('Groups', '历史组数'), both('Different histories that were fitted.', '参与拟合的不同购买历史数。')),
  },
  requires: [['orders.ordered_at']],
  uses: ['purchase_groups'],
  source:
    'BG/NBD: Fader, Hardie & Lee (2005); MBG/NBD: Batislam, Denizel & Filiztekin (2007); Pareto/NBD: Schmittlein, Morrison & Colombo (1987).',
  parameters: z.object({}),
  compute: async (_, rows) => {
    const groups = await rows(
      sql`select origin, repeat_days, recency_days, age_days, customers from purchase_groups order by origin, repeat_days, recency_days, age_days`,
    );
    const fits: PurchaseFitRow[] = [];
    const origins = groupedBy(groups as unknown as readonly GroupRow[], (group) => group.origin);
    for (const [day, own] of origins) {
      const histories = sampleOf(own, origins.size).map(groupOf);
      for (const model of purchaseModels) fits.push(...rowsOf(day, fitPurchases(model, histories)));
    }
    return fits;
  },
});

/** Histories to fit, over all origins: more add time, not precision. */
const mostGroups = 30_000;

/** Every k-th history in their order, so that at most the share of one origin is fitted. */
function sampleOf(groups: readonly GroupRow[], origins: number): readonly GroupRow[] {
  const step = Math.max(1, Math.ceil(groups.length / (mostGroups / origins)));
  return step === 1 ? groups : groups.filter((_, index) => index % step === 0);
}

function rowsOf(day: string, fit: PurchaseFit): PurchaseFitRow[] {
  const rows = fitRows(fit.model.id, { ...fit, parameterNames: fit.model.parameterNames });
  return rows.map((row) => ({ ...row, origin: day, repeat_customers: fit.repeatCustomers, groups: fit.groups }));
}
