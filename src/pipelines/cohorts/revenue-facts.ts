import { sql } from '../../engine/sql.ts';
import { addMonths } from '../../lib/dates.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { Fact, ResultCell } from '../../result/result.ts';
import { plainFact } from './facts.ts';
import type { CohortInput } from './settings.ts';
import { numberOf } from '../../views/number-of.ts';

type Row = Readonly<Record<string, ResultCell>>;

const revenueTitles = [
  ['gross_retention', 'gross_low', 'gross_high', { en: 'GRR, last 12 months', 'zh-CN': '近 12 个月 GRR' }],
  ['net_retention', 'net_low', 'net_high', { en: 'NRR, last 12 months', 'zh-CN': '近 12 个月 NRR' }],
  ['logo_retention', 'logo_low', 'logo_high', { en: 'Logo retention, last 12 months', 'zh-CN': '近 12 个月客户数留存率' }],
] as const;

/** The twelve months that end with the as-of date against the twelve before; null where the data do not reach back two years. */
export async function revenueFacts({ engine, ingested, lang }: CohortInput): Promise<Fact[]> {
  const { asOf } = ingested;
  const found = await engine.rows<Row>(sql`select * from revenue_retention where last_on = ${asOf}::date and months = 12`);
  const row = found[0];
  const facts = revenueTitles.map(([id, low, high, title]): Fact => ({
    id,
    title: title[lang],
    type: 'ratio',
    value: row?.[id] ?? null,
    unit: null,
    n: numberOf(row?.['customers']),
    low: numberOf(row?.[low]),
    high: numberOf(row?.[high]),
    basis: row === undefined ? untold(id, lang) : `${revenueBasis[id][lang]}${spans(asOf, lang)}`,
  }));
  return [
    ...facts,
    plainFact('excluded', { en: 'Left out of these', 'zh-CN': '以上未计入的客户数' }[lang], 'integer', numberOf(row?.['excluded']), {
      unit: 'customers',
      basis: {
        en: 'Customers with orders in the twelve months before whose net revenue then is not above zero: no base to compare with.',
        'zh-CN': '前 12 个月有订单但净销售额不大于零的客户：没有可比基数。',
      }[lang],
    }),
  ];
}

/** Said once. */
function untold(id: string, lang: Lang): string | null {
  return id === 'gross_retention' ? tooShort[lang] : null;
}

const tooShort: Localized = {
  en: 'The orders do not reach back two years, or have no amount; section revenue_retention has shorter windows.',
  'zh-CN': '订单未覆盖两年，或没有金额；较短时段见 revenue_retention。',
};

const revenueBasis = {
  gross_retention: {
    en: 'Per customer the smaller of both amounts, divided by the earlier.',
    'zh-CN': '逐客户取两期中较小的金额，合计 ÷ 前期合计。',
  },
  net_retention: { en: 'The same customers: later amount divided by the earlier.', 'zh-CN': '同一批客户：后期金额 ÷ 前期金额。' },
  logo_retention: { en: 'Customers who brought revenue in both.', 'zh-CN': '两期均有销售额的客户占比。' },
} as const satisfies Record<string, Localized>;

function spans(asOf: string | null, lang: Lang): string {
  if (asOf === null) return '';
  const before = addMonths(asOf, -12);
  return { en: ` 12 months to ${asOf} against 12 to ${before}.`, 'zh-CN': `截至 ${asOf} 的 12 个月对比截至 ${before} 的 12 个月。` }[lang];
}
