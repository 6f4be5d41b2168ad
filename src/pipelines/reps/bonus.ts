import type { Config } from '../../config/schema.ts';
import { both } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import { numberOf } from '../../views/number-of.ts';
import { percentText } from '../../views/number-words.ts';

type Bonus = Config['reps']['bonus'];

/** The tier that the attainment of a rep reaches, by the config alone; without tiers in it there is no such column. */
export function bonusColumns(tiers: Bonus): Columns<ResultRow> {
  if (tiers.length === 0) return {};
  const listed = tiers.toSorted((one, other) => one.from - other.from).map(({ from, tier }) => `${percentText(from)}: ${tier}`);
  return {
    bonus: {
      title: both('Bonus tier', '奖金档'),
      type: 'text',
      basis: both(
        `By attainment, from reps.bonus of the config: ${listed.join(', ')}. Empty below the lowest, and without a target.`,
        `按达成率，取自配置 reps.bonus：${listed.join('，')}。低于最低档或没有目标时为空。`,
      ),
      value: ({ attainment = null }) => tierOf(tiers, numberOf(attainment)),
    },
  };
}

/** Rates lie a hair below what they stand for: 0.9 of 0.3 is not 0.27. */
const slack = 1e-12;

function tierOf(tiers: Bonus, attainment: number | null): string | null {
  if (attainment === null) return null;
  const reached = tiers.filter(({ from }) => attainment >= from - slack).toSorted((one, other) => other.from - one.from);
  return reached[0]?.tier ?? null;
}
