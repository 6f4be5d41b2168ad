import { sql } from '../../../engine/sql.ts';
import { everybody } from '../../../engine/with-whole.ts';
import { both, type Localized } from '../../../lib/localized.ts';
import type { Proportion } from '../../../stats/proportions.ts';
import { amountText, percentText } from '../../../views/number-words.ts';
import type { ActionInput } from './action.ts';

/** Rates over fewer deals are no ground for an estimate. */
export const leastDeals = 10;
/** The rate of an age is drawn to that of all as by so many deals more. */
const drawnBy = 5;

/** How likely an open deal is to be won, and which deals that comes from. */
export interface WinChance {
  /** In (0, 1). */
  readonly rate: number;
  readonly basis: Localized;
}

/** Deals alike in how long they were, or are, open. */
interface OfAge extends Proportion {
  readonly days: number;
}

/**
 * The chance of an open deal by its days open: the share won of the other deals that were open for longer, those still open among them, for many
 * are never decided; of the ten open for longest where fewer were. By number, for of amounts a single large deal decides. Drawn to the same share of
 * all deals by a beta prior. Where the days are not known, the share won of the decided deals (Jeffreys' prior). Null with fewer than 10 decided.
 */
export async function winChances({ engine }: Pick<ActionInput, 'engine'>): Promise<(days: number | null) => WinChance | null> {
  const read = everybody(engine);
  const [counted] = await read(sql`
    select count(*) filter (where state = 'won') as won, count(*) as decided from deal_rows where state <> 'open'`);
  const rows = await read(sql`
    select coalesce(took_days, open_days) as days, count(*) filter (where state = 'won') as won, count(*) as deals
    from deal_rows
    where took_days is not null or open_days is not null
    group by coalesce(took_days, open_days)
    order by days desc nulls last`);
  const ages = rows.map((row) => ({ days: Number(row['days']), successes: Number(row['won']), trials: Number(row['deals']) }));
  const decided = { successes: Number(counted?.['won'] ?? 0), trials: Number(counted?.['decided'] ?? 0) };
  const chanceAt = (days: number | null): WinChance | null => {
    if (decided.trials < leastDeals) return null;
    const older = days === null ? null : openForLonger(ages, days);
    return older === null ? ofDecided(decided) : ofOlder(older, allBut(ages));
  };
  // Deals are many, and ages few.
  const known = new Map<number | null, WinChance | null>();
  return (days) => {
    const chance = known.get(days);
    if (chance !== undefined) return chance;
    const found = chanceAt(days);
    known.set(days, found);
    return found;
  };
}

/** Where fewer than ten others were open for longer, those of the next ages too; `days` is the least of their ages. Null where there are too few in all. */
function openForLonger(ages: readonly OfAge[], days: number): OfAge | null {
  let older: OfAge = { days: 0, successes: 0, trials: 0 };
  for (const age of ages) {
    if (age.days <= days && older.trials >= leastDeals) break;
    const itself = age.days === days ? 1 : 0;
    older = { days: age.days, successes: older.successes + age.successes, trials: older.trials + age.trials - itself };
  }
  return older.trials < leastDeals ? null : older;
}

/** All deals with an age but the open one itself. */
function allBut(ages: readonly OfAge[]): Proportion {
  return ages.reduce((sum, age) => ({ successes: sum.successes + age.successes, trials: sum.trials + age.trials }), {
    successes: 0,
    trials: -1,
  });
}

function shrunk({ successes, trials }: Proportion): number {
  return (successes + 0.5) / (trials + 1);
}

function ofDecided(decided: Proportion): WinChance {
  const rate = shrunk(decided);
  const percent = percentText(rate);
  return {
    rate,
    basis: both(
      `amount × ${percent}, the win rate of ${amountText(decided.trials)} decided deals`,
      `商机金额 × ${percent}（${amountText(decided.trials)} 个已结束商机的赢单率）`,
    ),
  };
}

function ofOlder({ days, successes, trials }: OfAge, all: Proportion): WinChance {
  const overall = shrunk(all);
  const rate = (successes + drawnBy * overall) / (trials + drawnBy);
  const [percent, towards] = [percentText(rate), percentText(overall)];
  return {
    rate,
    basis: both(
      `amount × ${percent}: ${amountText(successes)} of ${amountText(trials)} deals open for ${days} days or more were won so far, drawn towards the ${towards} of all ${amountText(all.trials)}`,
      `商机金额 × ${percent}（开了 ${days} 天及以上的 ${amountText(trials)} 个商机至今赢 ${amountText(successes)} 个，并向全部 ${amountText(all.trials)} 个的 ${towards} 靠拢）`,
    ),
  };
}
