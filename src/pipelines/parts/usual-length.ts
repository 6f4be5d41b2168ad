import { withTables } from '../../engine/scope.ts';
import { everybody } from '../../engine/with-whole.ts';
import type { IsoDate, Period } from '../../lib/dates.ts';
import type { Localized } from '../../lib/localized.ts';
import { usualGap } from '../../metrics/retention/parts/usual-gap.ts';
import { metrics } from '../../metrics/registry.ts';
import { runMetrics } from '../../metrics/runner.ts';
import { comparedPeriods, lastFullMonths, lastStart } from '../../metrics/windows.ts';
import { amountText } from '../../views/number-words.ts';
import type { ScoreInput } from './scoring.ts';

/** How many months are compared where no period is asked for, and by which cycle. */
export interface UsualLength {
  readonly months: 1 | 3 | 12;
  /** Days between two purchases that are usual among repeat customers; null where nobody bought twice. */
  readonly cycleDays: number | null;
  /** The orders do not reach back far enough to compare as many months as the cycle asks for. */
  readonly isCut: boolean;
}

/** Days that each length has at least. */
const lengths = [
  { months: 1, days: 31 },
  { months: 3, days: 92 },
  { months: 12, days: Infinity },
] as const;

/**
 * The shortest of one, three and twelve months that is no shorter than the typical cycle, as far as the orders reach back. `standing`: metrics
 * whose tables are there for the same day; what else it takes is dropped again.
 */
export async function usualLength(
  input: Pick<ScoreInput, 'engine' | 'ingested'>,
  asOf: IsoDate,
  firstOn: IsoDate,
  standing: readonly string[] = [],
): Promise<UsualLength> {
  const cycleDays = await typicalCycle(input, asOf, standing);
  const asked = lengths.findIndex(({ days }) => (cycleDays ?? 0) <= days);
  const covered = lengths.findLastIndex(
    ({ months }, index) => index <= asked && (index === 0 || reaches(lastFullMonths(months, asOf), asOf, firstOn)),
  );
  return { months: lengths[covered]!.months, cycleDays, isCut: covered < asked };
}

/** As in the findings: the first order lies in the first tenth of the earlier period, or before it. */
function reaches(period: Period, asOf: IsoDate, firstOn: IsoDate): boolean {
  const { before } = comparedPeriods(period, 'previous', asOf);
  return firstOn <= lastStart(before);
}

/** The usual gap among repeat customers, as in the lists of `churn`. */
async function typicalCycle(
  { engine, ingested }: Pick<ScoreInput, 'engine' | 'ingested'>,
  asOf: IsoDate,
  standing: readonly string[],
): Promise<number | null> {
  return withTables(engine, async (scope) => {
    await runMetrics({
      engine: scope,
      metrics: ['purchase_days'],
      registry: metrics,
      available: ingested.available,
      parameters: { as_of: asOf },
      standing,
    });
    const [row] = await everybody(scope)<{ mean_gap: number | null }>(usualGap(asOf));
    return row?.mean_gap ?? null;
  });
}

const names: Readonly<Record<UsualLength['months'], Localized>> = {
  1: { en: 'month by month', 'zh-CN': '按月' },
  3: { en: 'three months against three', 'zh-CN': '按三个月' },
  12: { en: 'twelve months against twelve', 'zh-CN': '按十二个月' },
};

/** ` (three months against three, for repeat customers usually order every 65 days)`; nothing where a period was asked for. */
export function lengthText(usual: UsualLength | null): Localized {
  if (usual === null || usual.cycleDays === null) return { en: '', 'zh-CN': '' };
  const [name, days] = [names[usual.months], amountText(Math.round(usual.cycleDays))];
  return usual.isCut
    ? {
        en: ` (${name.en}: repeat customers usually order every ${days} days, but the orders do not reach back far enough for longer periods)`,
        'zh-CN': `（${name['zh-CN']}对比：复购客户通常 ${days} 天一单，但订单历史不足以对比更长的时期）`,
      }
    : {
        en: ` (${name.en}, for repeat customers usually order every ${days} days)`,
        'zh-CN': `（${name['zh-CN']}对比，因为复购客户通常 ${days} 天一单）`,
      };
}
