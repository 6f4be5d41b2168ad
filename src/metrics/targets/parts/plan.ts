import { sql } from '../../../engine/sql.ts';
import { onceARun } from '../../../forecast/once-a-run.ts';
import type { Read } from '../../../forecast/read.ts';
import { growthPath, learnSeason, sumOf } from '../../../forecast/targets/season.ts';
import { addDays, addMonths, daysBetween, type IsoDate } from '../../../lib/dates.ts';
import type { SplitSeason } from '../../choices.ts';
import type { TargetSplit } from '../../target-parameter.ts';
import { lastYearOf, monthOf, monthsBetween, monthsOfYear, placeInSeason, readHistory, type SalesHistory, yearBefore } from './history.ts';
import { defaultStep, roundedTo } from './steps.ts';

/** A number for some months of the period. */
export interface Span {
  readonly months: readonly IsoDate[];
  readonly value: number;
}

/** The number that is split, as the metric split_plan has it, and what else is known for it. */
export interface Plan {
  readonly period_from: IsoDate;
  readonly period_to: IsoDate;
  readonly value: number;
  readonly value_basis: 'given' | 'file' | 'growth';
  readonly step: number;
  readonly company: string | null;
  readonly last_from: IsoDate | null;
  readonly last_to: IsoDate | null;
  readonly last_value: number | null;
  readonly growth: number | null;
  readonly growth_used: number;
  readonly season: SplitSeason;
  readonly months: readonly IsoDate[];
  readonly spans: readonly Span[];
  readonly history: SalesHistory | null;
}

interface Settings {
  readonly asOf: IsoDate;
  readonly split: TargetSplit;
}

/** Without a setting no less than nothing, and no more than is seldom kept up. */
const growthBounds = { least: 0, most: 0.3 };

/** Null where there is nothing to split: no number was given, the files have no target of the company, and nothing was sold. */
export const readPlan = onceARun(({ asOf, split }: Settings) => JSON.stringify([asOf, split]), makePlan);

async function makePlan(read: Read, { asOf, split }: Settings): Promise<Plan | null> {
  const history = await readHistory(read, asOf);
  const rows = await companyRows(read, split.metric);
  const period = split.period ?? (split.value === null ? periodOfRows(rows, asOf) : null) ?? nextYear(asOf);
  const months = monthsBetween(period.from, period.to);
  const total = history?.of('company', '') ?? [];
  const growth = growthOf(total);
  const used = split.growth ?? Math.min(growthBounds.most, Math.max(growthBounds.least, growth ?? 0));
  const spans = split.value === null ? spansOf(rows, period) : [];
  const grown = history === null ? null : expected(history, months, used, split);
  const amount = split.value ?? (spans.length > 0 ? sumOf(spans.map(({ value }) => value)) : grown);
  if (amount === null || amount <= 0 || months.length === 0) return null;
  const basis = split.value === null ? (spans.length > 0 ? 'file' : 'growth') : 'given';
  const step = split.round ?? defaultStep(amount, split.metric);
  const value = basis === 'growth' ? Math.max(step, roundedTo(amount, step)) : amount;
  return {
    period_from: period.from,
    period_to: addDays(period.to, -1),
    value,
    value_basis: basis,
    step,
    company: rows.find(({ owner }) => owner !== null)?.owner ?? null,
    last_from: history?.months.at(-monthsOfYear) ?? history?.months[0] ?? null,
    last_to: history === null ? null : addDays(history.to, -1),
    last_value: history === null ? null : lastYearOf(total),
    growth,
    growth_used: used,
    season: split.season === 'learned' && learnSeason(total, split.season_years) === null ? 'even' : split.season,
    months,
    spans: basis === 'file' ? spans : [{ months, value }],
    history,
  };
}

interface CompanyRow {
  readonly owner: string | null;
  readonly period_start: IsoDate;
  readonly period_end: IsoDate;
  readonly value: number;
}

async function companyRows(read: Read, metric: string): Promise<CompanyRow[]> {
  const rows = await read(sql`
    select owner, period_start, period_end, value
    from target_rows
    left join target_slips as slips on slips.target_order = target_rows.target_order
    where slip is null and level = 'company' and ambition = 'base' and metric = ${metric} and value > 0 and period_start is not null and period_end is not null
    order by period_start, period_end, target_rows.target_order`);
  return rows as unknown as CompanyRow[];
}

/** The period of the targets that the company has for years that have not begun. */
function periodOfRows(rows: readonly CompanyRow[], asOf: IsoDate): { from: IsoDate; to: IsoDate } | null {
  const ahead = rows.filter(({ period_start: start }) => start >= nextYear(asOf).from);
  const ends = ahead.map(({ period_end: end }) => end).toSorted();
  return ahead.length === 0 ? null : { from: monthOf(ahead[0]!.period_start), to: addMonths(monthOf(ends.at(-1)!), 1) };
}

function nextYear(asOf: IsoDate): { from: IsoDate; to: IsoDate } {
  const year = Number(asOf.slice(0, 4)) + 1;
  return { from: `${year}-01-01`, to: `${year + 1}-01-01` };
}

/** Targets of the company that lie in the period and are whole months, the finest first; one that overlaps with a finer one repeats it. */
function spansOf(rows: readonly CompanyRow[], { from, to }: { readonly from: IsoDate; readonly to: IsoDate }): Span[] {
  const taken = new Set<IsoDate>();
  return rows
    .filter(
      ({ period_start: start, period_end: end }) => start >= from && end < to && start.endsWith('-01') && addDays(end, 1).endsWith('-01'),
    )
    .toSorted((one, other) => daysBetween(one.period_start, one.period_end) - daysBetween(other.period_start, other.period_end))
    .flatMap(({ period_start: start, period_end: end, value }) => {
      const months = monthsBetween(start, addDays(end, 1));
      if (months.some((month) => taken.has(month))) return [];
      for (const month of months) taken.add(month);
      return [{ months, value }];
    });
}

function growthOf(values: readonly number[]): number | null {
  const before = yearBefore(values);
  return before === null || before <= 0 ? null : lastYearOf(values) / before - 1;
}

/** The last twelve months and their growth, of the months of the period by their shares; fewer months are taken for as large a part of a year. */
function expected(history: SalesHistory, months: readonly IsoDate[], growth: number, split: TargetSplit): number {
  const values = history.of('company', '');
  const year = (lastYearOf(values) * monthsOfYear) / Math.min(monthsOfYear, values.length);
  const shares = learnSeason(values, split.season_years)?.shares ?? growthPath(monthsOfYear, 0);
  return year * (1 + growth) * sumOf(months.map((month) => shares[placeInSeason(month, history)]!));
}
