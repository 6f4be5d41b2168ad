import type { FieldMappings } from '../overrides.ts';
import { type FieldPlan, hasField, type MeaningNote, type TablePlan } from '../table-plan.ts';
import { headNumbers, headTexts } from './head-values.ts';
import { asField } from './replace-field.ts';
import { addTo } from '../../lib/groups.ts';

/**
 * A column called a price (Amazon's `item-price`) is the total of its line where it grows with the quantity of one and the same product; it is then
 * the amount.
 */
export function settlePrice<P extends TablePlan>(plan: P, said: FieldMappings): P {
  if (plan.entity.id !== 'orders' || hasField(plan, 'amount')) return plan;
  if (said.columns.some(({ entity, field }) => entity === 'orders' && field === 'unit_price')) return plan;
  const find = (name: string): FieldPlan | undefined => plan.fields.find((field) => field.name === name);
  const [price, quantity, product] = [find('unit_price'), find('quantity'), find('product_id') ?? find('product')];
  if (price === undefined || quantity === undefined || product === undefined) return plan;
  const { units, totals } = countProducts(headTexts(plan, product.index), headNumbers(plan, price), headNumbers(plan, quantity));
  if (totals === 0 || units * 4 > totals) return plan;
  const settled = asField(plan, price, 'amount');
  return { ...settled, notes: [...settled.notes, note(price, totals)] };
}

/** Products sold in several quantities, by what stays the same: the price, or the price divided by the quantity. */
function countProducts(
  products: readonly string[],
  prices: readonly (number | null)[],
  quantities: readonly (number | null)[],
): { units: number; totals: number } {
  const lines = new Map<string, { price: number; quantity: number }[]>();
  products.forEach((product, record) => {
    const [price, quantity] = [prices[record], quantities[record]];
    if (product === '' || typeof price !== 'number' || typeof quantity !== 'number' || price <= 0 || quantity <= 0) return;
    addTo(lines, product, { price, quantity });
  });
  const counts = { units: 0, totals: 0 };
  for (const own of lines.values()) {
    if (own.every(({ quantity }) => quantity === own[0]!.quantity)) continue;
    if (isSteady(own.map(({ price }) => price))) counts.units += 1;
    else if (isSteady(own.map(({ price, quantity }) => price / quantity))) counts.totals += 1;
  }
  return counts;
}

function isSteady(values: readonly number[]): boolean {
  return Math.max(...values) - Math.min(...values) <= Math.max(...values) * 0.01;
}

function note({ header }: FieldPlan, products: number): MeaningNote {
  return {
    code: 'price-is-total',
    level: 'info',
    message: {
      en: `products: "${header}" grows with their quantity, so it is the total of a line, not the price of one`,
      'zh-CN': `种商品的“${header}”随数量增加：为行金额，不是单价`,
    },
    fix: { en: `if it is the price of one: --map orders.unit_price=${header}`, 'zh-CN': `如为单价：--map orders.unit_price=${header}` },
    count: products,
    column: header,
    value: null,
    record: null,
  };
}
