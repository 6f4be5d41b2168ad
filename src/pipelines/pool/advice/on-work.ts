import { both, type Localized } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import type { Said } from '../../../views/answer.ts';
import { numberOf } from '../../../views/number-of.ts';
import { amountText, oneDecimal } from '../../../views/number-words.ts';
import type { AllocationRows } from '../allocation.ts';
import { rateText } from '../rate-text.ts';
import type { Advice } from './advice.ts';

/** Who should get which leads; null where none is to be given out. */
export function adviceOnAllocation({ choice, plans, reps, title }: AllocationRows): Advice | null {
  const given = reps.reduce((sum, { gets }) => sum + (numberOf(gets) ?? 0), 0);
  if (choice === undefined || given === 0) return null;
  if (choice['reason'] !== 'strength')
    return { topic: 'allocation', found: title, todo: null, section: 'allocation_by_rep', figure: 'gets', value: given, shows: 'integer' };
  const more = numberOf(plans.find(({ plan }) => plan === 'by_strength')?.['more_than_in_turn']);
  return {
    topic: 'allocation',
    found: title,
    todo: null,
    section: 'allocation_plans',
    figure: 'more_than_in_turn',
    value: more,
    shows: 'number',
  };
}

/** To be faster, where those contacted in time convert more than the latest by more than their intervals; null where they do not. */
export function adviceOnSpeed(said: Said, hours: number): Advice | null {
  const rows = said.rows('speed_bands', Infinity);
  const of = (band: string): ResultRow | undefined => rows.find((row) => row['speed_band_code'] === band);
  const [fast, late] = [of('in_time'), of('later')];
  const [low, high] = [numberOf(fast?.['incidence_low']), numberOf(late?.['incidence_high'])];
  if (low === null || high === null || low <= high) return null;
  const [own, others] = [rateText(Number(fast!['incidence'])), rateText(Number(late!['incidence']))];
  const days = fast!['incidence_days'];
  return {
    topic: 'speed',
    found: both(
      `Leads contacted within ${hours} working hours convert ${own} by day ${days}, the latest ${others}: more than chance, though fast calls may go to better leads`,
      `${hours} 工作小时内跟进的线索 ${days} 天内转化 ${own}，跟进最晚的 ${others}，超出随机波动（也可能是好线索先被联系）`,
    ),
    todo: both(`To do: contact new leads within ${hours} working hours.`, `建议：新线索在 ${hours} 工作小时内跟进。`),
    section: 'speed_bands',
    figure: 'incidence',
    value: numberOf(fast!['incidence']),
    shows: 'ratio',
  };
}

/** Which leads first, where a model tells them apart. */
export function adviceOnScreening(chosen: ResultRow | undefined): Advice | null {
  const [top, converted, leads] = ['top_rate', 'converted', 'leads'].map((name) => numberOf(chosen?.[name]));
  if (typeof top !== 'number' || !converted || !leads || top * leads <= converted) return null;
  const times = oneDecimal(top / (converted / leads));
  return {
    topic: 'screening',
    found: both(
      `The tenth of past leads with the highest chance converted ${times} times as often as all`,
      `以往转化概率最高的十分之一线索，转化率为总体的 ${times} 倍`,
    ),
    todo: both('To do: work open leads in the order of section priorities.', '建议：按 priorities 部分的顺序跟进未决线索。'),
    section: 'lead_model',
    figure: 'top_rate',
    value: top,
    shows: 'ratio',
  };
}

/** What is late, and the latest of it. */
export function adviceOnFollowUps(said: Said): Advice | null {
  const rows = said.rows('follow_ups_by_rep', Infinity);
  const count = (name: string): number => rows.reduce((sum, row) => sum + (numberOf(row[name]) ?? 0), 0);
  const [all, late] = [count('leads'), count('to_reassign')];
  if (late === 0) return null;
  const worst = rows.reduce((so, row) => ((numberOf(row['worst_days']) ?? 0) > (numberOf(so['worst_days']) ?? 0) ? row : so), rows[0]!);
  const first: Localized = both(
    `${worst['worst_lead']} of ${worst['rep']}, late for ${amountText(Number(worst['worst_days']))} days`,
    `${worst['rep']}的 ${worst['worst_lead']}，已逾期 ${amountText(Number(worst['worst_days']))} 天`,
  );
  const [isAll, isOne] = [late === all, late === 1];
  return {
    topic: 'follow_ups',
    found: both(
      `${amountText(all)} ${all === 1 ? 'lead waits' : 'leads wait'} to be followed up, ${isAll ? '' : `${amountText(late)} of them `}for so long that somebody else should have ${isOne ? 'it' : 'them'}: first ${first.en}`,
      `${amountText(all)} 条线索待处理，${isAll ? '均' : `其中 ${amountText(late)} 条`}已到改派期限，首先是${first['zh-CN']}`,
    ),
    todo: both('To do: reassign or take back.', '建议：改派或收回公海。'),
    section: 'follow_ups_by_rep',
    figure: 'to_reassign',
    value: late,
    shows: 'integer',
  };
}
