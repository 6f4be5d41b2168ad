import { sql } from '../../engine/sql.ts';
import { addTo } from '../../lib/groups.ts';
import { both, type Localized } from '../../lib/localized.ts';
import { type CoachingMeasure, coachingMeasures } from '../../metrics/reps/parts/coaching-measures.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { moneyText, oneDecimal } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { advice, worthWords } from './coaching-words.ts';
import { repColumn } from './drivers.ts';
import { fallenCustomers } from './fallen.ts';
import type { People } from './people.ts';
import type { RepsInput } from './run.ts';

const measures = new Map<string, CoachingMeasure>(coachingMeasures.map((measure) => [measure.id, measure]));

/** The weakest measure of each rep: those beyond chance first, of these what is worth most; reps behind in nothing are not among them. */
export function coachingRows({ engine }: Pick<RepsInput, 'engine'>, { chosen }: Pick<People, 'chosen'>): Promise<ResultRow[]> {
  return engine.rows<ResultRow>(sql`
    select rep_coaching.*, rep_people.team, rep_people.manager
    from rep_coaching
    left join rep_people on rep_people.rep = rep_coaching.rep
    where is_weakest and ${chosen(sql`rep_coaching.rep`)}
    order by is_clear desc nulls last, worth desc nulls last, z, rep_coaching.rep`);
}

/** What each rep is weakest at, what to do, with whom to begin and of whom to learn. Null where nobody is behind in anything. */
export async function coachingSection(
  input: RepsInput,
  { chosen }: People,
  rows: readonly ResultRow[],
  neglected: readonly ResultRow[],
): Promise<TableSection | null> {
  if (rows.length === 0) return null;
  const customers = {
    gone: namesBy(await fallenCustomers(input, chosen, 'gone')),
    served: namesBy(await fallenCustomers(input, chosen, 'served')),
    neglected: namesBy(neglected.map((row) => ({ rep: String(row['rep']), name: String(row['customer_name'] ?? row['customer_id']) }))),
  };
  const clear = rows.filter(({ is_clear: is }) => is === true).length;
  return table<ResultRow>(
    input.lang,
    {
      id: 'coaching',
      name: both('Coaching', '辅导建议'),
      title:
        clear === 0
          ? both('Coaching: hints only, all may be chance', '辅导建议：均可能出于偶然，仅作提示')
          : both(
              `Coaching: ${clear} of ${rows.length} weaknesses are beyond chance`,
              `辅导建议：${rows.length} 项弱项中 ${clear} 项并非偶然`,
            ),
      ...(rows.length > 1 ? { chart: { kind: 'bars', label: 'rep', value: 'worth' } } : {}),
      glance: {
        first: ['rep', 'measure', 'value', 'median', 'worth', ...(clear > 0 ? ['certainty'] : []), 'best_rep'],
        below: ['action'],
        most: clear > 0 ? 12 : 5,
        hidden: ['shows'],
      },
    },
    {
      rep: repColumn,
      ...metricColumns('rep_people', 'team', 'manager'),
      measure: {
        ...metricHeading('rep_coaching', 'measure'),
        title: both('Weakest at', '弱项'),
        type: 'text',
        value: (row) => measureOf(row).title,
        code: ({ measure = null }) => measure,
      },
      value: {
        ...metricHeading('rep_coaching', 'value'),
        title: both('From', '现值'),
        typeFrom: 'shows',
        value: ({ value = null }) => value,
      },
      median: {
        ...metricHeading('rep_coaching', 'median'),
        title: both('To', '目标'),
        typeFrom: 'shows',
        value: ({ median = null }) => median,
      },
      ...metricColumns('rep_coaching', 'base'),
      certainty: {
        title: both('Certainty', '把握'),
        type: 'text',
        basis: metricHeading('rep_coaching', 'p').basis,
        value: ({ is_clear: is }) => (is === true ? both('beyond chance', '并非偶然') : both('may be chance', '可能偶然')),
        code: ({ is_clear: is }) => (is === true ? 'clear' : 'hint'),
      },
      ...metricColumns('rep_coaching', 'p', 'worth'),
      worth_of: {
        title: both('In', '计入'),
        type: 'text',
        basis: both('What the worth is: revenue, profit or receipts of the period.', '补上的价值是本期的销售额、利润还是回款。'),
        value: (row) => (row['worth'] === null ? null : worthWords[measureOf(row).worth!.of]),
        code: (row) => (row['worth'] === null ? null : measureOf(row).worth!.of),
      },
      ...metricColumns('rep_coaching', 'best_rep'),
      best_value: { ...metricHeading('rep_coaching', 'best_value'), typeFrom: 'shows', value: ({ best_value: value = null }) => value },
      action: {
        title: both('To do', '行动'),
        type: 'text',
        basis: both(
          'What the measure asks for, and the customers of the rep to begin with: those that lost most, or the key ones that are neglected.',
          '针对该弱项的行动，以及先联系的客户：损失最大的，或被冷落的重点客户。',
        ),
        value: (row) => actionOf(row, customers),
      },
      shows: {
        title: both('Kind of value', '数值类型'),
        type: 'id',
        basis: both('How the figures of the row are read.', '该行数值的格式。'),
        value: (row) => measureOf(row).shows,
      },
    },
    rows,
  );
}

