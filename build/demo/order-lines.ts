import type { Random } from '../../src/lib/random.ts';
import { monthOf } from './calendar.ts';
import type { Customer } from './customers.ts';
import { categories, products } from './products.ts';
import type { CategoryId, Product } from './products.ts';
import { winter } from './seasons.ts';

export interface OrderLine {
  readonly product: Product;
  readonly quantity: number;
  /** Cents each, before the discount. */
  readonly price: number;
  /** Whole percent. */
  readonly discount: number;
  /** quantity × price × (1 − discount), to the cent; negative for a return. */
  readonly amount: number;
  /** Of the whole line; null where it was not recorded. */
  readonly cost: number | null;
}

/** Lines worth about `value` cents at list prices, no product twice. */
export function orderLines(random: Random, customer: Customer, value: number, day: number): OrderLine[] {
  const chosen = new Map<Product, number>();
  const add = (product: Product, worth: number) => {
    if (!chosen.has(product)) chosen.set(product, Math.max(1, Math.round(worth / product.price)));
  };
  const count = 1 + Math.floor(random.next() * 2.9);
  for (let line = 0; line < count; line += 1) {
    const category = random.weighted(Object.keys(categories) as CategoryId[], (id) => customer.buying.taste[id]);
    const worth = (value / count) * (0.6 + 0.8 * random.next());
    const product = productWorth(random, category, worth);
    add(product, worth);
    const companion = products.find(({ id }) => id === product.companion);
    if (companion !== undefined && random.chance(0.55)) add(companion, Math.min(worth * 0.08, companion.price * 12));
  }
  if (random.chance(winter.includes(monthOf(day)) ? 0.37 : 0.12)) {
    const worth = Math.min(value * 0.25, 6_000_000) * (0.7 + 0.6 * random.next());
    add(productWorth(random, 'climate', worth), worth);
  }
  const [low, high] = customer.buying.discount;
  return [...chosen].map(([product, quantity]) => orderLine(random, product, quantity, random.integer(low, high)));
}

/** A product of the category that fits the worth: neither dearer nor so cheap that it takes hundreds. */
function productWorth(random: Random, category: CategoryId, worth: number): Product {
  const all = products.filter((product) => product.category === category);
  const fitting = all.filter(({ price }) => price <= worth * 1.3 && price >= worth / 120);
  if (fitting.length > 0) return random.pick(fitting);
  const cheapest = all.reduce((best, product) => (product.price < best.price ? product : best));
  if (cheapest.price > worth && category !== 'consumable' && category !== 'climate') return productWorth(random, 'consumable', worth);
  return cheapest.price > worth ? cheapest : all.reduce((best, product) => (product.price > best.price ? product : best));
}

function orderLine(random: Random, product: Product, quantity: number, discount: number): OrderLine {
  return {
    product,
    quantity,
    price: product.price,
    discount,
    amount: Math.floor((quantity * product.price * (100 - discount) + 50) / 100),
    cost: random.chance(0.06) ? null : quantity * product.cost,
  };
}

/** The line sent back: the same with every sign turned, for `quantity` pieces of it. */
export function returned(line: OrderLine, quantity: number): OrderLine {
  const amount = Math.floor((quantity * line.price * (100 - line.discount) + 50) / 100);
  return { ...line, quantity: -quantity, amount: -amount, cost: line.cost === null ? null : -quantity * line.product.cost };
}
