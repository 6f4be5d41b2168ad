import type { Sql } from '../engine/sql.ts';
import { happened } from './as-of.ts';
import { derivedFields } from './derived-fields.ts';
import { neededOnce } from './order-amounts-once.ts';
import { reasonExpression } from './row-rules.ts';
import type { FieldPlan, TablePlan } from './table-plan.ts';
import { isUnread } from './unread-mask.ts';

interface Wanted {
  readonly asOf: string | null;
  /** Fields to keep beside the core of the entity; the core is what rows are judged, joined and counted by. */
  readonly fields: ReadonlySet<string> | 'all';
}

/** Fields that are always kept where a file has them. */
const core: ReadonlyMap<string, readonly string[]> = new Map([
  ['orders', ['order_id', 'customer_id', 'ordered_at', 'amount']],
  ['customers', ['customer_id', 'name']],
  ['opportunities', ['opportunity_id', 'customer_id', 'state', 'closed_on', 'amount', 'product', 'rep']],
  ['products', ['product_id', 'name']],
  ['reps', ['name']],
  ['returns', ['order_id', 'returned', 'status', 'amount']],
  ['targets', ['year', 'period', 'period_start', 'period_end', 'metric', 'value']],
  ['territories', ['manager', 'region']],
]);

/** What the as-of date is the latest of is kept whatever is asked for: every command sees the same files. */
const dates: ReadonlySet<string> = new Set(happened.map(([entity, field]) => `${entity}.${field}`));

/** The fields whose values are kept: the core of the entity, its key, and what was asked for. */
export function storedFields(plan: TablePlan, settings: Wanted): string[] {
  const keep = new Set([...(core.get(plan.entity.id) ?? []), ...(plan.entity.id === 'orders' ? refundFields(plan) : [])]);
  const key = plan.entity.key;
  const once = neededOnce(plan);
  return [...derivedFields(plan).keys()].filter(
    (field) =>
      keep.has(field) ||
      dates.has(`${plan.entity.id}.${field}`) ||
      field === key ||
      once.has(field) ||
      (plan.entity.fields[field]?.judging === undefined && isWanted(plan, field, settings.fields)) ||
      plan.entity.fields[field]?.wide !== undefined ||
      plan.entity.fields[field]?.ambition !== undefined,
  );
}

/** What refunds are matched with their sales by, and told apart by; a status is kept only where it may say that a part came back. */
function refundFields(plan: TablePlan): string[] {
  const words = plan.fields.find(({ name }) => name === 'status')?.reading.words.values() ?? [];
  return [
    'refunded_amount',
    'refund_status',
    'settlement_status',
    'document_type',
    'is_return',
    'original_order_id',
    ...([...words].includes('partly_refunded') ? ['status'] : []),
  ];
}

/** The columns that rows are made of and judged by. All others are only compared with those of other lines, as text. */
export function neededFields(plan: TablePlan, settings: Wanted): FieldPlan[] {
  const derived = derivedFields(plan);
  const read = [...storedFields(plan, settings), ...judgement(plan, settings).reads];
  const needed = new Set(read.flatMap((field) => derived.get(field)?.from ?? []));
  return plan.fields.filter((field) => needed.has(field.name));
}

/** Why a row is not used, and the fields that decide it. */
export function judgement(plan: TablePlan, { asOf }: Wanted): { readonly reason: Sql; readonly reads: ReadonlySet<string> } {
  const derived = derivedFields(plan);
  const reads = new Set<string>();
  const reason = reasonExpression({
    plan,
    asOf,
    value: (field) => {
      reads.add(field);
      return derived.get(field)?.value ?? null;
    },
    bad: (field) => {
      reads.add(field);
      return isUnread(plan.fields, field);
    },
  });
  return { reason, reads };
}

/** Whether a field was asked for, alone or as the first of several that this file has. */
function isWanted(plan: TablePlan, name: string, fields: ReadonlySet<string> | 'all'): boolean {
  if (fields === 'all') return true;
  const id = `${plan.entity.id}.${name}`;
  if (fields.has(id)) return true;
  const has = (field: string): boolean => plan.fields.some((own) => `${plan.entity.id}.${own.name}` === field);
  return [...fields].some((alternatives) => alternatives.includes(' | ') && alternatives.split(' | ').find(has) === id);
}
