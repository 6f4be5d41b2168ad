import { addDays } from '../../../lib/dates.ts';
import { both } from '../../../lib/localized.ts';
import type { FactsSection } from '../../../result/result.ts';
import { type FactText, factsSection } from '../../../views/facts.ts';
import { spanOf } from '../../../lib/periods.ts';
import type { Goal } from './rows.ts';
import type { TrackInput } from './run.ts';
import { isRed, type Standing } from './standing.ts';

/** What is looked at, and how many targets stand how. */
export function overviewSection({ lang, ingested: { asOf } }: TrackInput, goals: readonly Goal[]): FactsSection {
  const own = goals.filter(({ reach, ambition }) => reach === 'period' && ambition === 'base');
  const [from, to] = [
    own.map((goal) => goal.from).toSorted()[0],
    own
      .map((goal) => goal.to)
      .toSorted()
      .at(-1),
  ];
  const first = own[0];
  const count = (is: (standing: Standing) => boolean): number => own.filter(({ standing }) => is(standing)).length;
  const facts: FactText[] = [
    {
      id: 'period',
      title: both('Period', '考察期'),
      type: 'text',
      value: from === undefined || to === undefined ? null : spanOf({ from, to: addDays(to, 1) }),
      basis: both(
        '--period; without it of each owner the shortest target period that the as-of date lies in.',
        '--period；未指定时取各对象包含统计日期的最短目标期间。',
      ),
    },
    {
      id: 'as_of',
      title: both('As of', '统计日期'),
      type: 'date',
      value: asOf,
      basis: both('The last day that counts.', '计入的最后一天。'),
    },
    {
      id: 'working_days',
      title: both('Working days', '工作日'),
      type: 'integer',
      value: first?.row['working_days'] ?? null,
      unit: 'days',
      basis: both(
        'Of the period, by targets.calendar: weekends are not worked unless the config says so.',
        '考察期的工作日，按 targets.calendar；未设置时周末不计。',
      ),
    },
    {
      id: 'passed_days',
      title: both('Passed', '已过工作日'),
      type: 'integer',
      value: first?.row['passed_days'] ?? null,
      unit: 'days',
      basis: both('Working days up to and with the as-of date.', '截至统计日期（含）的工作日。'),
    },
    {
      id: 'targets',
      title: both('Targets', '目标数'),
      type: 'integer',
      value: own.length,
      basis: both('Owners and metrics of the period.', '考察期内的对象与指标数。'),
    },
    {
      id: 'reached',
      title: both('Reached', '已达成'),
      type: 'integer',
      value: count((standing) => standing === 'reached'),
      basis: both('The actual is not below the target.', '实际值不低于目标值。'),
    },
    {
      id: 'in_the_red',
      title: both('Missed or behind', '未达成或落后'),
      type: 'integer',
      value: count(isRed),
      basis: both('Over and missed, or running and behind.', '已结束且未达成，或进行中且落后。'),
    },
    {
      id: 'untold',
      title: both('Cannot be told', '无法判断'),
      type: 'integer',
      value: count((standing) => standing === 'unknown'),
      basis: both(
        'No actual: nothing is known of the owner, or no file tells of the metric.',
        '没有实际值：对象不明，或没有可计算的文件。',
      ),
    },
  ];
  return factsSection(lang, { id: 'overview', title: both('Overview', '总览') }, facts);
}
