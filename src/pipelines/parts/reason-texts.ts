import { daysBetween } from '../../lib/dates.ts';
import type { Lang } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { purchasesOfCycle } from '../../forecast/churn/silence.ts';
import type { ResultCell } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyText, oneDecimal, pText } from '../../views/number-words.ts';
import { daysAgo, onDays, silenceText } from './standing-words.ts';
import type { Falls } from '../../forecast/churn/falls.ts';

type Row = Readonly<Record<string, ResultCell>>;

export interface ReasonOptions {
  readonly lang: Lang;
  readonly money?: MoneyDisplay | undefined;
  /** What the probability rests on is said where neither silence nor a fall stands out. */
  readonly driver: boolean;
  readonly horizonDays: number;
  /** The probability from which a customer is watched. */
  readonly watch: number;
  /** Days after which a customer of each tier should have been contacted, best tier first; the last holds for all further ones, and without a tier. */
  readonly careDays: readonly number[];
}

/** The reasons of one customer in the language of the run, by the names of the columns they are read from, the weightiest first; none where nothing stands out. */
export function reasonsOf(row: Row, falls: Falls, { lang, money, driver, horizonDays, watch, careDays }: ReasonOptions): string[] {
  const zh = lang === 'zh-CN';
  const behaviour = [...silenceTexts(row, zh), ...fallTexts(falls, { horizonDays, zh, money })];
  const parts = behaviour.length === 0 && driver ? driverTexts(row, zh) : behaviour;
  parts.push(...(leastTexts(row, zh) ?? againstState(row, { horizonDays, watch, zh })));
  parts.push(...breadthTexts(row, zh), ...feedbackTexts(row, zh));
  const contact = numberOf(row['contact_days']);
  const standard = careDays[Math.min(numberOf(row['tier']) ?? careDays.length, careDays.length) - 1]!;
  if (contact !== null && contact > standard)
    parts.push(zh ? `${contact} 天未联系（标准 ${standard} 天）` : `no contact for ${contact} days (standard ${standard})`);
  const overdue = numberOf(row['overdue_amount']);
  if (overdue !== null && overdue > 0) parts.push(zh ? `逾期未付 ${moneyText(overdue, money)}` : `overdue ${moneyText(overdue, money)}`);
  return parts;
}

function silenceTexts(row: Row, zh: boolean): string[] {
  const [silence, cycle, cycles] = [numberOf(row['silence_days']), numberOf(row['cycle_days']), numberOf(row['silent_cycles'])];
  if (silence === null || cycle === null || cycles === null || cycles <= 1) return [];
  const purchases = numberOf(row['purchases']) ?? 0;
  if (purchases >= purchasesOfCycle) return [silenceText(silence, row)[zh ? 'zh-CN' : 'en']];
  const [usual, times] = [oneDecimal(cycle), oneDecimal(cycles)];
  return [
    zh
      ? `仅 ${purchases} 天有购买，已沉默 ${silence} 天，为全体复购客户常见间隔（${usual} 天）的 ${times} 倍`
      : `bought ${onDays(purchases === 2 ? 2 : 1)}, silent for ${silence} days, ${times === '1' ? 'as long as' : `${times} times`} the gap usual among repeat customers (${usual} days)`,
  ];
}

/** A probability that counts this much higher than the model has it wants a word. */
const wideGap = 0.1;

/** Where a customer counts with far more than the model says: that it is for its silence, and both probabilities; null where it does not. */
function leastTexts(row: Row, zh: boolean): string[] | null {
  const [counted, modelled] = [numberOf(row['probability_counted']), numberOf(row['probability'])];
  if (counted === null || modelled === null || counted - modelled < wideGap) return null;
  const [least, said] = [`${oneDecimal(100 * counted)}%`, `${oneDecimal(100 * modelled)}%`];
  const why = row['by_silence'] === 1 ? (zh ? '因沉默列入，' : 'listed for its silence and ') : '';
  return [
    zh
      ? `${why}不购概率按 ${least} 计（沉默如此之久者的下限），模型概率为 ${said}`
      : `${why}counted with ${least}, the least for customers silent for so long (by the model ${said})`,
  ];
}

/**
 * Where the probability and the rhythm of a customer point two ways, both: overdue and likely to buy by the model, or listed by its probability
 * and not overdue. Without a probability there is nothing to say.
 */
