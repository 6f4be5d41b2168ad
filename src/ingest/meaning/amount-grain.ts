import { grouped } from '../../lib/grouped.ts';
import { CrmEvalError } from '../../errors.ts';
import { fieldsOf, standInFor } from '../derived-fields.ts';
import type { FieldMappings } from '../overrides.ts';
import { type FieldPlan, hasField, type MeaningNote, type TablePlan } from '../table-plan.ts';
import { amountGrain, type Grain, partGrain } from './grain-decision.ts';
import { type GrainEvidence, grainEvidence } from './grain-evidence.ts';
import { orderGroups } from './order-groups.ts';

/** Money of an order beside its amount. */
const parts = new Set(['paid_amount', 'refunded_amount', 'discount', 'cost', 'profit']);

/** Of these, more than the amount of a line cannot be the line's. */
const bounded = new Set(['refunded_amount', 'discount']);

/**
 * Which money columns say what an order is worth, and repeat it on each of its lines: they count once an order. Told by the lines of the orders
 * in the head, by quantity × price and by the words of the header; `orders.amount.per=order` settles it.
 */
export function settleGrain<P extends TablePlan>(plan: P, said: FieldMappings): P {
  // Rows of several reps repeat the amount on purpose: each has its share of it.
  if (plan.entity.id !== 'orders' || !hasField(plan, 'order_id') || hasField(plan, 'rep_share')) return plan;
  const groups = orderGroups(plan);
  const perOrder = new Set<string>();
  const notes: MeaningNote[] = [];
  const base = amountField(plan);
  const decide = (field: FieldPlan, grain: Grain, evidence: GrainEvidence): void => {
    const isAmount = field === base;
    const told = said.overridesOf('orders', field.name).per ?? (isAmount ? said.overridesOf('orders', 'amount').per : null);
    const name = isAmount ? 'amount' : field.name;
    if (told === 'order' || (told === null && grain === 'order')) perOrder.add(field.name);
    if (told !== null) return;
    if (grain === 'split') throw unclear(plan, field, name, evidence);
    if (grain === 'order' && evidence.constant > 0) notes.push(orderNote(field, name, evidence));
    if (grain === 'doubtful') notes.push(doubtfulNote(field, name, evidence));
  };
  const baseEvidence = base === null ? null : grainEvidence(plan, base, groups);
  const grain = baseEvidence === null ? 'line' : amountGrain(baseEvidence);
  if (base !== null && baseEvidence !== null) decide(base, grain, baseEvidence);
  const amountIs = base !== null && perOrder.has(base.name) ? 'order' : grain;
  for (const field of plan.fields.filter((own) => parts.has(own.name) && own !== base)) {
    const evidence = grainEvidence(plan, field, groups);
    const own = partGrain(bounded.has(field.name) ? evidence : { ...evidence, exceedsLine: 0 }, amountIs);
    decide(field, own === 'doubtful' && !bounded.has(field.name) ? 'line' : own, evidence);
  }
  return {
    ...plan,
    perOrder: { fields: perOrder, keys: groups.keys, told: said.overridesOf('orders', 'amount').per !== null },
    notes: [...plan.notes, ...notes],
  };
}

/** The column that the amount is read from; null where it is computed from quantity and price, or there is none. */
export function amountField(plan: TablePlan): FieldPlan | null {
  const standIn = standInFor(plan, 'amount');
  const [name, other] = standIn === null ? ['amount'] : fieldsOf(standIn);
  return other === undefined ? (plan.fields.find((field) => field.name === name) ?? null) : null;
}

/** Whether a table shows orders of several lines at all. */
export function showsOrders(plan: TablePlan): boolean {
  return orderGroups(plan).orders.length > 0;
}

function unclear({ table }: TablePlan, { header }: FieldPlan, name: string, { lineSum, orderSum }: GrainEvidence): CrmEvalError {
  return new CrmEvalError(
    'amount-grain-unclear',
    'usage',
    {
      en: `${table.file}: it is not clear whether "${header}" is the amount of a line or of its whole order: the first ${table.head.length} records add up to ${grouped(lineSum)} line by line, to ${grouped(orderSum)} if every order counts once`,
      'zh-CN': `${table.file}：无法判断“${header}”是明细行金额还是整单金额：前 ${table.head.length} 行按行相加为 ${grouped(lineSum)}，每单只计一次为 ${grouped(orderSum)}`,
    },
    {
      fix: {
        en: `say which: --map orders.${name}.per=order or --map orders.${name}.per=line`,
        'zh-CN': `请说明：--map orders.${name}.per=order（整单）或 --map orders.${name}.per=line（明细行）`,
      },
    },
  );
}

function orderNote({ header }: FieldPlan, name: string, { constant, lineSum, orderSum }: GrainEvidence): MeaningNote {
  return {
    code: 'amount-per-order',
    level: 'info',
    message: {
      en: `orders of several lines repeat "${header}" on each: it counts once an order (the first records add up to ${grouped(orderSum)}, line by line to ${grouped(lineSum)})`,
      'zh-CN': `张多行订单的每一行都重复了“${header}”：每单只计一次（开头各行合计 ${grouped(orderSum)}，逐行相加则为 ${grouped(lineSum)}）`,
    },
    fix: perFix(name, 'line'),
    count: constant,
    column: header,
    value: null,
    record: null,
  };
}

function doubtfulNote({ header }: FieldPlan, name: string, { constant, lineSum, orderSum }: GrainEvidence): MeaningNote {
  return {
    code: 'amount-grain-doubtful',
    level: 'warning',
    message: {
      en: `orders of several lines have one value of "${header}" on all of them: counted line by line (the first records add up to ${grouped(lineSum)}); if it is the order's, that is ${grouped(orderSum)}`,
      'zh-CN': `张多行订单各行的“${header}”相同：已逐行计入（开头各行合计 ${grouped(lineSum)}）；若为整单金额，应为 ${grouped(orderSum)}`,
    },
    fix: perFix(name, 'order'),
    count: constant,
    column: header,
    value: null,
    record: null,
  };
}

function perFix(name: string, per: 'order' | 'line'): MeaningNote['fix'] {
  return {
    en: `if it is the amount of ${per === 'order' ? 'the whole order' : 'each line'}: --map orders.${name}.per=${per}`,
    'zh-CN': `如为${per === 'order' ? '整单' : '明细行'}金额：--map orders.${name}.per=${per}`,
  };
}
