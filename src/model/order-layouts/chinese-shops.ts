import type { Layout } from '../define.ts';

/** Chinese marketplaces: the amount is that of the goods after the shop's own discounts, as the export has it. */
export const chineseShopLayouts: readonly Layout[] = [
  {
    system: '淘宝/天猫',
    signs: ['买家会员名', '买家应付货款', '总金额'],
    headers: { 总金额: 'amount', 买家应付货款: null, 买家实际支付金额: 'paid_amount', 买家实付金额: 'paid_amount', 打款商家金额: null },
  },
  // The amount of the order, on each of its lines.
  {
    system: '京东',
    signs: ['订单号', '京东价', '订单金额'],
    headers: { 订单金额: 'amount', 结算金额: null, 应付金额: null, 余额支付: null, 京东价: 'unit_price', 下单帐号: 'customer_id' },
  },
  // 商家实收金额 is 用户实付金额 with what the platform pays of the discounts.
  {
    system: '拼多多',
    signs: ['商家实收金额', '用户实付金额'],
    headers: {
      商家实收金额: 'amount',
      用户实付金额: 'paid_amount',
      商品总价: null,
      商品: 'product',
      商品数量: 'quantity',
      订单成交时间: 'ordered_at',
      拼单成功时间: 'ordered_at',
      支付时间: 'ordered_at',
    },
  },
  {
    system: '有赞',
    signs: ['订单实付金额', '全部商品名称'],
    headers: { 订单实付金额: 'paid_amount', 商品金额合计: null, 应收订单金额: null },
  },
  // One line a sub-order; its amount is called that of an order.
  {
    system: '抖店',
    signs: ['主订单编号', '选购商品', '订单应付金额'],
    headers: {
      主订单编号: 'order_id',
      子订单编号: 'line_id',
      选购商品: 'product',
      商品数量: 'quantity',
      商品单价: 'unit_price',
      商品金额: null,
      订单应付金额: 'amount',
      优惠总金额: null,
      订单提交时间: 'ordered_at',
      收件人: 'customer',
    },
  },
];
