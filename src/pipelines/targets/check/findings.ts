import { groupedBy } from '../../../lib/groups.ts';
import type { Localized } from '../../../lib/localized.ts';
import type { MoneyDisplay } from '../../../lib/money-display.ts';
import { fails } from '../../../metrics/targets/parts/smart.ts';
import type { Slip } from '../../../metrics/targets/parts/units.ts';
import type { ResultCell, ResultRow } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { amountText, moneyText } from '../../../views/number-words.ts';
import type { Note, NoteKinds } from '../../../views/notes.ts';
import { noteOf } from '../../../views/notes.ts';
import { targetNotes as sharedNotes } from '../../parts/target-notes.ts';
import { metricWords, shownAs, slipWords, valueText, whoseText } from '../../parts/target-words.ts';
import { doubts } from './doubts.ts';
import { type LevelRow } from './levels.ts';
import type { Checked, TargetCheckInput } from './run.ts';
import { isGap } from './sums.ts';

/** What is wrong with the targets and the plans, the gravest first. */
export function targetNotes(
  { targets, sums, actions }: Checked,
  levels: readonly LevelRow[],
  { money, ingested: { inputs } }: TargetCheckInput,
): Note[] {
  const notes: Note[] = [];
  const of = (letter: string, reason: string): ResultRow[] => targets.filter((row) => row[letter] === reason);
  const doubtful = of('measurable', 'unit_factor');
  for (const [metric, rows] of groupedBy(doubtful, (row) => String(row['metric']))) notes.push(unitNote(metric, rows, money));
  const slips = targets.filter(({ measurable }) => isSlip(measurable));
  if (slips.length > 0) notes.push(slipNote(slips));
  const strangers = of('specific', 'owner_unknown');
  if (strangers.length > 0) notes.push(noteOf(kinds, 'target-owners-unknown', ownersOf(targets, strangers)));
  for (const rows of groupedBy(of('measurable', 'data_missing'), ({ needs }) => needs).values())
    notes.push(
      noteOf(kinds, 'target-data-missing', {
        n: rows.length,
        metrics: [...new Set(rows.map(({ metric }) => String(metric)))],
        field: String(rows[0]!['needs']),
        inputs,
      }),
    );
  const gaps = sums.filter(isGap).toSorted((one, other) => Math.abs(Number(other['gap'])) - Math.abs(Number(one['gap'])));
  if (gaps.length > 0)
    notes.push(
      noteOf(kinds, 'target-sums-differ', { n: gaps.length, all: sums.filter(({ gap }) => gap !== null).length, row: gaps[0]!, money }),
    );
  const clashing = targets.filter(({ time_bound: reason }) => reason === 'twice' || reason === 'overlaps');
  if (clashing.length > 0) notes.push(noteOf(kinds, 'target-periods-overlap', { n: clashing.length, row: clashing[0]! }));
  const orphans = targets.filter(({ relevant }) => relevant === 'parent_missing' || relevant === 'no_parent');
  if (orphans.length > 0) notes.push(noteOf(kinds, 'target-parent-missing', { n: orphans.length, all: targets.length, row: orphans[0]! }));
  const lacking = targets.filter((row) => incomplete(row).length > 0);
  if (lacking.length > 0) notes.push(noteOf(kinds, 'target-incomplete', { n: lacking.length, row: lacking[0]! }));
  const reversed = levels.filter(({ verdict }) => verdict === 'reversed');
  if (reversed.length > 0) notes.push(noteOf(kinds, 'target-levels-reversed', { n: reversed.length, level: reversed[0]!, money }));
  const overdue = actions.filter(({ state }) => state === 'overdue');
  if (overdue.length > 0) notes.push(noteOf(kinds, 'actions-overdue', { n: overdue.length, all: actions.length, row: overdue[0]! }));
  const beside = sums.reduce((total, row) => total + Number(row['left_out']), 0);
  const teamRow = targets.find(({ relevant }) => relevant === 'team_row');
  if (beside > 0)
    notes.push(noteOf(kinds, 'target-manager-rows', { n: beside, owner: (teamRow?.['owner'] as string | null | undefined) ?? null }));
  return notes;
}

