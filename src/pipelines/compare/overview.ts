import { sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import { spanOf } from '../../lib/periods.ts';
import { measures } from '../../metrics/comparison/parts/measures.ts';
import { type Side, sides } from '../../metrics/comparison/parts/periods.ts';
import type { Compared } from './periods.ts';
import type { FactsSection, ResultRow } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { type FactText, factsSection } from '../../views/facts.ts';
import { metricFact } from '../../views/of-metrics.ts';
import { rateOf } from '../../views/rates.ts';

/** The figures of both periods, a pair of facts each, and how many customers of the earlier one bought again. */
export async function overviewSection({ engine, lang }: ViewContext, periods: Compared): Promise<FactsSection> {
  const rows = await engine.rows<ResultRow>(sql`select * from period_totals`);
  const totals = (side: Side): ResultRow => rows.find((row) => row['period'] === side) ?? {};
  const known = measures.filter(({ id }) => sides.some((side) => (totals(side)[id] ?? null) !== null));
  const [movement] = await engine.rows<{ kept: number; lost: number }>(sql`
    select count(*) filter (where movement = 'kept') as kept, count(*) filter (where movement = 'lost') as lost from customer_periods`);
  const [year] = await engine.rows<{ yearly: number | null }>(sql`select yearly from yearly_revenue`);
  const [kept, lost] = [movement?.kept ?? 0, movement?.lost ?? 0];
  return factsSection(lang, { id: 'overview', title: { en: 'Overview', 'zh-CN': '总览' } }, [
    ...sides.map((side) => periodFact(side, periods)),
    ...sides.map((side) => sideOf(side, metricFact('period_totals', 'days', { value: totals(side)['days'] ?? null }))),
    ...known.flatMap(({ id, test }) =>
      sides.map((side) => {
        const figures = totals(side);
        const rate = test.kind === 'rate' ? rateOf(figures[test.successes], figures[test.trials]) : {};
        return sideOf(side, metricFact('period_totals', id, { ...rate, value: figures[id] ?? null }));
      }),
    ),
    { ...retentionText, ...rateOf(kept, kept + lost) },
    { ...metricFact('yearly_revenue', 'yearly', { value: year?.yearly ?? null }), id: 'yearly_revenue' },
  ]);
}

/** A figure of one period, named after it. */
function sideOf(side: Side, fact: FactText): FactText {
  const { en, 'zh-CN': zh } = fact.title;
  return { ...fact, id: `${fact.id}_${side}`, title: { en: `${en}, ${side}`, 'zh-CN': `${side === 'before' ? '对比期' : '本期'}${zh}` } };
}

function periodFact(side: Side, periods: Compared): FactText {
  return { id: `period_${side}`, title: periodTitles[side], type: 'text', value: spanOf(periods[side]), basis: periodBasis[side] };
}

const periodTitles: Readonly<Record<Side, Localized>> = {
  before: { en: 'Period, before', 'zh-CN': '对比期' },
  after: { en: 'Period, after', 'zh-CN': '本期' },
};

const periodBasis: Readonly<Record<Side, Localized>> = {
  before: {
    en: 'What the later period is compared with: --against, else the period right before.',
    'zh-CN': '作为对比基准的时期：由 --against 指定，默认为上一期。',
  },
  after: {
    en: 'The period under review: --period, else the last calendar months that are over (one, three or twelve, by the typical purchase cycle); to date where it is not over.',
    'zh-CN': '所考察的时期：由 --period 指定，默认为最近已结束的一个、三个或十二个自然月（按典型购买周期）；尚未结束时算至截止日。',
  },
};

const retentionText = {
  id: 'retention_rate',
  title: { en: 'Retention rate', 'zh-CN': '客户保持率' },
  type: 'ratio',
  basis: {
    en: 'Customers of the earlier period who bought again in the later one, divided by all of the earlier one.',
    'zh-CN': '对比期购买的客户中本期再次购买的占比。',
  },
} as const;
