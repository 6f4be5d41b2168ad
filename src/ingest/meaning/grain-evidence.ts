import { normaliseHeader } from '../../model/names.ts';
import type { FieldPlan, TablePlan } from '../table-plan.ts';
import { headNumbers, headTexts } from './head-values.ts';
import { isOne, type OrderGroups } from './order-groups.ts';

/** What the head of a table shows of a money column: whether it says what a line is worth, or what its order is. */
export interface GrainEvidence {
  /** Orders of several lines that differ, with one value on all of them. */
  readonly constant: number;
  /** Orders with several values. */
  readonly varying: number;
  /** Orders with one value whose quantities × prices add up to it, while a line's do not. */
  readonly fitsOrder: number;
  /** Orders of which every line's value is its quantity × price. */
  readonly fitsLine: number;
  /** Orders with one value that is more than another amount of one of their lines can be. */
  readonly exceedsLine: number;
  /** Orders with one value whose lines differ in quantity or price. */
  readonly unequalLines: number;
  /** Orders with one value whose lines are worth different things by quantity × price. */
  readonly unequalWorth: number;
  /** How likely it is that all of the constant orders are so by chance. */
  readonly chance: number;
  readonly word: GrainWord | null;
  /** Sums of the head: of every line, and of every order once. */
  readonly lineSum: number;
  readonly orderSum: number;
}

export type GrainWord = 'order' | 'line';

const lineWords =
  /行金额|行总|行小计|明细|小计|子订单|单行|商品(?:总价|金额|小计|实付|应付)|产品(?:金额|小计)|单价|line|item|extended|extprice|perunit/;
const orderWords =
  /订单|整单|合同|单据(?:金额|总)|账单|order|invoicetotal|invoiceamount|grandtotal|cart|checkout|basket|transactiontotal|doctotal|documenttotal/;

/** What a header says a column is about. */
export function grainWord(header: string): GrainWord | null {
  const text = normaliseHeader(header);
  if (lineWords.test(text)) return 'line';
  return orderWords.test(text) ? 'order' : null;
}

/** Fields by which lines of an order differ. */
const lineFields = ['product_id', 'product', 'quantity', 'unit_price'];

export function grainEvidence(plan: TablePlan, field: FieldPlan, { orders, orderOf }: OrderGroups): GrainEvidence {
  const values = headNumbers(plan, field);
  const numbersOf = (name: string): readonly (number | null)[] | null => {
    const own = plan.fields.find((candidate) => candidate.name === name);
    return own === undefined || own.index === field.index ? null : headNumbers(plan, own);
  };
  const [quantities, prices, amounts] = [numbersOf('quantity'), numbersOf('unit_price'), numbersOf('amount')];
  const worth = values.map((_, record) => product(quantities?.[record], prices?.[record]));
  const described = lineFields.flatMap((name) => plan.fields.filter((own) => own.name === name && own.index !== field.index));
  const texts = described.map((own) => headTexts(plan, own.index));
  const same = chanceOfTwo(values, orderOf);
  const counts = { constant: 0, varying: 0, fitsOrder: 0, fitsLine: 0, exceedsLine: 0, unequalLines: 0, unequalWorth: 0 };
  let chance = 1;
  for (const records of orders) {
    const own = records.flatMap((record) => (values[record] === null ? [] : [values[record]!]));
    if (own.length < 2 || own.every((value) => value === 0)) continue;
    const lines = records.map((record) => worth[record]!);
    const isPriced = lines.every((line) => line !== null);
    const linesFit = isPriced && records.every((record, at) => values[record] !== null && near(values[record]!, lines[at]!));
    if (linesFit) counts.fitsLine += 1;
    if (!isOne(own)) {
      counts.varying += 1;
      continue;
    }
    const differ = texts.length === 0 || texts.some((column) => !isOne(records.map((record) => column[record])));
    if (!differ) continue;
    counts.constant += 1;
    chance *= same ** (own.length - 1);
    if (isPriced && !linesFit && near(own[0]!, sum(lines))) counts.fitsOrder += 1;
    const [most] = [amounts ?? worth].map((column) => records.map((record) => column[record] ?? null));
    if (most!.some((line) => line !== null && Math.abs(own[0]!) > Math.abs(line) + 0.005)) counts.exceedsLine += 1;
    const unequal = [quantities, prices].some((column) => column !== null && !isOne(records.map((record) => column[record])));
    if (unequal && !linesFit) counts.unequalLines += 1;
    if (isPriced && !linesFit && Math.max(...lines) > Math.min(...lines) * 1.05) counts.unequalWorth += 1;
  }
  return { ...counts, chance, word: grainWord(field.header), ...sums(values, orderOf) };
}

/** Every value; and every value of an order once, as often as it stands on lines of other values. */
function sums(values: readonly (number | null)[], orderOf: ReadonlyMap<number, string>): { lineSum: number; orderSum: number } {
  const seen = new Set<string>();
  const once = values.map((value, record) => {
    const key = `${orderOf.get(record) ?? record} ${value}`;
    return seen.has(key) ? 0 : (seen.add(key), value);
  });
  return { lineSum: rounded(sum(values)), orderSum: rounded(sum(once)) };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

function product(one: number | null | undefined, other: number | null | undefined): number | null {
  return one === null || one === undefined || other === null || other === undefined ? null : one * other;
}

/** Equal but for what rounding makes of a sum of prices. */
export function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.02 + Math.abs(other) * 1e-4;
}

/** The chance that the values of two orders are equal; what an order repeats counts once. */
function chanceOfTwo(values: readonly (number | null)[], orderOf: ReadonlyMap<number, string>): number {
  const counts = new Map<number, number>();
  const seen = new Set<string>();
  values.forEach((value, record) => {
    const key = `${orderOf.get(record) ?? record} ${value}`;
    if (value === null || seen.has(key)) return;
    seen.add(key);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  });
  const all = [...counts.values()].reduce((total, count) => total + count, 0);
  return all === 0 ? 1 : [...counts.values()].reduce((total, count) => total + (count / all) ** 2, 0);
}
