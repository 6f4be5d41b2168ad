import { addDays } from '../../../lib/dates.ts';
import { both, type Localized } from '../../../lib/localized.ts';
import type { ResultCell, TableSection, ValueType } from '../../../result/result.ts';
import type { Column, Columns } from '../../../views/columns.ts';
import { listed } from '../../../views/number-words.ts';
import { metricHeading } from '../../../views/of-metrics.ts';
import { periodWords } from '../../../lib/period-words.ts';
import { table } from '../../../views/table.ts';
import type { Books } from './books.ts';
import { goalNotes } from './goal-notes.ts';
import type { Goal } from './rows.ts';
import type { TrackInput } from './run.ts';
import { standingBasis, standingWords } from './standing.ts';
import { ambitionWords, levelWords, metricWords, shownAs } from '../../parts/target-words.ts';

const heads = {
  period: { id: 'attainment', title: both('Attainment', '目标达成'), place: 'answer' },
  year: { id: 'year', title: both('The year', '全年'), place: 'answer' },
} as const;

/** One row a target: how far it is reached, what it will come to, what is needed. */
export function attainmentSection({ lang, money }: TrackInput, reach: Goal['reach'], goals: readonly Goal[], books: Books): TableSection {
  const own = goals.filter((goal) => goal.reach === reach);
  const one = (of: (goal: Goal) => string): boolean => new Set(own.map(of)).size < 2;
  const isRunning = own.some(({ isOver }) => !isOver);
  const hidden = [
    'shows',
    ...(isRunning ? [] : ['working_days', 'passed_days', 'time_progress']),
    'scope',
    ...(own.every(({ row }) => row['own_share'] === 1) ? ['due'] : []),
    ...(one(({ metric }) => metric) ? ['metric'] : []),
    ...(one(({ ambition }) => ambition) ? ['ambition'] : []),
    ...(one(({ from, to }) => `${from} ${to}`) ? ['period'] : []),
  ];
  const first = [
    'owner',
    'standing',
    'metric',
    'ambition',
    'attainment',
    ...(isRunning ? ['time_progress', 'forecast', 'gap'] : ['gap', 'actual']),
    'target',
  ];
  const forecasts = own.some(({ row }) => typeof row['forecast'] === 'number');
  const { id, title, place } = heads[reach];
  return table(
    lang,
    {
      id,
      title,
      place,
      glance: { first, below: ['note'], hidden, ...(reach === 'year' ? { most: 8 } : {}) },
      chart: { kind: 'bars', label: 'owner', value: 'attainment' },
    },
    inOneUnit(
      columnsOf(lang, (goal) => goalNotes(goal, { books, money, forecasts })),
      [...new Set(own.map(({ metric, target }) => shownAs(metric, target)))],
    ),
    own,
  );
}

function columnsOf(lang: TrackInput['lang'], note: (goal: Goal) => readonly Localized[]): Columns<Goal> {
  return {
    owner: {
      ...metricHeading('target_goals', 'owner'),
      value: ({ owner, level }) => owner ?? (level === 'company' ? levelWords['company']! : null),
    },
    level: {
      ...metricHeading('target_goals', 'level'),
      type: 'text',
      value: ({ level }) => levelWords[level]!,
      code: ({ level }) => level,
    },
    scope: { ...metricHeading('target_goals', 'scope'), value: ({ scope }) => scope },
    metric: {
      ...metricHeading('target_goals', 'metric'),
      type: 'text',
      value: ({ metric }) => metricWords[metric]!.title,
      code: ({ metric }) => metric,
    },
    ambition: {
      ...metricHeading('target_goals', 'ambition'),
      type: 'text',
      value: ({ ambition }) => ambitionWords[ambition]!,
      code: ({ ambition }) => ambition,
    },
    period: {
      title: both('Period', '期间'),
      type: 'text',
      basis: both('From the first day to the last.', '首日至末日。'),
      value: ({ from, to }) => periodWords({ from, to: addDays(to, 1) }),
    },
    standing: {
      title: both('Standing', '状态'),
      type: 'text',
      basis: standingBasis,
      value: ({ standing }) => standingWords[standing],
      code: ({ standing }) => standing,
    },
    shows: {
      title: both('Shown as', '显示类型'),
      type: 'id',
      basis: both('Type of the figures of the row.', '该行数值的类型。'),
      value: ({ metric, target }) => shownAs(metric, target),
    },
    ...figures('target_goals', 'target', 'actual'),
    ...plain('target_goals', 'base'),
    ...plain('target_attainment', 'attainment'),
    ...figures('target_attainment', 'gap', 'due'),
    ...plain('target_attainment', 'working_days', 'passed_days', 'time_progress', 'pace'),
    ...figures('target_attainment', 'reached_per_day', 'needed_per_day'),
    ...figures('target_forecasts', 'forecast', 'low', 'high'),
    ...plain('target_forecasts', 'forecast_attainment', 'chance'),
    ...figures('target_forecasts', 'forecast_gap', 'run_rate'),
    ...plain('target_deals', 'deals', 'weighted_amount'),
    note: {
      title: both('Note', '说明'),
      type: 'text',
      basis: both(
        'What has to be known of the row: who joined or left, why there is no attainment, actual or forecast, whose customers spend less.',
        '该行须知：期内入职或离职、无达成率或预测的原因、客户收入下滑等。',
      ),
      value: (goal) =>
        listed(
          note(goal).map((text) => text[lang]),
          lang,
        ),
    },
  };
}

/** Where all rows show their figures alike, the columns say so: their digits are then the same. */
function inOneUnit(columns: Columns<Goal>, shown: readonly ValueType[]): Columns<Goal> {
  const [only] = shown;
  if (shown.length !== 1 || only === undefined) return columns;
  return Object.fromEntries(
    Object.entries(columns).map(([id, column]) => {
      const { typeFrom, ...rest } = column;
      return [id, typeFrom === undefined ? column : { ...rest, type: only }];
    }),
  );
}

/** Columns in the unit of the metric of the row. */
function figures(metric: string, ...ids: readonly string[]): Columns<Goal> {
  return Object.fromEntries(Object.entries(plain(metric, ...ids)).map(([id, column]) => [id, { ...column, typeFrom: 'shows' }]));
}

function plain(metric: string, ...ids: readonly string[]): Columns<Goal> {
  return Object.fromEntries(
    ids.map((id): [string, Column<Goal>] => [id, { ...metricHeading(metric, id), value: ({ row }): ResultCell => row[id] ?? null }]),
  );
}
