import { isForetold } from './chapter-findings.ts';
import { beforeChinese, both, type Lang, type Localized } from '../../lib/localized.ts';
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
import { factOf, rowsOf, rowWhere, type Runs } from './runs.ts';
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
  /** How often chance alone would do as much; null where that is not tested. */
  readonly p: number | null;
  /** The chapter that has more of it. */
  readonly chapter: string;
}

export const mostAttention = 5;

/** Of a year's sales, from which on money at stake is urgent. */
const urgentShare = 0.02;

/** Of a year's sales, below which a customer is no matter for the first page. */
const leastShare = 0.001;

/** Chance of the target below which it counts as out of reach. */
const outOfReach = 0.1;

const levels: Readonly<Record<Level, Localized>> = {
  urgent: both('▲ urgent', '▲ 紧急'),
  important: both('◆ important', '◆ 重要'),
  notice: both('● notice', '● 留意'),
};

/** What the chapters have more of: by level, then by money at stake and by how unlikely chance is. What went better needs none. */
export function attentionOf(runs: Runs, money: MoneyDisplay, chapters: readonly string[]): Attention[] {
  const yearly = numberOf(factOf(runs, 'compare', 'overview', 'yearly_revenue')?.value);
  const urgentFrom = (yearly ?? Infinity) * urgentShare;
  const all = [
    targetAtRisk(runs, money),
    ...customersAtRisk(runs, { urgentFrom, leastFrom: (yearly ?? 0) * leastShare }),
    ...changes(runs, { money, urgentFrom, chapters }),
    hoarder(runs),
    shrinkingBook(runs),
    season(runs),
  ];
  return all.flatMap((each) => (each !== null && chapters.includes(each.chapter) ? [each] : [])).toSorted(byWeight);
}

const order: readonly Level[] = ['urgent', 'important', 'notice'];

function byWeight(one: Attention, other: Attention): number {
  return order.indexOf(one.level) - order.indexOf(other.level) || (other.money ?? -1) - (one.money ?? -1) || (one.p ?? 1) - (other.p ?? 1);
}

/** The year is heading for less than its target. */
function targetAtRisk(runs: Runs, money: MoneyDisplay): Attention | null {
  const row = wholeYear(runs);
  const [forecast, gap, chance, of] = ['forecast', 'forecast_gap', 'chance', 'forecast_attainment'].map((id) => numberOf(row?.[id]));
  if (typeof forecast !== 'number' || typeof gap !== 'number' || gap <= 0) return null;
  const share = typeof of === 'number' ? both(`, ${percentText(of)} of its target`, `，为目标的 ${percentText(of)}`) : both('', '');
  return {
    id: 'target',
    level: typeof chance === 'number' && chance < outOfReach ? 'urgent' : 'important',
    text: both(
      `The year is heading for ${moneyText(forecast, money)}${share.en}: ${moneyText(gap, money)} short`,
      `全年预计 ${moneyText(forecast, money)}${share['zh-CN']}，少 ${moneyText(gap, money)}`,
    ),
    money: gap,
    p: null,
    chapter: 'targets',
  };
}

/** The customers who put most at risk, two of them; none where the list was no better than chance. */
function customersAtRisk(runs: Runs, { urgentFrom, leastFrom }: { readonly urgentFrom: number; readonly leastFrom: number }): Attention[] {
  if (!isForetold(runs)) return [];
  return rowsOf(runs, 'churn', 'at_risk')
    .slice(0, 2)
    .flatMap((row) => {
      const atRisk = numberOf(row['value_at_risk']);
      if (atRisk === null || atRisk < leastFrom) return [];
      const name = shortName(runs, row);
      const probability = numberOf(row['probability_counted'] ?? row['probability']);
      const [chance, zhChance] = probability === null ? ['', ''] : [` (${percentText(probability)})`, `（${percentText(probability)}）`];
      const reason = row['first_reason'] ?? null;
      const [why, zhWhy] = reason === null ? ['', ''] : [`: ${String(reason)}`, `：${String(reason)}`];
      return {
        id: `churn:${String(row['customer_id'] ?? name)}`,
        level: atRisk >= urgentFrom ? ('urgent' as const) : ('notice' as const),
        text: both(`${name} may leave${chance}${why}`, `${name} 可能流失${zhChance}${zhWhy}`),
        money: atRisk,
        p: null,
        chapter: 'churn',
      };
    });
}

