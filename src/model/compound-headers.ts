/**
 * Headers that systems compose of two words (`ORDER_DT`, `order_purchase_timestamp`, `InvoiceValue`, `ACCT_ID`): each word of `subjects` before each of
 * `properties`. They stand for a field after its aliases, and never for what is an alias of another.
 */
export interface CompoundHeaders {
  readonly subjects: readonly string[];
  readonly properties: readonly string[];
}

/** All headers of a composition, the first subject first. */
export function compoundHeaders({ subjects, properties }: CompoundHeaders): string[] {
  return subjects.flatMap((subject) => properties.map((property) => `${subject} ${property}`));
}

/** What an order, or the paper that stands for one, is called. */
const orders = [
  'order',
  'orders',
  'sales order',
  'so',
  'sale',
  'sales',
  'invoice',
  'inv',
  'purchase',
  'order purchase',
  'transaction',
  'transactions',
  'txn',
  'trx',
  'trans',
  'tran',
  'receipt',
  'bill',
  'billing',
  'billing document',
  'sales document',
  'document',
  'doc',
  'ord',
  'booking order',
] as const;

const numbers = ['id', 'no', 'nbr', 'num', 'number', 'key', 'code', 'ref', 'reference', 'unique id', 'uid'] as const;

/** What is done to an order first, before the word for the moment: `order_created_timestamp`, `OrderPlacedAt`. */
const placed = ['created', 'creation', 'create', 'placed', 'made', 'submitted'] as const;

const moments = ['date', 'dt', 'day', 'time', 'datetime', 'date time', 'timestamp', 'ts', 'date utc', 'at', 'on'] as const;

const amounts = [
  'amount',
  'amt',
  'total',
  'value',
  'val',
  'total amount',
  'amount total',
  'net amount',
  'net value',
  'revenue',
  'total value',
  'total val',
  'total amt',
  'total price',
] as const;

const customers = [
  'customer',
  'cust',
  'acct',
  'client',
  'clnt',
  'member',
  'buyer',
  'shopper',
  'sold to',
  'sold to party',
  'bill to',
] as const;

const goods = ['product', 'prod', 'item', 'material', 'article', 'sku'] as const;

const zh = {
  orders: [
    '订单',
    '销售',
    '销售单',
    '销售订单',
    '发票',
    '单据',
    '交易',
    '购买',
    '消费',
    '成交',
    '开票',
    '出库',
    '收银',
    '小票',
    '账单',
    '结算',
    '零售',
  ],
  numbers: ['编号', '号', '号码', '单号', '编码', 'ID'],
  moments: ['日期', '时间', '日', '创建日期', '提交时间', '生成时间', '日期时间'],
  amounts: ['金额', '总额', '总金额', '总价', '合计', '应付金额', '金额合计', '额'],
  customers: ['客户', '会员', '买家', '顾客', '用户', '购货单位', '往来单位', '购买方', '购方', '采购方', '购方客户'],
  goods: ['商品', '产品', '物料', '存货', '货品', '货物', '宝贝'],
} as const;

export const orderIdCompounds: readonly CompoundHeaders[] = [
  { subjects: orders.filter((word) => word !== 'sales' && word !== 'purchase'), properties: numbers },
  { subjects: ['sales', 'purchase'], properties: ['id', 'no', 'nbr', 'num', 'number', 'key'] },
  { subjects: zh.orders, properties: zh.numbers },
];

export const orderDateCompounds: readonly CompoundHeaders[] = [
  { subjects: orders, properties: moments },
  { subjects: orders.flatMap((word) => placed.map((done) => `${word} ${done}`)), properties: moments },
  { subjects: zh.orders, properties: zh.moments },
];

export const orderAmountCompounds: readonly CompoundHeaders[] = [
  { subjects: [...orders, 'line', 'net'], properties: amounts },
  { subjects: zh.orders.filter((word) => word !== '结算' && word !== '出库'), properties: zh.amounts },
];

export const customerIdCompounds: readonly CompoundHeaders[] = [
  { subjects: customers, properties: numbers },
  { subjects: zh.customers, properties: ['编号', '编码', '代码', 'ID', '号', '卡号', '账号', '卡编号'] },
  {
    subjects: ['买家会员', '下单用户', '下单客户', '下单会员', '消费者', '购买会员', '买方', '购货方', '需方'],
    properties: ['编号', '编码', 'ID', '号', '账号'],
  },
];

export const customerNameCompounds: readonly CompoundHeaders[] = [
  { subjects: [...customers, 'account'], properties: ['name', 'nm', 'desc'] },
  { subjects: zh.customers, properties: ['名称', '姓名', '全称', '简称', '昵称'] },
];

export const productIdCompounds: readonly CompoundHeaders[] = [
  { subjects: goods, properties: ['id', 'no', 'nbr', 'num', 'number', 'key', 'code'] },
  { subjects: zh.goods, properties: ['编号', '编码', '代码', 'ID', '货号'] },
];

export const productNameCompounds: readonly CompoundHeaders[] = [
  { subjects: goods, properties: ['name', 'nm', 'desc', 'description', 'title'] },
  { subjects: zh.goods, properties: ['名称', '品名', '标题', '全称'] },
];

export const quantityCompounds: readonly CompoundHeaders[] = [
  {
    subjects: ['order', 'ordered', 'sales', 'sale', 'sold', 'invoice', 'invoiced', 'billed', 'item', 'product', 'line'],
    properties: ['qty', 'quantity', 'units'],
  },
  { subjects: ['商品', '产品', '销售', '购买', '订购', '下单', '出库', '实发', '发货', '开票', '成交'], properties: ['数量', '件数'] },
];
