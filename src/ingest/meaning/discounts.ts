import { grouped } from '../../lib/grouped.ts';
import { normaliseHeader } from '../../model/names.ts';
import { fieldsOf, standInFor } from '../derived-fields.ts';
import type { FieldMappings } from '../overrides.ts';
import { type FieldPlan, hasField, type MeaningNote, type TablePlan } from '../table-plan.ts';
import { near } from './grain-evidence.ts';
import { headNumbers, headTexts } from './head-values.ts';
import { asField } from './replace-field.ts';

/** Prices that say by their name that the discount is off them. */
const netPrice = /成交|折后|实际|实付|到手|净|net|discounted|final|actual|paid|sold|saleprice|sellingprice|unitpricepaid/;

/** Headers of a discount that name a share. */
const shareWords = /率|比例|百分|扣率|rate|percent|pct/;

/**
 * A discount is a share or money by its values and its header. Amounts computed from quantity and price are less it, unless the price is net of it already; of
 * an amount column that still holds the discount, a warning says how much it is.
 */
export function settleDiscounts<P extends TablePlan>(plan: P, said: FieldMappings): P {
  if (plan.entity.id !== 'orders') return plan;
  const typed = withShares(plan, said);
  const discount = typed.fields.find(({ name }) => name === 'discount') ?? typed.fields.find(({ name }) => name === 'discount_rate');
  const lines = discount === undefined ? null : discountedLines(typed, discount);
  if (discount === undefined || lines === null || lines.length === 0) return typed;
  const standIn = standInFor(typed, 'amount');
  if (standIn !== null && fieldsOf(standIn).length === 2) {
    const price = typed.fields.find(({ name }) => name === 'unit_price')!;
    if (isNet(typed, price, discount, lines)) return withNote(typed, netNote(discount, price, lines));
    const name = discount.name === 'discount' ? 'discount' : 'discount_rate';
    const told = said.columns.some(({ entity, field }) => entity === 'orders' && field === discount.name);
    if (name === 'discount_rate' && isPaidShare(typed, discount))
      return { ...typed, discounted: name, paysShare: true, notes: [...typed.notes, paidShareNote(discount, lines)] };
    const notes = isRoundPercents(typed, discount) && !told ? [roundNote(discount, lines)] : [takenNote(discount, lines)];
    return { ...typed, discounted: name, notes: [...typed.notes, ...notes] };
  }
  return holdsDiscount(typed, lines) ? withNote(typed, grossNote(discount, lines)) : typed;
}

/** A line with a discount: what it costs without, what its amount says, and what is off by the discount. */
interface DiscountedLine {
  readonly record: number;
  readonly full: number;
  readonly off: number;
  readonly amount: number | null;
}

function withShares<P extends TablePlan>(plan: P, said: FieldMappings): P {
  const field = plan.fields.find(({ name }) => name === 'discount');
  const told = said.columns.some((mapping) => mapping.entity === 'orders' && mapping.field === 'discount');
  if (field === undefined || told || hasField(plan, 'discount_rate') || !isShare(plan, field)) return plan;
  return asField(plan, field, 'discount_rate');
}

function isShare(plan: TablePlan, field: FieldPlan): boolean {
  const texts = headTexts(plan, field.index).filter((text) => text !== '');
  if (texts.some((text) => /[%％]$/.test(text)) || /[%％]/.test(field.header) || shareWords.test(normaliseHeader(field.header)))
    return true;
  const numbers = headNumbers(plan, field).flatMap((value) => (value === null ? [] : [Math.abs(value)]));
  return numbers.length > 0 && numbers.every((value) => value <= 1) && numbers.some((value) => value > 0 && value < 1);
}

