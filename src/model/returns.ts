import { defineEntity } from './define.ts';

export const returns = defineEntity({
  id: 'returns',
  title: { en: 'Returned orders', 'zh-CN': '退货订单' },
  grain: { en: 'one returned order', 'zh-CN': '一行一张退货订单' },
  names: ['return', 'refund', '退货', '退款', '售后'],
  needs: [['order_id'], ['returned', 'amount']],
  // The item list of a shop has a refund column, too.
  excludes: ['购买数量', '价格', '单价', 'Unit Price', '商品标题', '标题'],
  auxiliary: true,
  fields: {
    order_id: {
      type: 'id',
      title: { en: 'Order ID', 'zh-CN': '订单编号' },
      meaning: { en: 'Order that came back.', 'zh-CN': '被退货的订单编号。' },
      aliases: [
        '原订单编号',
        '原订单号',
        '订单编号',
        '订单号',
        '订单ID',
        '销售订单号',
        '关联订单',
        '主订单编号',
        'Order No',
        'Order Number',
        'Sales Order Number',
        'Invoice No',
        'Invoice Number',
      ],
    },
    returned: {
      type: 'flag',
      title: { en: 'Returned', 'zh-CN': '是否退货' },
      meaning: { en: 'Whether the whole order came back.', 'zh-CN': '整单是否退货。' },
      aliases: ['是否退货', '已退货', '退货', '是否退款', '退货标志', 'Is Returned', 'Return', 'Refunded'],
    },
    amount: {
      type: 'money',
      title: { en: 'Returned amount', 'zh-CN': '退货金额' },
      meaning: { en: 'What was paid back for the order; 0 or more.', 'zh-CN': '该订单退还的金额，不小于 0。' },
      aliases: [
        '退货金额',
        '退款金额',
        '退货总额',
        '退款总额',
        '实退金额',
        'Return Amount',
        'Returned Amount',
        'Refund Amount',
        'Refunded Amount',
      ],
    },
  },
});