/** Targets of a metric in a unit that the file does not say. */
function unitNote(metric: string, rows: readonly ResultRow[], money: MoneyDisplay | undefined): Note {
  const [row] = rows as [ResultRow];
  const [one, value] = [whose(row), valueText(row['metric'], Number(row['value']), money)];
  const example = { en: `${one.en}: ${value}`, 'zh-CN': `${one['zh-CN']} ${value}` };
  return noteOf(kinds, 'target-unit-doubtful', { metric, factor: numberOf(row['unit_factor']) ?? 1, n: rows.length, example });
}

function isSlip(reason: ResultCell | undefined): reason is Slip {
  return String(reason) in slipWords;
}

function slipNote(rows: readonly ResultRow[]): Note {
  const [row] = rows as [ResultRow];
  const [metric, value, slip] = [String(row['metric']), Number(row['value']), row['measurable'] as Slip];
  return noteOf(kinds, 'target-values-unusable', { n: rows.length, example: whoseText(row), metric, value, slip });
}

/** Reasons that are told under codes of their own. */
const toldApart: ReadonlySet<string> = new Set([
  ...Object.keys(slipWords),
  'unit_factor',
  'owner_unknown',
  'data_missing',
  'does_not_add_up',
  'twice',
  'overlaps',
  'parent_missing',
  'no_parent',
]);

function incomplete(row: ResultRow): Localized[] {
  return doubts(row, [])
    .filter(({ letter, reason }) => letter !== 'achievable' && fails(letter, reason) && !toldApart.has(reason))
    .map(({ why }) => why);
}

function ownersOf(targets: readonly ResultRow[], strangers: readonly ResultRow[]): { n: number; all: number; owner: string } {
  const owners = (rows: readonly ResultRow[]): Set<string> => new Set(rows.map(({ owner }) => String(owner)));
  return { n: owners(strangers).size, all: owners(targets).size, owner: String(strangers[0]!['owner']) };
}

/** To the cent where it has any: small gaps must not look like none. */
function exactText(metric: ResultCell | undefined, value: number, money: MoneyDisplay | undefined): string {
  if (Number.isInteger(value) || (money?.unit ?? null) !== null || shownAs(metric) !== 'money') return valueText(metric, value, money);
  const cents = Math.round(Math.abs(value) * 100);
  return `${value < 0 ? '−' : ''}${moneyText(Math.floor(cents / 100), money)}.${String(cents % 100).padStart(2, '0')}`;
}

function whose(row: ResultRow): Localized {
  const [one, { word }] = [whoseText(row), metricWords[String(row['metric'])]!];
  return { en: `${one.en}, ${word.en}`, 'zh-CN': `${one['zh-CN']} ${word['zh-CN']}` };
}

interface Some {
  readonly n: number;
  readonly row: ResultRow;
}

type Valued = Some & { readonly money: MoneyDisplay | undefined };

