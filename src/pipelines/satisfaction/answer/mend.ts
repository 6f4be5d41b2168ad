import { both, capitalised, type Localized } from '../../../lib/localized.ts';
import { fewAnswers } from '../../../metrics/feedback/parts/survey-review.ts';
import type { Said } from '../../../views/answer.ts';
import { numberOf } from '../../../views/number-of.ts';
import { amountText, percentText } from '../../../views/number-words.ts';
import { dimensionName } from '../words.ts';
import { verdictText } from './verdict-text.ts';

/** What moves the score, what is lowest, what is complained about most. */
export function whatToMend(said: Said): Localized | null {
  const parts = [moves(said), lowest(said), complained(said)].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return both(`${capitalised(parts.map(({ en }) => en).join('; '))}.`, `${parts.map((part) => part['zh-CN']).join('；')}。`);
}

function moves(said: Said): Localized | null {
  const [first, second] = said.rows('drivers', 2);
  if (first === undefined || second === undefined) return null;
  const name = dimensionName(String(first['dimension_code']));
  const share = percentText(numberOf(first['share']) ?? 0);
  const n = amountText(numberOf(first['answers']) ?? 0);
  if (first['leads'] === true)
    return both(
      `${lower(name.en)} moves the overall score most (${share} of what the dimensions explain, n = ${n})`,
      `对总体评分影响最大的是${name['zh-CN']}（占各维度影响的 ${share}，n = ${n}）`,
    );
  const other = dimensionName(String(second['dimension_code']));
  return both(
    `${lower(name.en)} (${share}) and ${lower(other.en)} (${percentText(numberOf(second['share']) ?? 0)}) move the overall score most, though which of them does more cannot be told (n = ${n})`,
    `对总体评分影响较大的是${name['zh-CN']}（${share}）和${other['zh-CN']}（${percentText(numberOf(second['share']) ?? 0)}），孰先孰后尚难分辨（n = ${n}）`,
  );
}

/** The dimension to mend first, where one scores clearly lowest; else that none does. */
function lowest(said: Said): Localized | null {
  const rows = said.rows('dimensions', Infinity).filter((row) => (numberOf(row['answers']) ?? 0) >= fewAnswers);
  const [first, second] = rows;
  const mean = numberOf(first?.['mean']);
  if (first === undefined || second === undefined || mean === null) return null;
  const [name, other] = [first, second].map((row) => dimensionName(String(row['dimension_code']))) as [Localized, Localized];
  const [high, low] = [numberOf(first['high']), numberOf(second['low'])];
  if (high === null || low === null || high >= low) {
    const next = hundredths(numberOf(second['mean']) ?? mean);
    return both(
      `no dimension scores clearly lowest (${lower(name.en)} ${hundredths(mean)}, ${lower(other.en)} ${next})`,
      `没有哪个维度明显最低（${name['zh-CN']} ${hundredths(mean)} 分，${other['zh-CN']} ${next} 分）`,
    );
  }
  const before = numberOf(first['previous_mean']);
  const change = verdictText(
    before === null ? null : hundredths(before),
    numberOf(first['previous_difference']),
    first['previous_verdict_code'] ?? null,
  );
  const fallen = rows
    .slice(1)
    .filter((row) => row['previous_verdict_code'] === 'more_than_chance' && (numberOf(row['previous_difference']) ?? 0) < 0);
  const too = fallen.map((row) => dimensionName(String(row['dimension_code'])));
  const [also, zhAlso] =
    too.length === 0
      ? ['', '']
      : [`; ${too.map(({ en }) => lower(en)).join(' and ')} fell, too`, `；${too.map((each) => each['zh-CN']).join('、')}也有下降`];
  return both(
    `mend ${lower(name.en)} first: it scores lowest (${hundredths(mean)}${change.en})${also}`,
    `请先改进${name['zh-CN']}：评分最低（${hundredths(mean)} 分${change['zh-CN']}）${zhAlso}`,
  );
}

function complained(said: Said): Localized | null {
  const rows = said.rows('topics', 2).filter((row) => row['found_by_code'] !== 'none' && (numberOf(row['mentions']) ?? 0) > 0);
  const [first] = rows;
  if (first === undefined) return null;
  const share = numberOf(rows.at(-1)?.['cumulative_share']) ?? 0;
  const names = rows.map((row) => String(row['topic']));
  const all = amountText(Math.round((numberOf(first['mentions']) ?? 0) / (numberOf(first['share']) ?? 1)));
  return both(
    `of ${all} reasons named ${percentText(share)} ${names.length > 1 ? 'are' : 'is'} ${names.map((name) => `“${name}”`).join(' and ')}`,
    `${all} 条不满意原因中，“${names.join('”“')}”占 ${percentText(share)}`,
  );
}

function hundredths(value: number): string {
  return value.toFixed(2);
}

function lower(text: string): string {
  return text.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}
