import { both, type Localized } from '../../lib/localized.ts';

/** What a change of revenue is taken apart by, in the order it is shown. */
export const splitWords: Readonly<Record<string, Localized>> = {
  factors: both('Factors', '因素'),
  customers: both('Customers', '客户变动'),
  prices: both('Volume, mix, price', '量价结构'),
  category: both('Category', '品类'),
  industry: both('Industry', '行业'),
};

/** The factors of rep_drivers, and the growth that a target asks for. */
export const driverWords: Readonly<Record<string, Localized>> = {
  growth_asked: both('Growth asked for', '目标要求的增长'),
  book: both('Customers in the book', '在管客户数'),
  active_share: both('Share of them buying', '活跃率'),
  order_frequency: both('Orders per customer', '客均订单数'),
  average_order: both('Average order', '客单价'),
  returns: both('Returns', '退货'),
};

/** A target above what growth is asked on (the revenue of the base) costs, one below it gives. */
export const askedWords = { above: both('target above it', '目标高于基期'), below: both('target below it', '目标低于基期') } as const;

/** The same in few letters, for a list of them. */
export const shortDriverWords: Readonly<Record<string, Localized>> = {
  book: both('book', '在管客户'),
  active_share: both('activity', '活跃率'),
  order_frequency: both('frequency', '频次'),
  average_order: both('order size', '客单价'),
  returns: both('returns', '退货'),
};

/** The parts of rep_changes by customers, and of rep_prices. */
export const partWords: Readonly<Record<string, Localized>> = {
  ...driverWords,
  gained: both('New customers', '新增客户'),
  returned: both('Customers back', '回流客户'),
  taken_over: both('Taken over from others', '接手客户'),
  expansion: both('Kept, buying more', '留存增购'),
  contraction: both('Kept, buying less', '留存减购'),
  passed_on: both('Passed on to others', '移交客户'),
  lost: both('No order this period', '本期未购'),
  returns_only: both('Returns alone', '仅退货'),
  volume: both('Volume', '销量'),
  mix: both('Mix of products', '产品结构'),
  price: both('Price', '价格'),
  new_products: both('Products sold only now', '仅本期销售的产品'),
  discontinued: both('Products no longer sold', '本期未售的产品'),
  other: both('Product or quantity not known', '产品或数量不详'),
};

/** Of a blank part of a split by text. */
export const blankWords: Readonly<Record<string, Localized>> = {
  category: both('(no category)', '（无品类）'),
  industry: both('(no industry)', '（无行业）'),
};

export const nobody = both('(nobody)', '（无归属）');
