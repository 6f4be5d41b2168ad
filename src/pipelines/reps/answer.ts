import { both, capitalised, type Localized } from '../../lib/localized.ts';
import { withSign } from '../../lib/with-sign.ts';
import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyChange, moneyText, percentText } from '../../views/number-words.ts';
import { periodWords } from '../../lib/period-words.ts';
import { reasonsOf } from './drivers.ts';
import { pullsOf } from './ranking.ts';
import { targetText } from './target-gaps.ts';
import type { RepsInput, Reviewed } from './run.ts';

interface Told {
  /** Rows of the section drivers, losses first. */
  readonly drivers: readonly ResultRow[];
  /** Rows of the section drivers_target, the furthest behind first. */
  readonly gaps: readonly ResultRow[];
  /** Rows of the section ranking. */
  readonly ranking: readonly ResultRow[];
  /** See `shrinkingBook`. */
  readonly shrinking: Localized | null;
  /** What is said as far as there is room, the weightiest first. */
  readonly more: readonly (Localized | null)[];
  /** See `actionsSentence`. */
  readonly actions: Localized | null;
}

/** What fits a first screen. */
const mostSentences = 5;

/**
 * What the revenue did and whose moved it most; how far targets are reached; who stands out beyond chance and by what; whose book shrinks unseen;
 * what else there is room for; all that is to be done.
 */
export function repsAnswer(input: Pick<RepsInput, 'rep' | 'manager' | 'money'>, review: Pick<Reviewed, 'whole'>, told: Told): Localized[] {
  const { drivers, gaps, ranking, shrinking, more, actions } = told;
  const said = (sentences: readonly (Localized | null)[]): Localized[] => sentences.filter((sentence) => sentence !== null);
  const first = said([total(input, review, drivers), targetText(input, gaps), standing(input, ranking), shrinking]);
  const last = said([actions]);
  return [...first, ...said(more).slice(0, Math.max(0, mostSentences - first.length - last.length)), ...last];
}

function total(
  { manager, money }: Pick<RepsInput, 'manager' | 'money'>,
  { whole }: Pick<Reviewed, 'whole'>,
  rows: readonly ResultRow[],
): Localized | null {
  if (rows.length === 0) return null;
  const sum = (column: string): number => rows.reduce((all, row) => all + (numberOf(row[column]) ?? 0), 0);
  const [before, after] = [sum('before_revenue'), sum('after_revenue')];
  const difference = after - before;
  const share = before > 0 ? withSign(difference, percentText(Math.abs(difference) / before)) : null;
  const named = periodWords(whole);
  const who = rows.length === 1 ? String(rows[0]!['rep']) : null;
  const why = who === null ? mostMoved(rows, money) : mostly(rows[0]!, money);
  const whose = manager === null ? both('the reps', '全体销售') : both('the team', '该团队');
  const [en, zh] = share === null ? ['', ''] : [` (${share})`, `（${share}）`];
  return both(
    `${capitalised(named.en)}: ${who ?? whose.en} sold ${moneyText(after, money)}, ${moneyChange(difference, money)}${en} against the period before${why.en}.`,
    `${named['zh-CN']}：${who ?? whose['zh-CN']}成交 ${moneyText(after, money)}，较上期 ${moneyChange(difference, money)}${zh}${why['zh-CN']}。`,
  );
}

function mostly(row: ResultRow, money: RepsInput['money']): Localized {
  const why = reasonsOf(row, money);
  return why.en === '' ? both('', '') : both(`, mostly by ${why.en}`, `，主要来自${why['zh-CN']}`);
}

/** The rep who lost most, and why. */
function mostMoved(rows: readonly ResultRow[], money: RepsInput['money']): Localized {
  const [row] = rows;
  const amount = numberOf(row?.['revenue_difference']) ?? 0;
  if (row === undefined || amount >= 0) return both('', '');
  const why = reasonsOf(row, money);
  return both(
    `; most was lost by ${String(row['rep'])}: ${moneyChange(amount, money)} (${why.en})`,
    `；降幅最大：${String(row['rep'])} ${moneyChange(amount, money)}（${why['zh-CN']}）`,
  );
}

const mostNamed = 3;

/** Who does better or worse than others beyond chance, and by what; or that nobody does. */
function standing({ rep }: Pick<RepsInput, 'rep'>, rows: readonly ResultRow[]): Localized | null {
  const ranked = rows.filter(({ rank }) => rank !== null);
  if (rep !== null) return oneStanding(ranked[0]);
  if (ranked.length === 1) return both('There is nobody to compare with: a rank says nothing.', '没有可比对象，名次没有意义。');
  if (ranked.length === 0) return null;
  const named = (verdict: string): ResultRow[] => ranked.filter((row) => row['verdict'] === verdict);
  const [above, below] = [named('above'), named('below').toReversed()];
  if (above.length + below.length === 0)
    return both(
      `No difference between the ${ranked.length} ranked would hold: their ranges of ranks overlap.`,
      `参与排名的 ${ranked.length} 人之间没有站得住的差别：名次区间相互重叠。`,
    );
  const parts = [
    ...(above.length === 0 ? [] : [both(`better than others: ${list(above, 1).en}`, `好于他人：${list(above, 1)['zh-CN']}`)]),
    ...(below.length === 0 ? [] : [both(`worse: ${list(below, -1).en}`, `低于他人：${list(below, -1)['zh-CN']}`)]),
  ];
  return both(
    `Beyond chance ${parts.map(({ en }) => en).join('; ')}.`,
    `排除偶然因素后，${parts.map((part) => part['zh-CN']).join('；')}。`,
  );
}

/** `Ann (revenue, NRR), Bob (margin) and 2 more`. */
function list(rows: readonly ResultRow[], sign: 1 | -1): Localized {
  const shown = rows.slice(0, mostNamed).map((row) => {
    const words = pullsOf(row)
      .filter(({ pull }) => pull * sign > 0)
      .toSorted((one, other) => sign * (other.pull - one.pull))
      .slice(0, 2)
      .map((each) => each.words);
    const name = String(row['rep']);
    if (words.length === 0) return both(name, name);
    return both(`${name} (${words.map(({ en }) => en).join(', ')})`, `${name}（${words.map((each) => each['zh-CN']).join('、')}）`);
  });
  const more = rows.length - shown.length;
  return both(
    `${shown.map(({ en }) => en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    `${shown.map((each) => each['zh-CN']).join('，')}${more > 0 ? `等 ${rows.length} 人` : ''}`,
  );
}

function oneStanding(row: ResultRow | undefined): Localized | null {
  if (row === undefined) return null;
  const pulls = pullsOf(row);
  const [best, worst] = [pulls.find(({ pull }) => pull > 0), pulls.findLast(({ pull }) => pull < 0)];
  const en = [
    ...(best === undefined ? [] : [`strongest: ${best.words.en}`]),
    ...(worst === undefined ? [] : [`weakest: ${worst.words.en}`]),
  ];
  const zh = [
    ...(best === undefined ? [] : [`最强：${best.words['zh-CN']}`]),
    ...(worst === undefined ? [] : [`最弱：${worst.words['zh-CN']}`]),
  ];
  const [place, low, high] = [row['rank'], row['rank_low'], row['rank_high']].map(String);
  return both(
    `Rank ${place}, by chance anything from ${low} to ${high}${en.length === 0 ? '' : `; ${en.join(', ')}`}.`,
    `名次 ${place}，考虑偶然因素在 ${low}–${high} 之间${zh.length === 0 ? '' : `；${zh.join('，')}`}。`,
  );
}
