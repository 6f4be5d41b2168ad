import { both } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { coachingRows, measureOf, shown } from '../coaching.ts';
import { advice } from '../coaching-words.ts';
import type { Action, ActionInput, ActionSource } from './action.ts';

/** What a rep is weakest at beyond chance: one action a rep. What may be chance is a hint and no task. */
export const weaknessesToMend: ActionSource = {
  subject: 'rep',
  find: async (input) => {
    const rows = await coachingRows(input, input.people);
    return { actions: rows.filter(({ is_clear: is }) => is === true).map((row) => actionOf(row, input)), further: 0 };
  },
};

function actionOf(row: ResultRow, { money }: ActionInput): Action {
  const { id, title, worth } = measureOf(row);
  const [rep, best] = [String(row['rep']), row['best_rep']];
  const [from, to] = [shown(row, 'value', money), shown(row, 'median', money)];
  const { todo } = advice[id]!;
  const learn = typeof best === 'string' ? both(`; learn from ${best}`, `；向${best}取经`) : both('', '');
  // Profit and receipts are no revenue, which the other actions bring.
  const value = worth?.of === 'revenue' ? numberOf(row['worth']) : null;
  return {
    subject: 'rep',
    id: `${rep} · ${id}`,
    rep,
    kind: 'coaching',
    what: both('Mend the weak point', '改进弱项'),
    about: title,
    why: both(
      `${from} against a median of ${to}, beyond chance; ${todo.en}${learn.en}`,
      `${from}，中位数 ${to}，并非偶然；${todo['zh-CN']}${learn['zh-CN']}`,
    ),
    days: 10,
    value,
    estimate: value === null ? null : both('gap to the median × what each brings the rep', '与中位数的差距 × 该销售的单位金额'),
    customer: null,
    isGoal: true,
  };
}
