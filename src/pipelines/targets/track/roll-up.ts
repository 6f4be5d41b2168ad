import { addDays, type Period } from '../../../lib/dates.ts';
import { groupedBy } from '../../../lib/groups.ts';
import { both } from '../../../lib/localized.ts';
import type { TableSection } from '../../../result/result.ts';
import type { Column, Columns } from '../../../views/columns.ts';
import { periodWords } from '../../../views/period-words.ts';
import { table } from '../../../views/table.ts';
import type { Goal } from './rows.ts';
import type { TrackInput } from './run.ts';
import { isRed } from './standing.ts';
import { ambitionWords, levelWords, metricWords } from '../parts/target-words.ts';

/** The targets of one level, metric, ambition and period, added up. */
export interface Level {
  readonly first: Goal;
  readonly goals: readonly Goal[];
  readonly target: number | null;
  readonly actual: number | null;
}

/**
 * Targets of the period by level; of rates there is no sum, they are counted. The row of a manager is a team's: it is in no sum of reps; and
 * where a manager leads another, the row of the upper one holds the other. Those of a period that is asked for are one, whichever months they have.
 */
export function levelsOf(goals: readonly Goal[], asked: Period | null): Level[] {
  const groups = groupedBy(
    goals.filter(({ reach }) => reach === 'period'),
    ({ level, metric, ambition, from, to }) => [level, metric, ambition, ...(asked === null ? [from, to] : [])].join(' '),
  );
  return [...groups.values()].map((own) => {
    const adds = metricWords[own[0]!.metric]!.shows !== 'ratio' && !['csat', 'nps', 'customers'].includes(own[0]!.metric);
    const compared = own.filter((goal) => goal.target !== null && goal.actual !== null && !isWithin(goal, own));
    const sum = (of: (goal: Goal) => number | null): number | null =>
      !adds || compared.length === 0 ? null : exactSum(compared.map((goal) => of(goal) ?? 0));
    return { first: own[0]!, goals: own, target: sum(({ target }) => target), actual: sum(({ actual }) => actual) };
  });
}

/** Whether the target is of a manager whose leader has one, too. */
function isWithin({ scope, row }: Goal, others: readonly Goal[]): boolean {
  return scope === 'manager' && others.some((other) => other.scope === 'manager' && other.owner !== null && other.owner === row['leader']);
}

/** A sum of amounts with four decimals, without the noise of floating point. */
function exactSum(amounts: readonly number[]): number {
  return Number(amounts.reduce((sum, amount) => sum + BigInt(Math.round(amount * 10_000)), 0n)) / 10_000;
}

/** One row a level. */
export function rollUpSection({ lang }: TrackInput, rolled: readonly Level[]): TableSection {
  const periods = new Set(rolled.map(({ first }) => `${first.from} ${first.to}`));
  const metrics = new Set(rolled.map(({ first }) => first.metric));
  const ambitions = new Set(rolled.map(({ first }) => first.ambition));
  const hidden = [
    'shows',
    ...(periods.size < 2 ? ['period'] : []),
    ...(metrics.size < 2 ? ['metric'] : []),
    ...(ambitions.size < 2 ? ['ambition'] : []),
  ];
  return table(
    lang,
    {
      id: 'roll_up',
      title: both('Added up by level', '按层级合计'),
      place: 'basis',
      glance: { first: ['level', 'metric', 'owners', 'target', 'actual', 'attainment', 'behind'], hidden },
    },
    columns,
    rolled,
  );
}

const amount = (title: Column<Level>['title'], basis: Column<Level>['basis'], value: Column<Level>['value']): Column<Level> => ({
  title,
  type: 'number',
  typeFrom: 'shows',
  basis,
  value,
});

const columns: Columns<Level> = {
  level: {
    title: both('Level', '层级'),
    type: 'text',
    basis: both('Whose targets are added up; a row of a manager counts as a team.', '合计的目标层级；主管的目标行计为团队。'),
    value: ({ first }) => levelWords[first.level]!,
    code: ({ first }) => first.level,
  },
  metric: {
    title: both('Metric', '指标'),
    type: 'text',
    basis: both('What is to be reached.', '目标的指标。'),
    value: ({ first }) => metricWords[first.metric]!.title,
    code: ({ first }) => first.metric,
  },
  ambition: {
    title: both('Ambition', '档位'),
    type: 'text',
    basis: both('Target, stretch or challenge.', '目标、冲刺或挑战。'),
    value: ({ first }) => ambitionWords[first.ambition]!,
    code: ({ first }) => first.ambition,
  },
  period: {
    title: both('Period', '期间'),
    type: 'text',
    basis: both('From the first day to the last.', '首日至末日。'),
    value: ({ first }) => periodWords({ from: first.from, to: addDays(first.to, 1) }),
  },
  shows: {
    title: both('Shown as', '显示类型'),
    type: 'id',
    basis: both('Type of the figures of the row.', '该行数值的类型。'),
    value: ({ first }) => metricWords[first.metric]!.shows,
  },
  owners: {
    title: both('Targets', '目标数'),
    type: 'integer',
    basis: both('Owners with such a target.', '有该目标的对象数。'),
    value: ({ goals }) => goals.length,
  },
  target: amount(
    both('Target', '目标值'),
    both(
      'Sum of the targets that have an actual; rates and different customers do not add up.',
      '有实际值的目标之和；比率与去重客户数不相加。',
    ),
    ({ target }) => target,
  ),
  actual: amount(
    both('Actual', '实际值'),
    both('Sum of the actuals that have a target.', '有目标值的实际值之和。'),
    ({ actual }) => actual,
  ),
  attainment: {
    title: both('Attainment', '达成率'),
    type: 'ratio',
    basis: both('Sum of the actuals ÷ sum of the targets, not the mean of the attainments.', '实际合计 ÷ 目标合计，而非各达成率的平均。'),
    value: ({ target, actual }) => (target === null || actual === null || target <= 0 ? null : actual / target),
  },
  gap: amount(both('Gap', '缺口'), both('Target less actual.', '目标值 − 实际值。'), ({ target, actual }) =>
    target === null || actual === null ? null : target - actual,
  ),
  reached: {
    title: both('Reached', '达成数'),
    type: 'integer',
    basis: both('Owners who have reached it.', '已达成的对象数。'),
    value: ({ goals }) => goals.filter(({ standing }) => standing === 'reached').length,
  },
  behind: {
    title: both('In the red', '红灯数'),
    type: 'integer',
    basis: both('Owners who missed it or are behind.', '未达成或落后的对象数。'),
    value: ({ goals }) => goals.filter(({ standing }) => isRed(standing)).length,
  },
};
