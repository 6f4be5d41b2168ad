import { growthPath, learnSeason, sumOf } from '../../../forecast/targets/season.ts';
import type { WorkingCalendar } from '../../../lib/working-calendar.ts';
import type { TargetSplit } from '../../target-parameter.ts';
import { placeInSeason } from './history.ts';
import type { Plan } from './plan.ts';
import { workingDaysOf } from './working-months.ts';

interface LearnedShare {
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Shares of the months of a period, each way; those that are used add up to 1. */
export interface MonthShares {
  readonly used: readonly number[];
  readonly learned: readonly LearnedShare[] | null;
  readonly days: readonly number[];
  readonly byDays: readonly number[];
}

export async function monthShares(plan: Plan, split: TargetSplit, calendar: WorkingCalendar): Promise<MonthShares> {
  const { months, season, value, last_value: last } = plan;
  const even = months.map(() => 1 / months.length);
  const days = await workingDaysOf(months, calendar);
  const byDays = sumOf(days) === 0 ? even : days.map((count) => count / sumOf(days));
  const learned = learnedShares(plan, split.season_years);
  const growth = last !== null && last > 0 && months.length === 12 ? value / last - 1 : plan.growth_used;
  const used = {
    even,
    'working-days': byDays,
    growth: growthPath(months.length, growth),
    learned: learned?.map(({ share }) => share) ?? even,
  };
  return { used: used[season], learned, days, byDays };
}

function learnedShares({ months, history }: Plan, mostYears: number): LearnedShare[] | null {
  const season = history === null ? null : learnSeason(history.of('company', ''), mostYears);
  if (season === null || history === null) return null;
  const places = months.map((month) => placeInSeason(month, history));
  const sum = sumOf(places.map((place) => season.shares[place]!));
  return places.map((place) => {
    const range = season.ranges?.[place];
    return {
      share: season.shares[place]! / sum,
      low: range === undefined ? null : range.low / sum,
      high: range === undefined ? null : Math.min(1, range.high / sum),
    };
  });
}
