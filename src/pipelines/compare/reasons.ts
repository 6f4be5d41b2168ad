import { sql } from '../../engine/sql.ts';
import type { Lang } from '../../lib/localized.ts';
import { type Bought, type RevenueEffects, revenueEffects } from '../../metrics/comparison/parts/revenue-effects.ts';
import type { ResultCell } from '../../result/result.ts';
import { amountText, listed } from '../../views/number-words.ts';
import type { ScoreInput } from '../score/settings.ts';

/** What a customer bought in one period and in the other, and what became of it. */
export interface Purchases {
  /** As in customer_periods; absent: in neither period. */
  readonly movement: string;
  /** Whether the first purchase of all lies in the later period. */
  readonly isNew: boolean;
  readonly before: Bought;
  readonly after: Bought;
}

/** Goods that a customer dropped or took up. */
interface GoodsChange {
  readonly [column: string]: ResultCell;
  readonly customer_id: string;
  readonly change: 'dropped' | 'taken_up';
  readonly goods: number;
  readonly goods_kind: 'category' | 'product';
  readonly revenue_difference: number | null;
  readonly largest: string;
}

/** Why the revenue of a customer differs: the parts of the difference, and the same in words (null where nothing is to be said). */
export interface RevenueReasons {
  readonly effects: RevenueEffects;
  readonly text: string | null;
}

/** Reads what customers dropped and took up, and returns what explains the difference of one. */
export async function revenueReasons({ engine, lang }: ScoreInput): Promise<(customer: string, purchases: Purchases) => RevenueReasons> {
  const rows = await engine.rows<GoodsChange>(sql`select * from goods_changes order by customer_id, change`);
  const goods = new Map<string, GoodsChange[]>();
  for (const row of rows) goods.set(row.customer_id, [...(goods.get(row.customer_id) ?? []), row]);
  return (customer, purchases) => {
    const effects = revenueEffects(purchases.before, purchases.after);
    const parts = [
      ...orderTexts(purchases, effects, lang),
      ...returnTexts(purchases, effects, lang),
      ...(goods.get(customer) ?? []).map((change) => goodsText(change, lang)),
    ];
    return { effects, text: listed(parts, lang) };
  };
}

function orderTexts({ movement, isNew, before, after }: Purchases, effects: RevenueEffects, lang: Lang): string[] {
  switch (movement) {
    case 'gained':
      return [
        isNew
          ? { en: `new customer: ${ordersText(after, lang)}`, 'zh-CN': `新客户：${ordersText(after, lang)}` }[lang]
          : { en: `first bought between the periods: ${ordersText(after, lang)}`, 'zh-CN': `两期之间首次购买：${ordersText(after, lang)}` }[
              lang
            ],
      ];
    case 'returned':
      return [{ en: `won back: ${ordersText(after, lang)}`, 'zh-CN': `回流：${ordersText(after, lang)}` }[lang]];
    case 'lost':
      return [{ en: `lost: had ${ordersText(before, lang)}`, 'zh-CN': `流失：对比期 ${ordersText(before, lang)}` }[lang]];
    case 'kept':
      return factorTexts(before, after, effects, lang);
    default:
      return [];
  }
}

/** The two factors with what each makes, the larger part first; one that makes nothing is left out. */
function factorTexts(before: Bought, after: Bought, effects: RevenueEffects, lang: Lang): string[] {
  const [first, second] = [before, after].map(({ sales, orders }) => amountText(sales / orders));
  const factors = [
    {
      effect: effects.orders,
      en: `orders ${before.orders} → ${after.orders}`,
      'zh-CN': `订单数 ${before.orders} → ${after.orders}`,
    },
    { effect: effects.averageOrder ?? 0, en: `average order ${first} → ${second}`, 'zh-CN': `客单价 ${first} → ${second}` },
  ];
  return factors
    .filter(({ effect }) => effect !== 0)
    .toSorted((one, other) => Math.abs(other.effect) - Math.abs(one.effect))
    .map((factor) => ({ en: `${factor.en}: ${signed(factor.effect)}`, 'zh-CN': `${factor['zh-CN']}：${signed(factor.effect)}` })[lang]);
}

function returnTexts({ movement }: Purchases, { returns }: RevenueEffects, lang: Lang): string[] {
  if (movement === 'returns_only') return [{ en: 'returns alone', 'zh-CN': '仅有退货' }[lang]];
  return returns === 0 ? [] : [{ en: `returns: ${signed(returns)}`, 'zh-CN': `退货：${signed(returns)}` }[lang]];
}

/** `3 orders of 1,200 on average`; without an amount the orders alone. */
function ordersText({ orders, sales }: Bought, lang: Lang): string {
  if (sales === 0) return { en: `${orders} order${orders === 1 ? '' : 's'}`, 'zh-CN': `${orders} 单` }[lang];
  const average = amountText(sales / orders);
  if (orders === 1) return { en: `1 order of ${average}`, 'zh-CN': `1 单，金额 ${average}` }[lang];
  return { en: `${orders} orders of ${average} on average`, 'zh-CN': `${orders} 单，客单价 ${average}` }[lang];
}

function goodsText({ change, goods, goods_kind, revenue_difference, largest }: GoodsChange, lang: Lang): string {
  const dropped = change === 'dropped';
  const amount = revenue_difference === null ? '' : signed(revenue_difference);
  if (lang === 'zh-CN') {
    const named = goods === 1 ? largest : `${goods} 个${goods_kind === 'category' ? '品类' : '产品'}（最大：${largest}）`;
    return `${dropped ? '停购' : '新购'} ${named}${amount === '' ? '' : `：${amount}`}`;
  }
  const named = goods === 1 ? largest : `${goods} ${goods_kind === 'category' ? 'categories' : 'products'}, most of all ${largest}`;
  return `${dropped ? 'dropped' : 'took up'} ${named}${amount === '' ? '' : `: ${amount}`}`;
}

/** `+1,234`, `-56`. */
function signed(amount: number): string {
  return `${amount > 0 ? '+' : ''}${amountText(amount)}`;
}
