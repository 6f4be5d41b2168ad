import { sql } from '../engine/sql.ts';
import { createRandom } from '../lib/random.ts';
import type { ResultCell } from '../result/result.ts';
import { compareTotals } from '../stats/compound-poisson-test.ts';
import { poissonRatioTest } from '../stats/poisson-tests.ts';
import type { ChurnInput, ChurnRun } from './churn-settings.ts';
import { amountText, listed, oneDecimal, pText } from './churn-text.ts';
import { tiersOf } from './score-settings.ts';

/** The reasons of one customer in the language of the run; null where nothing stands out. */
export type ChurnReasonsOf = (row: Readonly<Record<string, ResultCell>>, tier: ResultCell) => string | null;

/** Customers of a list, by value at risk, whose spend is tested. */
export const testedCustomers = 2_000;

/** A fall that chance explains as easily is no reason. */
const significant = 0.05;
const seed = 20_261;
const draws = 2_999;

interface Windows {
  readonly recent: number[];
  readonly before: number[];
}

/** Reads what the tests need, and returns what puts the reasons of a customer into words. */
export async function churnReasons(input: ChurnInput, run: ChurnRun): Promise<ChurnReasonsOf> {
  const amounts = await amountsOfListed(input, run);
  const { lang, churn } = input;
  const tiers = tiersOf(input);
  const zh = lang === 'zh-CN';
  return (row, tier) => {
    const number = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
    const parts: string[] = [];
    const [silence, cycle, cycles] = [number('silence_days'), number('cycle_days'), number('silent_cycles')];
    if (silence !== null && cycle !== null && cycles !== null && cycles > 1) {
      const usual = oneDecimal(cycle);
      parts.push(
        zh
          ? `已沉默 ${silence} 天，为自身周期（${usual} 天）的 ${oneDecimal(cycles)} 倍`
          : `silent for ${silence} days, ${oneDecimal(cycles)} own cycles (${usual} days)`,
      );
    }
    parts.push(...fallTexts(row, amounts.get(String(row['customer_id'])), run.horizonDays, zh));
    const [kinds, kindsBefore] = [number('recent_kinds') ?? 0, number('before_kinds')];
    if (kindsBefore !== null && kindsBefore >= 2 && kinds < kindsBefore)
      parts.push(zh ? `购买品类 ${kindsBefore} → ${kinds}` : `kinds of goods ${kindsBefore} → ${kinds}`);
    parts.push(...feedbackTexts(row, zh));
    const contact = number('contact_days');
    const place = tiers.findIndex(({ name }) => name === tier);
    const standard = churn.care_days[Math.min(place === -1 ? churn.care_days.length - 1 : place, churn.care_days.length - 1)]!;
    if (contact !== null && contact > standard)
      parts.push(zh ? `${contact} 天未联系（标准 ${standard} 天）` : `no contact for ${contact} days (standard ${standard})`);
    const overdue = number('overdue_amount');
    if (overdue !== null && overdue > 0) parts.push(zh ? `逾期未付 ${amountText(overdue)}` : `overdue ${amountText(overdue)}`);
    return listed(parts, lang);
  };
}

function fallTexts(row: Readonly<Record<string, ResultCell>>, amounts: Windows | undefined, horizonDays: number, zh: boolean): string[] {
  const [recentDays, beforeDays] = [Number(row['recent_exposure'] ?? 0), Number(row['before_exposure'] ?? 0)];
  if (recentDays <= 0 || beforeDays <= 0) return [];
  const parts: string[] = [];
  const perHorizon = (total: number, days: number): number => (total * horizonDays) / days;
  const random = createRandom(seed, `churn ${String(row['customer_id'])}`);
  const totals =
    amounts === undefined
      ? null
      : compareTotals({ amounts: amounts.before, exposure: beforeDays }, { amounts: amounts.recent, exposure: recentDays }, random, draws);
  if (totals !== null && totals.p < significant) {
    const [before, after] = [perHorizon(totals.before, beforeDays), perHorizon(totals.after, recentDays)];
    if (after < before)
      parts.push(
        zh
          ? `每 ${horizonDays} 天购买额 ${amountText(before)} → ${amountText(after)}（${pText(totals.p)}）`
          : `spend per ${horizonDays} days ${amountText(before)} → ${amountText(after)} (${pText(totals.p)})`,
      );
  }
  const [count, countBefore] = [Number(row['recent_purchases'] ?? 0), Number(row['before_purchases'] ?? 0)];
  const [rate, rateBefore] = [perHorizon(count, recentDays), perHorizon(countBefore, beforeDays)];
  if (rate < rateBefore) {
    const p = poissonRatioTest({ count: countBefore, exposure: beforeDays }, { count, exposure: recentDays });
    if (p < significant)
      parts.push(
        zh
          ? `每 ${horizonDays} 天购买次数 ${oneDecimal(rateBefore)} → ${oneDecimal(rate)}（${pText(p)}）`
          : `purchases per ${horizonDays} days ${oneDecimal(rateBefore)} → ${oneDecimal(rate)} (${pText(p)})`,
      );
  }
  return parts;
}

/** Three fifths of the highest score that was given, and detractors of the net promoter score. */
const lowSatisfaction = 0.6;
const detractor = 6;

function feedbackTexts(row: Readonly<Record<string, ResultCell>>, zh: boolean): string[] {
  const parts: string[] = [];
  const [csat, scale, nps] = [row['csat'], row['csat_scale'], row['nps']];
  if (typeof csat === 'number' && typeof scale === 'number' && csat <= lowSatisfaction * scale)
    parts.push(zh ? `满意度 ${csat}（最高 ${scale}）` : `satisfaction ${csat} of ${scale}`);
  if (typeof nps === 'number' && nps <= detractor) parts.push(zh ? `NPS 评分 ${nps}` : `NPS answer ${nps}`);
  const [open, oldest] = [Number(row['open_complaints'] ?? 0), row['oldest_complaint_days']];
  if (open > 0) {
    const since = typeof oldest === 'number' ? (zh ? `，最早 ${oldest} 天前` : `, the oldest ${oldest} days old`) : '';
    parts.push(zh ? `${open} 条投诉未关闭${since}` : `${open} ${open === 1 ? 'complaint' : 'complaints'} open${since}`);
  }
  return parts;
}

/** The repeat purchases of those listed first, in the two windows that churn_windows counts. */
async function amountsOfListed({ engine }: ChurnInput, { asOf, horizonDays }: ChurnRun): Promise<ReadonlyMap<string, Windows>> {
  const rows = await engine.rows<{ customer_id: string; ago: number; value: number }>(sql`
    select purchase_days.customer_id, ${asOf}::date - purchase_days.purchased_on as ago, purchase_days.value
    from churn_lists
    join churn_status on churn_status.customer_id = churn_lists.customer_id
    join purchase_days on purchase_days.customer_id = churn_lists.customer_id
    where churn_lists.list_id in ('at_risk', 'watch')
      and churn_lists.place <= ${testedCustomers}
      and purchase_days.purchased_on > churn_status.first_on
      and purchase_days.purchased_on <= ${asOf}::date
      and ${asOf}::date - purchase_days.purchased_on < ${6 * horizonDays}
      and purchase_days.value is not null
    order by purchase_days.customer_id, purchase_days.purchased_on`);
  const amounts = new Map<string, Windows>();
  for (const { customer_id, ago, value } of rows) {
    const own = amounts.get(customer_id) ?? { recent: [], before: [] };
    own[ago < 2 * horizonDays ? 'recent' : 'before'].push(value);
    amounts.set(customer_id, own);
  }
  return amounts;
}
