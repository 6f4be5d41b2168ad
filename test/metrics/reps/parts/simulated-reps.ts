import type { Random } from '../../../../src/lib/random.ts';
import type { RepUnits } from '../../../../src/metrics/reps/parts/composite.ts';
import { unitFigures } from '../../../../src/metrics/reps/parts/rank-measures.ts';

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** A rep with a book of customers whose purchases, margins and deals follow its skill (0: the usual one), amounts log-normal. */
export function simulatedRep(random: Random, rep: string, size: number, skill: number): RepUnits {
  const groups = Array.from({ length: size }, () => {
    const [before, now] = [random.chance(0.6), random.chance(Math.min(0.95, 0.55 + 0.1 * skill))];
    const previous = before ? Math.exp(8 + normal(random)) : 0;
    const revenue = now ? Math.exp(8 + 0.25 * skill + normal(random)) : 0;
    const deals = random.integer(0, 2);
    const wins = Array.from({ length: deals }, () => random.chance(Math.min(0.95, 0.5 + 0.1 * skill))).filter(Boolean).length;
    const figures: Readonly<Record<string, number>> = {
      revenue,
      profit: revenue * (0.3 + 0.03 * skill + 0.05 * normal(random)),
      profit_base: revenue,
      revenue_difference: revenue - previous,
      previous_revenue: previous,
      gained: !before && now && random.chance(0.5) ? 1 : 0,
      bought_before: Number(before),
      kept: Number(before && now),
      kept_revenue: before ? revenue : 0,
      won: wins,
      decided: deals,
      contacted: Number(random.chance(0.7)),
      to_contact: 1,
      orders: now ? random.integer(1, 4) : 0,
      complaints: Number(now && random.chance(0.05)),
      payments: revenue * (random.chance(0.1) ? 0.5 : 1),
      payments_base: revenue,
    };
    return Float64Array.from(unitFigures, (figure) => figures[figure] ?? 0);
  });
  return { rep, size, groups };
}
