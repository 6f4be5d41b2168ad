import type { Field } from './define.ts';

/** What an order line is worth, in the currency of the file. */
export const orderMoney = {
  amount: {
    type: 'money',
    title: { en: 'Amount', 'zh-CN': '金额' },
    meaning: { en: 'What the line sells for after discounts; negative for a return.', 'zh-CN': '该行折后的销售金额；退货为负。' },
    aliases: [
      '行金额', '明细金额', '小计', '价税合计', '本币价税合计', '销售订单行.价税合计', '含税金额', '订单金额', '合同金额', '销售金额', '销售额', '成交金额', '交易金额', '订单总金额', '订单总额',
      '总金额', '总额', '合同总金额', '金额', '应付金额', '买家应付货款', '消费金额', '产品总金额', '未税金额', 'Line Total', 'Line Amount', 'Extended Price', 'Sales Amount', 'Order Amount', 'Order Total',
      'Sales', 'Revenue', 'Net Total', 'Grand Total', 'Total Amount', 'Total Price', 'Total', 'dollar_value', 'Monetary Value', 'mv', 'Sub Total',
    ],
  },
  paid_amount: {
    type: 'money',
    title: { en: 'Paid amount', 'zh-CN': '实付金额' },
    meaning: { en: 'What the customer has paid; stands for the amount in files without one.', 'zh-CN': '客户实际支付的金额；文件没有金额列时以此为准。' },
    aliases: [
      '实付金额', '订单实付金额', '买家实际支付金额', '买家实付金额', '实收金额', '已付金额', '已收金额', '已回款金额', '回款金额', '收款金额', '支付金额', '付款金额', 'Amount Paid',
      'Payment Amount', 'Total Paid',
    ],
  },
  refunded_amount: {
    type: 'money',
    title: { en: 'Refunded amount', 'zh-CN': '退款金额' },
    meaning: { en: 'What was paid back; 0 or more.', 'zh-CN': '已退还的金额，不小于 0。' },
    aliases: ['退款金额', '退款总额', '退款额', '已退款金额', '退货金额', 'Refund Amount', 'Amount Refunded'],
  },
  unit_price: {
    type: 'money',
    title: { en: 'Unit price', 'zh-CN': '单价' },
    meaning: { en: 'Price of one unit; times quantity it gives the amount in files without one.', 'zh-CN': '每件的价格；文件没有金额列时乘以数量得到金额。' },
    aliases: ['单价', '含税单价', '销售单价', '成交单价', '商品单价', '产品单价', '价格', '京东价', 'Lineitem price', 'Price Each', 'Item Price', 'Sales Price', 'Price', 'List Price'],
  },
  cost: {
    type: 'money',
    title: { en: 'Cost', 'zh-CN': '成本' },
    meaning: { en: 'What the whole line cost us.', 'zh-CN': '该行的成本总额。' },
    aliases: ['成本金额', '成本总额', '总成本', '销售成本', '成本', 'Total Product Cost', 'Total Cost', 'Cost Amount', 'Line Cost', 'COGS'],
  },
  unit_cost: {
    type: 'money',
    title: { en: 'Unit cost', 'zh-CN': '单位成本' },
    meaning: { en: 'Cost of one unit; times quantity it gives the cost in files without one.', 'zh-CN': '每件的成本；文件没有成本列时乘以数量得到成本。' },
    aliases: ['单位成本', '成本单价', '成本价', '标准成本', '进货价', 'Standard Cost', 'Cost Price', 'Cost per Unit'],
  },
  profit: {
    type: 'money',
    title: { en: 'Profit', 'zh-CN': '利润' },
    meaning: { en: 'Amount less cost; may be negative.', 'zh-CN': '金额减成本，可为负。' },
    aliases: ['利润', '毛利', '毛利额', '利润额', '销售毛利', 'Gross Profit', 'Margin Amount'],
  },
  discount: {
    type: 'money',
    title: { en: 'Discount', 'zh-CN': '优惠金额' },
    meaning: { en: 'Money taken off; already off the amount.', 'zh-CN': '已从金额中扣除的优惠金额。' },
    aliases: ['优惠金额', '折扣金额', '折扣额', '优惠', '折让金额', 'Lineitem discount', 'Discount Amount', 'Discount Value'],
  },
  discount_rate: {
    type: 'ratio',
    title: { en: 'Discount rate', 'zh-CN': '折扣率' },
    meaning: { en: 'Share of the list price taken off, 0 to 1.', 'zh-CN': '相对标价的优惠比例，0 至 1。' },
    aliases: ['折扣率', '优惠率', 'Discount Percent', 'Discount Percentage', 'Unit Price Discount Pct'],
  },
  currency: {
    type: 'text',
    title: { en: 'Currency', 'zh-CN': '币种' },
    meaning: { en: 'Currency of the money columns.', 'zh-CN': '金额各列的币种。' },
    aliases: ['币种', '币别', '货币', '结算币别', 'Currency Code', 'Document Currency'],
  },
} as const satisfies Record<string, Field>;