const kinds = {
  ...sharedNotes,
  'target-sums-differ': {
    level: 'warning',
    text: ({ n, all, row, money }: Valued & { readonly all: number }) => {
      const gap = Number(row['gap']);
      const [size, sum, value] = [Math.abs(gap), Number(row['children_sum']), Number(row['parent_value'])].map((each) =>
        exactText(row['metric'], each, money),
      ) as [string, string, string];
      const one = whose(row);
      return {
        message: {
          en: `the parts of ${n} of ${all} targets do not add up to ${n === 1 ? 'it: those' : 'them, most those'} of ${one.en} are ${sum} against ${value}, ${size} too ${gap > 0 ? 'much' : 'little'}`,
          'zh-CN': `${all} 条目标中有 ${n} 条与下级合计不符，${n === 1 ? '即' : '差额最大的是'} ${one['zh-CN']}：下级合计 ${sum}，目标 ${value}，${gap > 0 ? '多' : '少'} ${size}`,
        },
        fix: {
          en: 'correct the parts or the target; section sums lists each gap',
          'zh-CN': '请更正下级或上级目标，各差额见 sums 部分',
        },
      };
    },
  },
  'target-periods-overlap': {
    level: 'warning',
    text: ({ n, row }: Some) => ({
      message: {
        en: `${n} targets share days with another of the same owner and metric, first ${whose(row).en}`,
        'zh-CN': `${n} 条目标与同一对象、同一指标的另一目标期间重叠，如 ${whose(row)['zh-CN']}`,
      },
      fix: {
        en: 'keep one of them, or tell versions apart by a column Version',
        'zh-CN': '请只保留一条，或用“版本”列区分版本',
      },
    }),
  },
  'target-parent-missing': {
    level: 'warning',
    text: ({ n, all, row }: Some & { readonly all: number }) => ({
      message: {
        en: `${n} of ${all} targets are part of no other, first ${whose(row).en}: whether they serve the whole cannot be told`,
        'zh-CN': `${all} 条目标中有 ${n} 条没有上级目标，如 ${whose(row)['zh-CN']}：无法判断是否支撑整体目标`,
      },
      fix: {
        en: 'add the targets of teams and company, and a column Parent that names them',
        'zh-CN': '请补团队与公司的目标，并增加“上级目标”列',
      },
    }),
  },
  'target-incomplete': {
    level: 'warning',
    text: ({ n, row }: Some) => ({
      message: {
        en: `${n} ${n === 1 ? 'target is' : 'targets are'} incomplete, first ${whose(row).en}: ${incomplete(row)[0]!.en}`,
        'zh-CN': `${n} 条目标不完整，如 ${whose(row)['zh-CN']}：${incomplete(row)[0]!['zh-CN']}`,
      },
      fix: { en: 'section rows says what each lacks', 'zh-CN': 'rows 部分逐条列出所缺内容' },
    }),
  },
  'target-levels-reversed': {
    level: 'warning',
    text: ({
      n,
      level: { row, values },
      money,
    }: {
      readonly n: number;
      readonly level: LevelRow;
      readonly money: MoneyDisplay | undefined;
    }) => {
      const [en, zh] = [': ', '：'].map(
        (colon) =>
          `${colon}${Object.values(values)
            .map((value) => (typeof value !== 'number' ? '–' : valueText(row['metric'], value, money)))
            .join(' / ')}`,
      );
      return {
        message: {
          en: `${n} ${n === 1 ? 'owner has' : 'owners have'} a stretch or challenge target below the one it should exceed, first ${whose(row).en}${en}`,
          'zh-CN': `${n} 处冲刺或挑战目标低于其下一档，如 ${whose(row)['zh-CN']}${zh}`,
        },
        fix: { en: 'put them in order: base ≤ stretch ≤ challenge', 'zh-CN': '请使目标 ≤ 冲刺 ≤ 挑战' },
      };
    },
  },
  'actions-overdue': {
    level: 'warning',
    text: ({ n, all, row }: Some & { readonly all: number }) => {
      const [rep, days] = [row['rep'] ?? null, amountText(Number(row['late_days']))];
      return {
        message: {
          en: `${n} of ${all} tasks ${n === 1 ? 'is' : 'are'} overdue, the longest “${row['action']}”${rep === null ? '' : ` of ${rep}`}, ${days} days late`,
          'zh-CN': `${all} 项任务中有 ${n} 项逾期，最久的是${rep === null ? '' : ` ${rep} 的`}“${row['action']}”，已逾期 ${days} 天`,
        },
        fix: {
          en: 'ask who has them for a new day, or close them (section actions)',
          'zh-CN': '请与负责人重定日期或关闭任务（见 actions 部分）',
        },
      };
    },
  },
} as const satisfies NoteKinds;