function againstState(
  row: Row,
  { horizonDays, watch, zh }: { readonly horizonDays: number; readonly watch: number; readonly zh: boolean },
): string[] {
  const silence = numberOf(row['silence_days']);
  const limit = numberOf(row['overdue_after_days']) ?? numberOf(row['cycle_days']);
  const probability = numberOf(row['probability']);
  if (silence === null || limit === null || probability === null) return [];
  if (silence <= limit) return againstGap(row, { probability, horizonDays, watch, zh });
  if (row['by_silence'] !== 1) return [];
  const said = `${oneDecimal(100 * probability)}%`;
  return [zh ? `因沉默列入（模型概率 ${said}）` : `listed for its silence (by the model ${said})`];
}

/** Of one that is not overdue: what its usual gap explains of the probability. */
function againstGap(
  row: Row,
  {
    probability,
    horizonDays,
    watch,
    zh,
  }: { readonly probability: number; readonly horizonDays: number; readonly watch: number; readonly zh: boolean },
): string[] {
  const [cycle, usual] = [numberOf(row['cycle_days']), numberOf(row['usual_probability'])];
  if (cycle === null || usual === null || probability < watch) return [];
  const isOwn = (numberOf(row['purchases']) ?? 0) >= purchasesOfCycle;
  const gap = zh
    ? `${isOwn ? '其通常间隔' : '复购客户的常见间隔'} ${oneDecimal(cycle)} 天`
    : `${isOwn ? 'its usual gap' : 'the gap usual among repeat customers'}, ${oneDecimal(cycle)} days`;
  const [said, explained] = [`${oneDecimal(100 * probability)}%`, `${oneDecimal(100 * usual)}%`];
  if (row['list_id'] === 'watch')
    return [
      zh
        ? `未超期，但 ${horizonDays} 天内不购概率为 ${said}，按${gap}仅为 ${explained}`
        : `not overdue, yet ${said} likely to buy nothing in ${horizonDays} days, where ${gap}, makes it ${explained}`,
    ];
  return [
    zh
      ? `${horizonDays} 天内不购概率 ${said} 与${gap}相符，并非流失迹象`
      : `${said} likely to buy nothing in ${horizonDays} days, as ${gap}, explains`,
  ];
}

function fallTexts(
  { spend, frequency }: Falls,
  { horizonDays, zh, money }: { readonly horizonDays: number; readonly zh: boolean; readonly money: MoneyDisplay | undefined },
): string[] {
  const parts: string[] = [];
  if (spend !== null) {
    const change = `${moneyText(spend.before, money)} → ${moneyText(spend.after, money)}`;
    parts.push(
      zh ? `每 ${horizonDays} 天购买额 ${change}（${pText(spend.p)}）` : `spend per ${horizonDays} days ${change} (${pText(spend.p)})`,
    );
  }
  if (frequency !== null) {
    const change = `${oneDecimal(frequency.before)} → ${oneDecimal(frequency.after)}`;
    parts.push(
      zh
        ? `每 ${horizonDays} 天购买次数 ${change}（${pText(frequency.p)}）`
        : `purchases per ${horizonDays} days ${change} (${pText(frequency.p)})`,
    );
  }
  return parts;
}

/** What a probability rests on: how often, since when, how long ago. */
function driverTexts(row: Row, zh: boolean): string[] {
  const [first, last] = [row['first_on'], row['last_on']];
  const [purchases, silence] = [numberOf(row['purchases']), numberOf(row['silence_days'])];
  if (typeof first !== 'string' || typeof last !== 'string' || purchases === null || silence === null) return [];
  const age = daysBetween(first, last) + silence;
  return [
    zh
      ? `${age} 天内购买 ${purchases} 次，最近一次在${daysAgo(silence)['zh-CN']}`
      : `${purchases} purchases in ${age} days, the last ${daysAgo(silence).en}`,
  ];
}

function breadthTexts(row: Row, zh: boolean): string[] {
  const [kinds, before] = [numberOf(row['recent_kinds']) ?? 0, numberOf(row['before_kinds'])];
  if (before === null || before < 2 || kinds >= before) return [];
  if (row['kind_of_goods'] === 'product') return [zh ? `购买产品 ${before} → ${kinds} 种` : `products bought ${before} → ${kinds}`];
  return [zh ? `购买品类 ${before} → ${kinds}` : `kinds of goods ${before} → ${kinds}`];
}

/** Three fifths of the highest score that was given, and detractors of the net promoter score. */
const lowSatisfaction = 0.6;
const detractor = 6;

function feedbackTexts(row: Row, zh: boolean): string[] {
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
