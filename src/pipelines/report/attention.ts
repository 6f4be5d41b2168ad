import { daysBetween, type Period } from '../../lib/dates.ts';
import { both, type Lang, type Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { withSign } from '../../lib/with-sign.ts';
import type { TableSection } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyText, percentText } from '../../views/number-words.ts';
import { table } from '../../views/table.ts';
import { changesOf } from './changes.ts';
import { shortName } from './short-name.ts';
import { valueText } from './value-text.ts';
import { rowsOf, rowWhere, type Runs } from './runs.ts';
import { wholeYear } from './whole-target.ts';

type Level = 'urgent' | 'important' | 'notice';

/** Something that a manager has to know. */
export interface Attention {
  /** What it is about, the same from one report to the next. */
  readonly id: string;
  readonly level: Level;
  readonly text: Localized;
  /** Money at stake; null where it is not about money. */
  readonly money: number | null;
  /** The chapter that has more of it. */
  readonly chapter: string;
}

export const mostAttention = 5;

/** Of a year's sales, from which on money at stake is urgent. */
const urgentShare = 0.02;

/** Chance of the target below which it counts as out of reach. */
const outOfReach = 0.1;

const levels: Readonly<Record<Level, Localized>> = {
  urgent: both('▲ urgent', '▲ 紧急'),
  important: both('◆ important', '◆ 重要'),
  notice: both('● notice', '● 留意'),
};

/** What the chapters have more of: the most urgent first, then by money at stake. */
export function attentionOf(runs: Runs, period: Period | null, money: MoneyDisplay, chapters: readonly string[]): Attention[] {
  const urgentFrom = (yearlySales(runs, period) ?? Infinity) * urgentShare;
  const all = [targetAtRisk(runs, money), ...customersAtRisk(runs, urgentFrom), ...changes(runs, money, chapters), hoarder(runs)];
  const found = all.flatMap((each) => (each !== null && chapters.includes(each.chapter) ? [each] : []));
  const order: readonly Level[] = ['urgent', 'important', 'notice'];
  return found.toSorted((one, other) => order.indexOf(one.level) - order.indexOf(other.level) || (other.money ?? 0) - (one.money ?? 0));
}

/** What a year brings at the pace of the period; null where there are no sales. */
function yearlySales(runs: Runs, period: Period | null): number | null {
  const sales = numberOf(rowWhere(rowsOf(runs, 'compare', 'changes'), { measure: 'revenue' })?.['after']);
  return sales === null || period === null ? null : (sales * 365) / daysBetween(period.from, period.to);
}

/** The year is heading for less than its target. */
function targetAtRisk(runs: Runs, money: MoneyDisplay): Attention | null {
  const row = wholeYear(runs);
  const [target, forecast, chance] = ['target', 'forecast', 'chance'].map((id) => numberOf(row?.[id]));
  if (target === null || target === undefined || forecast === null || forecast === undefined || forecast >= target) return null;
  const gap = target - forecast;
  const share = percentText(forecast / target);
  return {
    id: 'target',
    level: chance !== null && chance !== undefined && chance < outOfReach ? 'urgent' : 'important',
    text: both(
      `The year is heading for ${moneyText(forecast, money)}, ${share} of its target: ${moneyText(gap, money)} short`,
      `全年预计 ${moneyText(forecast, money)}，为目标的 ${share}，少 ${moneyText(gap, money)}`,
    ),
    money: gap,
    chapter: 'targets',
  };
}

/** The customers who put most at risk, two of them. */
function customersAtRisk(runs: Runs, urgentFrom: number): Attention[] {
  return rowsOf(runs, 'churn', 'at_risk')
    .slice(0, 2)
    .flatMap((row) => {
      const atRisk = numberOf(row['value_at_risk']);
      if (atRisk === null) return [];
      const name = shortName(runs, row);
      const probability = numberOf(row['probability_counted'] ?? row['probability']);
      const [chance, zhChance] = probability === null ? ['', ''] : [` (${percentText(probability)})`, `（${percentText(probability)}）`];
      const [reason = ''] = String(row['reasons'] ?? '').split(/[；;]/);
      return {
        id: `churn:${String(row['customer_id'] ?? name)}`,
        level: atRisk >= urgentFrom ? ('urgent' as const) : ('notice' as const),
        text: both(`${name} may leave${chance}: ${reason}`, `${name} 可能流失${zhChance}：${reason}`),
        money: atRisk,
        chapter: 'churn',
      };
    });
}

