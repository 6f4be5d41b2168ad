import { both, type Localized } from '../../lib/localized.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, percentText, withMinus } from '../../views/number-words.ts';
import type { ChapterNote } from './chapter-notes.ts';
import { factOf, rowsOf, rowWhere, type Runs } from './runs.ts';

/** The score of the period, whether it moved by more than chance, and the complaints that wait. */
export function satisfactionFinding(runs: Runs): Localized | null {
  const parts = [scoreWords(runs), openWords(runs)].filter((part) => part !== null);
  return parts.length === 0 ? null : both(parts.map(({ en }) => en).join('; '), parts.map((part) => part['zh-CN']).join('；'));
}

function scoreWords(runs: Runs): Localized | null {
  const score = numberOf(factOf(runs, 'satisfaction', 'overview', 'nps')?.value) === null ? 'csat' : 'nps';
  const row = rowWhere(rowsOf(runs, 'satisfaction', score), { breakdown_code: 'all' });
  const value = numberOf(row?.[score]);
  if (row === null || value === null) return null;
  const figure = score === 'nps' ? withMinus(String(Math.round(value))) : percentText(value);
  const said = score === 'nps' ? both(`NPS ${figure}`, `NPS ${figure}`) : both(`${figure} satisfied`, `满意率 ${figure}`);
  const difference = numberOf(row['previous_difference']);
  if (row['previous_verdict_code'] !== 'more_than_chance' || difference === null) return said;
  return difference > 0
    ? both(`${said.en}, higher by more than chance`, `${said['zh-CN']}，上升超出随机波动`)
    : both(`${said.en}, lower by more than chance`, `${said['zh-CN']}，下降超出随机波动`);
}

function openWords(runs: Runs): Localized | null {
  const [open, overdue] = ['open', 'overdue'].map((id) => numberOf(factOf(runs, 'satisfaction', 'overview', id)?.value));
  if (open === null || open === undefined) return null;
  if (open === 0) return both('no complaint or action is open', '投诉与措施均已办结');
  const said = both(`${amountText(open)} complaints and actions open`, `${amountText(open)} 件投诉与措施未结`);
  return overdue === null || overdue === undefined || overdue === 0
    ? said
    : both(`${said.en}, ${amountText(overdue)} overdue`, `${said['zh-CN']}，其中 ${amountText(overdue)} 件逾期`);
}

/** How many answered, who did not, and what the dots are. */
export const satisfactionNote: ChapterNote = (runs) => {
  const [nps, csat, rate] = ['nps', 'csat', 'response_rate'].map((id) => factOf(runs, 'satisfaction', 'overview', id));
  const score = numberOf(nps?.value) === null ? csat : nps;
  if (score === null || score === undefined || score.n === null || score.low === null || score.high === null) return null;
  const [low, high] = [score.low, score.high].map((end) => (score === nps ? withMinus(String(Math.round(end))) : percentText(end)));
  const base = both(
    `The score rests on ${amountText(score.n)} answers of the period: 95% interval ${low} to ${high}.`,
    `评分依据本期 ${amountText(score.n)} 份回答，95% 区间 ${low} 至 ${high}。`,
  );
  const answered = numberOf(rate?.value);
  const bias =
    answered === null || rate?.n === null || rate?.n === undefined
      ? both('', '')
      : both(
          ` ${percentText(answered)} of the ${amountText(rate.n)} customers with orders answered: what the others think is not known.`,
          `本期有订单的 ${amountText(rate.n)} 位客户中 ${percentText(answered)} 有回答，其余客户的看法未知。`,
        );
  return both(`${base.en}${bias.en} Hollow dots: the period before.`, `${base['zh-CN']}${bias['zh-CN']}空心点为上期。`);
};
