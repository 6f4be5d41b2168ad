import { identifier, type Sql, sql } from '../engine/sql.ts';
import { hasField, type TablePlan } from './table-plan.ts';

/** The cast value of a field inside the loading query. */
export function valueOf(field: string): Sql {
  return identifier(`v_${field}`);
}

/** A field's value, and the columns of the file that it is computed from. */
export interface Derived {
  readonly value: Sql;
  readonly from: readonly string[];
}

/**
 * What an entity's fields are computed from: its own column, and where a file has none, what says the same. Fields that are
 * not here are their own column.
 */
export function derivedFields(plan: TablePlan): ReadonlyMap<string, Derived> {
  const derived = new Map(plan.fields.map((field) => [field.name, own(field.name)]));
  switch (plan.entity.id) {
    case 'orders':
      deriveOrders(plan, derived);
      break;
    case 'customers':
      derived.set('customer_id', firstOf(plan, ['customer_id', 'name']));
      derived.set('name', firstOf(plan, ['name', 'customer_id']));
      break;
    case 'opportunities':
    case 'feedback':
    case 'activities':
      if (hasField(plan, 'customer_id') || hasField(plan, 'customer'))
        derived.set('customer_id', firstOf(plan, ['customer_id', 'customer']));
      break;
    default:
  }
  return derived;
}

/** Which columns a derived amount comes from, for the basis that is printed; null where the file has an amount of its own. */
export function amountSource(plan: TablePlan): readonly string[] | null {
  if (hasField(plan, 'amount')) return null;
  if (hasField(plan, 'unit_price')) return hasField(plan, 'quantity') ? ['quantity', 'unit_price'] : ['unit_price'];
  return hasField(plan, 'paid_amount') ? ['paid_amount'] : null;
}

function deriveOrders(plan: TablePlan, derived: Map<string, Derived>): void {
  derived.set('customer_id', firstOf(plan, ['customer_id', 'customer']));
  if (!hasField(plan, 'order_id')) derived.set('order_id', firstOf(plan, [])); // see order-parts.ts
  const source = amountSource(plan);
  if (source?.length === 2) derived.set('amount', product('quantity', 'unit_price'));
  if (source?.length === 1) derived.set('amount', own(source[0]!));
  // What was paid cannot be compared with itself.
  if (source?.[0] === 'paid_amount') derived.delete('paid_amount');
  const gross = derived.get('amount');
  if (gross === undefined) return;
  const net = hasField(plan, 'refunded_amount')
    ? {
        value: sql`try_cast(${gross.value} - coalesce(${valueOf('refunded_amount')}, 0) as decimal(18,4))`,
        from: [...gross.from, 'refunded_amount'],
      }
    : gross;
  derived.set('amount', net);
  if (!hasField(plan, 'cost') && hasField(plan, 'unit_cost') && hasField(plan, 'quantity')) {
    derived.set('cost', product('quantity', 'unit_cost'));
  }
  const cost = derived.get('cost');
  if (!hasField(plan, 'profit') && cost !== undefined)
    derived.set('profit', {
      value: sql`try_cast(${net.value} - ${cost.value} as decimal(18,4))`,
      from: [...net.from, ...cost.from],
    });
}

function own(field: string): Derived {
  return { value: valueOf(field), from: [field] };
}

/** Quantity times price, computed wide: DuckDB keeps the width of the factors for their product. */
function product(quantity: string, price: string): Derived {
  return {
    value: sql`try_cast(try(${valueOf(quantity)}::decimal(38,6) * ${valueOf(price)}::decimal(38,9)) as decimal(18,4))`,
    from: [quantity, price],
  };
}

/** The first of these fields that the file has; null where it has none. */
function firstOf(plan: TablePlan, names: readonly string[]): Derived {
  const name = names.find((candidate) => hasField(plan, candidate));
  return name === undefined ? { value: sql`null::varchar`, from: [] } : own(name);
}
