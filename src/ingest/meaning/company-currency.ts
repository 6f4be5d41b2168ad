import type { FieldMappings } from '../overrides.ts';
import type { FieldPlan, MeaningNote, TablePlan } from '../table-plan.ts';
import { headNumbers } from './head-values.ts';

/** Fields with one of their own for what a system has converted into the currency of the company. */
const converted: readonly (readonly [field: string, inCompanyCurrency: string])[] = [
  ['amount', 'amount_in_company_currency'],
  ['refunded_amount', 'refunded_in_company_currency'],
];

/**
 * Amounts in the currency of each deal stand beside the same in that of the company: the latter can be added. They are taken where they are
 * filled wherever the former are, and where what is taken off them can be, too; a column that the user named stays.
 */
export function inCompanyCurrency<P extends TablePlan>(plan: P, said: FieldMappings): P {
  const pairs = converted.flatMap(([name, company]) => {
    const [own, other] = [name, company].map((field) => plan.fields.find((candidate) => candidate.name === field));
    return own === undefined ? [] : [{ own, other: other ?? null }];
  });
  const named = said.columns.some(({ entity, field }) => entity === plan.entity.id && field === 'amount');
  if (named || pairs[0]?.own.name !== 'amount' || !pairs.every(({ own, other }) => other !== null && isAsFull(plan, own, other)))
    return plan;
  const swaps = pairs.map(({ own, other }) => ({ own, other: other! }));
  const fields = plan.fields.flatMap((field) => {
    if (swaps.some(({ other }) => other === field)) return [];
    const swap = swaps.find(({ own }) => own === field);
    return swap === undefined ? [field] : [{ ...swap.other, name: field.name, definition: field.definition }];
  });
  const columns = plan.columns.map((column) => {
    const taken = swaps.find(({ other }) => other.index === column.index);
    if (taken !== undefined) return { ...column, field: `${plan.entity.id}.${taken.own.name}` };
    return swaps.some(({ own }) => own.index === column.index) ? { ...column, field: null, confidence: null, reading: null } : column;
  });
  const differs = swaps.some(({ own, other }) => {
    const others = headNumbers(plan, other);
    return headNumbers(plan, own).some((value, at) => value !== others[at]);
  });
  return { ...plan, fields, columns, notes: differs ? [...plan.notes, note(swaps[0]!.own, swaps[0]!.other)] : plan.notes };
}

function isAsFull(plan: TablePlan, own: FieldPlan, other: FieldPlan): boolean {
  const others = headNumbers(plan, other);
  const lacking = headNumbers(plan, own).some((value, at) => value !== null && value !== 0 && others[at] === null);
  return !lacking && others.some((value) => value !== null);
}

function note(own: FieldPlan, other: FieldPlan): MeaningNote {
  return {
    code: 'amount-in-company-currency',
    level: 'info',
    message: {
      en: `amounts are those of "${other.header}", which can be added; "${own.header}" is in the currency of each row`,
      'zh-CN': `金额取自“${other.header}”（本位币，可相加）；“${own.header}”为各行自己的币种`,
    },
    fix: null,
    count: 1,
    column: other.header,
    value: null,
    record: null,
  };
}
