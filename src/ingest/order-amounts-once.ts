import { identifier, join, type Sql, sql, trusted } from '../engine/sql.ts';
import { amountTerms, derivedFields } from './derived-fields.ts';
import { hasField, type LoadedTable, type TablePlan } from './table-plan.ts';

/** The stored fields that hold amounts of whole orders, under the names they are stored by. */
export function onceAnOrder(plan: TablePlan, stored: readonly string[]): string[] {
  const names = [...plan.perOrder.fields].map((name) => (hasField(plan, 'amount') || name !== amountTerms(plan).base ? name : 'amount'));
  return [...new Set(names)].filter((name) => stored.includes(name));
}

/** Fields that have to be stored for amounts to count once an order: what they are shared by and what is taken off them. */
export function neededOnce(plan: TablePlan): ReadonlySet<string> {
  if (plan.perOrder.fields.size === 0) return new Set();
  const weights = ['quantity', 'unit_price'].every((name) => hasField(plan, name)) ? ['quantity', 'unit_price'] : [];
  return new Set([...plan.perOrder.fields, ...weights, ...amountTerms(plan).later.map(({ field }) => field)]);
}

/** What is the same on all lines of an order, and on no others. */
export function orderKeys({ perOrder, stored }: Pick<LoadedTable, 'perOrder' | 'stored'>): Sql {
  const { customer, day } = perOrder.keys;
  return join([
    sql`order_id`,
    ...(customer && stored.includes('customer_id') ? [sql`customer_id`] : []),
    ...(day && stored.includes('ordered_at') ? [sql`cast(ordered_at as date)`] : []),
  ]);
}

export interface OnceValues {
  /** The rows with the shares of each line: what stands after `from`. */
  readonly from: Sql;
  /** What the stored fields are then. */
  readonly values: ReadonlyMap<string, Sql>;
}

/**
 * The amounts of whole orders among the lines of each, so that they add up to them: in proportion to quantity × price where the table has both, else on
 * the first line. Only where all lines of an order say the same. `rows` has the stored fields and `_reason`; `order` is a total order of its rows.
 */
export function sharedAmounts(plan: TablePlan, stored: readonly string[], rows: Sql, order: Sql): OnceValues {
  const once = onceAnOrder(plan, stored);
  const keys = sql`${orderKeys({ ...plan, stored })}, _reason`;
  const isPriced = ['quantity', 'unit_price'].every((name) => stored.includes(name));
  const weight = isPriced
    ? sql`cast(quantity as double precision) * cast(unit_price as double precision)`
    : trusted('cast(null as double precision)');
  const checks = once.flatMap((name, index) => [
    sql`case when order_id is not null and min(${identifier(name)}) over lines = max(${identifier(name)}) over lines
      and count(${identifier(name)}) over lines = count(*) over lines then 1 else 0 end as ${identifier(`_same${index}`)}`,
  ]);
  const from = sql`(select *, sum(_weight) over lines as _whole, min(_weight) over lines as _least, count(_weight) over lines as _weighed, count(*) over lines as _lines,
      sum(_weight) over (partition by ${keys} order by ${order} rows unbounded preceding) as _so_far,
      row_number() over (partition by ${keys} order by ${order}) as _number, ${join(checks)}
    from (select *, ${weight} as _weight from ${rows}) as weighed window lines as (partition by ${keys})) as shares`;
  const values = new Map(once.map((name, index) => [name, share(identifier(name), identifier(`_same${index}`))]));
  compose(plan, stored, values);
  return { from, values };
}

/** The last line has what is left: the shares of an order add up exactly. */
function share(amount: Sql, same: Sql): Sql {
  const upTo = (weight: Sql): Sql =>
    sql`cast(round(cast(cast(${amount} as double precision) * (${weight}) / _whole as decimal(28,8)), 4) as decimal(18,4))`;
  return sql`case when ${same} = 0 or _lines = 1 then ${amount}
    when _weighed = _lines and _least >= 0 and _whole > 0 then
      (case when _number = _lines then ${amount} else ${upTo(sql`_so_far`)} end) - (case when _number = 1 then 0 else ${upTo(sql`_so_far - _weight`)} end)
    when _number = 1 then ${amount} end`;
}

/** Amounts less what is the order's or the line's alone, and profits of them. */
function compose(plan: TablePlan, stored: readonly string[], values: Map<string, Sql>): void {
  const { later } = amountTerms(plan);
  const valueOf = (name: string): Sql => values.get(name) ?? identifier(name);
  if (stored.includes('amount') && later.length > 0) {
    const amount = sql`(${valueOf('amount')})`;
    const off = join(
      later.map(({ field, taken }) => taken(sql`(${valueOf(field)})`)),
      ' + ',
    );
    values.set('amount', sql`case when ${amount} is null and (${off}) = 0 then null else coalesce(${amount}, 0) - (${off}) end`);
  }
  const isChanged = values.has('amount') || values.has('cost');
  if (isChanged && stored.includes('profit') && !hasField(plan, 'profit') && stored.includes('cost') && derivedFields(plan).has('profit'))
    values.set('profit', sql`coalesce((${valueOf('amount')}), 0) - (${valueOf('cost')})`);
}
