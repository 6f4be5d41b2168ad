import { both, type Localized } from '../../../lib/localized.ts';
import { fails, type reasons } from '../../../metrics/targets/parts/smart.ts';
import type { FactsSection, ResultRow } from '../../../result/result.ts';
import type { ViewContext } from '../../../views/context.ts';
import { type FactText, factsSection } from '../../../views/facts.ts';
import { rateOf } from '../../../views/rates.ts';
import type { Checked } from './run.ts';
import { isGap } from './sums.ts';

/** How many targets hold what they should, letter by letter, and what is wrong beside. */
export function overviewSection({ lang }: ViewContext, { targets, sums, actions }: Checked): FactsSection {
  return factsSection(
    lang,
    {
      id: 'overview',
      title: both('Overview', '总览'),
      first: ['targets', 'sound', 'specific', 'measurable', 'achievable', 'relevant', 'time_bound', 'gaps', 'orphans', 'overdue'],
    },
    [...letterFacts(targets), ...reachFacts(targets), ...sumFacts(targets, sums), ...actionFacts(actions)],
  );
}

function count(id: string, title: Localized, value: number, basis: Localized, unit = 'targets'): FactText {
  return { id, title, type: 'integer', value, unit, basis };
}

function letterFacts(targets: readonly ResultRow[]): FactText[] {
  const all = targets.length;
  const rate = (id: string, title: Localized, holds: (row: ResultRow) => boolean, basis: Localized): FactText => ({
    id,
    title,
    type: 'ratio',
    ...rateOf(targets.filter(holds).length, all),
    // All targets are there, not a sample of them.
    low: null,
    high: null,
    basis,
  });
  const letter = (id: keyof typeof reasons, title: Localized): FactText =>
    rate(id, title, (row) => !fails(id, String(row[id])), both('Targets of which this letter holds.', '该项成立的目标占比。'));
  return [
    count('targets', both('Targets', '目标数'), all, both('Rows of target_rows, each ambition of its own.', '目标行数，各档位分别计。')),
    rate('sound', both('Sound', '合格'), (row) => row['failed'] === 0, both('None of the five letters fails.', '五项均无不成立。')),
    letter('specific', both('Specific', '具体')),
    letter('measurable', both('Measurable', '可衡量')),
    rate(
      'achievable',
      both('Achievable', '可实现'),
      (row) => ['easy', 'realistic', 'ambitious'].includes(String(row['achievable'])),
      both(
        'Easy, realistic or ambitious; not out of reach, and not those that cannot be told.',
        '偏易、合理或有挑战；不含过高与无法判断。',
      ),
    ),
    letter('relevant', both('Relevant', '相关')),
    letter('time_bound', both('Time-bound', '有时限')),
  ];
}

function reachFacts(targets: readonly ResultRow[]): FactText[] {
  const kinds: readonly (readonly [id: string, title: Localized])[] = [
    ['easy', both('Easy', '偏易')],
    ['realistic', both('Realistic', '合理')],
    ['ambitious', both('Ambitious', '有挑战')],
    ['out_of_reach', both('Out of reach', '过高')],
    ['cannot_tell', both('Cannot tell', '无法判断')],
  ];
  return kinds.map(([id, title]) =>
    count(id, title, targets.filter(({ achievable }) => achievable === id).length, both('By the column achievable.', '按“可实现”一列。')),
  );
}

function sumFacts(targets: readonly ResultRow[], sums: readonly ResultRow[]): FactText[] {
  const of = (reason: (row: ResultRow) => boolean): number => targets.filter(reason).length;
  const leftOut = sums.reduce((total, row) => total + Number(row['left_out'] ?? 0), 0);
  return [
    count(
      'sums',
      both('Sums compared', '核对的合计'),
      sums.filter((row) => row['gap'] !== null).length,
      both('Targets whose parts are known.', '下级已知的目标。'),
    ),
    count(
      'gaps',
      both('Gaps', '合计不符'),
      sums.filter(isGap).length,
      both('Targets to which the parts do not add up.', '下级合计与其不等的目标。'),
    ),
    count(
      'orphans',
      both('Orphans', '缺上级'),
      of(({ relevant }) => relevant === 'parent_missing' || relevant === 'no_parent'),
      both('Targets that are part of none, or whose parent has no such target.', '不属于任何上级，或上级没有该目标。'),
    ),
    count(
      'overlaps',
      both('Overlaps', '期间重叠'),
      of(({ time_bound: reason }) => reason === 'twice' || reason === 'overlaps'),
      both('Targets whose days another of the same owner and metric has too.', '与同一对象、指标的另一目标期间重叠。'),
    ),
    count(
      'not_added',
      both('Team rows not added', '未计入的团队行'),
      leftOut,
      both('They stand beside the rows of their reps.', '与本团队个人目标并列的团队或主管行。'),
    ),
  ];
}

function actionFacts(actions: readonly ResultRow[]): FactText[] {
  const of = (state: string): number => actions.filter((row) => row['state'] === state).length;
  const tasks = 'tasks';
  return [
    count('actions', both('Tasks', '任务数'), actions.length, both('Rows of the action plans.', '行动计划的行数。'), tasks),
    count(
      'overdue',
      both('Tasks overdue', '逾期任务'),
      of('overdue'),
      both('Due before the as-of date, and not done.', '到截止日期已过期未完成。'),
      tasks,
    ),
    count('open', both('Tasks open', '未完成任务'), of('open'), both('Not done, and not overdue.', '未完成且未逾期。'), tasks),
    count('done', both('Tasks done', '已完成任务'), of('done'), both('Marked done, or with a day of it.', '标明完成或有完成日期。'), tasks),
  ];
}
