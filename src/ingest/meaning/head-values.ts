import type { FieldPlan, TablePlan } from '../table-plan.ts';

/** The cells of a column in the head of a table, '' where blank. */
export function headTexts({ table }: TablePlan, column: number): string[] {
  return table.head.map((record) => (record[column] ?? '').trim());
}

const amount = /^(\()?([-+]?)[^\d().,+-]*([-+]?)[^\d().,+-]*(\d[\d.,’'\s\u00a0\u202f]*|[.,]\d+)[^\d()]*?(-?)(\))?$/;

/**
 * The numbers of a field in the head of a table, as evidence: null where a cell is blank or no number. The figures themselves are read by the
 * engine, exactly; here a unit behind the digits (12万) is not understood.
 */
export function headNumbers(plan: TablePlan, field: FieldPlan): (number | null)[] {
  return headTexts(plan, field.index).map((text) => numberOf(text, field.reading));
}

function numberOf(text: string, { decimalComma, multiplier }: FieldPlan['reading']): number | null {
  const parts = amount.exec(text.normalize('NFKC'));
  if (parts === null) return null;
  const digits = parts[4]!.replaceAll(/[\s\u00a0\u202f’']/g, '');
  const plain = decimalComma ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  const value = Number(plain);
  const negative = parts[1] !== undefined || parts[2] === '-' || parts[3] === '-' || parts[5] === '-';
  return Number.isFinite(value) ? (negative ? -value : value) * multiplier : null;
}
