import type { Config } from '../../config/schema.ts';
import { sql } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { Period } from '../../lib/dates.ts';
import type { Lang } from '../../lib/localized.ts';
import type { RunParameters, Value } from '../../metrics/parameters.ts';
import { inOrder } from '../../metrics/graph.ts';
import { fieldsFor, metrics } from '../../metrics/registry.ts';
import { type RunReport, runMetrics } from '../../metrics/runner.ts';
import type { Spend } from '../../metrics/spent.ts';
import { lastTwelveMonths } from '../../metrics/windows.ts';
import { allUnusable } from './all-unusable.ts';
import { roleTitle } from './input-words.ts';
import type { Finding } from '../../result/result.ts';
import { type TierWord, tierWords } from './scoring-words.ts';
import { holdoutWindow, valueMetrics } from './value-window.ts';
import type { ViewContext } from '../../views/context.ts';

export interface ScoreInput extends ViewContext {
  readonly ingested: Ingested;
  readonly settings: Config['score'];
  /** When a customer counts as lost or new, and over how many days its value is told. */
  readonly churn: Config['churn'];
  /** The growth window; null: the twelve months that end with the as-of date. */
  readonly period: Period | null;
  /** Settings of the lifetime value; without them it is not computed. */
  readonly value?: Value;
  /** Metrics that are read after the run, where nothing else is computed from these rows with this engine: what is spent is dropped. */
  readonly keep?: ReadonlySet<string>;
}

const wanted = [
  'customer_profile',
  'customer_scores',
  'customer_state',
  'rfm_scores',
  'rfm_cuts',
  'rfm_score_counts',
  'revenue_share',
  'revenue_growth',
  'purchase_cycle',
  'category_breadth',
  'revenue_overview',
  'repeat_purchase',
];

/** Canonical fields that scoring reads. */
export function scoreFields(parts: { readonly lifetimeValue: boolean } = { lifetimeValue: false }): Set<string> {
  return fieldsFor(parts.lifetimeValue ? [...wanted, ...valueMetrics] : wanted);
}

/** The models of the lifetime value are read again where their parameters are told, so that all that they rest on is kept. */
function spendOf({ keep = new Set(), ingested: { release }, value }: ScoreInput): Spend {
  const kept = value === undefined ? keep : new Set([...keep, ...inOrder(metrics, valueMetrics).map(({ id }) => id)]);
  return release === undefined ? { keep: kept } : { keep: kept, release };
}

/** Computes every metric of the score, and `further` ones. Throws `nothing-to-score` (usage) where the files name no customer. */
export async function computeScores(input: ScoreInput, further: readonly string[] = []): Promise<RunReport> {
  const { engine, ingested, settings, churn, period, value } = input;
  const { asOf, available } = ingested;
  if (!available.has('customers.customer_id') && !available.has('orders.customer_id'))
    throw (await allUnusable(ingested)) ?? nothingToScore(ingested);
  const lifetime = value === undefined ? {} : { value, ...(await holdoutWindow({ engine, ingested }, value)) };
  const report = await runMetrics({
    engine,
    metrics: [...wanted, ...further, ...(value === undefined ? [] : valueMetrics)],
    registry: metrics,
    available,
    ...(input.keep === undefined ? {} : { spend: spendOf(input) }),
    parameters: {
      as_of: asOf,
      period,
      ...scoreParameters(settings),
      churn,
      retention: { horizon_days: churn.horizon_days },
      ...lifetime,
    },
  });
  const known = await knownOf(engine);
  if (known.amounts === 0 && (known.scores === 0 || ingested.inputs.some(({ role }) => role === 'orders'))) {
    const error = (await allUnusable(ingested)) ?? (known.scores === 0 ? await nothingKnown(known.customers, ingested) : null);
    if (error !== null) throw error;
  }
  return report;
}

async function knownOf(engine: ScoreInput['engine']): Promise<{ customers: number; amounts: number; scores: number }> {
  const [row] = await engine.rows<{ customers: number; amounts: number }>(
    sql`select count(*) as customers, count(revenue) as amounts from customer_profile`,
  );
  const [scored] = await engine.rows<{ n: number }>(sql`select count(score) as n from customer_scores`);
  return { customers: row?.customers ?? 0, amounts: row?.amounts ?? 0, scores: scored?.n ?? 0 };
}

/** The refusal of customers without any figure; where orders are there and name no customer, that is why. */
async function nothingKnown(customers: number, ingested: Ingested): Promise<CrmEvalError> {
  const causes = (findings: readonly Finding[]): Finding[] => findings.filter(({ code }) => code === 'customer-column-missing');
  const [english, chinese] = [causes(await ingested.findingsIn('en')), causes(await ingested.findingsIn('zh-CN'))];
  const [causesInEnglish, causesInChinese] = [
    english.map(({ file, message }) => `; ${file}: ${message}`),
    chinese.map(({ file, message }) => `；${file}：${message}`),
  ];
  return new CrmEvalError(
    'nothing-known',
    'dataProblems',
    {
      en: `no amount and no score is known of any of the ${customers} customers: there is nothing to rank by${causesInEnglish.join('')}`,
      'zh-CN': `${customers} 个客户都没有已知的金额或得分，无从排名${causesInChinese.join('')}`,
    },
    {
      fix: {
        en:
          english[0]?.fix ?? 'add the orders, or name the column of the amount: --map orders.amount=HEADER, --map customers.revenue=HEADER',
        'zh-CN': chinese[0]?.fix ?? '请加上订单，或指定金额列：--map orders.amount=列名、--map customers.revenue=列名',
      },
    },
  );
}

/** What the metrics of the score take from the config. */
export function scoreParameters(settings: Config['score']): Pick<RunParameters, 'rfm' | 'rfm_high' | 'scorecard' | 'tiers'> {
  const { rfm, rfm_high, weights, industries, bands, min_coverage, tiers } = settings;
  return { rfm, rfm_high, scorecard: { weights, industries, bands, min_coverage }, tiers };
}

/** The growth window that was used; null where the files hold no date. */
export function growthPeriod({ ingested, period }: ScoreInput): Period | null {
  return period ?? (ingested.asOf === null ? null : lastTwelveMonths(ingested.asOf));
}

/** Name and actions of each tier, best first. */
export function tiersOf({ settings, lang }: Pick<ScoreInput, 'settings' | 'lang'>): TierWord[] {
  return tierWords(settings.tiers.cuts.length + 1, lang, settings);
}

/** The name of each tier by its number, 1 the best, as the column `tier` of customer_scores has it. */
export function tierNames(input: Pick<ScoreInput, 'settings' | 'lang'>): ReadonlyMap<string, string> {
  return new Map(tiersOf(input).map(({ name }, index) => [String(index + 1), name]));
}

function nothingToScore(ingested: Ingested): CrmEvalError {
  const roles = (lang: Lang): string =>
    ingested.inputs
      .map((input) => `${input.file} (${roleTitle(input.role)[lang]}, ${input.rows_used})`)
      .join({ en: ', ', 'zh-CN': '，' }[lang]);
  return new CrmEvalError(
    'nothing-to-score',
    'usage',
    {
      en: `no customer in ${roles('en')}: scoring needs customers, or orders that name theirs`,
      'zh-CN': `${roles('zh-CN')} 中没有客户：评分需要客户表，或带客户的订单`,
    },
    {
      fix: {
        en: 'name the customer column: --map orders.customer_id=HEADER, or add the customer file',
        'zh-CN': '请指定客户列：--map orders.customer_id=列名，或加上客户文件',
      },
    },
  );
}