/** Measures that fell by more than chance. */
function changes(runs: Runs, money: MoneyDisplay, chapters: readonly string[]): Attention[] {
  const chapter = chapters.includes('targets') ? 'targets' : 'tiers';
  return changesOf(runs).flatMap((row) => {
    const [difference, before, after] = ['difference', 'before', 'after'].map((id) => numberOf(row[id]));
    if (row['verdict_code'] !== 'more_than_chance' || difference === null || difference === undefined) return [];
    const rise = numberOf(row['relative_difference']);
    const isMoney = row['shows'] === 'money';
    const [was, is] = [before, after].map((value) => valueText(value ?? null, row['shows'], money));
    const by = rise === null || row['shows'] === 'ratio' ? '' : `${withSign(rise, percentText(Math.abs(rise)))}, `;
    return {
      id: `change:${String(row['measure'])}`,
      level: difference < 0 === (row['measure'] !== 'return_rate') ? ('important' as const) : ('notice' as const),
      text: both(
        `${String(row['title'])} ${was} → ${is}: ${by}more than chance`,
        `${String(row['title'])} ${was} → ${is}，${by.replace(', ', '，')}超出随机波动`,
      ),
      money: isMoney && row['measure'] === 'revenue' ? Math.abs(difference) : null,
      chapter,
    };
  });
}

/** What the pool advises of reps. */
function hoarder(runs: Runs): Attention | null {
  const row = rowWhere(rowsOf(runs, 'pool', 'advice'), { topic_code: 'reps' });
  if (row === null) return null;
  const text = firstSentence(String(row['advice']));
  return { id: 'pool:reps', level: 'important', text: both(text, text), money: null, chapter: 'pool' };
}

export function firstSentence(text: string): string {
  return /^.*?[。](?=.)|^.*?\.(?= [A-Z])/u.exec(text)?.[0]?.replace(/[。.]$/u, '') ?? text.replace(/[。.]$/u, '');
}

const columns: Columns<Attention> = {
  level: {
    title: both('Level', '级别'),
    type: 'text',
    basis: both(
      'Urgent: money at stake of 2% or more of what a year brings at the pace of the period, or a target out of reach; important: more than chance',
      '紧急：涉及金额达全年销售额（按本期日均推算）的 2% 或目标已难以达成；重要：超出随机波动',
    ),
    value: ({ level }) => levels[level],
    code: ({ level }) => level,
  },
  what: { title: both('What', '事项'), type: 'text', basis: both('From the chapter named', '取自所列章节'), value: ({ text }) => text },
  money: {
    title: both('At stake', '涉及金额'),
    type: 'money',
    basis: both('Value at risk, gap, or fall of sales', '风险金额、缺口或销售额减少'),
    value: ({ money }) => money,
  },
  id: {
    title: both('Id', '标识'),
    type: 'id',
    basis: both('The same from one report to the next', '各期报告中相同'),
    value: ({ id }) => id,
  },
};

/** A chapter as the reader finds it: `2 Churn risk`. */
interface Place {
  readonly id: string;
  readonly title: string;
}

export function attentionSection(attention: readonly Attention[], chapters: readonly Place[], lang: Lang): TableSection {
  const title =
    attention.length === 0 ? both('Nothing needs attention', '本期没有需要关注的事项') : both('What needs attention', '需要关注');
  return table(
    lang,
    {
      id: 'attention',
      title,
      name: both('Attention', '需要关注'),
      place: 'headline',
      glance: { first: ['level', 'what', 'money', 'chapter'], most: mostAttention, hidden: ['id'] },
    },
    {
      ...columns,
      chapter: {
        title: both('Chapter', '章节'),
        type: 'text',
        basis: both('Where there is more of it', '详见章节'),
        value: ({ chapter }) => chapters.find(({ id }) => id === chapter)?.title ?? null,
        code: ({ chapter }) => chapter,
      },
    },
    attention.slice(0, mostAttention),
  );
}
