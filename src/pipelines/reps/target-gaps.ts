import { join, sql, trusted } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { drivers } from '../../metrics/reps/parts/drivers.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { Column } from '../../views/columns.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyChange, moneyText, percentText } from '../../views/number-words.ts';
import { metricColumns } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { effects, largestOf, repColumn } from './drivers.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';

/** What the difference from a target is made of: the growth asked for, then the factors. */
const parts = ['growth_asked', ...drivers] as const;

/** Rows of one rep each: target, actual, and what each part made of the difference; the furthest behind first. Empty without targets of reps. */
export async function targetGapRows({ engine }: RepsInput, { chosen }: People, computed: readonly string[]): Promise<ResultRow[]> {
  if (!computed.includes('rep_gaps')) return [];
  const amounts = parts.map((part) => sql`sum(amount) filter (where driver = ${part}) as ${trusted(part)}`);
  return engine.rows<ResultRow>(sql`
    with gaps as (select rep, max(against) as against, ${join(amounts)} from rep_gaps group by rep)
    select
      targets.rep, people.team, people.manager, targets.target, targets.actual, targets.attainment, targets.target_difference, gaps.against,
      ${join(parts.map((part) => sql`gaps.${trusted(part)}`))}
    from rep_targets as targets
    left join gaps on gaps.rep = targets.rep
    left join rep_people as people on people.rep = targets.rep
    where targets.target is not null and targets.actual is not null and ${chosen(sql`targets.rep`)}
    order by targets.target_difference, targets.rep`);
}

/** What made the difference between actual and target of each rep; without a target the title says what is needed. */
export function targetGapsSection(input: RepsInput, rows: readonly ResultRow[]): TableSection {
  return table<ResultRow>(
    input.lang,
    {
      id: 'drivers_target',
      place: rows.length === 0 ? 'detail' : 'answer',
      name: both('What the difference of each rep from the target is made of', '各销售较目标的差额及原因'),
      title:
        rows.length === 0
          ? both(
              'No revenue target of a reviewed rep for this period: add a file of targets by rep and period',
              '所选销售本期没有销售额目标：请加入按销售与时期设定的目标表',
            )
          : both('What the difference of each rep from the target is made of', '各销售较目标的差额及原因'),
      chart: { kind: 'bars', label: 'rep', value: 'target_difference' },
      glance: { first: ['rep', 'attainment', 'target_difference', 'reasons'], most: 12 },
    },
    {
      rep: repColumn,
      ...metricColumns('rep_people', 'team', 'manager'),
      ...metricColumns('rep_targets', 'target', 'actual', 'attainment', 'target_difference'),
      reasons: reasonsColumn(input),
      ...effects(parts, 'rep_gaps', 'driver'),
    },
    rows,
  );
}

function reasonsColumn({ money }: RepsInput): Column<ResultRow> {
  return {
    title: both('Mostly', '主要原因'),
    type: 'text',
    basis: both(
      'The two parts of rep_gaps that made most of the difference; the base is the same period a year earlier, or the period before where orders do not reach back.',
      'rep_gaps 中影响最大的两项；基期为去年同期，订单未覆盖去年时为上期。',
    ),
    value: (row) => largestOf(row, parts, money),
  };
}

/** What those with a target reached of it together, and who is furthest behind, and why. Null where nobody has one. */
export function targetText({ rep, money }: Pick<RepsInput, 'rep' | 'money'>, rows: readonly ResultRow[]): Localized | null {
  const sum = (column: string): number => rows.reduce((all, row) => all + (numberOf(row[column]) ?? 0), 0);
  const [target, actual] = [sum('target'), sum('actual')];
  const [first] = rows;
  if (first === undefined || target <= 0) return null;
  const share = percentText(actual / target);
  const [reached, asked] = [moneyText(actual, money), moneyText(target, money)];
  const behind = behindText(first, rep !== null, money);
  const who = rows.length === 1 ? both('', '') : both(` by ${rows.length} reps with a target`, `（${rows.length} 名有目标的销售）`);
  return both(
    `Of the target of ${asked}, ${share} is reached${who.en} (${reached})${behind.en}.`,
    `目标 ${asked}，达成 ${share}${who['zh-CN']}，实际 ${reached}${behind['zh-CN']}。`,
  );
}

/** The name goes without saying on the page of the rep. */
function behindText(row: ResultRow, isOwnPage: boolean, money: RepsInput['money']): Localized {
  const amount = numberOf(row['target_difference']) ?? 0;
  if (amount >= 0) return both('', '');
  const why = largestOf(row, parts, money);
  const base = row['against'] === 'year_ago' ? both('the year before', '去年同期') : both('the period before', '上期');
  const [en, zh] = why.en === '' ? ['', ''] : [` (against ${base.en}: ${why.en})`, `（较${base['zh-CN']}：${why['zh-CN']}）`];
  const whose = isOwnPage ? both('gap', '差距') : both(`furthest behind ${String(row['rep'])}`, `差距最大：${String(row['rep'])}`);
  return both(`; ${whose.en} ${moneyChange(amount, money)}${en}`, `；${whose['zh-CN']} ${moneyChange(amount, money)}${zh}`);
}
