import { addDays, type Period } from '../../../lib/dates.ts';
import { groupedBy } from '../../../lib/groups.ts';
import { both } from '../../../lib/localized.ts';
import type { TableSection } from '../../../result/result.ts';
import type { Column, Columns } from '../../../views/columns.ts';
import { periodWords } from '../../../lib/period-words.ts';
import { table } from '../../../views/table.ts';
import type { Goal } from './rows.ts';
import type { TrackInput } from './run.ts';
import { isRed } from './standing.ts';
import { ambitionWords, levelWords, metricWords } from '../../parts/target-words.ts';
import type { Nesting } from './nested.ts';
import { addsUp } from './words.ts';

/** The targets of one level, metric, ambition and period, added up. */
export interface Level {
  readonly first: Goal;
  readonly goals: readonly Goal[];
  /** In the sums: those with target and actual that no other one holds. */
  readonly summed: number;
  /** Those that would be, were anything known of what was reached. */
  readonly untold: number;
  readonly target: number | null;
  readonly actual: number | null;
}

/**
 * Targets of the period by level; of rates there is no sum, they are counted. The row of a manager is a team's: it is in no sum of reps; and a
 * team in another team, over any number of levels, is held by that one. Those of a period that is asked for are one, whichever months they have.
 */
export function levelsOf(goals: readonly Goal[], asked: Period | null, nesting: Nesting): Level[] {
  const groups = groupedBy(
    goals.filter(({ reach }) => reach === 'period'),
    ({ level, metric, ambition, from, to }) => [level, metric, ambition, ...(asked === null ? [from, to] : [])].join(' '),
  );
  return [...groups.values()].map((own) => {
    const adds = addsUp(own[0]!.metric) === 'sum';
    const held = nesting.within(own);
    const counted = own.filter((goal) => goal.target !== null && !held.has(goal));
    const compared = counted.filter(({ actual }) => actual !== null);
    const sum = (of: (goal: Goal) => number | null): number | null =>
      !adds || compared.length === 0 ? null : exactSum(compared.map((goal) => of(goal) ?? 0));
    return {
      first: compared[0] ?? own[0]!,
      goals: own,
      summed: compared.length,
      untold: counted.length - compared.length,
      target: sum(({ target }) => target),
      actual: sum(({ actual }) => actual),
    };
  });
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
    ...(rolled.every(({ summed, goals }) => summed === goals.length) ? ['summed'] : []),
    ...(rolled.every(({ untold }) => untold === 0) ? ['untold'] : []),
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
  summed: {
    title: both('In the sums', '计入合计'),
    type: 'integer',
    basis: both(
      'Targets with an actual; a team within another is held by that one.',
      '有实际值的目标；已包含在其他团队中的团队不重复计入。',
    ),
    value: ({ summed }) => summed,
  },
  untold: {
    title: both('Cannot be told', '无法判断'),
    type: 'integer',
    basis: both('Targets without an actual: the sums are without them.', '没有实际值的目标，未计入合计。'),
    value: ({ untold }) => untold,
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
    title: both('Missed or behind', '未达成或落后数'),
    type: 'integer',
    basis: both('Owners who missed it or are behind.', '未达成或落后的对象数。'),
    value: ({ goals }) => goals.filter(({ standing }) => isRed(standing)).length,
  },
};
