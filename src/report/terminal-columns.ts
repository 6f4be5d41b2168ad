import type { ResultCell, ResultColumn, TableSection } from '../result/result.ts';
import { portionsOf } from './sections.ts';

/** Which columns a terminal shows first, by the id of the section; the others follow as declared. Of ids in brackets one leads: the first that the section shows. */
const preferred: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  ranking: [
    'rank',
    ['customer_name', 'customer_id'],
    'score',
    'tier',
    'revenue',
    'lifetime_value',
    'recency_days',
    'rfm_segment',
    'lifts',
    'drags',
    'action',
    'owner',
  ],
  tiers: ['tier', 'customers', 'customer_share', 'revenue', 'revenue_share', 'action'],
  changes: [
    'title',
    'before',
    'after',
    'difference',
    'relative_difference',
    'relative_difference_per_day',
    'verdict',
    'p_adjusted',
    'low',
    'high',
    'difference_per_day',
    'low_per_day',
    'high_per_day',
  ],
  movers: [
    ['customer_name', 'customer_id'],
    'movement',
    'revenue_difference',
    'revenue_reasons',
    'tier_before',
    'tier_after',
    'score_difference',
    'reasons',
    'after_revenue',
    'segment_before',
    'segment_after',
  ],
  at_risk: [['customer_name', 'customer_id'], 'owner', 'tier', 'value_at_risk', 'probability', 'reasons'],
  watch: [['customer_name', 'customer_id'], 'owner', 'tier', 'value_at_risk', 'probability', 'reasons'],
  active: [
    ['customer_name', 'customer_id'],
    'owner',
    'tier',
    'expected_value',
    'probability',
    'silence_days',
    'cycle_days',
    'silent_cycles',
    'reasons',
  ],
  lost: [['customer_name', 'customer_id'], 'owner', 'tier', 'value', 'last_on', 'silence_days', 'lost_by', 'lost_reason'],
  too_new: [['customer_name', 'customer_id'], 'owner', 'tier', 'value', 'first_on', 'last_on', 'why'],
};

/** Sections of which a terminal shows so many columns at most, so that there is room for a long text. */
const most: Readonly<Record<string, number>> = { at_risk: 6, watch: 6, movers: 4 };

export function mostColumns({ id }: Pick<TableSection, 'id'>): number {
  return Object.hasOwn(most, id) ? (most[id] ?? Infinity) : Infinity;
}

/** The columns in the order in which a terminal shows them, without those that are empty or repeat the texts of an earlier one. */
export function terminalColumns(section: TableSection): readonly ResultColumn[] {
  const filled: ResultColumn[] = [];
  for (const column of section.columns) {
    if (!isEmpty(section, column) && !filled.some((earlier) => repeats(section, column, earlier))) filled.push(column);
  }
  if (filled.length === 0) return section.columns;
  const order = Object.hasOwn(preferred, section.id) ? (preferred[section.id] ?? []) : [];
  const leading = order.flatMap((ids) =>
    [ids]
      .flat()
      .flatMap((id) => filled.find((column) => column.id === id) ?? [])
      .slice(0, 1),
  );
  return [...leading, ...filled.filter((column) => !leading.includes(column))];
}

function isEmpty({ rows }: TableSection, { id }: ResultColumn): boolean {
  for (const { columns } of portionsOf(rows, [id])) if (columns[0]?.some((cell) => cell !== null && cell !== '') === true) return false;
  return true;
}

/** Only texts repeat one another: equal figures mean different things, and so may the same word in every row. */
function repeats({ rows }: TableSection, column: ResultColumn, earlier: ResultColumn): boolean {
  if (![column, earlier].every(({ type }) => type === 'text' || type === 'id')) return false;
  const different = new Set<ResultCell>();
  for (const { columns } of portionsOf(rows, [column.id, earlier.id])) {
    const [own = [], others = []] = columns;
    if (own.some((cell, row) => cell !== others[row])) return false;
    if (different.size < 2) for (const cell of own) different.add(cell);
  }
  return different.size > 1;
}
