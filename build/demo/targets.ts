import { daysInMonth } from '../../src/lib/dates.ts';
import type { Localized } from '../../src/lib/localized.ts';
import { dateOf, twoDigits } from './calendar.ts';
import type { Order } from './orders.ts';
import { reps, teams } from './people.ts';
import type { Rep } from './people.ts';
import { soldAmount } from './receivables.ts';
import { column, words, yuan } from './table.ts';

interface Target {
  readonly level: 'company' | 'team' | 'rep';
  readonly owner: Localized;
  readonly parent: Localized | null;
  readonly month: number;
  /** Cents, in whole thousands of yuan. */
  readonly value: number;
  /** Cents sold in the same month of the year before. */
  readonly baseline: number;
}

export const companyName = words('衡准精密仪器', 'Hengzhun Instruments');

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Percent of an average month: the climate category makes the winter stronger, the holidays make February and October weaker. */
const season = [108, 86, 98, 98, 98, 96, 106, 98, 102, 80, 108, 122];

/** Cents a year that a plan asks for at least. */
const leastPlan = 30_000_000;

/** Monthly revenue targets of 2026. The reps' add up to their team's, the teams' to the company's; so do the baselines. */
export function createTargets(orders: readonly Order[]): Target[] {
  const ofReps = reps.map((rep) => ({ rep, targets: targetsOf(rep, orders) }));
  const ofTeams = teams.map((team) => {
    const members = ofReps.filter(({ rep }) => rep.team === team).map(({ targets }) => targets);
    return { targets: added('team', team.name, companyName, members), members };
  });
  const company = added(
    'company',
    companyName,
    null,
    ofTeams.map(({ targets }) => targets),
  );
  return [company, ...ofTeams.map(({ targets }) => targets), ...ofReps.map(({ targets }) => targets)].flat();
}

function targetsOf(rep: Rep, orders: readonly Order[]): Target[] {
  const own = orders.filter(({ customer }) => customer.owner === rep);
  const baselines = months.map((month) => soldIn(`2025-${twoDigits(month)}`, own));
  const year = Math.max(leastPlan, (baselines.reduce((sum, value) => sum + value, 0) * rep.plan) / 100);
  return months.map((month, index) => {
    const value = Math.round((year * season[index]!) / (12 * 100 * 100_000)) * 100_000;
    return { level: 'rep', owner: rep.name, parent: rep.team.name, month, value, baseline: baselines[index]! };
  });
}

function soldIn(month: string, orders: readonly Order[]): number {
  return orders.filter(({ day }) => dateOf(day).startsWith(month)).reduce((sum, order) => sum + soldAmount(order), 0);
}

function added(level: Target['level'], owner: Localized, parent: Localized | null, parts: readonly (readonly Target[])[]): Target[] {
  const sum = (index: number, key: 'value' | 'baseline') => parts.reduce((total, part) => total + part[index]![key], 0);
  return months.map((month, index) => ({ level, owner, parent, month, value: sum(index, 'value'), baseline: sum(index, 'baseline') }));
}

const levels: Readonly<Record<Target['level'], Localized>> = {
  company: words('公司', 'Company'),
  team: words('团队', 'Team'),
  rep: words('个人', 'Rep'),
};

export const targetColumns = [
  column<Target>('目标层级', 'Level', (row) => levels[row.level]),
  column<Target>('目标对象', 'Target Owner', (row) => row.owner),
  column<Target>('上级目标', 'Parent', (row) => row.parent),
  column<Target>('指标', 'Metric', () => words('销售额', 'Revenue')),
  column<Target>('开始日期', 'Period Start', (row) => `2026-${twoDigits(row.month)}-01`),
  column<Target>('结束日期', 'Period End', (row) => `2026-${twoDigits(row.month)}-${daysInMonth(2026, row.month)}`),
  column<Target>('目标值', 'Target Value', (row) => yuan(row.value)),
  column<Target>('单位', 'Unit', () => words('元', 'CNY')),
  column<Target>('基准值', 'Baseline', (row) => yuan(row.baseline)),
];
