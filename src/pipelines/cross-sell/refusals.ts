import { sql } from '../../engine/sql.ts';
import type { CrmEvalError } from '../../errors.ts';
import type { Ingested } from '../../ingest/contract.ts';
import { refusal } from '../parts/refusals.ts';
import type { CrossSellInput } from './input.ts';

/** What is looked at, and whose baskets. */
export interface GoodsChoice {
  readonly level: 'product' | 'category';
  readonly basis: 'orders' | 'histories';
  /** There are more sets of items than can be judged. */
  readonly isUncounted: boolean;
}

/** Null where no line says what was bought. */
export async function choiceOf({ engine }: CrossSellInput): Promise<GoodsChoice | null> {
  const [row] = await engine.rows<{ level: GoodsChoice['level']; basis: GoodsChoice['basis'] }>(sql`select level, basis from goods_choice`);
  const [counted] = await engine.rows(sql`select baskets from basket_counts`);
  return row === undefined ? null : { ...row, isUncounted: counted === undefined };
}

/** The refusal of orders of which none says what was bought. */
export function noGoods({ inputs }: Ingested): CrmEvalError {
  const orders = inputs.filter(({ role }) => role === 'orders').map(({ file }) => file);
  return refusal(
    'goods-unknown',
    {
      en: `cross-selling needs orders that say what was bought; no row used of ${orders.join(', ')} has a product or a category`,
      'zh-CN': `交叉销售需要写明所购品项的订单；${orders.join('，')} 中已使用的行没有产品或品类`,
    },
    {
      en: 'add the order lines, or name the column: --map orders.product=HEADER, --map orders.category=HEADER',
      'zh-CN': '请加上订单明细，或指定列：--map orders.product=列名、--map orders.category=列名',
    },
  );
}

/** The refusal of orders whose lines with a product are no purchases. */
export function noPurchases({ inputs }: Ingested): CrmEvalError {
  const orders = inputs.filter(({ role }) => role === 'orders').map(({ file }) => file);
  return refusal(
    'goods-unknown',
    {
      en: `cross-selling needs purchases; no line of ${orders.join(', ')} that names a product or a category is one: all are returns, or say no customer`,
      'zh-CN': `交叉销售需要购买记录；${orders.join('，')} 中写明产品或品类的行均为退货或没有客户`,
    },
    { en: 'add the orders that were sold to customers', 'zh-CN': '请加上售予客户的订单' },
  );
}

/** The refusal of a support that more sets of items reach than can be judged. */
export function tooManySets(): CrmEvalError {
  return refusal(
    'support-too-low',
    {
      en: '--min-support is too low: more than 500,000 sets of items reach it',
      'zh-CN': '--min-support 过低：达到该占比的品项组合超过 50 万个',
    },
    { en: 'give a higher share, or leave it out', 'zh-CN': '请提高该占比，或不指定' },
  );
}
