import { withoutLegalForm } from '../../../lib/company-names.ts';
import { groupedBy } from '../../../lib/groups.ts';
import { both, type Lang, type Localized } from '../../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../../result/result.ts';
import type { Columns } from '../../../views/columns.ts';
import { numberOf } from '../../../views/number-of.ts';
import { amountText } from '../../../views/number-words.ts';
import { table } from '../../../views/table.ts';
import { tableOf, type Runs } from '../runs.ts';

/** Actions of one kind, the largest expected value first. */
interface Kind {
  readonly code: string;
  readonly rows: readonly [ResultRow, ...ResultRow[]];
  /** Of those that have one; null where none has. */
  readonly value: number | null;
}

/** So many kinds stand on the first page. */
const mostKinds = 5;

/** So many are named of those whom a kind is about. */
const mostNamed = 2;

const columns: Columns<Kind> = {
  action: {
    title: both('Action', '行动'),
    type: 'text',
    basis: both('What to do first.', '首先要做的事。'),
    value: ({ rows }) => rows[0]['action'] ?? null,
    code: ({ code }) => code,
  },
  actions: {
    title: both('Number', '项数'),
    type: 'integer',
    basis: both('Actions of the kind; the section actions has each.', '此类行动的项数，逐项见“行动清单”。'),
    value: ({ rows }) => rows.length,
  },
  about: {
    title: both('About', '对象'),
    type: 'text',
    basis: both('Those with the largest expected value.', '预期金额最大的几项的对象。'),
    value: ({ rows }) => named(rows, 'about', null),
  },
  rep: {
    title: both('Reps', '销售'),
    type: 'text',
    basis: both('Whose actions they are, the largest expected value first.', '由谁完成，预期金额大的在前。'),
    value: ({ rows }) => named(rows, 'rep', '人'),
  },
  due_on: {
    title: both('First due', '最早截止'),
    type: 'date',
    basis: both('The earliest of the days by which they are due.', '各项截止日期中最早的一天。'),
    value: ({ rows }) => rows.flatMap(({ due_on: day = null }) => (typeof day === 'string' ? [day] : [])).toSorted()[0] ?? null,
  },
  expected_value: {
    title: both('Expected value', '预期金额'),
    type: 'money',
    basis: both(
      'Sum over the actions that have one; a customer may have actions of several kinds.',
      '已估值各项之和；同一客户可能有多类行动。',
    ),
    value: ({ value }) => value,
  },
  why: {
    title: both('Why', '原因'),
    type: 'text',
    basis: both('Of the action with the largest expected value.', '预期金额最大的一项的原因。'),
    value: ({ rows }) => ofLargest(rows, 'why'),
  },
  estimate: {
    title: both('Estimated by', '估算方法'),
    type: 'text',
    basis: both(
      'Of the action with the largest expected value; “such as” where others are estimated otherwise.',
      '预期金额最大的一项的算法；各项算法不同时注明“如”。',
    ),
    value: ({ rows }) => estimateOf(rows),
  },
};

/** What is to be done, kind by kind, the largest expected value first; null where nothing is. */
export function actionKindsSection(runs: Runs, lang: Lang): TableSection | null {
  const actions = tableOf(runs, 'reps', 'actions');
  if (actions === null || actions.total === 0) return null;
  const kinds = [...groupedBy(actions.rows, ({ action_code: code = null }) => String(code))].map(([code, rows]) => kindOf(code, rows));
  const [all, few] = [amountText(actions.total), kinds.length];
  return table(
    lang,
    {
      id: 'action_kinds',
      name: both('What to do', '怎么做'),
      title:
        few === 1
          ? both('What to do', '怎么做')
          : both(
              `What to do: ${all} actions of ${few} kinds, the largest expected value first`,
              `怎么做：${all} 项行动，分 ${few} 类，按预期金额排列`,
            ),
      place: 'headline',
      glance: {
        first: ['action', 'actions', 'about', 'rep', 'due_on', 'expected_value'],
        below: ['estimate'],
        most: mostKinds,
      },
    },
    columns,
    kinds.toSorted((one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity) || (one.code < other.code ? -1 : 1)),
  );
}

function kindOf(code: string, rows: readonly ResultRow[]): Kind {
  const sorted = rows.toSorted((one, other) => (numberOf(other['expected_value']) ?? -1) - (numberOf(one['expected_value']) ?? -1));
  const values = sorted.flatMap((row) => numberOf(row['expected_value']) ?? []);
  const [first, ...others] = sorted;
  return {
    code,
    rows: [first!, ...others],
    value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0),
  };
}

/** `刘建军、周思远等 9 人`: the first of them, each once, and in Chinese how many there are where they can be counted in a word. */
function named(rows: readonly ResultRow[], id: string, counted: string | null): Localized | null {
  const names = [...new Set(rows.flatMap((row) => (typeof row[id] === 'string' && row[id] !== '' ? [row[id]] : [])))];
  if (names.length === 0) return null;
  const shown = names.slice(0, mostNamed).map(withoutLegalForm);
  const more = names.length - shown.length;
  const english = shown.join(shown.some((name) => name.includes(',')) ? '; ' : ', ');
  if (more === 0) return both(english, shown.join('、'));
  return both(`${english} and ${more} more`, `${shown.join('、')}等${counted === null ? '' : ` ${names.length} ${counted}`}`);
}

/** Of several it is said about whom, or else whose, it is. */
function ofLargest(rows: Kind['rows'], id: string): string | Localized | null {
  const [{ about = null, rep = null, [id]: text = null }] = rows;
  const whose = about ?? rep;
  if (typeof text !== 'string' || rows.length === 1 || typeof whose !== 'string') return typeof text === 'string' ? text : null;
  const name = withoutLegalForm(whose);
  return both(`${name}: ${text}`, `${name}：${text}`);
}

/** How the largest is estimated; of several that are estimated in different ways it is an example. */
function estimateOf(rows: Kind['rows']): string | Localized | null {
  const [first] = rows;
  const text = first['estimate'] ?? null;
  if (typeof text !== 'string' || rows.every(({ estimate }) => estimate === text)) return typeof text === 'string' ? text : null;
  return both(`such as: ${text}`, `如：${text}`);
}
