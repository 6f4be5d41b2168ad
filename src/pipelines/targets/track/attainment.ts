import { addDays } from '../../../lib/dates.ts';
import { both, type Localized } from '../../../lib/localized.ts';
import type { ResultCell, TableSection, ValueType } from '../../../result/result.ts';
import type { Column, Columns } from '../../../views/columns.ts';
import { numberOf } from '../../../views/number-of.ts';
import { listed, moneyText } from '../../../views/number-words.ts';
import { metricHeading } from '../../../views/of-metrics.ts';
import { periodWords } from '../../../views/period-words.ts';
import { table } from '../../../views/table.ts';
import type { Books } from './books.ts';
import { bookText } from './books.ts';
import type { Goal } from './rows.ts';
import type { TrackInput } from './run.ts';
import { standingBasis, standingWords } from './standing.ts';
import { ambitionWords, levelWords, metricWords, shownAs } from '../parts/target-words.ts';
import { missingWords } from './words.ts';

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
      columnsOf(lang, (goal) => noteOf(goal, books, money)),
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
    ...figures('target_attainment', 'gap'),
    ...plain('target_attainment', 'working_days', 'passed_days', 'time_progress', 'pace'),
    ...figures('target_attainment', 'reached_per_day', 'needed_per_day'),
    ...figures('target_forecasts', 'forecast', 'low', 'high'),
    ...plain('target_forecasts', 'forecast_attainment', 'chance'),
    ...figures('target_forecasts', 'run_rate'),
    ...plain('target_deals', 'deals', 'weighted_amount'),
    note: {
      title: both('Note', '说明'),
      type: 'text',
      basis: both(
        'What has to be known of the row: who joined, what is blank, why nothing can be told, whose customers spend less.',
        '该行须知：期内入职、空白目标、无法得出的原因、客户收入下滑等。',
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

function noteOf(goal: Goal, books: Books, money: TrackInput['money']): Localized[] {
  const { row, missing, blanks, actual, target } = goal;
  const notes: Localized[] = [];
  const why = missing === null ? undefined : missingWords[missing];
  if (why !== undefined) notes.push(why);
  if (row['joined_within'] === true)
    notes.push({
      en: `joined on ${String(row['starts_on'])}: time counts from then`,
      'zh-CN': `${String(row['starts_on'])} 入职，时间进度自入职日起计`,
    });
  if (goal.scope === 'rep' && actual === 0 && typeof row['last_sale_on'] === 'string')
    notes.push({
      en: `sold nothing in the period, last on ${row['last_sale_on']}`,
      'zh-CN': `期内无成交，最近成交 ${row['last_sale_on']}`,
    });
  if (blanks > 0 && target !== null)
    notes.push({
      en: `${blanks} ${blanks === 1 ? 'target is' : 'targets are'} blank, what came then does not count`,
      'zh-CN': `${blanks} 个目标未填写，相应期间不计`,
    });
  if (target !== null && target < 0)
    notes.push({ en: 'a target below zero: no attainment, the gap counts', 'zh-CN': '负目标：不计算达成率，只看缺口' });
  if (row['is_rolled_up'] === true) notes.push({ en: 'the sum of its parts', 'zh-CN': '取下级目标实际值之和' });
  const weighted = numberOf(row['weighted_amount']);
  if (weighted !== null && weighted > 0 && goal.gap !== null && goal.gap > 0)
    notes.push({
      en: `open deals due by the end are worth ${moneyText(weighted, money)} by their chances`,
      'zh-CN': `期末前预计成交的商机加权 ${moneyText(weighted, money)}`,
    });
  const book = bookText(goal, books);
  if (book !== null) notes.push(book);
  return notes;
}
