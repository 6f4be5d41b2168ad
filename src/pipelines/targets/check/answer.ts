import { groupedBy } from '../../../lib/groups.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { both, capitalised, type Localized } from '../../../lib/localized.ts';
import type { MoneyDisplay } from '../../../lib/money-display.ts';
import { daysIn, monthsIn } from '../../../metrics/targets/parts/same-length.ts';
import type { ResultCell, ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { amountText, percentText } from '../../../views/number-words.ts';
import type { Note } from '../../../views/notes.ts';
import { metricWords, ownerText, periodText, valueText } from '../../parts/target-words.ts';
import { doubts } from './doubts.ts';
import type { Checked, TargetCheckInput } from './run.ts';

/** What goes before targets that are out of reach, however many there are: nothing can be said of reach without it. */
const grave: ReadonlySet<string> = new Set([
  'target-unit-doubtful',
  'target-values-unusable',
  'target-owners-unknown',
  'target-data-missing',
  'target-sums-differ',
]);

/** How many targets are sound, what is wrong most, what to do. */
export function checkAnswer(
  { targets, actions }: Checked,
  notes: readonly Note[],
  { money, ingested: { asOf } }: TargetCheckInput,
): Localized[] {
  const first = notes.find(({ level }) => level !== 'info');
  if (targets.length === 0 && first === undefined)
    return [both(`None of the ${actions.length} tasks is overdue.`, `${actions.length} 项任务均未逾期。`)];
  const sound = targets.length === 0 ? [] : [soundSentence(targets)];
  const far = targets.filter(({ achievable }) => achievable === 'out_of_reach').length;
  const wrong = targets.filter((row) => doubts(row, []).some(({ letter }) => letter !== 'achievable')).length;
  if (first === undefined || (!grave.has(first.code) && far > wrong))
    return [...sound, ...reachSentences(targets, { money, asOf, overdue: overdueOf(actions) })];
  const overdue = first.code === 'actions-overdue' ? null : overdueOf(actions);
  return [...sound, sentenceOf(first.message), ...(first.fix === undefined ? [] : [toDo(first.fix, overdue)])];
}

/** Tasks that are late, where something else comes first. */
function overdueOf(actions: readonly ResultRow[]): Localized | null {
  const n = actions.filter(({ state }) => state === 'overdue').length;
  if (n === 0) return null;
  return both(
    `${n} of ${actions.length} tasks ${n === 1 ? 'is' : 'are'} overdue (section actions)`,
    `另有 ${n} 项任务逾期（见 actions 部分）`,
  );
}

function soundSentence(targets: readonly ResultRow[]): Localized {
  const [sound, all] = [targets.filter(({ failed }) => failed === 0).length, targets.length];
  if (sound === all)
    return all === 1
      ? both('The target passes all five SMART tests.', '该目标通过全部五项 SMART 检验。')
      : both(`All ${amountText(all)} targets pass the five SMART tests.`, `全部 ${amountText(all)} 条目标通过五项 SMART 检验。`);
  return both(
    `${amountText(sound)} of ${amountText(all)} targets pass the five SMART tests.`,
    `${amountText(all)} 条目标中有 ${amountText(sound)} 条通过五项 SMART 检验。`,
  );
}

interface Said {
  readonly money: MoneyDisplay | undefined;
  readonly asOf: IsoDate | null;
  readonly overdue: Localized | null;
}

const over = both(
  'their periods are over: set the next ones by what was reached (section rows)',
  '期间均已结束：下期目标请参照实际水平制定（见 rows 部分）',
);

/** Where nothing is wrong with the targets as such: whether they can be reached. */
function reachSentences(targets: readonly ResultRow[], { money, asOf, overdue }: Said): Localized[] {
  const of = (verdict: string): ResultRow[] =>
    targets
      .filter(({ achievable }) => achievable === verdict)
      .toSorted((one, other) => (numberOf(other['stretch_index']) ?? 0) - (numberOf(one['stretch_index']) ?? 0));
  const isOpen = ({ period_end: to }: ResultRow): boolean => asOf === null || to === null || String(to) > asOf;
  const [far, easy, hard] = [of('out_of_reach'), of('easy'), of('ambitious')];
  if (far.length > 0) {
    const open = far.filter(isOpen);
    return [
      farSentence(far, open, money),
      toDo(
        open.length === 0
          ? over
          : both(
              'lower these or say what will be done differently (section rows)',
              '下调这些目标，或说明将采取哪些不同的举措（见 rows 部分）',
            ),
        overdue,
      ),
    ];
  }
  if (hard.length > 0) {
    const open = hard.filter(isOpen);
    const most = asksText((open[0] ?? hard[0])!, money);
    const [enOpen, zhOpen] =
      open.length === 0 || open.length === hard.length
        ? ['', '']
        : [` (${open.length} of them not over yet)`, `（其中 ${open.length} 条尚未到期）`];
    return [
      both(
        `${hard.length} ask for more than three quarters of what the past lets expect${enOpen}, most ${most.en}; ${easy.length} ${easy.length === 1 ? 'is' : 'are'} easy.`,
        `${hard.length} 条有挑战${zhOpen}，最突出的是 ${most['zh-CN']}；${easy.length} 条偏易。`,
      ),
      toDo(
        open.length === 0
          ? over
          : both('agree with their owners on how these are to be reached (section rows)', '与负责人商定这些目标的达成办法（见 rows 部分）'),
        overdue,
      ),
    ];
  }
  if (easy.length > 0)
    return [
      both(
        `${easy.length} ${easy.length === 1 ? 'is' : 'are'} easy: most past periods grew by more.`,
        `${easy.length} 条偏易：多数过往期间的增长更快。`,
      ),
      toDo(both('raise them, or use what is left elsewhere (section rows)', '上调这些目标，或把余力用于他处（见 rows 部分）'), overdue),
    ];
  return [toDo(both('nothing has to be mended', '无需修改'), overdue)];
}

/** Months are not added to their year. */
function lengthOf(from: ResultCell | undefined, to: ResultCell | undefined): number {
  const span = { from: String(from), to: String(to) };
  return monthsIn(span) ?? -daysIn(span);
}

/** Whose targets are most beyond reach, all in all, and what the recent run-rate would give: of those whose period is not over, where there are any. */
function farSentence(far: readonly ResultRow[], open: readonly ResultRow[], money: MoneyDisplay | undefined): Localized {
  const looked = open.length > 0 ? open : far;
  const groups = [
    ...groupedBy(looked, ({ owner, metric, ambition, period_start: from, period_end: to }) =>
      JSON.stringify([owner, metric, ambition, lengthOf(from, to)]),
    ).values(),
  ];
  const sumOf = (rows: readonly ResultRow[], value: (row: ResultRow) => number): number => rows.reduce((sum, row) => sum + value(row), 0);
  const recentOf = (row: ResultRow): number =>
    (numberOf(row['recent_per_day']) ?? 0) * daysIn({ from: String(row['period_start']), to: String(row['period_end']) });
  const beyond = (rows: readonly ResultRow[]): number => sumOf(rows, (row) => Number(row['value'])) - sumOf(rows, recentOf);
  const [most] = groups.toSorted((one, other) => beyond(other) - beyond(one)) as [ResultRow[], ...ResultRow[][]];
  const [owner, metric] = [ownerText(most[0]!['owner']), metricWords[String(most[0]!['metric'])]!.word];
  const value = valueText(
    most[0]!['metric'],
    sumOf(most, (row) => Number(row['value'])),
    money,
  );
  const recent = sumOf(most, recentOf);
  const given = valueText(most[0]!['metric'], recent, money);
  const n = most.length;
  const isSome = open.length > 0 && open.length < far.length;
  const [enOpen, zhOpen] = isSome
    ? [`, ${open.length} of which ${open.length === 1 ? 'is' : 'are'} not over yet`, `，其中 ${open.length} 条尚未到期`]
    : ['', ''];
  const [enRate, zhRate] = recent > 0 ? [`, where the recent run-rate gives ${given}`, `，而按近期日均折算为 ${given}`] : ['', ''];
  return both(
    `${far.length} ${far.length === 1 ? 'is' : 'are'} out of reach${enOpen}${isSome ? ':' : ','} ${n === looked.length && n > 1 ? 'all' : `${n}`} of ${owner.en}: ${metric.en} of ${value}${enRate}.`,
    `${far.length} 条目标过高${zhOpen}${isSome ? '；' : '，'}${n === looked.length ? '均为' : `${n} 条属于`} ${owner['zh-CN']}：${metric['zh-CN']}${n > 1 ? '合计' : ''} ${value}${zhRate}。`,
  );
}

/** `that of Amy for 2026-10: 120,000, 1.6 times the same period last year`. */
function asksText(row: ResultRow, money: MoneyDisplay | undefined): Localized {
  const [owner, period] = [ownerText(row['owner']), periodText(row['period_start'], row['period_end']) ?? ''];
  const metric = metricWords[String(row['metric'])]!.word;
  const value = valueText(row['metric'], Number(row['value']), money);
  const index = numberOf(row['stretch_index']);
  const [times, zhTimes] = index === null ? ['', ''] : [`, ${percentText(index)} of`, `，为`];
  const base = against[String(row['compared_with'])] ?? both('the past', '以往');
  return both(
    `that of ${owner.en} for ${period}, ${metric.en} ${value}${index === null ? '' : `${times} ${base.en}`}`,
    `${owner['zh-CN']} ${period} ${metric['zh-CN']} ${value}${index === null ? '' : `${zhTimes}${base['zh-CN']}的 ${percentText(index)}`}`,
  );
}

const against: Readonly<Record<string, Localized>> = {
  year_ago: both('the same period last year', '去年同期'),
  previous: both('the period before', '上一期'),
  level: both('the own mean of the last twelve months', '自身近 12 个月均值'),
  run_rate: both('the recent run-rate', '近期日均折算'),
  stated: both('the baseline of the file', '文件基准值'),
};

function sentenceOf({ en, 'zh-CN': zh }: Localized): Localized {
  return both(`${capitalised(en)}.`, `${zh}。`);
}

function toDo({ en, 'zh-CN': zh }: Localized, more: Localized | null): Localized {
  return both(
    `To do: ${en}${more === null ? '' : `; ${more.en}`}.`,
    `建议：${zh.replace(/^请/, '')}${more === null ? '' : `；${more['zh-CN']}`}。`,
  );
}