type Names = ReadonlyMap<string, readonly string[]>;

function namesBy(customers: readonly { readonly rep: string; readonly name: string }[]): Names {
  const names = new Map<string, string[]>();
  for (const { rep, name } of customers) addTo(names, rep, name);
  return names;
}

/** The measure that a row of rep_coaching is about. */
export function measureOf({ measure }: ResultRow): CoachingMeasure {
  return measures.get(String(measure))!;
}

const mostNamed = 2;

function actionOf(row: ResultRow, customers: Readonly<Record<'gone' | 'served' | 'neglected', Names>>): Localized {
  const { todo, beginWith } = advice[String(row['measure'])]!;
  const names = beginWith === undefined ? [] : (customers[beginWith].get(String(row['rep'])) ?? []).slice(0, mostNamed);
  const best = row['best_rep'];
  const [first, learn] = [
    names.length === 0 ? both('', '') : both(`; begin with ${names.join(', ')}`, `；先联系${names.join('、')}`),
    typeof best === 'string' ? both(`; learn from ${best}`, `；向${best}取经`) : both('', ''),
  ];
  return both(`${todo.en}${first.en}${learn.en}`, `${todo['zh-CN']}${first['zh-CN']}${learn['zh-CN']}`);
}

/** What coaching beyond chance is worth most; null where there is none with a worth. */
export function coachingSentence(rows: readonly ResultRow[], { money }: Pick<RepsInput, 'money'>): Localized | null {
  const row = rows.find(({ is_clear: is, worth }) => is === true && worth !== null);
  if (row === undefined) return null;
  const { title, worth } = measureOf(row);
  const [from, to] = [shown(row, 'value', money), shown(row, 'median', money)];
  const [amount, kind] = [moneyText(numberOf(row['worth']) ?? 0, money), worthWords[worth!.of]];
  const best = row['best_rep'];
  const learn = typeof best === 'string' ? both(`, learning from ${best}`, `，可向${best}取经`) : both('', '');
  const rep = String(row['rep']);
  return both(
    `Coach ${rep} first: ${title.en.toLowerCase()} from ${from} to ${to}, the median, would have brought about ${amount} more ${kind.en}${learn.en}.`,
    `优先辅导${rep}：${title['zh-CN']}由 ${from} 提到中位数 ${to}，本期约可多得${kind['zh-CN']} ${amount}${learn['zh-CN']}。`,
  );
}

/** A value of the row as people read it. */
export function shown(row: ResultRow, column: string, money: RepsInput['money']): string {
  const value = numberOf(row[column]) ?? 0;
  switch (measureOf(row).shows) {
    case 'ratio':
      return `${oneDecimal(100 * value)}%`;
    case 'money':
      return moneyText(value, money);
    default:
      return oneDecimal(value);
  }
}