/** Measures whose fall is money lost. */
const ofMoney: ReadonlySet<unknown> = new Set(['revenue', 'profit']);

/** Measures that changed by more than chance; those for the worse weigh more, and money is at stake only in these. */
function changes(
  runs: Runs,
  { money, urgentFrom, chapters }: { readonly money: MoneyDisplay; readonly urgentFrom: number; readonly chapters: readonly string[] },
): Attention[] {
  const chapter = chapters.includes('targets') ? 'targets' : 'tiers';
  return changesOf(runs).flatMap((row) => {
    const [difference, before, after] = ['difference', 'before', 'after'].map((id) => numberOf(row[id]));
    if (row['judgement'] === 'better' || row['verdict_code'] !== 'more_than_chance' || difference === null || difference === undefined)
      return [];
    const isWorse = row['judgement'] === 'worse';
    const lost = isWorse && ofMoney.has(row['measure']) ? Math.abs(difference) : null;
    const rise = numberOf(row['relative_difference']);
    const [was, is] = [before, after].map((value) => valueText(value ?? null, row['shows'], money));
    const by = rise === null || row['shows'] === 'ratio' ? null : withSign(rise, percentText(Math.abs(rise)));
    const verdict = String(row['verdict']);
    return {
      id: `change:${String(row['measure'])}`,
      level: lost !== null && lost >= urgentFrom ? ('urgent' as const) : isWorse ? ('important' as const) : ('notice' as const),
      text: both(
        `${String(row['title'])} ${was} → ${is}: ${by === null ? '' : `${by}, `}${verdict}`,
        `${String(row['title'])} ${was} → ${is}，${by === null ? '' : `${by}，`}${verdict}`,
      ),
      money: lost,
      p: numberOf(row['p_adjusted']),
      chapter,
    };
  });
}

/** What the pool advises of reps. */
function hoarder(runs: Runs): Attention | null {
  const row = rowWhere(rowsOf(runs, 'pool', 'advice'), { topic_code: 'reps' });
  const found = row?.['found'] ?? null;
  if (found === null) return null;
  return { id: 'pool:reps', level: 'important', text: both(String(found), String(found)), money: null, p: null, chapter: 'pool' };
}

/** The rep whose results hide that the customers buy less. */
function shrinkingBook(runs: Runs): Attention | null {
  const row = rowWhere(rowsOf(runs, 'reps', 'shrinking_books'), { is_hidden: true });
  if (row === null) return null;
  const [rep, what] = [String(row['rep']), String(row['what'])];
  return {
    id: `book:${rep}`,
    level: 'important',
    text: both(`${rep} ${what}`, beforeChinese(rep, what)),
    money: numberOf(row['lost']),
    p: null,
    chapter: 'reps',
  };
}

/** Sales and targets of the next months are to follow it. */
function season(runs: Runs): Attention | null {
  const [row] = rowsOf(runs, 'targets track', 'season').slice(0, 1);
  if (row === undefined) return null;
  const what = String(row['what']);
  return { id: `season:${String(row['product'])}`, level: 'notice', text: both(what, what), money: null, p: null, chapter: 'targets' };
}

const columns: Columns<Attention> = {
  level: {
    title: both('Level', '级别'),
    type: 'text',
    basis: both(
      'Urgent: money at stake of 2% or more of the revenue of a year, or a target out of reach; important: worse by more than chance',
      '紧急：涉及金额达年销售额的 2%，或目标已难以达成；重要：变差且超出随机波动',
    ),
    value: ({ level }) => levels[level],
    code: ({ level }) => level,
  },
  what: { title: both('What', '事项'), type: 'text', basis: both('From the chapter named', '取自所列章节'), value: ({ text }) => text },
  money: {
    title: both('At stake', '涉及金额'),
    type: 'money',
    basis: both('Value at risk, gap, or fall of sales or profit', '风险金额、缺口，或销售额、利润的减少'),
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
