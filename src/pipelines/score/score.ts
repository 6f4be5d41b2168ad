import { sql } from '../../engine/sql.ts';
import { metricById } from '../../metrics/registry.ts';
import type { Fact, FactsSection, Result } from '../../result/result.ts';
import { blankResult } from '../blank-result.ts';
import { cutPointsSection } from './cut-points.ts';
import { lifetimeValues } from '../lifetime-value/lifetime-value.ts';
import { resultColumn } from '../metric-section.ts';
import { rankingSection } from './ranking.ts';
import { segmentsSection, tiersSection } from './groups.ts';
import { computeScores, growthPeriod, scoreFields, type ScoreInput } from './settings.ts';

export { scoreFields };

/** Ranks customers by value, RFM and a weighted score, with the tier, its action and what lifts and drags each score. */
export async function score(input: ScoreInput): Promise<Result> {
  const { ingested, lang, engine } = input;
  const report = await computeScores(input);
  const lifetime = await lifetimeValues(input);
  return {
    ...blankResult('score', lang),
    as_of: ingested.asOf,
    period: growthPeriod(input),
    engine: engine.dialect,
    inputs: [...ingested.inputs],
    sections: [
      await rankingSection(input),
      await tiersSection(input),
      await segmentsSection(input),
      await cutPointsSection(input),
      await overviewSection(input),
      ...lifetime.sections,
    ],
    findings: [...ingested.findings, ...lifetime.findings],
    not_computed: report.notComputed.map(({ metric, needs }) => ({ metric, needs: [...needs] })),
  };
}

/** Totals over all customers. */
async function overviewSection({ engine, lang }: ScoreInput): Promise<FactsSection> {
  const [totals] = await engine.rows(sql`select * from revenue_overview`);
  const [repeat] = await engine.rows(sql`select * from repeat_purchase`);
  const columns = Object.keys(metricById('revenue_overview').columns).filter((column) => column !== 'scope');
  const facts = columns.map((name): Fact => {
    const { id, title, type, unit, basis } = resultColumn({ metric: 'revenue_overview', column: name }, lang);
    return { id, title, type, value: totals?.[name] ?? null, unit, n: null, low: null, high: null, basis };
  });
  const rate = resultColumn({ metric: 'repeat_purchase', column: 'repeat_rate' }, lang);
  const number = (name: string): number | null => (typeof repeat?.[name] === 'number' ? repeat[name] : null);
  facts.push({
    id: rate.id,
    title: rate.title,
    type: rate.type,
    value: number('repeat_rate'),
    unit: rate.unit,
    n: number('buyers'),
    low: number('low'),
    high: number('high'),
    basis: rate.basis,
  });
  return { id: 'overview', title: { en: 'Overview', 'zh-CN': '总览' }[lang], kind: 'facts', facts };
}
