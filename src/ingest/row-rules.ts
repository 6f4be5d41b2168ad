import { join, literal, type Sql, sql, trusted } from '../engine/sql.ts';
import { rawColumn } from './raw-records.ts';
import { reasonCode } from './row-reasons.ts';
import { hasField, type TablePlan } from './table-plan.ts';

/** `value` gives the derived value of a field; null where the file has no such field. */
interface RuleContext {
  readonly plan: TablePlan;
  readonly asOf: string | null;
  readonly value: (field: string) => Sql | null;
  readonly bad: (field: string) => Sql | null;
}

interface Rule {
  readonly reason: string;
  readonly when: Sql;
}

/** The code of the first rule that holds for a row, 0 where none does: the row is used. */
export function reasonExpression(context: RuleContext): Sql {
  const rules = [...shapeRules(context), ...entityRules(context)];
  if (rules.length === 0) return trusted('0::utinyint');
  const branches = rules.map((rule) => sql`when ${rule.when} then ${reasonCode(rule.reason)}`);
  return sql`(case ${join(branches, ' ')} else 0 end)::utinyint`;
}

const totalLine = '^(合计|总计|小计|共计|汇总|本页小计|(sub ?|grand )?totals?( \\([0-9,]+ records\\))?|confidential information.*|copyright ©.*)[:：]?$';

/** Lines that are no records at all. They are looked for where what a record needs is missing, so that a clean file does not pay. */
function shapeRules({ plan, value }: RuleContext): Rule[] {
  const anchors = plan.entity.needs.flatMap((set) => set.map(value).filter((sqlValue) => sqlValue !== null).slice(0, 1));
  const key = plan.entity.key === undefined ? null : value(plan.entity.key);
  const incomplete = anchors.length === 0 ? trusted('true') : sql`(${join(anchors.map((anchor) => sql`${anchor} is null`), ' or ')})`;
  const lead = plan.table.columns.slice(0, 3).map((_, index) => rawColumn(index));
  const total = join(lead.map((column) => sql`coalesce(regexp_full_match(lower(crm_trim(${column})), ${totalLine}), false)`), ' or ');
  const blank = sql`crm_trim(concat(${join(plan.table.columns.map((_, index) => rawColumn(index)))})) = ''`;
  const header = join(plan.fields.slice(0, 3).map((field) => sql`coalesce(crm_trim(${rawColumn(field.index)}) = ${field.header.trim()}, false)`), ' and ');
  const inKey = key === null ? [] : [{ reason: 'total-row', when: sql`coalesce(regexp_full_match(lower(${key}), ${totalLine}), false)` }];
  return [
    { reason: 'total-row', when: sql`${incomplete} and (${total})` },
    ...inKey,
    { reason: 'blank-row', when: sql`${incomplete} and ${blank}` },
    ...(plan.fields.length < 2 ? [] : [{ reason: 'header-repeated', when: sql`${incomplete} and ${header}` }]),
    ...(key === null || plan.fields.length < 2 ? [] : [{ reason: 'header-repeated', when: header }]),
  ];
}

function entityRules(context: RuleContext): Rule[] {
  if (context.plan.entity.id === 'orders') return orderRules(context);
  const { plan, value } = context;
  const key = plan.entity.key === undefined ? null : value(plan.entity.key);
  return key === null ? [] : [{ reason: 'key-missing', when: sql`${key} is null` }];
}

function orderRules({ plan, asOf, value, bad }: RuleContext): Rule[] {
  const rules: Rule[] = [];
  const add = (reason: string, when: Sql | null) => {
    if (when !== null) rules.push({ reason, when });
  };
  const amountFields = ['amount', 'quantity', 'unit_price', 'paid_amount', 'refunded_amount'].filter((field) => hasField(plan, field));
  const amountParts = hasField(plan, 'amount') ? ['amount'] : amountFields;
  for (const part of amountParts) add('amount-invalid', bad(part));
  add('date-invalid', bad('ordered_at'));
  add('id-lossy', bad('customer_id'));
  const amount = value('amount');
  const at = value('ordered_at');
  const customer = value('customer_id');
  if (customer !== null) add('customer-missing', sql`${customer} is null`);
  if (at !== null) add('date-missing', sql`${at} is null`);
  if (amount !== null) add('amount-missing', sql`${amount} is null`);
  if (hasField(plan, 'status')) {
    add('status-unknown', bad('status'));
    for (const state of ['cancelled', 'refunded', 'pending']) add(`status-${state}`, sql`${value('status')} = ${literal(state)}`);
  }
  if (at !== null && asOf !== null) add('after-as-of', sql`${at} >= ${asOf}::date + 1`);
  return rules;
}
