import { clearlyFarther } from '../../../forecast/targets/goal-outlooks.ts';
import { sql } from '../../../engine/sql.ts';
import { both, type Localized } from '../../../lib/localized.ts';
import { list } from '../../../views/list.ts';
import { from } from '../../../views/list-columns.ts';
import { ascending, descending } from '../../../views/list-source.ts';
import type { ResultCell, TableSection } from '../../../result/result.ts';
import type { Columns } from '../../../views/columns.ts';
import { rateColumns, rateOf } from '../../../views/rates.ts';
import { table } from '../../../views/table.ts';
import type { TrackInput } from './run.ts';
import { levelWords, metricWords } from '../../parts/target-words.ts';

interface Check {
  readonly [column: string]: ResultCell;
  readonly reach: 'period' | 'year';
  readonly level: string;
  readonly metric: string;
  readonly owners: number;
  readonly tests: number;
  readonly withInterval: number;
  readonly held: number;
  readonly error: number | null;
  readonly runRateError: number | null;
}

/** How forecasts as these did in the past: how often the interval held, and how far off they were beside the straight run-rate. Errors are added in order: floats of another order sum to other last digits. */
export async function forecastCheckSection({ engine, lang }: TrackInput): Promise<TableSection> {
  const rows = await engine.rows<Check>(sql`
    select
      goals.reach, goals.level, goals.metric, count(*) as owners, sum(forecasts.tests) as tests,
      sum(forecasts.with_interval) as "withInterval", sum(forecasts.held) as held,
      sum(forecasts.error * forecasts.tests order by goals.goal_order) / nullif(sum(forecasts.tests), 0) as error,
      sum(forecasts.run_rate_error * forecasts.tests order by goals.goal_order) / nullif(sum(forecasts.tests), 0) as "runRateError"
    from target_forecasts as forecasts
    inner join target_goals as goals on goals.goal_order = forecasts.goal_order
    where goals.ambition = 'base' and forecasts.tests > 0
    group by goals.reach, goals.level, goals.metric
    order by goals.reach, goals.level, goals.metric`);
  return table(
    lang,
    {
      id: 'forecast_check',
      title: both('How such forecasts did in the past', '预测的回测'),
      place: 'basis',
      glance: { first: ['level', 'reach', 'tests', 'coverage', 'error', 'run_rate_error', 'verdict'] },
    },
    columns,
    rows,
  );
}

const reachWords: Readonly<Record<Check['reach'], Localized>> = { period: both('period', '考察期'), year: both('year', '全年') };

const columns: Columns<Check> = {
  level: {
    title: both('Level', '层级'),
    type: 'text',
    basis: both('Owners of which level.', '对象层级。'),
    value: ({ level }) => levelWords[level]!,
    code: ({ level }) => level,
  },
  metric: {
    title: both('Metric', '指标'),
    type: 'text',
    basis: both('What is forecast.', '预测的指标。'),
    value: ({ metric }) => metricWords[metric]!.title,
    code: ({ metric }) => metric,
  },
  reach: {
    title: both('Reach', '跨度'),
    type: 'text',
    basis: both('The period under review, or the year.', '考察期或全年。'),
    value: ({ reach }) => reachWords[reach],
    code: ({ reach }) => reach,
  },
  owners: {
    title: both('Owners', '对象数'),
    type: 'integer',
    basis: both('Owners with a forecast.', '有预测的对象数。'),
    value: ({ owners }) => owners,
  },
  tests: {
    title: both('Tested', '回测次数'),
    type: 'integer',
    basis: both(
      'Windows of the past that were forecast from what was known when as large a share of their working days had passed.',
      '以往时段在工作日进度相同时、只用当时已知数据重做的预测次数。',
    ),
    value: ({ tests }) => tests,
  },
  with_interval: {
    title: both('With an interval', '有区间的回测'),
    type: 'integer',
    basis: both('Tests in which enough was known for an interval.', '当时足以给出区间的回测次数。'),
    value: ({ withInterval }) => withInterval,
  },
  ...rateColumns<Check>(
    'coverage',
    {
      title: both('Interval held', '区间命中率'),
      basis: both(
        'Tests of which the total lay in the 80% interval ÷ tests with an interval; about 80% is right.',
        '实际落在 80% 区间内的回测 ÷ 有区间的回测，约 80% 为合适。',
      ),
    },
    ({ held, withInterval }) => rateOf(held, withInterval),
  ),
  error: {
    title: both('Error', '平均误差'),
    type: 'ratio',
    basis: both('Mean absolute error ÷ usual size of a window of the owner.', '平均绝对误差 ÷ 该对象的通常规模。'),
    value: ({ error }) => error,
  },
  run_rate_error: {
    title: both('Run-rate, error', '日均推算误差'),
    type: 'ratio',
    basis: both(
      'The same of the straight run-rate: actual so far ÷ share of the working days passed.',
      '直接按日均推算（已完成 ÷ 已过工作日占比）的同一误差。',
    ),
    value: ({ runRateError }) => runRateError,
  },
  verdict: {
    title: both('Against the run-rate', '与日均推算相比'),
    type: 'text',
    basis: both('Which of the two was nearer; within a tenth they are alike.', '哪种更接近；相差不足一成视为相当。'),
    value: (check) => verdictWords[verdictOf(check)],
    code: verdictOf,
  },
};

const verdictWords = { nearer: both('nearer', '更接近'), alike: both('alike', '相当'), farther: both('farther off', '更远') } as const;

function verdictOf({ error, runRateError }: Check): keyof typeof verdictWords {
  if (error === null || runRateError === null) return 'alike';
  if (error < runRateError * 0.9) return 'nearer';
  return error > runRateError * clearlyFarther ? 'farther' : 'alike';
}

/** Every test, the latest first, for those who want to see them. */
export function forecastTestsSection(input: TrackInput): Promise<TableSection> {
  const metric = 'target_forecast_tests';
  return list(input, {
    id: 'forecast_tests',
    title: both('Forecasts of the past', '逐次回测'),
    of: metric,
    by: 'goal_order',
    order: [...ascending(metric, 'goal_order'), ...descending(metric, 'window_from')],
    place: 'detail',
    columns: [
      ...from('target_goals', 'owner', 'level', 'metric', 'reach'),
      ...from(metric, 'window_from', 'window_end', 'cut', 'so_far', 'forecast', 'low', 'high', 'run_rate', 'total', 'usual'),
    ],
  });
}
