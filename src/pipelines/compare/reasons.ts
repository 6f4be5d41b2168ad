import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { absent } from '../../metrics/comparison/parts/movements.ts';
import { type Side, sides } from '../../metrics/comparison/parts/periods.ts';
import { type Bought, type RevenueEffects, revenueEffects } from '../../metrics/comparison/parts/revenue-effects.ts';
import type { ResultCell } from '../../result/result.ts';
import { reads } from '../../views/list-columns.ts';
import { listed, moneyChange, moneyText } from '../../views/number-words.ts';

/** What a customer bought in one period and in the other, and what became of it. */
interface Purchases extends Readonly<Record<Side, Bought>> {
  /** As in customer_periods; absent: in neither period. */
  readonly movement: string;
  /** Day of the first purchase of all. */
  readonly firstOn: ResultCell | undefined;
}

const bought = ['orders', 'sales', 'revenue'] as const;

export const purchaseReads = reads(
  'customer_periods',
  'movement',
  'first_on',
  ...sides.flatMap((side) => bought.map((id) => `${side}_${id}`)),
);

/** Of the cells that `purchaseReads` reads. */
function purchasesOf([movement, firstOn, ...figures]: readonly ResultCell[]): Purchases {
  const [before, after] = sides.map((_, side): Bought => {
    const [orders = 0, sales = 0, revenue = 0] = figures.slice(bought.length * side).map(Number);
    return { orders, sales, revenue };
  });
  return { movement: String(movement ?? absent.id), firstOn, before: before!, after: after! };
}

/** The parts of the difference, of the cells that `purchaseReads` reads; null where there is nothing to differ. */
export function effectsOf(cells: readonly ResultCell[]): RevenueEffects | null {
  const { movement, before, after } = purchasesOf(cells);
  return movement === absent.id ? null : revenueEffects(before, after);
}

const goodsChanges = {
  dropped: { en: 'dropped', 'zh-CN': '停购' },
  taken_up: { en: 'took up', 'zh-CN': '新购' },
} as const satisfies Record<string, Localized>;

/** The goods that customers dropped, and those they took up: a table each, of one row a customer. */
export async function createGoods(engine: Engine): Promise<void> {
  for (const id of Object.keys(goodsChanges)) await engine.create(`goods_${id}`, sql`select * from goods_changes where change = ${id}`);
}

const goodsRead = ['goods', 'goods_kind', 'revenue_difference', 'largest'] as const;

/** What the reasons are made of. */
export const reasonReads = [...purchaseReads, ...Object.keys(goodsChanges).flatMap((id) => reads(`goods_${id}`, ...goodsRead))];

/** Why the revenue of a customer differs, in words; null where nothing is to be said. New is who first bought in the later period, `since` then. */
export function revenueReasons(cells: readonly ResultCell[], since: IsoDate, lang: Lang, money?: MoneyDisplay): string | null {
  const purchases = purchasesOf(cells);
  const effects = revenueEffects(purchases.before, purchases.after);
  const goods = Object.values(goodsChanges).flatMap((word, index) =>
    goodsTexts(word, cells.slice(purchaseReads.length + index * goodsRead.length), money),
  );
  const texts = [...orderTexts(purchases, effects, { since, money }), ...returnTexts(purchases, effects, money), ...goods];
  return listed(
    texts.map((text) => text[lang]),
    lang,
  );
}

function orderTexts(
  { movement, firstOn, before, after }: Purchases,
  effects: RevenueEffects,
  { since, money }: { readonly since: IsoDate; readonly money: MoneyDisplay | undefined },
): Localized[] {
  switch (movement) {
    case 'gained':
      return typeof firstOn === 'string' && firstOn >= since
        ? [ordersText('new customer: ', '新客户：', after, money)]
        : [ordersText('first bought between the periods: ', '两期之间首次购买：', after, money)];
    case 'returned':
      return [ordersText('back, without an order in the period before: ', '回流（对比期未购）：', after, money)];
    case 'lost':
      return [ordersText('not bought this period: had ', '本期未购：对比期 ', before, money)];
    case 'kept':
      return factorTexts(before, after, effects, money);
    default:
      return [];
  }
}

/** `not bought this period: had 3 orders of 1,200 on average`; without an amount the orders alone. */
function ordersText(en: string, zh: string, { orders, sales }: Bought, money: MoneyDisplay | undefined): Localized {
  const average = moneyText(sales / orders, money);
  if (sales === 0) return { en: `${en}${orders} order${orders === 1 ? '' : 's'}`, 'zh-CN': `${zh}${orders} 单` };
  if (orders === 1) return { en: `${en}1 order of ${average}`, 'zh-CN': `${zh}1 单，金额 ${average}` };
  return { en: `${en}${orders} orders of ${average} on average`, 'zh-CN': `${zh}${orders} 单，客单价 ${average}` };
}

/** The two factors with what each makes, the larger part first; one that makes nothing is left out. */
function factorTexts(before: Bought, after: Bought, effects: RevenueEffects, money: MoneyDisplay | undefined): Localized[] {
  const orders = `${before.orders} → ${after.orders}`;
  const averages = [before, after].map(({ sales, orders: count }) => moneyText(sales / count, money)).join(' → ');
  return [
    { effect: effects.orders, en: `orders ${orders}`, zh: `订单数 ${orders}` },
    { effect: effects.averageOrder ?? 0, en: `average order ${averages}`, zh: `客单价 ${averages}` },
  ]
    .filter(({ effect }) => effect !== 0)
    .toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect))
    .map(({ effect, en, zh }) => withAmount(en, zh, effect, money));
}

function returnTexts({ movement }: Purchases, { returns }: RevenueEffects, money: MoneyDisplay | undefined): Localized[] {
  if (movement === 'returns_only') return [{ en: 'returns alone', 'zh-CN': '仅有退货' }];
  return returns === 0 ? [] : [withAmount('returns', '退货', returns, money)];
}

function goodsTexts(
  did: Localized,
  [goods, kind, difference, largest]: readonly ResultCell[],
  money: MoneyDisplay | undefined,
): Localized[] {
  if (typeof goods !== 'number') return [];
  const [kinds, chinese] = kind === 'category' ? ['categories', '品类'] : ['products', '产品'];
  const en = `${did.en} ${goods === 1 ? largest : `${goods} ${kinds}, most of all ${largest}`}`;
  const zh = `${did['zh-CN']} ${goods === 1 ? largest : `${goods} 个${chinese}（最大：${largest}）`}`;
  return [typeof difference === 'number' ? withAmount(en, zh, difference, money) : { en, 'zh-CN': zh }];
}

/** `returns: −56`, with the sign of what is added, too. */
function withAmount(en: string, zh: string, amount: number, money: MoneyDisplay | undefined): Localized {
  const signed = moneyChange(amount, money);
  return { en: `${en}: ${signed}`, 'zh-CN': `${zh}：${signed}` };
}
