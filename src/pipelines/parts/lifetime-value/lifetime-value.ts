import { sql } from '../../../engine/sql.ts';
import { addDays } from '../../../lib/dates.ts';
import { daysPerUnit, discountPerUnit } from '../../../stats/purchases/time-unit.ts';
import type { Value } from '../../../metrics/parameters.ts';
import type { FactsSection, Result } from '../../../result/result.ts';
import { factsSection, type FactText } from '../../../views/facts.ts';
import { numberOf } from '../../../views/number-of.ts';
import type { ScoreInput } from '../scoring.ts';
import { lifetimeValueFindings } from './findings.ts';
import { holdoutSection, holdoutVerdict } from './holdout.ts';
import { modelFacts } from './model.ts';
import { totalFacts } from './totals.ts';
import { type Figures, type ValueBasis, valueBasis } from './basis.ts';
import { leftOutWords, marginWords } from './words.ts';

/** What the lifetime value adds to the ranking; nothing where it is not asked for. */
export async function lifetimeValues(input: ScoreInput): Promise<Pick<Result, 'sections' | 'findings'>> {
  const { engine, ingested, lang, value } = input;
  if (value === undefined) return { sections: [], findings: [] };
  const basis = await valueBasis(engine, { as_of: ingested.asOf, value });
  return {
    sections: [await lifetimeValueSection(input, value, basis), ...holdoutSection(basis, lang)],
    findings: lifetimeValueFindings(basis, lang),
  };
}

/** What a screen shows unasked: no models, no parameters. */
const first = ['lifetime_value', 'historical_value', 'expected_orders', 'expected_value', 'holdout', 'margin', 'left_out'];

/** What all customers together are worth, by which models and settings, and who was left out. */
async function lifetimeValueSection(input: ScoreInput, value: Value, basis: ValueBasis): Promise<FactsSection> {
  return factsSection(input.lang, { id: 'lifetime_value', title: { en: 'Lifetime value', 'zh-CN': '客户生命周期价值' }, first }, [
    ...(await totalFacts(input, basis)),
    holdoutVerdict(basis),
    ...settingFacts(input, value, basis),
    ...(await lifeFacts(input, value)),
    ...modelFacts(basis),
    ...(await leftOutFacts(input, basis)),
  ]);
}

function settingFacts({ ingested }: ScoreInput, { horizon_months: months, discount }: Value, { margin }: ValueBasis): FactText[] {
  const days = months * daysPerUnit.month;
  const until = ingested.asOf === null ? null : addDays(ingested.asOf, Math.round(days));
  return [
    {
      id: 'horizon_months',
      title: { en: 'Horizon', 'zh-CN': '预测期' },
      type: 'integer',
      value: months,
      unit: 'months',
      basis: {
        en: `Months of 30.4375 days, ${days} days in all${until === null ? '' : `, until ${until}`}.`,
        'zh-CN': `每月按 30.4375 天计，共 ${days} 天${until === null ? '' : `，至 ${until}`}。`,
      },
    },
    {
      id: 'discount',
      title: { en: 'Discount a year', 'zh-CN': '年折现率' },
      type: 'ratio',
      value: discount,
      basis: {
        en: `${(100 * discountPerUnit(discount, 'month')).toFixed(4)}% a month, (1 + annual)^(1/12) − 1; what comes in a month counts as coming at its end.`,
        'zh-CN': `折合每月 ${(100 * discountPerUnit(discount, 'month')).toFixed(4)}%，即 (1 + 年折现率)^(1/12) − 1；当月收入视为月末取得。`,
      },
    },
    {
      id: 'margin',
      title: { en: 'Margin', 'zh-CN': '利润率' },
      type: 'ratio',
      value: margin.basis === 'revenue' ? null : margin.margin,
      basis: marginWords[margin.basis],
    },
  ];
}

async function lifeFacts({ engine }: ScoreInput, value: Value): Promise<FactText[]> {
  const [life] = await engine.rows<Figures>(
    sql`select lifetime_years, lifetime_customers from simple_lifetime_value order by customer_id limit 1`,
  );
  const given = value.lifetime_years !== null;
  return [
    {
      id: 'lifetime_years',
      title: { en: 'Customer life of the textbook formula', 'zh-CN': '教科书公式的客户寿命' },
      type: 'number',
      value: life?.['lifetime_years'] ?? null,
      unit: 'years',
      n: given ? null : numberOf(life?.['lifetime_customers']),
      basis: given
        ? { en: 'As set.', 'zh-CN': '按设定。' }
        : {
            en: 'Mean time from first to last order over the customers who came back: short where the files are. Set value.lifetime_years for your own.',
            'zh-CN': '复购客户首单至末单的平均时长；数据历史短则偏小，可用 value.lifetime_years 设定。',
          },
    },
  ];
}

async function leftOutFacts({ engine }: ScoreInput, { independence }: ValueBasis): Promise<FactText[]> {
  const rows = await engine.rows<Figures>(
    sql`select left_out, count(*) as customers from lifetime_value where left_out is not null group by left_out order by left_out`,
  );
  const total = rows.reduce((sum, row) => sum + (numberOf(row['customers']) ?? 0), 0);
  return [
    {
      id: 'left_out',
      title: { en: 'Customers left out', 'zh-CN': '未预测客户数' },
      type: 'integer',
      value: total,
      unit: 'customers',
      basis: {
        en:
          rows.map((row) => `${leftOutWords.get(String(row['left_out']))?.en ?? row['left_out']}: ${row['customers']}`).join('; ') ||
          'None.',
        'zh-CN':
          rows.map((row) => `${leftOutWords.get(String(row['left_out']))?.['zh-CN'] ?? row['left_out']}：${row['customers']}`).join('；') ||
          '无。',
      },
    },
    {
      id: 'without_value',
      title: { en: 'Repeat customers without value', 'zh-CN': '无正金额的复购客户' },
      type: 'integer',
      value: numberOf(independence['without_value']) ?? 0,
      unit: 'customers',
      basis: {
        en: 'Their repeat purchases have no amount above 0, and the model of values is fitted without them. Where amounts are missing they are forecast with the mean of all, if there is one; where returns took all back, with less for every such purchase.',
        'zh-CN':
          '其复购金额未知或不大于 0，不参与金额模型的拟合。金额未知的按总体均值预测（如有）；退货抵消全部购买的，每多一次这样的购买，预测金额越低。',
      },
    },
  ];
}
