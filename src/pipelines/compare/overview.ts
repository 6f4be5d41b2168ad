import { sql } from '../../engine/sql.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import { type Side, sides } from '../../metrics/comparison/parts/periods.ts';
import { measures } from '../../metrics/comparison/parts/measures.ts';
import type { Fact, FactsSection, ResultCell } from '../../result/result.ts';
import { wilson } from '../../stats/wilson.ts';
import { spanOf } from '../../lib/periods.ts';
import type { Compared } from './settings.ts';
import { resultColumn } from '../metric-section.ts';
import type { ScoreInput } from '../score/settings.ts';

type Totals = Readonly<Record<string, ResultCell>>;

/** The figures of both periods, a pair of facts each, and how many customers of the earlier one bought again. */
export async function overviewSection({ engine, lang }: ScoreInput, periods: Compared): Promise<FactsSection> {
  const rows = await engine.rows<Totals>(sql`select * from period_totals`);
  const totals = (side: Side): Totals => rows.find((row) => row['period'] === side) ?? {};
  const known = measures.filter(({ id }) => sides.some((side) => (totals(side)[id] ?? null) !== null));
  const [movement] = await engine.rows<{ kept: number; lost: number }>(sql`
    select count(*) filter (where movement = 'kept') as kept, count(*) filter (where movement = 'lost') as lost from customer_periods`);
  const facts = [
    ...sides.map((side) => plainFact(`period_${side}`, sideTitle(side, { en: 'Period', 'zh-CN': '' }, lang), spanOf(periods[side]))),
    ...sides.map((side) => ({ ...pairFact('days', side, totals(side), lang), basis: null })),
    ...known.flatMap(({ id, test }) =>
      sides.map((side) => {
        const fact = pairFact(id, side, totals(side), lang);
        return test.kind === 'rate' ? { ...fact, ...rateOf(totals(side)[test.successes], totals(side)[test.trials]) } : fact;
      }),
    ),
    retentionFact(movement?.kept ?? 0, movement?.lost ?? 0, lang),
  ];
  return { id: 'overview', title: { en: 'Overview', 'zh-CN': '总览' }[lang], kind: 'facts', facts };
}

function sideTitle(side: Side, title: Localized, lang: Lang): string {
  if (lang === 'zh-CN') return `${side === 'before' ? '对比期' : '本期'}${title['zh-CN']}`;
  return `${title.en}, ${side}`;
}

function plainFact(id: string, title: string, value: string): Fact {
  return { id, title, type: 'text', value, unit: null, n: null, low: null, high: null, basis: null };
}

/** What the figure is computed from is said once, for the later period. */
function pairFact(id: string, side: Side, totals: Totals, lang: Lang): Fact {
  const { title, type, unit, basis } = resultColumn({ metric: 'period_totals', column: id }, lang);
  return {
    id: `${id}_${side}`,
    title: sideTitle(side, { en: title, 'zh-CN': title }, lang),
    type,
    value: totals[id] ?? null,
    unit,
    n: null,
    low: null,
    high: null,
    basis: side === 'after' ? basis : null,
  };
}

/** The base of a rate and its interval; nulls where it is not known. */
function rateOf(successes: ResultCell | undefined, trials: ResultCell | undefined): Pick<Fact, 'n' | 'low' | 'high'> {
  if (typeof successes !== 'number' || typeof trials !== 'number') return { n: null, low: null, high: null };
  const interval = wilson(successes, trials);
  return { n: trials, low: interval?.low ?? null, high: interval?.high ?? null };
}

function retentionFact(kept: number, lost: number, lang: Lang): Fact {
  const buyers = kept + lost;
  return {
    id: 'retention_rate',
    title: { en: 'Retention rate', 'zh-CN': '客户保持率' }[lang],
    type: 'ratio',
    value: buyers === 0 ? null : kept / buyers,
    unit: null,
    ...rateOf(kept, buyers),
    basis: {
      en: 'Customers of the earlier period who bought again in the later one, divided by all of the earlier one.',
      'zh-CN': '对比期购买的客户中本期再次购买的占比。',
    }[lang],
  };
}