function discountedLines(plan: TablePlan, discount: FieldPlan): DiscountedLine[] | null {
  const find = (name: string): (number | null)[] | null => {
    const field = plan.fields.find((own) => own.name === name);
    return field === undefined ? null : headNumbers(plan, field);
  };
  const [quantities, prices, amounts] = [find('quantity'), find('unit_price'), find('amount')];
  if (quantities === null || prices === null) return null;
  const offs = discount.name === 'discount' ? headNumbers(plan, discount) : shares(plan, discount);
  return offs.flatMap((value, record): DiscountedLine[] => {
    const [quantity, price] = [quantities[record], prices[record]];
    if (value === null || value === 0 || typeof quantity !== 'number' || typeof price !== 'number') return [];
    const full = quantity * price;
    const off = discount.name === 'discount' ? Math.abs(value) : full * Math.abs(value);
    return [{ record, full, off, amount: amounts?.[record] ?? null }];
  });
}

/** As the engine reads shares: 15%, 15 and 0.15 are the same. */
function shares(plan: TablePlan, field: FieldPlan): (number | null)[] {
  return headTexts(plan, field.index).map((text) => {
    const value = Number(text.replace(/[%％]$/, ''));
    if (text === '' || !Number.isFinite(value)) return null;
    return /[%％]$/.test(text) || field.reading.percent || Math.abs(value) > 1 ? value / 100 : value;
  });
}

/** The price says so, or it is what another price column (a list price) is less the discount. */
function isNet(plan: TablePlan, price: FieldPlan, discount: FieldPlan, lines: readonly DiscountedLine[]): boolean {
  if (netPrice.test(normaliseHeader(price.header))) return true;
  const prices = headNumbers(plan, price);
  const others = plan.table.columns.flatMap((header, index) => {
    const text = normaliseHeader(header);
    const isListed = /price|价/.test(text) && /original|list|regular|full|msrp|retail|compare|原|标|吊牌|零售/.test(text);
    return isListed && index !== price.index ? [headNumbers(plan, { ...price, index })] : [];
  });
  const quantities = headNumbers(
    plan,
    plan.fields.find(({ name }) => name === 'quantity')!,
  );
  return others.some((listed) =>
    lines.every(({ record, off, full }) => {
      const [before, after, quantity] = [listed[record], prices[record], quantities[record]];
      if (typeof before !== 'number' || typeof after !== 'number' || typeof quantity !== 'number') return false;
      const less = discount.name === 'discount' ? off : before * quantity * (full === 0 ? 0 : off / full);
      return near(before * quantity - less, after * quantity) || near(before - less, after);
    }),
  );
}

/** In Chinese a 折扣 of 0.9 is what is paid: most shares are above a half, or 1 stands for none. */
function isPaidShare(plan: TablePlan, discount: FieldPlan): boolean {
  if (!/折|扣率/.test(discount.header)) return false;
  const values = shares(plan, discount).flatMap((value) => (value === null || value === 0 ? [] : [Math.abs(value)]));
  return values.length > 0 && values.every((value) => value >= 0.3) && values.filter((value) => value >= 0.5).length * 2 > values.length;
}

/** 5, 10, 15 … may be percents, or money. */
function isRoundPercents(plan: TablePlan, discount: FieldPlan): boolean {
  if (discount.name !== 'discount') return false;
  const values = headNumbers(plan, discount).flatMap((value) => (value === null || value === 0 ? [] : [Math.abs(value)]));
  const isRound = values.every((value) => value <= 100 && value % 5 === 0);
  return isRound && !/额|金|钱|amount|value|money|total/.test(normaliseHeader(discount.header));
}

/** The amounts of lines with a discount are quantity × price all the same. */
function holdsDiscount(plan: TablePlan, lines: readonly DiscountedLine[]): boolean {
  const price = plan.fields.find(({ name }) => name === 'unit_price')!;
  if (netPrice.test(normaliseHeader(price.header)) || plan.discounted !== null) return false;
  const known = lines.filter(({ amount, off }) => amount !== null && off > 0.02);
  const gross = known.filter(({ amount, full }) => near(amount!, full));
  return gross.length > 0 && gross.length >= known.length * 0.9;
}

function total(lines: readonly DiscountedLine[], of: (line: DiscountedLine) => number): number {
  return Math.round(lines.reduce((sum, line) => sum + of(line), 0) * 100) / 100;
}

