import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyText, percentText } from '../../views/number-words.ts';
import { periodWords } from '../../views/period-words.ts';
import { reasonsOf, signedText } from './drivers.ts';
import type { RepsInput, Reviewed } from './run.ts';

/** What the revenue did, whose moved it most and why. */
export function repsAnswer({ money }: RepsInput, { whole }: Reviewed, rows: readonly ResultRow[]): Localized[] {
  if (rows.length === 0) return [];
  const sum = (column: string): number => rows.reduce((total, row) => total + (numberOf(row[column]) ?? 0), 0);
  const [before, after] = [sum('before_revenue'), sum('after_revenue')];
  const difference = after - before;
  const share = before > 0 ? ` (${difference < 0 ? '−' : '+'}${percentText(Math.abs(difference) / before)})` : '';
  const named = periodWords(whole);
  const who = rows.length === 1 ? String(rows[0]!['rep']) : null;
  return [
    both(
      `${named.en[0]!.toUpperCase()}${named.en.slice(1)}: ${who ?? 'the reps'} sold ${moneyText(after, money)}, ${signedText(difference, money)}${share} against the period before.`,
      `${named['zh-CN']}：${who ?? '全体销售'}成交 ${moneyText(after, money)}，较上期 ${signedText(difference, money)}${share.replace(' (', '（').replace(')', '）')}。`,
    ),
    ...(who === null
      ? [mostMoved(rows, money)]
      : [both(`Mostly: ${reasonsOf(rows[0]!, money).en}.`, `主要原因：${reasonsOf(rows[0]!, money)['zh-CN']}。`)]),
  ];
}

/** The rep who lost most and the one who gained most, and why. */
function mostMoved(rows: readonly ResultRow[], money: RepsInput['money']): Localized {
  const text = (row: ResultRow): Localized => {
    const [amount, why] = [signedText(numberOf(row['revenue_difference']) ?? 0, money), reasonsOf(row, money)];
    return both(`${String(row['rep'])} ${amount} (${why.en})`, `${String(row['rep'])} ${amount}（${why['zh-CN']}）`);
  };
  const [lowest, highest] = [text(rows[0]!), text(rows.at(-1)!)];
  return both(`Largest changes: ${lowest.en}; ${highest.en}.`, `变动最大：${lowest['zh-CN']}；${highest['zh-CN']}。`);
}
