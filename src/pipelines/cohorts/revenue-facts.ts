import { sql } from '../../engine/sql.ts';
import { addMonths } from '../../lib/dates.ts';
import type { Localized } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';
import type { FactText } from '../../views/facts.ts';
import { numberOf } from '../../views/number-of.ts';
import type { CohortInput } from './run.ts';

const rates = [
  {
    id: 'gross',
    title: { en: 'GRR, last 12 months', 'zh-CN': '近 12 个月 GRR' },
    basis: {
      en: 'Per customer the smaller of both amounts, divided by the earlier.',
      'zh-CN': '逐客户取两期中较小的金额，合计 ÷ 前期合计。',
    },
  },
  {
    id: 'net',
    title: { en: 'NRR, last 12 months', 'zh-CN': '近 12 个月 NRR' },
    basis: { en: 'The same customers: later amount divided by the earlier.', 'zh-CN': '同一批客户：后期金额 ÷ 前期金额。' },
  },
  {
    id: 'logo',
    title: { en: 'Logo retention, last 12 months', 'zh-CN': '近 12 个月客户数留存率' },
    basis: { en: 'Customers who brought revenue in both.', 'zh-CN': '两期均有销售额的客户占比。' },
  },
];

/** The twelve months that end with the as-of date against the twelve before; null where the data do not reach back two years. */
export async function revenueFacts({ engine, ingested: { asOf } }: CohortInput): Promise<FactText[]> {
  const [row] = await engine.rows<ResultRow>(sql`select * from revenue_retention where last_on = ${asOf}::date and months = 12`);
  return [
    ...rates.map(({ id, title, basis }): FactText => ({
      id: `${id}_retention`,
      title,
      type: 'ratio',
      value: row?.[`${id}_retention`] ?? null,
      n: numberOf(row?.['customers']),
      low: numberOf(row?.[`${id}_low`]),
      high: numberOf(row?.[`${id}_high`]),
      basis: row === undefined ? tooShort : within(basis, asOf),
    })),
    {
      id: 'excluded',
      title: { en: 'Left out of these', 'zh-CN': '以上未计入的客户数' },
      type: 'integer',
      value: numberOf(row?.['excluded']),
      unit: 'customers',
      basis: {
        en: 'Customers with orders in the twelve months before whose net revenue then is not above zero: no base to compare with.',
        'zh-CN': '前 12 个月有订单但净销售额不大于零的客户：没有可比基数。',
      },
    },
  ];
}

const tooShort: Localized = {
  en: 'The orders do not reach back two years, or have no amount; section revenue_retention has shorter windows.',
  'zh-CN': '订单未覆盖两年，或没有金额；较短时段见 revenue_retention。',
};

function within({ en, 'zh-CN': zh }: Localized, asOf: string | null): Localized {
  if (asOf === null) return { en, 'zh-CN': zh };
  const before = addMonths(asOf, -12);
  return {
    en: `${en} 12 months to ${asOf} against 12 to ${before}.`,
    'zh-CN': `${zh}截至 ${asOf} 的 12 个月对比截至 ${before} 的 12 个月。`,
  };
}