function withNote<P extends TablePlan>(plan: P, note: MeaningNote): P {
  return { ...plan, notes: [...plan.notes, note] };
}

function noteOf(
  { header }: FieldPlan,
  lines: readonly DiscountedLine[],
  text: Pick<MeaningNote, 'code' | 'level' | 'message' | 'fix'>,
): MeaningNote {
  return { ...text, count: lines.length, column: header, value: null, record: lines[0]?.record ?? null };
}

const mapAmount = {
  en: 'if that is wrong, name the column after discounts: --map orders.amount=HEADER',
  'zh-CN': '如有误，请指定折后金额列：--map orders.amount=列名',
};

function takenNote(discount: FieldPlan, lines: readonly DiscountedLine[]): MeaningNote {
  const isMoney = discount.name === 'discount';
  const off = total(lines, (line) => line.off);
  return noteOf(discount, lines, {
    code: 'discount-taken',
    level: 'info',
    message: {
      en: `lines: "${discount.header}" is taken off quantity × price as ${isMoney ? 'money' : 'a share'} (${grouped(off)} in the first records)`,
      'zh-CN': `行：已从数量 × 单价中扣除“${discount.header}”（按${isMoney ? '金额' : '比例'}；开头各行共 ${grouped(off)}）`,
    },
    fix: mapAmount,
  });
}

function paidShareNote(discount: FieldPlan, lines: readonly DiscountedLine[]): MeaningNote {
  const [paid, off] = [total(lines, (line) => line.off), total(lines, (line) => line.full - line.off)];
  const { header } = discount;
  return noteOf(discount, lines, {
    code: 'discount-doubtful',
    level: 'warning',
    message: {
      en: `lines: "${header}" is read as the share that is paid (0.9: ten percent off), ${grouped(paid)} in the first records; if it is what is off, that is ${grouped(off)}`,
      'zh-CN': `行：“${header}”按实付比例读取（0.9 即九折），开头各行合计 ${grouped(paid)}；若为减免比例，应为 ${grouped(off)}`,
    },
    fix: mapAmount,
  });
}

function roundNote(discount: FieldPlan, lines: readonly DiscountedLine[]): MeaningNote {
  const money = total(lines, (line) => line.off);
  const percents = total(lines, (line) => (line.full * line.off) / 100);
  const { header } = discount;
  return noteOf(discount, lines, {
    code: 'discount-doubtful',
    level: 'warning',
    message: {
      en: `lines: "${header}" is taken off quantity × price as money (${grouped(money)} in the first records); if it is percents, that is ${grouped(percents)}`,
      'zh-CN': `行：已按金额从数量 × 单价中扣除“${header}”（开头各行共 ${grouped(money)}）；若为百分比，应为 ${grouped(percents)}`,
    },
    fix: {
      en: `if it is percents: --map orders.discount_rate=${header}; if money: --map orders.discount=${header}`,
      'zh-CN': `如为百分比：--map orders.discount_rate=${header}；如为金额：--map orders.discount=${header}`,
    },
  });
}

function netNote(discount: FieldPlan, price: FieldPlan, lines: readonly DiscountedLine[]): MeaningNote {
  return noteOf(discount, lines, {
    code: 'discount-taken',
    level: 'info',
    message: {
      en: `lines: "${discount.header}" is not taken off, because "${price.header}" is the price after it`,
      'zh-CN': `行：“${price.header}”为折后价，未再扣除“${discount.header}”`,
    },
    fix: mapAmount,
  });
}

function grossNote(discount: FieldPlan, lines: readonly DiscountedLine[]): MeaningNote {
  const off = total(lines, (line) => line.off);
  return noteOf(discount, lines, {
    code: 'discount-doubtful',
    level: 'warning',
    message: {
      en: `lines have a discount in "${discount.header}", but their amount is quantity × price: ${grouped(off)} in the first records is not taken off`,
      'zh-CN': `行有折扣（“${discount.header}”），但金额等于数量 × 单价：开头各行共 ${grouped(off)} 未扣除`,
    },
    fix: mapAmount,
  });
}
