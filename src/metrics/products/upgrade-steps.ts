import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import type { Row } from '../../lib/rows.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { itemId, itemName } from './goods-lines.ts';

const noPrice = { empty: both('The list of products has no price of it.', '产品表中没有该产品的价格。') };

export const upgradeSteps = defineMetric({
  id: 'upgrade_steps',
  question: both('Which product is the next edition up from which?', '各产品的上一级版本是哪个？'),
  grain: ['item_id', 'next_id'],
  columns: {
    item_id: { ...itemId, meaning: both('The product that is upgraded, as order lines have it.', '被升级的产品，与订单行的写法一致。') },
    item: itemName,
    next_id: column.id(both('Next edition id', '上级版本编号'), both('The product it is upgraded to.', '升级后的产品。')),
    next_item: column.text(both('Next edition', '上级版本'), both('Name of the product it is upgraded to.', '升级后的产品名称。')),
    rungs: column.count(
      both('Rungs', '级数'),
      both('1: the next edition; 2: the one after it, and so on.', '1：上一级版本；2：再上一级；依此类推。'),
    ),
    told_by: column.id(
      both('Told by', '依据'),
      both(
        'list: the list of products says what it upgrades to; tier: same category and same name but for the edition, the next higher price.',
        'list 产品表写明可升级至；tier 同品类、除版本外同名，价格高一级。',
      ),
    ),
    price: column.money(both('Price', '价格'), both('List price of the product.', '产品标价。'), noPrice),
    next_price: column.money(both('Next price', '上级版本价格'), both('List price of the next edition.', '上级版本标价。'), noPrice),
  },
  requires: [['products.upgrade_to', 'products.tier']],
  reads: [
    'products.product_id',
    'products.name',
    'products.category',
    'products.price',
    'products.upgrade_to',
    'products.tier',
    'orders.product_id',
    'orders.product',
  ],
  uses: [],
  source: 'Definition: the list of products, by number or name; else editions of one product by price.',
  parameters: z.object({}),
  compute: async (_, rows) => {
    const listed = await rows(sql`select product_id, name, category, tier, price, upgrade_to from products`);
    const sold = await rows(sql`
      select coalesce(product_id, product) as item_id from orders where coalesce(product_id, product) is not null
      group by coalesce(product_id, product)`);
    return stepsOf(productsOf(listed, new Set(sold.map((row) => String(row['item_id'])))));
  },
});

interface Product {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly string[];
  readonly category: string | null;
  readonly tier: string | null;
  readonly price: number | null;
  readonly upgradeTo: string | null;
}

/** Products by the id that order lines have: the number, or the name where only that is sold. */
function productsOf(listed: readonly Row[], sold: ReadonlySet<string>): Product[] {
  const text = (row: Row, field: string): string | null => (row[field] === null ? null : String(row[field]));
  const products = listed.flatMap((row): Product[] => {
    const keys = [text(row, 'product_id'), text(row, 'name')].filter((key) => key !== null);
    const [first] = keys;
    if (first === undefined) return [];
    const id = keys.find((key) => sold.has(key)) ?? first;
    const price = row['price'] === null ? null : Number(row['price']);
    return [
      { id, name: keys.at(-1)!, keys, category: text(row, 'category'), tier: text(row, 'tier'), price, upgradeTo: text(row, 'upgrade_to') },
    ];
  });
  const ordered = products.toSorted((one, other) => compared(one.id, other.id) || compared(one.name, other.name));
  return [...new Map(ordered.map((product) => [product.id, product])).values()];
}

function stepsOf(products: readonly Product[]): Row[] {
  const byKey = new Map(products.flatMap((product) => product.keys.map((key) => [key, product] as const)));
  const declared = products.flatMap((product): Row[] => {
    const next = product.upgradeTo === null ? undefined : byKey.get(product.upgradeTo);
    return next === undefined || next.id === product.id ? [] : [stepRow(product, next, 'list')];
  });
  return climbed(declared.length > 0 ? declared : tierSteps(products)).toSorted(
    (one, other) => compared(String(one['item_id']), String(other['item_id'])) || Number(one['rungs']) - Number(other['rungs']),
  );
}

/** The steps, and those of several rungs that they make. A ladder that runs in a circle ends where it began. */
function climbed(steps: readonly Row[]): Row[] {
  const next = new Map(steps.map((step) => [step['item_id'], step]));
  return steps.flatMap((first) => {
    const rungs = [first];
    const seen = new Set([first['item_id'], first['next_id']]);
    for (let step = next.get(first['next_id']); step !== undefined && !seen.has(step['next_id']); step = next.get(step['next_id'])) {
      seen.add(step['next_id']);
      const { next_id, next_item, next_price } = step;
      rungs.push({ ...first, next_id: next_id!, next_item: next_item!, next_price: next_price ?? null, rungs: rungs.length + 1 });
    }
    return rungs;
  });
}

/** Editions of one product, each with the one of the next higher price. */
function tierSteps(products: readonly Product[]): Row[] {
  const ladders = new Map<string, Product[]>();
  for (const product of products) {
    if (product.tier === null || product.price === null || !product.name.includes(product.tier)) continue;
    const stem = product.name.replace(product.tier, '').trim();
    const key = `${product.category ?? ''}\n${stem}`;
    ladders.set(key, [...(ladders.get(key) ?? []), product]);
  }
  return [...ladders.values()].flatMap((ladder) => {
    const rising = ladder.toSorted((one, other) => one.price! - other.price!);
    return rising.slice(1).flatMap((next, index) => (next.price! > rising[index]!.price! ? [stepRow(rising[index]!, next, 'tier')] : []));
  });
}

function stepRow(product: Product, next: Product, toldBy: string): Row {
  return {
    item_id: product.id,
    item: product.name,
    next_id: next.id,
    next_item: next.name,
    rungs: 1,
    told_by: toldBy,
    price: product.price,
    next_price: next.price,
  };
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
