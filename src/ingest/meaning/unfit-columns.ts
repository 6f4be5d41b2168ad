import { normaliseWord } from '../../model/names.ts';
import { type FieldMappings, nothingSaid } from '../overrides.ts';
import { dateEvidence } from '../casting/date-evidence.ts';
import { decideReading } from '../casting/decide-reading.ts';
import { describeReading } from '../casting/reading.ts';
import { type FieldPlan, hasField, type TablePlan } from '../table-plan.ts';
import { headNumbers, headTexts } from './head-values.ts';

const dateLike = /\d{4}\D\d{1,2}|\d{1,2}\D\d{1,2}\D\d{2,4}|^\d{8}(?:\d{6})?$|^\d{5}(?:\.\d+)?$|^\d{10}(?:\d{3})?$/;

/**
 * Columns that would judge rows by their header, and hold something else: `Mode` of shipping, `Refunded` in money, a closing time that every
 * completed order has. They are passed over, and refunds in money are taken for that; a column that the user named stays.
 */
export function withoutUnfitColumns<P extends TablePlan>(plan: P, said: FieldMappings): P {
  const named = (field: FieldPlan): boolean =>
    said.columns.some(({ entity, field: name }) => entity === plan.entity.id && name === field.name);
  const unfit = plan.fields.filter((field) => field.definition.judging === true && !named(field) && !isFit(plan, field));
  if (unfit.length === 0) return plan;
  const money = unfit.flatMap((field) => asRefunds(plan, field)).slice(0, 1);
  const fields = [...plan.fields.filter((field) => !unfit.includes(field)), ...money];
  const columns = plan.columns.map((column) => {
    if (!unfit.some(({ index }) => index === column.index)) return column;
    const taken = money.find(({ index }) => index === column.index);
    return taken === undefined
      ? { ...column, field: null, confidence: null, reading: null }
      : { ...column, field: `${plan.entity.id}.${taken.name}`, reading: describeReading(taken.reading) };
  });
  return { ...plan, fields, columns };
}

function isFit(plan: TablePlan, field: FieldPlan): boolean {
  const cells = headTexts(plan, field.index).filter((cell) => cell !== '');
  if (cells.length === 0) return true;
  const { type } = field.definition;
  if (type === 'instant') {
    const dates = cells.filter((cell) => dateLike.test(cell));
    return dates.length * 2 >= cells.filter((cell) => /\w/.test(cell)).length && !closesWhatIsDone(plan, field);
  }
  if (type !== 'choice' && type !== 'flag') return true;
  if (
    type === 'choice' &&
    field.name === 'refund_status' &&
    cells.some((cell) => /\d/.test(cell) && !/^[01]$/.test(cell) && /^\W*\d[\d.,]*\W*$/.test(cell))
  )
    return false;
  const known = cells.filter((cell) => field.reading.words.has(cell) || normaliseWord(cell) === '');
  return known.length * 2 >= cells.length;
}

/** 关闭时间 is when an order ended, well or not, where most orders that have it are completed. */
function closesWhatIsDone(plan: TablePlan, field: FieldPlan): boolean {
  const status = plan.fields.find(({ name }) => name === 'status');
  if (status === undefined || !/关闭|clos/i.test(field.header)) return false;
  const states = headTexts(plan, status.index).map((word) => status.reading.words.get(word) ?? null);
  const closed = states.filter((state, at) => state !== null && (plan.table.head[at]?.[field.index] ?? '').trim() !== '');
  return closed.filter((state) => state === 'completed').length * 2 > closed.length;
}

/** `Refunded` of amounts: what was paid back. */
function asRefunds(plan: TablePlan, field: FieldPlan): FieldPlan[] {
  const definition = plan.entity.fields['refunded_amount'];
  const isCode = /状态|status|state/i.test(field.header);
  if (field.name !== 'refund_status' || isCode || definition === undefined || hasField(plan, 'refunded_amount')) return [];
  const values = headTexts(plan, field.index).filter((cell) => cell !== '');
  const reading = decideReading({ field: definition, header: field.header, values, evidence: dateEvidence([]), overrides: nothingSaid });
  const money = { ...field, name: 'refunded_amount', definition, reading };
  return headNumbers(plan, money).filter((value) => value !== null).length * 2 > values.length ? [money] : [];
}
